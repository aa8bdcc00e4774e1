import CTorch

/// Gradients of each record's own loss, from one pass over a batch.
///
/// The engine adds up the gradients of the records it is given together. While this records, dense layers, two-axis
/// convolutions, group and layer normalisations and row selections (embeddings) write what each record adds into a row
/// of its own: of a dense layer the product of its input and its slope (Goodfellow 2015, "Efficient per-example gradient
/// computations"), of a convolution that of its windows and slopes (Rochette, Manoel and Tramel 2019).
public enum RecordedGradients {
    /// The gradients of every record's loss by some parameters.
    ///
    /// - Parameters:
    ///   - parameters: leaves that ask for gradients, each once.
    ///   - records: N, the length of the batch's first axis.
    ///   - loss: the sum of the records' losses, a scalar; computed on this thread.
    /// - Returns: (N, P), for each record its gradient by all parameters, one after the other; nil where something else
    ///   than the layers above takes a parameter, so that the rows would lack its share. No parameter keeps a gradient.
    /// - Throws: `TensorError`, also where `loss` does.
    public static func rows(
        by parameters: [Tensor],
        records: Int,
        _ loss: () throws(TensorError) -> Tensor
    ) throws(TensorError) -> Tensor? {
        guard ct_record_begin(parameters.map(\.box), Int32(parameters.count), Int64(records)) == 0 else {
            throw TensorError.last("record gradients")
        }
        defer {
            ct_record_end()
            for parameter in parameters { parameter.clearGradient() }
        }
        try loss().backward()
        guard parameters.allSatisfy({ $0.gradient == nil }) else { return nil }
        return try .make("recorded gradients", ct_recorded())
    }
}

extension Tensor {
    /// The Euclidean norm of each row of a table (N, P), in double precision.
    public func rowNorms() throws(TensorError) -> [Double] {
        try Tensor.make("norms of rows", ct_row_norms(box)).doubles()
    }
}
