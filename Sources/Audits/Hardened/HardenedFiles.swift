import Foundation
import KerasModels

/// Writes the chosen model, its transferred layers alone, and the manifest that audits the model's file.
public struct HardenedFiles: Sendable {
    /// The folder.
    public let folder: String

    /// The whole model.
    public static let model = "model.h5"
    /// The layers up to the cut, alone.
    public static let transferred = "transferred-layers.h5"
    /// The manifest that audits the whole model's file.
    public static let manifest = "audit.yaml"
    /// What a reader must know.
    public static let card = "model-card.md"

    /// Writes into a folder.
    public init(folder: String) { self.folder = folder }

    /// Where one of the files is.
    public func path(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }

    /// Writes model, layers and manifest.
    ///
    /// - Parameters:
    ///   - model: the chosen one.
    ///   - manifest: what it was hardened with.
    ///   - policy: the policy that the command line names in place of the manifest's; nil for that one.
    /// - Returns: the manifest as it is read back.
    /// - Throws: a `DiagnosticError` of the boundary that failed.
    public func write(_ model: HardenedModel, of manifest: AuditManifest, policy: String?) throws -> AuditManifest {
        do { try FileManager.default.copyItem(atPath: model.path, toPath: path(Self.model)) } catch {
            throw HardenedError(
                .unwritable,
                "the hardened model cannot be written",
                at: .file(path(Self.model)),
                cause: error.localizedDescription,
                remedy: "Check that the folder of --export has room."
            )
        }
        let whole = try KerasModel.read(path(Self.model), inputShape: model.inputShape)
        try HardenedDrafts.writeTransferred(whole, upTo: model.cut, to: path(Self.transferred))
        let text = try HardenedManifest(
            manifest: manifest,
            policy: policy,
            model: model,
            names: (Self.model, Self.transferred)
        ).text()
        do { try Data(text.utf8).write(to: URL(fileURLWithPath: path(Self.manifest)), options: .atomic) } catch {
            throw HardenedError(
                .unwritable,
                "the manifest of the hardened model cannot be written",
                at: .file(path(Self.manifest)),
                cause: error.localizedDescription,
                remedy: "Check that the folder of --export has room."
            )
        }
        return try ManifestReader.read(path: path(Self.manifest))
    }
}
