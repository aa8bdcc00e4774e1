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

    private func failure(_ config: String) throws -> KerasModelError? {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "hostile.h5").path
        try HDF5File.write(path) { file in
            try file.root.setAttribute("model_config", string: config)
            try file.root.setAttribute("keras_version", string: "2.15.0")
            try file.root.createGroup("model_weights").setAttribute("layer_names", strings: ["none"])
        }
        do throws(KerasModelError) {
            _ = try KerasModel.read(path)
            return nil
        } catch {
            return error
        }
    }

    private static func input(_ name: String) -> String {
        """
        {"class_name": "InputLayer", "name": "\(name)", "inbound_nodes": [],
         "config": {"name": "\(name)", "batch_input_shape": [null, 2]}}
        """
    }

    private static func model(_ layers: [String], _ output: String, _ application: Int) -> String {
        """
        {"class_name": "Functional", "config": {"name": "m", "layers": [\(layers.joined(separator: ", "))],
         "input_layers": [["i", 0, 0]], "output_layers": [["\(output)", \(application), 0]]}}
        """
    }

    /// Each model applies the one inside it twice, so that the innermost layer would stand there 2^depth times.
    private static func nested(_ depth: Int, innermost: String) -> String {
        var config = innermost
        for _ in 0..<depth {
            let applied = """
                "name": "n", "inbound_nodes": [[["i", 0, 0, {}]], [["n", 1, 0, {}]]]}
                """
            config = model([input("i"), config.dropLast() + ", " + applied], "n", 2)
        }
        return config
    }

    @Test(.timeLimit(.minutes(5))) func boundsModelsInsideModels() throws {
        let dense = #"{"class_name": "Dense", "name": "d", "config": {"units": 2}, "inbound_nodes": [[["i", 0, 0]]]}"#
        let inner = Self.model([Self.input("i"), dense], "d", 0)
        #expect(try failure(Self.nested(3, innermost: inner))?.code == .weightsMissing)
        #expect(try failure(Self.nested(15, innermost: inner))?.code == .tooLarge)
        // Nothing but inputs, so that no layer is ever counted.
        let empty = Self.model([Self.input("i")], "i", 0)
        #expect(try failure(Self.nested(15, innermost: empty))?.code == .tooLarge)
        let deepest = try failure(Self.nested(40, innermost: inner))?.code
        #expect(deepest == .tooLarge || deepest == .malformedConfig)
    }

    @Test(.timeLimit(.minutes(5))) func readsVeryManyLayers() throws {
        var layers = [Self.input("i")]
        for number in 0..<ModelSize.layers {
            let before = number == 0 ? "i" : "d\(number - 1)"
            layers.append(
                "{\"class_name\": \"Dense\", \"name\": \"d\(number)\", \"config\": {\"units\": 2}, "
                    + "\"inbound_nodes\": [[[\"\(before)\", 0, 0, {}]]]}"
            )
        }
        let last = "d\(ModelSize.layers - 1)"
        let error = try failure(Self.model(layers, last, 0))
        #expect(error?.code == .weightsMissing, "\(String(describing: error))")
        layers += (0..<100).map { Self.input("more\($0)") }
        #expect(try failure(Self.model(layers, last, 0))?.code == .tooLarge)
    }

    @Test func refusesCircles() throws {
        func dense(_ name: String, _ before: String) -> String {
            "{\"class_name\": \"Dense\", \"name\": \"\(name)\", \"config\": {\"units\": 2}, "
                + "\"inbound_nodes\": [[[\"\(before)\", 0, 0, {}]]]}"
        }
        let circle = [Self.input("i"), dense("a", "b"), dense("b", "a")]
        #expect(try failure(Self.model(circle, "b", 0))?.code == .malformedConfig)
        #expect(
            try failure(Self.model([Self.input("i"), dense("a", "i"), dense("a", "i")], "a", 0))?.code
                == .malformedConfig
        )
    }
}

/// Just below the most layers that are read.
private enum ModelSize {
    static let layers = 19_990
}
