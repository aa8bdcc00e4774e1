/// Which attacks a gate judges.
public enum AttackSelection: Sendable, Hashable {
    /// Every attack on the source training set that ran and is not a control, under every approach: an adversary takes the best one.
    case worstOf
    /// The worst of those meant that ran; of them, the ones the policy requires must have spoken.
    case worstAmong([AttackPattern])
    /// The attacks named, every one of which must have spoken.
    case listed([AttackReference])
}
