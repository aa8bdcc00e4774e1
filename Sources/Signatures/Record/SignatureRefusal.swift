import XML

/// Why the form of a signature is not the one signed reports have.
struct SignatureRefusal: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}

extension XMLNode {
    /// The only child element.
    func only(_ name: String) throws(SignatureRefusal) -> XMLNode {
        let children = children
        guard children.count == 1 else { throw SignatureRefusal("its \(name) holds \(children.count) elements") }
        return children[0]
    }

    /// The child elements, which must be these, in XML Signature's namespace and in this order.
    func exactly(_ names: [String]) throws(SignatureRefusal) -> [XMLNode] {
        let children = children
        guard children.map(\.name) == names, children.allSatisfy({ $0.namespace == XMLSignature.namespace }) else {
            let found = children.prefix(8).map(\.name).joined(separator: ", ")
            throw SignatureRefusal("its \(name) holds '\(found)' rather than '\(names.joined(separator: ", "))'")
        }
        return children
    }

    /// Makes sure that the attributes are these, no more and no fewer.
    func require(_ expected: [String: String]) throws(SignatureRefusal) {
        let found = attributes
        let isSame =
            found.count == expected.count && found.allSatisfy { $0.namespace == nil && expected[$0.name] == $0.value }
        guard isSame else {
            let text = found.prefix(4).map { "\($0.name)=\"\($0.value.prefix(100))\"" }.joined(separator: " ")
            throw SignatureRefusal("its \(name) says '\(text)'")
        }
    }
}
