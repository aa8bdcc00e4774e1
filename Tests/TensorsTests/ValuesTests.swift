import Testing

@testable import Tensors

/// Values on their way between the host and the engine.
struct ValuesTests {
    @Test func roundTrips() throws {
        let floats: [Float] = [1, -2, 3.5, .infinity, 1e-30, 0]
        #expect(try Tensor(floats, shape: [2, 3]).floats() == floats)
        #expect(try Tensor(doubles: [1e-300, -2], shape: [2]).doubles() == [1e-300, -2])
        #expect(try Tensor([3, -4]).integers() == [3, -4])
        #expect(try Tensor([Float](), shape: [0, 3]).floats() == [])
        #expect(try Tensor([2.5], shape: []).scalar() == 2.5)
        #expect(try Tensor.full(4, shape: [2], type: .uint8).integers() == [4, 4])
    }

    @Test func rows() {
        let values = TensorValues(shape: [3, 2], floats: [0, 1, 2, 3, 4, 5])
        #expect(values.rows([2, 0, 2]) == TensorValues(shape: [3, 2], floats: [4, 5, 0, 1, 4, 5]))
        #expect(values.rows([]) == TensorValues(shape: [0, 2], floats: []))
        #expect(TensorValues.concatenated([values.rows([1]), values]).floats == [2, 3, 0, 1, 2, 3, 4, 5])
        #expect(Array(values.row(1)) == [2, 3] && values.rowSize == 2)
    }
}
