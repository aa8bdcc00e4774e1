import Audits

/// Which progress suits where the standard error goes.
enum ProgressKind {
    static func choose(quiet: Bool) -> any AuditProgress {
        if quiet { return SilentProgress() }
        return StandardError.isTerminal ? BarProgress() : LineProgress()
    }
}
