import AuditCore

/// Who shows annotations.
public enum AnnotationHost: String, Sendable, Hashable, CaseIterable {
    /// GitHub Actions: workflow commands, read from the standard output.
    case github
    /// GitLab CI: a Code Quality report, named in the job's `artifacts: reports: codequality`.
    case gitlab

    /// The file that the host reads; nil where it reads the standard output.
    public var fileName: String? {
        switch self {
        case .github: nil
        case .gitlab: "gl-code-quality-report.json"
        }
    }

    /// The lines for the standard output; none where the host reads a file.
    public func lines(_ record: AuditRecord, language: Language = .english) -> [String] {
        switch self {
        case .github: Annotation.all(in: record, language: language).map(WorkflowCommand.line)
        case .gitlab: []
        }
    }

    /// Writes the file the host reads into `directory`.
    ///
    /// - Returns: its path; nil where the host reads the standard output.
    /// - Throws: `renderingFailed`, `unwritable`, `diskFull`.
    public func write(
        _ record: AuditRecord,
        to directory: String,
        language: Language = .english
    ) throws(ReportError) -> String? {
        guard let fileName else { return nil }
        let value = CodeQuality.value(Annotation.all(in: record, language: language), of: record)
        let bytes = try JSONText.bytes(value, of: XMLReporter.descriptor.fileName)
        return try AtomicFiles.write([(fileName, bytes)], to: directory).first
    }
}
