import Tensors

/// Answers with the little noise that makes a classifier of membership undecided (Jia et al. 2019).
public struct MemGuard: AnswerCountermeasure {
    /// What it says about itself.
    public static let descriptor = CountermeasureDescriptor(
        worded: "memguard",
        kind: .answers,
        heading: .output,
        protectsLayers: false,
        protectsAnswers: true,
        parameters: [CountermeasureParameter("budget", 1, in: 0.001...2)]
    )

    /// It learns which answers give members away.
    public static let learnsFromAnswers = true

    private let budget: Double
    private let seed: Seed
    /// g; nil before it was trained.
    let classifier: MembershipClassifier?

    /// ε: the largest expected distance Σ|s′ − s| between what is answered and what the model says.
    public init(_ settings: CountermeasureSettings) {
        self.init(budget: settings["budget"], classifier: nil, seed: Seed(0))
    }

    private init(budget: Double, classifier: MembershipClassifier?, seed: Seed) {
        self.budget = budget
        self.classifier = classifier
        self.seed = seed
    }

    /// Trains the owner's classifier of membership, against which answers are guarded.
    public func fitted(to own: OwnAnswers, seed: Seed) throws(CountermeasureError) -> MemGuard {
        guard !own.others.isEmpty, !own.members.isEmpty else {
            throw CountermeasureError(
                .notApplicable,
                "the manifest names no records besides the members from which the owner could learn what gives members "
                    + "away (`data.reference`)",
                remedy: "Name records like the members, and none of them, under `data.reference`."
            )
        }
        let classifier = try MembershipClassifier(own, seed: seed)
        return MemGuard(budget: budget, classifier: classifier, seed: seed)
    }

    /// The classifier's weights in short.
    public var learned: String { classifier.map { String($0.parameters.fingerprint, radix: 16) } ?? "" }

    /// The vector, or with probability p the guarded one (section 4.3): p is the largest that keeps the expected distance
    /// within ε.
    ///
    /// Whoever asks twice gets the same answer: what is drawn depends on nothing but the vector.
    public func answer(_ vector: [Double]) -> [Double] {
        guard let guarded = guarded(vector) else { return vector }
        var draw = seed.derived("memguard", Int(truncatingIfNeeded: vector.fingerprint)).generator
        return Double.random(in: 0..<1, using: &draw) < guarded.probability ? guarded.vector : vector
    }

    /// The guarded vector and the probability with which it is answered; nil where the vector gives nothing away, or no
    /// noise that keeps the predicted class hides what it does.
    func guarded(_ vector: [Double]) -> (vector: [Double], probability: Double)? {
        guard let classifier, let guarded = AnswerNoise(classifier).guarded(vector) else { return nil }
        let distance = zip(guarded, vector).reduce(0) { $0 + abs($1.0 - $1.1) }
        return (guarded, min(1, budget / max(distance, .leastNonzeroMagnitude)))
    }
}
