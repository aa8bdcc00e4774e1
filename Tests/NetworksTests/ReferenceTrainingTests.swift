import Foundation
import Synchronization
import Tensors
import Testing

@testable import Networks

/// Training with records that are not the training records.
@Suite struct ReferenceTrainingTests {
    private static let classes = 3
    private static let width = 8

    private struct Task {
        let members: TensorValues
        let memberLabels: [Int]
        let reference: ReferenceRecords
        let strangers: TensorValues
        let strangerLabels: [Int]
    }

    /// Records of three overlapping classes, three in ten of them labelled wrongly, too few for a network not to learn them
    /// by heart: who has a wrong label and is answered by it was a member.
    private func task(_ count: Int = 60, references: Int = 200) throws -> Task {
        let centres = try TensorGenerator(Seed(1)).normal(deviation: 0.5, shape: [Self.classes, Self.width]).floats()
        func records(_ count: Int, _ seed: UInt64) throws -> (TensorValues, [Int]) {
            let noise = try TensorGenerator(Seed(seed)).normal(shape: [count, Self.width]).floats()
            let floats = noise.indices.map { place in
                noise[place] + centres[place / Self.width % Self.classes * Self.width + place % Self.width]
            }
            let labels = (0..<count).map { ($0 + ([3, 6, 9].contains($0 % 10) ? 1 : 0)) % Self.classes }
            return (TensorValues(shape: [count, Self.width], floats: floats), labels)
        }
        let (members, others, strangers) = (try records(count, 2), try records(references, 3), try records(400, 4))
        return Task(
            members: members.0,
            memberLabels: members.1,
            reference: ReferenceRecords(records: RecordBatches(others.0), labels: others.1, digest: "reference"),
            strangers: strangers.0,
            strangerLabels: strangers.1
        )
    }

    private func network() throws -> Network {
        let architecture = try Architecture(
            name: "small",
            inputShape: [Self.width],
            [
                NamedLayer(
                    name: "a",
                    kind: "Dense",
                    layer: Dense(inputs: Self.width, units: 48, activation: .relu)
                ),
                NamedLayer(name: "b", kind: "Dense", layer: Dense(inputs: 48, units: 16, activation: .relu)),
                NamedLayer(name: "c", kind: "Dense", layer: Dense(inputs: 16, units: Self.classes)),
            ]
        )
        return try Network(architecture, weights: architecture.freshWeights(Seed(5)))
    }

    private func recipe(_ use: ReferenceTraining.Use?, _ task: Task, epochs: Int = 60) -> TrainingRecipe {
        TrainingRecipe(
            epochs: epochs,
            optimizer: .adam,
            learningRate: 0.01,
            weightDecay: 0,
            batchSize: 20,
            reference: use.map { ReferenceTraining($0, task.reference) }
        )
    }

    private func trained(_ use: ReferenceTraining.Use?, _ task: Task, epochs: Int = 60) throws -> Network {
        let network = try network()
        try Training.run(
            network,
            records: RecordBatches(task.members),
            labels: task.memberLabels,
            recipe: recipe(use, task, epochs: epochs),
            seed: Seed(6)
        )
        return network
    }

    private func losses(_ network: Network, _ records: TensorValues, _ labels: [Int]) throws -> [Double] {
        let logs = try Tensor(network.outputs(RecordBatches(records)), device: .cpu).logSoftmax(axis: 1).floats()
        return labels.enumerated().map { -Double(logs[$0 * Self.classes + $1]) }
    }

    /// Area under the curve of the attack by the loss.
    private func leakage(_ network: Network, _ task: Task) throws -> Double {
        let inside = try losses(network, task.members, task.memberLabels)
        let outside = try losses(network, task.strangers, task.strangerLabels)
        let wins = inside.reduce(0.0) { sum, own in
            sum + outside.reduce(0.0) { $0 + (own < $1 ? 1 : own == $1 ? 0.5 : 0) }
        }
        return wins / Double(inside.count * outside.count)
    }

    /// The share of strangers whose true class is answered.
    private func accuracy(_ network: Network, _ task: Task) throws -> Double {
        let answers = try network.outputs(RecordBatches(task.strangers))
        let right = task.strangerLabels.indices.count { row in
            let vector = Array(answers.row(row))
            return vector.firstIndex(of: vector.max() ?? 0) == row % Self.classes
        }
        return Double(right) / Double(task.strangerLabels.count)
    }

    @Test(arguments: [
        ReferenceTraining.Use.adversarial(weight: 2, steps: 3), .distillation(temperature: 4, share: 1),
        .alignment(weight: 1),
    ])
    func membersStandOutLess(_ use: ReferenceTraining.Use) throws {
        let task = try task()
        let (plain, guarded) = (try trained(nil, task, epochs: 200), try trained(use, task, epochs: 200))
        let (before, after) = (try leakage(plain, task), try leakage(guarded, task))
        #expect(before > 0.7, "\(before)")
        #expect(after < before - 0.05, "\(before) to \(after)")
        // Far above one in three: what protects still answers.
        let kept = try accuracy(guarded, task)
        #expect(kept > 0.45, "\(kept)")
        #expect(try trained(use, task, epochs: 200).weights() == guarded.weights())
    }

    /// The penalty is λ·E[log h(f(x), y)] ≤ 0, and h's steps have it tell members from others.
    @Test func theAttackLearnsAlong() throws {
        let task = try task()
        let network = try trained(nil, task)
        let game = try InferenceGame(
            network,
            records: RecordBatches(task.members),
            labels: task.memberLabels,
            reference: task.reference,
            weight: 2,
            steps: 40,
            batchSize: 60,
            seed: Seed(7)
        )
        func penalties(_ batch: Int) throws -> (inside: Double, outside: Double) {
            func penalty(_ records: TensorValues, _ labels: [Int]) throws -> Double {
                let logits = try network.forward(Tensor(records, device: .cpu))
                return try game.penalty(logits, labels, at: (0, batch)).scalar()
            }
            let outside = try penalty(task.strangers, task.strangerLabels)
            return (try penalty(task.members, task.memberLabels), outside)
        }
        for batch in 0..<5 { _ = try penalties(batch) }
        let last = try penalties(5)
        #expect(last.inside <= 0 && last.outside <= 0)
        #expect(last.inside > last.outside)
        let weights = try network.weights()
        #expect(try trained(nil, task).weights() == weights)
    }

    /// Once the teacher is trained, no member is read again: the student learns from reference records alone.
    @Test func theStudentSeesNoMember() throws {
        let task = try task()
        let read = Mutex<[String]>([])
        let spied = { (name: String, values: TensorValues) in
            RecordBatches(count: values.rows, recordShape: [Self.width]) { rows in
                read.withLock { $0.append(name) }
                return values.rows(rows)
            }
        }
        let references = try task.reference.records.values(Array(0..<task.reference.count))
        let reference = ReferenceRecords(
            records: spied("reference", references),
            labels: task.reference.labels,
            digest: nil
        )
        var recipe = recipe(.distillation(temperature: 4, share: 0.5), task, epochs: 3)
        recipe.reference?.reference = reference
        try Training.run(
            network(),
            records: spied("member", task.members),
            labels: task.memberLabels,
            recipe: recipe,
            seed: Seed(6)
        )
        let log = read.withLock { $0 }
        // Three epochs of three batches for the teacher; then its answers to reference records, and the student.
        #expect(log.prefix(9).allSatisfy { $0 == "member" })
        #expect(log.count > 9 && log.dropFirst(9).allSatisfy { $0 == "reference" })
    }

    /// Members' labels turned round change nothing but what the teacher says: with the same lessons, the same student.
    @Test func aTeacherTeachesWhatItIsSurestOf() throws {
        let task = try task()
        let teacher = try trained(nil, task)
        let distillation = Distillation(reference: task.reference, temperature: 4, share: 0.25)
        let lessons = try distillation.lessons(of: teacher)
        #expect(lessons.records.count == 50 && lessons.targets.shape == [50, Self.classes])
        let all = try Distillation(reference: task.reference, temperature: 1, share: 1).lessons(of: teacher)
        let entropies = (0..<all.targets.rows).map { row in
            all.targets.row(row).reduce(0.0) { $0 - ($1 > 0 ? Double($1) * log(Double($1)) : 0) }
        }
        #expect(zip(entropies, entropies.dropFirst()).allSatisfy { $0 <= $1 + 1e-6 })
        #expect(try lessons.records.values(Array(0..<50)) == all.records.values(Array(0..<50)))
        // softmax(z / 4) ∝ softmax(z)^(1/4).
        for row in 0..<50 {
            let powers = all.targets.row(row).map { Double($0).squareRoot().squareRoot() }
            let sum = powers.reduce(0, +)
            #expect(zip(lessons.targets.row(row), powers).allSatisfy { abs(Double($0) - $1 / sum) < 1e-3 })
        }
    }

    /// Labels of the training records are not used where the network is aligned: any others give the same network.
    @Test func alignmentUsesNoLabelOfAMember() throws {
        let task = try task()
        let other = Task(
            members: task.members,
            memberLabels: task.memberLabels.map { ($0 + 1) % Self.classes },
            reference: task.reference,
            strangers: task.strangers,
            strangerLabels: task.strangerLabels
        )
        let networks = try [task, other].map { try trained(.alignment(weight: 1), $0).weights() }
        #expect(networks[0] == networks[1])
        let free = try trained(.alignment(weight: 0), task).weights()
        #expect(free != networks[0])
    }

    /// ‖mean of the first − mean of the second‖².
    @Test func theDistanceIsThatOfTheMeans() throws {
        let first = try Tensor([1, 2, 3, 4], shape: [2, 2], device: .cpu)
        let second = try Tensor([0, 1, 2, 1, 1, 1], shape: [3, 2], device: .cpu)
        // Means (2, 3) and (1, 1).
        #expect(abs(try AlignedLoss.distance(first, second).scalar() - 5) < 1e-6)
    }
}
