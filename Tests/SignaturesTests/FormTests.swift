import Foundation
import Signatures
import Testing

/// Signatures of any other form than the one LayerAudit writes are refused, whatever xmlsec would say.
@Suite("the form of a signature", .enabled(if: Tool.areThere))
struct FormTests {
    private static let enveloped = "<Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"/>"
    private static let exclusive = "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"/>"
    private static let ecdsa = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"

    /// Templates of signatures that xmlsec1 itself signs with the signer's key, and so finds good.
    private static let edits: [(String, String, String)] = [
        ("a reference to a part", "URI=\"\"", "URI=\"#part\""),
        ("a reference to a file", "URI=\"\"", "URI=\"file:///etc/hostname\""),
        ("no reference", " URI=\"\"", ""),
        (
            "an XPath transform", exclusive,
            "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><XPath>not(ancestor-or-self::*[local-name()='verdict'])</XPath></Transform>\(exclusive)"
        ),
        ("an XSLT transform", exclusive, "<Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"/>"),
        (
            "inclusive canonicalisation", exclusive,
            "<Transform Algorithm=\"http://www.w3.org/TR/2001/REC-xml-c14n-20010315\"/>"
        ),
        ("transforms in another order", "\(enveloped)\n          \(exclusive)", "\(exclusive)\n          \(enveloped)"),
        (
            "prefixes that are not covered", exclusive,
            "<Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"><InclusiveNamespaces xmlns=\"http://www.w3.org/2001/10/xml-exc-c14n#\" PrefixList=\"r\"/></Transform>"
        ),
        ("SHA-1", "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2000/09/xmldsig#sha1"),
        ("MD5", "http://www.w3.org/2001/04/xmlenc#sha256", "http://www.w3.org/2001/04/xmldsig-more#md5"),
        ("ECDSA with SHA-1", ecdsa, "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1"),
        ("HMAC", ecdsa, "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256"),
        (
            "a second reference", "</SignedInfo>",
            "<Reference URI=\"\"><Transforms>\(enveloped)\(exclusive)</Transforms><DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"/><DigestValue></DigestValue></Reference></SignedInfo>"
        ),
        ("an object", "</Signature>", "<Object><verdict result=\"pass\"/></Object></Signature>"),
        ("an id", "<Signature xmlns", "<Signature Id=\"s\" xmlns"),
        ("a key to fetch", "<KeyInfo>", "<KeyInfo><RetrievalMethod URI=\"http://127.0.0.1/key\"/>"),
        ("a key by name", "<KeyValue>", "<KeyName>mine</KeyName><KeyValue>"),
    ]

    @Test("another form is refused", arguments: edits)
    func refused(edit: (name: String, old: String, new: String)) throws {
        let sample = try SignedSample()
        try sample.replace(edit.old, edit.new)
        for trust in [try sample.trust, .embedded, .nobody] {
            let verification = try sample.verify(trust: trust)
            #expect(verification.outcome(.signature) == .broken)
            #expect(verification.exitCode == 1)
        }
    }

    @Test(
        "a signature that xmlsec1 makes and accepts in a weaker form is refused all the same",
        arguments: ["an XPath transform", "inclusive canonicalisation", "SHA-1"]
    )
    func weaker(name: String) throws {
        let sample = try SignedSample()
        let edit = try #require(Self.edits.first { $0.0 == name })
        try sample.replace(edit.1, edit.2)
        try sample.folder.write(
            "template.xml",
            Array(
                try sample.text.replacing(#/<DigestValue>[^<]*</#, with: "<DigestValue><")
                    .replacing(#/<SignatureValue>[^<]*</#, with: "<SignatureValue><")
                    .replacing(sample.keyInfo, with: "").utf8
            )
        )
        let run = try Tool.run(
            "xmlsec1",
            [
                "--sign", "--privkey-pem", sample.signer.key, "--output", sample.report,
                sample.folder.path("template.xml"),
            ]
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(try sample.xmlsec())
        #expect(try sample.verify().outcome(.signature) == .broken)
    }

    @Test("a signed report wrapped into another one does not lend it its signature")
    func wrapped() throws {
        let sample = try SignedSample()
        let signature = try sample.signature
        // Twice at the end; then in a drawing, where the schema looks at nothing.
        try sample.replace("</report>", signature + "</report>")
        #expect(try sample.verify().exitCode == 1)
        let other = try SignedSample()
        try other.replace("</svg>", "\(signature)</svg>")
        #expect(try other.verify().outcome(.signature) == .broken)
        let third = try SignedSample()
        try third.replace(third.signature, "")
        try third.replace("</svg>", "\(signature)</svg>")
        #expect(try third.verify().outcome(.signature) == .broken)
    }

    @Test("comments, which nobody signed, are refused; other text in them is not seen as the record's")
    func comments() throws {
        let sample = try SignedSample()
        try sample.replace("<title>", "<title><!-- approved -->")
        #expect(try sample.xmlsec())
        let verification = try sample.verify()
        #expect(verification.outcome(.signature) == .broken)
        let other = try SignedSample()
        try other.replace("<report ", "<!DOCTYPE report>\n<report ")
        #expect(try other.verify().outcome(.signature) == .broken)
    }
}
