/// An equation such as `abc,cd->abd` between an input, a kernel and an output, letter by letter an axis.
///
/// The input's axes may be left open at one end (`...x,xy->...y`, `ab...,bc->ac...`).
public struct EinsumEquation: Sendable, Hashable {
    /// Where axes are left open.
    public enum Open: Sendable, Hashable {
        /// Nowhere: the first letter is N.
        case nowhere
        /// At the start, N included.
        case left
        /// At the end; the first letter is N.
        case right
    }

    /// The shapes an equation leads to.
    public struct Shapes: Sendable, Hashable {
        /// The kernel's.
        public let kernel: [Int]
        /// The bias's, aligned with the output's last axes; nil without bias.
        public let bias: [Int]?
        /// One record's output.
        public let output: [Int]

        /// Names the shapes.
        public init(kernel: [Int], bias: [Int]?, output: [Int]) {
            self.kernel = kernel
            self.bias = bias
            self.output = output
        }
    }

    /// The equation as it was given.
    public let text: String
    /// Where axes are left open.
    public let open: Open
    /// The input's letters.
    public let input: [Character]
    /// The kernel's letters.
    public let kernel: [Character]
    /// The output's letters.
    public let output: [Character]

    /// Reads an equation; nil when it is none of the three forms, repeats a letter in one term, or gives the output
    /// or the kernel a letter from nowhere.
    public init?(_ text: String) {
        guard text.utf8.count <= 64, let comma = text.firstIndex(of: ","), let arrow = text.firstRange(of: "->"),
            comma < arrow.lowerBound
        else { return nil }
        let terms = [
            text[..<comma], text[text.index(after: comma)..<arrow.lowerBound], text[arrow.upperBound...],
        ]
        let dots = "..."
        let isLeft = terms[0].hasPrefix(dots) && terms[2].hasPrefix(dots)
        let isRight = !isLeft && terms[0].hasSuffix(dots) && terms[2].hasSuffix(dots)
        func letters(_ term: Substring) -> [Character]? {
            let bare = isLeft ? term.dropFirst(3) : isRight ? term.dropLast(3) : term
            let letters = Array(bare)
            let isPlain = letters.allSatisfy { $0.isASCII && $0.isLetter } && Set(letters).count == letters.count
            return isPlain && !letters.isEmpty ? letters : nil
        }
        let kernel = Array(terms[1])
        guard let input = letters(terms[0]), let output = letters(terms[2]), !kernel.isEmpty,
            Set(kernel).count == kernel.count,
            kernel.allSatisfy({ $0.isASCII && $0.isLetter && (input.contains($0) || output.contains($0)) }),
            output.allSatisfy({ input.contains($0) || kernel.contains($0) })
        else { return nil }
        if !isLeft { guard input[0] == output[0], !kernel.contains(input[0]) else { return nil } }
        self.text = text
        self.open = isLeft ? .left : isRight ? .right : .nowhere
        self.input = input
        self.kernel = kernel
        self.output = output
    }

    /// The shapes for a record and a partly known output.
    ///
    /// - Parameters:
    ///   - record: shape of one record of the input.
    ///   - wanted: the sizes of the output's letters but N; −1 for one the input says.
    ///   - biasLetters: the output's axes with a bias of their own; nil without bias.
    /// - Throws: `NetworkError.shapeMismatch` when they do not fit.
    public func shapes(record: [Int], wanted: [Int], biasLetters: [Character]?) throws(NetworkError) -> Shapes {
        // Letters that stand for axes of a record, and how many axes are left open.
        let own = open == .left ? input : Array(input.dropFirst())
        let answered = open == .left ? output : Array(output.dropFirst())
        let left = record.count - own.count
        guard open == .nowhere ? left == 0 : left >= 0, wanted.count == answered.count else {
            throw .shape("EinsumDense", "'\(text)' does not fit \(record) and \(wanted)")
        }
        let openSizes = open == .left ? Array(record.prefix(left)) : Array(record.suffix(left))
        var sizes: [Character: Int] = [:]
        for (letter, size) in zip(own, open == .left ? record.suffix(own.count) : record.prefix(own.count)) {
            sizes[letter] = size
        }
        for (letter, size) in zip(answered, wanted) where size != -1 {
            guard size > 0, sizes[letter] == nil || sizes[letter] == size else {
                throw .shape("EinsumDense", "'\(text)' cannot make \(wanted) of \(record)")
            }
            sizes[letter] = size
        }
        let kernelShape = kernel.compactMap { sizes[$0] }
        let outputSizes = answered.compactMap { sizes[$0] }
        guard kernelShape.count == kernel.count, outputSizes.count == answered.count else {
            throw .shape("EinsumDense", "'\(text)' leaves sizes unknown")
        }
        var bias: [Int]?
        if let biasLetters {
            guard !biasLetters.isEmpty, biasLetters.allSatisfy(answered.contains),
                let first = output.firstIndex(where: biasLetters.contains)
            else { throw .shape("EinsumDense", "a bias along '\(String(biasLetters))' does not fit '\(text)'") }
            let shape = output[first...].map { biasLetters.contains($0) ? sizes[$0] ?? 1 : 1 }
            bias = shape + (open == .right ? openSizes.map { _ in 1 } : [])
        }
        let whole = open == .left ? openSizes + outputSizes : outputSizes + openSizes
        return Shapes(kernel: kernelShape, bias: bias, output: whole)
    }
}
