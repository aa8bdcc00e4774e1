import Diagnostics
import Foundation
import XML

/// Verifies a report's signature, and whose it is.
struct SignerCheck {
    private let trust: Trust
    private let moment: Date
    private let name: String
    /// What was found.
    private(set) var parts: [Verification.Part] = []
    /// The key that a statement has to be signed with: the believed one, or the report's own where that is accepted.
    private(set) var key: PublicKey?

    init(trust: Trust, moment: Date, name: String) {
        self.trust = trust
        self.moment = moment
        self.name = name
    }

    /// Looks at the signature that ends the report.
    mutating func verify(_ root: XMLNode, bytes: [UInt8]) {
        let form: SignatureForm
        do {
            guard let found = try SignatureForm.find(in: root) else {
                parts.append(.unchecked(.signature, "the report is not signed"))
                return
            }
            form = found
        } catch {
            parts.append(.broken(.signature, "its signature is not accepted: \(error.reason)"))
            return
        }
        guard let key = chosenKey(form) else { return }
        hold(form, key, bytes)
        if case .nobody = trust { return }
        self.key = key
    }

    /// The key to verify with; says what is known of it.
    private mutating func chosenKey(_ form: SignatureForm) -> PublicKey? {
        switch trust {
        case .key(let key):
            return key
        case .certificate(let chain):
            parts.append(Self.certificate(chain, problem: chain.unfitness(at: moment), by: "the one given"))
            return readKey { () throws(SignatureError) in try chain.key(at: .run) }
        case .authorities(let authorities):
            guard case .certificates(let chain) = form.keyInformation else {
                parts.append(.unchecked(.certificate, "the report brings no certificate that an authority issued"))
                return nil
            }
            let problem = chain.problem(below: authorities, at: moment) ?? chain.unfitness(at: moment)
            parts.append(Self.certificate(chain, problem: problem, by: "issued by one of the trusted authorities"))
            return readKey { () throws(SignatureError) in try chain.key(at: .run) }
        case .embedded, .nobody:
            return embedded(form)
        }
    }

    private mutating func embedded(_ form: SignatureForm) -> PublicKey? {
        guard let information = form.keyInformation else {
            parts.append(.unchecked(.signer, "the report brings no key along, and none was given"))
            return nil
        }
        if case .embedded = trust {
            parts.append(.holds(.signer, "the key is the report's own: this shows that it is whole, not who signed it"))
        } else {
            parts.append(
                .unchecked(
                    .signer,
                    "no key to trust: the report's own key shows that it is whole, not who signed it (--key, "
                        + "--certificate, --trusted; or accept that with --accept-embedded-key)"
                )
            )
        }
        let name = name
        return readKey { () throws(SignatureError) in try information.key(at: name) }
    }

    private mutating func readKey(_ read: () throws(SignatureError) -> PublicKey) -> PublicKey? {
        do {
            return try read()
        } catch {
            parts.append(.broken(.signature, "its key is not accepted: \(error.summary)"))
            return nil
        }
    }

    private static func certificate(_ chain: CertificateChain, problem: String?, by: String) -> Verification.Part {
        if let problem { return .broken(.certificate, "the certificate of '\(chain.subject)': \(problem)") }
        return .holds(.certificate, "the certificate of '\(chain.subject)' is \(by) and valid now")
    }

    private mutating func hold(_ form: SignatureForm, _ key: PublicKey, _ bytes: [UInt8]) {
        let check = SignatureCheck.of(bytes, key: key)
        if let refusal = check.refusal {
            parts.append(.broken(.signature, "its signature is not accepted: \(refusal)"))
            return
        }
        parts.append(.holds(.signature, "the report carries one signature over the whole of it"))
        guard form.method == key.kind.method else {
            parts.append(.unchecked(.digest, "the record's digest was not looked at: it takes another kind of key"))
            parts.append(.broken(.value, "the signature was made with another kind of key than this (\(key.kind))"))
            return
        }
        parts.append(
            check.digest
                ? .holds(.digest, "the record is the one that was signed")
                : .broken(.digest, "the record is not the one that was signed: its SHA-256 differs")
        )
        parts.append(
            check.value
                ? .holds(.value, "the signature is of this key (\(key.kind))")
                : .broken(.value, "the signature value is not of this key (\(key.kind)), or was changed")
        )
    }
}
