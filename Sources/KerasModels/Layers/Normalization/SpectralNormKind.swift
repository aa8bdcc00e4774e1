import Networks

/// Layers whose kernel was kept at a spectral norm of 1.
enum SpectralNormKind: KerasLayerKind {
    static let classNames = ["SpectralNormalization"]
    static let summary = "A layer with its kernel as spectral normalisation left it."

    /// What the parameter that is normalised can be called.
    private static let kernels: Set<String> = ["kernel", "embeddings", "depthwise_kernel"]

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> SpectralNorm {
        let inner = try config.inner(config.value("layer"), inputs: config.inputs)
        let kind = try inner.kind()
        guard kind != SpectralNormKind.self, kind.tensorCounts.contains(1) else {
            throw config.malformed("layer", "a layer with a kernel")
        }
        let layer = try kind.layer(inner)
        let own = kind.storedParameters(layer)?.filter { $0.path.isEmpty } ?? []
        guard let size = own.first(where: { kernels.contains($0.name) })?.shape.last else {
            throw config.malformed("layer", "a layer with a kernel")
        }
        return SpectralNorm(
            inner: NamedLayer(name: inner.entry.name, kind: inner.entry.className, layer: layer),
            vectorSize: size,
            iterations: try config.count("power_iterations", 1)
        )
    }

    /// Keras 3 keeps the kernel as the wrapper's own too.
    static func stored(_ layer: SpectralNorm) -> [StoredParameter] {
        let inner = KerasLayerCatalog.kind(of: layer.inner.kind)?.storedParameters(layer.inner.layer) ?? []
        let parameters = inner.map { parameter in
            let own = parameter.inside("layer")
            return kernels.contains(parameter.name) ? own.copied(at: []) : own
        }
        return parameters + [StoredParameter("vector_u", [1, layer.vectorSize])]
    }

    static func written(_ layer: SpectralNorm, className: String) -> WrittenLayer? {
        let kind = KerasLayerCatalog.kind(of: layer.inner.kind)
        guard let inner = kind?.writtenLayer(layer.inner.layer, className: layer.inner.kind) else { return nil }
        let options = inner.options.merging(["name": .string(layer.inner.name)]) { $1 }
        return WrittenLayer(
            "SpectralNormalization",
            [
                "power_iterations": .integer(layer.iterations),
                "layer": .object([
                    "class_name": .string(inner.className), "config": .object(options),
                    "module": .string("keras.layers"), "registered_name": .null,
                ]),
            ]
        )
    }
}
