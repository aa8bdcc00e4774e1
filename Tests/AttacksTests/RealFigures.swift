import Foundation

/// The figures in Fixtures/real_predictions.json, written by Fixtures/real_predictions.py from NumPy, SciPy and
/// scikit-learn.
struct RealFigures: Decodable {
    /// A number, or one of the infinities JSON lacks.
    struct Number: Decodable {
        let value: Double

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                value = text == "inf" ? .infinity : -.infinity
            } else {
                value = try container.decode(Double.self)
            }
        }
    }

    struct Entropies: Decodable {
        let rows, right: [Int]
        let values, thresholds: [Number]
        let finiteSum: Double
        let infinite: Int
        let gap: Double?
    }

    struct Location30: Decodable {
        let shadow, target: Entropies
        let pooledAccuracy, classAveragedAccuracy: Double
        let calledMembers: Int
    }

    struct Machine: Decodable {
        let auc: Double
        let rightDecisions: Int
    }

    let location30: Location30
    let cifar10: [String: Entropies]
    let mlLeaks: [String: Machine]

    static func load() throws -> RealFigures {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/real_predictions.json")
        return try JSONDecoder().decode(RealFigures.self, from: Data(contentsOf: url))
    }
}
