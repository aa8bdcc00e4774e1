import Diagnostics
import Networks

/// The applications of a configuration's layers in an order in which each follows its inputs.
struct LayerGraph {
    /// One application.
    struct Step {
        /// Index of the layer in the configuration.
        let layer: Int
        /// The steps whose outputs it takes.
        let inputs: [Int]
    }

    /// The applications the output needs, the input first and the output last.
    let steps: [Step]

    /// Orders a configuration (Kahn 1962).
    ///
    /// - Throws: `malformedConfig` for unknown references and cycles, `severalInputsOrOutputs`.
    init(_ config: ModelConfig, file: String) throws(KerasModelError) {
        let location = Location.hdf5(file: file, object: "/@model_config")
        var ids: [TensorReference: Int] = [:]
        var owners: [Int] = []
        var references: [[TensorReference]] = []
        for (layer, entry) in config.layers.enumerated() {
            let applications = entry.className == "InputLayer" ? [[]] : entry.applications
            for (number, taken) in applications.enumerated() {
                guard ids.updateValue(owners.count, forKey: TensorReference(entry.name, number)) == nil else {
                    throw .malformed("two layers are called '\(entry.name)'", at: location)
                }
                owners.append(layer)
                references.append(taken)
            }
        }
        func id(_ reference: TensorReference) throws(KerasModelError) -> Int {
            guard let id = ids[reference] else {
                throw .malformed(
                    "there is no layer '\(reference.layer)' applied \(reference.application + 1)×",
                    at: location
                )
            }
            return id
        }
        let input = try id(config.input)
        let output = try id(config.output)
        var inputs: [[Int]] = []
        for taken in references {
            var list: [Int] = []
            for reference in taken { list.append(try id(reference)) }
            inputs.append(list)
        }
        let isNeeded = Self.needed(output, inputs)
        for index in inputs.indices where isNeeded[index] && inputs[index].isEmpty && index != input {
            let name = config.layers[owners[index]].name
            throw KerasModelError(
                .severalInputsOrOutputs,
                "the output depends on '\(name)' besides the input '\(config.input.layer)'",
                at: .layer(name, file: file),
                remedy: "Save a model whose output depends on one input."
            )
        }
        guard inputs[input].isEmpty else {
            throw .malformed("the input '\(config.input.layer)' is no input", at: location)
        }
        let order = Self.ordered(inputs, isNeeded)
        guard order.first == input, order.last == output, order.count == isNeeded.filter(\.self).count else {
            throw .malformed("the layers' connections do not lead from the input to the output", at: location)
        }
        var places: [Int: Int] = [:]
        for (place, index) in order.enumerated() { places[index] = place }
        steps = order.map { index in Step(layer: owners[index], inputs: inputs[index].compactMap { places[$0] }) }
    }

    private static func needed(_ output: Int, _ inputs: [[Int]]) -> [Bool] {
        var isNeeded = Array(repeating: false, count: inputs.count)
        isNeeded[output] = true
        var open = [output]
        while let next = open.popLast() {
            for input in inputs[next] where !isNeeded[input] {
                isNeeded[input] = true
                open.append(input)
            }
        }
        return isNeeded
    }

    private static func ordered(_ inputs: [[Int]], _ isNeeded: [Bool]) -> [Int] {
        var waiting = inputs.map(\.count)
        var takers: [[Int]] = Array(repeating: [], count: inputs.count)
        for (index, taken) in inputs.enumerated() where isNeeded[index] {
            for input in taken { takers[input].append(index) }
        }
        var order = inputs.indices.filter { isNeeded[$0] && inputs[$0].isEmpty }
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
