import Diagnostics

/// The applications of one model's layers, and an order in which each follows its inputs (Kahn 1962).
struct LayerOrder {
    /// Each application: the layer's index, and which application of it.
    private(set) var applications: [(layer: Int, number: Int)] = []
    /// Indices into `applications`.
    private(set) var sorted: [Int] = []
    private let model: ModelConfig
    private let location: Location
    /// Where each layer's applications start, by name, and how many there are.
    private var spans: [String: Range<Int>] = [:]
    /// By how much references to an inner model's applications are too large: Keras 2 also counts the one that built it.
    private var shifts: [String: Int] = [:]

    /// Orders a model's applications.
    ///
    /// - Throws: `malformedConfig` for unknown references, names used twice and cycles.
    init(_ model: ModelConfig, file: String) throws(KerasModelError) {
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
            for reference in arguments.tensors + arguments.named.values.flatMap(\.tensors) {
                list.append(try place(of: reference))
            }
            inputs.append(list)
        }
        sorted = Self.sort(inputs)
        guard sorted.count == applications.count else {
            throw .malformed("the layers' connections go round in a circle", at: location)
        }
    }

    /// What an application is called with.
    func arguments(_ index: Int) -> CallArguments<TensorReference> {
        let (layer, number) = applications[index]
        let all = model.layers[layer].applications
        return model.layers[layer].className != "InputLayer" && all.indices.contains(number)
            ? all[number] : CallArguments()
    }

    /// The application that makes a tensor.
    ///
    /// - Throws: `malformedConfig`.
    func place(of reference: TensorReference) throws(KerasModelError) -> Int {
        let number = reference.application - (shifts[reference.layer] ?? 0)
        guard let span = spans[reference.layer], number >= 0, number < span.count else {
            throw .malformed(
                "there is no layer '\(reference.layer)' applied \(reference.application + 1)×",
                at: location
            )
        }
        return span.lowerBound + number
    }

    /// Each application is used by somebody, so that the largest reference tells from where they are counted.
    private mutating func findShifts() {
        var largest: [String: Int] = [:]
        var all = model.outputs
        for entry in model.layers {
            for arguments in entry.applications {
                all += arguments.tensors
                all += arguments.named.values.flatMap(\.tensors)
            }
        }
        for reference in all { largest[reference.layer] = max(largest[reference.layer] ?? 0, reference.application) }
        for entry in model.layers where entry.model != nil {
            shifts[entry.name] = largest[entry.name] == entry.applications.count ? 1 : 0
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
