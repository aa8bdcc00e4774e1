import Diagnostics
import Foundation
import Yams

/// From a file to a bounded tree of YAML nodes.
enum ManifestText {
    static let largestFile = 1 << 20
    /// Aliases may multiply what a key compares with before they can be refused by name; few of them cannot do harm.
    private static let mostAliases = 16

    /// Reads the tree.
    ///
    /// - Throws: `unreadable`, `tooLarge`, `notText`, `notYAML`, `alias` or `duplicateKey`.
    static func tree(_ path: String) throws(ManifestError) -> Node {
        let text = try read(path)
        let aliases = text.matches(of: #/(?:^|[\s\[{,])\*[A-Za-z0-9_]/#).prefix(mostAliases + 1).count
        guard aliases <= mostAliases else { throw alias(.file(path)) }
        // Nodes hold their anchors weakly: the parser must outlive the walk over them.
        let parser: Parser
        let node: Node?
        do {
            parser = try Parser(yaml: text)
            node = try parser.singleRoot()
        } catch { throw syntax(error, path) }
        guard let node else {
            throw ManifestError(
                .notYAML,
                "the manifest is empty",
                at: .file(path),
                remedy: "Write one with `layeraudit init`."
            )
        }
        try withExtendedLifetime(parser) { () throws(ManifestError) in try refuseAnchors(node, path) }
        return node
    }

    private static func read(_ path: String) throws(ManifestError) -> String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        guard let attributes else {
            throw ManifestError(
                .unreadable,
                "there is no such manifest",
                at: .file(path),
                remedy: "Check the path, or write a manifest with `layeraudit init`."
            )
        }
        guard let handle = FileHandle(forReadingAtPath: path), attributes[.type] as? FileAttributeType != .typeDirectory
        else {
            throw ManifestError(
                .unreadable,
                "the manifest cannot be read",
                at: .file(path),
                remedy: "Give a readable YAML file, not a folder."
            )
        }
        defer { try? handle.close() }
        let data: Data
        do { data = try handle.read(upToCount: largestFile + 1) ?? Data() } catch {
            throw ManifestError(
                .unreadable,
                "the manifest cannot be read",
                at: .file(path),
                cause: "\(error)",
                remedy: "Check the disk and the file's permissions."
            )
        }
        guard data.count <= largestFile else {
            throw ManifestError(
                .tooLarge,
                "the manifest is larger than \(largestFile / 1024) KiB",
                at: .file(path),
                remedy: "Give the manifest (audit.yaml), not a data file."
            )
        }
        guard let text = String(data: data, encoding: .utf8) else {
            throw ManifestError(
                .notText,
                "the manifest is not UTF-8 text",
                at: .file(path),
                remedy: "Give the manifest (audit.yaml), saved as UTF-8."
            )
        }
        return text
    }

    private static func syntax(_ error: any Error, _ path: String) -> ManifestError {
        let remedy = "Mend the YAML there; `layeraudit init` writes a manifest to compare with."
        switch error {
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            return ManifestError(
                .notYAML,
                "the manifest is not valid YAML: \(problem)",
                at: .file(path, line: mark.line, column: mark.column),
                remedy: remedy
            )
        case YamlError.duplicatedKeysInMapping(let names, let context):
            return ManifestError(
                .duplicateKey,
                "written twice: \(names.joined(separator: ", "))",
                at: .file(path, line: context.mark.line, column: context.mark.column),
                remedy: "Keep one of the two."
            )
        default:
            return ManifestError(
                .notYAML,
                "the manifest is not valid YAML",
                at: .file(path),
                cause: "\(error)",
                remedy: remedy
            )
        }
    }

    /// An anchor stands before every alias of it: the walk ends there, before anything is multiplied.
    private static func refuseAnchors(_ node: Node, _ path: String) throws(ManifestError) {
        guard node.anchor == nil else {
            throw alias(.file(path, line: node.mark?.line, column: node.mark?.column))
        }
        switch node {
        case .mapping(let mapping):
            for (key, value) in mapping {
                try refuseAnchors(key, path)
                try refuseAnchors(value, path)
            }
        case .sequence(let sequence):
            for item in sequence { try refuseAnchors(item, path) }
        case .scalar, .alias: return
        }
    }

    private static func alias(_ location: Location) -> ManifestError {
        ManifestError(
            .alias,
            "the manifest uses YAML anchors and aliases",
            at: location,
            remedy: "Write the values out; a text that starts with & or * needs quotes."
        )
    }
}
