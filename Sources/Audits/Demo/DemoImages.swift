import Foundation
import Tensors

/// Procedural grey images: an identity is a handful of soft spots; a record is a shifted, dimmed and noisy view of it.
struct DemoImages {
    /// Height, width, channels.
    static let shape = [20, 20, 1]
    private static let spots = 5
    /// Standard deviation of the noise, on the 0…255 scale: enough that members can be learned by heart.
    private static let noise = 80.0

    /// Records with their labels.
    struct Views {
        let pixels: [UInt8]
        let labels: [Int]
    }

    private struct Spot {
        let x, y, width, height: Double
    }

    private let identities: [[Spot]]

    init(identities count: Int, seed: Seed) {
        identities = (0..<count).map { identity in
            var generator = seed.derived("identity", identity).generator
            return (0..<Self.spots).map { _ in
                Spot(
                    x: Double.random(in: 3...17, using: &generator),
                    y: Double.random(in: 3...17, using: &generator),
                    width: Double.random(in: 1.2...3.2, using: &generator),
                    height: Double.random(in: -90...90, using: &generator)
                )
            }
        }
    }

    /// Views of all identities in turn.
    func views(_ count: Int, seed: Seed) -> Views {
        var pixels: [UInt8] = []
        pixels.reserveCapacity(count * Self.shape.reduce(1, *))
        let labels = (0..<count).map { $0 % identities.count }
        for (index, label) in labels.enumerated() {
            var generator = seed.derived("view", index).generator
            pixels.append(contentsOf: view(identities[label], &generator))
        }
        return Views(pixels: pixels, labels: labels)
    }

    private func view(_ spots: [Spot], _ generator: inout SeededGenerator) -> [UInt8] {
        let shiftX = Double.random(in: -2.5...2.5, using: &generator)
        let shiftY = Double.random(in: -2.5...2.5, using: &generator)
        let light = Double.random(in: 0.6...1.2, using: &generator)
        return (0..<Self.shape[0]).flatMap { y in
            (0..<Self.shape[1]).map { x in
                let value = spots.reduce(110.0) { sum, spot in
                    let dx = Double(x) - spot.x - shiftX
                    let dy = Double(y) - spot.y - shiftY
                    return sum + light * spot.height * exp(-(dx * dx + dy * dy) / (2 * spot.width * spot.width))
                }
                return UInt8(max(0, min(255, value + Self.noise * normal(&generator))))
            }
        }
    }

    /// One draw from the standard normal distribution (Box & Muller 1958).
    private func normal(_ generator: inout SeededGenerator) -> Double {
        let radius = (-2 * log(Double.random(in: 1e-12..<1, using: &generator))).squareRoot()
        return radius * cos(2 * .pi * Double.random(in: 0..<1, using: &generator))
    }
}
