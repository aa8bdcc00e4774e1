import Tensors

/// Draws the records of reference models that know some of the audited records.
struct OnlineDraw {
    /// Labels of the shadow training, shadow test and audited records.
    let labels: [Int]
    let trainCount: Int
    let shadowCount: Int
    let classes: Int

    /// How many of N audited records one model is trained on.
    static func share(size: Int, audited: Int) -> Int { min(size / 2, audited / 2) }

    /// The records of one model.
    ///
    /// - Returns: what it is trained on, half of it audited records as far as there are enough, and shadow training records
    ///   it never sees, as many as it was given.
    func rows(size: Int, index: Int, seed: Seed) -> (train: [Int], strangers: [Int]) {
        let audited = Array(labels[shadowCount...])
        let share = Self.share(size: size, audited: audited.count)
        // Both models of a pair take from the same permutation, the one from its front, the other from what follows.
        let pair = seed.derived("online-pair", index / 2)
        let drawn = ClassBalancedDraw.rows(2 * share, labels: audited, classes: classes, seed: pair)
        let own = index % 2 == 0 ? drawn.prefix(share) : drawn.suffix(share)
        let train = Array(labels[..<trainCount])
        let rest = min(size - share, trainCount)
        let shadow = ClassBalancedDraw.rows(rest, labels: train, classes: classes, seed: seed.derived("online", index))
        let known = Set(shadow)
        var others = (0..<trainCount).filter { !known.contains($0) }
        var generator = seed.derived("online-strangers", index).generator
        generator.shuffle(&others)
        return (own.map { $0 + shadowCount } + shadow, Array(others.prefix(rest)))
    }
}
