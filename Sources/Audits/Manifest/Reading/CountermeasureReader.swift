import Countermeasures
import Diagnostics
import Yams

/// Reads `countermeasures`: a list of names, each alone or with the numbers it is tried with.
enum CountermeasureReader {
    /// The countermeasures that can be tried, in the catalogue's order.
    private static var known: [CountermeasureDescriptor] {
        CountermeasureCatalog.all.filter {
            $0 is any TrainingCountermeasure.Type || $0 is any LayerCountermeasure.Type
                || $0 is any AnswerCountermeasure.Type
        }.map { $0.descriptor }
    }

    static func read(_ root: ManifestMapping) -> [CountermeasureSettings] {
        guard let node = root.node("countermeasures") else { return [] }
        guard case .sequence(let items) = node else {
            root.wrongType("countermeasures", "a list, such as [early-stopping, {quantisation: {bits: 4}}]")
            return []
        }
        if items.isEmpty {
            root.badValue("countermeasures", "is an empty list", remedy: "List at least one, or leave the key out.")
        }
        var all: [CountermeasureSettings] = []
        for (index, item) in items.enumerated() {
            guard let settings = settings(item, path: "countermeasures[\(index)]", root.problems) else { continue }
            if all.contains(settings) {
                root.badValue(
                    "countermeasures",
                    "names '\(settings.text)' twice",
                    item: item,
                    remedy: "Name each once."
                )
            }
            all.append(settings)
        }
        return all
    }

    private static func settings(_ item: Node, path: String, _ problems: ManifestProblems) -> CountermeasureSettings? {
        if let name = item.scalar?.string {
            return descriptor(name, at: ManifestMapping.location(of: item, problems), problems).map {
                CountermeasureSettings($0)
            }
        }
        guard let mapping = ManifestMapping(item, path: path, problems: problems) else { return nil }
        guard mapping.names.count == 1, let name = mapping.names.first else {
            problems.add(
                .wrongType,
                "'\(path)' must name one countermeasure",
                at: mapping.location,
                remedy: "Write `- early-stopping`, or `- quantisation: {bits: 4}`."
            )
            return nil
        }
        guard let descriptor = descriptor(name, at: mapping.location, problems) else { return nil }
        guard let numbers = mapping.mapping(name) else { return CountermeasureSettings(descriptor) }
        var values: [String: Double] = [:]
        for parameter in descriptor.parameters {
            let kind = parameter.isWhole ? "a whole number" : "a number"
            let ends = [parameter.range.lowerBound, parameter.range.upperBound].map(CountermeasureParameter.text)
            let wanted = "\(kind) from \(ends[0]) to \(ends[1])"
            values[parameter.name] = numbers.number(parameter.name, wanted) { parameter.checked($0) != nil }
        }
        numbers.refuseUnknownKeys()
        return CountermeasureSettings(descriptor, values)
    }

    private static func descriptor(
        _ name: String,
        at location: Location,
        _ problems: ManifestProblems
    ) -> CountermeasureDescriptor? {
        if let descriptor = known.first(where: { $0.id == name }) { return descriptor }
        problems.add(
            .badValue,
            "there is no countermeasure '\(name)' that can be tried",
            at: location,
            remedy: NearestName.hint(name, among: known.map(\.id))
        )
        return nil
    }
}
