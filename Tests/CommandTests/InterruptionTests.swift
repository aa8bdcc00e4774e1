import Foundation
import TestSupport
import Testing

/// Ctrl-C and SIGTERM: exit code 130 and nothing half-written.
@Suite(.enabled(if: SharedFolder.has("data"), "needs ../shared/data/audits/cifar10")) struct InterruptionTests {
    @Test(.timeLimit(.minutes(2)), arguments: [SIGINT, SIGTERM]) func predict(signal: Int32) throws {
        let cifar10 = SharedFolder.path("data/audits/cifar10")
        let folder = try WorkFolder()
        let process = Process()
        process.executableURL = CommandRun.program
        process.currentDirectoryURL = folder.url
        process.arguments = [
            "predict", "\(cifar10)/source.h5", "\(cifar10)/data.h5:/shadowTrain/x", "--output", "out.h5", "--threads",
            "1",
        ]
        let errors = Pipe()
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        // The first line says that the work has begun, and the file is there under its draft's name.
        let first = errors.fileHandleForReading.availableData
        #expect(String(decoding: first, as: UTF8.self).hasPrefix("Predicting 10000 records"))
        while folder.contents.isEmpty, process.isRunning { usleep(10_000) }
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == 130)
        let rest = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(rest.contains("interrupted: nothing was half-written"))
        #expect(folder.contents == [])
    }
}
