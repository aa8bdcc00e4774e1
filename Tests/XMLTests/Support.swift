import Diagnostics
import Testing

@testable import XML

extension XMLDocument {
    static func of(_ text: String, name: String = "test.xml") throws(XMLError) -> XMLDocument {
        try read(bytes: Array(text.utf8), name: name)
    }
}

/// The error `body` throws; nil, with an issue recorded, when it throws none.
func error<Value>(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws(XMLError) -> Value
) -> XMLError? {
    do {
        _ = try body()
        Issue.record("no error was thrown", sourceLocation: sourceLocation)
        return nil
    } catch { return error }
}
