import AuditCore

/// The parts that describe what was audited and how.
enum SheetJSON {
    static func context(_ context: AuditContext) -> JSONValue {
        .members([
            "controller": .text(context.controller), "recipient": .text(context.recipient),
            "release": .string(context.release.rawValue), "dataCategories": .strings(context.dataCategories),
            "recipientOutsideEEA": context.recipientOutsideEEA.map(JSONValue.truth),
        ])
    }

    static func model(_ model: ModelSheet) -> JSONValue {
        .members([
            "name": .string(model.name), "format": .string(model.format), "inputShape": .string(model.inputShape),
            "classes": .integer(model.classes), "parameters": .integer(model.parameters),
            "transferredParameters": .integer(model.transferredParameters), "cut": .string(model.cut),
            "memberAccuracy": .figure(model.memberAccuracy), "nonMemberAccuracy": .figure(model.nonMemberAccuracy),
            "layers": .list(model.layers, layer),
        ])
    }

    private static func layer(_ layer: LayerSheet) -> JSONValue {
        .members([
            "name": .string(layer.name), "kind": .string(layer.kind), "outputShape": .string(layer.outputShape),
            "parameters": .integer(layer.parameters), "transferred": .truth(layer.isTransferred),
        ])
    }

    static func comparison(_ comparison: LayerComparison) -> JSONValue {
        .members([
            "layer": .string(comparison.layer), "result": .string(comparison.result.rawValue),
            "parameters": .integer(comparison.parameters),
            "largestDifference": .figure(comparison.largestDifference),
            "meanDifference": .figure(comparison.meanDifference),
        ])
    }

    static func dataSet(_ set: DataSheet) -> JSONValue {
        .members([
            "role": .string(set.role), "source": .string(set.source), "records": .integer(set.records),
            "shape": .string(set.shape), "perClass": .list(set.perClass, JSONValue.integer),
            "contentHash": .string(set.contentHash),
        ])
    }

    static func target(_ target: TargetSheet) -> JSONValue {
        .members([
            "approach": .string(target.approach.rawValue), "records": .integer(target.records),
            "classes": .integer(target.classes), "trainAccuracy": .figure(target.trainAccuracy),
            "testAccuracy": .figure(target.testAccuracy),
        ])
    }

    static func shadow(_ shadow: ShadowSheet) -> JSONValue {
        .members([
            "approach": .string(shadow.approach.rawValue), "shadowSize": .integer(shadow.shadowSize),
            "models": .integer(shadow.models), "repeats": .integer(shadow.repeats),
            "training": .said(shadow.training), "trainAccuracy": .figure(shadow.trainAccuracy),
            "testAccuracy": .figure(shadow.testAccuracy), "coreSeconds": .figure(shadow.coreSeconds),
            "reused": .integer(shadow.reused), "attack": .text(shadow.attack),
        ])
    }

    static func provenance(_ provenance: Provenance) -> JSONValue {
        .members([
            "toolVersion": .string(provenance.toolVersion), "machine": .said(provenance.machine),
            "started": .string(provenance.started), "finished": .string(provenance.finished),
            "seconds": .figure(provenance.seconds),
            // As text: many readers of JSON lose the last digits of a number above 2⁵³.
            "seed": .string("\(provenance.seed)"),
            "profile": .string(provenance.profile),
            "libraries": .list(provenance.libraries) { library in
                .members(["name": .string(library.name), "version": .string(library.version)])
            },
            "files": .list(provenance.files, file),
            "modelsTrained": .count(provenance.modelsTrained),
            "modelsReused": .count(provenance.modelsReused),
        ])
    }

    private static func file(_ file: FileDigest) -> JSONValue {
        .members([
            "role": .string(file.role), "name": .string(file.name), "sha256": .string(file.sha256),
            "bytes": .integer(file.bytes),
        ])
    }
}
