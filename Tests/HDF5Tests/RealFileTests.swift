import Foundation
import Testing

@testable import HDF5

/// Files that Keras and other programs wrote; skipped where they are absent.
struct RealFileTests {
    /// The folder `shared/data` beside the repository, or below `LAYERAUDIT_SHARED`.
    static let shared: String = {
        if let named = ProcessInfo.processInfo.environment["LAYERAUDIT_SHARED"] { return named + "/data" }
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return repository.deletingLastPathComponent().appendingPathComponent("shared/data").path
    }()

    static func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: shared + "/" + name) }

    @Test(.enabled(if: has("keras-models"), "needs shared/data/keras-models"))
    func aWholeKerasModel() throws {
        let root = try HDF5File.open(Self.shared + "/keras-models/mlcommons-tiny/pretrainedResnet.h5").root
        #expect(try root.stringAttribute("model_config")?.hasPrefix("{\"class_name\": \"Functional\"") == true)
        let weights = try root.group("model_weights")
        let layers = try #require(try weights.stringsAttribute("layer_names"))
        #expect(layers.first == "input_1" && layers.last == "dense")
        #expect(try weights.group("input_1").stringsAttribute("weight_names") == [])
        let dense = try weights.group("dense")
        let names = try #require(try dense.stringsAttribute("weight_names"))
        #expect(names == ["dense/kernel:0", "dense/bias:0"])
        #expect(try dense.dataset(names[0]).shape == [64, 10])
        #expect(try dense.dataset(names[1]).readFloats().allSatisfy(\.isFinite))
    }

    @Test(.enabled(if: has("hdf5-fixtures"), "needs shared/data/hdf5-fixtures"))
    func everyFixtureOfAnotherReader() throws {
        let folder = Self.shared + "/hdf5-fixtures/pyfive"
        var datasets = 0
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) where name.hasSuffix(".hdf5") {
            datasets += try readAll(HDF5File.open(folder + "/" + name).root)
        }
        #expect(datasets > 50)
    }

    private func readAll(_ group: HDF5Group) throws -> Int {
        var datasets = 0
        for name in try group.memberNames() {
            if group.isGroup(name) {
                datasets += try readAll(group.group(name))
            } else {
                let dataset = try group.dataset(name)
                if dataset.elementType == .string { #expect(try dataset.readStrings().count == dataset.count) }
                if dataset.elementType.byteCount != nil { #expect(try dataset.readDoubles().count == dataset.count) }
                datasets += 1
            }
        }
        return datasets
    }
}
