import AuditCore
import XML

extension Language {
    /// The parsed words of the page, keyed by `text/@key`: `Reports/languages/<code>.xml`.
    ///
    /// - Throws: what reading a document throws.
    func words() throws(XMLError) -> XMLDocument {
        let catalogue =
            switch self {
            case .english: PackageResources.en_xml
            case .french: PackageResources.fr_xml
            case .german: PackageResources.de_xml
            }
        return try XMLDocument.read(bytes: catalogue, name: "\(rawValue).xml")
    }
}
