import Foundation
import Tensors

/// How far records lie from the decision boundary of a model that answers labels alone: HopSkipJump, untargeted, by
/// Euclidean distance (Chen, Jordan and Wainwright 2020, algorithm 2).
///
/// All records take each step together, so that one call of the network serves many; directions are the same for all.
struct HopSkipJump {
    /// Directions of the first estimate of the gradient; the t-th has √t times as many (B_0).
    private static let directions = 20.0
    /// How far directions reach, as a share of the distance (δ_t).
    private static let reach: Float = 0.05
    /// A boundary point is found at least this precisely, as a share of the way to it (θ).
    private static let coarsest = 0.005
    /// Halvings of one step at most.
    private static let mostHalvings = 8

    /// The records, and the model that is asked.
    let probed: ProbedRecords
    /// Labels asked for per record at most.
    let budget: Int
    /// Decides the directions.
    let seed: Seed

    /// A record on its way along the boundary.
    private struct Walk {
        let row: Int
        /// From the record to a point beyond the boundary, in units.
        var displacement: [Float]
        /// Labels asked for.
        var used: Int
        /// The smallest distance so far.
        var distance: Float
    }

    /// Distances in units; 0 for records whose label the model does not answer.
    ///
    /// - Parameter starts: (n, …), for each record an input that the model answers otherwise.
    /// - Throws: what asking the model throws.
    func distances(from starts: TensorValues) throws -> [Double] {
        let (records, labels) = (probed.records, probed.labels)
        let answers = try probed.queries.labels(records)
        var walks = labels.indices.filter { answers[$0] == labels[$0] }.map { row in
            let displacement = probed.scale.displacement(of: starts.row(row), from: records.row(row))
            return Walk(row: row, displacement: displacement, used: 2, distance: Self.norm(displacement))
        }
        let isBeyond = try probed.isBeyond(walks.map { .init(row: $0.row, displacement: $0.displacement) })
        // A start that is not beyond the boundary lies next to it, or there is none: its distance stands.
        var active = walks.indices.filter { isBeyond[$0] && walks[$0].used + searchSteps <= budget }
        try search(&walks, active)
        for round in 1... {
            let directions = try directions(round)
            let cost = directions.count + 1 + searchSteps
            active = active.filter { walks[$0].used + cost <= budget && walks[$0].distance > 0 }
            guard !active.isEmpty else { break }
            let ways = try estimates(walks, active, directions)
            for place in active { walks[place].used += directions.count }
            try search(&walks, try jump(&walks, active, ways, round))
        }
        var distances = [Double](repeating: 0, count: labels.count)
        for walk in walks { distances[walk.row] = Double(walk.distance) }
        return distances
    }

    /// Halvings after which a point lies nearer to the boundary than one direction leads towards it.
    private var searchSteps: Int {
        let towards = Double(Self.reach) / Double(max(1, probed.scale.freedom)).squareRoot()
        return Int(log2(1 / min(Self.coarsest, towards)).rounded(.up))
    }

    /// Halves the way from the record to a point beyond the boundary (BIN-SEARCH).
    private func search(_ walks: inout [Walk], _ active: [Int]) throws {
        var ranges = active.map { _ in (low: Float(0), high: Float(1)) }
        for _ in 0..<searchSteps {
            let middles = ranges.map { ($0.low + $0.high) / 2 }
            let isBeyond = try probed.isBeyond(
                zip(active, middles).map { .init(row: walks[$0].row, displacement: walks[$0].displacement, share: $1) }
            )
            for place in active.indices {
                if isBeyond[place] { ranges[place].high = middles[place] } else { ranges[place].low = middles[place] }
            }
        }
        for (place, range) in zip(active, ranges) {
            walks[place].displacement = walks[place].displacement.map { $0 * range.high }
            walks[place].distance = min(walks[place].distance, Self.norm(walks[place].displacement))
            walks[place].used += searchSteps
        }
    }

    /// Unit vectors at random, none along values that never differ.
    private func directions(_ round: Int) throws -> [[Float]] {
        let units = probed.scale.units
        let count = Int((Self.directions * Double(round).squareRoot()).rounded())
        let floats = try TensorGenerator(seed.derived("directions", round)).normal(shape: [count, units.count]).floats()
        return (0..<count).map { index in
            let drawn = floats[index * units.count..<(index + 1) * units.count]
            return Self.normalised(zip(drawn, units).map { $1 > 0 ? $0 : 0 })
        }
    }

    /// For each active record the unit vector that leads away from its label.
    private func estimates(_ walks: [Walk], _ active: [Int], _ directions: [[Float]]) throws -> [[Float]] {
        let probes = active.flatMap { place in
            let (row, displacement) = (walks[place].row, walks[place].displacement)
            let step = Self.norm(displacement) * Self.reach
            return directions.map {
                ProbedRecords.Probe(row: row, displacement: displacement, direction: $0, step: step)
            }
        }
        let signs = try probed.isBeyond(probes).map { $0 ? Float(1) : -1 }
        let count = directions.count
        return active.indices.map { index in
            let range = index * count..<(index + 1) * count
            let mean = signs[range].reduce(0, +) / Float(count)
            var sum = [Float](repeating: 0, count: probed.scale.units.count)
            for place in range {
                // Where all answers agree they tell no direction from another, but which way is out.
                let weight = abs(mean) == 1 ? mean : signs[place] - mean
                let direction = reached(probes[place])
                for k in sum.indices { sum[k] += weight * direction[k] }
            }
            return Self.normalised(sum)
        }
    }

    /// The direction as the bounds leave it.
    private func reached(_ probe: ProbedRecords.Probe) -> [Float] {
        guard probed.scale.isBounded, probe.step > 0 else { return probe.direction ?? [] }
        return zip(probed.displacement(probe), probe.displacement).map { ($0 - $1) / probe.step }
    }

    /// Goes as far along the ways as the boundary is not crossed back, in halved steps from distance / √t on.
    ///
    /// - Returns: the records that moved.
    private func jump(_ walks: inout [Walk], _ active: [Int], _ ways: [[Float]], _ round: Int) throws -> [Int] {
        var pending = zip(active, ways).map { place, way in
            let step = Self.norm(walks[place].displacement) / Float(round).squareRoot()
            return (
                place: place,
                probe: ProbedRecords.Probe(
                    row: walks[place].row,
                    displacement: walks[place].displacement,
                    direction: way,
                    step: step
                )
            )
        }
        var moved: [Int] = []
        for _ in 0...Self.mostHalvings where !pending.isEmpty {
            let isBeyond = try probed.isBeyond(pending.map(\.probe))
            for (trial, isBeyond) in zip(pending, isBeyond) {
                walks[trial.place].used += 1
                guard isBeyond else { continue }
                walks[trial.place].displacement = probed.displacement(trial.probe)
                moved.append(trial.place)
            }
            pending = zip(pending, isBeyond).filter { !$1 && walks[$0.place].used + 1 + searchSteps <= budget }.map {
                var trial = $0.0
                trial.probe.step /= 2
                return trial
            }
        }
        return moved
    }

    private static func norm(_ vector: [Float]) -> Float {
        Float(vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot())
    }

    private static func normalised(_ vector: [Float]) -> [Float] {
        let norm = max(norm(vector), .leastNormalMagnitude)
        return vector.map { $0 / norm }
    }
}
