import ArgumentParser
import Diagnostics
import Foundation
import Networks

/// How a command that could not do its work ends.
enum Failure {
    /// The audit could not be completed, or a file cannot be used.
    static let incomplete: Int32 = 2
    /// Ended by a signal: 128 + SIGINT, as shells count.
    static let interrupted: Int32 = 130

    /// Says what is wrong on the standard error and ends the process.
    static func exit(_ error: any Error) -> Never {
        guard let (text, code) = report(error) else { LayerAudit.exit(withError: error) }
        StandardError.write(text)
        Foundation.exit(code)
    }

    /// The text and exit code of an error; nil for what the argument parser says itself (usage, help, version).
    static func report(_ error: any Error) -> (text: String, code: Int32)? {
        switch error {
        case let error as NetworkError where error.code == .cancelled:
            ("interrupted: nothing was half-written", interrupted)
        case let error as any DiagnosticError:
            ("error: \(error.description)", incomplete)
        case let error as CocoaError:
            ("error: \(error.localizedDescription)\n  remedy: check the path, its permissions and the disk", incomplete)
        default:
            nil
        }
    }
}
