import Foundation

/// What every source file keeps to (DESIGN.md section 3).
enum ArchitectureRules {
    static let longestFile = 400

    /// Every rule over every file.
    static func violations(in files: [SourceFile], table: FloorTable) -> [Violation] {
        files.flatMap { imports($0, table) + size($0) + crashes($0) + publicTypes($0) }
    }

    /// A target imports only what its row allows, and nothing from its own floor or above.
    static func imports(_ file: SourceFile, _ table: FloorTable) -> [Violation] {
        guard file.isSwift, let row = table.row(file.target) else { return [] }
        return file.imports.compactMap { number, module in
            guard !FloorTable.toolchain.contains(module), !row.mayImport.contains(module) else { return nil }
            return Violation(
                rule: .imports,
                place: "\(file.path):\(number)",
                what: "\(row.target) (floor \(row.floor)) may not import \(module)"
            )
        }
    }

    /// No file is too long to read in one go.
    static func size(_ file: SourceFile) -> [Violation] {
        guard file.lines.count > longestFile + 1 else { return [] }
        return [Violation(rule: .size, place: file.path, what: "\(file.lines.count) lines, more than \(longestFile)")]
    }

    /// Nothing ends the process: callers' data leads to errors.
    static func crashes(_ file: SourceFile) -> [Violation] {
        guard file.isSwift else { return [] }
        let banned = ["try!", "fatalError(", "precondition(", "preconditionFailure(", "as!"]
        return file.code.flatMap { number, text in
            banned.filter { text.contains($0) }.map {
                Violation(rule: .crash, place: "\(file.path):\(number)", what: "uses \($0)")
            }
        }
    }

    /// A file holds at most one public type; its name is the place to look for it.
    static func publicTypes(_ file: SourceFile) -> [Violation] {
        guard file.isSwift else { return [] }
        let declaration = #/^(@\w+(\(.*\))? )*public (final |indirect )*(struct|class|enum|actor|protocol) /#
        let types = file.lines.filter { $0.contains(declaration) }
        guard types.count > 1 else { return [] }
        return [Violation(rule: .publicTypes, place: file.path, what: "\(types.count) public types in one file")]
    }

    /// Every folder below `Sources` has its row, and every row its folder.
    static func folders(_ folders: [String], _ table: FloorTable) -> [Violation] {
        let known = Set(table.rows.map(\.target))
        let found = Set(folders)
        return found.subtracting(known).sorted().map {
            Violation(rule: .folder, place: $0, what: "is a folder without a row in the floor table")
        }
            + known.subtracting(found).sorted().map {
                Violation(rule: .folder, place: $0, what: "has a row in the floor table but no folder")
            }
    }

    /// Package.swift names every target, from the lowest floor upwards.
    static func manifestOrder(_ manifest: String, _ table: FloorTable) -> [Violation] {
        let declaration = #/(?:floor\(\s*|[tT]arget\(\s*name: |systemLibrary\(\s*name: )"([\w-]+)"/#
        let names = manifest.matches(of: declaration).map { String($0.output.1) }.filter { table.row($0) != nil }
        let missing = table.rows.filter { !names.contains($0.target) }.map {
            Violation(rule: .manifestOrder, place: "Package.swift", what: "does not declare \($0.target)")
        }
        let floors = names.compactMap { table.row($0)?.floor }
        let fallen = zip(zip(floors, floors.dropFirst()), names.dropFirst()).filter { $0.0.0 > $0.0.1 }.map {
            Violation(rule: .manifestOrder, place: "Package.swift", what: "declares \($0.1) above a higher floor")
        }
        return missing + fallen
    }
}
