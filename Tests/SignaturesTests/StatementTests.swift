import Foundation
import Signatures
import Testing

/// The in-toto statement in its DSSE envelope.
@Suite("the statement", .enabled(if: Tool.areThere))
struct StatementTests {
    private func envelope(_ sample: SignedSample) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(sample.folder.bytes("report.intoto.json")))
        return try #require(object as? [String: Any])
    }

    private func payload(_ envelope: [String: Any]) throws -> Data {
        let text = try #require(envelope["payload"] as? String)
        return try #require(Data(base64Encoded: text))
    }

    @Test("it names the report and every file by SHA-256, and the verdict")
    func content() throws {
        let sample = try SignedSample()
        let object = try JSONSerialization.jsonObject(with: payload(envelope(sample)))
        let statement = try #require(object as? [String: Any])
        #expect(statement["_type"] as? String == "https://in-toto.io/Statement/v1")
        #expect(statement["predicateType"] as? String == "urn:layeraudit:audit:1")
        let subjects = try #require(statement["subject"] as? [[String: Any]])
        #expect(subjects.compactMap { $0["name"] as? String } == ["report.xml", "source.h5", "shared.h5"])
        let digests = subjects.compactMap { ($0["digest"] as? [String: String])?["sha256"] }
        #expect(
            digests == [
                try ContentDigest.ofFile(sample.report), String(repeating: "a", count: 64),
                String(repeating: "b", count: 64),
            ]
        )
        let predicate = try #require(statement["predicate"] as? [String: Any])
        #expect((predicate["verdict"] as? [String: Any])?["result"] as? String == "fail")
        #expect((predicate["verdict"] as? [String: Any])?["exitCode"] as? Int == 1)
        let materials = try #require(predicate["materials"] as? [[String: Any]])
        #expect(materials.compactMap { $0["name"] as? String } == ["audit.yaml", "gdpr-baseline.xml"])
        #expect((predicate["dataSets"] as? [[String: Any]])?.count == 4)
    }

    @Test("OpenSSL accepts the signature over the encoding of the specification", arguments: ["p256", "rsa"])
    func openssl(signer: String) throws {
        let sample = try SignedSample(signer)
        let envelope = try envelope(sample)
        let type = try #require(envelope["payloadType"] as? String)
        let payload = try payload(envelope)
        let signature = try #require(((envelope["signatures"] as? [[String: String]])?.first)?["sig"])
        let encoded = Data("DSSEv1 \(type.utf8.count) \(type) \(payload.count) ".utf8) + payload
        let message = try sample.folder.write("pae", encoded)
        let decoded = try #require(Data(base64Encoded: signature))
        let bytes = try sample.folder.write("sig", decoded)
        let arguments = ["dgst", "-sha256", "-verify", sample.signer.publicKey, "-signature", bytes]
        #expect(try Tool.run("openssl", arguments + [message]).status == 0)
        try sample.folder.write("pae", encoded + [0])
        #expect(try Tool.run("openssl", arguments + [message]).status != 0)
    }

    @Test(
        "a verifier of its own, in Python, accepts it",
        .enabled(if: Tool.python != nil, "needs the Python package cryptography (make .venv/bin/python)"),
        arguments: KeyRing.signerNames
    )
    func python(signer: String) throws {
        let sample = try SignedSample(signer)
        let script = Tool.root.appending(path: "Tests/Recompute/verify_envelope.py").path
        let python = try #require(Tool.python)
        let run = try Tool.run(python, [script, sample.statement, sample.signer.publicKey, sample.report])
        #expect(run.status == 0, "\(run.errors)")
        try sample.replace("Example Hospital", "Another Hospital")
        #expect(try Tool.run(python, [script, sample.statement, sample.signer.publicKey, sample.report]).status == 1)
    }

    @Test("any changed byte of payload or signature is seen")
    func changed() throws {
        let sample = try SignedSample()
        let original = try sample.folder.bytes("report.intoto.json")
        let text = String(decoding: original, as: UTF8.self)
        var random = SplitMix(state: 6)
        for field in ["\"payload\":\"", "\"sig\":\""] {
            let start = try #require(text.range(of: field)).upperBound
            let end = try #require(text[start...].firstIndex(of: "\""))
            let offsets =
                text.utf8.distance(
                    from: text.startIndex,
                    to: start
                )..<text.utf8.distance(
                    from: text.startIndex,
                    to: end
                )
            for _ in 0..<30 {
                var bytes = original
                // The last characters hold bits that base64 does not use.
                let position = Int.random(in: offsets.dropLast(4), using: &random)
                bytes[position] = bytes[position] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
                try sample.folder.write("report.intoto.json", bytes)
                #expect(try sample.verify(statement: true).outcome(.statement) == .broken, "byte \(position)")
            }
        }
    }

    @Test(
        "what is no statement about an audit is refused",
        arguments: ["", "{}", "[]", "{\"payload\":\"\",\"payloadType\":\"\",\"signatures\":[]}", "\u{0}"]
    )
    func other(text: String) throws {
        let sample = try SignedSample()
        try sample.folder.write("report.intoto.json", Array(text.utf8))
        let verification = try sample.verify(statement: true)
        #expect(verification.outcome(.statement) == .broken)
        #expect(verification.outcome(.statementReport) == nil)
    }

    @Test("a statement about another report of the same signer does not fit")
    func anotherReport() throws {
        let sample = try SignedSample()
        let other = try SignedSample {
            $0.replacing(String(repeating: "a", count: 64), with: String(repeating: "f", count: 64))
        }
        try sample.folder.write("report.intoto.json", try other.folder.bytes("report.intoto.json"))
        let verification = try sample.verify(statement: true)
        #expect(verification.outcome(.statement) == .holds)
        #expect(verification.outcome(.statementReport) == .broken)
        #expect(verification.outcome(.statementFiles) == .broken)
    }
}
