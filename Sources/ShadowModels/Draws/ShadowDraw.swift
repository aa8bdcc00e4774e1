import Tensors

/// The records of one shadow model: D_shadow^train,i and D_shadow^test,i, of the same size (paper, section 5.2).
public struct ShadowDraw: Sendable, Hashable {
    /// Rows of the shadow training set the model is trained on.
    public let trainRows: [Int]
    /// Rows of the shadow test set it never sees.
    public let testRows: [Int]

    /// Draws the records of shadow model `index` in repeat `repeatIndex`.
    ///
    /// The draw depends on the audit's seed, the size, the repeat and the index alone, so that all approaches share it.
    public init(
        size: Int,
        repeatIndex: Int,
        index: Int,
        trainLabels: [Int],
        testLabels: [Int],
        classes: Int,
        seed: Seed
    ) {
        let own = seed.derived("shadow-draw", size).derived("repeat", repeatIndex).derived("model", index)
        trainRows = ClassBalancedDraw.rows(size, labels: trainLabels, classes: classes, seed: own.derived("train"))
        testRows = ClassBalancedDraw.rows(size, labels: testLabels, classes: classes, seed: own.derived("test"))
    }
}
