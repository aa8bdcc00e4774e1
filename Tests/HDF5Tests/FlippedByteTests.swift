import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import HDF5

/// A file with one byte changed at random either reads or is refused with a reason; nothing else happens.
struct FlippedByteTests {
    /// How many changed copies of each file to try; `make hostile` asks for more.
    static let count = (ProcessInfo.processInfo.environment["LAYERAUDIT_FLIPS"].flatMap(Int.init) ?? 200) / 2

    @Test(arguments: ["attributes.h5", "links.h5"])
    func everyChangeReadsOrIsRefused(_ name: String) throws {
        let original = try bytes(of: fixture(name))
        let folder = try WorkFolder()
        let path = folder.path("flipped.h5")
        var random = SplitMix(seed: 20_261_120)
        var outcomes: Set<String> = []
        let clock = ContinuousClock()
        var slowest = Duration.zero
        for _ in 0..<Self.count {
            var changed = original
            // Structure sits at the beginning of what these files hold; half of the changes are aimed at it.
            let reach = Bool.random(using: &random) ? min(4096, changed.count) : changed.count
            changed[Int.random(in: 0..<reach, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            try write(changed, to: path)
            let time = clock.measure {
                do {
                    let root = try HDF5File.open(path, hazards: .refusedWhereRead).root
                    _ = try FileReader.readAll(root)
                    outcomes.insert("read")
                } catch let error as HDF5Error {
                    outcomes.insert(error.id)
                } catch {
                    Issue.record(error)
                }
            }
            slowest = max(slowest, time)
        }
        // Six seconds of processor time, on a machine that may be busy.
        #expect(slowest < .seconds(60))
        #expect(outcomes.count > 2, "the changes hit nothing: \(outcomes)")
    }
}
