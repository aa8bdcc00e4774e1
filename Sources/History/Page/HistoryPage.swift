import AuditCore
import Diagnostics
import Reports
import XML

/// The audits of a registry as one static page: their verdicts, and each gate's figure over the releases.
public enum HistoryPage {
    private static let namespace = "urn:layeraudit:history:1"

    /// The page, self-contained and without scripts.
    ///
    /// - Parameters:
    ///   - audits: the oldest first.
    ///   - language: the page's language; titles and names stand as they were written.
    ///   - artist: what draws the figures; one that cannot be drawn stands as its table alone.
    /// - Throws: `renderingFailed`.
    public static func render(
        _ audits: [(audit: RegistryAudit, gates: [RegistryGate])],
        in language: Language = .english,
        artist: Gnuplot = Gnuplot()
    ) throws(HistoryError) -> [UInt8] {
        do {
            let bytes = try element(audits, language, artist).serialized()
            let document = try XMLDocument.read(bytes: bytes, name: "history")
            let sheet = try XSLTransform.load(bytes: PackageResources.history_xsl, name: "history.xsl")
            let style = String(decoding: ReportStyle.css, as: UTF8.self)
            return try sheet.apply(to: document, parameters: ["css": style]).bytes
        } catch {
            throw HistoryError(
                .renderingFailed,
                "the page could not be made",
                at: error.location,
                cause: error.description,
                remedy: "Report this; `layeraudit history --json` has the same content."
            )
        }
    }

    private static func element(
        _ audits: [(audit: RegistryAudit, gates: [RegistryGate])],
        _ language: Language,
        _ artist: Gnuplot
    ) -> XMLElement {
        let words = HistoryWords(language: language)
        var root = XMLElement("history", namespace: namespace, attributes: [("language", language.rawValue)])
        for (key, text) in words.texts(audits.map(\.audit)) {
            root.append(XMLElement("text", attributes: [("key", key)], text: text))
        }
        for (place, entry) in audits.enumerated() {
            let audit = entry.audit
            var element = XMLElement(
                "audit",
                attributes: [
                    ("release", "\(place + 1)"), ("finished", words.moment(audit.finished)), ("title", audit.title),
                    ("model", audit.model), ("cut", audit.cut), ("policy", audit.policy),
                    ("verdict", words.verdict(audit)), ("reason", words.reason(audit, entry.gates)),
                    ("modelDigest", String(audit.modelDigest.prefix(12))),
                ]
            )
            for gate in entry.gates {
                element.append(
                    XMLElement(
                        "gate",
                        attributes: [
                            ("id", gate.gate), ("result", words.result(gate)), ("figures", words.figures(gate)),
                        ]
                    )
                )
            }
            root.append(element)
        }
        for (place, curve) in HistoryFigure.curves(audits).enumerated() {
            let title = curve.figure.title.text(in: language)
            var element = XMLElement("curve", attributes: [("gate", curve.gate), ("title", title)])
            if let drawing = try? artist.draw(curve.figure, anchor: "curve-\(place)", in: language) {
                element.append(drawing)
            }
            root.append(element)
        }
        return root
    }
}
