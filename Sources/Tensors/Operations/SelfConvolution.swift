import CTorch

/// Sums of independent draws from one discrete distribution, by the discrete Fourier transform.
public enum SelfConvolution {
    /// The distribution of the sum of `times` draws, modulo `size`: ℱ⁻¹(ℱ(masses)^times), in double precision.
    ///
    /// - Parameters:
    ///   - masses: probabilities of 0, 1, …; more than `size` of them wrap around.
    ///   - times: from 1.
    ///   - size: n, from 1.
    /// - Returns: (n), the probabilities of 0 … n − 1; rounding can leave some a little below 0.
    /// - Throws: `TensorError.operationFailed`.
    public static func circular(_ masses: [Double], times: Int, size: Int) throws(TensorError) -> [Double] {
        var result = [Double](repeating: 0, count: max(0, size))
        let status = result.withUnsafeMutableBufferPointer { out in
            masses.withUnsafeBufferPointer {
                ct_self_convolution($0.baseAddress, Int64($0.count), Int64(times), Int64(size), out.baseAddress)
            }
        }
        guard status == 0 else { throw TensorError.last("self-convolution") }
        return result
    }

    /// The smallest 2^k, 3·2^k or 5·2^k that is at least `count`: a length that transforms fast.
    public static func fastSize(atLeast count: Int) -> Int {
        let sizes = [2, 3, 5].map { odd in
            var size = odd
            while size < count { size *= 2 }
            return size
        }
        return sizes.min() ?? count
    }
}
