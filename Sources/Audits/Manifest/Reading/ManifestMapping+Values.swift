import Diagnostics
import Yams

extension ManifestMapping {
    /// A text.
    func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard let text = node.scalar?.string else {
            wrongType(key, "a text")
            return nil
        }
        guard !text.isEmpty else {
            badValue(key, "is empty", remedy: "Write a value, or leave the key out.")
            return nil
        }
        return text
    }

    /// A truth value.
    func truth(_ key: String) -> Bool? {
        guard let node = node(key) else { return nil }
        guard let scalar = node.scalar, scalar.style == .plain, let value = node.bool else {
            wrongType(key, "true or false")
            return nil
        }
        return value
    }

    /// A whole number within a range.
    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let node = node(key) else { return nil }
        return integer(node, key, in: range)
    }

    /// One item as a whole number within a range.
    func integer(_ node: Node, _ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let scalar = node.scalar, scalar.style == .plain, let value = node.int else {
            wrongType(key, "a whole number", item: node)
            return nil
        }
        guard range.contains(value) else {
            let upper = range.upperBound == .max ? "or more" : "to \(range.upperBound)"
            badValue(key, "is \(value)", item: node, remedy: "Give a whole number, \(range.lowerBound) \(upper).")
            return nil
        }
        return value
    }

    /// A number that keeps to a condition, which `wanted` puts in words.
    func number(_ key: String, _ wanted: String = "a number", where isGood: (Double) -> Bool = { _ in true }) -> Double?
    {
        guard let node = node(key) else { return nil }
        return number(node, key, wanted, where: isGood)
    }

    private func number(_ node: Node, _ key: String, _ wanted: String, where isGood: (Double) -> Bool) -> Double? {
        guard let scalar = node.scalar, scalar.style == .plain, let value = node.float else {
            wrongType(key, "a number", item: node)
            return nil
        }
        guard value.isFinite, isGood(value) else {
            badValue(key, "is \(value)", item: node, remedy: "Give \(wanted).")
            return nil
        }
        return value
    }

    /// One number, or one per channel.
    func numbers(_ key: String, _ wanted: String = "a number", where isGood: (Double) -> Bool = { _ in true })
        -> [Double]?
    {
        guard let node = node(key) else { return nil }
        guard case .sequence(let sequence) = node else { return number(key, wanted, where: isGood).map { [$0] } }
        guard !sequence.isEmpty else {
            badValue(key, "is an empty list", remedy: "Give \(wanted), or one per channel.")
            return nil
        }
        let values = sequence.map { number($0, key, wanted, where: isGood) }
        let good = values.compactMap { $0 }
        return good.count == values.count ? good : nil
    }

    /// A list of whole numbers within a range, each once.
    func integers(_ key: String, in range: ClosedRange<Int>) -> [Int]? {
        guard let node = node(key) else { return nil }
        guard case .sequence(let sequence) = node else {
            wrongType(key, "a list of whole numbers, such as [100, 300]")
            return nil
        }
        guard !sequence.isEmpty, Set(sequence).count == sequence.count else {
            badValue(
                key,
                sequence.isEmpty ? "is an empty list" : "names a number twice",
                remedy: "List each number once, at least one."
            )
            return nil
        }
        let values = sequence.map { integer($0, key, in: range) }
        let good = values.compactMap { $0 }
        return good.count == values.count ? good : nil
    }

    /// A list of texts, each once; `single` takes one text for a list of one.
    func texts(_ key: String, single: Bool = false, emptyAllowed: Bool = false) -> [(text: String, at: Location)]? {
        guard let node = node(key) else { return nil }
        if single, case .scalar = node { return text(key).map { [($0, location(of: key))] } }
        guard case .sequence(let sequence) = node else {
            wrongType(key, single ? "a text or a list of texts" : "a list, such as [first, second]")
            return nil
        }
        guard emptyAllowed || !sequence.isEmpty, Set(sequence).count == sequence.count else {
            badValue(
                key,
                sequence.isEmpty ? "is an empty list" : "names something twice",
                remedy: sequence.isEmpty ? "List at least one, or leave the key out." : "List each once."
            )
            return nil
        }
        let values = sequence.map { $0.scalar?.string }
        guard values.allSatisfy({ $0 != nil }) else {
            wrongType(key, "a list of texts")
            return nil
        }
        return zip(values, sequence).compactMap { value, node in
            value.map { ($0, Self.location(of: node, problems)) }
        }
    }

    /// One of a closed list of words.
    func choice<Value: RawRepresentable<String>>(_ key: String, among values: [Value]) -> Value? {
        guard let text = text(key) else { return nil }
        return choice(text, key, at: location(of: key), among: values)
    }

    /// Several of a closed list of words.
    func choices<Value: RawRepresentable<String>>(_ key: String, among values: [Value], single: Bool = false)
        -> [Value]?
    {
        guard let texts = texts(key, single: single) else { return nil }
        let chosen = texts.map { choice($0.text, key, at: $0.at, among: values) }
        let good = chosen.compactMap { $0 }
        return good.count == chosen.count ? good : nil
    }

    private func choice<Value: RawRepresentable<String>>(
        _ text: String,
        _ key: String,
        at location: Location,
        among values: [Value]
    ) -> Value? {
        if let value = values.first(where: { $0.rawValue == text }) { return value }
        problems.add(
            .badValue,
            "'\(path(of: key))' cannot be '\(text)'",
            at: location,
            remedy: NearestName.hint(text, among: values.map(\.rawValue))
        )
        return nil
    }
}
