import XML

/// A signature of the one form that is accepted: enveloped, at the end of the root, over the whole document, exclusive
/// canonicalisation, SHA-256, ECDSA or RSA.
///
/// Everything XML Signature allows beyond that (references to parts or other files, XPath, XSLT, HMAC, SHA-1, MD5,
/// manifests, objects) would let a document say one thing and its signature cover another.
struct SignatureForm {
    /// The identifier of the signature method.
    let method: String
    /// The key that the signature brings along; nil for none.
    let keyInformation: KeyInformation?

    /// The signature of a document; nil where it has none.
    ///
    /// - Throws: `SignatureRefusal`.
    static func find(in root: XMLNode) throws(SignatureRefusal) -> SignatureForm? {
        let last = root.children.last
        let count = signatures(in: root)
        guard count > 0 else { return nil }
        guard count == 1, let last, isSignature(last) else {
            throw SignatureRefusal(
                count > 1 ? "the report holds \(count) of them" : "it does not stand at the end of the report"
            )
        }
        return try read(last)
    }

    private static func isSignature(_ node: XMLNode) -> Bool {
        node.name == "Signature" && node.namespace == XMLSignature.namespace
    }

    /// How many signatures there are anywhere; without recursion, since a document may be nested deeply.
    private static func signatures(in root: XMLNode) -> Int {
        var open = [root]
        var count = 0
        while let node = open.popLast() {
            if isSignature(node) { count += 1 }
            open += node.children
        }
        return count
    }

    private static func read(_ signature: XMLNode) throws(SignatureRefusal) -> SignatureForm {
        try signature.require([:])
        let hasKey = signature.children.count == 3
        let parts = try signature.exactly(["SignedInfo", "SignatureValue"] + (hasKey ? ["KeyInfo"] : []))
        for part in parts { try part.require([:]) }
        let info = try parts[0].exactly(["CanonicalizationMethod", "SignatureMethod", "Reference"])
        try leaf(info[0], XMLSignature.canonicalization)
        guard let method = info[1].attribute("Algorithm"), [XMLSignature.ecdsa, XMLSignature.rsa].contains(method)
        else {
            throw SignatureRefusal("its method is '\(info[1].attribute("Algorithm")?.prefix(100) ?? "")'")
        }
        try leaf(info[1], method)
        try reference(info[2])
        return SignatureForm(method: method, keyInformation: hasKey ? try KeyInformation.read(parts[2]) : nil)
    }

    private static func reference(_ node: XMLNode) throws(SignatureRefusal) {
        try node.require(["URI": ""])
        let parts = try node.exactly(["Transforms", "DigestMethod", "DigestValue"])
        try parts[0].require([:])
        let transforms = try parts[0].exactly(["Transform", "Transform"])
        try leaf(transforms[0], XMLSignature.enveloped)
        try leaf(transforms[1], XMLSignature.canonicalization)
        try leaf(parts[1], XMLSignature.sha256)
        try parts[2].require([:])
        _ = try parts[2].exactly([])
    }

    private static func leaf(_ node: XMLNode, _ algorithm: String) throws(SignatureRefusal) {
        try node.require(["Algorithm": algorithm])
        _ = try node.exactly([])
    }
}
