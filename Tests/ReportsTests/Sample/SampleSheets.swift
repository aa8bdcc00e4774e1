import AuditCore

/// Model, data and what surrounds them in the hand-made audit.
enum SampleSheets {
    static let exposure = ExposureSheet(
        identifiers: .pseudonyms,
        count: 400,
        named: 2,
        level: 0.05,
        head: zip(1..., ["s-0b1c2d3e4f5061728394", "s-a1b2c3d4e5f60718293a", "s-99887766554433221100"]).map {
            rank,
            name in
            ExposureSheet.Subject(
                rank: rank,
                name: Phrase(verbatim: name),
                records: 3,
                attack: "transmia-dnn",
                approach: .freezing,
                shadowSize: 1000,
                row: 17 * rank,
                score: 4.5 - Double(rank),
                p: 0.0001 * Double(rank),
                q: rank < 3 ? 0.04 : 0.2
            )
        }
    )

    /// A digest made of one repeated digit: recognisable, and of the right form.
    static func digest(_ digit: Character) -> String { String(repeating: digit, count: 64) }

    static func model(cut: String) -> ModelSheet {
        let layers: [(String, String, String, Int, Bool)] = [
            ("input", "InputLayer", "32×32×3", 0, true), ("conv1", "Conv2D", "32×32×16", 448, true),
            ("bn1", "BatchNormalization", "32×32×16", 64, true), ("conv2", "Conv2D", "16×16×32", 4640, true),
            ("add", "Add", "16×16×32", 0, true), ("conv3", "Conv2D", "8×8×64", 18496, true),
            (cut, "GlobalAveragePooling2D", "64", 0, true), ("predictions", "Dense", "10", 650, false),
        ]
        return ModelSheet(
            name: "resnet8",
            format: "Keras HDF5 (Keras 3.15.0)",
            inputShape: "32×32×3",
            classes: 10,
            parameters: 24298,
            transferredParameters: 23648,
            cut: cut,
            layers: layers.map {
                LayerSheet(name: $0.0, kind: $0.1, outputShape: $0.2, parameters: $0.3, isTransferred: $0.4)
            },
            memberAccuracy: 0.9664,
            nonMemberAccuracy: 0.7178
        )
    }

    static func transferred(layer: String) -> [LayerComparison] {
        [
            LayerComparison(layer: "conv1", result: .identical, parameters: 448),
            LayerComparison(
                layer: "conv2",
                result: .changed,
                parameters: 4640,
                largestDifference: 3.2e-05,
                meanDifference: 1.25e-07
            ),
            LayerComparison(layer: layer, result: .missing, parameters: 0),
            LayerComparison(layer: "predictions", result: .beyondCut, parameters: 650),
        ]
    }

    static let data = zip(["members", "nonMembers", "shadowTrain", "shadowTest"], "1234").map { role, digit in
        DataSheet(
            role: role,
            source: "data.h5:/\(role)/x",
            records: 5000,
            shape: "32×32×3",
            perClass: Array(repeating: 500, count: 10),
            contentHash: digest(digit)
        )
    }

    static let targets = [
        TargetSheet(approach: .freezing, records: 2000, classes: 10, trainAccuracy: 0.83, testAccuracy: 0.71),
        TargetSheet(approach: .fineTuning, records: 2000, classes: 10, trainAccuracy: 0.99, testAccuracy: nil),
    ]

    static let shadows = SampleRecord.approaches.flatMap { approach in
        SampleRecord.sizes.map { size in
            ShadowSheet(
                approach: approach,
                shadowSize: size,
                models: 20,
                repeats: 3,
                training: "120 epochs, SGD with momentum 0.9, learning rate 0.1, weight decay 0.0005, batches of 128",
                trainAccuracy: 0.9987,
                testAccuracy: approach == .baseline ? 0.38 : 0.68,
                coreSeconds: approach == .freezing ? 3.25 : 1204.5,
                reused: approach == .baseline ? 60 : 0
            )
        }
    }

    static let checks = [
        ValidityCheck(
            id: "disjoint-sets",
            title: "The sets of records are disjoint",
            result: .pass,
            sentence: "No record stands in two sets."
        ),
        ValidityCheck(
            id: "blind-classifier",
            title: "A classifier that does not see the model",
            result: .fail,
            sentence: """
                It tells members from non-members by the data alone, so that part of the leakage may be a difference \
                between the sets.
                """,
            value: 0.56,
            interval: Interval(low: 0.54, high: 0.58, confidence: 0.95)
        ),
        ValidityCheck(
            id: "permuted-labels",
            title: "Attack with permuted membership",
            result: .notRun,
            sentence: "The profile leaves it out.",
            affectsGates: false
        ),
    ]

    static let skips = [
        Skip(
            id: "target-blackbox-dnn/fine-tuning",
            reason: "The target model has no output named in the manifest.",
            remedy: "Add target.model to the manifest."
        )
    ]

    static let coverage =
        [
            CoverageRow(
                kind: "membership inference",
                ran: true,
                sentence: "transmia-dnn, transmia-svm, transmia-entropy, target-blackbox-dnn"
            )
        ]
        + [
            "attribute inference", "exfiltration", "regurgitation of training data", "model inversion",
            "reconstruction attacks",
        ].map { CoverageRow(kind: $0, ran: false, sentence: "LayerAudit has no attack of this kind.") }

    static let provenance = Provenance(
        toolVersion: "0.1.0",
        libraries: [("libtorch", "1.13.0"), ("HDF5", "1.10.8"), ("libxml2", "2.9.14"), ("liblinear", "2.43")],
        machine: "2 cores, 24 GB, Debian 12, cpu",
        started: "2026-11-20T10:00:00Z",
        finished: "2026-11-20T10:31:12Z",
        seconds: 1872.437,
        seed: 20_261_120,
        profile: "standard",
        files: [
            FileDigest(role: "source model", name: "source.h5", sha256: digest("a"), bytes: 389_120),
            FileDigest(role: "transferred layers", name: "shared.h5", sha256: digest("b"), bytes: 201_344),
            FileDigest(role: "manifest", name: "audit.yaml", sha256: digest("c"), bytes: 1204),
            FileDigest(role: "policy", name: "gdpr-baseline.xml", sha256: digest("d"), bytes: 3890),
        ],
        modelsTrained: 482,
        modelsReused: 120
    )
}
