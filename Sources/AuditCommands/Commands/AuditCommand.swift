import ArgumentParser
import AuditCore
import Audits
import Reports

/// `layeraudit audit`.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Runs the audit a manifest describes and judges it against a policy.",
        discussion: """
            Trains the adversary's shadow models, runs the attacks, measures, judges, and writes report.xml, \
            report.html and scores.h5, or the formats named (`layeraudit list reporters`); always the record, report.xml. \
            Trained models are kept: a killed audit continues with the same command, and a later one trains only what \
            has changed (`layeraudit store --help`).

            EXAMPLES
              layeraudit audit audit.yaml
              layeraudit audit audit.yaml --profile quick --output /tmp/first-look
              layeraudit audit audit.yaml --policy gdpr-special-category --threads 8
              layeraudit audit audit.yaml --format html,sarif,junit --annotations github
              layeraudit audit audit.yaml --format html,pdf --language de
              layeraudit audit audit.yaml --store /srv/audits/shadow-store
              layeraudit audit audit.yaml --dry-run
              layeraudit audit audit.yaml --budget 30m

            Exit code: 0 every gate passes, 1 a gate fails, 2 not completed, 3 inconclusive.
            """
    )

    @OptionGroup var asked: ManifestOptions

    @Option(
        help: ArgumentHelp(
            """
            How long the audit may take, such as 90s, 30m or 1h30m. Shadow models and attacks that do not fit are left \
            out, and the report says which; what the policy requires stays.
            """,
            valueName: "time"
        )
    )
    var budget: TimeBudget?

    @Option(
        help: ArgumentHelp(
            "What to write beside the record: \(FormatList.names.joined(separator: ", ")).",
            valueName: "name,…"
        ),
        completion: .list(FormatList.names),
        transform: FormatList.init(parsing:)
    )
    var format: FormatList = .standard

    @Option(help: "The language of the formats that people read: en, fr or de.")
    var language: Language = .english

    @OptionGroup var pipeline: PipelineOptions

    @OptionGroup var engine: EngineOptions

    @OptionGroup(title: "Shadow store") var store: StoreOptions

    @OptionGroup(title: "Persons") var persons: PersonOptions

    @OptionGroup(title: "Registry") var registry: RegistryOptions

    @Flag(help: "Does not record the audit in the registry.")
    var noRegistry = false

    @Flag(help: "Prints what would be done, with an estimate, and does nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "No progress on the standard error.")
    var quiet = false

    mutating func validate() throws { try pipeline.check(format) }

    func run() throws {
        let output = asked.folder
        try AuditJob(
            manifest: asked.manifest,
            profile: asked.profile,
            options: AuditOptions(
                device: engine.device,
                threads: engine.threads,
                policy: asked.policy,
                output: output,
                store: dryRun ? nil : try store.folder(output: output),
                identifiers: persons.identifiers,
                budget: budget?.seconds
            ),
            progress: ProgressKind.choose(quiet: quiet),
            registry: noRegistry ? nil : registry.path,
            formats: format,
            language: language,
            pipeline: pipeline
        ).run(dryRun: dryRun)
    }
}

extension Language: ExpressibleByArgument {}
