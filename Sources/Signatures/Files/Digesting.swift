import CXMLSec
import Diagnostics

/// A SHA-256 digest in the making.
final class Digesting {
    private var pointer: OpaquePointer?

    init() throws(SignatureError) {
        pointer = signing_digest_begin()
        guard pointer != nil else { throw Self.failed }
    }

    deinit { if pointer != nil { _ = try? end() } }

    func add(_ bytes: [UInt8]) throws(SignatureError) {
        guard let pointer, signing_digest_add(pointer, bytes, bytes.count) == 1 else { throw Self.failed }
    }

    /// The digest in lower-case hexadecimal; nothing can be added after it.
    func end() throws(SignatureError) -> String {
        guard let finished = pointer else { throw Self.failed }
        pointer = nil
        var bytes = [UInt8](repeating: 0, count: 32)
        guard signing_digest_end(finished, &bytes) == 1 else { throw Self.failed }
        return ContentDigest.hexadecimal(bytes)
    }

    private static var failed: SignatureError {
        SignatureError(
            .signingFailed,
            "SHA-256 could not be computed",
            at: .run,
            remedy: "Run on a machine with more free memory."
        )
    }
}
