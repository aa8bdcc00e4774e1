import Foundation
import ShadowModels

/// A shadow store as a terminal shows it.
enum StoreText {
    static func lines(_ entries: [StoreEntry], folder: String) -> [String] {
        guard !entries.isEmpty else { return ["Nothing is stored in \(folder)."] }
        let groups = Dictionary(grouping: entries) { [$0.kind, TextTable.count($0.records)] }
        let sorted = groups.sorted { ($0.key[0], $0.value[0].records) < ($1.key[0], $1.value[0].records) }
        let rows = sorted.map { key, group in [HistoryText.shownOnOneLine(key[0]), key[1]] + figures(group) }
        let heading = ["model", "trained on", "models", "core-seconds", "size", "last used"]
        return TextTable.lines([heading] + rows + [["all", ""] + figures(entries)], right: [1, 2, 3, 4])
    }

    static func removed(_ removed: (entries: Int, bytes: Int), folder: String) -> String {
        "removed \(TextTable.count(removed.entries)) models, \(size(removed.bytes)), from \(folder)"
    }

    private static func figures(_ entries: [StoreEntry]) -> [String] {
        let seconds = entries.reduce(0) { $0 + $1.coreSeconds }
        let lastUsed = entries.map(\.lastUsed).max() ?? .distantPast
        return [
            TextTable.count(entries.count), String(format: "%.1f", seconds), size(entries.reduce(0) { $0 + $1.bytes }),
            ISO8601DateFormatter().string(from: lastUsed),
        ]
    }

    private static func size(_ bytes: Int) -> String {
        guard bytes >= 1_000_000 else { return "\(TextTable.count((bytes + 999) / 1000)) kB" }
        return String(format: "%.1f MB", Double(bytes) / 1e6)
    }
}
