import Diagnostics
import XML

/// The schema of policies, as it is embedded in the program.
enum PolicySchema {
    private static let compiled = Result { () throws(XMLError) in
        try XMLSchema.load(bytes: PackageResources.policy_xsd, name: "policy.xsd")
    }

    /// Holds a document against the schema.
    ///
    /// - Throws: `brokenSchema`.
    static func validate(_ document: XMLDocument) throws(PolicyError) -> [XMLProblem] {
        switch compiled {
        case .success(let schema): return schema.validate(document)
        case .failure(let error):
            throw PolicyError(
                first: PolicyIssue(
                    code: .brokenSchema,
                    location: error.location,
                    summary: "the schema inside the program does not compile: \(error.cause ?? error.summary)",
                    remedy: "Install LayerAudit again."
                )
            )
        }
    }
}
