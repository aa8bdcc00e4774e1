import Signatures

/// A verification part by part, and the sum of it.
enum VerificationLines {
    static func lines(_ verification: Verification) -> [String] {
        let parts = verification.parts.map { part in
            "\(label(part.outcome).padding(to: 16))\(shown(part.sentence))"
        }
        let code = "(exit code \(verification.exitCode))"
        switch verification.exitCode {
        case 0: return parts + ["VERIFIED \(code): everything that was asked holds"]
        case 1: return parts + ["DOES NOT HOLD \(code): \(count(verification, .broken))"]
        default: return parts + ["NOT VERIFIED \(code): \(count(verification, .unchecked))"]
        }
    }

    /// A name out of a stranger's certificate or file can neither move the cursor nor turn the direction of text.
    private static func shown(_ sentence: String) -> String {
        String(
            String.UnicodeScalarView(
                sentence.unicodeScalars.map {
                    [.control, .format, .lineSeparator].contains($0.properties.generalCategory) ? "\u{FFFD}" : $0
                }
            )
        )
    }

    private static func label(_ outcome: Verification.Part.Outcome) -> String { "\(outcome.rawValue):" }

    private static func count(_ verification: Verification, _ outcome: Verification.Part.Outcome) -> String {
        let count = verification.parts.filter { $0.outcome == outcome }.count
        return
            "\(count) of \(verification.parts.count) parts \(outcome == .broken ? "do not hold" : "were not checked")"
    }
}

extension String {
    fileprivate func padding(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
