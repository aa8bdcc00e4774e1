import Foundation

/// Where a policy is.
enum PolicyPlace: Hashable, CustomStringConvertible {
    /// Inside the program.
    case shipped(String)
    /// A file.
    case file(String)

    /// What a policy means by what it extends: the name of a shipped one, or else a file beside it.
    init(extended reference: String, from file: String) {
        if PolicyCatalog.names.contains(reference) {
            self = .shipped(reference)
        } else {
            let folder = (file as NSString).deletingLastPathComponent
            self = .file(reference.hasPrefix("/") ? reference : (folder as NSString).appendingPathComponent(reference))
        }
    }

    /// The same for all ways to write the path of one file.
    var identity: PolicyPlace {
        switch self {
        case .shipped: self
        case .file(let path): .file(URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path)
        }
    }

    /// The name or the path.
    var description: String {
        switch self {
        case .shipped(let name), .file(let name): name
        }
    }
}
