import CLinear
import Foundation
import Synchronization

/// Training records in liblinear's form: of each row its non-zero features, the intercept's constant 1 and an end mark.
struct LiblinearProblem {
    private let rows: Int
    private let columns: Int
    private var nodes: [feature_node]
    private let rowStarts: [Int]
    private var labels: [Double]

    /// The solver's only shared state: the C library's random numbers, which its dual solver draws from.
    private static let randomNumbers = Mutex(())

    /// Keeps the solver from writing to standard output, once for the process.
    private static let silenced: Void = set_print_string_function { _ in }

    /// Lays out checked records: (rows, columns) features, row by row.
    init(features: [Float], rows: Int, columns: Int, isMember: [Bool]) {
        self.rows = rows
        self.columns = columns
        labels = isMember.map { $0 ? 1 : -1 }
        var starts: [Int] = []
        starts.reserveCapacity(rows)
        let capacity = features.count { $0 != 0 } + 2 * rows
        nodes = [feature_node](unsafeUninitializedCapacity: capacity) { nodes, count in
            func append(_ index: Int, _ value: Double) {
                nodes.initializeElement(at: count, to: feature_node(index: Int32(index), value: value))
                count += 1
            }
            for row in 0..<rows {
                starts.append(count)
                for column in 0..<columns where features[row * columns + column] != 0 {
                    append(column + 1, Double(features[row * columns + column]))
                }
                append(columns + 1, 1)
                append(-1, 0)
            }
        }
        rowStarts = starts
    }

    /// Runs liblinear on the problem scikit-learn would choose.
    consuming func solve(cost: Double, seed: UInt64) throws(LinearModelError) -> LinearSVM {
        let isDual = rows < columns
        var settings = parameter()
        settings.solver_type = Int32(isDual ? L2R_L2LOSS_SVC_DUAL : L2R_L2LOSS_SVC)
        // A Newton step or two more than scikit-learn's 1e-4, and the one optimum is met whatever BLAS is installed;
        // coordinate descent on the dual would need many passes for that.
        settings.eps = isDual ? 1e-4 : 1e-8
        settings.C = cost
        let found: LinearSVM?
        if isDual {
            found = Self.randomNumbers.withLock { _ in
                srand(UInt32(truncatingIfNeeded: seed ^ (seed >> 32)))
                return run(&settings)
            }
        } else {
            found = run(&settings)
        }
        guard let found, found.intercept.isFinite, found.weights.allSatisfy(\.isFinite) else {
            throw LinearModelError(
                .notSolved,
                "the solver found no finite weights for \(rows) records of \(columns) features",
                cause: "liblinear \(LIBLINEAR_VERSION), cost \(cost)",
                remedy: "Scale the features to about 0…1, or lower the cost."
            )
        }
        return found
    }

    private mutating func run(_ settings: inout parameter) -> LinearSVM? {
        _ = Self.silenced
        let (rows, columns, rowStarts) = (rows, columns, rowStarts)
        return nodes.withUnsafeMutableBufferPointer { nodes in
            labels.withUnsafeMutableBufferPointer { labels in
                guard let first = nodes.baseAddress else { return nil }
                var rowPointers = rowStarts.map { Optional(first + $0) }
                return rowPointers.withUnsafeMutableBufferPointer { rowPointers in
                    var records = problem()
                    records.l = Int32(rows)
                    records.n = Int32(columns + 1)
                    records.y = labels.baseAddress
                    records.x = rowPointers.baseAddress
                    records.bias = 1
                    guard check_parameter(&records, &settings) == nil else { return nil }
                    var trained = train(&records, &settings)
                    defer { free_and_destroy_model(&trained) }
                    guard let model = trained?.pointee, model.nr_class == 2, let w = model.w, let label = model.label
                    else { return nil }
                    // Decision values are positive for the model's first label, which need not be the members'.
                    let sign: Double = label[0] > 0 ? 1 : -1
                    return LinearSVM(
                        weights: (0..<columns).map { sign * w[$0] },
                        intercept: sign * w[columns]
                    )
                }
            }
        }
    }
}
