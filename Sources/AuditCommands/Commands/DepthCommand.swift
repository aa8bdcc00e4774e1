import ArgumentParser
import AuditCore
import Audits
import Reports

/// `layeraudit depth`.
struct DepthCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "depth",
        abstract: "Measures leakage and usefulness to the recipient at every cut, and names the deepest that passes.",
        discussion: """
            Cuts the source model after every block (or after the layers that the manifest's `depth` names), attacks it with \
            the layers frozen and fine-tuned, and holds each cut against the policy beside the baseline (BaseMIA), which uses \
            no layer. Where the manifest has `target` with `test`, the recipient's accuracy stands beside it. Every cut is \
            judged at a confidence corrected for having looked at all of them (Bonferroni).

            The attacks are those of the manifest and the policy that need nothing but shadow models' answers, such as the \
            TransMIA ones, with the trivial control. Left out are attacks that train reference models (LiRA, RMIA), that \
            read more off models than answers, and that ask the target model: audit the recommended cut with them.

            Writes depth.json, depth.svg and, with a recipient, depth-utility.svg. What was trained is kept: the same \
            command continues where it was stopped.

            EXAMPLES
              layeraudit depth audit.yaml --dry-run
              layeraudit depth audit.yaml
              layeraudit depth audit.yaml --profile quick --output /tmp/depth
              layeraudit depth audit.yaml --json

            Exit code: 0 a cut passes, 1 none does, 2 not completed, 3 undecided.
            """
    )

    @OptionGroup var experiment: ExperimentOptions

    func run() throws {
        let interruption = Interruption()
        let progress = experiment.progress
        if experiment.dryRun {
            let (manifest, options) = try experiment.read()
            print(try Audit.depthPlan(manifest, options: options).description)
            return
        }
        let (manifest, options) = try experiment.start()
        let curve = try Audit.depth(
            manifest,
            options: options,
            progress: progress,
            cancellation: interruption.cancellation
        )
        let written = try DepthFiles.write(curve, figures: DepthFigures.all(curve), to: options.output)
        for problem in written.undrawn { progress.note("warning: \(problem)") }
        if experiment.json {
            print(String(decoding: try DepthDocument.json(curve), as: UTF8.self), terminator: "")
        } else {
            for line in DepthTable.lines(curve) + ["Written: \(written.paths.joined(separator: ", "))"] { print(line) }
        }
        if curve.verdict.exitCode != 0 { throw ExitCode(curve.verdict.exitCode) }
    }
}
