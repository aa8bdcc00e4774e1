import ArgumentParser
import Audits

/// The command `layeraudit`.
public struct LayerAudit: ParsableCommand {
    /// Name, help and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "layeraudit",
        abstract: "Audits the layers of a model that are about to be shared.",
        discussion: """
            A source model was trained on personal data, and its first layers are to leave. LayerAudit measures how \
            well an adversary who gets them could tell who was in the training data, judges the measurements against \
            a policy, and writes the report.

            Start with the embedded example:
              layeraudit demo
            then with a model and data of your own:
              layeraudit inspect source.h5
              layeraudit init --model source.h5 --data data.h5
              layeraudit audit audit.yaml

            EXIT CODES
              0    every gate passes; for other commands: done
              1    a gate fails; for 'depth': at every cut; for 'compare': a
                   layer differs; for 'compare-reports': a gate is worse
              2    the audit could not be completed, or a file cannot be used
              3    no gate fails, but one is inconclusive
              64   the command line cannot be understood
              130  ended by Ctrl-C or SIGTERM; nothing is left half-written
            """,
        version: AuditVersion.current,
        subcommands: [
            AuditCommand.self, DepthCommand.self, HardenCommand.self, InspectCommand.self, PredictCommand.self,
            CompareCommand.self,
            ExportCommand.self,
            CompareReportsCommand.self, HistoryCommand.self, StoreCommand.self, ListCommand.self, PolicyCommand.self,
            ReportCommand.self,
            DPCommand.self, PseudonymCommand.self, InitCommand.self, DemoCommand.self,
        ]
    )

    /// Makes the command without its values.
    public init() {}

    /// Parses the command line, runs the command and ends the process with its exit code.
    public static func run() -> Never {
        do {
            var command = try parseAsRoot()
            try command.run()
            exit()
        } catch {
            Failure.exit(error)
        }
    }
}
