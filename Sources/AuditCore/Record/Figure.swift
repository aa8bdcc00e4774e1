/// A figure as data; `Reports` draws it.
public struct Figure: Sendable, Hashable {
    /// How a series is drawn.
    public enum Style: String, Sendable, Hashable, Codable {
        /// Points joined by lines, with error bars where `error` is given.
        case lines
        /// A filled step curve for a histogram: x is the bin's centre, y its height.
        case steps
        /// A thin dashed reference line, such as chance.
        case reference
        /// Markers with their error bars and labels, not joined.
        case points
        /// A reference line with its `error` as a filled band, such as a floor with its interval.
        case band
    }

    /// One point.
    public struct Point: Sendable, Hashable {
        /// Horizontal position.
        public let x: Double
        /// Vertical position.
        public let y: Double
        /// Half the height of the error bar, or of the band; nil for none.
        public let error: Double?
        /// The ends of the horizontal error bar; nil for none.
        public let horizontal: ClosedRange<Double>?
        /// The ends of the vertical error bar, where it is not `error`; nil for none.
        public let vertical: ClosedRange<Double>?
        /// A number or a few letters that stand beside the point; nil for none.
        public let label: String?

        /// Makes a point.
        public init(
            x: Double,
            y: Double,
            error: Double? = nil,
            horizontal: ClosedRange<Double>? = nil,
            vertical: ClosedRange<Double>? = nil,
            label: String? = nil
        ) {
            self.x = x
            self.y = y
            self.error = error
            self.horizontal = horizontal
            self.vertical = vertical
            self.label = label
        }
    }

    /// One line of the figure.
    public struct Series: Sendable, Hashable {
        /// The legend entry.
        public let name: Phrase
        /// How it is drawn.
        public let style: Style
        /// The points, by ascending x.
        public let points: [Point]

        /// Makes a series.
        public init(name: Phrase, style: Style, points: [Point]) {
            self.name = name
            self.style = style
            self.points = points
        }
    }

    /// One axis.
    public struct Axis: Sendable, Hashable {
        /// The axis label, with the unit.
        public let title: Phrase
        /// Whether the axis is logarithmic (base 10).
        public let isLogarithmic: Bool
        /// Fixed range; nil to fit the data.
        public let range: ClosedRange<Double>?
        /// What lies between two marks of the axis, more than 0; nil to choose it by the range.
        public let step: Double?

        /// Makes an axis.
        public init(
            title: Phrase,
            isLogarithmic: Bool = false,
            range: ClosedRange<Double>? = nil,
            step: Double? = nil
        ) {
            self.title = title
            self.isLogarithmic = isLogarithmic
            self.range = range
            self.step = step
        }
    }

    /// A stable id, used as the element's anchor.
    public let id: String
    /// The caption's headline.
    public let title: Phrase
    /// What the figure shows, for readers who cannot see it.
    public let alternative: Phrase
    /// The horizontal axis.
    public let x: Axis
    /// The vertical axis.
    public let y: Axis
    /// What is drawn.
    public let series: [Series]

    /// Makes a figure.
    public init(id: String, title: Phrase, alternative: Phrase, x: Axis, y: Axis, series: [Series]) {
        self.id = id
        self.title = title
        self.alternative = alternative
        self.x = x
        self.y = y
        self.series = series
    }
}
