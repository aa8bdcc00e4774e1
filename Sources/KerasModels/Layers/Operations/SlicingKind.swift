import Networks

/// Parts of records, taken by index.
enum SlicingKind: KerasLayerKind {
    static let classNames = ["ops.GetItem"]
    static let summary = "A part of a record: x[:, 1:3, ..., ::-1]."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> Slicing {
        guard var spec = config.value("key")?.array else { throw wrong(config) }
        // An ellipsis stands for as many whole axes as are missing; axes after the last one named are whole too.
        let rank = config.shape.count + 1
        let place = spec.firstIndex { $0["class_name"] == .string("__ellipsis__") } ?? spec.count
        if place < spec.count { spec.remove(at: place) }
        guard spec.count <= rank else { throw wrong(config) }
        spec.insert(contentsOf: Array(repeating: .object([:]), count: rank - spec.count), at: place)
        guard case .range(0..<1, step: 1) = try part(spec[0], 1, config) else { throw wrong(config) }
        var parts: [Slicing.Part] = []
        for (value, length) in zip(spec.dropFirst(), config.shape) { parts.append(try part(value, length, config)) }
        return Slicing(parts)
    }

    private static func part(_ value: JSONValue, _ length: Int, _ config: LayerConfig) throws(KerasModelError)
        -> Slicing.Part
    {
        if let index = value.integer {
            let element = index < 0 ? index + length : index
            guard index > -LayerConfig.largestNumber, (0..<length).contains(element) else { throw wrong(config) }
            return .element(element)
        }
        guard let members = (value["config"] ?? value).object else { throw wrong(config) }
        var bounds: [String: Int] = [:]
        for key in ["start", "stop", "step"] {
            guard let given = members[key], given != .null else { continue }
            guard let number = given.integer, number.magnitude <= LayerConfig.largestNumber else { throw wrong(config) }
            bounds[key] = number
        }
        let step = bounds["step"] ?? 1
        if step == -1, bounds.count == 1 { return .backwards }
        guard step > 0 else { throw wrong(config) }
        func place(_ number: Int) -> Int { min(max(number < 0 ? number + length : number, 0), length) }
        let start = place(bounds["start"] ?? 0)
        let end = place(bounds["stop"] ?? length)
        guard start < end else { throw wrong(config) }
        return .range(start..<end, step: step)
    }

    private static func wrong(_ config: LayerConfig) -> KerasModelError {
        config.unsupported(
            "slice",
            "\(config.value("key").map { "\($0)" } ?? "null")".prefix(80).description,
            remedy: "Take ranges, single elements or whole axes backwards, and all records."
        )
    }

    /// Whole ranges are what cropping does; of others Keras has no layer.
    static func written(_ layer: Slicing, className: String) -> WrittenLayer? { nil }
}
