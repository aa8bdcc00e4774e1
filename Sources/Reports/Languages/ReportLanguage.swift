import XML

/// A language a report can be read in.
public enum ReportLanguage: String, Sendable, Hashable, CaseIterable {
    /// English, the language of the record.
    case english = "en"
    /// French, with the terms of the GDPR's French text.
    case french = "fr"
    /// German, with the terms of the GDPR's German text.
    case german = "de"

    /// The words of the page: `Reports/languages/<code>.xml`.
    var catalogue: [UInt8] {
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
