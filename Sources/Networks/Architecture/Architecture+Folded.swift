extension Architecture {
    /// Placeholder until batch normalisation lands.
    public func folded(_ weights: Weights) -> (architecture: Architecture, weights: Weights) { (self, weights) }
}
