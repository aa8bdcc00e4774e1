import Foundation

/// One source file, as the rules see it.
struct SourceFile {
    /// Path below `Sources`, such as `Audits/Audit.swift`.
    let path: String
    let lines: [String]

    init(path: String, text: String) {
        self.path = path
        self.lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The target: the folder below `Sources`.
    var target: String { path.split(separator: "/").first.map(String.init) ?? path }

    var isSwift: Bool { path.hasSuffix(".swift") }

    /// Lines of code with their numbers (from 1), comment lines left out.
    var code: [(number: Int, text: String)] {
        lines.enumerated().compactMap { index, line in
            let text = line.trimmingCharacters(in: .whitespaces)
            return text.isEmpty || text.hasPrefix("//") ? nil : (index + 1, text)
        }
    }

    /// The modules it imports, with line numbers: `@testable import struct A.B` imports `A`.
    var imports: [(number: Int, module: String)] {
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        return code.compactMap { number, text in
            let words = text.split(separator: " ")
            guard let index = words.firstIndex(of: "import"), words[..<index].allSatisfy(Self.mayPrecedeImport) else {
                return nil
            }
            let names = words[(index + 1)...].drop { kinds.contains($0) }
            guard let module = names.first?.split(separator: ".").first else { return nil }
            return (number, String(module))
        }
    }

    private static func mayPrecedeImport(_ word: Substring) -> Bool {
        word.hasPrefix("@") || ["public", "package", "internal", "fileprivate", "private"].contains(word)
    }

    /// Every source file below a folder.
    static func all(below root: URL) throws -> [SourceFile] {
        let kinds: Set<String> = ["swift", "h", "c", "cpp"]
        let paths = FileManager.default.subpaths(atPath: root.path) ?? []
        return try paths.sorted().filter { kinds.contains(($0 as NSString).pathExtension) }.map { path in
            SourceFile(path: path, text: try String(contentsOf: root.appending(path: path), encoding: .utf8))
        }
    }
}
