import Testing

@testable import Tensors

/// Many networks trained as one batched computation, against the same steps one by one.
struct DenseStackTests {
    /// A stack's task: features, records per network, initial parameters.
    private struct Task {
        let shape: DenseStackShape
        let features: TensorValues
        let records: [DenseStackRecords]
        let initial: [[Float]]

        init(_ shape: DenseStackShape, counts: [Int]) throws {
            self.shape = shape
            let generator = TensorGenerator(Seed(3))
            features = try generator.normal(shape: [40, shape.sizes[0]]).values()
            let classes = shape.loss == .logistic ? 2 : shape.sizes[shape.sizes.count - 1]
            records = counts.enumerated().map { network, count in
                var draw = Seed(4).derived("rows", network).generator
                let rows = Array(draw.permutation(40).prefix(count))
                return DenseStackRecords(rows: rows, targets: rows.map { ($0 * 7 + network) % classes })
            }
            initial = try counts.map { _ in try generator.normal(deviation: 0.5, shape: [shape.parameterCount]).floats()
            }
        }

        func order(_ networks: [Int], epoch: Int, batchSize: Int = 8) -> DenseStackOrder {
            DenseStackOrder(
                records: networks.map { records[$0] },
                batchSize: batchSize,
                seeds: networks.map { Seed(5).derived("order", epoch).derived("network", $0) }
            )
        }

        /// The parameters of some of the networks after training together.
        func trained(_ networks: [Int], _ optimizer: DenseStackOptimizer, rate: Double, epochs: Int = 6) throws
            -> [[Float]]
        {
            let stack = try DenseStack(
                shape,
                parameters: TensorValues(
                    shape: [networks.count, shape.parameterCount],
                    floats: networks.flatMap { initial[$0] }
                ),
                optimizer: optimizer,
                dropoutSeeds: networks.map { Seed(6).derived("dropout", $0) }
            )
            let table = try Tensor(features)
            for epoch in 0..<epochs {
                try stack.epoch(features: table, order: order(networks, epoch: epoch), rate: rate)
            }
            let values = try stack.parameters.values()
            return networks.indices.map { Array(values.row($0)) }
        }
    }

    private static let deep = DenseStackShape(
        sizes: [6, 7, 5, 4, 3],
        activations: [.relu, .tanh, .sigmoid],
        loss: .softmaxCrossEntropy
    )
    private static let attack = DenseStackShape(sizes: [6, 9, 4, 1], activations: [.relu, .relu], loss: .logistic)
    static let optimizers = [
        DenseStackOptimizer(.sgd),
        DenseStackOptimizer(.sgd, momentum: 0.9, decay: 0.01),
        DenseStackOptimizer(.sgd, momentum: 0.9, isNesterov: true, decay: 0.01),
        DenseStackOptimizer(.adam, decay: 0.02),
        DenseStackOptimizer(.adamW, decay: 0.02),
    ]

    @Test(arguments: optimizers, [false, true])
    func equalsExplicitSteps(optimizer: DenseStackOptimizer, isLogistic: Bool) throws {
        let rate = optimizer.rule == .sgd ? 0.1 : 0.01
        // Unequal numbers of records: slots of weight 0, smaller batches, and steps without any record.
        let task = try Task(isLogistic ? Self.attack : Self.deep, counts: [20, 24, 11, 2])
        let together = try task.trained([0, 1, 2, 3], optimizer, rate: rate)
        for network in 0..<4 {
            var explicit = try ExplicitNetwork(task.shape, row: task.initial[network])
            for epoch in 0..<6 {
                let order = task.order([0, 1, 2, 3], epoch: epoch)
                for start in stride(from: network * order.slots, to: (network + 1) * order.slots, by: order.batchSize) {
                    let slots = (start..<start + order.batchSize).filter { order.weights[$0] > 0 }
                    let rows = slots.map { order.rows[$0] }
                    let x = rows.isEmpty ? nil : try Tensor(task.features.rows(rows))
                    try explicit.step(x, slots.map { order.targets[$0] }, optimizer, rate: rate)
                }
            }
            let difference = zip(try explicit.row(), together[network]).map { abs($0 - $1) }.max() ?? 1
            #expect(difference < 1e-4, "network \(network)")
            let moved = zip(task.initial[network], together[network]).map { abs($0 - $1) }.max() ?? 0
            #expect(moved > 0.01)
        }
    }

    @Test(arguments: optimizers, [0, 0.4])
    func doesNotDependOnItsCompany(optimizer: DenseStackOptimizer, dropout: Double) throws {
        let shape = DenseStackShape(
            sizes: [6, 7, 5, 3],
            activations: [.relu, .tanh],
            dropout: [dropout, dropout],
            loss: .softmaxCrossEntropy
        )
        let task = try Task(shape, counts: Array(repeating: 20, count: 9))
        let all = try task.trained(Array(0..<9), optimizer, rate: 0.05)
        #expect(try task.trained([4], optimizer, rate: 0.05) == [all[4]])
        #expect(try task.trained([8, 4, 1], optimizer, rate: 0.05) == [all[8], all[4], all[1]])
        #expect(Set(all).count == 9)
    }

    @Test func logisticDoesNotDependOnItsCompany() throws {
        let task = try Task(Self.attack, counts: Array(repeating: 21, count: 5))
        let adam = DenseStackOptimizer(.adam, decay: 0.01)
        let all = try task.trained(Array(0..<5), adam, rate: 0.01)
        for network in 0..<5 { #expect(try task.trained([network], adam, rate: 0.01) == [all[network]]) }
    }

    @Test func logitsEqualTheNetworks() throws {
        let task = try Task(Self.deep, counts: [5, 5])
        let stack = try DenseStack(
            Self.deep,
            parameters: TensorValues(shape: [2, Self.deep.parameterCount], floats: task.initial.flatMap(\.self)),
            optimizer: DenseStackOptimizer(.sgd)
        )
        let x = try TensorGenerator(Seed(8)).normal(shape: [2, 4, 6])
        let logits = try stack.logits(x).values()
        for network in 0..<2 {
            let own = try x.slice(axis: 0, network..<network + 1).reshaped([4, 6])
            let expected = try ExplicitNetwork(Self.deep, row: task.initial[network]).logits(own).floats()
            #expect(zip(expected, logits.row(network)).allSatisfy { abs($0 - $1) < 1e-5 })
        }
    }

    @Test func dropoutDropsAndScales() throws {
        let shape = DenseStackShape(
            sizes: [6, 50, 3],
            activations: [.sigmoid],
            dropout: [0.4],
            loss: .softmaxCrossEntropy
        )
        let task = try Task(shape, counts: [1])
        let sgd = DenseStackOptimizer(.sgd)
        var kept = 0
        for seed in 0..<8 {
            let stack = try DenseStack(
                shape,
                parameters: TensorValues(shape: [1, shape.parameterCount], floats: task.initial[0]),
                optimizer: sgd,
                dropoutSeeds: [Seed(UInt64(seed))]
            )
            let order = DenseStackOrder(records: task.records, batchSize: 8, seeds: [Seed(1)])
            try stack.epoch(features: Tensor(task.features), order: order, rate: 0.5)
            let after = try stack.parameters.floats()
            // The second kernel (50, 3) stands behind the first and its bias; a dropped unit's row does not move.
            let start = 6 * 50 + 50
            let mask = (0..<50).map { unit in
                (0..<3).contains { after[start + 3 * unit + $0] != task.initial[0][start + 3 * unit + $0] }
            }
            kept += mask.count { $0 }
            var explicit = try ExplicitNetwork(shape, row: task.initial[0])
            let factors = try Tensor(mask.map { $0 ? Float(1 / 0.6) : 0 }, shape: [1, 50])
            let x = try Tensor(task.features.rows(task.records[0].rows))
            try explicit.step(x, task.records[0].targets, sgd, rate: 0.5, masks: [0: factors])
            let difference = zip(try explicit.row(), after).map { abs($0 - $1) }.max() ?? 1
            #expect(difference < 1e-5)
        }
        // 400 draws kept with probability 0.6: mean 240, standard deviation 9.8.
        #expect(abs(kept - 240) < 40)
    }

    @Test(arguments: [1, 3, 8, 100])
    func everyRecordOncePerPass(batchSize: Int) {
        let counts = [20, 7, 1, 0]
        let records = counts.map { count in
            DenseStackRecords(rows: (0..<count).map { $0 + 100 }, targets: Array(0..<count))
        }
        let order = DenseStackOrder(records: records, batchSize: batchSize, seeds: (0..<4).map { Seed($0) })
        #expect(order.batchSize <= batchSize && order.slots % order.batchSize == 0 && order.networks == 4)
        for (network, count) in counts.enumerated() {
            let range = network * order.slots..<(network + 1) * order.slots
            let real = range.filter { order.weights[$0] > 0 }
            #expect(real.map { order.rows[$0] }.sorted() == records[network].rows)
            #expect(real.allSatisfy { order.rows[$0] == order.targets[$0] + 100 })
            for start in stride(from: range.lowerBound, to: range.upperBound, by: order.batchSize) {
                let sum = order.weights[start..<start + order.batchSize].reduce(0, +)
                #expect(abs(sum - 1) < 1e-5 || (sum == 0 && count < order.slots))
            }
        }
    }
}
