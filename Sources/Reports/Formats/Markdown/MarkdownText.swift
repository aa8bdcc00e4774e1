/// Text from outside as Markdown that reads the same and does nothing, on GitHub and GitLab.
enum MarkdownText {
    /// The longest text a summary repeats, in characters; the record has the whole of it.
    static let limit = 500

    /// Prose on one line: no markup, HTML, table cells, lists, links, mentions or references to issues.
    static func prose(_ text: String) -> String {
        let characters = Array(VisibleText.line(text, limit: limit))
        var result = ""
        for (index, character) in characters.enumerated() {
            let before = index > 0 ? characters[index - 1] : nil
            let after = index + 1 < characters.count ? characters[index + 1] : nil
            let isFirst = characters[..<index].allSatisfy { $0.isWholeNumber }
            if markup.contains(character) || (isFirst && listMarks.contains(character))
                || (character == ":" && after != nil && after != " ")
            {
                result.append("\\")
            }
            result.append(character)
            if isReference(character, before: before, after: after) { result.append(separator) }
        }
        return result
    }

    /// Characters that Markdown can take for markup wherever they stand.
    private static let markup: Set<Character> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&", "$", "^"]

    /// Characters that start a list or a heading's underline, at the beginning or behind a number there.
    private static let listMarks: Set<Character> = ["-", "+", "=", ".", ")"]

    /// Whether the two characters could start a mention (@name), a reference (#1, !1, ~label, %1, GH-1) or an address.
    private static func isReference(_ character: Character, before: Character?, after: Character?) -> Bool {
        guard let after else { return false }
        return switch character {
        case "@", "#", "!", "~", "%", "$", "&", "^":
            after.isLetter || after.isNumber || ["\"", "_", "-", "."].contains(after)
        case ".": before == "w" || before == "W"
        case "-": before?.uppercased() == "H" && after.isNumber
        default: false
        }
    }

    /// Has no width, and ends a name or an address.
    private static let separator: Character = "\u{200B}"

    /// A name in a code span, where nothing is markup.
    static func code(_ text: String) -> String {
        let line = VisibleText.line(text, limit: limit)
        guard !line.isEmpty else { return "" }
        var longest = 0
        var run = 0
        for character in line {
            run = character == "`" ? run + 1 : 0
            longest = max(longest, run)
        }
        let fence = String(repeating: "`", count: longest + 1)
        let space = line.hasPrefix("`") || line.hasSuffix("`") || line.hasPrefix(" ") ? " " : ""
        // A table is cut at bars before code is looked at; there a bar is written with a backslash.
        return fence + space + line.replacing("|", with: "\\|") + space + fence
    }
}
