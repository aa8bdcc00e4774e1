import Synchronization
import Testing

@testable import Tensors

/// Jobs side by side give what they give one after the other.
struct WorkersTests {
    private struct Refused: Error, Equatable { let item: Int }

    @Test(arguments: [-1, 0, 1, 2, 7, 100])
    func resultsComeInOrder(threads: Int) throws {
        let items = Array(0..<50)
        let results = try Workers.map(items, threads: threads) { item in
            let draws = try TensorGenerator(Seed(UInt64(item))).normal(shape: [50, 50])
            return try draws.matrixProduct(draws).sum(axes: [0, 1]).scalar() + Double(item)
        }
        let expected = try items.map { item in
            let draws = try TensorGenerator(Seed(UInt64(item))).normal(shape: [50, 50])
            return try draws.matrixProduct(draws).sum(axes: [0, 1]).scalar() + Double(item)
        }
        #expect(results == expected)
    }

    @Test func nothingToDo() throws {
        let results = try Workers.map([Int](), threads: 2) { $0 }
        #expect(results.isEmpty)
    }

    @Test func emptyResultsKeepTheirPlace() throws {
        let results: [Int?] = try Workers.map(Array(0..<6), threads: 2) { $0 % 2 == 0 ? $0 : nil }
        #expect(results == [0, nil, 2, nil, 4, nil])
    }

    @Test(arguments: [1, 2])
    func failuresStopTheRest(threads: Int) {
        let started = Mutex(0)
        #expect(throws: Refused(item: 3)) {
            _ = try Workers.map(Array(0..<1000), threads: threads) { item in
                started.withLock { $0 += 1 }
                if item == 3 { throw Refused(item: item) }
                return item
            }
        }
        #expect(started.withLock { $0 } < 1000)
    }

    @Test func engineFailuresComeThrough() {
        #expect(throws: TensorError.self) {
            _ = try Workers.map([1, 2], threads: 2) { try Tensor.zeros([$0, 3]).reshaped([100]).count }
        }
    }
}
