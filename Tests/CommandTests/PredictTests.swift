import Foundation
import HDF5
import TestSupport
import Testing

/// `predict`, `inspect`, `compare` and `init` on the real CIFAR-10 audit.
@Suite(.enabled(if: SharedFolder.has("data"), "needs ../shared/data/audits/cifar10")) struct PredictTests {
    private var cifar10: String { SharedFolder.path("data/audits/cifar10") }

    /// Predictions of real Keras are in `expected.h5`, beside features at the cut.
    @Test(arguments: [
        (["--rows", "0..<300"], "predictions"), (["--rows", "0..<300", "--up-to", "features"], "features"),
    ])
    func equalsKeras(options: [String], dataset: String) throws {
        let folder = try WorkFolder()
        let arguments = ["predict", "\(cifar10)/source.h5", "\(cifar10)/data.h5:/members/x", "--output", "out.h5"]
        let run = try CommandRun(list: arguments + options, at: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(folder.contents == ["out.h5"])
        let found = try HDF5File.open(folder.path("out.h5")).root.dataset(dataset)
        let stored = try HDF5File.open("\(cifar10)/expected.h5").root.dataset("/members/\(dataset)")
        #expect(found.shape == [300] + stored.shape.dropFirst())
        let differences = zip(try found.readFloats(), try stored.readFloats(rows: 0..<300)).map { abs($0 - $1) }
        #expect((differences.max() ?? .infinity) < 1e-4)
    }

    @Test func threadsDoNotMatter() throws {
        let folder = try WorkFolder()
        let results = try ["1", "2"].map { threads in
            let run = try CommandRun(
                "predict",
                "\(cifar10)/source.h5",
                "\(cifar10)/data.h5:/members/x",
                "--rows",
                "0..<300",
                "--output",
                "out-\(threads).h5",
                "--threads",
                threads,
                at: folder
            )
            #expect(run.code == 0)
            return try HDF5File.open(folder.path("out-\(threads).h5")).root.dataset("predictions").readFloats()
        }
        #expect(results[0] == results[1])
    }

    @Test func dataThatAreNotThere() throws {
        let folder = try WorkFolder()
        let missing = try CommandRun("predict", "\(cifar10)/source.h5", "none.h5", "--output", "out.h5", at: folder)
        #expect(missing.code == 2)
        #expect(missing.errorID == "dataset.missingFile")
        #expect(missing.hasRemedy)
        let unnamed = try CommandRun(
            "predict",
            "\(cifar10)/source.h5",
            "\(cifar10)/data.h5:/member/x",
            "--output",
            "out.h5",
            at: folder
        )
        #expect(unnamed.code == 2)
        #expect(unnamed.errorID == "dataset.missingDataset")
        #expect(folder.contents == [])
    }

    @Test func dataOfAnotherShape() throws {
        let folder = try WorkFolder()
        let run = try CommandRun(
            "predict",
            "\(cifar10)/source.h5",
            "\(cifar10)/data.h5:/members/y",
            "--output",
            "out.h5",
            at: folder
        )
        #expect(run.code == 2)
        #expect(run.hasRemedy)
        #expect(folder.contents == [])
    }

    @Test func layerThatIsNotThere() throws {
        let folder = try WorkFolder()
        let run = try CommandRun(
            "predict",
            "\(cifar10)/source.h5",
            "\(cifar10)/data.h5:/members/x",
            "--output",
            "out.h5",
            "--up-to",
            "feature",
            at: folder
        )
        #expect(run.code == 2)
        #expect(run.errorID == "network.unknownLayer")
        #expect(run.errors.contains("'features'"))
        #expect(folder.contents == [])
    }

    @Test func outputThatWouldReplaceTheInput() throws {
        let folder = try WorkFolder()
        try FileManager.default.copyItem(atPath: "\(cifar10)/source.h5", toPath: folder.path("source.h5"))
        let before = try Data(contentsOf: URL(filePath: folder.path("source.h5")))
        let run = try CommandRun(
            "predict",
            "source.h5",
            "\(cifar10)/data.h5:/members/x",
            "--output",
            "./source.h5",
            at: folder
        )
        #expect(run.code == 2)
        #expect(run.errorID == "command.alreadyThere")
        #expect(try Data(contentsOf: URL(filePath: folder.path("source.h5"))) == before)
    }

    @Test func outputThatCannotBeWritten() throws {
        let folder = try WorkFolder()
        let run = try CommandRun(
            "predict",
            "\(cifar10)/source.h5",
            "\(cifar10)/data.h5:/members/x",
            "--rows",
            "0..<10",
            "--output",
            "nowhere/out.h5",
            at: folder
        )
        #expect(run.code == 2)
        #expect(run.errorID == "hdf5.cannotCreate")
        #expect(folder.contents == [])
    }

    @Test(.enabled(if: TinyDisk.isPossible, "needs the right to mount a tmpfs")) func fullDisk() throws {
        let disk = try TinyDisk(kilobytes: 64)
        let run = try CommandRun(
            "predict",
            "\(cifar10)/source.h5",
            "\(cifar10)/data.h5:/members/x",
            "--up-to",
            "features",
            "--output",
            "\(disk.path)/out.h5"
        )
        #expect(run.code == 2)
        #expect(run.errorID == "hdf5.writeFailed")
        #expect(run.hasRemedy)
        #expect(disk.contents == [])
    }

    @Test func comparesTheFileThatWouldLeave() throws {
        let same = try CommandRun("compare", "\(cifar10)/source.h5", "\(cifar10)/source.h5", "--up-to", "features")
        // The whole model would leave: its head is beyond the cut.
        #expect(same.code == 1)
        #expect(same.output.contains("beyond-cut"))
        #expect(!same.output.contains("changed"))
    }

    @Test func inspects() throws {
        let run = try CommandRun("inspect", "\(cifar10)/source.h5")
        #expect(run.code == 0)
        #expect(run.output.contains(#/(?m)^features .*cut \(default\) +[0-9,]+/#))
        #expect(run.output.contains("Keras 3.15"))
    }

    @Test func initWritesAManifestThatReads() throws {
        let folder = try WorkFolder()
        for name in ["source.h5", "data.h5"] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path(name),
                withDestinationPath: "\(cifar10)/\(name)"
            )
        }
        let run = try CommandRun("init", "--model", "source.h5", "--data", "data.h5", at: folder)
        #expect(run.code == 0, "\(run.errors)")
        #expect(folder.contents == ["audit.yaml", "data.h5", "source.h5"])
        let again = try CommandRun("init", "--model", "source.h5", "--data", "data.h5", at: folder)
        #expect(again.code == 2)
        #expect(again.errorID == "command.alreadyThere")
    }
}
