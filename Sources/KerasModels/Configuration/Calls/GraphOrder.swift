/// How Keras orders the layers of a Functional model and their applications, found from its outputs back (`map_graph_network`
/// of Keras 2, `map_graph` of Keras 3).
///
/// A layer's depth is the longest way from it to an output.
struct GraphOrder {
    /// For each layer how deep it stands; nil for one that no output depends on.
    private(set) var depths: [Int?]
    /// When each layer was first met on the way back; nil for one that no output depends on.
    private(set) var met: [Int?]
    /// The applications in the order in which Keras 3 runs them, without those that no output depends on.
    private(set) var running: [Int] = []

    /// For each application the layer it is one of.
    private let owners: [Int]
    /// For each application those it depends on, in the order of its arguments.
    private let inputs: [[Int]]
    private var isFinished: [Bool]
    /// Applications, each after those it depends on.
    private var finished: [Int] = []
    private var count = 0

    /// Orders the applications of a model's layers.
    ///
    /// - Parameters:
    ///   - owners: for each application the layer it is one of.
    ///   - inputs: for each application those it depends on, in the order of its arguments; without circles.
    ///   - outputs: the applications that are answered.
    ///   - layers: how many layers there are.
    init(owners: [Int], inputs: [[Int]], outputs: [Int], layers: Int) {
        self.owners = owners
        self.inputs = inputs
        isFinished = Array(repeating: false, count: owners.count)
        depths = Array(repeating: nil, count: layers)
        met = Array(repeating: nil, count: layers)
        for output in outputs { visit(output) }
        findDepths()
    }

    /// Goes back from an application to all it depends on, depth first, without recursion: chains can be long.
    private mutating func visit(_ application: Int) {
        guard !isFinished[application] else { return }
        var open: [(application: Int, next: Int)] = []
        func enter(_ application: Int) {
            if met[owners[application]] == nil {
                met[owners[application]] = count
                count += 1
            }
            open.append((application, 0))
        }
        enter(application)
        while let top = open.last {
            if top.next < inputs[top.application].count {
                open[open.count - 1].next += 1
                let input = inputs[top.application][top.next]
                if !isFinished[input] { enter(input) }
            } else {
                isFinished[top.application] = true
                finished.append(top.application)
                open.removeLast()
            }
        }
    }

    /// Deeper applications run first, and those of one depth in the order in which their depths are first noted.
    private mutating func findDepths() {
        var ofApplication: [Int?] = Array(repeating: nil, count: owners.count)
        var noted: [Int] = []
        func note(_ application: Int, _ depth: Int) {
            if ofApplication[application] == nil { noted.append(application) }
            ofApplication[application] = max(ofApplication[application] ?? 0, depth)
        }
        for application in finished.reversed() {
            note(application, depths[owners[application]] ?? 0)
            let depth = ofApplication[application] ?? 0
            depths[owners[application]] = depth
            for input in inputs[application] { note(input, depth + 1) }
        }
        let ranks = noted.enumerated().map { (depth: ofApplication[$1] ?? 0, rank: $0, application: $1) }
        running = ranks.sorted { ($1.depth, $0.rank) < ($0.depth, $1.rank) }.map(\.application)
    }
}
