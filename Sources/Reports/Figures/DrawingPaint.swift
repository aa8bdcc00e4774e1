/// What a colour in gnuplot's SVG means.
enum DrawingPaint {
    /// A colour of the palette.
    case series(FigurePalette.Look)
    /// No paint.
    case none
    /// Anything else: the colour of the text around the drawing.
    case ink

    /// Reads `rgb(  0, 114, 178)`, a name, or `none`.
    init(_ value: String) {
        if value == "none" {
            self = .none
            return
        }
        let parts = value.split { !$0.isNumber }.compactMap { Int($0) }
        let look = FigurePalette.all.first { parts.count == 3 && Self.parts(of: $0.color) == parts }
        self = look.map { .series($0) } ?? .ink
    }

    private static func parts(of color: String) -> [Int] {
        let digits = Array(color.dropFirst())
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap { Int(String(digits[$0...($0 + 1)]), radix: 16) }
    }
}

extension String {
    /// The text without blanks at its ends.
    var trimmingBlanks: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
