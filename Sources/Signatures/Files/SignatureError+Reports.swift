import Reports
import XML

extension SignatureError {
    /// Why a report could not be read or written, as `Reports` says it.
    init(_ error: ReportError) {
        let code: Code =
            switch error.code {
            case .unreadable: .unreadable
            case .unwritable: .unwritable
            case .diskFull: .diskFull
            default: .invalidReport
            }
        self.init(code, error.summary, at: error.location, cause: error.cause, remedy: error.remedy)
    }

    /// Why a report's bytes could not be read, as `XML` says it.
    init(_ error: XMLError) {
        self.init(
            error.code == .tooLarge ? .tooLarge : .unreadable,
            error.summary,
            at: error.location,
            cause: error.cause,
            remedy: error.remedy
        )
    }
}
