import AuditCore

extension AttackDescriptor {
    /// Describes an attack by what the transferred layers alone make of records: the source model is never asked.
    static func layers(_ id: String) -> AttackDescriptor {
        .observed(id, .layers, access: [.transferredWeights], defaults: [("shadowModels", "8")])
    }

    /// Describes an attack by the labels the source model answers for disturbed records.
    ///
    /// - Parameter defaults: beside the number of shadow models.
    static func labels(
        _ id: String,
        _ observation: Observation,
        defaults: [(name: String, value: Phrase)]
    ) -> AttackDescriptor {
        .observed(id, observation, access: [.sourceLabels], defaults: [("shadowModels", "4")] + defaults)
    }

    /// Parameters of attacks that learn from what is read off models with networks.
    static var observedNetworks: [(name: String, value: Phrase)] {
        let usual = AttackParameters()
        return [
            ("hidden", Phrase(verbatim: ObservedNetworks.hidden.map(String.init).joined(separator: ", "))),
            ("epochs", Phrase(verbatim: "\(usual.epochs)")),
            ("batchSize", Phrase(verbatim: "\(usual.batchSize)")),
            ("learningRate", Phrase(key: "number", ["number": .number(usual.learningRate, .full)])),
            ("weightDecay", Phrase(key: "number", ["number": .number(usual.weightDecay, .full)])),
        ]
    }

    /// Describes an attack by the whole source model: its weights are at hand.
    ///
    /// - Parameter defaults: beside the number of shadow models.
    static func whole(
        _ id: String,
        _ observation: Observation,
        defaults: [(name: String, value: Phrase)]
    ) -> AttackDescriptor {
        .observed(id, observation, access: [.sourceWeights], defaults: [("shadowModels", "8")] + defaults)
    }

    /// Describes an attack by what is read off models beyond their answers to the records.
    static func observed(
        _ id: String,
        _ observation: Observation,
        access: [Access],
        defaults: [(name: String, value: Phrase)]
    ) -> AttackDescriptor {
        AttackDescriptor(
            worded: id,
            access: access,
            approaches: [.baseline],
            defaults: defaults,
            calibration: .global,
            observation: observation
        )
    }
}
