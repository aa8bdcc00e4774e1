import Diagnostics
import Networks
import Tensors

/// Writes a convolution whose filters differ from place to place, which Keras 3 lacks, as the matrix that it is.
enum LocalConvolutionExpansion {
    /// The most numbers such a matrix may have (256 MiB).
    private static let largestKernel = 1 << 26

    /// The layers: all values in a row, a dense layer, the places again, and what follows.
    ///
    /// - Throws: `notWritable` for a matrix too large, `weightsMismatch`.
    static func steps(_ layer: LocalConvolution, _ form: LayerForm) throws(KerasModelError) -> [LayerStep]? {
        try form.check(layer.parameters.map(\.shape))
        guard let shape = form.inputShape, let output = try? layer.outputShape([shape]) else { return nil }
        let (inputs, units) = (shape.reduce(1, *), output.reduce(1, *))
        let (size, isOver) = inputs.multipliedReportingOverflow(by: units)
        guard !isOver, size <= largestKernel else {
            throw KerasModelError(
                .notWritable,
                "Keras 3 has no layer for '\(form.named.kind)', and the matrix in its place would have \(inputs) × "
                    + "\(units) numbers, more than \(largestKernel)",
                at: form.location,
                remedy: "Write it for Keras 2 (`--keras 2`), or only the layers before it (`--up-to`)."
            )
        }
        let matrix = Matrix(layer: layer, shape: shape, output: output)
        var dense = form.plan(
            "Dense",
            ["units": .integer(units), "activation": .string("linear"), "use_bias": .bool(layer.hasBias)]
        )
        if !form.isTrainable { dense.options["trainable"] = .bool(false) }
        var arrays = [("kernel", TensorValues(shape: [inputs, units], floats: matrix.kernel(form.values[0].floats)))]
        if layer.hasBias {
            arrays.append(("bias", TensorValues(shape: [units], floats: matrix.bias(form.values[1].floats))))
        }
        dense.arrays = arrays.map { name, values in
            LayerPlan.Array(
                parameter: StoredParameter(name, values.shape),
                values: values,
                isTrained: form.isTrainable
            )
        }
        let row = form.plan("Flatten", ["data_format": .string("channels_last")])
        let places = form.plan("Reshape", ["target_shape": .integers(output)])
        let steps = [LayerStep("row", row), LayerStep("matrix", dense, .tensors([.step(0)]))]
        guard layer.activation != .linear else { return steps + [LayerStep(nil, places, .tensors([.step(1)]))] }
        let following = LayerForm(
            named: NamedLayer(name: form.named.name, kind: "Activation", layer: ActivationLayer(layer.activation)),
            entry: nil,
            values: [],
            isTrainable: form.isTrainable,
            generation: form.generation,
            file: form.file
        )
        return steps + [LayerStep("places", places, .tensors([.step(1)]))]
            + (try following.steps().map { $0.moved(taking: [.step(2)], behind: 3) })
    }

    /// Where the numbers of a local convolution stand in a matrix from all values to all values.
    private struct Matrix {
        let layer: LocalConvolution
        /// One record of the input, and of the output.
        let shape: [Int]
        let output: [Int]

        private var isLast: Bool { layer.order == .channelsLast }
        private var count: Int { layer.places.reduce(1, *) }

        /// (inputs, units) of (places, window·in, filters).
        func kernel(_ stored: [Float]) -> [Float] {
            let units = output.reduce(1, *)
            let spatial = layer.order.spatial(shape)
            let (window, channels, filters) = (layer.window, layer.inputs, layer.filters)
            let elements = window.size.reduce(1, *)
            var kernel = Array(repeating: Float(0), count: shape.reduce(1, *) * units)
            for place in 0..<count {
                let corner = zip(Self.point(place, layer.places), window.strides).map { $0 * $1 }
                for element in 0..<elements {
                    let point = zip(corner, Self.point(element, window.size)).map { $0 + $1 }
                    let position = zip(point, spatial).reduce(0) { $0 * $1.1 + $1.0 }
                    for channel in 0..<channels {
                        let row = isLast ? position * channels + channel : channel * spatial.reduce(1, *) + position
                        let value = isLast ? element * channels + channel : channel * elements + element
                        let start = (place * elements * channels + value) * filters
                        for filter in 0..<filters { kernel[row * units + unit(place, filter)] = stored[start + filter] }
                    }
                }
            }
            return kernel
        }

        /// (units) of (places, filters).
        func bias(_ stored: [Float]) -> [Float] {
            var bias = stored
            for place in 0..<count {
                for filter in 0..<layer.filters { bias[unit(place, filter)] = stored[place * layer.filters + filter] }
            }
            return bias
        }

        private func unit(_ place: Int, _ filter: Int) -> Int {
            isLast ? place * layer.filters + filter : filter * count + place
        }

        /// The coordinates of a number among sizes, the last one fastest.
        private static func point(_ number: Int, _ sizes: [Int]) -> [Int] {
            var rest = number
            var point: [Int] = []
            for size in sizes.reversed() {
                point.append(rest % size)
                rest /= size
            }
            return point.reversed()
        }
    }
}
