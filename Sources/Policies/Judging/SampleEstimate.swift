/// How many records would bring an interval's end to the threshold, when its half width falls as 1/√n.
struct SampleEstimate {
    /// Distance from the value to the end that must move.
    let halfWidth: Double
    /// Distance from the value to the threshold.
    let distance: Double
    let members: Int
    let nonMembers: Int

    /// Members, and as many non-members; nil when the value is at the threshold or the number is beyond a billion.
    ///
    /// The variance is a sum over members and over non-members, a/m + b/k. With a ≈ b it equals that of h members and
    /// h non-members, h the harmonic mean of m and k, which is what is scaled.
    var records: Int? {
        guard distance > 0, halfWidth.isFinite, members > 0, nonMembers > 0 else { return nil }
        let harmonic = 2 / (1 / Double(members) + 1 / Double(nonMembers))
        let ratio = halfWidth / distance
        let needed = (harmonic * ratio * ratio).rounded(.down) + 1
        return needed.isFinite && needed <= 1e9 ? Int(needed) : nil
    }
}
