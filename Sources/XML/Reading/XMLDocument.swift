import CLibXML2
import Diagnostics

/// A parsed XML document: no network, no external entities, no entity expansion, bounded size.
public final class XMLDocument {
    /// The most bytes a document may have unless the caller says otherwise: 256 MiB.
    public static let maximumBytes = 256 << 20

    /// The name that messages show: the path, or what the caller called the bytes.
    public let name: String
    let tree: xmlDocPtr
    private let rootNode: xmlNodePtr

    private init(tree: xmlDocPtr, rootNode: xmlNodePtr, name: String) {
        self.tree = tree
        self.rootNode = rootNode
        self.name = name
    }

    deinit { xmlFreeDoc(tree) }

    /// Reads the file at `path`.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - maximumBytes: the largest size that is read.
    /// - Throws: `fileNotFound`, `unreadable`, `tooLarge`, `notWellFormed`, `forbiddenEntity`, `outOfMemory`.
    public static func read(
        path: String,
        maximumBytes: Int = XMLDocument.maximumBytes
    ) throws(XMLError) -> XMLDocument {
        try read(
            bytes: bytes(path: path, maximumBytes: maximumBytes),
            name: path,
            maximumBytes: maximumBytes
        )
    }

    /// The bytes of the plain file at `path`, for callers that also need their digest.
    ///
    /// - Throws: `fileNotFound`, `unreadable`, `tooLarge`.
    public static func bytes(
        path: String,
        maximumBytes: Int = XMLDocument.maximumBytes
    ) throws(XMLError) -> [UInt8] {
        try FileBytes.read(path: path, maximumBytes: maximumBytes)
    }

    /// Parses `bytes` in any encoding they declare.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - name: what messages call it.
    ///   - maximumBytes: the largest size that is parsed.
    /// - Throws: `tooLarge`, `notWellFormed`, `forbiddenEntity`, `outOfMemory`.
    public static func read(
        bytes: [UInt8],
        name: String,
        maximumBytes: Int = XMLDocument.maximumBytes
    ) throws(XMLError) -> XMLDocument {
        let tree = try DocumentParser.parse(bytes, name: name, maximumBytes: maximumBytes)
        guard let root = xmlDocGetRootElement(tree) else {
            xmlFreeDoc(tree)
            throw XMLError.noMemory(name)
        }
        return XMLDocument(tree: tree, rootNode: root, name: name)
    }

    /// The root element.
    public var root: XMLNode { XMLNode(document: self, node: rootNode) }
}
