import AuditCore
import Diagnostics

/// The policies that come with LayerAudit; they are inside the program, wherever it runs.
public enum PolicyCatalog {
    private static let shipped: [(name: String, bytes: [UInt8])] = [
        ("gdpr-baseline", PackageResources.gdpr_baseline_xml),
        ("gdpr-special-category", PackageResources.gdpr_special_category_xml),
        ("internal-transfer", PackageResources.internal_transfer_xml),
        ("predictions-only", PackageResources.predictions_only_xml),
    ]

    /// The names, as manifests and commands use them.
    public static let names = shipped.map(\.name)

    /// The schema that policies are validated against, for those who write their own.
    public static var schema: [UInt8] { PackageResources.policy_xsd }

    /// The file of the policy called `name`; nil for any other name.
    public static func bytes(named name: String) -> [UInt8]? { shipped.first { $0.name == name }?.bytes }

    /// Reads the shipped policy called `name`.
    ///
    /// - Throws: `unknownPolicy`, and `unknownAttack` where `knownAttacks` lacks one that the policy names.
    public static func policy(named name: String, knownAttacks: [AttackDescriptor]) throws(PolicyError) -> Policy {
        guard names.contains(name) else {
            throw PolicyError(
                first: PolicyIssue(
                    code: .unknownPolicy,
                    location: .run,
                    summary: "there is no shipped policy '\(name)'",
                    remedy: NearestName.hint(name, among: names)
                )
            )
        }
        return try PolicyLoader(knownAttacks: knownAttacks, canReadFiles: false).policy(.shipped(name))
    }

    /// Reads a shipped policy, when `reference` is the name of one, or else the file at that path.
    ///
    /// - Throws: what `PolicyReader.read(path:knownAttacks:)` throws.
    public static func policy(_ reference: String, knownAttacks: [AttackDescriptor]) throws(PolicyError) -> Policy {
        names.contains(reference)
            ? try policy(named: reference, knownAttacks: knownAttacks)
            : try PolicyReader.read(path: reference, knownAttacks: knownAttacks)
    }
}
