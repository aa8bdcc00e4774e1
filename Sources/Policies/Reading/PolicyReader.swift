import AuditCore
import Diagnostics
import XML

/// Reads a policy file: the schema first, then what a schema cannot say, and every problem at once.
public enum PolicyReader {
    /// Reads the file at `path`.
    ///
    /// - Parameters:
    ///   - path: the policy file.
    ///   - knownAttacks: the attacks a policy may name, controls included.
    /// - Throws: `fileNotFound`, `unreadable`, and every code of an invalid policy.
    public static func read(path: String, knownAttacks: [AttackDescriptor]) throws(PolicyError) -> Policy {
        let bytes: [UInt8]
        do {
            bytes = try XMLDocument.bytes(path: path, maximumBytes: maximumBytes)
        } catch {
            throw unreadable(error)
        }
        return try read(bytes: bytes, name: path, knownAttacks: knownAttacks)
    }

    /// Reads a policy from memory.
    ///
    /// - Parameters:
    ///   - bytes: the policy.
    ///   - name: what messages call it.
    ///   - knownAttacks: the attacks a policy may name, controls included.
    /// - Throws: `unreadable`, and every code of an invalid policy.
    public static func read(
        bytes: [UInt8],
        name: String,
        knownAttacks: [AttackDescriptor]
    ) throws(PolicyError) -> Policy {
        let document: XMLDocument
        do {
            document = try XMLDocument.read(bytes: bytes, name: name, maximumBytes: maximumBytes)
        } catch {
            throw unreadable(error)
        }
        let problems = try PolicySchema.validate(document)
        var parser = PolicyParser(knownAttacks: knownAttacks, bytes: bytes, file: name)
        let policy = parser.policy(document.root)
        let issues = merged(problems, parser.issues)
        if let first = issues.first { throw PolicyError(first: first, more: Array(issues.dropFirst())) }
        if let policy { return policy }
        throw PolicyError(first: schemaIssue(document.root.location, "the policy cannot be understood"))
    }

    private static let maximumBytes = 4 << 20

    /// Schema problems and ours in the order of the file; a schema problem that ours says better is left out.
    private static func merged(_ problems: [XMLProblem], _ found: [PolicyParser.Found]) -> [PolicyIssue] {
        let remaining = problems.filter { problem in
            !found.contains { found in
                found.issue.location == problem.location
                    && (problem.isIdentityConstraint || problem.message.contains("attribute '\(found.attribute)'"))
            }
        }
        let issues = remaining.map { problem in
            schemaIssue(problem.location, problem.message.replacing("{urn:layeraudit:policy:1}", with: ""))
        }
        return (issues + found.map(\.issue)).enumerated()
            .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
    }

    private static func schemaIssue(_ location: Location, _ summary: String) -> PolicyIssue {
        PolicyIssue(
            code: .schema,
            location: location,
            summary: summary,
            remedy: "Mend the policy; Policies/policy.xsd documents every element and attribute."
        )
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

extension PolicyIssue {
    fileprivate var line: Int {
        if case .file(_, let line?, _) = location { line } else { 0 }
    }
}
