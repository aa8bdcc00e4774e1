import Audits
import Foundation
import HDF5
import Reports
import TestSupport
import Testing

/// Places that cannot take what an audit leaves.
@Suite struct OutputTests {
    @Test func aFileWhereTheFolderShouldBe() throws {
        let audit = try PlantedAudit(PlantedAudit.smallest)
        try audit.folder.write("taken", "")
        let place = audit.folder.path("taken/report")
        let error = #expect(throws: HDF5Error.self) { try audit.run(output: place) }
        #expect(error?.code == .cannotCreate)
        #expect(error?.location == .file(place + "/scores.h5.partial"))
        #expect(try audit.folder.text("taken") == "")
    }

    @Test func aFolderWhereTheFileShouldBe() throws {
        let audit = try PlantedAudit(PlantedAudit.smallest)
        _ = try audit.folder.folder("report/scores.h5/inside")
        let error = #expect(throws: HDF5Error.self) { try audit.run() }
        #expect(error?.code == .cannotCreate)
        #expect(error?.location == .file(audit.folder.path("report/scores.h5")))
        #expect(audit.folder.contents("report") == ["scores.h5", "scores.h5/inside"])
    }

    /// A file system of 16 KiB; nil where none can be mounted.
    private final class SmallDisk: Sendable {
        let path: String

        init?(in folder: WorkFolder) throws {
            path = try folder.folder("small")
            let mount = try Command("mount", "-t", "tmpfs", "-o", "size=16k", "layeraudit-test", path)
            guard mount.code == 0 else { return nil }
        }

        deinit { _ = try? Command("umount", path) }

        static let isPossible: Bool = {
            guard geteuid() == 0, let folder = try? WorkFolder() else { return false }
            return (try? SmallDisk(in: folder)) != nil
        }()
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs root and the right to mount a tmpfs"))
    func fullDisk() async {
        // libhdf5 keeps a file that it could not close among its open ones: end the process, as the command does.
        await #expect(processExitsWith: .success) { try OutputTests.auditOntoFullDisk() }
    }

    private static func auditOntoFullDisk() throws {
        let audit = try PlantedAudit(PlantedAudit.smallest)
        let disk = try #require(try SmallDisk(in: audit.folder))
        let error = #expect(throws: HDF5Error.self) { try audit.run(output: disk.path) }
        #expect(error?.code == .writeFailed)
        #expect(audit.folder.contents("small") == [])
    }

    @Test(.enabled(if: SmallDisk.isPossible, "needs root and the right to mount a tmpfs"))
    func fullDiskForTheReports() throws {
        let finished = try FinishedAudit.standard.get()
        let folder = try WorkFolder()
        let disk = try #require(try SmallDisk(in: folder))
        let error = #expect(throws: ReportError.self) { try ReportFiles.write(finished.result.record, to: disk.path) }
        #expect(error?.code == .diskFull)
        #expect(folder.contents("small") == [])
    }
}
