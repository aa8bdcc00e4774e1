import Foundation

@testable import AuditCore

/// The files of the catalogues, read apart from the program.
enum CatalogFiles {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// The keys of a language, in the order of the files.
    static func keys(_ language: Language) throws -> [String] {
        let folder = root.appending(path: "Sources/AuditCore/Languages")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".\(language.rawValue).txt") }.sorted()
        return try names.flatMap { name in
            try String(contentsOf: folder.appending(path: name), encoding: .utf8).matches(of: #/(?m)^([a-z]\S*) = /#)
                .map { String($0.output.1) }
        }
    }

    /// Every Swift file below `Sources`, as one text.
    static func sources() throws -> String {
        let folder = root.appending(path: "Sources").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        return try files.filter { $0.hasSuffix(".swift") }.map {
            try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
        }.joined(separator: "\n")
    }
}
