/// What Keras has outside of `keras.layers`.
enum KerasModules {
    /// The module of a class that Keras does not find by its name alone.
    static func module(of className: String) -> String? {
        switch className {
        case "LayerScale", "StochasticDepth": "keras.src.applications.convnext"
        // Else Keras 3 takes its option 'dot' for the function of that name.
        case "Attention": "keras.layers"
        default: nil
        }
    }

    private static let penalties: Set<String> = [
        "L1", "L2", "L1L2", "MaxNorm", "MinMaxNorm", "NonNeg", "UnitNorm",
    ]

    /// Whether a value is one of Keras's own regularisers or constraints with plain numbers, as both Keras read it.
    static func isPenalty(_ value: JSONValue) -> Bool {
        guard let name = value["class_name"]?.string, penalties.contains(name), value["module"] == nil,
            let options = value["config"]?.object
        else { return false }
        return options.values.allSatisfy { $0.integer != nil || $0.number != nil && $0.object == nil }
    }
}
