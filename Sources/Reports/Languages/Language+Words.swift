import AuditCore
import XML

extension Language {
    /// The words of the page: `Reports/languages/<code>.xml`.
    private var catalogue: [UInt8] {
        switch self {
        case .english: PackageResources.en_xml
        case .french: PackageResources.fr_xml
        case .german: PackageResources.de_xml
        }
    }

    /// The parsed words of the page, keyed by `text/@key`.
    ///
    /// - Throws: what reading a document throws.
    func words() throws(XMLError) -> XMLDocument {
        try XMLDocument.read(bytes: catalogue, name: "\(rawValue).xml")
    }
}
