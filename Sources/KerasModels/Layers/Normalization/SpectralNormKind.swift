import Networks

/// Layers whose kernel was kept at a spectral norm of 1.
enum SpectralNormKind: KerasLayerKind {
    static let classNames = ["SpectralNormalization"]
    static let summary = "A layer with its kernel as spectral normalisation left it."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> SpectralNorm {
        guard let members = config.value("layer")?.object, let className = members["class_name"]?.string,
            let options = members["config"]?.object, let kind = KerasLayerCatalog.kind(of: className),
            className != "SpectralNormalization"
        else { throw config.malformed("layer", "a supported layer") }
        let entry = LayerEntry(
            className: className,
            name: options["name"]?.string ?? className,
            options: options,
            original: members,
            applications: []
        )
        let inner = LayerConfig(
            entry: entry,
            inputs: config.inputs,
            kerasMajor: config.kerasMajor,
            file: config.file
        )
        let layer = try kind.layer(inner)
        let names: Set<String> = ["kernel", "embeddings", "depthwise_kernel"]
        guard let kernel = kind.storedParameters(layer)?.first(where: { names.contains($0.name) }),
            let size = kernel.shape.last
        else { throw config.malformed("layer", "a layer with a kernel") }
        return SpectralNorm(
            inner: NamedLayer(name: entry.name, kind: className, layer: layer),
            vectorSize: size,
            iterations: try config.count("power_iterations", 1)
        )
    }

    static func stored(_ layer: SpectralNorm) -> [StoredParameter] {
        let inner = KerasLayerCatalog.kind(of: layer.inner.kind)?.storedParameters(layer.inner.layer) ?? []
        return inner + [StoredParameter("vector_u", [1, layer.vectorSize])]
    }

    static func written(_ layer: SpectralNorm, className: String) -> WrittenLayer? {
        let kind = KerasLayerCatalog.kind(of: layer.inner.kind)
        guard let inner = kind?.writtenLayer(layer.inner.layer, className: layer.inner.kind) else { return nil }
        let options = inner.options.merging(["name": .string(layer.inner.name)]) { $1 }
        return WrittenLayer(
            "SpectralNormalization",
            [
                "power_iterations": .integer(layer.iterations),
                "layer": .object(["class_name": .string(inner.className), "config": .object(options)]),
            ]
        )
    }
}
