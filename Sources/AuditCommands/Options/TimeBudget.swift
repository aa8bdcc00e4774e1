import ArgumentParser

/// How long an audit may take: `90s`, `30m`, `2h` or `1h30m`.
struct TimeBudget: ExpressibleByArgument, Sendable, Equatable {
    /// By the clock; above 0.
    let seconds: Double

    init?(argument: String) {
        guard let match = argument.wholeMatch(of: /(?:(\d{1,4})h)?(?:(\d{1,6})m)?(?:(\d{1,8})s)?/) else { return nil }
        let parts = [match.output.1, match.output.2, match.output.3].map { $0.flatMap { Double($0) } ?? 0 }
        seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
        guard seconds > 0 else { return nil }
    }

    static var defaultCompletionKind: CompletionKind { .list(["10m", "30m", "2h"]) }
}
