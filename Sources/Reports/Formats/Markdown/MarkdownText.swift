/// Text from outside as Markdown that reads the same and does nothing, on GitHub and GitLab.
enum MarkdownText {
    /// The longest text a summary repeats, in characters; the record has the whole of it.
    static let limit = 500

    /// Prose on one line: no markup, HTML, table cells, links, mentions or references to issues.
    static func prose(_ text: String) -> String {
        let line = VisibleText.line(text, limit: limit)
        var result = ""
        var before: Character = " "
        for (index, character) in zip(line.indices, line) {
            if markup.contains(character) { result.append("\\") }
            result.append(character)
            let next = line.index(after: index)
            let after = next < line.endIndex ? line[next] : " "
            if isReference(character, before: before, after: after) { result.append(separator) }
            before = character
        }
        return result
    }

    /// Characters that Markdown can take for markup wherever they stand.
    private static let markup: Set<Character> = [
        "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "(", ")", "#", "+", "-", "!", "|", "~", "&", "$", "^", "=",
        ":", "\"",
    ]

    /// Whether the two characters could start a mention (@name), a reference (#1, !1, ~label, %1) or an address.
    private static func isReference(_ character: Character, before: Character, after: Character) -> Bool {
        switch character {
        case "@", "#", "!", "~", "%", "$", "&", "^":
            after.isLetter || after.isNumber || after == "\"" || after == "_" || after == "-" || after == "."
        case ".": before == "w" || before == "W"
        case "-": after.isNumber
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
