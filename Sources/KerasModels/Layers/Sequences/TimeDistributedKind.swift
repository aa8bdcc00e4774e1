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
        let inner = try config.inner(config.value("layer"), inputs: [Array(config.shape.dropFirst())])
        let kind = try inner.kind()
        guard kind.tensorCounts.contains(1) else {
            throw config.unsupported("layer", inner.entry.className, remedy: "Wrap a layer that takes one tensor.")
        }
        let layer = try kind.layer(inner)
        return TimeDistributed(NamedLayer(name: inner.entry.name, kind: inner.entry.className, layer: layer))
    }

    static func stored(_ layer: TimeDistributed) -> [StoredParameter] {
        (KerasLayerCatalog.kind(of: layer.inner.kind)?.storedParameters(layer.inner.layer) ?? []).map {
            $0.inside("layer")
        }
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
