import AuditCore
import Crypto
import Diagnostics
import Foundation
import GRDB
import Reports

/// The audits of this machine or team in one SQLite file, which many processes may write at once.
///
/// An audit is recorded in one transaction: it is there with all its gates or not at all, whatever becomes of the writer.
public final class Registry: Sendable {
    /// The file.
    public let path: String
    private let queue: DatabaseQueue

    /// Opens a registry, and makes it when there is none.
    ///
    /// - Parameters:
    ///   - path: the file; its folder is made too.
    ///   - patience: seconds to wait for other writers.
    /// - Throws: `unusable`, `notARegistry`, `newer`, `busy`, `damaged`.
    public init(path: String, patience: Double = 60) throws(HistoryError) {
        self.path = path
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.foreignKeysEnabled = true
        configuration.label = "LayerAudit registry"
        do {
            let folder = (path as NSString).deletingLastPathComponent
            if !folder.isEmpty {
                try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            }
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.inDatabase(RegistrySchema.prepare)
        } catch let error as RegistrySchema.Mismatch {
            throw error.error(path)
        } catch {
            throw Self.error(error, path)
        }
    }

    /// Records an audit, once.
    ///
    /// - Parameters:
    ///   - document: the record.
    ///   - report: where the record is.
    ///   - moment: when it is recorded.
    /// - Returns: the audit's number, and whether it was new.
    /// - Throws: `ReportError` when the record cannot be read in full, `HistoryError`.
    @discardableResult
    public func add(
        _ document: ReportDocument,
        report: String,
        at moment: Date = Date()
    ) throws -> (number: Int64, isNew: Bool) {
        let record = try RecordReader.record(of: document)
        let digest = SHA256.hash(data: document.bytes).map { String(format: "%02x", $0) }.joined()
        let audit = RegistryAudit(record, digest: digest, report: Self.absolute(report), at: moment)
        do {
            return try queue.write { database in
                let known = RegistryAudit.filter(GRDB.Column("reportDigest") == digest)
                if let number = try known.fetchOne(database)?.number { return (number, false) }
                try audit.insert(database)
                let number = database.lastInsertedRowID
                for (place, gate) in record.judgement.gates.enumerated() {
                    try RegistryGate(gate, audit: number, place: place).insert(database)
                }
                return (number, true)
            }
        } catch {
            throw Self.error(error, path)
        }
    }

    /// The audits meant, the oldest first, each with its gates in the policy's order.
    ///
    /// - Throws: `busy`, `damaged`, `unusable`.
    public func audits(
        _ filter: RegistryFilter = RegistryFilter()
    ) throws(HistoryError) -> [(audit: RegistryAudit, gates: [RegistryGate])] {
        do {
            return try queue.read { database in
                let request = filter.limit.map { filter.request.limit(max(0, $0)) } ?? filter.request
                return try request.fetchAll(database).reversed().map { ($0, try Self.gates(of: $0.number, database)) }
            }
        } catch {
            throw Self.error(error, path)
        }
    }

    /// One audit with its gates.
    ///
    /// - Throws: `noSuchAudit`, `busy`, `damaged`, `unusable`.
    public func audit(_ number: Int64) throws(HistoryError) -> (audit: RegistryAudit, gates: [RegistryGate]) {
        let found: (RegistryAudit, [RegistryGate])?
        do {
            found = try queue.read { database in
                guard let audit = try RegistryAudit.filter(GRDB.Column("number") == number).fetchOne(database) else {
                    return nil
                }
                return (audit, try Self.gates(of: number, database))
            }
        } catch {
            throw Self.error(error, path)
        }
        if let found { return found }
        throw HistoryError(
            .noSuchAudit,
            "no audit has the number \(number)",
            at: .file(path),
            remedy: "`layeraudit history` lists the audits with their numbers."
        )
    }

    private static func gates(of number: Int64?, _ database: Database) throws -> [RegistryGate] {
        try RegistryGate.filter(GRDB.Column("audit") == number).order(GRDB.Column("place")).fetchAll(database)
    }

    private static func absolute(_ path: String) -> String {
        URL(fileURLWithPath: path).standardizedFileURL.path
    }

    static func error(_ error: any Error, _ path: String) -> HistoryError {
        if let error = error as? HistoryError { return error }
        let code = (error as? DatabaseError)?.resultCode
        let cause = (error as? DatabaseError)?.message ?? (error as? CocoaError)?.localizedDescription ?? "\(error)"
        switch code {
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return HistoryError(
                .busy,
                "another process keeps the registry to itself",
                at: .file(path),
                cause: cause,
                remedy: "Try again when it is done; `layeraudit history add report.xml` records an audit later."
            )
        case .SQLITE_NOTADB:
            return RegistrySchema.Mismatch.notARegistry.error(path)
        case .SQLITE_CORRUPT:
            return HistoryError(
                .damaged,
                "the registry is damaged",
                at: .file(path),
                cause: cause,
                remedy: "Put it aside, and record the audits anew with `layeraudit history add report.xml …`."
            )
        default:
            return HistoryError(
                .unusable,
                "the registry cannot be used",
                at: .file(path),
                cause: cause,
                remedy: "Name a file on a disk with room that you may write to, with --registry."
            )
        }
    }
}
