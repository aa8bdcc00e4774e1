/// Names as Keras 3 takes them: not empty, without `/`, and each once.
struct PlainNames {
    private var taken: Set<String> = []
    /// How many copies of a name there are, so that thousands of equal names are no work.
    private var counts: [String: Int] = [:]

    /// A name that nothing else has, as like the wanted one as can be.
    mutating func take(_ wanted: String) -> String {
        let plain = Self.plain(wanted)
        var name = plain
        while !taken.insert(name).inserted {
            counts[plain, default: 0] += 1
            name = "\(plain)_\(counts[plain] ?? 0)"
        }
        return name
    }

    /// A name without what Keras 3 refuses.
    static func plain(_ name: String) -> String {
        let plain = name.replacing("/", with: "_")
        return plain.isEmpty ? "layer" : plain
    }
}
