import Attacks
import Dispatch
import HDF5
import Networks
import ShadowModels
import Tensors

/// The acceptance's speed figure: shadow heads over stored features, then all attack networks.
struct HeadsBenchmark {
    let features: TensorValues
    let labels: [Int]
    let trainCount: Int
    let members: Answers
    let nonMembers: Answers
    let classes = 10

    /// Reads `/shadowTrain`, `/shadowTest`, `/members` and `/nonMembers` (each `features`, `y`) and the head `/W`, `/b`.
    init(_ path: String) throws {
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
    }

    private static func table(_ root: HDF5Group, _ name: String) throws -> TensorValues {
        let dataset = try root.dataset("\(name)/features")
        return TensorValues(shape: dataset.shape, floats: try dataset.readFloats())
    }

    /// Trains the heads of one repeat.
    func shadows(models: Int, size: Int, epochs: Int, threads: Int, turn: Int = 0) throws -> [ShadowAnswers] {
        let draws = (0..<models).map { index in
            ShadowDraw(
                size: size,
                repeatIndex: turn,
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
            recipe: TrainingRecipe(epochs: epochs),
            device: .cpu,
            threads: threads,
            cancellation: Cancellation()
        )
        let jobs = draws.enumerated().map { index, draw in
            HeadFarm.Job(
                trainRows: draw.trainRows,
                labels: draw.trainRows.map { labels[$0] },
                queryRows: draw.trainRows + draw.testRows.map { $0 + trainCount },
                seed: Seed(2).derived("head", index).derived("turn", turn)
            )
        }
        return zip(draws, try farm.train(features: features, jobs: jobs)).map { draw, result in
            let rows = draw.trainRows + draw.testRows.map { $0 + trainCount }
            let all = Answers(logits: result.logits.floats, classes: classes, labels: rows.map { labels[$0] })
            return ShadowAnswers(
                members: all.picking(Array(0..<size)),
                nonMembers: all.picking(Array(size..<2 * size)),
                records: rows
            )
        }
    }

    /// What an attack gets of these shadow models.
    func input(_ shadows: [ShadowAnswers], threads: Int, turn: Int = 0) -> AttackInput {
        AttackInput(
            queries: members.appending(nonMembers),
            shadows: shadows,
            classes: classes,
            seed: Seed(3).derived("turn", turn),
            threads: threads
        )
    }
}

/// Seconds that `body` takes, and what it gives.
func timed<Result>(_ body: () throws -> Result) rethrows -> (seconds: Double, result: Result) {
    let start = DispatchTime.now().uptimeNanoseconds
    let result = try body()
    return (Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9, result)
}
