import Datasets

/// The source model of a manifest.
public struct SourceSection: Sendable {
    /// The model.
    public var model: ModelReference
    /// How the values of every image set become the model's input.
    public var preprocessing: Preprocessing
    /// Earlier states of the model, the earliest first; empty where nobody saw any.
    public var checkpoints: [SourceCheckpoint] = []
    /// How the model was trained, as far as the manifest says.
    var training = TrainingReader.Edit()

    /// After which epochs shadow models are held against the checkpoints.
    ///
    /// - Parameter epochs: of the shadow models' training.
    func checkpointEpochs(of epochs: Int) -> [Int] {
        checkpoints.enumerated().map { index, checkpoint in
            checkpoint.epoch ?? max(1, epochs * (index + 1) / (checkpoints.count + 1))
        }
    }
}
