import Networks

/// Keras's names of activation functions.
enum KerasActivation {
    /// The functions whose name says everything.
    private static let plain: [String: ActivationFunction] = [
        "linear": .linear, "relu": .relu, "relu6": .relu6, "sigmoid": .sigmoid, "tanh": .tanh,
        "softmax": .softmax(axis: -1), "log_softmax": .logSoftmax, "elu": .elu(alpha: 1), "selu": .selu,
        "softplus": .softplus, "softsign": .softsign, "silu": .silu, "swish": .silu,
        "gelu": .gelu(isApproximate: false), "exponential": .exponential, "hard_silu": .hardSwish,
        "hard_swish": .hardSwish, "leaky_relu": .leakyRelu(slope: 0.2), "mish": .mish,
        "celu": .celu(alpha: 1), "hard_shrink": .hardShrink, "hard_tanh": .hardTanh, "log_sigmoid": .logSigmoid,
        "soft_shrink": .softShrink, "sparse_plus": .sparsePlus, "sparse_sigmoid": .sparseSigmoid,
        "sparsemax": .sparsemax, "squareplus": .squareplus, "tanh_shrink": .tanhShrink,
    ]

    /// The function of a name in a file of a Keras version.
    ///
    /// `hard_sigmoid` is clip(0.2·x + 0.5, 0, 1) in Keras 1 and 2, and clip(x / 6 + 0.5, 0, 1) in Keras 3.
    static func named(_ name: String, kerasMajor: Int) -> ActivationFunction? {
        if name == "hard_sigmoid" { return .hardSigmoid(slope: kerasMajor < 3 ? 0.2 : 1.0 / 6) }
        return plain[name]
    }

    /// The name of a function in Keras 3, or the one that stands here for Keras 2's `hard_sigmoid`; nil when no name says
    /// everything.
    static func name(of function: ActivationFunction) -> String? {
        switch function {
        case .silu: "swish"
        case .hardSwish: "hard_silu"
        case .hardSigmoid(let slope): hardSigmoids.first { $0.value == slope }?.key
        default: plain.first { $0.value == function }?.key
        }
    }

    /// What `name(of:)` calls either `hard_sigmoid`, and its slope.
    private static let hardSigmoids = ["hard_sigmoid": 1.0 / 6, "hard_sigmoid (Keras 2)": 0.2]

    /// Whether a name of `name(of:)` is one of the two functions that Keras called `hard_sigmoid`.
    static func isHardSigmoid(_ name: String) -> Bool { hardSigmoids[name] != nil }

    /// The slope of one of the two; nil for any other function.
    static func hardSigmoidSlope(_ name: String) -> Double? { hardSigmoids[name] }

    /// What a Keras calls the function that `name(of:)` names; nil when it does not have it.
    static func word(_ name: String, in generation: KerasGeneration) -> String? {
        if isHardSigmoid(name) {
            return (name == "hard_sigmoid") == (generation == .three) ? "hard_sigmoid" : nil
        }
        return generation == .two && onlyInThree.contains(name) ? nil : name
    }

    private static let onlyInThree: Set<String> = [
        "hard_silu", "celu", "glu", "hard_shrink", "hard_tanh", "log_sigmoid", "soft_shrink", "sparse_plus",
        "sparse_sigmoid", "sparsemax", "squareplus", "tanh_shrink",
    ]
}

extension LayerConfig {
    /// The function an option names: a text, a function object, or an activation layer.
    func activation(_ key: String = "activation") throws(KerasModelError) -> ActivationFunction {
        guard let value = value(key) else { return .linear }
        var name = value.string
        if let members = value.object, let className = members["class_name"]?.string {
            if let options = members["config"]?.object {
                let entry = LayerEntry(
                    className: className,
                    name: entry.name,
                    options: options,
                    original: members
                )
                let config = LayerConfig(entry: entry, inputs: inputs, kerasMajor: kerasMajor, file: file)
                if ActivationKind.classNames.contains(className) { return try ActivationKind.layer(config).function }
            } else {
                name = members["config"]?.string
            }
        }
        guard let name else { throw malformed(key, "the name of an activation function") }
        guard let function = KerasActivation.named(name, kerasMajor: kerasMajor) else {
            throw unsupported(
                key,
                name,
                remedy: "Use one of Keras's own activation functions; code of one's own is never run."
            )
        }
        return function
    }
}
