import Diagnostics
import GRDB

/// The tables of a registry.
enum RegistrySchema {
    /// What SQLite notes in the file's header: `LAud`.
    private static let application = 0x4C41_7564
    private static let version = 1

    /// Why a file is not used.
    enum Mismatch: Error {
        case notARegistry
        case newer

        func error(_ path: String) -> HistoryError {
            switch self {
            case .notARegistry:
                HistoryError(
                    .notARegistry,
                    "the file is no registry of LayerAudit",
                    at: .file(path),
                    remedy: "Name another file with --registry; this one is left as it is."
                )
            case .newer:
                HistoryError(
                    .newer,
                    "the registry was written by a newer version of LayerAudit",
                    at: .file(path),
                    remedy: "Use that version, or name another file with --registry."
                )
            }
        }
    }

    /// Makes the tables of a new file, and makes sure of those of an old one.
    static func prepare(_ database: Database) throws {
        if try isReady(database) { return }
        // Many processes may open a new registry at once: the first makes the tables, the others find them.
        try database.inTransaction(.immediate) {
            if try !isReady(database) { try make(database) }
            return .commit
        }
    }

    private static func isReady(_ database: Database) throws -> Bool {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        if application == Self.application {
            guard version <= Self.version else { throw Mismatch.newer }
            return true
        }
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
        guard application == 0, version == 0, tables == 0 else { throw Mismatch.notARegistry }
        return false
    }

    private static func make(_ database: Database) throws {
        try database.create(table: RegistryAudit.databaseTableName) { table in
            table.autoIncrementedPrimaryKey("number")
            for name in [
                "recorded", "finished", "title", "model", "modelDigest", "cut", "release", "policy", "policyDigest",
                "profile", "seed", "tool", "verdict",
            ] { table.column(name, .text).notNull() }
            table.column("exitCode", .integer).notNull()
            table.column("reason", .text).notNull()
            table.column("reportDigest", .text).notNull().unique()
            table.column("report", .text).notNull()
        }
        try database.create(index: "audit-finished", on: RegistryAudit.databaseTableName, columns: ["finished"])
        try database.create(table: RegistryGate.databaseTableName) { table in
            table.column("audit", .integer).notNull().references(RegistryAudit.databaseTableName, onDelete: .cascade)
            table.column("place", .integer).notNull()
            for name in ["gate", "title", "result"] { table.column(name, .text).notNull() }
            table.column("isWaived", .boolean).notNull()
            for name in ["statistic", "bound", "severity"] { table.column(name, .text).notNull() }
            for name in ["threshold", "confidence"] { table.column(name, .double).notNull() }
            for name in ["measured", "low", "high"] { table.column(name, .double) }
            for name in ["attack", "approach"] { table.column(name, .text) }
            table.column("shadowSize", .integer)
            table.primaryKey(["audit", "place"])
        }
        try database.execute(sql: "PRAGMA application_id = \(application)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }
}
