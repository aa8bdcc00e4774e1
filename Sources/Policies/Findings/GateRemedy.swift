import AuditCore

/// What to do first about a gate or check.
enum GateRemedy {
    static func failure(_ gate: GateResult) -> String {
        switch gate.measurement?.approach {
        case .baseline:
            "Do not share yet. The source model itself leaks, with or without its layers: train it with differential "
                + "privacy, stronger L2, dropout or early stopping, and audit again."
        default:
            "Do not share these layers yet. Share fewer layers, or train the source model again with differential "
                + "privacy, stronger L2, dropout or early stopping, and audit again."
        }
    }

    static func undecided(_ gate: GateResult) -> String {
        guard let records = gate.recordsToDecide else {
            return "Mend what the evidence names, and audit again."
        }
        let count = Figures.estimate(records)
        return "Audit again with about \(count) members and \(count) non-members."
    }

    static func check(_ id: String) -> String {
        switch id {
        case "disjoint-sets": "Remove the records that occur in more than one set, and audit again."
        case "blind-classifier":
            "Draw members and non-members from the same source, so that they differ in nothing but membership, and audit again."
        case "permuted-labels":
            "Do not use these figures: check the data for an order or mark that gives membership away."
        case "transferred-layers": "Write the file that would leave again from the audited model, and audit again."
        default: "Mend what the check names, and audit again."
        }
    }
}
