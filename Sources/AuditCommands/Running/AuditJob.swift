import ArgumentParser
import AuditCore
import Audits
import Foundation
import History
import Networks
import Reports

/// One audit from the manifest to the printed verdict; `audit` and `demo` both run it.
struct AuditJob {
    let manifest: String
    let profile: AuditProfile?
    let options: AuditOptions
    let progress: any AuditProgress
    /// The registry the audit is recorded in; nil for none.
    let registry: String?
    var formats = FormatList.standard
    var language = Language.english
    /// What a pipeline asks for; nil outside of one.
    var pipeline: PipelineOptions?

    /// Runs the audit, or only prints its plan.
    ///
    /// - Throws: `ExitCode` of the verdict, or what kept the audit from being completed.
    func run(dryRun: Bool = false, interruption: Interruption = Interruption()) throws {
        try options.device.require()
        let manifest = try ManifestReader.read(path: manifest, profile: profile)
        if dryRun {
            print(try Audit.plan(manifest, options: options).description)
            return
        }
        let rendering = try pipeline?.renderOptions(language: language) ?? RenderOptions(language: language)
        try OutputFolder.prepare(options.output)
        let result: AuditResult
        do {
            result = try Audit.run(
                manifest,
                options: options,
                progress: progress,
                cancellation: interruption.cancellation
            )
        } catch let error as NetworkError where error.code == .cancelled {
            if let store = options.store, FileManager.default.fileExists(atPath: store) {
                progress.note("what was trained is kept in \(store): the same command continues there")
            }
            throw error
        }
        let written: ReportFiles.Written
        do {
            written = try ReportFiles.write(
                result.record,
                to: options.output,
                formats: reports,
                options: rendering
            )
        } catch {
            // Scores without their record would stand beside the record of another audit, or beside none.
            for name in ["scores.h5", ExposureFile.name] {
                try? FileManager.default.removeItem(atPath: options.output + "/" + name)
            }
            throw error
        }
        let annotations = pipeline?.annotations
        _ = try annotations?.write(result.record, to: options.output, language: language)
        for problem in written.undrawn { progress.note("warning: \(problem)") }
        record(written.paths)
        for line in VerdictLines.lines(result.record, files: written.paths) { print(line) }
        for line in annotations?.lines(result.record, language: language) ?? [] { print(line) }
        let code = result.record.judgement.verdict.exitCode
        if code != 0 { throw ExitCode(code) }
    }

    /// Notes the audit in the registry; the reports are there in any case, so that a registry that is not is a warning.
    private func record(_ paths: [String]) {
        guard let registry, let report = paths.first(where: { $0.hasSuffix("/report.xml") }) else { return }
        do {
            try Registry(path: registry).add(ReportDocument.read(path: report), report: report)
        } catch {
            progress.note("warning: the audit is not in the registry: \(error)")
        }
    }

    /// The record first, asked for or not: every other report derives from it.
    private var reports: [any Reporter.Type] {
        [XMLReporter.self] + formats.formats.filter { $0.descriptor.id != XMLReporter.descriptor.id }
    }
}
