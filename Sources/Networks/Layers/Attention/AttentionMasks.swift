import Tensors

/// Which of an attention's tensors come with a mask; the masks follow the tensors, in this order.
public struct AttentionMasks: OptionSet, Sendable, Hashable {
    /// The set as bits.
    public let rawValue: Int

    /// A set of bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The query's mask (N, Tq).
    public static let query = AttentionMasks(rawValue: 1)
    /// The value's mask (N, Tv).
    public static let value = AttentionMasks(rawValue: 2)
    /// The key's mask (N, Tv).
    public static let key = AttentionMasks(rawValue: 4)

    /// How many.
    var count: Int { rawValue.nonzeroBitCount }

    /// The mask of one tensor among those that follow the tensors.
    func mask(_ one: AttentionMasks, among masks: [Tensor]) -> Tensor? {
        guard contains(one) else { return nil }
        let place = (rawValue & (one.rawValue - 1)).nonzeroBitCount
        return masks.indices.contains(place) ? masks[place] : nil
    }
}
