import Foundation

/// The values in Fixtures/reference.json, written by Fixtures/make_reference.py from SciPy, scikit-learn and NumPy.
struct Reference: Decodable {
    struct Beta: Decodable { let a, b, p, x, cdf: Double }
    struct Normal: Decodable {
        struct Quantile: Decodable { let p, x: Double }
        struct Point: Decodable { let x, cdf, logDensity: Double }
        let quantiles: [Quantile]
        let points: [Point]
    }
    struct Proportion: Decodable { let successes, trials, confidence, low, high: Double }
    struct Mean: Decodable {
        let strata: [[Double]]
        let confidence, mean, low, high: Double
    }
    struct Difference: Decodable {
        let first, second: [Double]
        let difference, low, high: Double
    }
    struct Ranking: Decodable {
        struct Rate: Decodable {
            let f, rate, threshold, low, high: Double
            let truePositives, falsePositives: Int
        }
        let name: String
        let members, nonMembers: [Double]
        let auc, variance, low, high, threshold: Double
        let falsePositiveRates, truePositiveRates: [Double]
        let rates: [Rate]
        let rightDecisions: Int
    }
    struct MannWhitney: Decodable {
        let auc, confidence, low, high: Double
        let members, nonMembers: Int
    }
    struct Pair: Decodable {
        let firstMembers, firstNonMembers, secondMembers, secondNonMembers: [Double]
        let difference, z, p: Double
    }
    struct Epsilon: Decodable {
        let truePositives, members, falsePositives, nonMembers, delta, alpha, bound: Double
    }
    struct Entropy: Decodable {
        let prediction: [Double]
        let label: Int
        let value: Double
    }
    struct Holm: Decodable { let p, adjusted: [Double] }
    struct Summary: Decodable {
        struct Quantile: Decodable { let p, x: Double }
        let values: [Double]
        let mean, standardDeviation: Double
        let quantiles: [Quantile]
    }

    let beta: [Beta]
    let normal: Normal
    let clopperPearson: [Proportion]
    let meanOfProportions: [Mean]
    let differenceOfProportions: [Difference]
    let rankings: [Ranking]
    let pairs: [Pair]
    let mannWhitney: [MannWhitney]
    let epsilon: [Epsilon]
    let entropy: [Entropy]
    let holm: Holm
    let summaries: [Summary]

    static func load() throws -> Reference {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/reference.json")
        let decoder = JSONDecoder()
        decoder.nonConformingFloatDecodingStrategy = .convertFromString(
            positiveInfinity: "inf",
            negativeInfinity: "-inf",
            nan: "nan"
        )
        return try decoder.decode(Reference.self, from: Data(contentsOf: url))
    }
}
