/// Ends a training run when records that are held back from it are no longer answered better.
public struct EarlyStopping: Sendable, Hashable {
    /// Share of the training records held back, in (0, 1).
    public var share: Double
    /// Epochs without a smaller mean loss of the records held back after which training ends, at least 1.
    public var patience: Int

    /// Describes when training ends.
    public init(share: Double = 0.1, patience: Int = 5) {
        self.share = share
        self.patience = patience
    }
}
