import Foundation
import Testing

/// WCAG 2.1: 4.5:1 for text (1.4.3), 3:1 for lines in figures (1.4.11), on every background of the page.
@Suite("palette.css")
struct ContrastTests {
    /// The variables of the light, dark and printed page, by selector order in the file.
    private func themes() throws -> [[String: String]] {
        let style = try String(contentsOf: Tool.root.appendingPathComponent("Reports/palette.css"), encoding: .utf8)
        return style.matches(of: /:root \{([^}]*)\}/).map { block in
            var variables: [String: String] = [:]
            for match in block.1.matches(of: /--([a-z0-9-]+): (#[0-9a-f]{6})/) {
                variables[String(match.1)] = String(match.2)
            }
            return variables
        }
    }

    private func luminance(_ color: String) -> Double {
        let parts = stride(from: 1, to: 7, by: 2).map { start -> Double in
            let from = color.index(color.startIndex, offsetBy: start)
            let value = Double(Int(color[from..<color.index(from, offsetBy: 2)], radix: 16) ?? 0) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }

    private func contrast(_ one: String?, _ other: String?) throws -> Double {
        let values = [luminance(try #require(one)), luminance(try #require(other))].sorted()
        return (values[1] + 0.05) / (values[0] + 0.05)
    }

    @Test("text and lines stand out in light, dark and print")
    func contrasts() throws {
        let themes = try themes()
        #expect(themes.count == 3)
        for theme in themes {
            for text in ["ink", "soft", "link", "accent", "good", "bad", "doubt", "void"] {
                for ground in ["paper", "wash", "mark"] {
                    #expect(try contrast(theme[text], theme[ground]) >= 4.5, "\(text) on \(ground)")
                }
            }
            for ground in ["good", "bad", "doubt", "void", "accent"] {
                #expect(try contrast(theme["on"], theme[ground]) >= 4.5, "text on \(ground)")
            }
            for series in (1...8).map({ "series-\($0)" }) + ["figure-reference"] {
                #expect(try contrast(theme[series], theme["paper"]) >= 3, "\(series)")
            }
        }
    }

    @Test("the colours a drawing falls back on are the light page's")
    func fallbacks() throws {
        let record = try String(
            contentsOf: Tool.root.appendingPathComponent("Reports/sample/report.xml"),
            encoding: .utf8
        )
        let light = try themes()[0]
        let fallbacks = Set(
            record.matches(of: /var\(--([a-z0-9-]+),(#[0-9a-f]{6})\)/).map { [$0.1, $0.2].map(String.init) }
        )
        #expect(fallbacks.count >= 5)
        for pair in fallbacks { #expect(light[pair[0]] == pair[1]) }
    }
}
