/// One place where the sources do not keep to the architecture.
struct Violation: CustomStringConvertible, Equatable {
    /// What was broken.
    enum Rule {
        case table, folder, imports, size, crash, publicTypes, manifestOrder
    }

    let rule: Rule
    let place: String
    let what: String

    var description: String { "\(place): \(what)" }
}
