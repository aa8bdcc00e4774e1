import Diagnostics
import Foundation

extension CertificateChain {
    /// Why the first certificate may not sign at a moment; nil where it may.
    func unfitness(at moment: Date) -> String? {
        guard maySign else { return "its key usage does not hold digitalSignature" }
        guard let validity else { return "it does not say when it is valid" }
        if moment < validity.lowerBound { return "it is valid only from \(Self.text(validity.lowerBound))" }
        if moment > validity.upperBound { return "it expired on \(Self.text(validity.upperBound))" }
        return nil
    }

    /// Makes sure that the first certificate is of a key and may sign now.
    ///
    /// - Throws: `certificateMismatch`, `certificateUnfit`, and what reading its key throws.
    func require(_ key: SigningKey, at moment: Date, location: Location) throws(SignatureError) {
        guard try self.key(at: location).isSame(as: key.publicKey) else {
            throw SignatureError(
                .certificateMismatch,
                "the first certificate belongs to another key",
                at: location,
                remedy: "Give the certificate that was issued for this key, first in its file."
            )
        }
        if let problem = unfitness(at: moment) {
            throw SignatureError(
                .certificateUnfit,
                "the certificate cannot sign: \(problem)",
                at: location,
                remedy: "Have a certificate for signing (digitalSignature) issued that is valid now."
            )
        }
    }

    private static func text(_ date: Date) -> String { date.formatted(.iso8601) }
}
