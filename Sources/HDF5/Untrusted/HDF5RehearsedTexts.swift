import CRehearsal

/// The texts of a file's attributes as its rehearsal read them, so that no child has to be started for each.
struct HDF5RehearsedTexts: Sendable {
    /// An attribute: where its object stands in the file, and its name.
    struct Key: Hashable {
        let address: UInt64
        let name: String
    }

    /// Bytes of the texts of one file that are remembered beyond its being open.
    private static let most = 1 << 20

    private var texts: [Key: [String]] = [:]
    private var size = 0

    /// No texts.
    init() {}

    /// Takes what a child handed over, as far as it makes sense.
    init(_ handed: rehearsal_texts) {
        var reader = HDF5TextReader(
            UnsafeRawBufferPointer(start: handed.bytes, count: Int(clamping: handed.count))
        )
        size = Int(clamping: handed.count)
        while let address = reader.number(), let name = reader.text(), let count = reader.number(),
            let strings = reader.texts(count: count)
        {
            texts[Key(address: address, name: name)] = strings
        }
    }

    /// Whether they are few enough to be remembered.
    var isSmall: Bool { size <= Self.most }

    /// The texts of an attribute; nil where the rehearsal had no room for them.
    func texts(of attribute: String, at address: UInt64) -> [String]? { texts[Key(address: address, name: attribute)] }
}
