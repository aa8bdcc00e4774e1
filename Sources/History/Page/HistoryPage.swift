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
    ///   - artist: what draws the figures; one that cannot be drawn stands as its table alone.
    /// - Throws: `renderingFailed`.
    public static func render(
        _ audits: [(audit: RegistryAudit, gates: [RegistryGate])],
        artist: Gnuplot = Gnuplot()
    ) throws(HistoryError) -> [UInt8] {
        do {
            let bytes = try element(audits, artist).serialized()
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
        _ artist: Gnuplot
    ) -> XMLElement {
        var root = XMLElement("history", namespace: namespace)
        for (place, entry) in audits.enumerated() {
            let audit = entry.audit
            var element = XMLElement(
                "audit",
                attributes: [
                    ("release", "\(place + 1)"), ("number", audit.number.map { "\($0)" }),
                    ("finished", audit.finished), ("title", audit.title), ("model", audit.model), ("cut", audit.cut),
                    ("policy", audit.policy), ("verdict", audit.verdict), ("reason", audit.reason),
                    ("modelDigest", String(audit.modelDigest.prefix(12))),
                ]
            )
            for gate in entry.gates { element.append(Self.gate(gate)) }
            root.append(element)
        }
        for (place, curve) in HistoryFigure.curves(audits).enumerated() {
            var element = XMLElement("curve", attributes: [("gate", curve.gate), ("title", curve.figure.title.text)])
            if let drawing = try? artist.draw(curve.figure, anchor: "curve-\(place)") { element.append(drawing) }
            root.append(element)
        }
        return root
    }

    private static func gate(_ gate: RegistryGate) -> XMLElement {
        XMLElement(
            "gate",
            attributes: [
                ("id", gate.gate), ("result", gate.result), ("waived", gate.isWaived ? "true" : nil),
                ("statistic", gate.statistic), ("bound", gate.bound), ("threshold", text(gate.threshold)),
                ("measured", text(gate.measured)), ("low", text(gate.low)), ("high", text(gate.high)),
                ("confidence", text(gate.confidence)), ("attack", gate.attack), ("approach", gate.approach),
            ]
        )
    }

    private static func text(_ value: Double?) -> String? {
        guard let value, value.isFinite else { return nil }
        return "\((value * 10_000).rounded() / 10_000)"
    }
}
