import AuditCore

/// Who of the members is most exposed.
enum ExposureJSON {
    static func exposure(_ sheet: ExposureSheet) -> JSONValue {
        .members([
            "identifiers": .string(sheet.identifiers.rawValue), "count": .integer(sheet.count),
            "named": .integer(sheet.named), "level": .figure(sheet.level), "exposed": .list(sheet.head, subject),
        ])
    }

    private static func subject(_ subject: ExposureSheet.Subject) -> JSONValue {
        RecordJSON.combination(subject.attack, subject.approach, subject.shadowSize).adding([
            "rank": .integer(subject.rank), "name": .said(subject.name), "records": .integer(subject.records),
            "row": .integer(subject.row), "score": .figure(subject.score), "p": .figure(subject.p),
            "q": .figure(subject.q),
        ])
    }
}
