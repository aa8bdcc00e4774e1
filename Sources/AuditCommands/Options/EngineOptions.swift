import ArgumentParser
import Foundation
import Tensors

/// Where and with how many threads the engine computes.
struct EngineOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where to compute: cpu or cuda.", valueName: "device"))
    var device: Device = .cpu

    @Option(help: ArgumentHelp("Threads; all active cores unless given. Figures do not depend on it.", valueName: "n"))
    var threads: Int = ProcessInfo.processInfo.activeProcessorCount

    mutating func validate() throws {
        guard (1...1024).contains(threads) else {
            throw ValidationError("--threads takes a number from 1 to 1024.")
        }
    }

    /// Makes sure the device is there.
    func require() throws(TensorError) {
        try device.require()
        Engine.setThreads(threads)
    }
}

extension Device: ExpressibleByArgument {}
