import Foundation
import HDF5
import TestSupport
import Testing

@testable import Datasets

/// A set is never in memory as a whole.
@Suite(.serialized)
struct StreamingTests {
    /// 96 MiB of bytes in rows of 3 KiB.
    private static let rows = 32_768
    private static let rowBytes = 3_072

    private func write(_ path: String, _ layout: HDF5Layout) throws {
        try HDF5File.write(path) { file in
            let shape = [Self.rows, Self.rowBytes]
            let x = try file.root.createDataset("x", shape: shape, type: .uint8, layout: layout)
            for start in stride(from: 0, to: Self.rows, by: 1024) {
                var piece = [UInt8](repeating: 0, count: 1024 * Self.rowBytes)
                for row in 0..<1024 {
                    withUnsafeBytes(of: UInt32(start + row)) {
                        piece.replaceSubrange(row * Self.rowBytes..<row * Self.rowBytes + 4, with: $0)
                    }
                }
                try x.write(bytes: piece, startingAtRow: start)
            }
            try file.root.createDataset("y", shape: [Self.rows], ints: (0..<Self.rows).map { $0 % 10 })
        }
    }

    // The largest memory is the whole process's: each measurement has a process of its own.
    @Test func memoryStaysBounded() async {
        await #expect(processExitsWith: .success) { try StreamingTests().measure(.contiguous) }
    }

    @Test func memoryStaysBoundedForCompressedChunks() async {
        await #expect(processExitsWith: .success) {
            try StreamingTests().measure(HDF5Layout(chunkRows: 64, gzip: 1))
        }
    }

    private func measure(_ layout: HDF5Layout) throws {
        let folder = try WorkFolder()
        try write(folder.path("large.h5"), layout)
        let set = try Dataset.open(DatasetDescription(path: folder.path("large.h5")), role: "large")
        let before = try peakMemory(reset: true)
        let scattered = [Self.rows - 1, 0, 12_345]
        let values = try set.values(rows: scattered)
        for (position, row) in scattered.enumerated() {
            let start = position * Self.rowBytes
            #expect(values[start] + 256 * values[start + 1] == Float(row))
        }
        #expect(try set.values(rows: 20_000..<20_001).prefix(2) == [Float(20_000 % 256), Float(20_000 / 256)])
        #expect(try peakMemory(reset: false) - before < 24 << 20, "reading four rows")
        try set.validate()
        #expect(try Set(set.contentHashes()).count == Self.rows)
        #expect(try peakMemory(reset: false) - before < 48 << 20, "looking through all rows")
    }

    /// Largest resident memory of this process in bytes; `reset` starts over from what is resident now.
    private func peakMemory(reset: Bool) throws -> Int {
        if reset { try "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8) }
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") })
        return try #require(Int(line.filter(\.isNumber))) << 10
    }
}
