import AuditCore
import Diagnostics
import XML

/// Reads a policy together with the policies it extends, one after the other; their number and sizes are bounded.
struct PolicyLoader {
    /// The most policies that may extend one another.
    static let maximumDepth = 8
    static let maximumBytes = 4 << 20

    let knownAttacks: [AttackDescriptor]
    /// Whether files may be read for what a policy extends.
    let canReadFiles: Bool

    /// Reads the policy at a place.
    ///
    /// - Throws: `fileNotFound`, `unreadable`, and every code of an invalid policy.
    func policy(_ place: PolicyPlace, chain: [PolicyPlace] = []) throws(PolicyError) -> Policy {
        let source: PolicySource
        switch place {
        case .shipped(let name):
            source = PolicySource(file: "\(name).xml", bytes: PolicyCatalog.bytes(named: name) ?? [])
        case .file(let path):
            do {
                source = PolicySource(
                    file: path,
                    bytes: try XMLDocument.bytes(path: path, maximumBytes: Self.maximumBytes)
                )
            } catch {
                throw Self.unreadable(error)
            }
        }
        return try policy(source, chain: chain + [place.identity])
    }

    /// Reads a policy.
    ///
    /// - Parameters:
    ///   - source: its file.
    ///   - chain: the places of the policies that led here, this one last.
    func policy(_ source: PolicySource, chain: [PolicyPlace]) throws(PolicyError) -> Policy {
        let document: XMLDocument
        do {
            document = try XMLDocument.read(
                bytes: source.bytes,
                name: source.file,
                maximumBytes: Self.maximumBytes
            )
        } catch {
            throw Self.unreadable(error)
        }
        let problems = try PolicySchema.validate(document)
        let map = SourceMap(bytes: source.bytes, file: source.file)
        var parser = PolicyParser(knownAttacks: knownAttacks, map: map)
        let draft = parser.draft(document.root)
        var policy: Policy?
        if let reference = draft.base {
            if let base = base(reference, of: draft, &parser, source, chain) {
                policy = parser.policy(draft, on: base, source: source)
            }
        } else {
            policy = parser.policy(draft, on: nil, source: source)
        }
        let issues = IssueOrder.merged(problems, parser.issues, map: map)
        if let first = issues.first { throw PolicyError(first: first, more: Array(issues.dropFirst())) }
        if let policy { return policy }
        throw PolicyError(first: IssueOrder.schemaIssue(document.root.location, "the policy cannot be understood"))
    }

    /// The policy that is extended; nil, with an issue, when it cannot be.
    private func base(
        _ reference: String,
        of draft: PolicyDraft,
        _ parser: inout PolicyParser,
        _ source: PolicySource,
        _ chain: [PolicyPlace]
    ) -> Policy? {
        let place = PolicyPlace(extended: reference, from: source.file)
        if chain.contains(place.identity) {
            parser.add(
                .cyclicExtends,
                draft.root,
                "extends",
                "the policy extends '\(reference.prefix(200))', which in the end extends it",
                remedy: "Let one of them stand on its own."
            )
            return nil
        }
        guard chain.count < Self.maximumDepth else {
            parser.add(
                .tooDeep,
                draft.root,
                "extends",
                "more than \(Self.maximumDepth) policies extend one another",
                remedy: "Join some of them into one."
            )
            return nil
        }
        if case .file = place, !canReadFiles {
            parser.add(
                .unknownPolicy,
                draft.root,
                "extends",
                "there is no shipped policy '\(reference.prefix(200))', and a policy in memory stands in no folder",
                remedy: NearestName.hint(String(reference.prefix(200)), among: PolicyCatalog.names)
            )
            return nil
        }
        do {
            return try policy(place, chain: chain)
        } catch {
            let missing = error.code == .fileNotFound
            parser.add(
                missing ? .unknownPolicy : error.code,
                draft.root,
                "extends",
                "the policy it extends, '\(reference.prefix(200))', \(missing ? "is not there" : "cannot be used")",
                remedy: missing
                    ? "Name a shipped policy (\(PolicyCatalog.names.joined(separator: ", "))) or a file beside this one."
                    : "Mend that policy first."
            )
            if !missing { parser.add(error.issues, below: draft.root) }
            return nil
        }
    }

    private static func unreadable(_ error: XMLError) -> PolicyError {
        PolicyError(
            first: PolicyIssue(
                code: error.code == .fileNotFound ? .fileNotFound : .unreadable,
                location: error.location,
                summary: error.summary + (error.cause.map { ": \($0)" } ?? ""),
                remedy: error.code == .fileNotFound
                    ? "Name a policy file, or a shipped policy: \(PolicyCatalog.names.joined(separator: ", "))."
                    : error.remedy
            )
        )
    }
}
