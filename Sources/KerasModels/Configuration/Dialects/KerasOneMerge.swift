import Diagnostics

/// Puts Keras 1's `Merge`, one class for all ways of merging, into the classes of Keras 2.
enum KerasOneMerge {
    private static let classes = [
        "sum": "Add", "mul": "Multiply", "ave": "Average", "max": "Maximum", "concat": "Concatenate", "dot": "Dot",
        "cos": "Dot",
    ]

    /// Class and options.
    ///
    /// - Throws: `lambdaLayer` when the mode is program code, `severalInputsOrOutputs` for branches inside it,
    ///   `unsupportedOption`.
    static func translate(
        _ options: [String: JSONValue],
        at location: Location
    ) throws(KerasModelError) -> (className: String, options: [String: JSONValue]) {
        guard options["mode_type"]?.string ?? "raw" == "raw", let mode = options["mode"]?.string else {
            throw KerasModelError(
                .lambdaLayer,
                "the layer merges by program code from the file, which is never run",
                at: location,
                remedy: "Build the model with one of Keras's own ways to merge, such as 'sum', and save it again."
            )
        }
        guard options["layers"]?.array?.isEmpty ?? true else {
            throw KerasModelError(
                .severalInputsOrOutputs,
                "the layer merges branches with inputs of their own",
                at: location,
                remedy: "Build the model with one input."
            )
        }
        guard let className = classes[mode] else {
            throw KerasModelError(
                .unsupportedOption,
                "Merge: mode '\(mode)' is not supported",
                at: location,
                remedy: "Build the model with one of the modes \(classes.keys.sorted().joined(separator: ", "))."
            )
        }
        var result: [String: JSONValue] = [:]
        for key in ["name", "trainable"] { result[key] = options[key] }
        if className == "Concatenate" { result["axis"] = options["concat_axis"] ?? .integer(-1) }
        if className == "Dot" {
            result["axes"] = options["dot_axes"] ?? .integer(-1)
            result["normalize"] = .bool(mode == "cos")
        }
        return (className, result)
    }
}
