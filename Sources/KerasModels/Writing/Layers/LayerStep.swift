/// One of the layers that together compute what a layer of the model does; mostly there is but one.
struct LayerStep {
    /// What a step takes.
    enum Input {
        /// What the layer is called with.
        case call
        /// Tensors of the call, outputs of steps before, and constants.
        case arguments(CallArguments<Operand>)

        /// One tensor, or several as a list.
        static func tensors(_ operands: [Operand]) -> Input {
            let arguments = operands.map { CallArgument.tensor($0) }
            return .arguments(CallArguments(positional: arguments.count == 1 ? arguments : [.list(arguments)]))
        }
    }

    /// One tensor.
    enum Operand: Sendable, Hashable {
        /// A positional tensor of the call.
        case given(Int)
        /// The output of a step before.
        case step(Int)
    }

    /// What follows the layer's name in this one's; nil for the one that bears it alone.
    let suffix: String?
    /// The layer.
    let plan: LayerPlan
    /// What it takes.
    let input: Input

    init(_ suffix: String?, _ plan: LayerPlan, _ input: Input = .call) {
        self.suffix = suffix
        self.plan = plan
        self.input = input
    }

    /// The same step as one of a longer row.
    ///
    /// - Parameters:
    ///   - taken: what its layer is called with.
    ///   - count: how many steps stand before the row it was one of.
    func moved(taking taken: [Operand], behind count: Int) -> LayerStep {
        guard case .arguments(let arguments) = input else { return LayerStep(suffix, plan, .tensors(taken)) }
        let moved = arguments.moved { (operand) -> Operand in
            switch operand {
            case .given(let place): taken.indices.contains(place) ? taken[place] : operand
            case .step(let index): .step(count + index)
            }
        }
        return LayerStep(suffix, plan, .arguments(moved))
    }
}
