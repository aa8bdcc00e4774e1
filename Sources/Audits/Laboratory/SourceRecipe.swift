import KerasModels
import Networks

/// How the source model was trained: from its file where that says so, and from the manifest, whose word comes first.
enum SourceRecipe {
    /// What is taken where nobody says otherwise.
    static let usual = TrainingRecipe(epochs: 60, schedule: .cosine, precision: .automatic)

    static func of(_ manifest: AuditManifest, _ model: KerasModel, records: Int) -> TrainingRecipe {
        let edit = manifest.source?.training ?? TrainingReader.Edit()
        // The manifest's batch size comes first: with it a file's steps are so many epochs.
        let basis = edit.applied(to: usual)
        return edit.applied(to: model.training?.recipe(from: basis, records: records) ?? basis)
    }
}
