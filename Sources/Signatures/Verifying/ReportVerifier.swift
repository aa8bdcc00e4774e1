import AuditCore
import Diagnostics
import Reports
import XML

/// Verifies a report, its statement and the files it is about, and says which part no longer holds.
public enum ReportVerifier {
    /// Looks at everything that was asked; what is broken in one place does not keep it from looking at the next.
    ///
    /// - Throws: `unreadable`, `tooLarge` where a file is not there or cannot be read.
    public static func verify(_ request: VerificationRequest) throws(SignatureError) -> Verification {
        let bytes: [UInt8]
        do throws(XMLError) {
            bytes = try XMLDocument.bytes(path: request.report)
        } catch {
            throw SignatureError(error)
        }
        var parts: [Verification.Part] = []
        let record = document(bytes, name: request.report, into: &parts)
        var signer = SignerCheck(trust: request.trust, moment: request.moment, name: request.report)
        if let root = record.root { signer.verify(root, bytes: bytes) }
        parts += signer.parts
        var statement: Statement?
        if let path = request.statement {
            var check = StatementCheck(bytes: try BoundedFile.read(path), key: signer.key ?? request.trust.ownKey)
            check.verify(report: try ContentDigest.of(bytes), record: record.audit)
            statement = check.statement
            parts += check.parts
        }
        let contents = ContentCheck(record: record.audit, statement: statement)
        for file in request.files { parts.append(try contents.part(file)) }
        parts += request.dataSets.map(contents.part)
        return Verification(parts: parts)
    }

    /// The report as XML and as an audit, as far as it is either.
    private static func document(
        _ bytes: [UInt8],
        name: String,
        into parts: inout [Verification.Part]
    ) -> (root: XMLNode?, audit: AuditRecord?) {
        let root: XMLNode
        do throws(XMLError) {
            root = try XMLDocument.read(bytes: bytes, name: name).root
        } catch {
            parts.append(.broken(.document, sentence(error)))
            return (nil, nil)
        }
        parts.append(.holds(.document, "the report is well-formed XML"))
        do throws(ReportError) {
            let audit = try RecordReader.record(of: ReportDocument.read(bytes: bytes, name: name))
            parts.append(.holds(.schema, "the report is valid against the report schema"))
            return (root, audit)
        } catch {
            parts.append(.broken(.schema, sentence(error)))
            return (root, nil)
        }
    }

    private static func sentence(_ error: some DiagnosticError) -> String {
        "\(error.location): \(error.summary)" + (error.cause.map { ": \($0)" } ?? "")
    }
}

extension Trust {
    /// The key that is believed whatever the report says; nil where the report has to bring it.
    var ownKey: PublicKey? {
        switch self {
        case .key(let key): key
        case .certificate(let chain): try? chain.key(at: .run)
        case .authorities, .embedded, .nobody: nil
        }
    }
}
