import Testing

@testable import Tensors

/// Whatever does not fit together is a typed error, not a crash.
struct ErrorTests {
    private func code(_ body: () throws -> Void) -> TensorError.Code? {
        do {
            try body()
            return nil
        } catch let error as TensorError {
            #expect(!error.remedy.isEmpty && error.id == "tensor.\(error.code.rawValue)")
            return error.code
        } catch {
            return nil
        }
    }

    @Test func shapesThatDoNotFit() throws {
        let a = try Tensor.zeros([2, 3])
        let b = try Tensor.zeros([4, 5])
        #expect(code { _ = try a.adding(b) } == .operationFailed)
        #expect(code { _ = try a.matrixProduct(b) } == .operationFailed)
        #expect(code { _ = try a.linear(weight: b, bias: nil) } == .operationFailed)
        #expect(code { _ = try a.reshaped([4]) } == .operationFailed)
        #expect(code { _ = try a.permuted([0, 0]) } == .operationFailed)
        #expect(code { _ = try a.softmax(axis: 7) } == .operationFailed)
        #expect(code { _ = try a.selecting(Tensor([5])) } == .operationFailed)
        #expect(code { _ = try a.crossEntropy(labels: Tensor([0, 3])) } == .operationFailed)
        #expect(code { _ = try Tensor.concatenated([a, b], axis: 0) } == .operationFailed)
        #expect(code { _ = try Tensor.concatenated([], axis: 0) } == .operationFailed)
        #expect(code { try a.assign(b) } == .operationFailed)
        #expect(code { try a.backward() } == .operationFailed)
        #expect(code { _ = try Tensor.zeros([-1]) } == .operationFailed)
        #expect(code { _ = try a.maxPool(window: [2, 2], strides: [1, 1]) } == .operationFailed)
    }

    @Test func valuesThatDoNotFillAShape() {
        #expect(code { _ = try Tensor([1, 2, 3], shape: [2]) } == .wrongType)
        #expect(code { _ = try Tensor([Float](), shape: [-1]) } == .wrongType)
        #expect(code { _ = try Tensor([1], shape: [.max, 2]) } == .wrongType)
        #expect(code { _ = try Tensor(TensorValues(shape: [3], floats: [1])) } == .wrongType)
        #expect(code { _ = try Tensor.zeros([0]).scalar() } == .wrongType)
        #expect(code { _ = try Tensor.zeros([2]).scalar() } == .wrongType)
    }

    @Test(.enabled(if: Result { try Device.cuda.require() }.isFailure, "there is a CUDA device"))
    func deviceThatIsNotThere() {
        #expect(code { try Device.cuda.require() } == .deviceUnavailable)
        #expect(code { _ = try Tensor.zeros([1], device: .cuda) } == .operationFailed)
    }

    @Test func stacksThatDoNotFit() throws {
        let shape = DenseStackShape(sizes: [3, 2], activations: [], loss: .softmaxCrossEntropy)
        let sgd = DenseStackOptimizer(.sgd)
        func stack(_ shape: DenseStackShape, _ width: Int, seeds: [Seed] = []) throws -> DenseStack {
            let values = TensorValues(shape: [2, width], floats: Array(repeating: 0, count: 2 * width))
            return try DenseStack(shape, parameters: values, optimizer: sgd, dropoutSeeds: seeds)
        }
        #expect(code { _ = try stack(shape, 7) } == .wrongType)
        let activated = DenseStackShape(sizes: [3, 2], activations: [.relu], loss: .softmaxCrossEntropy)
        #expect(code { _ = try stack(activated, 8) } == .wrongType)
        let dropped = DenseStackShape(sizes: [3, 2], activations: [], dropout: [0.5], loss: .softmaxCrossEntropy)
        #expect(code { _ = try stack(dropped, 8, seeds: [Seed(1), Seed(2)]) } == .wrongType)
        let hidden = DenseStackShape(sizes: [3, 2, 2], activations: [], dropout: [0.5], loss: .softmaxCrossEntropy)
        #expect(code { _ = try stack(hidden, 14, seeds: [Seed(1)]) } == .wrongType)
        let empty = DenseStackShape(sizes: [], activations: [], loss: .softmaxCrossEntropy)
        #expect(code { _ = try stack(empty, 0) } == .wrongType)

        let good = try stack(shape, 8)
        let features = try Tensor.zeros([4, 3])
        func epoch(_ rows: [Int], _ targets: [Int], networks: Int = 2, features: Tensor) throws {
            let records = Array(repeating: DenseStackRecords(rows: rows, targets: targets), count: networks)
            let seeds = (0..<networks).map { Seed(UInt64($0)) }
            try good.epoch(
                features: features,
                order: DenseStackOrder(records: records, batchSize: 0, seeds: seeds),
                rate: 0.1
            )
        }
        #expect(code { try epoch([0, 1], [0, 1], features: features) } == nil)
        #expect(code { try epoch([0, 9], [0, 1], features: features) } == .operationFailed)
        #expect(code { try epoch([0, 1], [0, 2], features: features) } == .operationFailed)
        #expect(code { try epoch([0, 1], [0, 1], networks: 3, features: features) } == .operationFailed)
        #expect(code { try epoch([0, 1], [0, 1], features: .zeros([4, 5])) } == .operationFailed)
        #expect(code { _ = try good.logits(.zeros([2, 1, 4])) } == .operationFailed)
    }
}

extension Result {
    fileprivate init(_ body: () throws(Failure) -> Success) {
        do { self = .success(try body()) } catch { self = .failure(error) }
    }

    fileprivate var isFailure: Bool { if case .failure = self { true } else { false } }
}
