import Audits
import Foundation
import Testing

/// Each mistake in a manifest, by code, line and column.
@Suite struct ManifestErrorTests {
    @Test func smallestIsComplete() throws {
        #expect(try ManifestFolder(ManifestFolder.smallest).problems() == [])
    }

    /// Lines added below the smallest manifest, which ends in line 8.
    @Test(arguments: [
        ("polcy: gdpr-baseline", "unknownKey 9:1"),
        ("seed: twelve", "wrongType 9:7"),
        ("seed: '12'", "wrongType 9:7"),
        ("seed: -1", "badValue 9:7"),
        ("delta: 1", "badValue 9:8"),
        ("delta: .nan", "badValue 9:8"),
        ("title: [a]", "wrongType 9:8"),
        ("title: ''", "badValue 9:8"),
        ("profile: fast", "badValue 9:10"),
        ("policy: missing.xml", "missingFile 9:9"),
        ("policy: gdpr-basline", "badValue 9:9"),
        ("policy: ./nowhere", "missingFile 9:9"),
        ("transferred: {upto: dense}", "unknownKey 9:15"),
        ("transferred: {weights: none.h5}", "missingFile 9:24"),
        ("transferred: dense", "wrongType 9:14"),
        ("target: {approach: freezing}", "missingKey 9:9"),
        (
            "target: {train: {file: data.h5}, test: {file: data.h5}, shadowTrain: {file: data.h5}}",
            "missingKey 9:9"
        ),
        (
            "target: {train: {file: data.h5}, test: {file: data.h5}, shadowTest: {file: data.h5}}",
            "missingKey 9:9"
        ),
        (
            "target: {train: {file: data.h5}, shadowTrain: {file: data.h5}, shadowTest: {file: data.h5}}",
            "missingKey 9:9"
        ),
        (
            "target: {train: {file: data.h5}, shadowTrain: {file: none.h5}, shadowTest: {file: data.h5}, test: {file: data.h5}}",
            "missingFile 9:54"
        ),
        ("target: {train: {file: data.h5}, shadowtrain: {file: data.h5}}", "unknownKey 9:34"),
        ("adversary: {shadowModels: 0}", "badValue 9:27"),
        ("adversary: {stolenMemories: {precision: 1}}", "badValue 9:41"),
        ("adversary: {labelOnly: {noiseQueries: 4}}", "badValue 9:39"),
        ("adversary: {labelOnly: {boundaryQueries: 19}}", "badValue 9:42"),
        ("adversary: {attribute: {worlds: 3}}", "badValue 9:33"),
        ("adversary: {attribute: {share: 0.5}}", "badValue 9:32"),
        ("adversary: {attribute: {shares: 0.6}}", "unknownKey 9:25"),
        ("adversary: {shadowModels: many}", "wrongType 9:27"),
        ("adversary: {shadowSizes: 100}", "wrongType 9:26"),
        ("adversary: {shadowSizes: []}", "badValue 9:26"),
        ("adversary: {shadowSizes: [100, 100]}", "badValue 9:26"),
        ("adversary: {shadowSizes: [100, 1]}", "badValue 9:32"),
        ("adversary: {shadowSizes: [100, x]}", "wrongType 9:32"),
        ("adversary: {approaches: [freezing, thawing]}", "badValue 9:36"),
        ("adversary: {attacks: [transmia-dnm]}", "badValue 9:23"),
        ("adversary: {training: {labelSmoothing: 1}}", "badValue 9:40"),
        ("adversary: {training: {mixup: 2}}", "badValue 9:31"),
        ("adversary: {training: {augmentation: {pixel: 2}}}", "unknownKey 9:39"),
        ("adversary: {training: {earlyStopping: {share: 0.9}}}", "badValue 9:47"),
        ("adversary: {training: {privacy: {noiseMultiplier: 1}}}", "missingKey 9:33"),
        ("adversary: {training: {privacy: {noiseMultiplier: 1, clippingBound: 0}}}", "badValue 9:69"),
        ("countermeasures: early-stopping", "wrongType 9:18"),
        ("countermeasures: []", "badValue 9:18"),
        ("countermeasures: [early-stoping]", "badValue 9:19"),
        ("countermeasures: [protected-parameters]", "badValue 9:19"),
        ("countermeasures: [l2, l2]", "badValue 9:23"),
        ("countermeasures: [{l2: {weightDecay: 2}}]", "badValue 9:38"),
        ("countermeasures: [{quantisation: {bits: 4.5}}]", "badValue 9:41"),
        ("countermeasures: [{l2: {decay: 2}}]", "unknownKey 9:25"),
        ("countermeasures: [{l2: {}, dropout: {}}]", "wrongType 9:19"),
        ("depth: {cuts: []}", "badValue 9:15"),
        ("depth: {cuts: [a, a]}", "badValue 9:15"),
        ("depth: {cut: [a]}", "unknownKey 9:9"),
        ("depth: {approaches: [baseline]}", "badValue 9:22"),
        ("depth: {shadowModels: 0}", "badValue 9:23"),
        ("depth: {training: {epochs: 0}}", "badValue 9:28"),
        ("adversary: {training: {epochs: 0}}", "badValue 9:32"),
        ("adversary: {training: {optimizer: sdg}}", "badValue 9:35"),
        ("adversary: {training: {learningRate: -0.1}}", "badValue 9:38"),
        ("adversary: {training: {momentum: 1}}", "badValue 9:34"),
        ("adversary: {training: {nesterov: 1}}", "wrongType 9:34"),
        ("adversary: {training: {nesterov: true, momentum: 0}}", "conflict 9:34"),
        ("adversary: {training: {precision: half}}", "badValue 9:35"),
        ("adversary: {training: {epoch: 3}}", "unknownKey 9:24"),
        ("adversary: {overrides: {frezing: {}}}", "unknownKey 9:25"),
        ("adversary: {overrides: {freezing: {attacks: []}}}", "unknownKey 9:36"),
        ("? [a]\n: b", "wrongType 9:3"),
    ])
    func added(line: String, expected: String) throws {
        #expect(try ManifestFolder(ManifestFolder.smallest + line + "\n").problems() == [expected])
    }

    @Test(arguments: [
        ("version: 1", "version: 2", "badValue 1:10"),
        ("version: 1\n", "", "missingKey 1:1"),
        ("source: {model: source.h5}\n", "", "missingKey 1:1"),
        ("{model: source.h5}", "{model: other.h5}", "missingFile 2:17"),
        ("{model: source.h5}", "{model: .}", "missingFile 2:17"),
        ("{model: source.h5}", "{}", "missingKey 2:9"),
        ("{model: source.h5}", "{model: {architecture: a.json, weights: w.h5}}", "missingFile 2:32"),
        ("  shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}\n", "", "missingKey 4:3"),
        ("{release: partner}", "{release: friends}", "badValue 8:20"),
        ("{release: partner}", "{controller: A}", "missingKey 8:10"),
        ("{release: partner}", "{release: public, recipientOutsideEEA: perhaps}", "wrongType 8:49"),
        ("{release: partner}", "{release: public, dataCategories: [helth]}", "badValue 8:45"),
        ("context: {release: partner}\n", "", "missingKey 1:1"),
        ("{model: source.h5}", "{model: source.h5, preprocessing: {scale: 0}}", "badValue 2:51"),
        ("{model: source.h5}", "{model: source.h5, preprocessing: {std: [1, 0]}}", "badValue 2:53"),
        ("{model: source.h5}", "{model: source.h5, preprocessing: {resize: [1, 2, 3]}}", "badValue 2:52"),
        ("{model: source.h5}", "{model: source.h5, preprocessing: {channelOrder: bgra}}", "badValue 2:58"),
        ("{model: source.h5}", "{model: source.h5, preprocessing: {means: 1}}", "unknownKey 2:44"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: source.h5}", "wrongType 2:41"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: []}", "badValue 2:41"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: [source.h5, none.h5]}", "missingFile 2:53"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: [{epoch: 2}]}", "missingKey 2:42"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: [{model: source.h5, epoch: 0}]}", "badValue 2:68"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: [{model: source.h5, epochs: 1}]}", "unknownKey 2:61"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: [{weights: source.h5}]}", "missingKey 2:42"),
        ("{model: source.h5}", "{model: source.h5, checkpoints: [{model: source.h5, epoch: 120}]}", "conflict 2:68"),
        (
            "{model: source.h5}", "{model: source.h5, checkpoints: [source.h5, {model: source.h5, epoch: 2}]}",
            "badValue 2:41"
        ),
        (
            "{model: source.h5}",
            "{model: source.h5, checkpoints: [{model: source.h5, epoch: 3}, {model: source.h5, epoch: 2}]}",
            "badValue 2:41"
        ),
        ("{file: data.h5, x: /members/x,", "{file: none.h5, x: /members/x,", "missingFile 4:23"),
        ("{file: data.h5, x: /members/x,", "{folder: images, x: /members/x,", "missingFile 4:25"),
        ("{file: data.h5, x: /members/x,", "{file: data.h5, folder: ., x: /members/x,", "conflict 4:40"),
        ("{file: data.h5, x: /members/x,", "{x: /members/x,", "missingKey 4:16"),
        ("{file: data.h5, x: /members/x,", "{file: data.h5, rows: 9..<9, x: /members/x,", "badValue 4:38"),
        ("{file: data.h5, x: /members/x,", "{file: data.h5, rows: 9...20, x: /members/x,", "badValue 4:38"),
        ("{file: data.h5, x: /members/x,", "{file: data.h5, rows: index.txt, x: /members/x,", "missingFile 4:38"),
        ("{file: data.h5, x: /members/x,", "{file: data.h5, format: h6, x: /members/x,", "badValue 4:40"),
        ("{file: data.h5, x: /members/x,", "{file: data.h5, channels: 2, x: /members/x,", "badValue 4:42"),
        ("{file: data.h5, x: /members/x,", "{file: data.h5, label: 2, x: /members/x,", "unknownKey 4:32"),
        ("version: 1", "version: [1", "notYAML 2:7"),
        ("version: 1", "version: 1\nversion: 1", "duplicateKey 1:1"),
        ("{release: partner}", "&c {release: partner}", "alias 8:10"),
    ])
    func changed(from old: String, to new: String, expected: String) throws {
        let yaml = ManifestFolder.smallest.replacing(old, with: new)
        #expect(yaml != ManifestFolder.smallest)
        #expect(try ManifestFolder(yaml).problems().first == expected)
    }

    @Test func unknownKeyNamesTheNearest() throws {
        let folder = try ManifestFolder(ManifestFolder.smallest + "polcy: gdpr-baseline\n")
        #expect(folder.firstProblem()?.remedy.contains("'policy'") == true)
    }

    @Test func everyProblemIsCollectedInOrder() throws {
        let yaml = ManifestFolder.smallest.replacing("partner", with: "friends") + "seed: x\nodd: 1\n"
        #expect(try ManifestFolder(yaml).problems() == ["badValue 8:20", "wrongType 9:7", "unknownKey 10:1"])
    }

    @Test func fileThatIsNoManifest() throws {
        let folder = try ManifestFolder("")
        #expect(folder.firstProblem()?.code == .notYAML)
        try Data([0xFF, 0xFE, 0x00, 0xD8]).write(to: folder.url.appending(path: "audit.yaml"))
        #expect(folder.firstProblem()?.code == .notText)
        try Data(repeating: 0x20, count: 1 << 20 + 1).write(to: folder.url.appending(path: "audit.yaml"))
        #expect(folder.firstProblem()?.code == .tooLarge)
        try FileManager.default.removeItem(at: folder.url.appending(path: "audit.yaml"))
        #expect(folder.firstProblem()?.code == .unreadable)
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "audit.yaml"),
            withIntermediateDirectories: false
        )
        #expect(folder.firstProblem()?.code == .unreadable)
    }

    @Test(arguments: ["- a", "word", "version: 1\n---\nversion: 1"])
    func rootOfAnotherShape(yaml: String) throws {
        let code = try ManifestFolder(yaml).firstProblem()?.code
        #expect(code == .wrongType || code == .notYAML)
    }

    @Test(.timeLimit(.minutes(5))) func bombsAreRefused() throws {
        let laughs = (1...9).map {
            "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ","))]"
        }
        #expect(try ManifestFolder("a0: &a0 lol\n" + laughs.joined(separator: "\n")).firstProblem()?.code == .alias)
        let deep = String(repeating: "[", count: 500_000)
        #expect(try ManifestFolder(deep).firstProblem()?.code == .notYAML)
        let dashes = String(repeating: "- ", count: 500_000) + "a"
        #expect(try ManifestFolder(dashes).firstProblem()?.code == .notYAML)
        let merged = "base: &b {seed: 1}\n<<: *b\n"
        #expect(try ManifestFolder(merged).firstProblem()?.code == .alias)
    }
}
