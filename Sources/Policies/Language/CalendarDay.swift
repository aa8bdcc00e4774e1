import Foundation

/// A day of the Gregorian calendar, in UTC.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// `YYYY-MM-DD`; such texts sort as the days do.
    public let description: String

    /// The day written as `YYYY-MM-DD`; nil for any other text and for days that do not exist.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
        guard isDigits, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
        guard let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0 else { return nil }
        let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        description = text
    }

    /// The day on which `date` falls in UTC.
    public init(_ date: Date) {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? .gmt
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        description = String(format: "%04d-%02d-%02d", parts.year ?? 1, parts.month ?? 1, parts.day ?? 1)
    }

    /// The day of a timestamp in UTC such as `2026-11-20T13:45:00Z`; nil for any other text.
    public init?(timestamp: String) {
        guard timestamp.hasSuffix("Z"), timestamp.dropFirst(10).hasPrefix("T") else { return nil }
        self.init(String(timestamp.prefix(10)))
    }

    /// Orders by time.
    public static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.description < right.description }
}
