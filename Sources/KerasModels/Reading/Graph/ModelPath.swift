import Diagnostics

/// The part of a flat model that leads from one input to one output.
struct ModelPath {
    /// The flat model's layers.
    let leaves: [FlatModel.Leaf]
    /// The steps in order, the input first; their `inputs` and arguments are places in this list.
    let steps: [FlatModel.Step]
    /// The applications of models, with places in `steps`; without tensors that the path does not need.
    let calls: [FlatModel.Call]

    /// Chooses input and output.
    ///
    /// - Parameters:
    ///   - input: the layer where records enter; needed where there are several.
    ///   - output: the layer whose tensor is answered, at any depth; needed where there are several outputs.
    /// - Throws: `severalInputsOrOutputs`, `unknownLayer`, `malformedConfig`.
    init(_ model: FlatModel, input: String?, output: String?, file: String) throws(KerasModelError) {
        let last = try Self.output(model, output, file)
        let isNeeded = Self.needed(last, model)
        let first = try Self.input(model, input, isNeeded, isOutputGiven: output != nil, file)
        for index in model.steps.indices where isNeeded[index] && index != first {
            guard model.steps[index].inputs.isEmpty else { continue }
            let leaf = model.leaves[model.steps[index].leaf]
            guard leaf.entry.className == "InputLayer" else {
                throw .malformed("the layer takes no tensor", at: .layer(leaf.name, file: file))
            }
            throw KerasModelError(
                .severalInputsOrOutputs,
                "the output depends on '\(leaf.name)' besides the input "
                    + "'\(model.leaves[model.steps[first].leaf].name)'",
                at: .layer(leaf.name, file: file),
                remedy: "Save a model whose output depends on one input."
            )
        }
        guard isNeeded[first], first != last else {
            throw .malformed("the layers' connections do not lead from the input to the output", at: .file(file))
        }
        let order = [first] + model.steps.indices.filter { isNeeded[$0] && $0 != first }
        var places: [Int: Int] = [:]
        for (place, index) in order.enumerated() { places[index] = place }
        var steps: [FlatModel.Step] = []
        for index in order {
            let step = model.steps[index]
            let arguments = try step.arguments.map { (input) throws(KerasModelError) in places[input] ?? 0 }
            let inputs = step.inputs.compactMap { places[$0] }
            steps.append(FlatModel.Step(leaf: step.leaf, arguments: arguments, inputs: inputs, call: step.call))
        }
        calls = try model.calls.map { (call) throws(KerasModelError) in
            FlatModel.Call(
                name: call.name,
                outer: call.outer,
                tensors: call.tensors.map { $0.flatMap { places[$0] } },
                mask: try call.mask?.map { (mask) throws(KerasModelError) in places[mask] ?? 0 }
            )
        }
        leaves = model.leaves
        self.steps = steps
    }

    private static func output(_ model: FlatModel, _ name: String?, _ file: String) throws(KerasModelError) -> Int {
        guard let name else {
            guard model.outputs.count == 1 else { throw several("outputs", model.outputs.map(\.name), "output", file) }
            return model.outputs[0].step
        }
        let named = model.outputs.filter { $0.name == name }
        if named.count == 1 { return named[0].step }
        if let step = model.steps.lastIndex(where: { model.leaves[$0.leaf].name == name }) { return step }
        throw unknown(name, among: model.outputs.map(\.name) + model.leaves.map(\.name), "output", file)
    }

    private static func input(
        _ model: FlatModel,
        _ name: String?,
        _ isNeeded: [Bool],
        isOutputGiven: Bool,
        _ file: String
    ) throws(KerasModelError) -> Int {
        let names = model.inputs.map { model.leaves[model.steps[$0].leaf].name }
        if let name {
            if let place = names.firstIndex(of: name) { return model.inputs[place] }
            throw unknown(name, among: names, "input", file)
        }
        if model.inputs.count == 1 { return model.inputs[0] }
        let needed = model.inputs.filter { isNeeded[$0] }
        guard isOutputGiven, needed.count == 1 else { throw several("inputs", names, "input", file) }
        return needed[0]
    }

    /// What a step depends on: its inputs, and the masks that are given to the models it stands in.
    private static func needed(_ last: Int, _ model: FlatModel) -> [Bool] {
        var isNeeded = Array(repeating: false, count: model.steps.count)
        var isEntered = Array(repeating: false, count: model.calls.count)
        isNeeded[last] = true
        for index in (0...last).reversed() where isNeeded[index] {
            for input in model.steps[index].inputs { isNeeded[input] = true }
            var next: Int? = model.steps[index].call
            while let call = next, !isEntered[call] {
                isEntered[call] = true
                for mask in model.calls[call].mask?.tensors ?? [] { isNeeded[mask] = true }
                next = model.calls[call].outer
            }
        }
        return isNeeded
    }

    private static func several(
        _ what: String,
        _ names: [String],
        _ option: String,
        _ file: String
    ) -> KerasModelError {
        let remedy =
            names.isEmpty
            ? "Save the model again from Keras with one input and one output."
            : "Choose one with the option '\(option)': \(names.prefix(20).joined(separator: ", "))."
        return KerasModelError(
            .severalInputsOrOutputs,
            "the model has \(names.count) \(what), where one is supported",
            at: .file(file),
            remedy: remedy
        )
    }

    private static func unknown(
        _ name: String,
        among names: [String],
        _ option: String,
        _ file: String
    ) -> KerasModelError {
        KerasModelError(
            .unknownLayer,
            "the model has no \(option) '\(name)'",
            at: .file(file),
            remedy: NearestName.hint(name, among: names)
        )
    }
}
