import Diagnostics

/// The applications of one model's layers, and an order in which each follows its inputs (Kahn 1962).
///
/// Where attentions end masks it matters what runs before them: then the order can be that in which Keras 3 runs them.
struct LayerOrder {
    /// Each application: the layer's index, and which application of it.
    private(set) var applications: [(layer: Int, number: Int)] = []
    /// Indices into `applications`.
    private(set) var sorted: [Int] = []
    private let model: ModelConfig
    private let location: Location
    /// Where each layer's applications start, by name, and how many there are.
    private var spans: [String: Range<Int>] = [:]
    /// From where each inner model's applications are counted.
    private var shifts: [String: Shift] = [:]

    /// Orders a model's applications.
    ///
    /// - Parameter isRunning: whether the order is that in which Keras 3 runs them, rather than the one found first.
    /// - Throws: `malformedConfig` for unknown references, names used twice and cycles.
    init(_ model: ModelConfig, isRunning: Bool = false, file: String) throws(KerasModelError) {
        self.model = model
        location = .file(file)
        for (layer, entry) in model.layers.enumerated() {
            let count = entry.className == "InputLayer" ? 1 : entry.applications.count
            let span = applications.count..<applications.count + count
            guard spans.updateValue(span, forKey: entry.name) == nil else {
                throw .malformed("two layers are called '\(entry.name)'", at: location)
            }
            for number in 0..<count { applications.append((layer, number)) }
        }
        findShifts()
        var inputs: [[Int]] = []
        for index in applications.indices {
            var list: [Int] = []
            let arguments = arguments(index)
            for reference in arguments.all {
                list.append(try place(of: reference))
            }
            inputs.append(list)
        }
        sorted = Self.sort(inputs)
        guard sorted.count == applications.count else {
            throw .malformed("the layers' connections go round in a circle", at: location)
        }
        guard isRunning else { return }
        var ends: [Int] = []
        for reference in model.outputs { ends.append(try place(of: reference, isOutput: true)) }
        let order = GraphOrder(
            owners: applications.map(\.layer),
            inputs: inputs,
            outputs: ends,
            layers: model.layers.count
        )
        let sources = sorted.filter { inputs[$0].isEmpty }
        let running = order.running.filter { !inputs[$0].isEmpty }
        let known = Set(sources + running)
        sorted = sources + running + sorted.filter { !known.contains($0) }
    }

    /// What an application is called with.
    func arguments(_ index: Int) -> CallArguments<TensorReference> {
        let (layer, number) = applications[index]
        let all = model.layers[layer].applications
        return model.layers[layer].className != "InputLayer" && all.indices.contains(number)
            ? all[number] : CallArguments()
    }

    /// The application that makes a tensor, which is taken by another layer or is an output of the model.
    ///
    /// - Throws: `malformedConfig`.
    func place(of reference: TensorReference, isOutput: Bool = false) throws(KerasModelError) -> Int {
        let shift = shifts[reference.layer]
        let number = reference.application - ((isOutput ? shift?.output : shift?.inside) ?? 0)
        guard let span = spans[reference.layer], number >= 0, number < span.count else {
            throw .malformed(
                "there is no layer '\(reference.layer)' applied \(reference.application + 1)×",
                at: location
            )
        }
        return span.lowerBound + number
    }

    /// Each application is used by somebody, which tells from where they are counted.
    private mutating func findShifts() {
        var uses: [String: (inside: Set<Int>, outputs: Set<Int>)] = [:]
        for entry in model.layers {
            for arguments in entry.applications {
                for reference in arguments.all {
                    uses[reference.layer, default: ([], [])].inside.insert(reference.application)
                }
            }
        }
        for reference in model.outputs {
            uses[reference.layer, default: ([], [])].outputs.insert(reference.application)
        }
        for entry in model.layers where entry.model != nil {
            let used = uses[entry.name] ?? ([], [])
            let fitting = Shift.possible.filter { shift in
                shift.numbers(used).allSatisfy { (0..<entry.applications.count).contains($0) }
            }
            let complete = fitting.first { Set($0.numbers(used)).count == entry.applications.count }
            shifts[entry.name] = complete ?? fitting.first
        }
    }

    /// By how much references to an inner model's applications are too large.
    private struct Shift {
        let inside: Int
        let output: Int

        /// Keras 2 also counts the application that built the model, Keras 3 does so for outputs of Functional ones.
        static let possible = [Shift(inside: 1, output: 1), Shift(inside: 0, output: 1), Shift(inside: 0, output: 0)]

        func numbers(_ used: (inside: Set<Int>, outputs: Set<Int>)) -> [Int] {
            used.inside.map { $0 - inside } + used.outputs.map { $0 - output }
        }
    }

    private static func sort(_ inputs: [[Int]]) -> [Int] {
        var waiting = inputs.map(\.count)
        var takers: [[Int]] = Array(repeating: [], count: inputs.count)
        for (index, taken) in inputs.enumerated() { for input in taken { takers[input].append(index) } }
        var order = inputs.indices.filter { inputs[$0].isEmpty }
        var next = 0
        while next < order.count {
            for taker in takers[order[next]] {
                waiting[taker] -= 1
                if waiting[taker] == 0 { order.append(taker) }
            }
            next += 1
        }
        return order
    }
}
