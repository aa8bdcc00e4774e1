import ArgumentParser
import AuditCore
import Audits
import Foundation
import Networks
import Reports

/// `harden --export`: tries countermeasures, and writes the chosen model with the audit of its very file.
struct HardenedExport {
    /// The folder that is written into.
    let folder: String
    /// The countermeasure asked for; nil for the cheapest that passes.
    let choice: String?
    /// Whether files that are there are replaced.
    let replaces: Bool
    let options: AuditOptions
    let progress: any AuditProgress
    let cancellation: Cancellation

    /// What was written.
    struct Written {
        let files: [String]
        let model: HardenedModel
        let record: AuditRecord
    }

    private static var names: [String] {
        [HardenedFiles.model, HardenedFiles.transferred, HardenedFiles.card, HardenedFiles.manifest]
            + ReporterCatalog.standard.map { $0.descriptor.fileName }
    }

    /// Tries, chooses, writes and audits; nothing appears in the folder before all of it is there.
    ///
    /// - Parameter tried: told the trials as soon as they are known, whatever becomes of the choice.
    /// - Throws: a `DiagnosticError` of the boundary that failed.
    func run(_ manifest: AuditManifest, tried: (Hardening) throws -> Void) throws -> Written {
        let choice = try HardenedChoice(choice, among: Audit.asked(manifest))
        try refuseToReplace(manifest)
        let isNew = !FileManager.default.fileExists(atPath: folder)
        try OutputFolder.prepare(folder, option: "--export")
        let staging = place(".layeraudit-export-\(getpid())")
        defer {
            try? FileManager.default.removeItem(atPath: staging)
            // rmdir takes empty folders only.
            if isNew { rmdir(folder) }
        }
        let parts = ["drafts", "files", "scores"].map { "\(staging)/\($0)" }
        for part in parts { try OutputFolder.prepare(part, option: "--export", isPrivate: true) }
        let hardening = try Audit.harden(
            manifest,
            drafts: parts[0],
            options: options,
            progress: progress,
            cancellation: cancellation
        )
        try tried(hardening)
        let model = try choice.model(of: hardening)
        let files = HardenedFiles(folder: parts[1])
        let own = try files.write(model, of: manifest, policy: options.policy)
        let record = try audit(own, scores: parts[2])
        if let difference = hardening.trial(model).flatMap({ RowCheck.difference($0, record) }) {
            progress.note("warning: \(difference)")
        }
        _ = try ReportFiles.write(record, to: files.folder)
        let card = ModelCard(hardening, model, record: record, files: files)
        let text = try card.text(of: manifest.source?.model.file ?? manifest.path)
        try OutputFile.write(Array(text.utf8), to: files.path(HardenedFiles.card))
        try cancellation.check()
        return Written(files: try moved(from: files), model: model, record: record)
    }

    /// An ordinary audit of the file; its scores name persons and stay with nobody.
    private func audit(_ manifest: AuditManifest, scores: String) throws -> AuditRecord {
        var options = options
        options.output = scores
        options.policy = nil
        return try Audit.run(manifest, options: options, progress: progress, cancellation: cancellation).record
    }

    private func refuseToReplace(_ manifest: AuditManifest) throws(CommandError) {
        let read = [manifest.path, manifest.source?.model.file, manifest.source?.model.architecture].compactMap(\.self)
        let places = Self.names.map(place)
        if let own = places.first(where: { place in read.contains { SamePlace.leads($0, place) } }) {
            throw CommandError(
                .alreadyThere,
                "'\(own)' would be replaced, which is read",
                at: .option("--export"),
                remedy: "Give --export a folder of its own."
            )
        }
        let there = places.first { FileManager.default.fileExists(atPath: $0) }
        guard let there, !replaces else { return }
        throw CommandError(
            .alreadyThere,
            "the file is there already",
            at: .file(there),
            remedy: "Give --export another folder, or --force to replace what is in this one."
        )
    }

    private func moved(from files: HardenedFiles) throws(CommandError) -> [String] {
        var paths: [String] = []
        for name in Self.names {
            guard rename(files.path(name), place(name)) == 0 else {
                throw CommandError(
                    .unwritable,
                    "the file cannot be put into its place",
                    at: .file(place(name)),
                    cause: String(cString: strerror(errno)),
                    remedy: "Give --export a folder that you may write to."
                )
            }
            paths.append(place(name))
        }
        return paths
    }

    private func place(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }
}
