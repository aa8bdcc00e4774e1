/// Answers are HTML in the PIA software: text from outside is escaped.
enum PIAText {
    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }

    /// A paragraph of plain text.
    static func paragraph(_ text: String) -> String { text.isEmpty ? "" : "<p>\(escaped(text))</p>" }

    /// A list of plain texts.
    static func list(_ items: [String]) -> String {
        items.isEmpty ? "" : "<ul>" + items.map { "<li>\(escaped($0))</li>" }.joined() + "</ul>"
    }
}
