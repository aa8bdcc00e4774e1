/// An annotation as a workflow command of GitHub Actions.
enum WorkflowCommand {
    /// `::level title=…::text`, on one line whatever the text holds.
    static func line(_ annotation: Annotation) -> String {
        let title = property(VisibleText.line(annotation.title))
        return "::\(annotation.level.rawValue) title=\(title)::\(data(VisibleText.line(annotation.text)))"
    }

    private static func data(_ text: String) -> String {
        text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
    }

    private static func property(_ text: String) -> String {
        data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
    }
}
