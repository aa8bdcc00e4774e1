import Attacks
import HDF5
import Networks
import ShadowModels
import Tensors

/// The freezing approach after features are there: all shadow heads, then all attack networks.
struct HeadsBenchmark {
    /// How much of it.
    struct Work {
        /// Shadow heads.
        let models: Int
        /// Records each head is trained on.
        let size: Int
        /// Epochs of each head.
        let epochs: Int
        /// Epochs of each attack network.
        let attackEpochs: Int
    }

    private let features: TensorValues
    private let labels: [Int]
    private let trainCount: Int
    private let members: Answers
    private let nonMembers: Answers
    private let classes: Int
    private let threads: Int

    /// Reads `/shadowTrain`, `/shadowTest`, `/members` and `/nonMembers` (each `features`, `y`) and the head `/W`, `/b`.
    init(_ path: String, threads: Int) throws {
        let root = try HDF5File.open(path).root
        let train = try Self.table(root, "shadowTrain")
        let test = try Self.table(root, "shadowTest")
        trainCount = train.rows
        features = .concatenated([train, test])
        labels = try root.dataset("shadowTrain/y").readInts() + root.dataset("shadowTest/y").readInts()
        let kernel = try root.dataset("W")
        let weight = try Tensor(kernel.readFloats(), shape: kernel.shape)
        let bias = try Tensor(root.dataset("b").readFloats(), shape: [kernel.shape[1]])
        func answers(_ name: String) throws -> Answers {
            let logits = try Tensor(Self.table(root, name)).linear(weight: weight, bias: bias).floats()
            return Answers(logits: logits, classes: kernel.shape[1], labels: try root.dataset("\(name)/y").readInts())
        }
        members = try answers("members")
        nonMembers = try answers("nonMembers")
        classes = kernel.shape[1]
        self.threads = threads
    }

    private static func table(_ root: HDF5Group, _ name: String) throws -> TensorValues {
        let dataset = try root.dataset("\(name)/features")
        return TensorValues(shape: dataset.shape, floats: try dataset.readFloats())
    }

    /// Prints seconds for the heads and for the attack networks, and what the attack found.
    func print(_ work: Work) throws {
        let heads = try timed { try shadows(work) }
        Swift.print("heads-seconds \(heads.seconds)")
        let input = AttackInput(
            queries: members.appending(nonMembers),
            shadows: heads.result,
            classes: classes,
            seed: Seed(3),
            threads: threads
        )
        let parameters = AttackParameters(epochs: work.attackEpochs)
        let attack = try timed { try TransMIADNN(parameters: parameters).scores(input) }
        Swift.print("attack-seconds \(attack.seconds)")
        let decisions = attack.result.decisions
        let right = decisions[..<members.count].count { $0 } + decisions[members.count...].count { !$0 }
        Swift.print("accuracy \(Double(right) / Double(decisions.count))")
    }

    private func shadows(_ work: Work) throws -> [ShadowAnswers] {
        let draws = (0..<work.models).map { index in
            ShadowDraw(
                size: work.size,
                repeatIndex: 0,
                index: index,
                trainLabels: Array(labels[..<trainCount]),
                testLabels: Array(labels[trainCount...]),
                classes: classes,
                seed: Seed(1)
            )
        }
        let shape = DenseStackShape(sizes: [features.rowSize, classes], activations: [], loss: .softmaxCrossEntropy)
        let farm = HeadFarm(
            .dense(shape),
            recipe: TrainingRecipe(epochs: work.epochs),
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
        let jobs = draws.enumerated().map { index, draw in
            HeadFarm.Job(
                trainRows: draw.trainRows,
                labels: draw.trainRows.map { labels[$0] },
                queryRows: records(draw),
                seed: Seed(2).derived("head", index).derived("turn", 0)
            )
        }
        return zip(draws, try farm.train(features: features, jobs: jobs)).map { draw, result in
            let rows = records(draw)
            let all = Answers(logits: result.logits.floats, classes: classes, labels: rows.map { labels[$0] })
            return ShadowAnswers(
                members: all.picking(Array(0..<work.size)),
                nonMembers: all.picking(Array(work.size..<2 * work.size)),
                records: rows
            )
        }
    }

    private func records(_ draw: ShadowDraw) -> [Int] { draw.trainRows + draw.testRows.map { $0 + trainCount } }
}
