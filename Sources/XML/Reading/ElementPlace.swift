/// Where an element stands, in the one machine word that a node of libxml2's tree leaves to its user.
struct ElementPlace {
    /// The line (1-based) on which the start tag ends.
    let line: Int
    /// Which element of the document it is, in document order from 0; at most `DocumentParser.maximumNodes`.
    let ordinal: Int

    init(line: Int, ordinal: Int) {
        self.line = line
        self.ordinal = ordinal
    }

    init(packed: Int) {
        line = packed & 0xFFFF_FFFF
        ordinal = packed >> 32
    }

    /// The ordinal above the line, which stays below 2³¹ as the number of bytes does.
    var packed: Int { ordinal << 32 | line & 0xFFFF_FFFF }
}
