import TestSupport
import Testing

/// Command lines that cannot be understood, and those that ask for help.
@Suite struct UsageTests {
    @Test(arguments: [
        ["polish"],
        ["audit"],
        ["audit", "a.yaml", "--device", "tpu"],
        ["audit", "a.yaml", "--threads", "0"],
        ["audit", "a.yaml", "--profile", "fast"],
        ["audit", "a.yaml", "--colour"],
        ["depth"],
        ["depth", "a.yaml", "--profile", "fast"],
        ["inspect"],
        ["predict", "m.h5", "d.h5"],
        ["predict", "m.h5", "d.h5", "--output", "o.h5", "--scale", "0"],
        ["predict", "m.h5", "d.h5", "--output", "o.h5", "--std", "1,0"],
        ["predict", "m.h5", "d.h5", "--output", "o.h5", "--mean", "1,x"],
        ["predict", "m.h5", "d.h5", "--output", "o.h5", "--rows", "5..2"],
        ["predict", "m.h5", ":/x", "--output", "o.h5"],
        ["compare", "m.h5"],
        ["list"],
        ["list", "attack"],
        ["policy", "check"],
        ["init", "--model", "m.h5"],
        ["audit", "a.yaml", "--format", "xml,sarf"],
        ["audit", "a.yaml", "--format", ""],
        ["audit", "a.yaml", "--annotations", "bitbucket"],
        ["audit", "a.yaml", "--baseline", "old.xml"],
        ["report", "render", "report.xml", "--format", "json,"],
    ])
    func usageErrors(arguments: [String]) throws {
        let folder = try WorkFolder()
        let run = try CommandRun(list: arguments, at: folder)
        #expect(run.code == 64)
        #expect(run.errors.contains("Usage: layeraudit"))
        #expect(run.output == "")
        #expect(folder.contents == [])
    }

    @Test(arguments: [
        ["--help"], ["help", "audit"], ["audit", "--help"], ["inspect", "-h"], ["predict", "--help"],
        ["compare", "--help"], ["list", "--help"], ["policy", "check", "--help"], ["report", "render", "--help"],
        ["report", "sign", "--help"], ["report", "verify", "--help"],
        ["depth", "--help"], ["harden", "--help"],
        ["dp", "--help"], ["dp", "epsilon", "--help"], ["dp", "noise", "--help"],
        ["init", "--help"], ["demo", "--help"],
    ])
    func help(arguments: [String]) throws {
        let run = try CommandRun(list: arguments)
        #expect(run.code == 0)
        #expect(run.output.contains("USAGE: layeraudit"))
        #expect(arguments.count == 1 || run.output.contains("EXAMPLES"))
        #expect(run.errors == "")
    }

    @Test func version() throws {
        let run = try CommandRun("--version")
        #expect(run.code == 0)
        #expect(run.output.contains(#/^\d+\.\d+\.\d+\s$/#))
    }
}
