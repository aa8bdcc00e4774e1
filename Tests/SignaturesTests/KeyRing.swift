import Foundation
import Signatures
import TestSupport

/// Keys and certificates that OpenSSL makes for the tests, once.
struct KeyRing: Sendable {
    struct Failed: Error { let errors: String }

    /// A signer, as the tests go through them.
    struct Signer: Sendable, CustomStringConvertible {
        let name: String
        let key: String
        let publicKey: String
        /// Nil where the report carries the key's value.
        let certificate: String?

        var description: String { name }
    }

    static let shared = Result { try KeyRing() }
    static let passphrase = "correct horse"

    /// The four kinds of signer; by name, so that parameterised tests need no keys when they are listed.
    static let signerNames = ["p256", "rsa", "p256 with certificate", "rsa with certificate"]

    let folder: WorkFolder

    private init() throws {
        folder = try WorkFolder()
        try make("p256", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
        try make("rsa", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
        try make("other", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
        try make("p384", ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"])
        try make("small", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"])
        try make("ed25519", ["-algorithm", "ED25519"])
        try make("authority", ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"])
        try openssl(
            "pkcs8 -topk8 -v2 aes-256-cbc -in p256.pem -out locked.pem -passout",
            last: "pass:\(Self.passphrase)"
        )
        try openssl("ec -in p256.pem -out sec1.pem")
        try openssl("rsa -in rsa.pem -traditional -out pkcs1.pem")
        try openssl("pkcs8 -topk8 -nocrypt -in p256.pem -outform DER -out p256.der")
        try openssl("req -x509 -new -key authority.pem -days 3650 -out authority.crt -subj", last: "/CN=Test Authority")
        try openssl("req -x509 -new -key other.pem -days 3650 -out stranger.crt -subj", last: "/CN=Somebody Else")
        for name in ["p256", "rsa"] { try certify(name, "\(name).crt", "keyUsage=digitalSignature") }
        try certify("p256", "encipher.crt", "keyUsage=keyAgreement")
        try Data(Self.passphrase.utf8 + Array("\nnot this\n".utf8)).write(to: folder.url.appending(path: "passphrase"))
    }

    func path(_ name: String) -> String { folder.path(name) }

    func signer(_ name: String) -> Signer {
        let key = name.hasPrefix("rsa") ? "rsa" : "p256"
        return Signer(
            name: name,
            key: path("\(key).pem"),
            publicKey: path("\(key).pub"),
            certificate: name.hasSuffix("certificate") ? path("\(key).crt") : nil
        )
    }

    private func make(_ name: String, _ arguments: [String]) throws {
        try openssl("genpkey -out \(name).pem", more: arguments)
        try openssl("pkey -in \(name).pem -pubout -out \(name).pub")
    }

    private func certify(_ name: String, _ certificate: String, _ usage: String) throws {
        try folder.write("extensions", Array("\(usage)\n".utf8))
        try openssl(
            "req -new -utf8 -key \(name).pem -out request -subj",
            last: "/O=Example Hospital/CN=Signer \(name) é"
        )
        try openssl(
            "x509 -req -in request -CA authority.crt -CAkey authority.pem -CAcreateserial -days 365 -extfile extensions "
                + "-out \(certificate)"
        )
    }

    /// Runs OpenSSL; words that name files of the folder become paths.
    private func openssl(_ line: String, more: [String] = [], last: String? = nil) throws {
        let files = ["-in", "-out", "-key", "-CA", "-CAkey", "-extfile"]
        var words = line.split(separator: " ").map(String.init)
        for index in words.indices.dropFirst() where files.contains(words[index - 1]) {
            words[index] = path(words[index])
        }
        let run = try Tool.run("openssl", words + more + (last.map { [$0] } ?? []))
        guard run.status == 0 else { throw Failed(errors: run.errors) }
    }
}
