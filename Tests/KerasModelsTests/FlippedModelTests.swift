import Diagnostics
import Foundation
import KerasModels
import Testing

/// A model file with one byte changed at random either reads or is refused with a reason; nothing else happens.
struct FlippedModelTests {
    static let files = [
        "keras2-functional.h5", "shared.h5", "Topologies/k2-late.keras", "Topologies/k3-bfloat16.keras",
    ]

    /// How many changed copies of each file to try; `make hostile` asks for 10,000 of all.
    static let count = (ProcessInfo.processInfo.environment["LAYERAUDIT_FLIPS"].flatMap(Int.init) ?? 240) / files.count

    /// A generator with a seed, so that the test does the same each time.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(arguments: files)
    func everyChangeReadsOrIsRefused(_ name: String) throws {
        let original = [UInt8](try Data(contentsOf: URL(fileURLWithPath: Fixture.path(name))))
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "model")
        var random = Random(state: 20_261_120)
        var slowest = Duration.zero
        for _ in 0..<Self.count {
            var changed = original
            changed[Int.random(in: 0..<changed.count, using: &random)] ^= UInt8.random(in: 1...255, using: &random)
            try Data(changed).write(to: file)
            slowest = max(
                slowest,
                ContinuousClock().measure {
                    do {
                        _ = try KerasModel.read(file.path)
                    } catch let error as KerasModelError {
                        #expect(error.id.hasPrefix("keras.") && !error.remedy.isEmpty)
                    } catch {
                        Issue.record(error)
                    }
                }
            )
        }
        // Six seconds of processor time, on a machine that may be busy.
        #expect(slowest < .seconds(60))
    }
}
