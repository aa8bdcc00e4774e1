import Diagnostics
import Foundation

/// What opens an encrypted key. It never stands on a command line, where every process could read it.
public struct Passphrase: Sendable {
    let bytes: [UInt8]

    /// OpenSSL's own limit for a PEM passphrase.
    private static let longest = 1024

    /// The value of an environment variable.
    ///
    /// - Throws: `passphraseMissing` where it is not set or empty, `passphraseWrong` where it is too long.
    public static func environment(_ name: String) throws(SignatureError) -> Passphrase {
        guard let value = ProcessInfo.processInfo.environment[name], !value.isEmpty else {
            throw SignatureError(
                .passphraseMissing,
                "the environment variable \(name) is not set",
                at: .option("--passphrase-env"),
                remedy: "Set it for this command alone, from your secret store."
            )
        }
        return try Passphrase(Array(value.utf8), at: .option("--passphrase-env"))
    }

    /// The first line of a file.
    ///
    /// - Throws: `unreadable`, `tooLarge`, `passphraseMissing` where the line is empty, `passphraseWrong`.
    public static func file(_ path: String) throws(SignatureError) -> Passphrase {
        let bytes = try BoundedFile.read(path, largest: 64 << 10)
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        guard !line.isEmpty else {
            throw SignatureError(
                .passphraseMissing,
                "the first line of the file is empty",
                at: .file(path),
                remedy: "Put the passphrase on the first line of the file."
            )
        }
        return try Passphrase(Array(line), at: .file(path))
    }

    private init(_ bytes: [UInt8], at location: Location) throws(SignatureError) {
        guard bytes.count <= Self.longest else {
            throw SignatureError(
                .passphraseWrong,
                "a passphrase has at most \(Self.longest) bytes",
                at: location,
                remedy: "Give the passphrase the key was encrypted with."
            )
        }
        self.bytes = bytes
    }
}
