/// What each network of a stack says of the records it holds out, for judging what it has learned.
///
/// The epoch a network is kept at was chosen on these very records, so its logits there look better than they are. The held-out
/// records are therefore halved: each half is judged at the epoch that did best on the other.
struct JudgedLogits {
    private let halves: [[Int]]
    private let isMember: [[Bool]]
    private var losses: [[Double]]
    /// The logits (networks, held-out records).
    private(set) var logits: [[Double]]

    /// Halves the records each network holds out.
    ///
    /// - Parameters:
    ///   - halves: 0 or 1 for each (networks, held-out records).
    ///   - isMember: whether each is a member, likewise.
    init(halves: [[Int]], isMember: [[Bool]]) {
        self.halves = halves
        self.isMember = isMember
        losses = halves.map { _ in [.infinity, .infinity] }
        logits = halves.map { $0.map { _ in 0 } }
    }

    /// Takes the logits after an epoch; without records in one half, the other is judged at the last epoch.
    mutating func update(_ current: [[Double]]) {
        for network in halves.indices {
            for half in 0..<2 {
                let rows = halves[network].indices.filter { halves[network][$0] != half }
                let others = rows.map { (current[network][$0], isMember[network][$0]) }
                let loss = ClassAttackNetworks.loss(others.map(\.0), others.map(\.1))
                guard loss.map({ $0 < losses[network][half] }) ?? true else { continue }
                losses[network][half] = loss ?? .infinity
                for row in halves[network].indices where halves[network][row] == half {
                    logits[network][row] = current[network][row]
                }
            }
        }
    }
}
