import Networks

extension LayerConfig {
    /// Where the channels stand.
    func order() throws(KerasModelError) -> AxisOrder { try choice("data_format", AxisOrder.channelsLast) }

    /// Number of channels of the first input.
    func channels(_ order: AxisOrder, axes: Int) throws(KerasModelError) -> Int {
        guard shape.count == axes + 1 else {
            throw KerasModelError(
                .shapeMismatch,
                "\(entry.className) takes records with \(axes + 1) axes, gets the shape \(shape)",
                at: location,
                remedy: "Check the model's configuration; the file may have been edited."
            )
        }
        return order.channels(shape)
    }

    /// The window of a convolution.
    func kernelWindow(axes: Int) throws(KerasModelError) -> SlidingWindow {
        let padding: SlidingWindow.Padding = try choice("padding", .valid)
        guard padding != .causal || axes == 1 else { throw malformed("padding", "'valid' or 'same'") }
        let ones = Array(repeating: 1, count: axes)
        return SlidingWindow(
            try counts("kernel_size", axes: axes),
            strides: try counts("strides", axes: axes, ones),
            dilation: try counts("dilation_rate", axes: axes, ones),
            padding: padding
        )
    }

    /// The window of a pooling; its strides are its size unless given.
    func poolWindow(axes: Int) throws(KerasModelError) -> SlidingWindow {
        let padding: SlidingWindow.Padding = try choice("padding", .valid)
        guard padding != .causal else { throw malformed("padding", "'valid' or 'same'") }
        let size = try counts("pool_size", axes: axes, Array(repeating: 2, count: axes))
        return SlidingWindow(size, strides: try counts("strides", axes: axes, size), padding: padding)
    }

    /// Borders per spatial axis: one number, one per axis, or a pair per axis.
    func pads(_ key: String, axes: Int) throws(KerasModelError) -> [SlidingWindow.Pad] {
        guard let value = value(key) else { throw malformed(key, "given") }
        let pads: [SlidingWindow.Pad?]
        if let all = value.integer {
            pads = Array(repeating: SlidingWindow.Pad(all, all), count: axes)
        } else if axes == 1, let pair = value.array?.compactMap(\.integer), pair.count == 2 {
            pads = [SlidingWindow.Pad(pair[0], pair[1])]
        } else {
            pads = (value.array ?? []).map { element in
                if let both = element.integer { return SlidingWindow.Pad(both, both) }
                guard let pair = element.array?.compactMap(\.integer), pair.count == 2 else { return nil }
                return SlidingWindow.Pad(pair[0], pair[1])
            }
        }
        let allowed = 0...Self.largestNumber
        let known = pads.compactMap(\.self).filter { allowed.contains($0.before) && allowed.contains($0.after) }
        guard known.count == axes else { throw malformed(key, "whole numbers for \(axes) axes") }
        return known
    }
}

extension [String: JSONValue] {
    /// A convolution's window as options.
    static func kernel(_ window: SlidingWindow, _ order: AxisOrder) -> [String: JSONValue] {
        [
            "kernel_size": .integers(window.size), "strides": .integers(window.strides),
            "padding": .string(window.padding.rawValue), "data_format": .string(order.rawValue),
            "dilation_rate": .integers(window.dilation),
        ]
    }

    /// Borders as options: pairs, or one pair for a single axis.
    static func pads(_ key: String, _ pads: [SlidingWindow.Pad]) -> [String: JSONValue] {
        let pairs = pads.map { JSONValue.integers([$0.before, $0.after]) }
        return [key: pads.count == 1 ? pairs[0] : .array(pairs)]
    }
}
