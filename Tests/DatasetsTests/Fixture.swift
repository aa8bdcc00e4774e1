import Diagnostics
import Foundation
import Testing

@testable import Datasets

/// A committed fixture; `Fixtures/make.py` says how it was made.
func fixture(_ name: String) -> String {
    Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name).path
}

/// What `make.py` puts into record `row` of most fixtures (4 × 3 bytes).
func fixtureRecord(_ row: Int) -> [Float] {
    (0..<12).map { Float((row * 12 + $0) * 7 % 256) }
}

/// A set of `small.h5`.
func small(
    _ x: String = "x",
    y: String? = "y",
    subject: String? = nil,
    rows: RowSelection = .all,
    classNames: [String] = [],
    role: String = "members"
) throws -> Dataset {
    let description = DatasetDescription(
        path: fixture("small.h5"),
        x: x,
        y: y,
        subject: subject,
        rows: rows,
        classNames: classNames
    )
    return try Dataset.open(description, role: role)
}

/// Runs `body` and holds its error against a code and, where given, a location.
func expect(
    _ code: DatasetError.Code,
    at location: Location? = nil,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
) {
    do {
        try body()
        Issue.record("no error was thrown", sourceLocation: sourceLocation)
    } catch let error as DatasetError {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        if let location { #expect(error.location == location, sourceLocation: sourceLocation) }
        #expect(!error.remedy.isEmpty, sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}
