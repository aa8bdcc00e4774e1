import HDF5

/// Writes weights as Keras 3's `save_weights` arranges them: a group for each layer, numbered by class, in which the
/// arrays lie in `vars`, those of a layer's parts in groups of their own (`keras/src/saving/saving_lib.py`).
enum NumberedWeightsWriter {
    /// Fills a group with the weights of a model.
    static func write(_ model: WrittenModel, to group: HDF5Group, name: String) throws {
        try group.createGroup("vars").setAttribute("name", string: name)
        let layers = try group.createGroup("layers")
        var counts: [String: Int] = [:]
        for member in model.members {
            let base = ModelFolder.snakeCase(className(member))
            let number = counts[base, default: 0]
            counts[base] = number + 1
            let own = try layers.createGroup(number == 0 ? base : "\(base)_\(number)")
            switch member.content {
            case .model(let inner): try write(inner, to: own, name: member.name)
            case .layer(let plan): try write(plan, to: own, name: member.name)
            }
        }
    }

    private static func className(_ member: WrittenModel.Member) -> String {
        switch member.content {
        case .model(let model): model.isSequential ? "Sequential" : "Functional"
        case .layer(let plan): plan.className
        }
    }

    private static func write(_ plan: LayerPlan, to group: HDF5Group, name: String) throws {
        let own = try group.createGroup("vars")
        try own.setAttribute("name", string: name)
        if let wrapped = plan.wrapped {
            return try write(wrapped, to: group.createGroup("layer"), name: wrapped.name)
        }
        var folders: [[String]: HDF5Group] = [[]: own]
        var counts: [[String]: Int] = [:]
        for array in plan.arrays {
            for path in [array.parameter.path] + array.parameter.copies {
                let folder = try folders[path] ?? group.createGroup(path.joined(separator: "/") + "/vars")
                folders[path] = folder
                let number = counts[path, default: 0]
                counts[path] = number + 1
                try folder.createDataset("\(number)", shape: array.parameter.shape, floats: array.stored())
            }
        }
    }
}
