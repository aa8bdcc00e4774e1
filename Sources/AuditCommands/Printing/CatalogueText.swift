import AuditCore
import Countermeasures
import Foundation

/// How catalogue entries read on a terminal.
enum CatalogueText {
    static func attack(_ attack: AttackDescriptor) -> String {
        let marks =
            (attack.isControl ? " (control)" : "")
            + (attack.population == .source ? "" : " (\(attack.population.title))")
        var lines = [
            "\(attack.id): \(attack.title)\(marks)",
            attack.sentence.text,
            "reference:  \(attack.reference)",
            "needs:      " + attack.access.map(\.sentence.text).joined(separator: "; "),
        ]
        if !attack.knowledge.isEmpty {
            lines.append("knows:      " + attack.knowledge.map(\.sentence.text).joined(separator: "; "))
        }
        lines.append("approaches: " + attack.approaches.map(\.rawValue).joined(separator: ", "))
        lines.append("sample:     at least \(attack.smallestSample) members and as many non-members")
        lines.append("score:      \(attack.score)")
        if !attack.defaults.isEmpty {
            lines.append("defaults:   " + attack.defaults.map { "\($0.name) \($0.value)" }.joined(separator: ", "))
        }
        return lines.joined(separator: "\n    ")
    }

    static func countermeasure(_ measure: CountermeasureDescriptor) -> String {
        let protected = [
            measure.protectsLayers ? "the transferred layers" : nil, measure.protectsAnswers ? "the answers" : nil,
        ].compactMap(\.self)
        var lines = [
            "\(measure.id): \(measure.title)",
            measure.sentence.text,
            measure.caveat.text,
            "reference:  \(measure.reference)",
            "changes:    \(measure.kind.rawValue)",
            "protects:   " + protected.joined(separator: ", "),
        ]
        if !measure.parameters.isEmpty {
            let numbers = measure.parameters.map { parameter in
                let ends = [parameter.range.lowerBound, parameter.range.upperBound]
                    .map(CountermeasureParameter.text).joined(separator: " to ")
                return "\(parameter.name) \(CountermeasureParameter.text(parameter.standard)) (\(ends))"
            }
            lines.append("numbers:    " + numbers.joined(separator: ", "))
        }
        return lines.joined(separator: "\n    ")
    }
}

extension String {
    /// The text on one line, runs of white space as one space.
    var unwrapped: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
