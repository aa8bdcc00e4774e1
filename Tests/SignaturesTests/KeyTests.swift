import Diagnostics
import Foundation
import Signatures
import TestSupport
import Testing

/// Keys and passphrases: which are taken, and what is said of the others.
@Suite("keys", .enabled(if: Tool.areThere))
struct KeyTests {
    private let ring = Result { try KeyRing.shared.get() }

    @Test(
        "PEM in every layout, and DER",
        arguments: [
            ("p256.pem", KeyKind.p256), ("sec1.pem", .p256), ("p256.der", .p256), ("rsa.pem", .rsa(bits: 2048)),
            ("pkcs1.pem", .rsa(bits: 2048)),
        ]
    )
    func layouts(name: String, kind: KeyKind) throws {
        #expect(try SigningKey.read(path: ring.get().path(name)).publicKey.kind == kind)
    }

    @Test(
        "other keys are refused",
        arguments: [
            ("small.pem", SignatureError.Code.weakKey), ("p384.pem", .unsupportedKey), ("ed25519.pem", .unsupportedKey),
            ("p256.pub", .notAKey), ("p256.crt", .notAKey), ("none.pem", .unreadable), (".", .unreadable),
        ]
    )
    func refused(name: String, code: SignatureError.Code) throws {
        let path = try ring.get().path(name)
        let error = #expect(throws: SignatureError.self) { try SigningKey.read(path: path) }
        #expect(error?.code == code)
        #expect(error?.location == .file(path))
    }

    @Test("public keys and certificates of the wrong kind are refused")
    func publicKeys() throws {
        let ring = try ring.get()
        let files: [(String, SignatureError.Code)] = [
            ("small.pub", .weakKey), ("p384.pub", .unsupportedKey), ("p256.crt", .notAKey), ("none", .unreadable),
        ]
        for (name, code) in files {
            let error = #expect(throws: SignatureError.self) { try PublicKey.read(path: ring.path(name)) }
            #expect(error?.code == code)
        }
        let error = #expect(throws: SignatureError.self) { try CertificateChain.read(path: ring.path("p256.pub")) }
        #expect(error?.code == .notACertificate)
    }

    @Test("an encrypted key takes its passphrase, from a file's first line")
    func passphrase() throws {
        let ring = try ring.get()
        let locked = ring.path("locked.pem")
        let missing = #expect(throws: SignatureError.self) { try SigningKey.read(path: locked) }
        #expect(missing?.code == .passphraseMissing)
        let key = try SigningKey.read(path: locked, passphrase: .file(ring.path("passphrase")))
        #expect(key.publicKey.fingerprint == (try PublicKey.read(path: ring.path("p256.pub")).fingerprint))
        let folder = try WorkFolder()
        let other = try Passphrase.file(try folder.write("other", Array("wrong\n".utf8)))
        let wrong = #expect(throws: SignatureError.self) { try SigningKey.read(path: locked, passphrase: other) }
        #expect(wrong?.code == .passphraseWrong)
        #expect(throws: SignatureError.self) { try Passphrase.file(try folder.write("empty", Array("\n".utf8))) }
        let long = try folder.write("long", [UInt8](repeating: 65, count: 2000))
        #expect(throws: SignatureError.self) { try Passphrase.file(long) }
        let unset = #expect(throws: SignatureError.self) { try Passphrase.environment("LAYERAUDIT_NO_SUCH_VARIABLE") }
        #expect(unset?.code == .passphraseMissing)
    }

    @Test("a damaged key, at any length and with any byte changed, is an error and no end of the program")
    func damaged() throws {
        let ring = try ring.get()
        let bytes = [UInt8](try Data(contentsOf: URL(filePath: ring.path("locked.pem"))))
        let folder = try WorkFolder()
        let passphrase = try Passphrase.file(ring.path("passphrase"))
        var random = SplitMix(state: 5)
        for _ in 0..<60 {
            var changed = bytes
            changed[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 0...255, using: &random)
            let path = try folder.write("key", changed.prefix(Int.random(in: 0...bytes.count, using: &random)))
            _ = try? SigningKey.read(path: path, passphrase: passphrase)
            _ = try? PublicKey.read(path: path)
            _ = try? CertificateChain.read(path: path)
        }
    }
}
