/// A tensor of a model outline: an output of one application of a layer.
struct OutlineTensor: Sendable, Hashable {
    /// Index among the outline's layers.
    var layer: Int
    /// Which of its applications.
    var application: Int
    /// Which of that application's outputs.
    var tensor = 0
}
