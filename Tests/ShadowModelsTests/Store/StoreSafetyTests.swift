import AuditCore
import Foundation
import Networks
import Synchronization
import TestSupport
import Testing

@testable import ShadowModels

/// Stores that are cut short, damaged, shared or cannot be written.
struct StoreSafetyTests {
    private let folder: WorkFolder
    private let bench: StoredBench

    init() throws {
        folder = try WorkFolder()
        bench = try StoredBench()
    }

    private var entries: [URL] {
        get throws {
            try StoreFolder.entries(folder.path("store")).map(\.name).sorted().map {
                folder.url.appending(path: "store/\($0.prefix(2))/\($0)")
            }
        }
    }

    /// Cancelled at some point, started again until nothing cancels it: ends as if it had never been cancelled.
    @Test(arguments: StoredBench.approaches, [0.3, 0.7])
    func aKilledAuditContinues(approach: Approach, share: Double) throws {
        let whole = try bench.train(approach, nil)
        var killed = bench
        killed.threads = 2
        let cancellation = Cancellation()
        killed.cancellation = cancellation
        let told = Mutex(0.0)
        let store = killed.store(folder)
        let error = #expect(throws: NetworkError.self) {
            try killed.train(approach, store) { done in
                let sum = told.withLock { sum in
                    sum += done
                    return sum
                }
                if sum > share { cancellation.cancel() }
            }
        }
        #expect(error?.code == .cancelled)
        let kept = store.counts.trained
        if approach != .freezing { #expect(kept > 0) }
        #expect(kept < 12)
        #expect(try entries.count == kept)
        let continued = try bench.train(approach, bench.store(folder))
        #expect(continued.reused == kept && continued.trained == 12 - kept)
        #expect(continued.isSame(as: whole))
    }

    @Test func damagedEntriesAreTrainedAgain() throws {
        var bench = bench
        bench.temperature = 2
        bench.keepsWeights = true
        let whole = try bench.train(.baseline, bench.store(folder))
        let files = try entries
        let damages: [(inout Data) -> Void] = [
            { $0 = Data() }, { $0.removeLast() }, { $0 = $0.prefix(40) }, { $0[$0.count / 2] ^= 1 },
            { $0[$0.count - 1] ^= 0x80 }, { $0[0] ^= 1 }, { $0.append(0) },
        ]
        for (file, damage) in zip(files, damages) {
            var data = try Data(contentsOf: file)
            damage(&data)
            try data.write(to: file)
        }
        // A whole entry at the address of another.
        try FileManager.default.removeItem(at: files[7])
        try FileManager.default.copyItem(at: files[8], to: files[7])
        try FileManager.default.removeItem(at: files[9])
        #expect(try StoreFolder.entries(folder.path("store")).count { $0.kind == "damaged" } == 3)
        let warnings = StoredBench.Warnings()
        let mended = try bench.train(.baseline, bench.store(folder, warnings))
        #expect(mended.trained == 9 && mended.reused == 3)
        #expect(warnings.all.count == 8)
        #expect(warnings.all.allSatisfy { $0.contains("damaged") })
        #expect(mended.isSame(as: whole))
        #expect(try bench.train(.baseline, bench.store(folder)).trained == 0)
    }

    @Test func whatTrainingCostIsKept() throws {
        let first = try bench.train(.baseline, bench.store(folder))
        let second = try bench.train(.baseline, bench.store(folder))
        #expect(second.farms.map(\.farm.coreSeconds) == first.farms.map(\.farm.coreSeconds))
        let stored = try StoreFolder.entries(folder.path("store"))
        let cost = first.farms.reduce(0) { $0 + $1.farm.coreSeconds }
        #expect(abs(stored.reduce(0) { $0 + $1.coreSeconds } - cost) < 1e-9)
        #expect(stored.allSatisfy { $0.kind == "shadow, baseline" })
        #expect(stored.map(\.records).sorted() == Array(repeating: 9, count: 6) + Array(repeating: 24, count: 6))
    }

    @Test func nobodyElseMayRead() throws {
        _ = try bench.train(.freezing, bench.store(folder))
        func mode(_ path: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        }
        #expect(try mode(folder.path("store")) == 0o700)
        for entry in try entries {
            #expect(try mode(entry.path) == 0o600)
            #expect(try mode(entry.deletingLastPathComponent().path) == 0o700)
        }
    }

    @Test func manyAuditsShareAStore() throws {
        let whole = try bench.train(.freezing, nil)
        let (bench, folder) = (bench, folder)
        let same = Mutex(0)
        let warnings = StoredBench.Warnings()
        DispatchQueue.concurrentPerform(iterations: 6) { _ in
            guard let outcome = try? bench.train(.freezing, bench.store(folder, warnings)) else { return }
            if outcome.isSame(as: whole) { same.withLock { $0 += 1 } }
        }
        #expect(same.withLock { $0 } == 6)
        #expect(warnings.all == [])
        #expect(folder.contents.count { $0.hasSuffix(".draft") } == 0)
        #expect(try bench.train(.freezing, bench.store(folder)).reused == 12)
    }

    @Test func aStoreThatCannotBeWrittenIsAWarning() throws {
        try folder.write("store", "not a folder")
        let warnings = StoredBench.Warnings()
        let outcome = try bench.train(.freezing, bench.store(folder, warnings))
        #expect(try outcome.isSame(as: bench.train(.freezing, nil)))
        #expect(warnings.all.count == 1)
        #expect(try folder.text("store") == "not a folder")
    }

    @Test func pruningAndClearing() throws {
        _ = try bench.train(.freezing, bench.store(folder))
        let path = folder.path("store")
        let files = try entries
        let old = Date(timeIntervalSinceNow: -40 * 86_400)
        for file in files[..<5] {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
        }
        let draft = "\(files[0].path).\(UUID().uuidString).draft"
        try Data([1, 2]).write(to: URL(filePath: draft))
        try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: draft)
        try folder.write("store/notes.txt", "not the store's")
        try folder.write("store/ab/notes.txt", "not the store's")
        #expect(try StoreFolder.entries(path).prefix(5).allSatisfy { abs($0.lastUsed.timeIntervalSince(old)) < 2 })
        // What is used is young again.
        let key = try #require(files.first)
        try FileManager.default.moveItem(atPath: key.path, toPath: folder.path("aside"))
        #expect(try bench.train(.freezing, bench.store(folder)).trained == 1)
        #expect(try StoreFolder.remove(path, unusedSince: Date(timeIntervalSinceNow: -30 * 86_400)).entries == 0)
        #expect(!FileManager.default.fileExists(atPath: draft))
        for file in files[2..<5] {
            try FileManager.default.setAttributes([.modificationDate: old], ofItemAtPath: file.path)
        }
        #expect(try StoreFolder.remove(path, unusedSince: Date(timeIntervalSinceNow: -30 * 86_400)).entries == 3)
        #expect(try bench.train(.freezing, bench.store(folder)).trained == 3)
        #expect(try StoreFolder.remove(path).entries == 12)
        #expect(try StoreFolder.entries(path).isEmpty)
        #expect(
            try folder.text("store/notes.txt") + folder.text("store/ab/notes.txt") == "not the store'snot the store's"
        )
        #expect(try StoreFolder.entries(folder.path("nowhere")).isEmpty)
    }
}
