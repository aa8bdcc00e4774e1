/// Operations that were called on tensors without a layer, told in the words of layers.
///
/// `x / 127.5 - 1` becomes two `Rescaling`s, `x + y` an `Add`, and so on, so that they are read, cut and written as
/// those are. What no layer of Keras does keeps a class that begins with `ops.`.
enum OperationTranslator {
    /// An entry as the layer that computes the same; the entry itself when it is no operation, or none that is
    /// understood.
    static func translated(_ entry: LayerEntry) -> LayerEntry {
        guard let operation = Operation(entry), let form = layer(operation) else { return entry }
        var options = form.options
        options["name"] = .string(entry.name)
        let original: [String: JSONValue] = [
            "class_name": .string(form.className), "name": .string(entry.name), "config": .object(options),
        ]
        var translated = LayerEntry(
            className: form.className,
            name: entry.name,
            options: options,
            original: original
        )
        translated.isOperation = true
        translated.applications = [CallArguments(positional: operation.tensors.map { .tensor($0) })]
        return translated
    }

    private static func layer(_ operation: Operation) -> WrittenLayer? {
        switch operation.name {
        case "add", "subtract", "multiply", "divide", "negative", "power", "maximum", "minimum", "bias":
            arithmetic(operation)
        case "clip", "relu", "relu6", "leaky", "softmax", "gelu", "elu", "sigmoid", "tanh", "exponential", "silu",
            "selu", "softplus", "softsign", "log_softmax", "hard_sigmoid", "hard_silu":
            activation(operation)
        case "Sqrt", "Rsqrt", "Square", "Log", "Absolute":
            operation.isUnary ? WrittenLayer("ops.\(operation.name)") : nil
        default: shape(operation)
        }
    }

    /// Of two tensors, or of one and constants.
    private static func arithmetic(_ operation: Operation) -> WrittenLayer? {
        if operation.operands.count == 2, operation.tensors.count == 2 {
            let classes = [
                "add": "Add", "subtract": "Subtract", "multiply": "Multiply", "divide": "ops.Divide",
                "maximum": "Maximum", "minimum": "Minimum",
            ]
            return classes[operation.name].map { WrittenLayer($0) }
        }
        if operation.name == "negative", operation.isUnary { return rescaling(scale: [-1], offset: [0]) }
        guard operation.tensors.count == 1, operation.operands.count == 2,
            let numbers = operation.operands.compactMap(\.constant).first?.lastAxisNumbers
        else { return nil }
        let isFirst = operation.operands[0].tensor != nil
        switch operation.name {
        case "add": return rescaling(scale: [1], offset: numbers)
        case "bias": return operation.option("data_format", "NHWC") ? rescaling(scale: [1], offset: numbers) : nil
        case "subtract":
            return isFirst
                ? rescaling(scale: [1], offset: numbers.map { -$0 }) : rescaling(scale: [-1], offset: numbers)
        case "multiply": return rescaling(scale: numbers, offset: [0])
        case "divide" where isFirst:
            return numbers.contains(0) ? nil : rescaling(scale: numbers.map { 1 / $0 }, offset: [0])
        default: break
        }
        guard numbers.count == 1 else { return nil }
        let number = JSONValue.number(numbers[0])
        switch operation.name {
        case "divide": return WrittenLayer("ops.Quotient", ["numerator": number])
        case "power": return isFirst ? WrittenLayer("ops.Power", ["exponent": number]) : nil
        case "maximum": return WrittenLayer("ops.Clip", ["low": number])
        case "minimum": return WrittenLayer("ops.Clip", ["high": number])
        default: return nil
        }
    }

    private static func rescaling(scale: [Double], offset: [Double]) -> WrittenLayer {
        WrittenLayer("Rescaling", ["scale": .numbers(scale), "offset": .numbers(offset)])
    }

    private static func activation(_ operation: Operation) -> WrittenLayer? {
        guard operation.tensors.count == 1 else { return nil }
        let options = operation.options
        switch operation.name {
        case "clip":
            let low = options["clip_value_min"] ?? options["x_min"]
            let high = options["clip_value_max"] ?? options["x_max"]
            guard let low = low?.number, let high = high?.number, low <= high else { return nil }
            if low == 0 { return WrittenLayer("ReLU", ["max_value": .number(high)]) }
            return WrittenLayer("ops.Clip", ["low": .number(low), "high": .number(high)])
        case "relu":
            return WrittenLayer(
                "ReLU",
                options.filter { ["negative_slope", "max_value", "threshold"].contains($0.key) }
            )
        case "relu6": return WrittenLayer("ReLU", ["max_value": .number(6)])
        case "leaky":
            let slope = options["alpha"] ?? options["negative_slope"] ?? .number(0.2)
            return WrittenLayer("LeakyReLU", ["negative_slope": slope, "alpha": slope])
        case "elu": return WrittenLayer("ELU", ["alpha": options["alpha"] ?? .number(1)])
        case "softmax": return WrittenLayer("Softmax", ["axis": options["axis"] ?? .integer(-1)])
        case "log_softmax":
            return operation.option("axis", -1)
                ? WrittenLayer("Activation", ["activation": .string("log_softmax")]) : nil
        case "gelu":
            let isApproximate = options["approximate"] ?? .bool(false)
            return WrittenLayer("Activation", ["activation": .string("gelu"), "approximate": isApproximate])
        default: return WrittenLayer("Activation", ["activation": .string(operation.name)])
        }
    }

    private static func shape(_ operation: Operation) -> WrittenLayer? {
        let options = operation.options
        if operation.name == "concatenate" {
            guard operation.tensors.count == operation.operands.count, let axis = options["axis"] else { return nil }
            return WrittenLayer("Concatenate", ["axis": axis])
        }
        guard operation.isUnary || operation.name == "GetItem", operation.tensors.count == 1 else { return nil }
        switch operation.name {
        case "Mean", "Sum", "Max", "Min":
            let keeps = options["keepdims"] ?? .bool(false)
            return WrittenLayer("ops.\(operation.name)", ["axis": options["axis"] ?? .null, "keepdims": keeps])
        case "reshape":
            // The first axis is that of the records.
            guard let target = (options["shape"] ?? options["newshape"])?.array, target.count > 1,
                [.null, .integer(-1)].contains(target[0])
            else { return nil }
            return WrittenLayer("Reshape", ["target_shape": .array(Array(target.dropFirst()))])
        case "transpose":
            guard let order = (options["perm"] ?? options["axes"])?.array, order.first == .integer(0) else {
                return nil
            }
            return WrittenLayer("Permute", ["dims": .array(Array(order.dropFirst()))])
        case "ExpandDims", "Squeeze":
            return WrittenLayer("ops.\(operation.name)", ["axis": options["axis"] ?? .null])
        case "GetItem":
            let key = options["slice_spec"] ?? operation.operands.dropFirst().first?.constant ?? .null
            return WrittenLayer("ops.GetItem", ["key": key.array == nil ? .array([key]) : key])
        case "resize": return resizing(options)
        case "identity":
            let isFloat = options["dtype"].map { $0 == .string("float32") } ?? true
            return isFloat ? WrittenLayer("Identity") : nil
        case "unit":
            guard operation.option("order", 2) else { return nil }
            return WrittenLayer("UnitNormalization", ["axis": options["axis"] ?? .integer(-1)])
        default: return nil
        }
    }

    private static func resizing(_ options: [String: JSONValue]) -> WrittenLayer? {
        guard let size = options["size"]?.array, size.count == 2,
            options["preserve_aspect_ratio"]?.bool != true
        else { return nil }
        var written: [String: JSONValue] = ["height": size[0], "width": size[1]]
        for key in ["antialias", "crop_to_aspect_ratio", "pad_to_aspect_ratio", "data_format"] {
            written[key] = options[key]
        }
        written["interpolation"] = options["interpolation"] ?? options["method"]
        return WrittenLayer("Resizing", written)
    }
}
