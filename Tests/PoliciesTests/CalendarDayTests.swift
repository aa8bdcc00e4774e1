import Foundation
import Testing

@testable import Policies

@Suite struct CalendarDayTests {
    @Test(arguments: ["2026-11-20", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
    func days(_ text: String) { #expect(CalendarDay(text)?.description == text) }

    @Test(
        arguments: [
            "", "2026-11-31", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "0000-01-01",
            "2026-1-01", "+026-01-01", "2026-01-01Z", "2026/01/01", "２０２６-01-01",
        ]
    )
    func notDays(_ text: String) { #expect(CalendarDay(text) == nil) }

    @Test func orderAndDates() throws {
        let day = CalendarDay(Date(timeIntervalSince1970: 1_795_132_799))
        #expect(day.description == "2026-11-19")
        #expect(CalendarDay(Date(timeIntervalSince1970: 1_795_132_800)).description == "2026-11-20")
        #expect(day < CalendarDay(Date(timeIntervalSince1970: 1_795_132_800)))
    }
}
