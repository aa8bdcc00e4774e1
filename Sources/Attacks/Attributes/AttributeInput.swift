import ShadowModels
import Tensors

/// What an attack on the source training population gets: answers of target models for the same probes.
public struct AttributeInput: Sendable {
    /// A shadow target model's answers, and whether its source model's training population was rich in the value.
    public struct World: Sendable {
        /// Whether the value had the large share.
        public let isRich: Bool
        /// Prediction vectors for the probes.
        public let answers: Answers

        /// Pairs a world with its answers.
        public init(isRich: Bool, answers: Answers) {
            self.isRich = isRich
            self.answers = answers
        }
    }

    /// Rich and poor worlds by turns: a rich one and the poor one after it are a pair.
    public let worlds: [World]
    /// The audited target model's answers for the probes.
    public let attacked: Answers
    /// Whether each probe has the value.
    public let hasValue: [Bool]
    /// Number of classes of the *source* task; the probes' labels are in 0..<classes.
    public let classes: Int
    /// Decides every random choice.
    public let seed: Seed

    /// Collects what an attack gets.
    public init(worlds: [World], attacked: Answers, hasValue: [Bool], classes: Int, seed: Seed) {
        self.worlds = worlds
        self.attacked = attacked
        self.hasValue = hasValue
        self.classes = classes
        self.seed = seed
    }

    /// Makes sure that every answer can be attacked.
    ///
    /// - Throws: `AttackError.noShadowModels` for fewer than two pairs of worlds, `AttackError.shapeMismatch`,
    ///   `AttackError.invalidAnswers`.
    func check() throws(AttackError) {
        guard worlds.count >= 4, worlds.count % 2 == 0,
            worlds.indices.allSatisfy({ worlds[$0].isRich == ($0 % 2 == 0) })
        else {
            throw AttackError(
                .noShadowModels,
                "the attack holds worlds rich in a value against poor ones, and there are not two pairs of them",
                remedy: "Set adversary.attribute.worlds to at least 4."
            )
        }
        for answers in worlds.map(\.answers) + [attacked] {
            guard answers.classes == attacked.classes, answers.count == hasValue.count,
                answers.vectors.count == answers.count * answers.classes,
                answers.labels.allSatisfy({ (0..<classes).contains($0) })
            else {
                throw AttackError(
                    .shapeMismatch,
                    "target models answer about other probes, or with other classes",
                    remedy: "Ask every target model for the same records."
                )
            }
            guard answers.vectors.allSatisfy({ $0 >= 0 && $0 <= 1 }) else {
                throw AttackError(
                    .invalidAnswers,
                    "a target model answers values that are no probabilities",
                    remedy: "Check the model for weights or inputs that are not numbers."
                )
            }
        }
    }
}
