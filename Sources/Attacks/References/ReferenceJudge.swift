import ShadowModels

/// One attacked model and the reference models that stand beside it.
///
/// The attacked model is the source model, or a reference model in its place while a threshold is being chosen.
protocol ReferenceJudge: Sendable {
    /// Scores some records; higher = more likely a member of the attacked model's training set.
    ///
    /// - Parameters:
    ///   - rows: which records.
    ///   - attacked: the attacked model's answers.
    ///   - left: the reference model that is attacked itself and so is none; nil for the source model.
    func scores(_ rows: [Int], of attacked: TrueClassSignals, leaving left: Int?) -> [Double]
}
