/// Says a layer's options in the words of one Keras.
///
/// What a kind writes names functions unambiguously (`KerasActivation.name(of:)`). `hard_sigmoid` is another function in
/// either Keras. Where it ends a layer, the layer is left linear and the function written behind it as layers that both
/// know. In recurrent cells the gates' weights are scaled: clip(0.2·x + 0.5) is clip(y / 6 + 0.5) of y = 1.2·x.
struct LayerDialect {
    private let generation: KerasGeneration
    /// What the columns of each parameter are multiplied with.
    private(set) var factors: [[Float]?]
    /// The function that must follow the layer; nil when the options say it.
    private(set) var ending: String?
    /// The first word this Keras does not have.
    private(set) var unknown: String?
    private let parameters: [StoredParameter]
    /// The parameter at which the next recurrent cell's begin.
    private var cursor = 0

    init(_ generation: KerasGeneration, _ parameters: [StoredParameter]) {
        self.generation = generation
        self.parameters = parameters
        factors = parameters.map { _ in nil }
    }

    /// The recurrent classes, with the function of each block of a kernel's columns.
    private static let blocks: [String: [String]] = {
        let gate = "recurrent_activation"
        let gates: [String: [String]] = [
            "SimpleRNN": ["activation"], "GRU": [gate, gate, "activation"],
            "LSTM": [gate, gate, "activation", gate],
        ]
        var all = gates
        for (name, blocks) in gates { all[name + "Cell"] = blocks }
        for axes in 1...3 { all["ConvLSTM\(axes)D"] = gates["LSTM"] }
        return all
    }()

    /// Whether a layer of the class goes through a sequence with a state.
    static func isRecurrent(_ className: String) -> Bool {
        blocks[className] != nil || className == "RNN" || className == "Bidirectional"
    }

    /// The options of a layer, with those of layers inside it.
    mutating func options(of className: String, _ options: [String: JSONValue]) -> [String: JSONValue] {
        var options = options
        if !generation.has(className) { note(className) }
        if generation == .two { drop(className, &options) }
        if let blocks = Self.blocks[className] {
            cell(className, blocks, &options)
        } else if let name = options["activation"]?.string {
            options["activation"] = .string(ended(name))
        }
        for key in ["layer", "backward_layer", "cell"] { if let inner = options[key] { options[key] = part(inner) } }
        if let cells = options["cells"]?.array { options["cells"] = .array(cells.map { part($0) }) }
        return options
    }

    /// A layer or cell inside a layer.
    private mutating func part(_ value: JSONValue) -> JSONValue {
        guard var members = value.object, let className = members["class_name"]?.string,
            var inner = members["config"]?.object
        else { return value }
        inner = options(of: className, inner)
        inner["dtype"] = .string("float32")
        if inner["name"] == nil { inner["name"] = .string(ModelFolder.snakeCase(className)) }
        members["config"] = .object(inner)
        members["module"] = .string("keras.layers")
        members["registered_name"] = .null
        return .object(members)
    }

    /// The word for a function that ends a layer.
    private mutating func ended(_ name: String) -> String {
        guard let word = KerasActivation.word(name, in: generation) else {
            if ending != nil { note(name) }
            ending = name
            return "linear"
        }
        return word
    }

    private mutating func cell(_ className: String, _ blocks: [String], _ options: inout [String: JSONValue]) {
        var scaled: Set<String> = []
        for key in Set(blocks) {
            guard let name = options[key]?.string else { continue }
            if let word = KerasActivation.word(name, in: generation) {
                options[key] = .string(word)
            } else if KerasActivation.isHardSigmoid(name), key != "activation" || blocks.count < 4 {
                scaled.insert(key)
                options[key] = .string("hard_sigmoid")
            } else {
                // An LSTM applies it also to its state, which no weight scales.
                note(name)
            }
        }
        let count = options["use_bias"]?.bool == false ? 2 : 3
        let cell = cursor..<min(parameters.count, cursor + count)
        cursor = cell.upperBound
        guard !scaled.isEmpty else { return }
        let factor: Float = generation == .three ? 1.2 : 1 / 1.2
        for index in cell {
            let columns = parameters[index].shape.last ?? 0
            guard columns > 0, columns % blocks.count == 0 else { continue }
            factors[index] = (0..<columns).map {
                scaled.contains(blocks[$0 / (columns / blocks.count)]) ? factor : 1
            }
        }
    }

    /// Leaves out what Keras 2 does not know, where it says nothing.
    private mutating func drop(_ className: String, _ options: inout [String: JSONValue]) {
        // Keras 2 asks for the shapes it built the layer with, and builds it by its inputs without them.
        if className == "MultiHeadAttention" {
            for key in ["query_shape", "key_shape", "value_shape"] { options[key] = .null }
        }
        for (key, value) in Self.onlyInThree[className] ?? [:] {
            guard let given = options.removeValue(forKey: key), given != value else { continue }
            note("\(className)(\(key)=…)")
        }
    }

    /// The options that Keras 2 does not know, with the value that makes no difference.
    private static let onlyInThree: [String: [String: JSONValue]] = [
        "Resizing": [
            "data_format": .string("channels_last"), "pad_to_aspect_ratio": .bool(false), "antialias": .bool(false),
        ],
        "CenterCrop": ["data_format": .string("channels_last")],
        "LayerNormalization": ["rms_scaling": .bool(false)],
        "MultiHeadAttention": ["use_gate": .bool(false), "sliding_window": .null],
    ]

    private mutating func note(_ word: String) { unknown = unknown ?? word }
}
