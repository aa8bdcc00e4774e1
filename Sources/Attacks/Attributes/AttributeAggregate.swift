import ShadowModels

/// What a target model's answers for the probes say together (Liew and Takahashi 2020, aggregate-level inference).
///
/// Aggregates are taken class by class and averaged, so that a value which is more common in one class does not pass for
/// that class.
struct AttributeAggregate {
    /// Numbers in a row of features.
    static let width = 3 * AnswerAggregate.width

    private let groups: [(with: [Int], without: [Int])]

    /// - Parameter input: whose probes are meant; classes without probes of both kinds are left out.
    init(_ input: AttributeInput) {
        let labels = input.attacked.labels
        groups = (0..<input.classes).map { label in
            let rows = labels.indices.filter { labels[$0] == label }
            return (rows.filter { input.hasValue[$0] }, rows.filter { !input.hasValue[$0] })
        }.filter { !$0.with.isEmpty && !$0.without.isEmpty }
    }

    /// Aggregates of the probes with the value, of those without, and their differences.
    func features(_ answers: Answers) -> [Double] {
        let with = mean { AnswerAggregate.values(answers, $0.with) }
        let without = mean { AnswerAggregate.values(answers, $0.without) }
        return with + without + zip(with, without).map { $0 - $1 }
    }

    /// How much surer the answers for probes with the value are: the difference of the mean largest probabilities.
    func surer(_ answers: Answers) -> Double {
        func sureness(_ rows: [Int]) -> Double {
            rows.reduce(0.0) { $0 + (answers.vector($1).max() ?? 0) } / Double(max(1, rows.count))
        }
        return mean { [sureness($0.with) - sureness($0.without)] }.first ?? 0
    }

    private func mean(_ values: ((with: [Int], without: [Int])) -> [Double]) -> [Double] {
        let rows = groups.map(values)
        return (rows.first ?? []).indices.map { k in rows.reduce(0) { $0 + $1[k] } / Double(rows.count) }
    }
}
