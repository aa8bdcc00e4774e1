import HDF5

/// Writes weights as Keras 2 arranges them: a group for each outer layer, with its arrays in `weight_names`.
enum NamedWeightsWriter {
    /// Fills the group `model_weights`.
    static func write(_ model: WrittenModel, to weights: HDF5Group) throws {
        try setTexts(weights, "layer_names", model.members.map(\.name))
        for member in model.members {
            let group = try weights.createGroup(member.name)
            var names = PlainPaths()
            var arrays: [(name: String, array: LayerPlan.Array)] = []
            for (path, plan) in leaves(member) {
                for array in plan.arrays {
                    let parts = path + array.parameter.path + [array.parameter.name]
                    arrays.append((names.take(parts.joined(separator: "/")) + ":0", array))
                }
            }
            // Keras lists the weights of a model inside with those first that are trained; a layer's own are so anyway.
            let sorted = arrays.filter { $0.array.isTrained } + arrays.filter { !$0.array.isTrained }
            let listed = member.model == nil ? arrays : sorted
            try setTexts(group, "weight_names", listed.map(\.name))
            for (name, array) in listed {
                try group.createDataset(name, shape: array.parameter.shape, floats: array.stored())
            }
        }
    }

    private static func leaves(_ member: WrittenModel.Member) -> [(path: [String], plan: LayerPlan)] {
        switch member.content {
        case .layer(let plan): plan.wrapped?.leaves([member.name]) ?? [([member.name], plan)]
        case .model(let model): model.leaves()
        }
    }

    /// A list of texts, cut as Keras does where one attribute would exceed the format's 64 KiB.
    private static func setTexts(_ object: HDF5Object, _ name: String, _ texts: [String]) throws {
        let width = max(1, texts.map(\.utf8.count).max() ?? 1)
        let perChunk = max(1, 64_000 / width)
        guard texts.count > perChunk else { return try object.setAttribute(name, strings: texts) }
        for (number, start) in stride(from: 0, to: texts.count, by: perChunk).enumerated() {
            let part = Array(texts[start..<min(texts.count, start + perChunk)])
            try object.setAttribute("\(name)\(number)", strings: part)
        }
    }
}

/// Names within a group, each once.
private struct PlainPaths {
    private var taken: Set<String> = []

    mutating func take(_ wanted: String) -> String {
        var name = wanted
        var number = 0
        while !taken.insert(name).inserted {
            number += 1
            name = "\(wanted)_\(number)"
        }
        return name
    }
}
