import Foundation

/// Normal draws from the operating system's randomness (Box & Muller 1958), in double precision.
enum SystemNoise {
    private static let source = "/dev/urandom"
    /// Draws made of one reading.
    private static let most = 1 << 14

    static func normal(deviation: Double, count: Int) throws(TensorError) -> [Float] {
        guard let file = FileHandle(forReadingAtPath: source) else { throw missing("it cannot be opened") }
        defer { try? file.close() }
        var draws: [Float] = []
        draws.reserveCapacity(count + 1)
        while draws.count < count {
            let words = min(most, (count - draws.count + 1) / 2 * 2)
            let bits = try read(words, from: file)
            for place in stride(from: 0, to: words, by: 2) {
                // In (0, 1], so that the logarithm is finite.
                let first = (Double(bits[place] >> 11) + 1) * 0x1p-53
                let radius = deviation * (-2 * log(first)).squareRoot()
                let angle = 2 * Double.pi * (Double(bits[place + 1] >> 11) * 0x1p-53)
                draws.append(Float(radius * cos(angle)))
                draws.append(Float(radius * sin(angle)))
            }
        }
        return Array(draws.prefix(count))
    }

    private static func read(_ words: Int, from file: FileHandle) throws(TensorError) -> [UInt64] {
        let data: Data?
        do { data = try file.read(upToCount: words * 8) } catch { throw missing("\(error)") }
        guard let data, data.count == words * 8 else { throw missing("it ends") }
        var bits = [UInt64](repeating: 0, count: words)
        _ = bits.withUnsafeMutableBytes { data.copyBytes(to: $0) }
        return bits
    }

    private static func missing(_ cause: String) -> TensorError {
        TensorError(
            .operationFailed,
            "the system gives no randomness (\(source))",
            cause: cause,
            remedy: "Run it where \(source) can be read."
        )
    }
}
