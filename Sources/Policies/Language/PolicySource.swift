/// A file that a policy was read from.
public struct PolicySource: Sendable, Hashable {
    /// The file's path, or the name of a shipped policy's file.
    public let file: String
    /// Its bytes as they were read.
    public let bytes: [UInt8]

    /// Records a file.
    public init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }
}
