import Tensors

/// Training on what a teacher says of reference records (distillation for membership privacy: Shejwalkar & Houmansadr 2021).
struct Distillation {
    /// What a student is taught: reference records, and what the teacher says of each.
    struct Lessons {
        /// The records, in the order of the teacher's certainty.
        var records: RecordBatches
        /// Their own classes, which the student is not told.
        let labels: [Int]
        /// q, the teacher's answers at its temperature (R, K).
        let targets: TensorValues
    }

    let reference: ReferenceRecords
    /// T, by which logits are divided.
    let temperature: Double
    /// Share of the reference records that are kept.
    let share: Double

    /// The reference records of which a teacher is surest, by the entropy of its answers, with these answers at temperature
    /// T. Of equal entropies the first stay.
    ///
    /// - Throws: what reading records throws, or an engine failure.
    func lessons(of teacher: Network) throws -> Lessons {
        let logits = try teacher.outputs(reference.records)
        let (entropies, soft) = try Engine.withoutGradients { () throws(TensorError) in
            let answers = try Tensor(logits, device: teacher.device)
            let logs = try answers.logSoftmax(axis: 1)
            let entropies = try logs.exp().multiplying(logs).sum(axes: [1]).negated().doubles()
            return (entropies, try answers.multiplying(1 / temperature).softmax(axis: 1).values())
        }
        let count = max(1, Int((share * Double(reference.count)).rounded()))
        let rows = entropies.indices.sorted { (entropies[$0], $0) < (entropies[$1], $1) }.prefix(count)
        return Lessons(
            records: reference.records.picking(Array(rows)),
            labels: rows.map { reference.labels[$0] },
            targets: soft.rows(Array(rows))
        )
    }
}
