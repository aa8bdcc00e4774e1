import Networks
import Tensors

/// A residual network for images (He et al. 2016, section 4.2), small or as large as ResNet-20.
struct ResidualNetwork {
    private var layers: [NamedLayer] = []
    private var nodes: [Architecture.Node] = []

    /// Blocks per stage, filters of the first stage.
    static func make(size: Int, blocks: Int, filters: Int, classes: Int = 10) throws -> Architecture {
        var network = ResidualNetwork()
        var x = try network.add("input", InputLayer(shape: [size, size, 3]), [])
        x = try network.convolved("stem", x, filters, stride: 1)
        for stage in 0..<3 {
            for block in 0..<blocks {
                let stride = stage > 0 && block == 0 ? 2 : 1
                let width = filters << stage
                let name = "s\(stage)b\(block)"
                let first = try network.convolved("\(name)a", x, width, stride: stride)
                let second = try network.convolved("\(name)b", first, width, stride: 1, isActivated: false)
                var shortcut = x
                if stride > 1 {
                    shortcut = try network.convolved("\(name)s", x, width, stride: 2, size: 1, isActivated: false)
                }
                let sum = try network.add("\(name)_add", Merge(.add), [second, shortcut])
                x = try network.add("\(name)_out", ActivationLayer(.relu), [sum])
            }
        }
        x = try network.add("features", GlobalPooling(.average), [x])
        x = try network.add("logits", Dense(inputs: filters << 2, units: classes), [x])
        return Architecture(name: "residual", layers: network.layers, nodes: network.nodes, output: x)
    }

    private mutating func add(_ name: String, _ layer: any Layer, _ inputs: [Int]) throws -> Int {
        layers.append(NamedLayer(name: name, kind: "\(type(of: layer))", layer: layer))
        let shape = try layer.outputShape(inputs.map { nodes[$0].shape })
        nodes.append(Architecture.Node(layer: layers.count - 1, inputs: inputs, shape: shape))
        return nodes.count - 1
    }

    private mutating func convolved(
        _ name: String,
        _ x: Int,
        _ filters: Int,
        stride: Int,
        size: Int = 3,
        isActivated: Bool = true
    ) throws -> Int {
        let window = SlidingWindow([size, size], strides: [stride, stride], padding: .same)
        let inputs = nodes[x].shape[2]
        let convolution = Convolution(inputs: inputs, filters: filters, window: window, hasBias: false)
        let y = try add("\(name)_conv", convolution, [x])
        let z = try add("\(name)_bn", BatchNorm(features: filters), [y])
        return isActivated ? try add("\(name)_relu", ActivationLayer(.relu), [z]) : z
    }
}
