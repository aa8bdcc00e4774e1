extension Architecture {
    /// The layers, by index, with parameters that training changes by gradients.
    public var trainedLayers: [Int] {
        layers.indices.filter { layers[$0].layer.parameters.contains(where: \.isTrainable) }
    }
}
