import Networks

/// A layer applied to every step.
enum TimeDistributedKind: KerasLayerKind {
    static let classNames = ["TimeDistributed"]
    static let summary = "One layer applied to every step of a sequence."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> TimeDistributed {
        guard config.shape.count >= 2 else {
            throw KerasModelError(
                .shapeMismatch,
                "TimeDistributed takes sequences (steps, …), gets the shape \(config.shape)",
                at: config.location,
                remedy: "Check the model's configuration; the file may have been edited."
            )
        }
        let step = Array(config.shape.dropFirst())
        if let value = config.value("layer"), let stated = value["class_name"]?.string,
            LayerEntryReader.models.contains(stated)
        {
            let (name, layer) = try NestedModelReader.layer(value, config, shape: step)
            return TimeDistributed(NamedLayer(name: name, kind: stated, layer: layer))
        }
        let inner = try config.inner(config.value("layer"), inputs: [step])
        let kind = try inner.kind()
        guard kind.tensorCounts.contains(1) else {
            throw config.unsupported("layer", inner.entry.className, remedy: "Wrap a layer that takes one tensor.")
        }
        let layer = try kind.layer(inner)
        return TimeDistributed(NamedLayer(name: inner.entry.name, kind: inner.entry.className, layer: layer))
    }

    static func stored(_ layer: TimeDistributed) -> [StoredParameter] {
        guard let nested = layer.inner.layer as? NestedModel else {
            return stored(layer.inner).map { $0.inside("layer") }
        }
        let parameters = nested.architecture.layers.map { stored($0) }
        return nested.places.compactMap { place in
            guard parameters[place.layer].indices.contains(place.parameter) else { return nil }
            let own = parameters[place.layer][place.parameter]
            return place.groups.reversed().reduce(own) { $0.inside($1) }.inside("layer")
        }
    }

    private static func stored(_ named: NamedLayer) -> [StoredParameter] {
        KerasLayerCatalog.kind(of: named.kind)?.storedParameters(named.layer) ?? []
    }

    static func written(_ layer: TimeDistributed, className: String) -> WrittenLayer? {
        for kind in [KerasLayerCatalog.kind(of: layer.inner.kind)].compactMap(\.self) + KerasLayerCatalog.kinds {
            guard let written = kind.writtenLayer(layer.inner.layer, className: layer.inner.kind) else { continue }
            let options = written.options.merging(["name": .string(layer.inner.name)]) { $1 }
            let inner: [String: JSONValue] = [
                "class_name": .string(written.className), "config": .object(options),
            ]
            return WrittenLayer("TimeDistributed", ["layer": .object(inner)])
        }
        return nil
    }

    static func maskRule(_ layer: TimeDistributed, _ config: LayerConfig) throws(KerasModelError) -> MaskRule {
        .passed
    }
}
