import Foundation
import Networks
import ShadowModels
import Synchronization
import Tensors

/// What every stage of one audit shares.
struct Session: Sendable {
    /// What is done; less than was asked for where the budget says so.
    var manifest: AuditManifest
    let options: AuditOptions
    let progress: any AuditProgress
    let cancellation: Cancellation
    let seed: Seed
    /// Where trained models are kept for later; nil for nowhere.
    let store: ShadowStore?
    /// Which of several audits in one this is, before the name of each stage; empty for the audit itself.
    var part = ""

    init(
        _ manifest: AuditManifest,
        options: AuditOptions,
        progress: any AuditProgress,
        cancellation: Cancellation
    ) {
        self.manifest = manifest.resolvingPrecision(on: options.device)
        self.options = options
        self.progress = progress
        self.cancellation = cancellation
        seed = Seed(manifest.seed)
        store = options.store.map { folder in
            ShadowStore(folder: folder, version: AuditVersion.current) { progress.note("warning: \($0)") }
        }
    }

    var device: Device { options.device }
    var threads: Int { options.threads }

    /// Runs one stage and tells the reader how far it is, in hundredths.
    func stage<Result>(_ name: String, _ body: (@escaping @Sendable (Double) -> Void) throws -> Result) throws -> Result
    {
        try cancellation.check()
        let name = part.isEmpty ? name : "\(part): \(name)"
        progress.begin(stage: name, steps: 100)
        let told = Mutex((share: 0.0, steps: 0))
        let progress = progress
        let result = try body { share in
            let steps = told.withLock { state in
                state.share += share
                let due = min(100, Int(state.share * 100 + 1e-6)) - state.steps
                state.steps += max(0, due)
                return due
            }
            for _ in 0..<max(0, steps) { progress.step("") }
        }
        progress.end(stage: name)
        return result
    }
}
