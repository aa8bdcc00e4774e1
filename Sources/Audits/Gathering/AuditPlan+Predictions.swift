extension AuditPlan {
    /// What an audit of saved predictions would do.
    init(_ session: Session, _ section: PredictionsSection, policy: String, confidence: Double) throws {
        let (source, shadow) = try GivenPredictions.pair(section)
        let attacks = PredictionAttacks(session: session, hasLabels: source.hasLabels)
        var lines = [session.manifest.title]
        for (role, given) in [("source", source), ("shadow", shadow)] {
            let members = given.isMember.count { $0 }
            lines.append(
                "predictions: \(role): \(members) members and \(given.isMember.count - members) non-members, "
                    + "\(given.answers.classes) classes (\(given.file.path):\(given.file.predictions))"
            )
        }
        lines.append("attacks: \(attacks.ids.joined(separator: ", "))")
        let members = source.isMember.count { $0 }
        lines += Power(members, source.isMember.count - members, confidence: confidence).lines
        for skip in attacks.skips { lines.append("left out: \(skip.id): \(skip.reason)") }
        lines.append("policy: \(policy)")
        lines.append("estimate: seconds to minutes; no model is trained but the attacks' own")
        self.init(lines: lines, coreSeconds: 0)
    }
}
