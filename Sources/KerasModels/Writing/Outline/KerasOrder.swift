/// The order in which Keras lists the layers of a Functional model, by which it finds their weights in a file.
///
/// A layer's depth is the longest way from it to an output; deeper ones come first, and of one depth those that are met
/// first on the way from the outputs back (`map_graph_network` of Keras 2, `map_graph` of Keras 3).
struct KerasOrder {
    private let members: [WrittenModel.Member]
    private let places: [String: Int]
    /// Which place each application has among all.
    private var starts: [Int] = []
    private var owners: [Int] = []
    private var isFinished: [Bool] = []
    /// Applications, each after those it depends on.
    private var finished: [Int] = []
    /// When each layer was first met.
    private var met: [Int?]
    private var count = 0

    /// The members in Keras's order; those that no output depends on are last.
    static func sorted(_ members: [WrittenModel.Member], outputs: [TensorReference]) -> [WrittenModel.Member] {
        var order = KerasOrder(members)
        for output in outputs { order.visit(order.place(of: output)) }
        let depths = order.depths()
        let ranked = members.indices.sorted { first, second in
            let (a, b) = (depths[first] ?? -1, depths[second] ?? -1)
            guard a == b else { return a > b }
            return (order.met[first] ?? first, first) < (order.met[second] ?? second, second)
        }
        return ranked.map { members[$0] }
    }

    private init(_ members: [WrittenModel.Member]) {
        self.members = members
        var places: [String: Int] = [:]
        for (index, member) in members.enumerated() {
            places[member.name] = index
            starts.append(owners.count)
            for _ in 0..<max(1, member.calls.count) { owners.append(index) }
        }
        self.places = places
        isFinished = Array(repeating: false, count: owners.count)
        met = Array(repeating: nil, count: members.count)
    }

    private func place(of tensor: TensorReference) -> Int {
        let layer = places[tensor.layer] ?? 0
        return starts[layer] + min(tensor.application, max(0, members[layer].calls.count - 1))
    }

    private func inputs(_ application: Int) -> [Int] {
        let layer = owners[application]
        let calls = members[layer].calls
        let number = application - starts[layer]
        return calls.indices.contains(number) ? calls[number].all.map(place) : []
    }

    /// Goes back from an application to all it depends on, depth first, without recursion: chains can be long.
    private mutating func visit(_ application: Int) {
        guard !isFinished[application] else { return }
        var open: [(application: Int, inputs: [Int], next: Int)] = []
        func enter(_ application: Int) {
            if met[owners[application]] == nil {
                met[owners[application]] = count
                count += 1
            }
            open.append((application, inputs(application), 0))
        }
        enter(application)
        while let top = open.last {
            if top.next < top.inputs.count {
                open[open.count - 1].next += 1
                let input = top.inputs[top.next]
                if !isFinished[input] { enter(input) }
            } else {
                isFinished[top.application] = true
                finished.append(top.application)
                open.removeLast()
            }
        }
    }

    private func depths() -> [Int: Int] {
        var ofApplication = Array(repeating: 0, count: owners.count)
        var ofLayer: [Int: Int] = [:]
        for application in finished.reversed() {
            let layer = owners[application]
            let depth = max(ofApplication[application], ofLayer[layer] ?? 0)
            ofLayer[layer] = depth
            ofApplication[application] = depth
            for input in inputs(application) { ofApplication[input] = max(ofApplication[input], depth + 1) }
        }
        return ofLayer
    }
}
