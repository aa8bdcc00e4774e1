import Foundation
import HDF5
import KerasModels
import Tensors
import Testing

/// Configurations with seeded damage: every one is read or refused, none crashes or hangs.
@Suite struct HostileConfigTests {
    private static let extremes = [
        "-1", "0", "1048576", "99999999999", "9223372036854775807", "-9223372036854775808", "1e308", "null", "[]", "{}",
        "\"x\"", "true", "[[[]]]", "0.5",
    ]

    @Test(arguments: Fixture.cases) func survives(_ name: String) throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "hostile.h5").path
        let original = try HDF5File.open(Fixture.path("\(name).h5")).root
        let json = try #require(try original.stringAttribute("model_config"))
        let values = /[: \[](-?[0-9.e+-]+|null|true|false|"[a-z_]+")(?=[,\]}])/
        let places = json.matches(of: values).map { $0.output.1.startIndex..<$0.output.1.endIndex }
        var generator = Seed(1).derived(name).generator
        var ends = 0
        for _ in 0..<12 {
            var damaged = json
            let range = places[Int.random(in: 0..<places.count, using: &generator)]
            let value = Self.extremes[Int.random(in: 0..<Self.extremes.count, using: &generator)]
            damaged.replaceSubrange(range, with: value)
            try HDF5File.write(path) { file in
                try file.root.setAttribute("model_config", string: damaged)
                try file.root.setAttribute("keras_version", string: "3.0.0")
                try file.root.createGroup("model_weights").setAttribute("layer_names", strings: ["none"])
            }
            do throws(KerasModelError) {
                let model = try KerasModel.read(path)
                #expect(!model.architecture.nodes.isEmpty)
                ends += 1
            } catch {
                #expect(!error.remedy.isEmpty)
                ends += 1
            }
        }
        #expect(ends == 12)
    }
}
