import Testing

@testable import Networks
@testable import Tensors

/// Gradients of each record from one pass over a batch, against one record at a time.
@Suite struct RecordGradientTests {
    private func check(_ architecture: Architecture, _ records: TensorValues, isTogether: Bool = true) throws {
        let weights = try architecture.freshWeights(Seed(3))
        let labels = (0..<records.rows).map { ($0 * 2 + 1) % architecture.outputShape[0] }
        let network = try Network(architecture, weights: weights)
        let parameters = network.trainable(frozen: [])
        for parameter in parameters { try parameter.setRequiresGradient(true) }
        #expect(try network.recordsTogether(records, by: parameters, .inference) == isTogether)
        let rows = try network.recordGradients(
            Tensor(records),
            labels: labels,
            by: parameters,
            .inference,
            isTogether: isTogether
        )
        let reference = try OneByOneGradients(architecture, weights, records, labels)
        #expect(rows.shape == [records.rows, parameters.reduce(0) { $0 + $1.count }])
        let difference = try reference.difference(rows.doubles())
        #expect(difference < 1e-5)
        #expect(parameters.allSatisfy { $0.gradient == nil })
    }

    @Test(arguments: RecordGradientCase.recordable + RecordGradientCase.apart)
    func layers(_ example: RecordGradientCase) throws {
        try check(example.architecture(), example.records(), isTogether: example.isTogether)
    }

    /// A single record is a batch, too.
    @Test(arguments: RecordGradientCase.recordable) func singleRecords(_ example: RecordGradientCase) throws {
        let architecture = try example.architecture()
        let records = try example.records()
        let weights = try architecture.freshWeights(Seed(3))
        let clipping = try GradientClipping(
            architecture,
            weights: weights,
            records: RecordBatches(records),
            bound: 1e9
        )
        let labels = Array(repeating: 1, count: records.rows)
        let found = try clipping(
            weights: weights,
            records: RecordBatches(records),
            labels: labels,
            units: [[2]],
            seed: Seed(1)
        )
        let reference = try OneByOneGradients(architecture, weights, records.rows([2]), [1])
        #expect(reference.difference(found.sum.map(Double.init)) < 1e-5)
    }

    @Test func sharedLayer() throws {
        let shared = Dense(inputs: 4, units: 4, activation: .tanh)
        let layers: [any Layer] = [
            InputLayer(shape: [3, 4]), shared, Merge(.add), Flatten(), Dense(inputs: 12, units: 3),
        ]
        let named = layers.enumerated().map { NamedLayer(name: "l\($0)", kind: "", layer: $1) }
        let nodes = [
            Architecture.Node(layer: 0, inputs: [], shape: [3, 4]),
            Architecture.Node(layer: 1, inputs: [0], shape: [3, 4]),
            Architecture.Node(layer: 1, inputs: [1], shape: [3, 4]),
            Architecture.Node(layer: 2, inputs: [1, 2], shape: [3, 4]),
            Architecture.Node(layer: 3, inputs: [3], shape: [12]), Architecture.Node(layer: 4, inputs: [4], shape: [3]),
        ]
        let architecture = Architecture(name: "shared", layers: named, nodes: nodes, output: 5)
        try check(architecture, TensorGenerator(Seed(9)).normal(shape: [6, 3, 4]).values())
    }

    @Test func residualNetwork() throws {
        let batch = try ResidualNetwork.make(size: 12, blocks: 2, filters: 8)
        #expect(batch.layers.contains { $0.layer.mixesRecords })
        let architecture = batch.withGroupNormalisation().architecture
        #expect(!architecture.layers.contains { $0.layer.mixesRecords })
        try check(architecture, TensorGenerator(Seed(9)).uniform(shape: [7, 12, 12, 3]).values())
    }

    /// The engine's own derivation of convolutions in double precision, through the path that is not the processor's.
    @Test(arguments: [1, 2, 4]) func doublePrecision(_ groups: Int) throws {
        let generator = TensorGenerator(Seed(6))
        let x = try generator.normal(shape: [3, 4, 6, 5]).converted(to: .float64)
        let kernel = try Tensor(
            doubles: generator.normal(shape: [8, 4 / groups, 3, 2]).doubles(),
            shape: [8, 4 / groups, 3, 2]
        )
        let bias = try Tensor(doubles: generator.normal(shape: [8]).doubles(), shape: [8])
        let gamma = try Tensor(doubles: generator.normal(shape: [8]).doubles(), shape: [8])
        let leaves = [kernel, bias, gamma]
        for leaf in leaves { try leaf.setRequiresGradient(true) }
        func loss(_ x: Tensor) throws(TensorError) -> Tensor {
            try x.convolution(
                weight: kernel,
                bias: bias,
                strides: [2, 1],
                padding: [1, 1],
                dilation: [1, 2],
                groups: groups
            ).tanh().groupNormalized(groups: 2, gamma: gamma, beta: nil, epsilon: 1e-3).tanh()
                .sum(axes: [0, 1, 2, 3])
        }
        let rows = try #require(
            try RecordedGradients.rows(by: leaves, records: 3) { () throws(TensorError) -> Tensor in try loss(x) }
        ).doubles()
        var expected: [Double] = []
        for record in 0..<3 {
            try loss(x.slice(axis: 0, record..<record + 1)).backward()
            for leaf in leaves {
                expected += try #require(leaf.gradient).doubles()
                leaf.clearGradient()
            }
        }
        #expect(rows.count == expected.count)
        for (found, own) in zip(rows, expected) { #expect(abs(found - own) < 1e-10 * max(1, abs(own))) }
    }

    @Test func refusesLayersThatMixRecords() throws {
        let architecture = try ResidualNetwork.make(size: 8, blocks: 1, filters: 4)
        let weights = try architecture.freshWeights(Seed(1))
        let records = RecordBatches(try TensorGenerator(Seed(2)).uniform(shape: [4, 8, 8, 3]).values())
        #expect { try GradientClipping(architecture, weights: weights, records: records, bound: 1) } throws: {
            ($0 as? NetworkError)?.code == .mixesRecords
        }
        let norms = architecture.layers.indices.filter { architecture.layers[$0].layer.mixesRecords }
        let frozen = try GradientClipping(
            architecture,
            weights: weights,
            records: records,
            frozen: Set(norms),
            bound: 1
        )
        #expect(frozen.isTogether)
        let all = Set(architecture.layers.indices)
        #expect {
            try GradientClipping(architecture, weights: weights, records: records, frozen: all, bound: 1)
        } throws: {
            ($0 as? NetworkError)?.code == .nothingTrained
        }
    }
}
