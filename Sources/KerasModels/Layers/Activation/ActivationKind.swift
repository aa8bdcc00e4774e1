import Networks

/// Activation functions as layers.
enum ActivationKind: KerasLayerKind {
    static let classNames = ["Activation", "ReLU", "LeakyReLU", "ELU", "ThresholdedReLU", "Softmax"]
    static let summary = "An activation function as a layer of its own."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> ActivationLayer {
        switch config.entry.className {
        case "ReLU":
            let maximum = config.value("max_value") == nil ? nil : try config.double("max_value", 0)
            return ActivationLayer(
                .relu(
                    maximum: maximum,
                    slope: try config.double("negative_slope", 0),
                    threshold: try config.double("threshold", 0)
                )
            )
        case "LeakyReLU":
            return ActivationLayer(.leakyRelu(slope: try config.double("negative_slope", config.double("alpha", 0.3))))
        case "ELU": return ActivationLayer(.elu(alpha: try config.double("alpha", 1)))
        case "ThresholdedReLU":
            return ActivationLayer(.relu(maximum: nil, slope: 0, threshold: try config.double("theta", 1)))
        case "Softmax":
            let axes = try config.axes("axis", [-1])
            guard axes.count == 1 else { return ActivationLayer(.jointSoftmax(axes: axes)) }
            return ActivationLayer(.softmax(axis: axes[0] == config.shape.count ? -1 : axes[0]))
        default:
            // Halves its input, so that only a layer of its own can apply it.
            if config.value("activation") == .string("glu") { return ActivationLayer(.glu(axis: -1)) }
            let function = try config.activation()
            // Said of the function when it was called on a tensor without a layer.
            guard case .gelu = function, try config.bool("approximate", false) else { return ActivationLayer(function) }
            return ActivationLayer(.gelu(isApproximate: true))
        }
    }

    static func written(_ layer: ActivationLayer, className: String) -> WrittenLayer? {
        if let name = KerasActivation.name(of: layer.function),
            !["Softmax", "ReLU", "LeakyReLU", "ELU"].contains(className)
        {
            return WrittenLayer("Activation", ["activation": .string(name)])
        }
        switch layer.function {
        case .relu(let maximum, let slope, let threshold):
            return WrittenLayer(
                "ReLU",
                [
                    "max_value": maximum.map { .number($0) } ?? .null, "negative_slope": .number(slope),
                    "threshold": .number(threshold),
                ]
            )
        case .leakyRelu(let slope): return WrittenLayer("LeakyReLU", ["alpha": .number(slope)])
        case .elu(let alpha): return WrittenLayer("ELU", ["alpha": .number(alpha)])
        case .softmax(let axis): return WrittenLayer("Softmax", ["axis": .integer(axis)])
        case .jointSoftmax(let axes): return WrittenLayer("Softmax", ["axis": .integers(axes)])
        case .glu(-1): return WrittenLayer("Activation", ["activation": .string("glu")])
        default: return nil
        }
    }
}
