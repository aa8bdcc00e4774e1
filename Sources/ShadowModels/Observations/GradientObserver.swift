import Foundation
import Networks
import Tensors

/// How a record's loss would change the weights of the whole model (Nasr, Shokri and Houmansadr 2019, section III): what is
/// learned already hardly changes them.
///
/// Natural logarithms of:
/// - `loss`: cross-entropy of the record, in nats.
/// - `gradient-norm`: Euclidean norm of the loss's gradient by all trained parameters.
/// - `gradient-norm/logits`: of its gradient by the logits.
/// - `gradient-norm/<place>`: of its gradient by the parameters of one layer; places count layers with trained parameters
///   from 1 at the input.
public struct GradientObserver: ModelObserver {
    /// What is smaller counts as this much: below it single-precision gradients hold nothing but rounding.
    private static let smallest = 1e-9
    /// Records read at a time by one worker.
    private static let batchSize = 32

    private let trainer: ShadowTrainer

    /// Takes records and labels; the adversary trains no models of its own here.
    public init(_ trainer: ShadowTrainer, recipe: TrainingRecipe) { self.trainer = trainer }

    /// Reads the gradients' norms.
    ///
    /// - Throws: `NetworkError.cancelled`, what reading records throws, or an engine failure.
    public func observe(_ weights: Weights, rows: [Int], known: [Int], seed: Seed) throws -> Observations {
        let gradients = try gradients(weights, rows)
        let places = trainer.source.architecture.trainedLayers.indices
        let columns: [(String, [Double])] =
            [
                ("loss", zip(gradients, rows).map { Self.loss($0.logits, trainer.labels[$1]) }),
                ("gradient-norm", gradients.map(\.norm)),
                ("gradient-norm/logits", zip(gradients, rows).map { Self.slope($0.logits, trainer.labels[$1]) }),
            ] + places.map { place in ("gradient-norm/\(place + 1)", gradients.map { $0.layerNorms[place] }) }
        return Observations(
            names: columns.map(\.0),
            // Not a number stays so, to be refused where it is read.
            values: columns.map { $0.1.map { $0 < Self.smallest ? log(Self.smallest) : log($0) } }
        )
    }

    private func gradients(_ weights: Weights, _ rows: [Int]) throws -> [RecordGradient] {
        let trainer = trainer
        let starts = Array(stride(from: 0, to: rows.count, by: Self.batchSize))
        let workers = max(1, min(trainer.device == .cpu ? trainer.threads : 1, starts.count))
        let parts = try Workers.map(Array(0..<workers), threads: workers) { worker in
            let network = try Network(trainer.source.architecture, weights: weights, device: trainer.device)
            return try stride(from: worker, to: starts.count, by: workers).map { batch in
                try trainer.cancellation.check()
                let asked = Array(rows[starts[batch]..<min(rows.count, starts[batch] + Self.batchSize)])
                return try network.gradients(trainer.records.values(asked), labels: asked.map { trainer.labels[$0] })
            }
        }
        return starts.indices.flatMap { parts[$0 % workers][$0 / workers] }
    }

    /// log Σ exp(z_k − z_y): where the model is sure, the sum of the others keeps its digits.
    private static func loss(_ logits: [Float], _ label: Int) -> Double {
        let others = logits.enumerated().filter { $0.offset != label }.map {
            Double($0.element) - Double(logits[label])
        }
        let top = max(0, others.max() ?? 0)
        let sum = others.reduce(0) { $0 + exp($1 - top) }
        return top > 0 ? top + log(exp(-top) + sum) : log1p(sum)
    }

    /// Norm of softmax(z) − e_y.
    private static func slope(_ logits: [Float], _ label: Int) -> Double {
        let top = logits.max() ?? 0
        let parts = logits.map { exp(Double($0) - Double(top)) }
        let total = parts.reduce(0, +)
        let others = parts.enumerated().filter { $0.offset != label }.map { $0.element / total }
        let rest = others.reduce(0, +)
        return others.reduce(rest * rest) { $0 + $1 * $1 }.squareRoot()
    }
}
