import Diagnostics

/// Which masks the nodes' outputs carry: when a model is built, and when it runs.
///
/// In Keras 2 the two are the same. In Keras 3 some layers are called with the masks that were known when their model was
/// built, which do not cross the border of a model inside a model; the masks of a run do, but attentions delete them.
struct CarriedMasks {
    private let kerasMajor: Int
    /// For each node the node that makes its output's mask when the model is built; nil without one.
    private var built: [Int?] = []
    /// The same while the model runs, kept for the node in `holders`.
    private var running: [Int?] = []
    /// For each node the one whose output it hands on, which is itself for nearly all.
    private var holders: [Int] = []
    /// For each node the call of a model in which it was made.
    private var calls: [Int] = []
    /// The calls of models that have begun, the outermost one among them.
    private var begun: Set<Int> = [0]

    init(kerasMajor: Int) { self.kerasMajor = kerasMajor }

    /// Notes the next node, which carries no mask yet.
    mutating func add() {
        built.append(nil)
        running.append(nil)
        holders.append(holders.count)
        calls.append(0)
    }

    /// The mask with which a node's output comes to a layer.
    ///
    /// - Parameters:
    ///   - call: the call of the model that the layer stands in.
    ///   - isWrittenDown: whether the layer is called with what was known when that model was built.
    func mask(of node: Int, in call: Int, isWrittenDown: Bool) -> Int? {
        (isWrittenDown ? built(of: node, in: call) : nil) ?? running[holders[node]]
    }

    /// The mask of a node's output that was known when the model of a call was built.
    func built(of node: Int, in call: Int) -> Int? {
        kerasMajor < 3 || calls[node] == call ? built[node] : nil
    }

    /// Sets the masks of a node that is made in a call; one that hands a tensor on has the mask of that.
    mutating func set(_ node: Int, in call: Int, built: Int?, running: Int?, handingOn input: Int? = nil) {
        calls[node] = call
        self.built[node] = built
        if kerasMajor >= 3, let input { holders[node] = holders[input] } else { self.running[node] = running }
    }

    /// Deletes the masks of nodes' outputs while the model runs.
    mutating func delete(_ nodes: some Sequence<Int>) {
        for node in nodes { running[holders[node]] = nil }
    }

    /// Begins a call of a model and those it is made in, unless that is done: Keras 3 hands the masks in that it wrote down.
    ///
    /// - Parameter nodes: the node of each step so far.
    /// - Throws: `unsupportedOption` for a model of Keras 2 that is given other masks than its tensors carry.
    mutating func begin(
        _ number: Int,
        of path: ModelPath,
        _ nodes: [Int],
        _ meanings: MaskMeanings,
        file: String
    ) throws(KerasModelError) {
        var open: [Int] = []
        var next: Int? = number
        while let call = next, begun.insert(call).inserted {
            open.append(call)
            next = path.calls[call].outer
        }
        for number in open.reversed() {
            let call = path.calls[number]
            // What the path leaves out takes no part.
            let tensors = call.tensors.map { $0.map { nodes[$0] } }
            let known = tensors.map { $0.flatMap { mask(of: $0, in: call.outer ?? 0, isWrittenDown: true) } }
            var given = known
            if let mask = call.mask { LayerCall.set(&given, mask, nodes, meanings) }
            guard kerasMajor >= 3 || given == known else {
                throw KerasModelError(
                    .unsupportedOption,
                    "the model inside the model is given another mask than its input carries, which is not supported",
                    at: .layer(call.name, file: file),
                    remedy: "Build the model so that the inner one is called without 'mask'."
                )
            }
            for (node, mask) in zip(tensors, given) { if let node, let mask { running[holders[node]] = mask } }
        }
    }
}
