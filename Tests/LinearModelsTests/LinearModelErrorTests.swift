import Diagnostics
import LinearModels
import Testing

@Suite struct LinearModelErrorTests {
    private func failure(
        _ features: [Float],
        rows: Int = 2,
        columns: Int = 2,
        isMember: [Bool] = [true, false],
        cost: Double = 1
    ) -> LinearModelError? {
        do throws(LinearModelError) {
            _ = try LinearSVM.train(
                features: features,
                rows: rows,
                columns: columns,
                isMember: isMember,
                cost: cost,
                seed: 0
            )
            return nil
        } catch { return error }
    }

    @Test func shapes() {
        #expect(failure([1, 2, 3, 4]) == nil)
        #expect(failure([1, 2, 3])?.code == .shapeMismatch)
        #expect(failure([1, 2, 3, 4], isMember: [true])?.code == .shapeMismatch)
        #expect(failure([], rows: 0, isMember: [])?.code == .shapeMismatch)
        #expect(failure([], columns: 0)?.code == .shapeMismatch)
        #expect(failure([1, 2, 3, 4], rows: -2, columns: -2)?.code == .shapeMismatch)
        #expect(failure([1], rows: .max, columns: .max)?.code == .shapeMismatch)
    }

    @Test(arguments: [[true, true], [false, false]])
    func oneClass(_ isMember: [Bool]) {
        let error = failure([1, 2, 3, 4], isMember: isMember)
        #expect(error?.code == .singleClass)
        #expect(error?.id == "linearModel.singleClass")
        #expect(error?.location == .run)
    }

    @Test(arguments: [Float.nan, .infinity, -.infinity, .greatestFiniteMagnitude])
    func invalidFeatures(_ value: Float) {
        let error = failure([1, 2, 3, value])
        #expect(error?.code == .invalidFeature)
        #expect(error?.location == .record(1, set: "training records"))
        #expect(error?.remedy.isEmpty == false)
    }

    @Test(arguments: [0, -1, .nan, .infinity, 1e300])
    func invalidCosts(_ cost: Double) {
        #expect(failure([1, 2, 3, 4], cost: cost)?.code == .invalidCost)
    }
}
