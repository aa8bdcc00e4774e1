/// What the arguments ask for.
struct BenchmarkRun {
    private let arguments: [String]

    init(_ arguments: [String]) { self.arguments = arguments }

    /// Runs one benchmark and prints its figures.
    func print() throws {
        switch arguments.first {
        case "products": try ProductBenchmark(threads: number(1)).print()
        case "features": try FeaturesBenchmark(try text(1), data: try text(2), threads: number(4)).print(to: text(3))
        case "training": try TrainingBenchmark(try text(1), data: try text(2)).print()
        case "private":
            try PrivateBenchmark(try text(1), batch: number(2), threads: number(3)).print(steps: number(4))
        case "load": try LoadingBenchmark(text(1)).print()
        case "forward":
            try ForwardBenchmark(text(1), batch: number(2), threads: number(3), runs: number(4)).print()
        case "heads":
            let work = try HeadsBenchmark.Work(
                models: number(3),
                size: number(4),
                epochs: number(5),
                attackEpochs: number(6)
            )
            try HeadsBenchmark(text(1), threads: number(2)).print(work)
        default: throw usage
        }
    }

    private var usage: BenchmarkError {
        BenchmarkError(
            description: "usage: Benchmarks products THREADS | features MODEL DATA OUTPUT THREADS | "
                + "training MODEL DATA | private MODEL BATCH THREADS STEPS | load MODEL | forward MODEL BATCH THREADS RUNS | heads FEATURES THREADS MODELS SIZE EPOCHS ATTACK-EPOCHS"
        )
    }

    private func text(_ index: Int) throws -> String {
        guard arguments.indices.contains(index) else { throw usage }
        return arguments[index]
    }

    private func number(_ index: Int) throws -> Int {
        guard let number = Int(try text(index)), number > 0 else { throw usage }
        return number
    }
}

/// Why a benchmark cannot run.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String
}
