import HDF5

/// The groups of one model's layers in a file where they are numbered by class.
struct ModelFolder {
    /// The model.
    let config: ModelConfig
    private let container: HDF5Group
    /// The name of each layer's group.
    private let names: [String]

    /// Finds the group of each layer.
    init(_ container: HDF5Group, _ config: ModelConfig) throws(HDF5Error) {
        self.config = config
        self.container = container
        var counts: [String: Int] = [:]
        for entry in config.layers { counts[Self.group(of: entry), default: 0] += 1 }
        let crowded = Self.crowded(try container.memberNames(), counts)
        var numbers: [String: Int] = [:]
        names = config.layers.map { entry in
            let group = Self.group(of: entry)
            let number = numbers[group, default: 0]
            numbers[group] = number + 1
            let stored = crowded[group]?[number] ?? number
            return stored == 0 ? group : "\(group)_\(stored)"
        }
    }

    /// The group of a layer; nil when there is none.
    func group(_ layer: Int) throws(KerasModelError) -> HDF5Group? {
        guard names.indices.contains(layer), container.isGroup(names[layer]) else { return nil }
        do { return try container.group(names[layer]) } catch { throw KerasModelError(error) }
    }

    /// The numbers in use of classes whose numbers have gaps: TensorFlow 2.12 counted layers with weights twice.
    private static func crowded(_ members: [String], _ counts: [String: Int]) -> [String: [Int]] {
        var used: [String: [Int]] = [:]
        for member in members {
            if counts[member] != nil { used[member, default: []].append(0) }
            guard let dash = member.lastIndex(of: "_"), let number = Int(member[member.index(after: dash)...]),
                counts[String(member[..<dash])] != nil
            else { continue }
            used[String(member[..<dash]), default: []].append(number)
        }
        return used.filter { name, numbers in
            numbers.count == counts[name] && (numbers.max() ?? 0) >= numbers.count
        }.mapValues { $0.sorted() }
    }

    /// The name of each layer's group, where none is left out.
    static func names(of config: ModelConfig) -> [String] {
        var numbers: [String: Int] = [:]
        return config.layers.map { entry in
            let group = group(of: entry)
            let number = numbers[group, default: 0]
            numbers[group] = number + 1
            return number == 0 ? group : "\(group)_\(number)"
        }
    }

    /// What the groups of a layer's class are called.
    private static func group(of entry: LayerEntry) -> String {
        ownNames[entry.className] ?? snakeCase(entry.className)
    }

    /// The classes whose name in the code is not the one in configurations.
    private static let ownNames = ["Model": "functional", "GroupQueryAttention": "grouped_query_attention"]

    /// A class name with `_` before capital letters that start a word: `MaxPooling2D` becomes `max_pooling2d`.
    static func snakeCase(_ name: String) -> String {
        let letters = Array(name.unicodeScalars.filter { $0 == "_" || $0.properties.isAlphabetic || $0.isDigit })
        var words: [Unicode.Scalar] = []
        var index = 0
        while index < letters.count {
            // A capital letter with small ones behind it starts a word.
            let isWord = letters[index].isCapital && index + 1 < letters.count && letters[index + 1].isSmall
            if index > 0, isWord { words.append("_") }
            words.append(letters[index])
            index += 1
        }
        var result = String.UnicodeScalarView()
        for (place, letter) in words.enumerated() {
            if place > 0, letter.isCapital, words[place - 1].isSmall { result.append("_") }
            result.append(letter)
        }
        return String(result).lowercased()
    }
}

extension Unicode.Scalar {
    fileprivate var isCapital: Bool { ("A"..."Z").contains(self) }
    fileprivate var isSmall: Bool { ("a"..."z").contains(self) }
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
