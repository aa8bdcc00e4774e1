import Foundation
import TestSupport
import Testing

/// Commands on model files that are no models: exit code 2, a message with place and remedy, and nothing written.
@Suite struct ModelFileTests {
    private static let commands: [[String]] = [
        ["inspect", "model.h5"],
        ["predict", "model.h5", "data.h5", "--output", "out.h5"],
        ["compare", "model.h5", "model.h5"],
        ["init", "--model", "model.h5", "--data", "data.h5", "--output", "out.yaml"],
        ["export", "model.h5", "--output", "out.weights.h5"],
    ]

    @Test(arguments: commands) func missing(command: [String]) throws {
        let folder = try WorkFolder()
        let run = try CommandRun(list: command, at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "keras.unreadable")
        #expect(run.names("model.h5"))
        #expect(run.hasRemedy)
        #expect(folder.contents == [])
    }

    @Test(arguments: commands) func notHDF5(command: [String]) throws {
        let folder = try WorkFolder()
        try folder.write("model.h5", "this is no model")
        let run = try CommandRun(list: command, at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "keras.unsupportedFormat")
        #expect(run.names("model.h5"))
        #expect(folder.contents == ["model.h5"])
    }

    @Test(.enabled(if: SharedFolder.has("data"), "needs ../shared/data/audits/cifar10"), arguments: commands)
    func truncated(command: [String]) throws {
        let folder = try WorkFolder()
        let whole = try Data(contentsOf: URL(filePath: "\(try cifar10())/source.h5"))
        try whole.prefix(whole.count / 2).write(to: folder.url.appending(path: "model.h5"))
        let run = try CommandRun(list: command, at: folder)
        #expect(run.code == 2)
        #expect(run.errorID == "keras.unreadable")
        #expect(folder.contents == ["model.h5"])
    }

    @Test(
        .enabled(if: SharedFolder.has("data"), "needs ../shared/data/keras-models"),
        arguments: ["model_lambda.h5", "sequential_lambda.h5"]
    )
    func lambda(name: String) throws {
        let models = SharedFolder.path("data/keras-models")
        let file = "\(models)/dl4j-test-resources/modelimport/keras/examples/lambda/\(name)"
        let run = try CommandRun("inspect", file)
        #expect(run.code == 2)
        #expect(run.errorID == "keras.lambdaLayer")
        #expect(run.errors.contains("layer 'lambda_"))
        #expect(run.hasRemedy)
    }

    @Test(.enabled(if: SharedFolder.has("data"), "needs ../shared/data/audits/cifar10"))
    func theHelperIsFoundOrAskedFor() throws {
        let folder = try WorkFolder()
        let files = FileManager.default
        let programs = folder.url.appending(path: "bin")
        let helpers = folder.url.appending(path: "libexec/layeraudit")
        let helper = "layeraudit-rehearsal"
        for place in [programs, helpers] { try files.createDirectory(at: place, withIntermediateDirectories: true) }
        let program = programs.appending(path: "layeraudit")
        try files.copyItem(at: CommandRun.program, to: program)
        let command = ["inspect", "\(try cifar10())/source.h5"]

        let without = try CommandRun(list: command, program: program)
        #expect(without.code == 2)
        #expect(without.errors.contains("Install `\(helper)`"))
        #expect(without.hasRemedy)

        let built = CommandRun.program.deletingLastPathComponent().appending(path: helper)
        try files.copyItem(at: built, to: helpers.appending(path: helper))
        #expect(try CommandRun(list: command, program: program).code == 0)
    }

    private func cifar10() throws -> String { SharedFolder.path("data/audits/cifar10") }
}
