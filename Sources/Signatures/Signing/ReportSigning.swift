import AuditCore
import Diagnostics
import Foundation
import Reports

/// Signs a report and states, signed too, which files it is about.
public enum ReportSigning {
    /// What was written.
    public struct Signed: Sendable {
        /// The signed report.
        public let report: String
        /// The in-toto statement in its DSSE envelope.
        public let statement: String
    }

    /// Signs the record at `path` and writes it, with the statement beside it: both files appear whole, or neither.
    ///
    /// - Parameters:
    ///   - path: the record.
    ///   - key: the signer's.
    ///   - certificates: brought along instead of the key's value, the signer's first.
    ///   - output: where the signed report goes; by default in the record's place. The statement's name is the report's
    ///     with `.intoto.json` for its extension.
    ///   - replaces: whether a signature that is there already gives way.
    ///   - moment: the present.
    /// - Throws: `unreadable`, `invalidReport`, `certificateMismatch`, `certificateUnfit`, `alreadySigned`,
    ///   `notSignable`, `signingFailed`, `unwritable`, `diskFull`.
    public static func sign(
        report path: String,
        key: SigningKey,
        certificates: (chain: CertificateChain, name: String)? = nil,
        output: String? = nil,
        replaces: Bool = false,
        at moment: Date = Date()
    ) throws(SignatureError) -> Signed {
        if let certificates {
            try certificates.chain.require(key, at: moment, location: .file(certificates.name))
        }
        let (document, record) = try read(path)
        let bytes = try RecordSigner.sign(document, key: key, certificates: certificates?.chain, replaces: replaces)
        let target = output ?? path
        let name = (target as NSString).lastPathComponent
        let statement = Statement(
            record,
            report: (name, try ContentDigest.of(bytes)),
            signed: moment.formatted(.iso8601)
        )
        let folder = (target as NSString).deletingLastPathComponent
        let files: [(name: String, bytes: [UInt8])] = [
            (name, bytes), (statementName(name), try Envelope(statement, key: key).line()),
        ]
        do throws(ReportError) {
            let written = try AtomicFiles.write(files, to: folder.isEmpty ? "." : folder)
            return Signed(report: written[0], statement: written[1])
        } catch {
            throw SignatureError(error)
        }
    }

    private static func read(_ path: String) throws(SignatureError) -> (ReportDocument, AuditRecord) {
        do throws(ReportError) {
            let document = try ReportDocument.read(path: path)
            return (document, try RecordReader.record(of: document))
        } catch {
            throw SignatureError(error)
        }
    }

    /// What the statement about a report is called.
    public static func statementName(_ report: String) -> String {
        (report as NSString).deletingPathExtension + ".intoto.json"
    }
}
