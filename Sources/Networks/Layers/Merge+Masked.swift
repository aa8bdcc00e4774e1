import Tensors

extension Merge {
    /// The merge of tensors (N, T, …, C) followed by masks (N, T, …) of some of them, as Keras 3 does it.
    ///
    /// A masked step is no factor of a product, which is 0 where no tensor's step counts; of two steps the larger or smaller
    /// is that which counts.
    func masked(_ inputs: [Tensor]) throws(TensorError) -> Tensor {
        var rest = inputs.suffix(maskCount)
        var counted: [Tensor?] = []
        for isMasked in masks {
            let mask = isMasked ? rest.popFirst() : nil
            let zero = try mask.map { (mask) throws(TensorError) in try Tensor.zeros([1], device: mask.device) }
            counted.append(
                try mask.flatMap { (mask) throws(TensorError) in
                    try zero?.less(than: mask).reshaped(mask.shape + [1])
                }
            )
        }
        let tensors = Array(inputs.dropLast(maskCount))
        return operation == .multiply ? try product(tensors, counted) : try extremum(tensors, counted)
    }

    private func product(_ tensors: [Tensor], _ counted: [Tensor?]) throws(TensorError) -> Tensor {
        var result: Tensor?
        var some: Tensor?
        for (tensor, mask) in zip(tensors, counted) {
            var factor = tensor
            if let mask {
                let one = try Tensor.full(1, shape: [1], device: tensor.device)
                factor = try tensor.selected(where: mask, otherwise: one)
                let number = try mask.converted(to: .float32)
                some = try some?.maximum(number) ?? number
            }
            result = try result?.multiplying(factor) ?? factor
        }
        guard let product = result, let some, counted.allSatisfy({ $0 != nil }) else { return result ?? tensors[0] }
        let zero = try Tensor.zeros([1], device: product.device)
        return try product.selected(where: zero.less(than: some), otherwise: zero)
    }

    private func extremum(_ tensors: [Tensor], _ counted: [Tensor?]) throws(TensorError) -> Tensor {
        var result = tensors[0]
        var known = counted[0]
        for (tensor, mask) in zip(tensors, counted).dropFirst() {
            var other = tensor
            if let mask { other = try other.selected(where: mask, otherwise: result) }
            if let known { result = try result.selected(where: known, otherwise: other) }
            if let mask, let one = known {
                let either = try one.converted(to: .float32).maximum(mask.converted(to: .float32))
                known = try Tensor.zeros([1], device: either.device).less(than: either)
            } else {
                known = nil
            }
            result = operation == .maximum ? try result.maximum(other) : try result.minimum(other)
        }
        return result
    }
}
