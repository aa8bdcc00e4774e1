import Testing

/// The catalogues as the program lists them.
@Suite struct ListTests {
    @Test func attacks() throws {
        let run = try CommandRun("list", "attacks")
        #expect(run.code == 0)
        for id in ["transmia-dnn", "transmia-svm", "transmia-entropy", "target-blackbox-dnn", "gap"] {
            #expect(run.output.contains(try Regex("(?m)^\(id): ")))
        }
    }

    @Test func policies() throws {
        let run = try CommandRun("list", "policies")
        #expect(run.code == 0)
        for name in ["gdpr-baseline", "gdpr-special-category", "internal-transfer"] {
            #expect(run.output.contains(try Regex("(?m)^\(name): ")))
        }
    }

    @Test func reporters() throws {
        let run = try CommandRun("list", "reporters")
        #expect(run.code == 0)
        for name in ["report.xml", "report.html", "report.sarif", "junit.xml", "measurements.csv", "report.cdx.json"] {
            #expect(run.output.contains(name))
        }
    }

    @Test func layers() throws {
        let run = try CommandRun("list", "layers")
        #expect(run.code == 0)
        for name in ["Dense", "Conv2D", "BatchNormalization", "GlobalAveragePooling2D"] {
            #expect(run.output.contains(name))
        }
    }

    @Test func countermeasures() throws {
        let run = try CommandRun("list", "countermeasures")
        #expect(run.code == 0)
        for id in ["differential-privacy", "early-stopping", "quantisation", "rounded-answers"] {
            #expect(run.output.contains(try Regex("(?m)^\(id): ")))
        }
        #expect(run.output.contains("numbers:    bits 8 (2 to 16)"))
    }
}
