import Audits
import Networks
import Synchronization

/// Cancels when a stage begins, or at its first step.
final class Canceller: AuditProgress {
    let cancellation = Cancellation()
    private let stage: String
    private let isAtStep: Bool
    private let isRunning = Atomic<Bool>(false)

    init(_ stage: String, atStep: Bool) {
        self.stage = stage
        isAtStep = atStep
    }

    func begin(stage: String, steps: Int) {
        guard stage == self.stage else { return }
        isRunning.store(true, ordering: .relaxed)
        if !isAtStep { cancellation.cancel() }
    }

    func step(_ detail: String) {
        if isAtStep, isRunning.load(ordering: .relaxed) { cancellation.cancel() }
    }

    func end(stage: String) {}
    func note(_ text: String) {}
}
