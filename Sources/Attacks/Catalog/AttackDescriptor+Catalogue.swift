import AuditCore

extension AttackDescriptor {
    /// Describes an attack whose texts stand in the catalogue under its id.
    ///
    /// - Parameters:
    ///   - reference: paper and section, where several attacks share them.
    ///   - score: what the score is, where several attacks share it.
    init(
        worded id: String,
        reference: Phrase? = nil,
        access: [Access],
        knowledge: [Knowledge] = [.shadowData, .sourceArchitecture],
        approaches: [Approach],
        smallestSample: Int = 100,
        score: Phrase? = nil,
        defaults: [(name: String, value: Phrase)] = [],
        isControl: Bool = false,
        calibration: Calibration = .perClass,
        needsLabels: Bool = true,
        observation: Observation? = nil,
        population: Population = .source
    ) {
        self.init(
            id: id,
            title: Phrase(key: "attack.\(id).title"),
            sentence: Phrase(key: "attack.\(id).sentence"),
            reference: reference ?? Phrase(key: "attack.\(id).reference"),
            access: access,
            knowledge: knowledge,
            approaches: approaches,
            smallestSample: smallestSample,
            score: score ?? Phrase(key: "attack.\(id).score"),
            defaults: defaults,
            isControl: isControl,
            calibration: calibration,
            needsLabels: needsLabels,
            observation: observation,
            population: population
        )
    }
}
