/// A window that slides over the spatial axes of a record, as convolutions and poolings do.
public struct SlidingWindow: Sendable, Hashable {
    /// What happens at the borders, with Keras's and TensorFlow's meaning.
    public enum Padding: String, Sendable, Hashable, CaseIterable {
        /// The window stays inside.
        case valid
        /// ⌈length / stride⌉ windows; the border is split in halves and an odd element goes to the end.
        case same
        /// All of the border goes to the start, so that no output sees later inputs (one spatial axis).
        case causal
    }

    /// Elements added before and after one axis.
    public struct Pad: Sendable, Hashable {
        /// Before the first element.
        public let before: Int
        /// After the last element.
        public let after: Int

        /// A border.
        public init(_ before: Int, _ after: Int) {
            self.before = before
            self.after = after
        }
    }

    /// Length per spatial axis.
    public let size: [Int]
    /// Step per spatial axis.
    public let strides: [Int]
    /// Distance between the window's own elements, per spatial axis.
    public let dilation: [Int]
    /// What happens at the borders.
    public let padding: Padding

    /// Describes a window; strides and dilation are 1 unless given.
    public init(_ size: [Int], strides: [Int]? = nil, dilation: [Int]? = nil, padding: Padding = .valid) {
        self.size = size
        self.strides = strides ?? size.map { _ in 1 }
        self.dilation = dilation ?? size.map { _ in 1 }
        self.padding = padding
    }

    /// Number of spatial axes.
    public var axes: Int { size.count }

    /// From the window's first to its last element, per axis: (size − 1)·dilation + 1.
    var extents: [Int] { zip(size, dilation).map { ($0 - 1) * $1 + 1 } }

    /// The border for records of the given spatial sizes.
    ///
    /// `same`: total = max((⌈length / stride⌉ − 1)·stride + extent − length, 0), ⌊total / 2⌋ of it before.
    public func pads(_ spatial: [Int]) -> [Pad] {
        zip(spatial, zip(extents, strides)).map { length, window in
            let (extent, stride) = window
            switch padding {
            case .valid: return Pad(0, 0)
            case .causal: return Pad(extent - 1, 0)
            case .same:
                let total = max(((length + stride - 1) / stride - 1) * stride + extent - length, 0)
                return Pad(total / 2, total - total / 2)
            }
        }
    }

    /// Number of window positions per axis.
    ///
    /// - Throws: `NetworkError.shapeMismatch` when the window does not fit or the axes do not match.
    public func outputLengths(_ spatial: [Int], layer: String) throws(NetworkError) -> [Int] {
        guard spatial.count == axes, strides.count == axes, dilation.count == axes else {
            throw .shape(layer, "slides over \(axes) spatial axes, gets \(spatial.count)")
        }
        var lengths: [Int] = []
        for (axis, pad) in pads(spatial).enumerated() {
            let room = spatial[axis] + pad.before + pad.after - extents[axis]
            guard room >= 0 else { throw .shape(layer, "a window of \(size) does not fit into \(spatial)") }
            lengths.append(room / strides[axis] + 1)
        }
        return lengths
    }
}
