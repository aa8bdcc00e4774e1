import Attacks

/// Reads `adversary.thresholdRule`, `adversary.lira`, `adversary.rmia`, `adversary.stolenMemories` and
/// `adversary.labelOnly`, over the profile's.
enum ScoringReader {
    static func read(_ adversary: ManifestMapping, over usual: ScoringSettings) -> ScoringSettings {
        var settings = usual
        settings.thresholdRule =
            adversary.choice("thresholdRule", among: ThresholdRule.allCases) ?? settings.thresholdRule
        if let lira = adversary.mapping("lira") {
            settings.variance = lira.choice("variance", among: LikelihoodVariance.allCases) ?? settings.variance
            lira.refuseUnknownKeys()
        }
        if let rmia = adversary.mapping("rmia") {
            settings.gamma = rmia.number("gamma", "a number from 1 to 1000") { $0 >= 1 && $0 <= 1000 } ?? settings.gamma
            settings.offlineScale =
                rmia.number("a", "a number from 0 to 1") { $0 >= 0 && $0 <= 1 } ?? settings.offlineScale
            settings.temperature =
                rmia.number("temperature", "a number above 0, at most 100") { $0 > 0 && $0 <= 100 }
                ?? settings.temperature
            rmia.refuseUnknownKeys()
        }
        if let memories = adversary.mapping("stolenMemories") {
            settings.precision =
                memories.number("precision", "a number above 0 and below 1") { $0 > 0 && $0 < 1 } ?? settings.precision
            memories.refuseUnknownKeys()
        }
        if let labels = adversary.mapping("labelOnly") {
            settings.noiseQueries = labels.integer("noiseQueries", in: 5...100_000) ?? settings.noiseQueries
            settings.boundaryQueries = labels.integer("boundaryQueries", in: 20...1_000_000) ?? settings.boundaryQueries
            labels.refuseUnknownKeys()
        }
        return settings
    }
}
