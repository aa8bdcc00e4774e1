import Diagnostics
import Networks

/// One layer's options with typed access, and the shapes of its inputs.
struct LayerConfig: Sendable {
    /// The entry of the configuration.
    let entry: LayerEntry
    /// Shapes of one record of each input: the positional tensors, then the named ones, then the masks.
    let inputs: [[Int]]
    /// The first number of the file's Keras version.
    let kerasMajor: Int
    /// The model file, for messages.
    let file: String
    /// What it is called with; each tensor is its place among `inputs`.
    var arguments = CallArguments<Int>()
    /// For each positional and named tensor the place of its mask among `inputs`, for kinds that take masks; nil
    /// without one.
    var masks: [Int?] = []
    /// The shape of one record the caller gave, for axes that the file leaves open.
    var inputShape: [Int]?
    /// For each positional tensor whether it carries a mask, for all kinds.
    var isMasked: [Bool] = []
    /// The name by which messages call it, when that is not its own: the path through the models it stands in.
    var name: String?

    /// Whole numbers above this are in no real configuration; sums and products of a few stay far from overflow.
    static let largestNumber = 1 << 20

    /// Where messages point.
    var location: Location { .layer(name ?? entry.name, file: file) }

    /// Shape of a record of the first input.
    var shape: [Int] { inputs.first ?? [] }

    /// The value of an option; nil when it is not there or null.
    func value(_ key: String) -> JSONValue? {
        let value = entry.options[key]
        return value == .null ? nil : value
    }

    /// The configuration of a layer inside this one, such as the one a wrapper holds.
    ///
    /// - Parameters:
    ///   - value: an entry `{"class_name": …, "config": {…}}`.
    ///   - inputs: shapes of one record of each of its inputs.
    /// - Throws: `malformedConfig` and whatever a layer of its own is refused for, naming the outer layer.
    func inner(_ value: JSONValue?, inputs: [[Int]]) throws(KerasModelError) -> LayerConfig {
        guard let value, value["class_name"]?.string != nil else {
            throw .malformed("\(entry.className): the layer inside names no class", at: location)
        }
        let context = ConfigContext(file: file, object: nil, kerasMajor: kerasMajor)
        let inside = try LayerEntryReader.entry(value, names: [], context)
        try LayerAdmission.check(inside, at: location)
        return LayerConfig(entry: inside, inputs: inputs, kerasMajor: kerasMajor, file: file, name: name ?? entry.name)
    }

    /// The kind of the layer's class.
    ///
    /// - Throws: `unsupportedLayer`.
    func kind() throws(KerasModelError) -> any KerasLayerKind.Type {
        guard let kind = KerasLayerCatalog.kind(of: entry.className) else {
            throw LayerAdmission.unsupported(entry, at: location)
        }
        return kind
    }

    /// A problem with an option.
    func malformed(_ key: String, _ wanted: String) -> KerasModelError {
        .malformed("\(entry.className): the option '\(key)' is not \(wanted)", at: location)
    }

    /// An option's value that is not supported.
    func unsupported(_ key: String, _ value: String, remedy: String) -> KerasModelError {
        let summary = "\(entry.className): \(key) '\(value)' is not supported"
        return KerasModelError(.unsupportedOption, summary, at: location, remedy: remedy)
    }

    /// A truth value.
    func bool(_ key: String, _ fallback: Bool) throws(KerasModelError) -> Bool {
        guard let value = value(key) else { return fallback }
        guard let bool = value.bool else { throw malformed(key, "true or false") }
        return bool
    }

    /// A finite number.
    func double(_ key: String, _ fallback: Double) throws(KerasModelError) -> Double {
        guard let value = value(key) else { return fallback }
        guard let number = value.number, number.isFinite else { throw malformed(key, "a number") }
        return number
    }

    /// One finite number or several.
    func doubles(_ key: String, _ fallback: [Double]) throws(KerasModelError) -> [Double] {
        guard let value = value(key) else { return fallback }
        guard let numbers = value.numbers, !numbers.isEmpty, numbers.allSatisfy(\.isFinite) else {
            throw malformed(key, "a list of numbers")
        }
        return numbers
    }

    /// A whole number from 1 to `largestNumber`.
    func count(_ key: String, _ fallback: Int? = nil) throws(KerasModelError) -> Int {
        guard let number = value(key).map({ $0.integer }) ?? fallback, (1...Self.largestNumber).contains(number) else {
            throw malformed(key, "a whole number from 1 to \(Self.largestNumber)")
        }
        return number
    }

    /// Whole numbers from 1 to `largestNumber`, one per axis; a single one holds for all.
    func counts(_ key: String, axes: Int, _ fallback: [Int]? = nil) throws(KerasModelError) -> [Int] {
        guard let value = value(key) else {
            if let fallback { return fallback }
            throw malformed(key, "given")
        }
        let numbers =
            value.integer.map { Array(repeating: $0, count: axes) } ?? value.array?.compactMap(\.integer) ?? []
        guard numbers.count == axes, numbers.allSatisfy({ (1...Self.largestNumber).contains($0) }) else {
            throw malformed(key, "\(axes) whole numbers from 1 to \(Self.largestNumber)")
        }
        return numbers
    }

    /// One text of a closed list.
    func choice<Choice: RawRepresentable<String>>(
        _ key: String,
        _ fallback: Choice
    ) throws(KerasModelError) -> Choice {
        guard let value = value(key) else { return fallback }
        guard let choice = value.string.flatMap(Choice.init) else { throw malformed(key, "a known word") }
        return choice
    }

    /// Axes of the batch (N is 0) as counts from 0, from one number or several, negative ones from the end; ascending.
    func axes(_ key: String, _ fallback: [Int]) throws(KerasModelError) -> [Int] {
        let rank = shape.count + 1
        let numbers = value(key).map { $0.integer.map { [$0] } ?? $0.array?.compactMap(\.integer) ?? [] } ?? fallback
        let positive = numbers.map { $0 < 0 && $0 >= -rank ? $0 + rank : $0 }
        guard !positive.isEmpty, Set(positive).count == positive.count,
            positive.allSatisfy({ (1..<max(1, rank)).contains($0) })
        else { throw malformed(key, "axes of a tensor with \(rank) axes") }
        return positive.sorted()
    }
}
