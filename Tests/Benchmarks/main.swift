// One benchmark per run; its figures as lines `name value` for scripts/bench.py, which measures PyTorch beside it.
import Foundation

do {
    try BenchmarkRun(Array(CommandLine.arguments.dropFirst())).print()
} catch {
    FileHandle.standardError.write(Data("benchmark: \(error)\n".utf8))
    exit(1)
}
