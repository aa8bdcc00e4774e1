import Networks
import Testing

/// Multiply–accumulate operations of one record, counted by hand.
@Suite struct MultiplyAddTests {
    @Test func countsDenseLayers() throws {
        #expect(Dense(inputs: 6, units: 5).multiplyAdds([[6]]) == 30)
        #expect(Dense(inputs: 6, units: 5).multiplyAdds([[4, 6]]) == 120)
        #expect(Maxout(inputs: 6, units: 5, pieces: 3).multiplyAdds([[6]]) == 90)
        #expect(Highway(features: 6).multiplyAdds([[6]]) == 72)
        let equation = try #require(EinsumEquation("abc,cde->abde"))
        let einsum = try EinsumDense(equation, record: [4, 6], wanted: [-1, 2, 3])
        #expect(einsum.multiplyAdds([[4, 6]]) == 4 * 6 * 2 * 3)
        #expect(BatchDot(axes: [2, 2]).multiplyAdds([[3, 4], [5, 4]]) == 3 * 5 * 4)
    }

    @Test func countsConvolutions() {
        let window = SlidingWindow([3, 3], strides: [2, 2], padding: .same)
        // 4×4 places, 8 filters, 3×3×6 products each.
        #expect(Convolution(inputs: 6, filters: 8, window: window).multiplyAdds([[8, 8, 6]]) == 16 * 8 * 54)
        #expect(Convolution(inputs: 6, filters: 8, window: window, groups: 2).multiplyAdds([[8, 8, 6]]) == 16 * 8 * 27)
        #expect(Convolution(inputs: 6, filters: 6, window: window, groups: 6).multiplyAdds([[8, 8, 6]]) == 16 * 6 * 9)
        let separable = SeparableConvolution(inputs: 6, filters: 8, multiplier: 2, window: window)
        #expect(separable.multiplyAdds([[8, 8, 6]]) == 16 * 12 * 9 + 16 * 12 * 8)
        #expect(
            TransposedConvolution(inputs: 6, filters: 8, window: window).multiplyAdds([[8, 8, 6]]) == 64 * 6 * 8 * 9
        )
        let local = LocalConvolution(inputs: 6, filters: 8, window: SlidingWindow([2, 3]), places: [7, 6])
        #expect(local.multiplyAdds([[8, 8, 6]]) == 42 * 36 * 8)
    }

    @Test func countsNothingElse() {
        #expect(BatchNorm(features: 6).multiplyAdds([[8, 8, 6]]) == 0)
        #expect(Pooling(.max, window: SlidingWindow([2, 2])).multiplyAdds([[8, 8, 6]]) == 0)
        #expect(ActivationLayer(.gelu(isApproximate: false)).multiplyAdds([[8, 8, 6]]) == 0)
        let inner = NamedLayer(name: "d", kind: "Dense", layer: Dense(inputs: 6, units: 5))
        #expect(SpectralNorm(inner: inner, vectorSize: 5).multiplyAdds([[6]]) == 30)
    }

    @Test func stopsAtTheLargestNumber() {
        let huge = 1 << 40
        #expect(Dense(inputs: huge, units: huge).multiplyAdds([[huge]]) == .max)
        #expect(Convolution(inputs: 1, filters: huge, window: SlidingWindow([1])).multiplyAdds([[huge, 1]]) == .max)
        let separable = SeparableConvolution(inputs: 1, filters: huge, multiplier: huge, window: SlidingWindow([1]))
        #expect(separable.multiplyAdds([[huge, 1]]) == .max)
    }
}
