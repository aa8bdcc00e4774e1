import Foundation
import TestSupport
import Testing

@testable import HDF5

/// Files that Keras and other programs wrote; skipped where they are absent.
struct RealFileTests {
    @Test(.enabled(if: SharedFolder.has("data/keras-models"), "needs shared/data/keras-models"))
    func aWholeKerasModel() throws {
        let root = try HDF5File.open(SharedFolder.path("data/keras-models/mlcommons-tiny/pretrainedResnet.h5")).root
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

    /// What h5py reads from one dataset (see Fixtures/make_pyfive.py).
    private struct Known: Decodable {
        let shape: [Int]?
        let sum: Double?
        let first: [Double]?
        let texts: [String]?
        /// The NumPy type of elements that are neither numbers nor texts.
        let kind: String?
    }

    @Test(.enabled(if: SharedFolder.has("data/hdf5-fixtures"), "needs shared/data/hdf5-fixtures"))
    func filesOfAnotherReaderHoldWhatH5pyReads() throws {
        let facts = try Data(contentsOf: URL(fileURLWithPath: fixture("pyfive.json")))
        let files = try JSONDecoder().decode([String: [String: Known]].self, from: facts)
        #expect(files.values.reduce(0) { $0 + $1.count } == 58)
        for (name, datasets) in files {
            let root = try HDF5File.open(SharedFolder.path("data/hdf5-fixtures/pyfive/" + name)).root
            _ = try FileReader.readAll(root)
            for (path, known) in datasets { try compare(root.dataset(path), known, in: name) }
        }
    }

    private func compare(_ dataset: HDF5Dataset, _ known: Known, in name: String) throws {
        if known.kind != nil {
            expect(.wrongType) { _ = try dataset.readDoubles() }
            return
        }
        #expect(dataset.shape == known.shape, "\(name)")
        if let texts = known.texts { #expect(try dataset.readStrings() == texts, "\(name)") }
        guard let sum = known.sum, let first = known.first else { return }
        let values = try dataset.readDoubles()
        #expect(abs(values.reduce(0, +) - sum) <= 1e-9 * max(1, abs(sum)), "\(name)")
        #expect(Array(values.prefix(16)) == first, "\(name)")
    }
}
