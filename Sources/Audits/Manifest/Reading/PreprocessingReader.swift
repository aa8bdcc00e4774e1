import Datasets

/// Reads `source.preprocessing`: every key may be left out.
enum PreprocessingReader {
    static func read(_ mapping: ManifestMapping?) -> Preprocessing {
        guard let mapping else { return Preprocessing() }
        let preprocessing = Preprocessing(
            scale: mapping.number("scale", "a number other than 0") { $0 != 0 } ?? 1,
            offset: mapping.number("offset") ?? 0,
            mean: mapping.numbers("mean") ?? [],
            std: mapping.numbers("std", "a number above 0") { $0 > 0 } ?? [],
            resize: readResize(mapping),
            channelOrder: mapping.choice("channelOrder", among: Preprocessing.ChannelOrder.allCases) ?? .rgb
        )
        mapping.refuseUnknownKeys()
        return preprocessing
    }

    /// `[height, width]`, or one number for both.
    private static func readResize(_ mapping: ManifestMapping) -> [Int]? {
        guard let node = mapping.node("resize") else { return nil }
        guard case .sequence(let sequence) = node else {
            return mapping.integer("resize", in: sides).map { [$0, $0] }
        }
        guard sequence.count == 2 else {
            mapping.badValue("resize", "has \(sequence.count) numbers", remedy: "Write [height, width].")
            return nil
        }
        let values = sequence.compactMap { mapping.integer($0, "resize", in: sides) }
        return values.count == 2 ? values : nil
    }

    private static let sides = 1...8192
}
