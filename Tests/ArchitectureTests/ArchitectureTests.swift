import Foundation
import Testing

/// The sources against the floors.
@Suite struct ArchitectureTests {
    private let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private var sources: URL { root.appending(path: "Sources") }

    @Test func floorTableAllowsOnlyLowerFloors() {
        #expect(FloorTable.layeraudit.contradictions() == [])
    }

    @Test func everyTargetHasItsRow() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: sources.path).filter { !$0.hasPrefix(".") }
        #expect(ArchitectureRules.folders(folders, .layeraudit) == [])
    }

    @Test func packageManifestReadsBottomUp() throws {
        let manifest = try String(contentsOf: root.appending(path: "Package.swift"), encoding: .utf8)
        #expect(ArchitectureRules.manifestOrder(manifest, .layeraudit) == [])
    }

    @Test func sourcesKeepToTheFloors() throws {
        let files = try SourceFile.all(below: sources)
        #expect(files.count > 50)
        #expect(ArchitectureRules.violations(in: files, table: .layeraudit) == [])
    }
}
