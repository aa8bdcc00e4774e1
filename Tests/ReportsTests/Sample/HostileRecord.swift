import AuditCore

/// The hand-made audit with one name wherever a name comes from outside.
enum HostileRecord {
    /// Names that try to be more than a name in some format.
    static let names = [
        "<script>alert(1)</script>", "a ]]> b", "<&\"'>", "&lt;b&gt; &#x41; &nbsp;", "line\nbreak\ttab\r\nend",
        "\u{202E}right-to-left\u{202C} \u{2066}isolate\u{2069}", "next to \u{1} NUL \u{0}\u{7F}\u{85}\u{FFFE}",
        "=HYPERLINK(\"http://evil.example\";\"x\")", "@somebody #1 !2 ~label $3 &4 %5 GH-6 www.evil.example",
        "| cell | `code` ``` **bold** [link](javascript:alert(1)) ![img](x) <!-- gone",
        "::error::injected\n::set-output name=a::b",
        "%0A::warning::x %25", "{\"json\": \\\"x\\\"}", "-1+1", "../../etc/passwd", "Ünïcødé 日本語 \u{1F980}",
        String(repeating: "x", count: 10_000),
    ]

    static func make(_ name: String) -> AuditRecord {
        let rich = SampleRecord.make(title: name, layer: name, className: name, series: name)
        let words = Phrase(verbatim: name)
        let model = ModelSheet(
            name: name,
            format: name,
            inputShape: rich.model.inputShape,
            classes: rich.model.classes,
            parameters: rich.model.parameters,
            transferredParameters: rich.model.transferredParameters,
            cut: name,
            layers: rich.model.layers,
            memberAccuracy: rich.model.memberAccuracy,
            nonMemberAccuracy: rich.model.nonMemberAccuracy
        )
        return AuditRecord(
            title: name,
            context: AuditContext(
                controller: name,
                recipient: name,
                release: .partner,
                dataCategories: [name],
                recipientOutsideEEA: true
            ),
            model: model,
            transferred: rich.transferred,
            data: rich.data.map {
                DataSheet(
                    role: $0.role,
                    source: name,
                    records: $0.records,
                    shape: $0.shape,
                    perClass: $0.perClass,
                    contentHash: $0.contentHash
                )
            },
            target: rich.target,
            shadows: rich.shadows,
            attacks: rich.attacks,
            outcomes: rich.outcomes,
            uncertainties: rich.uncertainties,
            measurements: rich.measurements,
            classMeasurements: rich.classMeasurements,
            costs: rich.costs,
            checks: rich.checks,
            skips: [Skip(id: name, reason: words, remedy: words)],
            coverage: rich.coverage,
            judgement: judgement(rich.judgement, name),
            findings: rich.findings.map {
                Finding(
                    id: $0.id,
                    gate: $0.gate,
                    title: words,
                    evidence: words,
                    severity: $0.severity,
                    legalBasis: $0.legalBasis,
                    remedy: words
                )
            },
            recommendations: rich.recommendations,
            trials: rich.trials,
            advice: rich.advice,
            depth: rich.depth,
            figures: rich.figures,
            exposure: rich.exposure.map { exposure($0, name) },
            provenance: provenance(rich.provenance, name)
        )
    }

    private static func judgement(_ judgement: Judgement, _ name: String) -> Judgement {
        let words = Phrase(verbatim: name)
        return Judgement(
            verdict: judgement.verdict,
            sentence: words,
            policy: PolicySheet(id: name, title: words, purpose: words, limits: words, sha256: judgement.policy.sha256),
            gates: judgement.gates.map { MatrixRecord.gate($0, title: name, reason: name) },
            missing: [name]
        )
    }

    private static func exposure(_ sheet: ExposureSheet, _ name: String) -> ExposureSheet {
        ExposureSheet(
            identifiers: .raw,
            count: sheet.count,
            named: sheet.named,
            level: sheet.level,
            head: sheet.head.map {
                ExposureSheet.Subject(
                    rank: $0.rank,
                    name: Phrase(verbatim: name),
                    records: $0.records,
                    attack: $0.attack,
                    approach: $0.approach,
                    shadowSize: $0.shadowSize,
                    row: $0.row,
                    score: $0.score,
                    p: $0.p,
                    q: $0.q
                )
            }
        )
    }

    private static func provenance(_ provenance: Provenance, _ name: String) -> Provenance {
        Provenance(
            toolVersion: provenance.toolVersion,
            libraries: provenance.libraries,
            machine: Phrase(verbatim: name),
            started: provenance.started,
            finished: provenance.finished,
            seconds: provenance.seconds,
            seed: provenance.seed,
            profile: provenance.profile,
            files: provenance.files.map {
                FileDigest(role: $0.role, name: name, sha256: $0.sha256, bytes: $0.bytes)
            },
            modelsTrained: provenance.modelsTrained,
            modelsReused: provenance.modelsReused
        )
    }
}
