/// The order in which Keras lists the layers of a Functional model, by which it finds their weights in a file: deeper ones
/// first, and of one depth those that are met first on the way from the outputs back.
enum KerasOrder {
    /// The members in Keras's order; those that no output depends on are last.
    static func sorted(_ members: [WrittenModel.Member], outputs: [TensorReference]) -> [WrittenModel.Member] {
        var places: [String: Int] = [:]
        var starts: [Int] = []
        var owners: [Int] = []
        for (index, member) in members.enumerated() {
            places[member.name] = index
            starts.append(owners.count)
            for _ in 0..<max(1, member.calls.count) { owners.append(index) }
        }
        func place(_ tensor: TensorReference) -> Int {
            let layer = places[tensor.layer] ?? 0
            return starts[layer] + min(tensor.application, max(0, members[layer].calls.count - 1))
        }
        let inputs = owners.enumerated().map { application, layer in
            let (calls, number) = (members[layer].calls, application - starts[layer])
            return calls.indices.contains(number) ? calls[number].all.map(place) : []
        }
        let order = GraphOrder(owners: owners, inputs: inputs, outputs: outputs.map(place), layers: members.count)
        let ranked = members.indices.sorted { first, second in
            let (a, b) = (order.depths[first] ?? -1, order.depths[second] ?? -1)
            guard a == b else { return a > b }
            return (order.met[first] ?? first, first) < (order.met[second] ?? second, second)
        }
        return ranked.map { members[$0] }
    }
}
