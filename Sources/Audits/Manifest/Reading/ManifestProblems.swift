import Diagnostics

/// Collects what is wrong with a manifest, so that one reading tells everything.
final class ManifestProblems {
    let path: String
    private(set) var errors: [ManifestError] = []
    /// Where each key stands, by its dotted path.
    var locations: [String: Location] = [:]

    init(path: String) { self.path = path }

    func add(_ code: ManifestError.Code, _ summary: String, at location: Location, remedy: String) {
        errors.append(ManifestError(code, summary, at: location, remedy: remedy))
    }

    /// Throws the first problem of the file with the others behind it, if there is any.
    func throwIfAny() throws(ManifestError) {
        let sorted = errors.enumerated().sorted { Self.place($0) < Self.place($1) }.map(\.element)
        guard var first = sorted.first else { return }
        first.others = Array(sorted.dropFirst())
        throw first
    }

    private static func place(_ item: (offset: Int, element: ManifestError)) -> (Int, Int, Int) {
        guard case .file(_, let line, let column) = item.element.location else { return (0, 0, item.offset) }
        return (line ?? 0, column ?? 0, item.offset)
    }
}
