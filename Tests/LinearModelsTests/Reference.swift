import Foundation

/// The values in Fixtures/reference.json, written by Fixtures/make_reference.py from scikit-learn's LinearSVC.
struct Reference: Decodable {
    struct Case: Decodable {
        let name: String
        let rows, columns: Int
        let cost, intercept: Double
        let features: [Float]
        let isMember: [Bool]
        let weights, decisions, optimum: [Double]

    }

    let cases: [Case]

    static func load() throws -> Reference {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/reference.json")
        return try JSONDecoder().decode(Reference.self, from: Data(contentsOf: url))
    }
}
