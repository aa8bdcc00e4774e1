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
        if let error = error as? NetworkError, error.code == .cancelled {
            return ("interrupted: nothing was half-written", interrupted)
        }
        if let error = error as? any DiagnosticError { return ("error: \(error.description)", incomplete) }
        // The parser's own errors have exit codes of their own; it gives 1 to any error it does not know.
        guard !(error is ExitCode), LayerAudit.exitCode(for: error) == .failure else { return nil }
        let text = (error as? CocoaError)?.localizedDescription ?? "\(error)"
        return (
            "error: \(text)\n  remedy: check the paths, their permissions and the disk, and run it again", incomplete
        )
    }
}
