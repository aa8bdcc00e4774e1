import AuditCore
import Foundation
import Reports
import TestSupport
import Testing

/// Every format against its published schema, by tools that are not ours.
@Suite("published schemas")
struct SchemaTests {
    private static let records: [(name: String, record: AuditRecord)] = {
        let skip = Skip(id: "transmia-dnn", reason: "no shadow data", remedy: "add them")
        let plain = [
            ("rich", SampleRecord.rich), ("empty", SampleRecord.empty()), ("skips", SampleRecord.empty(skips: [skip])),
        ]
        let matrix = Verdict.allCases.map { ("matrix-\($0.rawValue)", MatrixRecord.make($0)) }
        let hostile = HostileRecord.names.enumerated().map { ("hostile-\($0)", HostileRecord.make($1)) }
        return plain + matrix + hostile
    }()

    /// Every record in one format, written to files.
    private func files(
        _ reporter: any Reporter.Type,
        in folder: WorkFolder,
        options: RenderOptions = RenderOptions()
    ) throws -> [String] {
        try Self.records.map { name, record in
            let path = folder.path(name)
            let bytes = try reporter.render(Saved.document(record), options: options)
            try Data(bytes).write(to: URL(fileURLWithPath: path))
            return path
        }
    }

    private func validate(_ reporter: any Reporter.Type, _ schema: String) throws {
        let folder = try WorkFolder()
        #expect(try Schemas.problems(files(reporter, in: folder), schema: schema) == "")
    }

    @Test("report.json is valid against report.schema.json", .enabled(if: Schemas.python != nil, "no jsonschema"))
    func json() throws {
        try validate(JSONReporter.self, Tool.root.appendingPathComponent("Reports/report.schema.json").path)
    }

    @Test(
        "report.sarif is valid against SARIF 2.1.0, with a baseline and without",
        .enabled(if: Schemas.python != nil && Schemas.has("sarif-2.1.0.json"), "no jsonschema or no ../shared/schemas")
    )
    func sarif() throws {
        try validate(SARIFReporter.self, Schemas.path("sarif-2.1.0.json"))
        let folder = try WorkFolder()
        let options = RenderOptions(baseline: try Saved.document(SampleRecord.rich))
        let files = try files(SARIFReporter.self, in: folder, options: options)
        #expect(try Schemas.problems(files, schema: Schemas.path("sarif-2.1.0.json")) == "")
    }

    @Test(
        "report.cdx.json is valid against CycloneDX 1.6",
        .enabled(
            if: Schemas.python != nil && Schemas.has("cyclonedx-bom-1.6.schema.json"),
            "no jsonschema or no ../shared/schemas"
        )
    )
    func cycloneDX() throws {
        try validate(CycloneDXReporter.self, Schemas.path("cyclonedx-bom-1.6.schema.json"))
    }

    @Test(
        "junit.xml is valid against the JUnit schema",
        .enabled(if: Tool.exists("xmllint") && Schemas.has("junit-10.xsd"), "no xmllint or no ../shared/schemas")
    )
    func junit() throws {
        let folder = try WorkFolder()
        let files = try files(JUnitReporter.self, in: folder)
        let result = try Tool.run("xmllint", ["--noout", "--schema", Schemas.path("junit-10.xsd")] + files)
        #expect(result.status == 0, "\(result.output.suffix(2000))")
    }

    @Test("report.xml of every record is valid by xmllint", .enabled(if: Tool.exists("xmllint"), "no xmllint"))
    func xml() throws {
        let folder = try WorkFolder()
        let schema = Tool.root.appendingPathComponent("Reports/report.xsd").path
        let result = try Tool.run("xmllint", ["--noout", "--schema", schema] + files(XMLReporter.self, in: folder))
        #expect(result.status == 0, "\(result.output.suffix(2000))")
    }

    @Test("the validator refuses what is wrong", .enabled(if: Schemas.python != nil, "no jsonschema"))
    func refuses() throws {
        let folder = try WorkFolder()
        let text = try Saved.text(JSONReporter.render(Saved.document(SampleRecord.rich)))
        let schema = Tool.root.appendingPathComponent("Reports/report.schema.json").path
        for (right, wrong) in [("\"exitCode\" : 1", "\"exitCode\" : 0"), ("\"title\" : ", "\"titel\" : ")] {
            let path = folder.path("wrong.json")
            try Data(text.replacing(right, with: wrong, maxReplacements: 1).utf8).write(to: URL(fileURLWithPath: path))
            #expect(try Schemas.problems([path], schema: schema) != "")
        }
    }
}
