/// What an adversary reads off the attacked model, and off shadow models whose members it knows.
public struct ObservedModels: Sendable, Hashable {
    /// With fewer shadow models there is nothing to learn from and to try it on.
    public static let fewestModels = 2

    /// Of the audited records, in the order of the queries.
    public let queries: Observations
    /// Of the adversary's records.
    public let shadows: [ShadowObservations]

    /// Collects what was read off the models.
    public init(queries: Observations, shadows: [ShadowObservations]) {
        self.queries = queries
        self.shadows = shadows
    }

    /// The same for some of the audited records, in the given order.
    public func picking(_ rows: [Int]) -> ObservedModels {
        ObservedModels(queries: queries.picking(rows), shadows: shadows)
    }
}
