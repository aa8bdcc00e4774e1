extension DepthCurve {
    /// The recommendation and why.
    public var sentence: Phrase {
        var parts: [Phrase] = []
        switch verdict {
        case .pass:
            parts.append(
                Phrase(
                    key: "depth.recommended",
                    [
                        "cut": .words(recommended ?? ""), "passing": .whole(cuts.count { verdict($0) == .pass }),
                        "cuts": .whole(cuts.count), "looks": .whole(looks),
                    ]
                )
            )
        case .fail where baseline.verdict == .fail:
            parts.append(Phrase(key: "depth.floor-fails", ["gates": .names(failing(baseline))]))
        case .fail: parts.append(Phrase(key: "depth.none", ["cuts": .whole(cuts.count), "looks": .whole(looks)]))
        case .inconclusive: parts.append(Phrase(key: "depth.undecided", ["cuts": .whole(cuts.count)]))
        case .incomplete: parts.append(Phrase(key: "depth.not-judged"))
        }
        return .sentences(parts + [undecided].compactMap(\.self))
    }

    private func failing(_ row: DepthRow) -> [String] {
        row.gates.filter { $0.outcome == .fail && !$0.isWaived }.map(\.gate)
    }

    /// Cuts that more records could bring inside the policy, beyond the recommended one.
    private var undecided: Phrase? {
        let all = cuts
        let start = recommended.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
        let open = all[start...].filter { verdict($0) == .inconclusive }
        guard let deepest = open.last else { return nil }
        let own = ([baseline] + rows.filter { $0.cut == deepest }).filter { $0.verdict == .inconclusive }
        let needs = own.map(\.recordsToDecide)
        guard !needs.contains(nil), let most = needs.compactMap(\.self).max() else {
            return Phrase(key: "depth.open", ["cuts": .names(open)])
        }
        return Phrase(
            key: "depth.open-records",
            ["cuts": .names(open), "deepest": .words(deepest), "records": .count(Self.rounded(most))]
        )
    }

    /// An estimate, rounded up to two digits.
    private static func rounded(_ records: Int) -> Int {
        var unit = 1
        while records / unit >= 100 { unit *= 10 }
        return (records + unit - 1) / unit * unit
    }
}
