import Foundation

/// One step's answers with and without a record: the pair (P, Q) whose privacy losses log(P / Q) are accounted.
///
/// With M = (1 − q) N(0, σ²) + q N(1, σ²), the pairs (M, N(0, σ²)) and (N(0, σ²), M) dominate the removal and the addition
/// of a record (Zhu, Dong and Wang 2022, theorem 11).
struct AdjacentPair {
    /// Which neighbour P is.
    enum Direction: CaseIterable {
        /// P = M: the record is in the data.
        case removal
        /// P = N(0, σ²): the record is not.
        case addition
    }

    let mechanism: SubsampledGaussian
    let direction: Direction

    /// Standard deviations beyond which a normal distribution has mass below 2e-22.
    private static let reach = 9.7

    /// The losses between which all but 4e-22 of P lies.
    var losses: ClosedRange<Double> {
        let low = mechanism.loss(at: -Self.reach * mechanism.noise)
        switch direction {
        case .removal: return low...mechanism.loss(at: 1 + Self.reach * mechanism.noise)
        case .addition: return -mechanism.loss(at: Self.reach * mechanism.noise)...(-low)
        }
    }

    /// Where the answers of a loss begin.
    func boundary(loss: Double) -> Boundary {
        let answer = mechanism.answer(withLoss: direction == .removal ? loss : -loss)
        return Boundary(
            without: NormalTail(answer / mechanism.noise),
            with: NormalTail((answer - 1) / mechanism.noise)
        )
    }

    /// The probabilities, under P and under Q, of losses between two boundaries.
    func masses(from low: Boundary, to high: Boundary) -> (p: Double, q: Double) {
        let (first, last) = direction == .removal ? (low, high) : (high, low)
        let without = first.without.mass(to: last.without)
        let mixture = mechanism.samplingRate * first.with.mass(to: last.with) + (1 - mechanism.samplingRate) * without
        return direction == .removal ? (mixture, without) : (without, mixture)
    }

    /// The boundary below every loss, or above every one.
    func end(above: Bool) -> Boundary {
        let tail = NormalTail(above == (direction == .removal) ? .infinity : -.infinity)
        return Boundary(without: tail, with: tail)
    }

    /// An answer as both normal distributions, N(0, σ²) and N(1, σ²), see it.
    struct Boundary {
        let without: NormalTail
        let with: NormalTail
    }
}
