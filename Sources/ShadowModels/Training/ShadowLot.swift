import Tensors

/// One shadow model to train, with rows of all records: shadow training, shadow test, audited.
struct ShadowLot: Sendable {
    /// What it is trained on.
    let trainRows: [Int]
    /// Records it never sees and answers for.
    let testRows: [Int]
    /// Decides initial weights, order and dropout.
    let seed: Seed
    /// Where it answers as a reference for every record: the temperature of its confidences.
    let temperature: Double?
    /// Whether its weights are wanted.
    let keepsWeights: Bool
    /// After which epochs its weights are wanted, too.
    var checkpoints: [Int] = []

    /// The records whose prediction vectors are kept.
    var rows: [Int] { trainRows + testRows }
}
