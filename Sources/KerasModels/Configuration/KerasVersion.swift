/// The version of the Keras that wrote a file.
enum KerasVersion {
    /// Its first number; nil when it is none.
    static func major(_ version: String?) -> Int? {
        version.flatMap { Int($0.prefix { $0 != "." }) }
    }

    /// The first number for a configuration that does not say, by the words it uses.
    static func major(of config: JSONValue) -> Int {
        var open = [config]
        var seen = 0
        while let next = open.popLast(), seen < ModelConfig.mostLayers {
            seen += 1
            let options = next["config"]
            if let options = options?.object, !oldWords.isDisjoint(with: options.keys) { return 1 }
            if next["registered_name"] != nil { return 3 }
            open += options?.array ?? options?["layers"]?.array ?? []
        }
        return 2
    }

    /// Options of Keras 1 that have another name since.
    private static let oldWords: Set<String> = [
        "nb_filter", "border_mode", "dim_ordering", "inner_activation", "W_regularizer", "W_constraint", "subsample",
        "consume_less", "concat_axis", "pool_length",
    ]
}
