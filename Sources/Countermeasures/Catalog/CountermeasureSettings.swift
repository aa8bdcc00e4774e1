/// A defence with the numbers it is to be tried with.
public struct CountermeasureSettings: Sendable, Hashable {
    /// The defence.
    public let id: String
    private let values: [String: Double]

    /// The standard values of a defence with some of them replaced.
    ///
    /// - Parameters:
    ///   - descriptor: the defence.
    ///   - values: by the parameters' names; names it does not have and values out of range are left out.
    public init(_ descriptor: CountermeasureDescriptor, _ values: [String: Double] = [:]) {
        id = descriptor.id
        var all: [String: Double] = [:]
        for parameter in descriptor.parameters {
            all[parameter.name] = values[parameter.name].flatMap(parameter.checked) ?? parameter.standard
        }
        self.values = all
    }

    /// The value of a parameter; 0 for one the defence does not have.
    public subscript(_ name: String) -> Double { values[name] ?? 0 }

    /// The value of a parameter that is a whole number.
    public func whole(_ name: String) -> Int { Int(self[name]) }
}
