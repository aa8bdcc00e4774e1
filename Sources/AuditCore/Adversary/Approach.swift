/// How a shadow model (or the recipient's target model) uses the transferred layers (paper, section 5.2).
public enum Approach: String, Sendable, Hashable, Codable, CaseIterable {
    /// Not at all: the whole network is trained from scratch (BaseMIA, Shokri et al.).
    case baseline
    /// The transferred layers are fixed and only the head is trained.
    case freezing
    /// The transferred layers are the starting point and everything is trained.
    case fineTuning = "fine-tuning"
    /// Not known: shadow models' answers are given as they were saved.
    case given
    /// The attack needs no shadow model.
    case none
}
