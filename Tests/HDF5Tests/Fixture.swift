import Diagnostics
import Foundation
import Testing

@testable import HDF5

/// A committed fixture; `Fixtures/make.py` says how it was made.
func fixture(_ name: String) -> String {
    Bundle.module.bundleURL.appendingPathComponent("Fixtures").appendingPathComponent(name).path
}

/// Runs `body` and holds its error against a code and, where given, a location.
func expect(
    _ code: HDF5Error.Code,
    at location: Location? = nil,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
) {
    do {
        try body()
        Issue.record("no error was thrown", sourceLocation: sourceLocation)
    } catch let error as HDF5Error {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
        if let location { #expect(error.location == location, sourceLocation: sourceLocation) }
        #expect(!error.remedy.isEmpty, sourceLocation: sourceLocation)
    } catch {
        Issue.record(error, sourceLocation: sourceLocation)
    }
}

func bytes(of path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

func write(_ bytes: [UInt8], to path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
