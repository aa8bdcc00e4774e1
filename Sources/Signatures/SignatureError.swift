import Diagnostics

/// Why a report could not be signed, or what was to vouch for it could not be read.
///
/// That a signature does not hold is no error: it is what `Verification` says.
public struct SignatureError: DiagnosticError {
    /// The closed list of reasons.
    public enum Code: String, Sendable, Hashable, CaseIterable {
        /// A file cannot be read.
        case unreadable
        /// A file is larger than any file of its kind.
        case tooLarge = "too-large"
        /// There is no key in the file.
        case notAKey = "not-a-key"
        /// There is no certificate in the file, or one is damaged.
        case notACertificate = "not-a-certificate"
        /// The key is encrypted, and no passphrase was given.
        case passphraseMissing = "passphrase-missing"
        /// The passphrase does not open the key, or cannot be one.
        case passphraseWrong = "passphrase-wrong"
        /// The key is neither RSA nor of the curve P-256.
        case unsupportedKey = "unsupported-key"
        /// The RSA key has fewer than 2,048 bits.
        case weakKey = "weak-key"
        /// The certificate belongs to another key.
        case certificateMismatch = "certificate-mismatch"
        /// The certificate is not valid now, or not for signing.
        case certificateUnfit = "certificate-unfit"
        /// The report is signed already.
        case alreadySigned = "already-signed"
        /// The report holds what a signature would not cover, or is laid out as no audit writes it.
        case notSignable = "not-signable"
        /// The libraries could not sign.
        case signingFailed = "signing-failed"
        /// The report is no record of an audit.
        case invalidReport = "invalid-report"
        /// The signed report cannot be written.
        case unwritable
        /// The disk, or the user's share of it, is full.
        case diskFull = "disk-full"
    }

    /// Why.
    public let code: Code
    /// What is wrong, in one sentence.
    public let summary: String
    /// The file or the option.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What to do.
    public let remedy: String

    /// `signature.<code>`.
    public var id: String { "signature.\(code.rawValue)" }

    /// Makes an error.
    public init(_ code: Code, _ summary: String, at location: Location, cause: String? = nil, remedy: String) {
        self.code = code
        self.summary = summary
        self.location = location
        self.cause = cause
        self.remedy = remedy
    }
}
