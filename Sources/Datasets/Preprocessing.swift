import Diagnostics

/// What is done to the values of a record before a model sees them, in this order: channel order, scale and offset,
/// mean and standard deviation. (Resizing is done where images are decoded.)
public struct Preprocessing: Sendable, Hashable {
    /// The order of the colour channels that the model was trained with; stores deliver red, green, blue.
    public enum ChannelOrder: String, Sendable, Hashable, CaseIterable {
        /// Red, green, blue.
        case rgb
        /// Blue, green, red.
        case bgr
    }

    /// Factor on every value.
    public var scale: Double
    /// Added after the factor.
    public var offset: Double
    /// Subtracted after that: none, one for all, or one per element of the last axis.
    public var mean: [Double]
    /// Divides after that: none, one for all, or one per element of the last axis; above 0.
    public var std: [Double]
    /// Height and width that images are brought to.
    public var resize: [Int]?
    /// The order of colour channels.
    public var channelOrder: ChannelOrder

    /// Changes nothing unless told so.
    public init(
        scale: Double = 1,
        offset: Double = 0,
        mean: [Double] = [],
        std: [Double] = [],
        resize: [Int]? = nil,
        channelOrder: ChannelOrder = .rgb
    ) {
        self.scale = scale
        self.offset = offset
        self.mean = mean
        self.std = std
        self.resize = resize
        self.channelOrder = channelOrder
    }

    /// Whether values stay as they are.
    public var isIdentity: Bool {
        scale == 1 && offset == 0 && mean.allSatisfy { $0 == 0 } && std.allSatisfy { $0 == 1 } && channelOrder == .rgb
    }

    /// Changes values in place; costs nothing when nothing is to be changed.
    ///
    /// - Parameters:
    ///   - values: whole records, row-major, N × record shape.
    ///   - recordShape: H × W × C, or F; mean and standard deviation go along its last axis.
    /// - Throws: `badPreprocessing` when mean or standard deviation do not fit the last axis, a standard deviation is
    ///   not above 0, or channels are to be swapped that are not three.
    public func apply(to values: inout [Float], recordShape: [Int]) throws(DatasetError) {
        if isIdentity { return }
        let channels = recordShape.last ?? 1
        try check(channels: channels)
        let width = mean.count > 1 || std.count > 1 ? channels : 1
        let factors = (0..<width).map { Float(scale / value(std, $0, default: 1)) }
        let offsets = (0..<width).map { Float((offset - value(mean, $0, default: 0)) / value(std, $0, default: 1)) }
        let swaps = channelOrder == .bgr
        values.withUnsafeMutableBufferPointer { buffer in
            if swaps { for start in stride(from: 0, to: buffer.count - 2, by: 3) { buffer.swapAt(start, start + 2) } }
            if width == 1 {
                let factor = factors[0]
                let offset = offsets[0]
                for index in buffer.indices { buffer[index] = buffer[index] * factor + offset }
                return
            }
            for start in stride(from: 0, to: buffer.count - width + 1, by: width) {
                for channel in 0..<width {
                    buffer[start + channel] = buffer[start + channel] * factors[channel] + offsets[channel]
                }
            }
        }
    }

    private func value(_ list: [Double], _ channel: Int, default other: Double) -> Double {
        list.count > 1 ? list[channel] : list.first ?? other
    }

    private func check(channels: Int) throws(DatasetError) {
        for (name, list) in [("mean", mean), ("std", std)] where list.count > 1 && list.count != channels {
            throw refusal("\(name) has \(list.count) values, but records end in an axis of \(channels).")
        }
        let all = mean + std + [scale, offset]
        guard std.allSatisfy({ $0 > 0 }), all.allSatisfy(\.isFinite) else {
            throw refusal("A number is not finite, or a standard deviation is not above 0.")
        }
        guard channelOrder == .rgb || channels == 3 else {
            throw refusal("Channels are to be swapped, but records end in an axis of \(channels).")
        }
    }

    private func refusal(_ summary: String) -> DatasetError {
        DatasetError(.badPreprocessing, at: .option("preprocessing"), summary)
    }
}
