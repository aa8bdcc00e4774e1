import AuditCore
import Countermeasures
import Foundation

/// What a reader of exported files must know, in Markdown.
public struct ModelCard {
    private let hardening: Hardening
    private let model: HardenedModel
    private let record: AuditRecord
    private let files: HardenedFiles

    /// Describes a model.
    ///
    /// - Parameters:
    ///   - hardening: the trials.
    ///   - model: the one that was written.
    ///   - record: the audit of its file.
    ///   - files: where it stands.
    public init(_ hardening: Hardening, _ model: HardenedModel, record: AuditRecord, files: HardenedFiles) {
        self.hardening = hardening
        self.model = model
        self.record = record
        self.files = files
    }

    /// The card.
    ///
    /// - Parameters:
    ///   - source: the file of the model that was hardened.
    ///   - date: when.
    /// - Throws: `AuditError.unreadable`.
    public func text(of source: String, on date: Date = Date()) throws -> String {
        let sections = try [
            head(date), origin(source), countermeasure(), privacy(), ModelCardTable(hardening, model).text, verdict(),
            Self.limits, loading(),
        ]
        return sections.compactMap(\.self).joined(separator: "\n\n") + "\n"
    }

    private func head(_ date: Date) -> String {
        """
        # \(Self.line(record.title))

        Written by LayerAudit \(AuditVersion.current) on \(ISO8601DateFormatter().string(from: date)).
        """
    }

    private func origin(_ source: String) throws -> String {
        let rows = try [
            ("hardened from", (source as NSString).lastPathComponent, Digest.ofFile(source).sha256),
            ("whole model", HardenedFiles.model, Digest.ofFile(files.path(HardenedFiles.model)).sha256),
            (
                "transferred layers alone", HardenedFiles.transferred,
                Digest.ofFile(files.path(HardenedFiles.transferred)).sha256
            ),
        ]
        let sheet = record.model
        return """
            ## What it is

            \(Self.line(sheet.name)): input \(sheet.inputShape), \(sheet.classes) classes, \(sheet.parameters) parameters, \
            \(sheet.transferredParameters) of them in the transferred layers, which end with `\(model.cut)`. The files hold \
            neither training data nor the state of an optimiser.

            | | file | SHA-256 |
            |---|---|---|
            \(rows.map { "| \($0.0) | \(Self.cell($0.1)) | `\($0.2)` |" }.joined(separator: "\n"))
            """
    }

    private func countermeasure() -> String {
        let descriptor = CountermeasureCatalog.named(model.settings.id)?.descriptor
        let noise =
            model.isSecret
            ? """


            Its noise was drawn from the system, not from the seed, and is kept nowhere: nobody can draw it again to take \
            it off, and neither can the model be made a second time.
            """ : ""
        return """
            ## Countermeasure

            `\(model.id)`: \(descriptor?.sentence.text ?? "") \(descriptor?.caveat.text ?? "")\(noise)
            """
    }

    private func privacy() -> String? {
        guard let privacy = hardening.trial(model)?.privacy else { return nil }
        return """
            ## Differential privacy

            The training has (ε, δ)-differential privacy with ε ≤ \(Self.number(min(privacy.rdp, privacy.pld))) at \
            δ = \(privacy.delta) (PLD \(Self.number(privacy.pld)), RDP \(Self.number(privacy.rdp))): \
            \(privacy.steps) steps of \(privacy.batch) records on average out of \(privacy.records), Poisson sampled, noise \
            multiplier \(Self.number(privacy.noise)), clipping bound \(Self.number(privacy.clip)); one record is protected. \
            Neither the runs that were made to choose this one nor the figures below, which come from the members, too, are \
            counted.
            """
    }

    private func verdict() -> String {
        """
        ## Policy

        \(Self.line(record.judgement.policy.title.text)): **\(record.judgement.verdict.rawValue)**. \
        \(Self.line(record.judgement.sentence.text)) The audit record of `\(HardenedFiles.model)` is `report.xml`, for \
        readers `report.html`; `layeraudit audit \(HardenedFiles.manifest)` makes it again.
        """
    }

    private static let limits = """
        ## Limits

        Measured against the attacks of the record, on its data: this is no evidence against attacks that were not tried. \
        Whoever shares `\(HardenedFiles.transferred)` shares nothing else: the whole model, the record and the manifest are the \
        owner's.
        """

    private func loading() -> String {
        """
        ## Loading it

        ```python
        from keras.models import load_model
        layers = load_model("\(HardenedFiles.transferred)", compile=False)
        features = layers(x, training=False)   # x: (N, \(record.model.inputShape.replacing("×", with: ", ")))
        ```
        """
    }

    static func number(_ value: Double) -> String { String(format: "%.3f", value) }

    /// A text that stays within its line.
    static func line(_ text: String) -> String { text.split(whereSeparator: \.isNewline).joined(separator: " ") }

    /// A text that stays within its cell of a table.
    static func cell(_ text: String) -> String { line(text).replacing("|", with: "\\|") }
}
