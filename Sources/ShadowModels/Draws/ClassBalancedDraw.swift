import Tensors

/// Draws records without replacement, as many of each class as the data allow.
public enum ClassBalancedDraw {
    /// Draws rows of a set.
    ///
    /// Every class gives ⌊n / K⌋ records; the remainder goes to randomly chosen classes; what a class lacks is made up
    /// from the other classes at random.
    ///
    /// - Parameters:
    ///   - count: n, at most the number of labels.
    ///   - labels: class index of each row.
    ///   - classes: K.
    ///   - seed: decides the draw.
    /// - Returns: n distinct rows in random order.
    public static func rows(_ count: Int, labels: [Int], classes: Int, seed: Seed) -> [Int] {
        var generator = seed.generator
        var byClass = Array(repeating: [Int](), count: classes)
        for (row, label) in labels.enumerated() { byClass[label].append(row) }
        for label in byClass.indices { generator.shuffle(&byClass[label]) }
        var quota = Array(repeating: count / classes, count: classes)
        for label in generator.permutation(classes).prefix(count % classes) { quota[label] += 1 }
        var drawn: [Int] = []
        var rest: [Int] = []
        for (label, rows) in byClass.enumerated() {
            drawn.append(contentsOf: rows.prefix(quota[label]))
            rest.append(contentsOf: rows.dropFirst(quota[label]))
        }
        generator.shuffle(&rest)
        drawn.append(contentsOf: rest.prefix(count - drawn.count))
        generator.shuffle(&drawn)
        return drawn
    }
}
