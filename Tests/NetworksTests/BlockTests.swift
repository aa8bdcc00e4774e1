import Networks
import Testing

/// The places a depth curve looks at.
@Suite struct BlockTests {
    private func names(_ architecture: Architecture) -> [String] {
        architecture.blockCuts.map { architecture.layers[architecture.nodes[$0].layer].name }
    }

    private func named(_ name: String, _ layer: any Layer) -> NamedLayer {
        NamedLayer(name: name, kind: "\(type(of: layer))", layer: layer)
    }

    @Test func whatFollowsALayerBelongsToIt() throws {
        let architecture = try Architecture(
            name: "chain",
            inputShape: [6],
            [
                named("rescale", Rescaling(scale: [0.5], offset: [0])),
                named("one", Dense(inputs: 6, units: 5)),
                named("norm", BatchNorm(features: 5)),
                named("relu", ActivationLayer(.relu)),
                named("drop", Dropout(rate: 0.5)),
                named("two", Dense(inputs: 5, units: 4)),
                named("answer", Dense(inputs: 4, units: 3)),
                named("softmax", ActivationLayer(.softmax(axis: -1))),
            ]
        )
        #expect(names(architecture) == ["drop", "two"])
        #expect(architecture.blockCuts.map(architecture.sharedParameters) == [35 + 20, 35 + 20 + 24])
    }

    /// Inside of a residual block there is no place to cut.
    @Test func residualBlocksAreWhole() throws {
        let layers = [
            named("input", InputLayer(shape: [4])), named("one", Dense(inputs: 4, units: 4)),
            named("two", Dense(inputs: 4, units: 4)), named("add", Merge(.add)),
            named("answer", Dense(inputs: 4, units: 2)),
        ]
        let architecture = Architecture(
            name: "residual",
            layers: layers,
            nodes: [
                .init(layer: 0, inputs: [], shape: [4]), .init(layer: 1, inputs: [0], shape: [4]),
                .init(layer: 2, inputs: [1], shape: [4]), .init(layer: 3, inputs: [1, 2], shape: [4]),
                .init(layer: 4, inputs: [3], shape: [2]),
            ],
            output: 4
        )
        #expect(names(architecture) == ["one", "add"])
    }

    @Test func oneLayerHasNoPlace() throws {
        let architecture = try Architecture(name: "one", inputShape: [4], [named("one", Dense(inputs: 4, units: 2))])
        #expect(architecture.blockCuts.isEmpty)
    }
}
