import Diagnostics

/// Lays a model flat: puts in the place of each application of an inner model the applications of its layers.
struct ModelFlattener {
    private let file: String
    /// Whether some layer ends masks, so that it matters what runs first.
    private let endsMasks: Bool
    private var leaves: [FlatModel.Leaf] = []
    private var steps: [FlatModel.Step] = []
    private var calls: [FlatModel.Call] = []
    private var inputs: [Int] = []
    /// The place in `leaves`, or of an inner model the scope, of each layer of each scope.
    private var places: [LayerPlace: Int] = [:]
    private var scopes = 1
    private var visited = 0

    /// A layer: the model it stands in, and its index there.
    private struct LayerPlace: Hashable {
        let scope: Int
        let layer: Int
    }

    private init(_ model: ModelConfig, file: String) {
        self.file = file
        endsMasks = model.endsMasks
    }

    /// Lays a model flat.
    ///
    /// - Throws: `malformedConfig` for unknown references and cycles, `tooLarge`, `unsupportedOption`.
    static func flatten(_ model: ModelConfig, file: String) throws(KerasModelError) -> FlatModel {
        var flattener = ModelFlattener(model, file: file)
        let ends = try flattener.expand(model, scope: 0, path: [], above: [], call: nil)
        let outputs = Array(zip(model.outputs.map(\.layer), ends)).map { (name: $0.0, step: $0.1) }
        return FlatModel(
            leaves: flattener.leaves,
            steps: flattener.steps,
            calls: flattener.calls,
            inputs: flattener.inputs,
            outputs: outputs
        )
    }

    /// Adds a model's applications.
    ///
    /// - Parameters:
    ///   - scope: which model it is, the same for each application of a shared one.
    ///   - path: the names that lead to it.
    ///   - above: the places that lead to it.
    ///   - call: what it is called with; nil for the outermost model.
    /// - Returns: the steps that make its outputs.
    private mutating func expand(
        _ model: ModelConfig,
        scope: Int,
        path: [String],
        above: [Int],
        call: FlatModel.Call?
    ) throws(KerasModelError) -> [Int] {
        let number = calls.count
        calls.append(call ?? FlatModel.Call(name: "", outer: nil, tensors: [], mask: nil))
        let order = try LayerOrder(model, isRunning: endsMasks, file: file)
        var entering: [TensorReference: Int] = [:]
        if let call {
            for (reference, step) in zip(model.inputs, call.tensors) { entering[reference] = step }
        }
        var made: [[Int]] = Array(repeating: [], count: order.applications.count)
        for index in order.sorted {
            let (layer, application) = order.applications[index]
            let entry = model.layers[layer]
            let location = Location.layer((path + [entry.name]).joined(separator: "/"), file: file)
            visited += 1
            guard visited <= 4 * ModelConfig.mostLayers, steps.count < ModelConfig.mostLayers else {
                throw .tooLarge("the model applies its layers more than \(ModelConfig.mostLayers) times", at: location)
            }
            if entry.className == "InputLayer", call != nil {
                guard let step = entering[TensorReference(entry.name, 0)] else {
                    throw .malformed("an inner model's input is not among its inputs", at: location)
                }
                made[index] = [step]
                continue
            }
            let arguments = try order.arguments(index).map { (reference) throws(KerasModelError) -> Int in
                let outputs = made[try order.place(of: reference)]
                guard outputs.indices.contains(reference.tensor) else {
                    throw Self.furtherOutput(reference, at: location)
                }
                return outputs[reference.tensor]
            }
            if let inner = entry.model {
                let tensors = arguments.tensors + (arguments.named["inputs"]?.tensors ?? [])
                guard tensors.count == inner.inputs.count else {
                    throw .malformed(
                        "the inner model takes \(inner.inputs.count) tensors, gets \(tensors.count)",
                        at: location
                    )
                }
                let child = place(scope, layer) {
                    $0.scopes += 1; return $0.scopes - 1
                }
                made[index] = try expand(
                    inner,
                    scope: child,
                    path: path + [entry.name],
                    above: above + [layer],
                    call: FlatModel.Call(
                        name: (path + [entry.name]).joined(separator: "/"),
                        outer: number,
                        tensors: tensors,
                        mask: arguments.named["mask"]
                    )
                )
                continue
            }
            let leaf = place(scope, layer) { flattener in
                flattener.leaves.append(FlatModel.Leaf(path: path + [entry.name], place: above + [layer], entry: entry))
                return flattener.leaves.count - 1
            }
            let named = arguments.named.keys.sorted().flatMap { arguments.named[$0]?.tensors ?? [] }
            if entry.className == "InputLayer", application == 0 { inputs.append(steps.count) }
            steps.append(
                FlatModel.Step(leaf: leaf, arguments: arguments, inputs: arguments.tensors + named, call: number)
            )
            made[index] = [steps.count - 1]
        }
        var ends: [Int] = []
        for reference in model.outputs {
            let outputs = made[try order.place(of: reference, isOutput: true)]
            guard outputs.indices.contains(reference.tensor) else {
                throw Self.furtherOutput(reference, at: .layer(reference.layer, file: file))
            }
            ends.append(outputs[reference.tensor])
        }
        return ends
    }

    private mutating func place(_ scope: Int, _ layer: Int, _ make: (inout ModelFlattener) -> Int) -> Int {
        let key = LayerPlace(scope: scope, layer: layer)
        if let place = places[key] { return place }
        let place = make(&self)
        places[key] = place
        return place
    }

    private static func furtherOutput(_ reference: TensorReference, at location: Location) -> KerasModelError {
        KerasModelError(
            .unsupportedOption,
            "output \(reference.tensor + 1) of the layer '\(reference.layer)' is used, of which one is supported",
            at: location,
            remedy: "Build the model so that it uses the layer's first output alone, without its states."
        )
    }
}
