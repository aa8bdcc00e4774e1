/// A shadow model seen record by record: what it answers for every record of the adversary and for the audited ones.
public struct ReferenceModel: Sendable, Hashable {
    /// Its answers: the adversary's records first, then the audited ones.
    public let signals: TrueClassSignals
    /// Whether each of these records was in its training set.
    public let isMember: [Bool]
    /// Records of the adversary it never saw, as many as it was trained on: with them a threshold is chosen.
    public let strangers: [Int]

    /// Describes a model.
    public init(signals: TrueClassSignals, isMember: [Bool], strangers: [Int]) {
        self.signals = signals
        self.isMember = isMember
        self.strangers = strangers
    }

    /// The same model for the records at some rows, the adversary's among them.
    func picking(_ rows: [Int]) -> ReferenceModel {
        ReferenceModel(signals: signals.picking(rows), isMember: rows.map { isMember[$0] }, strangers: strangers)
    }
}
