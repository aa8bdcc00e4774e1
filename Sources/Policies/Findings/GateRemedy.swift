import AuditCore

/// What to do first about a gate or check.
enum GateRemedy {
    static func failure(_ gate: GateResult) -> Phrase {
        if gate.statistic == .attributeAUC { return Phrase(key: "remedy.population") }
        return switch gate.measurement?.approach {
        case .baseline: Phrase(key: "remedy.source-model")
        default: Phrase(key: "remedy.layers")
        }
    }

    static func undecided(_ gate: GateResult) -> Phrase {
        guard let records = gate.recordsToDecide else { return Phrase(key: "remedy.mend-evidence") }
        return Phrase(key: "remedy.more-records", ["count": .estimate(records)])
    }

    static func check(_ id: String) -> Phrase {
        switch id {
        case "disjoint-sets": Phrase(key: "remedy.disjoint-sets")
        case "blind-classifier": Phrase(key: "remedy.blind-classifier")
        case "permuted-labels": Phrase(key: "remedy.permuted-labels")
        case "transferred-layers": Phrase(key: "remedy.transferred-layers")
        default: Phrase(key: "remedy.mend-check")
        }
    }
}
