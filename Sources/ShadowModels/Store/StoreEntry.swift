import Foundation

/// One stored result, as a list of a shadow store shows it.
public struct StoreEntry: Sendable {
    /// Its address, 64 hexadecimal digits.
    public let name: String
    /// What was trained: `shadow` or `target`, and the approach.
    public let kind: String
    /// How many records it was trained on.
    public let records: Int
    /// What training it cost, in core-seconds.
    public let coreSeconds: Double
    /// Its size on the disk.
    public let bytes: Int
    /// When it was written or last read.
    public let lastUsed: Date
}
