import AuditCore

/// The parts that describe what was audited and how.
enum SheetReading {
    static func context(_ node: RecordNode) throws(ReportError) -> AuditContext {
        AuditContext(
            controller: node.optional("controller"),
            recipient: node.optional("recipient"),
            release: try node.word("release"),
            dataCategories: node.children("dataCategory").map(\.text),
            recipientOutsideEEA: node.optionalTruth("recipientOutsideEEA")
        )
    }

    static func model(_ node: RecordNode) throws(ReportError) -> ModelSheet {
        var layers: [LayerSheet] = []
        for layer in node.children("layer") {
            layers.append(
                LayerSheet(
                    name: try layer.string("name"),
                    kind: try layer.string("kind"),
                    outputShape: try layer.string("outputShape"),
                    parameters: try layer.count("parameters"),
                    isTransferred: layer.truth("transferred")
                )
            )
        }
        return ModelSheet(
            name: try node.string("name"),
            format: try node.string("format"),
            inputShape: try node.string("inputShape"),
            classes: try node.count("classes"),
            parameters: try node.count("parameters"),
            transferredParameters: try node.count("transferredParameters"),
            cut: try node.string("cut"),
            layers: layers,
            memberAccuracy: try node.number("memberAccuracy"),
            nonMemberAccuracy: try node.number("nonMemberAccuracy")
        )
    }

    static func transferred(_ root: RecordNode) throws(ReportError) -> [LayerComparison] {
        var result: [LayerComparison] = []
        for node in root.list("transferred", of: "layerComparison") {
            result.append(
                LayerComparison(
                    layer: try node.string("layer"),
                    result: try node.word("result"),
                    parameters: try node.count("parameters"),
                    largestDifference: try node.optionalNumber("largestDifference"),
                    meanDifference: try node.optionalNumber("meanDifference")
                )
            )
        }
        return result
    }

    static func data(_ root: RecordNode) throws(ReportError) -> [DataSheet] {
        var result: [DataSheet] = []
        for node in root.list("data", of: "dataSet") {
            result.append(
                DataSheet(
                    role: try node.string("role"),
                    source: try node.string("source"),
                    records: try node.count("records"),
                    shape: try node.string("shape"),
                    perClass: node.text(of: "perClass").split(whereSeparator: \.isWhitespace).compactMap { Int($0) },
                    contentHash: try node.string("contentHash")
                )
            )
        }
        return result
    }

    static func targets(_ root: RecordNode) throws(ReportError) -> [TargetSheet] {
        var result: [TargetSheet] = []
        for node in root.list("targets", of: "target") {
            result.append(
                TargetSheet(
                    approach: try node.word("approach"),
                    records: try node.count("records"),
                    classes: try node.count("classes"),
                    trainAccuracy: try node.number("trainAccuracy"),
                    testAccuracy: try node.optionalNumber("testAccuracy")
                )
            )
        }
        return result
    }

    static func shadows(_ root: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> [ShadowSheet] {
        var result: [ShadowSheet] = []
        for node in root.list("shadows", of: "shadow") {
            result.append(
                ShadowSheet(
                    approach: try node.word("approach"),
                    shadowSize: try node.count("shadowSize"),
                    models: try node.count("models"),
                    repeats: try node.count("repeats"),
                    training: phrases(try node.string("training")),
                    trainAccuracy: try node.number("trainAccuracy"),
                    testAccuracy: try node.number("testAccuracy"),
                    coreSeconds: try node.number("coreSeconds"),
                    reused: try node.optionalCount("reused") ?? 0,
                    attack: node.optional("attack")
                )
            )
        }
        return result
    }

    static func provenance(_ node: RecordNode, _ phrases: PhraseReading) throws(ReportError) -> Provenance {
        var libraries: [(name: String, version: String)] = []
        for library in node.children("library") {
            libraries.append((try library.string("name"), try library.string("version")))
        }
        var files: [FileDigest] = []
        for file in node.children("file") {
            files.append(
                FileDigest(
                    role: try file.string("role"),
                    name: try file.string("name"),
                    sha256: try file.string("sha256"),
                    bytes: try file.count("bytes")
                )
            )
        }
        guard let seed = UInt64(try node.string("seed")) else { throw node.missing("a seed below 2^64") }
        return Provenance(
            toolVersion: try node.string("toolVersion"),
            libraries: libraries,
            machine: phrases(try node.string("machine")),
            started: try node.string("started"),
            finished: try node.string("finished"),
            seconds: try node.number("seconds"),
            seed: seed,
            profile: try node.string("profile"),
            files: files,
            modelsTrained: try node.optionalCount("modelsTrained"),
            modelsReused: try node.optionalCount("modelsReused")
        )
    }
}
