extension Architecture {
    /// The cuts that a depth curve looks at: of those that share the same kernels the last one, the shallowest first.
    ///
    /// A block begins with a layer that has a kernel, parameters of two or more axes; normalisation, activation, pooling and
    /// dropout behind it belong to it. Cuts that share no kernel, or leave none to the head, are left out.
    public var blockCuts: [Int] {
        let kernels = Set(layers.indices.filter { layers[$0].layer.hasKernel })
        var result: [Int] = []
        var before = 0
        for cut in cuts {
            let shared = kernels.intersection(layers(upTo: cut)).count
            guard shared > 0, shared < kernels.count else { continue }
            if shared == before { result.removeLast() }
            result.append(cut)
            before = shared
        }
        return result
    }

    /// Number of values in the parameters that are shared when the network is cut there, moving statistics included.
    public func sharedParameters(upTo cut: Int) -> Int {
        layers(upTo: cut).reduce(0) { $0 + layers[$1].layer.parameterCount }
    }
}

extension Layer {
    /// Whether one of its trained parameters has two or more axes.
    fileprivate var hasKernel: Bool { parameters.contains { $0.isTrainable && $0.shape.count > 1 } }
}
