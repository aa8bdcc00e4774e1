import Diagnostics

extension LinearSVM {
    /// The largest magnitude of a feature: beyond it the solver's conjugate gradients lose all their digits.
    public static let largestFeature: Float = 1e9
    /// The costs C the solver works with.
    public static let costs: ClosedRange<Double> = 1e-9...1e9

    /// Trains a machine, by the primal problem where there are at least as many rows as columns and by the dual otherwise.
    ///
    /// That is the choice of scikit-learn's `LinearSVC(dual="auto")`, with at most 1,000 iterations. The primal solver (Lin,
    /// Weng and Keerthi 2008; tolerance 1e-8) draws no random numbers. The dual one (Hsieh et al. 2008; tolerance 1e-4)
    /// draws them from the C library's only generator, so dual trainings wait for each other and start from `seed`.
    /// The result depends on the arguments alone, on however many threads it is called.
    ///
    /// - Parameters:
    ///   - features: (N, columns), row by row, of magnitude at most `largestFeature`.
    ///   - rows: N.
    ///   - columns: the features of a record.
    ///   - isMember: membership (N).
    ///   - cost: C, the cost of an error against the size of the weights, within `costs`.
    ///   - seed: of the order in which the dual solver visits records.
    /// - Returns: the trained machine.
    /// - Throws: `LinearModelError` for a shape mismatch, a single class, an invalid feature or cost, or no solution.
    public static func train(
        features: [Float],
        rows: Int,
        columns: Int,
        isMember: [Bool],
        cost: Double = 1,
        seed: UInt64
    ) throws(LinearModelError) -> LinearSVM {
        let (size, overflow) = rows.multipliedReportingOverflow(by: columns)
        // liblinear counts in C's int, and one column more is the intercept's.
        guard rows > 0, columns > 0, rows <= Int(Int32.max), columns < Int(Int32.max) - 1, !overflow,
            features.count == size, isMember.count == rows
        else {
            throw LinearModelError(
                .shapeMismatch,
                "\(features.count) features and \(isMember.count) memberships are not \(rows) × \(columns)",
                remedy: "Pass rows × columns features, row by row, and one membership per row, at least one of each."
            )
        }
        guard costs.contains(cost) else {
            throw LinearModelError(
                .invalidCost,
                "the cost \(cost) is not between \(costs.lowerBound) and \(costs.upperBound)",
                remedy: "Take a cost in that range; 1 is the usual one."
            )
        }
        let members = isMember.count { $0 }
        guard members > 0, members < rows else {
            throw LinearModelError(
                .singleClass,
                "all \(rows) training records are \(members == 0 ? "non-members" : "members")",
                remedy:
                    "Train on members and non-members of the shadow models; raise the shadow size if a class has too few."
            )
        }
        if let index = features.firstIndex(where: { !(abs($0) <= largestFeature) }) {
            throw LinearModelError(
                .invalidFeature,
                "feature \(index % columns) is \(features[index])",
                at: .record(index / columns, set: "training records"),
                remedy:
                    "Check the model's answers on this record; features must be finite and at most \(largestFeature)."
            )
        }
        return try LiblinearProblem(features: features, rows: rows, columns: columns, isMember: isMember)
            .solve(cost: cost, seed: seed)
    }
}
