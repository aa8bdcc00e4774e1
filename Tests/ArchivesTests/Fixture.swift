import Diagnostics
import Foundation
import Testing

@testable import Archives

/// A committed fixture; `Fixtures/make.py` says how it was made.
func fixture(_ name: String) -> String {
    Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name).path
}

/// Runs `body` and holds its error against a code and the archive's path.
func expect(
    _ code: ArchiveError.Code,
    at path: String,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
) {
    do {
        try body()
        Issue.record("no error was thrown", sourceLocation: sourceLocation)
    } catch let error as ArchiveError {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        #expect(error.location == .file(path), sourceLocation: sourceLocation)
        #expect(!error.remedy.isEmpty, sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}
