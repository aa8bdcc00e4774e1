import Policies

/// How a policy reads on a terminal.
enum PolicyText {
    static func text(_ policy: Policy) -> String {
        var lines = ["\(policy.id) \(policy.version): \(policy.title)", policy.purpose.unwrapped]
        lines.append("required attacks: " + policy.requiredAttacks.map(\.description).joined(separator: ", "))
        for gate in policy.gates {
            let bound = gate.bound == .atMost ? "at most" : "at least"
            lines.append(
                "gate \(gate.id): \(gate.statistic.rawValue) \(bound) \(VerdictLines.number(gate.threshold)) "
                    + "at confidence \(VerdictLines.number(gate.confidence)), severity \(gate.severity.rawValue)"
            )
        }
        for waiver in policy.waivers {
            lines.append("waiver of \(waiver.gate) until \(waiver.expires), approved by \(waiver.approver)")
        }
        return lines.joined(separator: "\n")
    }
}
