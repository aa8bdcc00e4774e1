import Statistics

/// What likelihood attacks need of a model's answers: two numbers per record instead of K.
public struct TrueClassSignals: Sendable, Hashable {
    /// φ of each record, in nats (Carlini et al. 2022, section IV-C).
    public let margins: [Double]
    /// The tempered confidence in each record's class, in [0, 1] (Zarifzadeh et al. 2024).
    public let confidences: [Double]

    /// Pairs signals of as many records.
    public init(margins: [Double], confidences: [Double]) {
        self.margins = margins
        self.confidences = confidences
    }

    /// Takes the signals of answers; a record whose answer is no prediction gets the smallest.
    ///
    /// - Parameters:
    ///   - answers: (N, K).
    ///   - temperature: T of RMIA, positive.
    public init(_ answers: Answers, temperature: Double) {
        margins = answers.labels.enumerated().map { row, label in
            LogitMargin.value(answers.vector(row), label: label) ?? -.greatestFiniteMagnitude
        }
        confidences = answers.labels.enumerated().map { row, label in
            TemperedConfidence.value(answers.vector(row), label: label, temperature: temperature) ?? 0
        }
    }

    /// Number of records.
    public var count: Int { margins.count }

    /// Some of the records, in the given order.
    public func picking(_ rows: [Int]) -> TrueClassSignals {
        TrueClassSignals(margins: rows.map { margins[$0] }, confidences: rows.map { confidences[$0] })
    }

    /// The records of both, these first.
    public func appending(_ other: TrueClassSignals) -> TrueClassSignals {
        TrueClassSignals(margins: margins + other.margins, confidences: confidences + other.confidences)
    }
}
