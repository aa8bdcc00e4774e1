import CTorch

/// A TorchScript module in evaluation mode, or a part of one.
///
/// `@unchecked Sendable`: running a module for inference changes nothing in it, and the engine lets threads run one
/// module at the same time; nothing else is offered.
public final class ScriptModule: @unchecked Sendable {
    private let box: ct_script

    private init(owning box: ct_script) { self.box = box }

    deinit { ct_script_free(box) }

    /// Loads a module from the bytes of its file; what its classes define as `__setstate__` would run meanwhile, so that
    /// callers refuse such files before.
    ///
    /// - Throws: `TensorError.operationFailed` with the engine's words.
    public static func load(_ bytes: [UInt8]) throws(TensorError) -> ScriptModule {
        let box = bytes.withUnsafeBytes { ct_script_load($0.baseAddress, $0.count) }
        guard let box else { throw TensorError.last("load a TorchScript module") }
        return ScriptModule(owning: box)
    }

    /// The function from one submodule's output, or the input, to another's, or the answer.
    ///
    /// - Parameters:
    ///   - after: dotted name of the submodule whose output is given; the module's input when nil.
    ///   - upTo: dotted name of the submodule whose output is wanted; the module's answer when nil.
    /// - Throws: `TensorError.operationFailed` when a submodule is not called, or when what follows `after` needs more
    ///   than its output.
    public func part(after: String? = nil, upTo: String? = nil) throws(TensorError) -> ScriptModule {
        let box = Self.withOptional(after) { after in
            Self.withOptional(upTo) { ct_script_part(self.box, after, $0) }
        }
        guard let box else { throw TensorError.last("cut a TorchScript module") }
        return ScriptModule(owning: box)
    }

    /// The answer for a batch.
    ///
    /// - Throws: `TensorError.operationFailed`, also when the answer is not one tensor.
    public func forward(_ x: Tensor) throws(TensorError) -> Tensor {
        try .make("run a TorchScript module", ct_script_forward(box, x.box))
    }

    /// Dotted names and classes of all submodules in the order of their definition; the first is the module itself, "".
    public func submodules() throws(TensorError) -> [(name: String, className: String)] {
        var found: [(name: String, className: String)] = []
        let failed = withUnsafeMutablePointer(to: &found) { list in
            ct_script_submodules(
                box,
                { name, type, list in
                    guard let name, let type else { return }
                    list?.assumingMemoryBound(to: [(name: String, className: String)].self).pointee.append(
                        (String(cString: name), String(cString: type))
                    )
                },
                list
            )
        }
        guard failed == 0 else { throw TensorError.last("look into a TorchScript module") }
        return found
    }

    /// The operators that any method of any submodule uses, such as `aten::conv2d`.
    public func operators() throws(TensorError) -> [String] {
        var found: [String] = []
        let failed = withUnsafeMutablePointer(to: &found) { list in
            ct_script_operators(
                box,
                { name, list in
                    guard let name else { return }
                    list?.assumingMemoryBound(to: [String].self).pointee.append(String(cString: name))
                },
                list
            )
        }
        guard failed == 0 else { throw TensorError.last("look into a TorchScript module") }
        return found
    }

    /// Dotted names of parameters and buffers, with their numbers of values.
    public func parameters() throws(TensorError) -> [(name: String, count: Int)] {
        var found: [(name: String, count: Int)] = []
        let failed = withUnsafeMutablePointer(to: &found) { list in
            ct_script_parameters(
                box,
                { name, count, _, list in
                    guard let name else { return }
                    list?.assumingMemoryBound(to: [(name: String, count: Int)].self).pointee.append(
                        (String(cString: name), Int(count))
                    )
                },
                list
            )
        }
        guard failed == 0 else { throw TensorError.last("look into a TorchScript module") }
        return found
    }

    private static func withOptional<Result>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Result) -> Result {
        guard let text else { return body(nil) }
        return text.withCString(body)
    }
}
