import Diagnostics

/// Puts layers in the words of Keras 1 (1.0–1.2) into those of Keras 2.
///
/// Regularisers, constraints and initialisers are left out: they are no part of the function.
enum KerasOneDialect {
    /// Class and options of a layer in the words of Keras 2.
    ///
    /// - Throws: `lambdaLayer`, `unsupportedOption` for what Keras 2 has no word for, `malformedConfig`.
    static func translate(
        _ className: String,
        _ options: [String: JSONValue],
        at location: Location
    ) throws(KerasModelError) -> (className: String, options: [String: JSONValue]) {
        if className == "Merge" { return try KerasOneMerge.translate(options, at: location) }
        var result: [String: JSONValue] = [:]
        for (key, value) in options where !training.contains(key) {
            if let renamed = renamedForClass[className]?[key] ?? renamed[key] {
                if !renamed.isEmpty { result[renamed] = value }
            } else {
                result[key] = value
            }
        }
        if let order = options["dim_ordering"]?.string { result["data_format"] = dataFormat(order) }
        if let size = kernelSize(className, options) { result["kernel_size"] = size }
        if let inner = options["layer"] { result["layer"] = try wrapped(inner, at: location) }
        try adjust(className, options, &result, at: location)
        return (renamedClasses[className] ?? className, result)
    }

    /// Classes that have another name in Keras 2.
    private static let renamedClasses = [
        "Convolution1D": "Conv1D", "Convolution2D": "Conv2D", "Convolution3D": "Conv3D",
        "AtrousConvolution1D": "Conv1D", "AtrousConvolution2D": "Conv2D", "AtrousConv1D": "Conv1D",
        "AtrousConv2D": "Conv2D", "Deconvolution2D": "Conv2DTranspose", "Deconv2D": "Conv2DTranspose",
        "Deconvolution3D": "Conv3DTranspose", "SeparableConvolution2D": "SeparableConv2D",
        // Keras 2's Dense takes sequences.
        "TimeDistributedDense": "Dense", "TimeDistributedMaxoutDense": "MaxoutDense",
    ]

    /// Options that only matter for training, or for speed.
    private static let training: Set<String> = [
        "init", "inner_init", "forget_bias_init", "weights", "W_regularizer", "U_regularizer", "b_regularizer",
        "activity_regularizer", "gamma_regularizer", "beta_regularizer", "W_constraint", "U_constraint",
        "b_constraint", "depthwise_regularizer", "pointwise_regularizer", "depthwise_constraint",
        "pointwise_constraint", "dropout_W", "dropout_U", "consume_less", "gamma_init", "beta_init", "layers",
    ]

    /// Options that have another name in Keras 2; those without one are read below.
    private static let renamed = [
        "output_dim": "units", "bias": "use_bias", "nb_filter": "filters", "border_mode": "padding",
        "subsample": "strides", "subsample_length": "strides", "atrous_rate": "dilation_rate",
        "inner_activation": "recurrent_activation", "input_dtype": "dtype", "pool_length": "pool_size",
        "dim_ordering": "", "nb_row": "", "nb_col": "", "filter_length": "", "kernel_dim1": "", "kernel_dim2": "",
        "kernel_dim3": "", "mode": "", "layer": "", "input_dim": "", "input_length": "", "output_shape": "",
    ]

    /// The same for single classes, where an option means something else.
    private static let renamedForClass = [
        "Embedding": [
            "output_dim": "output_dim", "input_dim": "input_dim", "dropout": "", "input_length": "input_length",
        ],
        "Dropout": ["p": "rate"], "GaussianDropout": ["p": "rate"], "GaussianNoise": ["sigma": "stddev"],
        "SpatialDropout1D": ["p": "rate"], "SpatialDropout2D": ["p": "rate"], "SpatialDropout3D": ["p": "rate"],
        "MaxPooling1D": ["stride": "strides"], "AveragePooling1D": ["stride": "strides"],
        "UpSampling1D": ["length": "size"], "Lambda": ["mode": "mode", "output_shape": "output_shape"],
    ]

    static func dataFormat(_ order: String) -> JSONValue {
        .string(order == "th" ? "channels_first" : "channels_last")
    }

    private static func kernelSize(_ className: String, _ options: [String: JSONValue]) -> JSONValue? {
        for keys in [["nb_row", "nb_col"], ["filter_length"], ["kernel_dim1", "kernel_dim2", "kernel_dim3"]] {
            let sizes = keys.compactMap { options[$0] }
            if sizes.count == keys.count { return .array(sizes) }
        }
        return nil
    }

    /// The layer in a wrapper.
    private static func wrapped(_ value: JSONValue, at location: Location) throws(KerasModelError) -> JSONValue {
        guard var members = value.object, let className = members["class_name"]?.string,
            let options = members["config"]?.object
        else { return value }
        let inner = try translate(className, options, at: location)
        members["class_name"] = .string(inner.className)
        members["config"] = .object(inner.options)
        return .object(members)
    }

    private static func adjust(
        _ className: String,
        _ options: [String: JSONValue],
        _ result: inout [String: JSONValue],
        at location: Location
    ) throws(KerasModelError) {
        switch className {
        case "BatchNormalization":
            guard options["mode"]?.integer ?? 0 == 0 else {
                throw KerasModelError(
                    .unsupportedOption,
                    "BatchNormalization: mode \(options["mode"]?.integer ?? -1) is not supported",
                    at: location,
                    remedy: "Build the model with mode 0, which uses the moving statistics."
                )
            }
        case "GRU": result["reset_after"] = .bool(false)
        case "ZeroPadding1D", "ZeroPadding2D":
            let axes = className == "ZeroPadding1D" ? 1 : 2
            if let padding = options["padding"] { result["padding"] = pads(padding, axes: axes) }
        default: break
        }
        // Where the first layer states no shape of a batch, its sizes say as much.
        if result["batch_input_shape"] == nil, className != "Embedding", let size = options["input_dim"]?.integer {
            let steps = options["input_length"].map { [$0] }
            let isSequence = ["LSTM", "GRU", "SimpleRNN", "Convolution1D", "TimeDistributedDense"].contains(className)
            let middle = isSequence ? steps ?? [.null] : []
            result["batch_input_shape"] = .array([.null] + middle + [.integer(size)])
        }
    }

    /// Borders: `{"top_pad": 1, …}`, `[top, bottom, left, right]`, or as Keras 2 writes them.
    private static func pads(_ value: JSONValue, axes: Int) -> JSONValue {
        if let members = value.object {
            let sides = [["top_pad", "bottom_pad"], ["left_pad", "right_pad"]].suffix(axes)
            let pairs = sides.map { pair in JSONValue.array(pair.map { members[$0] ?? .integer(0) }) }
            return pairs.count == 1 ? pairs[0] : .array(pairs)
        }
        guard let four = value.array, four.count == 4 else { return value }
        return .array([.array(Array(four[0..<2])), .array(Array(four[2..<4]))])
    }
}
