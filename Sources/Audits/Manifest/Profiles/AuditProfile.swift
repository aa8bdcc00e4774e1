import Attacks
import AuditCore
import Networks

/// Named defaults for everything an adversary does.
public enum AuditProfile: String, Sendable, Hashable, CaseIterable {
    /// Minutes on two cores: a first look.
    case quick
    /// Under an hour on two cores for a small network.
    case standard
    /// Exactly section 5.2 of the paper.
    case paper

    /// The shadow models of an approach where the manifest says nothing.
    ///
    /// Whole networks are dear: outside `paper`, baseline and fine-tuning train fewer of them, in fewer epochs, along a
    /// cosine.
    public func settings(_ approach: Approach) -> ShadowSettings {
        let isWhole = approach != .freezing
        let isFineTuning = approach == .fineTuning
        switch self {
        case .quick:
            let epochs = isFineTuning ? 15 : isWhole ? 30 : 60
            return ShadowSettings(
                models: isWhole ? 2 : 8,
                sizes: [100, 300],
                sizesAreExplicit: false,
                repeats: 1,
                training: Self.recipe(approach, epochs: epochs)
            )
        case .standard:
            let epochs = isFineTuning ? 40 : isWhole ? 60 : 120
            return ShadowSettings(
                models: isWhole ? 4 : 20,
                sizes: [100, 300, 1000],
                sizesAreExplicit: false,
                repeats: isWhole ? 1 : 3,
                training: Self.recipe(approach, epochs: epochs)
            )
        case .paper:
            return ShadowSettings(
                models: 100,
                sizes: [100, 200, 300, 400, 500, 600, 800, 1000],
                sizesAreExplicit: false,
                repeats: 10,
                training: TrainingRecipe(epochs: 120)
            )
        }
    }

    /// How the recipient trains its target model where the manifest says nothing.
    public func targetTraining(_ approach: Approach) -> TrainingRecipe {
        Self.recipe(approach, epochs: self == .quick ? 30 : approach == .fineTuning ? 40 : 120)
    }

    /// How attack networks are trained where the manifest says nothing: 50 epochs (paper, section 5.2) of Adam.
    public var attackTraining: TrainingRecipe {
        TrainingRecipe(
            epochs: 50,
            optimizer: .adam,
            learningRate: 0.001,
            momentum: 0,
            weightDecay: 0.015,
            batchSize: 32,
            schedule: .constant
        )
    }

    /// How often trained attacks are trained again where the manifest says nothing.
    public var retrainings: Int { self == .quick ? 0 : 2 }

    /// How attacks score where the manifest says nothing: as in their papers, but that outside `paper` attacks by labels alone
    /// ask half as often.
    public var scoring: ScoringSettings {
        switch self {
        case .quick, .standard: ScoringSettings(noiseQueries: 21, boundaryQueries: 60)
        case .paper: ScoringSettings()
        }
    }

    private static func recipe(_ approach: Approach, epochs: Int) -> TrainingRecipe {
        switch approach {
        case .freezing, .given, .none: TrainingRecipe(epochs: epochs, precision: .automatic)
        case .baseline: TrainingRecipe(epochs: epochs, schedule: .cosine, precision: .automatic)
        case .fineTuning:
            TrainingRecipe(epochs: epochs, learningRate: 0.01, schedule: .cosine, precision: .automatic)
        }
    }
}
