import Foundation

/// A program that prints a page as PDF.
enum PrintingTool {
    case browser(String)
    case weasyPrint(String)

    /// The program at `path`, told by its name.
    init(path: String) {
        self = path.hasSuffix("weasyprint") ? .weasyPrint(path) : .browser(path)
    }

    /// What is installed; a browser first, which prints margin boxes and knows every property the page uses.
    static func installed() -> PrintingTool? {
        let browser = ToolRun.find("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
        return (browser ?? ToolRun.find("weasyprint")).map { PrintingTool(path: $0) }
    }

    var path: String {
        switch self {
        case .browser(let path), .weasyPrint(let path): path
        }
    }

    /// Prints a page; whatever the page says, nothing is fetched: its name servers lead nowhere.
    func print(_ page: [UInt8], timeout: Double) -> ToolRun {
        switch self {
        case .browser(let path):
            ToolRun.run(path, input: page, inputName: "page.html", outputName: "page.pdf", timeout: timeout) {
                Self.browserArguments(folder: $0)
            }
        case .weasyPrint(let path):
            ToolRun.run(path, input: page, timeout: timeout) { _ in
                ["--encoding", "utf-8", "--media-type", "print", "-", "-"]
            }
        }
    }

    private static func browserArguments(folder: String) -> [String] {
        // Chromium refuses to run its sandbox as root.
        let sandbox = getuid() == 0 ? ["--no-sandbox"] : []
        return sandbox + [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--user-data-dir=\(folder)/profile",
            "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-domain-reliability",
            "--host-resolver-rules=MAP * ~NOTFOUND", "--proxy-server=127.0.0.1:9", "--no-pdf-header-footer",
            "--export-tagged-pdf", "--generate-pdf-document-outline", "--print-to-pdf=\(folder)/page.pdf",
            "file://\(folder)/page.html",
        ]
    }
}
