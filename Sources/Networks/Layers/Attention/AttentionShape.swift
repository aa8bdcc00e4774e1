/// What attentions check of query, value and key, each (T, …).
enum AttentionShape {
    /// The shapes of query, value and key without their masks.
    ///
    /// - Throws: `NetworkError.shapeMismatch` when there are too few or too many tensors, or their steps do not agree.
    static func tensors(
        _ layer: String,
        _ inputs: [[Int]],
        _ masks: AttentionMasks
    ) throws(NetworkError) -> (query: [Int], value: [Int], key: [Int]) {
        let tensors = Array(inputs.dropLast(masks.count))
        guard (2...3).contains(tensors.count), tensors.allSatisfy({ $0.count >= 2 }) else {
            throw .shape(layer, "takes query, value and perhaps key as sequences, gets the shapes \(inputs)")
        }
        let (query, value) = (tensors[0], tensors[1])
        let key = tensors.count > 2 ? tensors[2] : value
        guard key.dropLast() == value.dropLast() else {
            throw .shape(layer, "value \(value) and key \(key) have other steps")
        }
        var steps: [[Int]] = []
        if masks.contains(.query) { steps.append(Array(query.dropLast())) }
        if masks.contains(.value) { steps.append(Array(value.dropLast())) }
        if masks.contains(.key) { steps.append(Array(key.dropLast())) }
        guard Array(inputs.suffix(masks.count)) == steps else {
            throw .shape(layer, "the masks \(inputs.suffix(masks.count)) do not fit the steps \(steps)")
        }
        return (query, value, key)
    }

    /// The most scores of one record (8 GiB).
    private static let largestScores = 1 << 31

    /// Scores grow with the product of the steps, which no shape of a layer's output shows.
    ///
    /// - Throws: `NetworkError.shapeMismatch` when a record has more scores than any real one.
    static func checkScores(_ layer: String, _ sizes: [Int]) throws(NetworkError) {
        guard sizes.saturatedProduct() <= largestScores else {
            throw .shape(layer, "has scores of the shape \(sizes) for one record, which are too many")
        }
    }
}
