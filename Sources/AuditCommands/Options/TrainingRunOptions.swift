import Accounting
import ArgumentParser

/// A DP-SGD training run but for its noise.
struct TrainingRunOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Records trained on.", valueName: "N"))
    var records: Int

    @Option(help: ArgumentHelp("Expected records of a batch.", valueName: "B"))
    var batch: Int

    @Option(help: ArgumentHelp("Epochs; they need not be whole.", valueName: "E"))
    var epochs: Double

    @Option(help: ArgumentHelp("The δ of (ε, δ)-differential privacy; below 1 / N.", valueName: "δ"))
    var delta: Double

    /// The run with a noise multiplier.
    ///
    /// - Throws: `ValidationError` naming the option with a value that no run has.
    func validated(noise: Double) throws -> SubsampledGaussian {
        guard delta > 0, delta < 1 else {
            throw ValidationError("--delta takes a number between 0 and 1, such as 1e-5.")
        }
        do {
            return try SubsampledGaussian(records: records, batch: batch, noise: noise, epochs: epochs)
        } catch {
            throw ValidationError("--\(error.summary).")
        }
    }
}
