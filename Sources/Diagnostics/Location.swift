/// Where a problem is: the part of a message that lets a reader go and look.
public enum Location: Sendable, Hashable, CustomStringConvertible {
    /// No place narrower than the whole run.
    case run
    /// A text or binary file, with the line and column (1-based) where they are known.
    case file(String, line: Int? = nil, column: Int? = nil)
    /// An object (group, dataset, attribute) inside an HDF5 file.
    case hdf5(file: String, object: String)
    /// A layer of a model file.
    case layer(String, file: String)
    /// A command-line option or argument.
    case option(String)
    /// A record of a data set, by row (0-based).
    case record(Int, set: String)

    /// The place in the form editors and log viewers recognise, such as `audit.yaml:12:3`.
    public var description: String {
        switch self {
        case .run: "this run"
        case .file(let path, let line?, let column?): "\(path):\(line):\(column)"
        case .file(let path, let line?, nil): "\(path):\(line)"
        case .file(let path, nil, _): path
        case .hdf5(let file, let object): "\(file):\(object)"
        case .layer(let name, let file): "\(file), layer '\(name)'"
        case .option(let name): name
        case .record(let row, let set): "\(set), row \(row)"
        }
    }
}
