import ShadowModels
import Statistics

/// One signal of each record over the reference models that were trained on it, and over those that were not.
struct ReferenceMoments: Sendable {
    private let models: [ReferenceModel]
    /// The signal, per model and record.
    private let values: [[Double]]
    private let records: [(inside: Moments, outside: Moments)]

    /// Sums up the models' answers, record by record.
    init(_ references: ReferenceSignals, _ signal: (TrueClassSignals) -> [Double]) {
        models = references.models
        values = models.map { signal($0.signals) }
        var records = Array(repeating: (inside: Moments(), outside: Moments()), count: references.attacked.count)
        for (model, own) in zip(models, values) {
            for (row, value) in own.enumerated() {
                if model.isMember[row] { records[row].inside.add(value) } else { records[row].outside.add(value) }
            }
        }
        self.records = records
    }

    /// Number of records.
    var count: Int { records.count }

    /// A record's moments.
    ///
    /// - Parameter left: the reference model that is attacked itself and so is none; nil for the source model.
    func of(_ row: Int, leaving left: Int?) -> (inside: Moments, outside: Moments) {
        guard let left else { return records[row] }
        var record = records[row]
        let value = values[left][row]
        if models[left].isMember[row] {
            record.inside = record.inside.removing(value)
        } else {
            record.outside = record.outside.removing(value)
        }
        return record
    }
}
