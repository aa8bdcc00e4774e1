/// What a report format says about itself; help and `list reporters` read it.
public struct ReporterDescriptor: Sendable, Hashable {
    /// The name used on the command line.
    public let id: String
    /// A short title.
    public let title: String
    /// One sentence: what it is for.
    public let sentence: String
    /// The file it is written to, inside the output folder.
    public let fileName: String

    /// Describes a format.
    public init(id: String, title: String, sentence: String, fileName: String) {
        self.id = id
        self.title = title
        self.sentence = sentence
        self.fileName = fileName
    }
}
