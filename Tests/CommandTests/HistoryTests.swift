import Foundation
import TestSupport
import Testing

/// `history` and `compare-reports` on saved records, by many processes at once.
@Suite struct HistoryTests {
    private static let sample: String = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return root.appending(path: "Reports/sample/report.xml").path
    }()

    private let folder: WorkFolder
    private let sample: String

    init() throws {
        folder = try WorkFolder()
        sample = try String(contentsOfFile: Self.sample, encoding: .utf8)
    }

    /// A record of its own with this title.
    private func record(_ title: String) throws -> String {
        let text = sample.replacing(#/<title>[^<]*</title>/#, with: "<title>\(title)</title>", maxReplacements: 1)
        return try folder.write("\(title).xml", text)
    }

    @Test func auditsAreAddedListedAndShown() throws {
        let registry = folder.path("audits.sqlite")
        let paths = try ["one", "two"].map(record)
        let added = try CommandRun(list: ["history", "add"] + paths + ["--registry", registry])
        #expect(added.code == 0)
        #expect(added.output.contains("recorded as 2: "))
        let listed = try CommandRun("history", "--registry", registry)
        #expect(listed.output.contains("one") && listed.output.contains("two"))
        let one = try CommandRun("history", "--registry", registry, "--title", "ONE", "--json")
        #expect(one.output.contains("\"one\"") && !one.output.contains("\"two\""))
        let shown = try CommandRun("history", "show", "2", "--registry", registry)
        #expect(shown.code == 0)
        #expect(shown.output.contains("report SHA-256"))
        let page = try CommandRun("history", "--registry", registry, "--html", "h.html", at: folder)
        #expect(page.code == 0)
        let html = try String(contentsOfFile: folder.path("h.html"), encoding: .utf8)
        #expect(html.contains("2 audits") && html.contains("<svg"))
        _ = try CommandRun("history", "--registry", registry, "--html", "fr.html", "--language", "fr", at: folder)
        let french = try String(contentsOfFile: folder.path("fr.html"), encoding: .utf8)
        #expect(french.contains("<html lang=\"fr\">") && french.contains("Historique des audits"))
    }

    @Test func mistakesAreTold() throws {
        let missing = try CommandRun("history", "show", "7", "--registry", folder.path("r.sqlite"))
        #expect(missing.code == 2)
        #expect(missing.errorID == "history.no-such-audit")
        let wrong = try CommandRun(
            "history",
            "--registry",
            try folder.write("notes.txt", "no registry, but long enough")
        )
        #expect(wrong.code == 2)
        #expect(wrong.errorID == "history.not-a-registry")
        #expect(try CommandRun("history", "--since", "yesterday").code == 64)
        #expect(try CommandRun("compare-reports", "nowhere.xml", Self.sample).code == 2)
    }

    @Test func anAuditComparedWithItselfIsNoWorse() throws {
        let run = try CommandRun("compare-reports", Self.sample, Self.sample)
        #expect(run.code == 0)
        #expect(run.output.contains("no significant difference"))
        let json = try CommandRun("compare-reports", Self.sample, Self.sample, "--json")
        let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
        #expect(parsed?["isWorse"] as? Bool == false)
    }

    /// Eight processes write at once, and one of them is killed each round: what a writer said it recorded is there.
    @Test(.timeLimit(.minutes(10))) func killedWritersLoseNothing() throws {
        let rounds = Int(ProcessInfo.processInfo.environment["LAYERAUDIT_ROUNDS"] ?? "") ?? 2
        let registry = folder.path("shared.sqlite")
        var said: Set<String> = []
        for round in 0..<rounds {
            var writers: [(process: Process, output: String)] = []
            for writer in 0..<8 {
                let paths = try (0..<50).map { try record("r\(round)-w\(writer)-\($0)") }
                let output = try folder.write("out-\(round)-\(writer)")
                let process = Process()
                process.executableURL = CommandRun.program
                process.arguments = ["history", "add"] + paths + ["--registry", registry]
                process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
                try process.run()
                writers.append((process, output))
            }
            let victim = writers[round % 8]
            while try Self.recorded(in: victim.output).count < 5 + round % 40, victim.process.isRunning {
                usleep(2_000)
            }
            kill(victim.process.processIdentifier, SIGKILL)
            for writer in writers { writer.process.waitUntilExit() }
            for (index, writer) in writers.enumerated() {
                let recorded = try Self.recorded(in: writer.output)
                if index != round % 8 {
                    #expect(writer.process.terminationStatus == 0)
                    #expect(recorded.count == 50)
                }
                said.formUnion(recorded)
            }
        }
        let listed = try CommandRun("history", "--registry", registry, "--json")
        let entries = try JSONSerialization.jsonObject(with: Data(listed.output.utf8)) as? [[String: Any]] ?? []
        let titles = entries.compactMap { ($0["audit"] as? [String: Any])?["title"] as? String }
        #expect(Set(titles).count == titles.count)
        #expect(said.subtracting(titles) == [])
        #expect(titles.count >= rounds * 7 * 50)
        let gates = Set(entries.compactMap { ($0["gates"] as? [Any])?.count })
        #expect(gates.count == 1 && gates.first != 0)
        #expect(try integrity(of: registry) == "ok")
    }

    private static func recorded(in output: String) throws -> [String] {
        let text = try String(contentsOfFile: output, encoding: .utf8)
        return text.matches(of: #/recorded as [0-9]+: .*/(.*)\.xml\n/#).map { String($0.output.1) }
    }

    private func integrity(of registry: String) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sqlite3, sys; print(sqlite3.connect(sys.argv[1]).execute('PRAGMA integrity_check').fetchone()[0])",
            registry,
        ]
        let output = try folder.write("integrity")
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        try process.run()
        process.waitUntilExit()
        return try String(contentsOfFile: output, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
