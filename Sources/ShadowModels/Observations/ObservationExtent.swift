/// On how much an observer reads models: what takes long is read off less.
public struct ObservationExtent: Sendable, Hashable {
    /// Shadow models at most.
    public let models: Int
    /// Records of each kind, members and non-members, at one shadow model.
    public let records: Int
    /// Known non-members by which observations are standardised.
    public let strangers: Int
    /// Records an observer may build upon.
    public let known: Int

    /// The usual extent, or another.
    public init(models: Int = 8, records: Int = 500, strangers: Int = 300, known: Int = 2000) {
        self.models = models
        self.records = records
        self.strangers = strangers
        self.known = known
    }

    /// Of observers that ask for many labels per record.
    static let labels = ObservationExtent(models: 4, records: 200, strangers: 200, known: 200)
}
