import Testing

/// The rules see what is planted for them: an architecture test that cannot fail says nothing.
@Suite struct PlantedViolationTests {
    private func rules(_ path: String, _ text: String) -> [Violation] {
        ArchitectureRules.violations(in: [SourceFile(path: path, text: text)], table: .layeraudit)
    }

    @Test(arguments: [
        ("Reports/A.swift", "import Attacks"),
        ("Statistics/A.swift", "import Diagnostics"),
        ("Tensors/A.swift", "@preconcurrency public import Networks"),
        ("Policies/A.swift", "import struct Datasets.Dataset"),
        ("AuditCore/A.swift", "import Crypto"),
        ("Networks/A.swift", "import CTorch"),
    ])
    func forbiddenImport(path: String, line: String) {
        let found = rules(path, "/// Text.\n\(line)\n")
        #expect(found.map(\.rule) == [.imports])
        #expect(found.first?.place == "\(path):2")
    }

    @Test func allowedImportsAndComments() {
        #expect(
            rules("Reports/A.swift", "import Foundation\nimport XML\n// import Attacks\nlet a = \"import b\"") == []
        )
    }

    @Test(arguments: ["try! read()", "fatalError()", "precondition(x > 0)", "let y = x as! Int"])
    func crash(line: String) {
        #expect(rules("HDF5/A.swift", "let a = 1\n    \(line)\n").map(\.rule) == [.crash])
        #expect(rules("HDF5/A.swift", "// \(line)\n") == [])
    }

    @Test func longFile() {
        #expect(rules("HDF5/A.swift", String(repeating: "let a = 1\n", count: 400)) == [])
        #expect(rules("HDF5/A.swift", String(repeating: "let a = 1\n", count: 401)).map(\.rule) == [.size])
    }

    @Test func secondPublicType() {
        let one = "public struct A {\n    public enum Inner {}\n}\nextension A {}\nstruct B {}\n"
        #expect(rules("HDF5/A.swift", one) == [])
        #expect(rules("HDF5/A.swift", one + "public final class C {}\n").map(\.rule) == [.publicTypes])
    }

    @Test func unknownAndMissingFolders() {
        let known = FloorTable.layeraudit.rows.map(\.target)
        #expect(ArchitectureRules.folders(known, .layeraudit) == [])
        #expect(ArchitectureRules.folders(known + ["Utilities"], .layeraudit).map(\.place) == ["Utilities"])
        #expect(ArchitectureRules.folders(known.filter { $0 != "XML" }, .layeraudit).map(\.place) == ["XML"])
    }

    @Test func tableThatLooksUp() {
        let table = FloorTable(rows: [
            .init(floor: 1, target: "Low", mayImport: ["High", "Nowhere"]),
            .init(floor: 2, target: "High", mayImport: ["Low"]),
        ])
        #expect(table.contradictions().map(\.place) == ["Low", "Low"])
    }

    @Test func manifestOutOfOrder() {
        let table = FloorTable(rows: [
            .init(floor: 1, target: "Low", mayImport: []), .init(floor: 2, target: "High", mayImport: ["Low"]),
        ])
        #expect(ArchitectureRules.manifestOrder(#"floor("Low", []), floor("High", ["Low"])"#, table) == [])
        #expect(ArchitectureRules.manifestOrder(#"floor("High", []), floor("Low", [])"#, table).count == 1)
        #expect(ArchitectureRules.manifestOrder(#"floor("High", [])"#, table).count == 1)
    }
}
