import Networks

/// Operations that Keras has no layers for, as Keras 2 (`TFOpLambda`) and Keras 3 (`keras.ops`) keep them.
enum OperationForm {
    /// The operation; nil for a layer that is none.
    static func step(_ form: LayerForm) -> LayerStep? {
        if let mask = maskOperation(form) { return mask }
        let x = CallArgument.tensor(LayerStep.Operand.given(0))
        let operation: Form? =
            switch form.named.layer {
            case let layer as ElementwiseFunction: function(layer.function, x)
            case is Quotient: Form("TrueDivide", "math.truediv", [x, .tensor(.given(1))])
            case let layer as Reduction: reduction(layer, x)
            case let layer as Slicing: slicing(layer, x)
            case let layer as ActivationLayer: activation(layer.function, x)
            default: nil
            }
        return operation.map { form.generation == .two ? $0.two(form) : $0.three }
    }

    /// The modules of Keras 3's operations.
    static let modules = "keras.src.ops"

    /// The kinds of the operations that Keras 3 makes masks with.
    private static let maskKinds: [any KerasLayerKind.Type] = [
        DifferenceKind.self, AnyKind.self, LogicKind.self, FilledKind.self, AxisInsertionKind.self,
    ]

    /// Whether a class is one of them.
    static func isMaskOperation(_ className: String) -> Bool {
        maskKinds.contains { $0.classNames.contains(className) }
    }

    /// An operation on masks as its file has it; Keras 2 has none.
    private static func maskOperation(_ form: LayerForm) -> LayerStep? {
        guard form.generation == .three, let entry = form.entry, isMaskOperation(entry.className),
            let name = entry.original["class_name"]?.string
        else { return nil }
        let module = entry.original["module"]?.string.flatMap { $0.hasPrefix(modules) ? $0 : nil }
        return LayerStep(
            nil,
            LayerPlan(className: name, module: module ?? modules + ".numpy", options: entry.options)
        )
    }

    /// An operation on two tensors of which Keras 3 has a layer too, but one that looks at their masks.
    static func merge(_ form: LayerForm) -> LayerStep? {
        guard form.generation == .three, let merge = form.named.layer as? Merge, merge.masks.isEmpty else { return nil }
        let name: String
        switch merge.operation {
        case .multiply: name = "Multiply"
        case .maximum: name = "Maximum"
        case .minimum: name = "Minimum"
        default: return nil
        }
        return LayerStep(nil, LayerPlan(className: name, module: modules + ".numpy", options: [:]))
    }

    private static func activation(
        _ function: ActivationFunction,
        _ x: CallArgument<LayerStep.Operand>
    ) -> Form? {
        guard function == .gelu(isApproximate: true) else { return nil }
        var form = Form("Gelu", "nn.gelu", [x])
        form.module = modules + ".nn"
        form.options = ["approximate": .bool(true)]
        form.named = form.options
        return form
    }

    /// One operation in both languages.
    private struct Form {
        let name: String
        let function: String
        let operands: [CallArgument<LayerStep.Operand>]
        var module = modules + ".numpy"
        /// What Keras 3 keeps beside the call.
        var options: [String: JSONValue] = [:]
        /// What Keras 2 names in the call.
        var named: [String: JSONValue] = [:]

        init(_ name: String, _ function: String, _ operands: [CallArgument<LayerStep.Operand>]) {
            self.name = name
            self.function = function
            self.operands = operands
        }

        var three: LayerStep {
            let plan = LayerPlan(className: name, module: module, options: options)
            return LayerStep(nil, plan, .arguments(CallArguments(positional: operands)))
        }

        func two(_ form: LayerForm) -> LayerStep {
            let isSlice = name == "GetItem"
            let plan = form.plan(isSlice ? "SlicingOpLambda" : "TFOpLambda", ["function": .string(function)])
            let arguments = CallArguments(
                positional: isSlice ? Array(operands.prefix(1)) : operands,
                named: named.mapValues { CallArgument<LayerStep.Operand>.constant($0) }
            )
            return LayerStep(nil, plan, .arguments(arguments))
        }
    }

    private static func function(
        _ function: ElementwiseFunction.Function,
        _ x: CallArgument<LayerStep.Operand>
    ) -> Form? {
        switch function {
        case .squareRoot: return Form("Sqrt", "math.sqrt", [x])
        case .reciprocalSquareRoot:
            var form = Form("Rsqrt", "math.rsqrt", [x])
            form.module = modules + ".math"
            return form
        case .square: return Form("Square", "math.square", [x])
        case .log: return Form("Log", "math.log", [x])
        case .magnitude: return Form("Absolute", "math.abs", [x])
        case .power(let exponent): return Form("Power", "math.pow", [x, .constant(.number(exponent))])
        case .quotient(let number): return Form("TrueDivide", "math.truediv", [.constant(.number(number)), x])
        case .clip(let low?, nil): return Form("Maximum", "math.maximum", [x, .constant(.number(low))])
        case .clip(nil, let high?): return Form("Minimum", "math.minimum", [x, .constant(.number(high))])
        case .clip(let low?, let high?):
            var form = Form("Clip", "clip_by_value", [x])
            form.options = ["x_min": .number(low), "x_max": .number(high)]
            form.named = ["clip_value_min": .number(low), "clip_value_max": .number(high)]
            return form
        case .clip(nil, nil): return nil
        }
    }

    private static func reduction(_ layer: Reduction, _ x: CallArgument<LayerStep.Operand>) -> Form {
        let names: (String, String) =
            switch layer.kind {
            case .mean: ("Mean", "math.reduce_mean")
            case .sum: ("Sum", "math.reduce_sum")
            case .max: ("Max", "math.reduce_max")
            case .min: ("Min", "math.reduce_min")
            }
        var form = Form(names.0, names.1, [x])
        form.options = ["axis": .integers(layer.axes), "keepdims": .bool(layer.keepsAxes)]
        form.named = form.options
        return form
    }

    private static func slicing(_ layer: Slicing, _ x: CallArgument<LayerStep.Operand>) -> Form {
        func slice(_ start: Int? = nil, _ stop: Int? = nil, _ step: Int? = nil) -> JSONValue {
            let bounds = ["start": start, "stop": stop, "step": step]
            return .object(bounds.mapValues { $0.map { .integer($0) } ?? .null })
        }
        let parts =
            [slice()]
            + layer.parts.map { part in
                switch part {
                case .element(let index): .integer(index)
                case .range(let range, let step): slice(range.lowerBound, range.upperBound, step == 1 ? nil : step)
                case .backwards: slice(nil, nil, -1)
                }
            }
        let tagged = parts.map { part -> JSONValue in
            part.object == nil ? part : .object(["class_name": .string("__slice__"), "config": part])
        }
        var form = Form("GetItem", "__operators__.getitem", [x, .constant(.array(tagged))])
        form.named = ["slice_spec": .array(parts)]
        return form
    }
}
