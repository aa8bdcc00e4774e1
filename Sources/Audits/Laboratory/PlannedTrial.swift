import Countermeasures
import Networks

/// A model of the laboratory that is yet to be made, and how much work it is.
struct PlannedTrial {
    /// The countermeasure; nil for the model trained again without any.
    let settings: CountermeasureSettings?
    /// Training steps of its source model, at most; 0 where nothing is trained.
    let training: Double
    /// Why it cannot be tried; nil where it can.
    let refusal: CountermeasureError?

    /// How a plan names it.
    private var name: String { settings.map { "countermeasure: \($0.text)" } ?? "model trained again without any" }

    /// What a plan says of it.
    ///
    /// - Parameters:
    ///   - audit: the training steps of an audit of the model as it is.
    ///   - time: how long some steps take, in words.
    func line(audit: Double, time: (Double) -> String) -> String {
        if let refusal { return "left out: \(settings?.text ?? name): \(refusal.summary)" }
        let trained = training > 0 ? "trained, at most \(time(training)); " : ""
        return "\(name): \(trained)audited as the model is, about \(time(audit))"
    }
}
