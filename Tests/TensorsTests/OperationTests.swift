import Testing

@testable import Tensors

/// Elementwise operations, products, reductions and shapes against NumPy and SciPy.
struct OperationTests {
    @Test func elementwise() throws {
        let reference = try Reference.load()
        let x = try reference.x.tensor()
        let functions: [String: (Tensor) throws -> Tensor] = [
            "relu": { try $0.relu() }, "sigmoid": { try $0.sigmoid() }, "tanh": { try $0.tanh() },
            "exp": { try $0.exp() }, "negated": { try $0.negated() }, "magnitude": { try $0.magnitude() },
            "squared": { try $0.squared() }, "softplus": { try $0.softplus() }, "softsign": { try $0.softsign() },
            "gelu": { try $0.gelu() }, "geluTanh": { try $0.geluTanh() }, "silu": { try $0.silu() },
            "selu": { try $0.selu() }, "relu6": { try $0.relu6() }, "mish": { try $0.mish() },
            "leakyRelu": { try $0.leakyRelu(slope: 0.3) }, "elu": { try $0.elu(alpha: 0.7) },
        ]
        #expect(Set(functions.keys) == Set(reference.unary.keys))
        for (name, values) in reference.unary {
            let function = try #require(functions[name])
            #expect(try function(x).isClose(to: values), "\(name)")
        }
        let positive = try reference.positive.tensor()
        let others: [String: Tensor] = try [
            "log": positive.log(), "squareRoot": positive.squareRoot(),
            "reciprocalSquareRoot": positive.reciprocalSquareRoot(), "power": positive.power(1.7),
        ]
        for (name, values) in reference.unaryPositive {
            #expect(try #require(others[name]).isClose(to: values), "\(name)")
        }
    }

    @Test func pairs() throws {
        let reference = try Reference.load()
        let (a, b) = (try reference.a.tensor(), try reference.b.tensor())
        let low = try b.adding(-3)
        let results: [String: Tensor] = try [
            "adding": a.adding(b), "subtracting": a.subtracting(b), "multiplying": a.multiplying(b),
            "dividing": a.dividing(b), "maximum": a.maximum(low), "minimum": a.minimum(low),
        ]
        for (name, values) in reference.binary {
            #expect(try #require(results[name]).isClose(to: values), "\(name)")
        }
        let product = try reference.left.tensor().matrixProduct(reference.right.tensor())
        #expect(try product.isClose(to: reference.product))
    }

    @Test func reductions() throws {
        let reference = try Reference.load()
        let cube = try reference.cube.tensor()
        let results: [String: Tensor] = try [
            "sum": cube.sum(axes: [0, 2]), "mean": cube.mean(axes: [0, 2]), "max": cube.max(axes: [0, 2]),
            "min": cube.min(axes: [0, 2]), "variance": cube.variance(axes: [0, 2]), "softmax": cube.softmax(axis: 1),
            "logSoftmax": cube.logSoftmax(axis: -1), "argmax": cube.argmax(axis: 2),
        ]
        for (name, values) in reference.reductions {
            #expect(try #require(results[name]).isClose(to: values), "\(name)")
        }
        #expect(try cube.sum(axes: [0, 2], keepingAxes: true).shape == [1, 3, 1])
    }

    @Test func shapes() throws {
        let x = try Tensor((0..<24).map(Float.init), shape: [2, 3, 4])
        let permuted = try x.permuted([2, 0, 1])
        #expect(permuted.shape == [4, 2, 3] && !permuted.isContiguous)
        let turned: [Float] = (0..<24).map { Float($0 % 6 * 4 + $0 / 6) }
        #expect(try permuted.floats() == turned)
        #expect(try permuted.contiguous().isContiguous)
        let odd: [Float] = (0..<12).map { Float($0 * 2 + 1) }
        #expect(try x.slice(axis: 2, 1..<4, step: 2).floats() == odd)
        let picked = try x.selecting(Tensor([2, 0]), axis: 1)
        #expect(try picked.floats() == [8, 9, 10, 11, 0, 1, 2, 3, 20, 21, 22, 23, 12, 13, 14, 15])
        let joined = try Tensor.concatenated([x, x], axis: 1)
        #expect(joined.shape == [2, 6, 4] && joined.count == 48)
        let padded = try Tensor([1, 2], shape: [1, 2]).padded([1, 2, 0, 1], value: 7)
        #expect(padded.shape == [2, 5])
        #expect(try padded.floats() == [7, 1, 2, 7, 7, 7, 7, 7, 7, 7])
        #expect(try Tensor([1, 2], shape: [2]).repeating(3, axis: 0).floats() == [1, 1, 1, 2, 2, 2])
        #expect(try x.less(than: .full(2, shape: [1])).converted(to: .int64).integers().reduce(0, +) == 2)
    }
}
