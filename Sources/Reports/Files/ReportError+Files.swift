import Diagnostics
import Foundation

extension ReportError {
    /// What a failed system call on the way to `path` means.
    static func notWritten(_ path: String, _ code: Int32) -> ReportError {
        let cause = String(cString: strerror(code))
        guard code == ENOSPC || code == EDQUOT else { return unwritable(path, cause: cause) }
        return ReportError(
            code: .diskFull,
            summary: "the disk is full, so the report was not written",
            location: .file(path),
            cause: cause,
            remedy: "Free some space, or name another folder with --output."
        )
    }

    static func unwritable(_ path: String, cause: String) -> ReportError {
        ReportError(
            code: .unwritable,
            summary: "the report cannot be written here",
            location: .file(path),
            cause: cause,
            remedy: "Name a folder you may write to with --output."
        )
    }
}
