import Foundation
import Signatures
import TestSupport
import Testing

/// Certificates: chains, dates, use.
@Suite("certificates", .enabled(if: Tool.areThere))
struct CertificateTests {
    private func authorities(_ sample: SignedSample, _ name: String = "authority.crt") throws -> Trust {
        .authorities(try CertificateChain.read(path: sample.ring.path(name)))
    }

    private static let inTwoYears = Date().addingTimeInterval(2 * 365 * 86_400)

    @Test("an authority's word is enough, for verify and for xmlsec1", arguments: ["p256", "rsa"])
    func chain(key: String) throws {
        let sample = try SignedSample("\(key) with certificate")
        let verification = try sample.verify(trust: authorities(sample), statement: true)
        #expect(verification.exitCode == 0)
        #expect(verification.outcome(.certificate) == .holds)
        let sentence = verification.parts.first { $0.kind == .certificate }?.sentence ?? ""
        #expect(sentence.contains("CN=Signer \(key) é,O=Example Hospital"))
        let run = try Tool.run(
            "xmlsec1",
            ["--verify", "--trusted-pem", sample.ring.path("authority.crt"), sample.report]
        )
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("another authority's is not")
    func stranger() throws {
        let sample = try SignedSample("rsa with certificate")
        let verification = try sample.verify(trust: authorities(sample, "stranger.crt"), statement: true)
        #expect(verification.parts.filter { $0.outcome == .broken }.map(\.kind) == [.certificate])
        #expect(verification.exitCode == 1)
    }

    @Test("an expired certificate does not hold")
    func expired() throws {
        let sample = try SignedSample("p256 with certificate")
        let chained = try sample.verify(trust: authorities(sample), at: Self.inTwoYears)
        #expect(chained.parts.filter { $0.outcome == .broken }.map(\.kind) == [.certificate])
        let given = Trust.certificate(try CertificateChain.read(path: sample.ring.path("p256.crt")))
        #expect(try sample.verify(trust: given).exitCode == 0)
        let later = try sample.verify(trust: given, at: Self.inTwoYears)
        #expect(later.parts.filter { $0.outcome == .broken }.map(\.kind) == [.certificate])
        #expect(try sample.verify(trust: given, at: Date(timeIntervalSince1970: 1)).exitCode == 1)
    }

    @Test("without a certificate in the report, authorities cannot say anything")
    func noCertificate() throws {
        let sample = try SignedSample("p256")
        let verification = try sample.verify(trust: authorities(sample))
        #expect(verification.outcome(.certificate) == .unchecked)
        #expect(verification.exitCode == 2)
    }

    @Test("somebody else's certificate put into the report does not lend its name")
    func exchanged() throws {
        let sample = try SignedSample("p256 with certificate")
        let other = try SignedSample("rsa with certificate")
        let old = try sample.keyInfo
        let new = try other.keyInfo
        try sample.replace(old, new)
        #expect(try sample.verify(trust: authorities(sample)).outcome(.value) == .broken)
    }

    @Test(
        "a certificate of another key, or not for signing, or not valid now, signs nothing",
        arguments: [
            ("rsa.crt", 0.0, SignatureError.Code.certificateMismatch), ("encipher.crt", 0, .certificateUnfit),
            ("p256.crt", 2 * 365 * 86_400, .certificateUnfit),
        ]
    )
    func unfit(name: String, later: Double, code: SignatureError.Code) throws {
        let ring = try KeyRing.shared.get()
        let folder = try WorkFolder()
        let path = try folder.write("report.xml", Data(contentsOf: SignedSample.record))
        let chain = try CertificateChain.read(path: ring.path(name))
        let key = try SigningKey.read(path: ring.path("p256.pem"))
        let error = #expect(throws: SignatureError.self) {
            try ReportSigning.sign(
                report: path,
                key: key,
                certificates: (chain, ring.path(name)),
                at: Date().addingTimeInterval(later)
            )
        }
        #expect(error?.code == code)
        #expect(error?.location == .file(ring.path(name)))
        #expect(folder.contents == ["report.xml"])
    }
}
