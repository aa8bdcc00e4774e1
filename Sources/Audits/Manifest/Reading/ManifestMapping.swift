import Diagnostics
import Yams

/// One mapping of the manifest, read key by key; keys nobody asked for are errors at the end.
final class ManifestMapping {
    let problems: ManifestProblems
    /// Dotted path of this mapping; empty for the whole file.
    let path: String
    let location: Location
    private let pairs: [String: Node]
    private let keyLocations: [(name: String, location: Location)]
    private(set) var known: [String] = []

    /// Takes a node that must be a mapping with text keys; nil, with the problem noted, when it is none.
    init?(_ node: Node, path: String, problems: ManifestProblems) {
        let location = Self.location(of: node, problems)
        guard case .mapping(let mapping) = node else {
            let name = path.isEmpty ? "the manifest" : "'\(path)'"
            problems.add(
                .wrongType,
                "\(name) must be a list of keys and values",
                at: location,
                remedy: path.isEmpty ? "Write one with `layeraudit init`." : "Write `key: value` lines below it."
            )
            return nil
        }
        var pairs: [String: Node] = [:]
        var keyLocations: [(String, Location)] = []
        for (key, value) in mapping {
            guard let name = key.scalar?.string else {
                problems.add(
                    .wrongType,
                    "a key must be a word",
                    at: Self.location(of: key, problems),
                    remedy: "Write `key: value`."
                )
                continue
            }
            pairs[name] = value
            keyLocations.append((name, Self.location(of: key, problems)))
        }
        self.problems = problems
        self.path = path
        self.location = location
        self.pairs = pairs
        self.keyLocations = keyLocations
    }

    static func location(of node: Node, _ problems: ManifestProblems) -> Location {
        .file(problems.path, line: node.mark?.line, column: node.mark?.column)
    }

    /// The dotted path of a key of this mapping.
    func path(of key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// Where a key's value stands; the mapping itself when the key is not written.
    func location(of key: String) -> Location { pairs[key].map { Self.location(of: $0, problems) } ?? location }

    /// The keys as written, in the file's order.
    var names: [String] { keyLocations.map(\.name) }

    /// The value of a key, which from now on is a known one; nil when it is absent or null.
    func node(_ key: String) -> Node? {
        if !known.contains(key) { known.append(key) }
        guard let node = pairs[key] else { return nil }
        problems.locations[path(of: key)] = Self.location(of: node, problems)
        if let scalar = node.scalar, scalar.style == .plain, node.null != nil { return nil }
        return node
    }

    /// Whether the value of a key is a mapping.
    func isMapping(_ key: String) -> Bool {
        if case .mapping = node(key) { true } else { false }
    }

    /// The mapping under a key.
    func mapping(_ key: String) -> ManifestMapping? {
        node(key).flatMap { ManifestMapping($0, path: path(of: key), problems: problems) }
    }

    /// The mapping under a key that must be there.
    func requiredMapping(_ key: String, remedy: String) -> ManifestMapping? {
        guard node(key) != nil else {
            missing(key, remedy: remedy)
            return nil
        }
        return mapping(key)
    }

    /// Notes that a key is not there.
    func missing(_ key: String, remedy: String) {
        problems.add(.missingKey, "'\(path(of: key))' is missing", at: location, remedy: remedy)
    }

    /// Notes that a value, or one item of it, has the wrong type.
    func wrongType(_ key: String, _ wanted: String, item: Node? = nil) {
        problems.add(
            .wrongType,
            "'\(path(of: key))' must be \(wanted)",
            at: item.map { Self.location(of: $0, problems) } ?? location(of: key),
            remedy: "Write `\(key): ` followed by \(wanted)."
        )
    }

    /// Notes that a value, or one item of it, is not one the key takes.
    func badValue(_ key: String, _ problem: String, item: Node? = nil, remedy: String) {
        let place = item.map { Self.location(of: $0, problems) } ?? location(of: key)
        problems.add(.badValue, "'\(path(of: key))' \(problem)", at: place, remedy: remedy)
    }

    /// Notes every key nobody asked for.
    func refuseUnknownKeys() {
        for (name, location) in keyLocations where !known.contains(name) {
            problems.add(
                .unknownKey,
                "there is no key '\(name)'\(path.isEmpty ? " in a manifest" : " in '\(path)'")",
                at: location,
                remedy: NearestName.hint(name, among: known.sorted())
            )
        }
    }
}
