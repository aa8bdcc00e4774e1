/// Which attacks a gate judges.
public enum AttackSelection: Sendable, Hashable {
    /// Every attack that ran and is not a control, under every approach: an adversary takes the best one.
    case worstOf
    /// The attacks named.
    case listed([AttackReference])
}
