/// Where a model's layers stand in the file it was read from.
struct ModelOrigin: Sendable {
    /// The model's configuration with all models inside it, in one form for all versions of Keras.
    let config: ModelConfig
    /// For each layer of the architecture its path and entry; nil for those that make masks.
    let layers: [FlatModel.Leaf?]

    /// The origin of a part of the model; -1 is a layer of no file.
    func picking(_ layerMap: [Int]) -> ModelOrigin {
        ModelOrigin(config: config, layers: layerMap.map { layers.indices.contains($0) ? layers[$0] : nil })
    }
}
