/// An application of a layer that would get other masks in the Keras that a model is written for.
struct MaskDifference: Hashable {
    /// The application's node.
    let node: Int
    /// The node of the mask that each tensor should come with, by the tensor's place among the inputs.
    let wanted: [Int: Int]
    /// The places of the tensors that would come with another mask than they should, or with one too many.
    let foreign: Set<Int>
}
