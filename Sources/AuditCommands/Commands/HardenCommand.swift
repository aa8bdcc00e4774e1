import ArgumentParser
import AuditCore
import Audits
import Reports

/// `layeraudit harden`.
struct HardenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "harden",
        abstract: "Tries countermeasures on a manifest's model and data, and measures leakage and usefulness.",
        discussion: """
            Each countermeasure of the manifest's `countermeasures` (or the usual ones) changes how the source model is \
            trained, the layers that would leave, or the answers of its service. Every hardened model is audited by an \
            adversary who knows the countermeasure; the recipient builds a target model on it. The table has the strongest \
            attack's AUC, of all, of those that hold layers alone and of those that only ask the service, and the accuracies \
            with their differences on the same records. A star marks what no other measured model beats in both the \
            largest AUC and accuracy. Below stands what to do: the cheapest change that passes the policy, what lowers \
            leakage clearly, and what is still inconclusive and how many records would settle it.

            A source model is trained again as its file says (`compile`), or as `source.training` in the manifest does. What \
            was trained is kept: the same command continues where it was stopped.

            --export writes one of the hardened models: the cheapest that passes the policy, or the one of --choose. Every \
            row is then measured on a file, and noise that hides something is drawn from the system, never from the seed: \
            its rows do not repeat exactly. The exit code is then that of the exported file's own audit; where none \
            passes, nothing is written.

            EXAMPLES
              layeraudit harden audit.yaml --dry-run
              layeraudit harden audit.yaml
              layeraudit harden audit.yaml --profile quick --json
              layeraudit harden audit.yaml --export hardened
              layeraudit harden audit.yaml --export hardened --choose 'quantisation(bits 4)'
              layeraudit list countermeasures
            """
    )

    @OptionGroup var experiment: ExperimentOptions

    @OptionGroup(title: "Export") var hardened: HardenedOptions

    func run() throws {
        let interruption = Interruption()
        let progress = experiment.progress
        if experiment.dryRun {
            let (manifest, options) = try experiment.read()
            print(try Audit.hardeningPlan(manifest, options: options).description)
            return
        }
        let (manifest, options) = try experiment.start()
        guard let folder = hardened.export else {
            return try show(
                Audit.harden(
                    manifest,
                    options: options,
                    progress: progress,
                    cancellation: interruption.cancellation
                )
            )
        }
        let export = HardenedExport(
            folder: folder,
            choice: hardened.choose,
            replaces: hardened.force,
            options: options,
            progress: progress,
            cancellation: interruption.cancellation
        )
        do {
            let written = try export.run(manifest) { hardening in
                try show(hardening.result)
                for id in hardening.models.filter(\.isSecret).map(\.id) {
                    say("\(id): noise drawn from the system, not from the seed")
                }
            }
            let verdict = written.record.judgement.verdict
            say("\(written.model.id): \(verdict.rawValue.uppercased()) (exit code \(verdict.exitCode))")
            for file in written.files { say(file) }
            if verdict.exitCode != 0 { throw ExitCode(verdict.exitCode) }
        } catch let error as HardenedError where error.code == .nonePasses {
            StandardError.write("error: \(error.description)")
            throw ExitCode(error.exitCode)
        }
    }

    private func show(_ tried: LaboratoryResult) throws {
        if experiment.json {
            print(String(decoding: try TrialsDocument.json(tried.trials, tried.advice), as: UTF8.self), terminator: "")
        } else {
            for line in TrialTable.lines(tried.trials, tried.advice) { print(line) }
        }
    }

    /// A line beside the trials: on the standard error where those are for programs.
    private func say(_ line: String) {
        if experiment.json { StandardError.write(line) } else { print(line) }
    }
}
