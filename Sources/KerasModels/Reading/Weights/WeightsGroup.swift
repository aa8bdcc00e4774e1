/// Tells which of the arrays in one group belong to which layer, where an inner model keeps all its layers' arrays in one.
struct WeightsGroup {
    /// The layers that have parameters, in the configuration's order.
    let layers: [WantedWeights]
    /// The configuration they stand in.
    let config: ModelConfig
    /// The first number of the version of Keras that wrote the arrays.
    let kerasMajor: Int

    /// For each layer the places of its arrays in `weights`.
    func share(_ weights: [NamedWeights.Weight]) -> [[Int]] {
        if layers.count == 1, layers[0].leaf.place.count == 1 { return [Array(weights.indices)] }
        return (kerasMajor < 2 ? nil : byName(weights.map(\.name))) ?? byOrder(weights.count)
    }

    /// By the layers' names inside the arrays' names, when that gives each layer as many arrays as it needs.
    private func byName(_ names: [String]) -> [[Int]]? {
        var places: [String: Int] = [:]
        for (place, layer) in layers.enumerated() {
            guard places.updateValue(place, forKey: layer.leaf.entry.name) == nil else { return nil }
        }
        var shares: [[Int]] = Array(repeating: [], count: layers.count)
        for (index, name) in names.enumerated() {
            let parts = name.split(separator: "/").dropLast()
            guard parts.count <= 12 else { return nil }
            var owners: Set<Int> = []
            for start in parts.indices {
                for end in start..<parts.endIndex {
                    if let place = places[parts[start...end].joined(separator: "/")] { owners.insert(place) }
                }
            }
            guard owners.count == 1, let owner = owners.first else { return nil }
            shares[owner].append(index)
        }
        guard zip(shares, layers).allSatisfy({ $0.count == $1.parameters.count }) else { return nil }
        return shares
    }

    /// By Keras's order: all arrays that are trained, then all others.
    private func byOrder(_ count: Int) -> [[Int]] {
        guard let place = layers.first?.leaf.place.first else { return [] }
        let slots = Slots(config.layers[place], at: [place], layers, kerasMajor: kerasMajor)
        let order = slots.trained + slots.fixed
        var shares: [[Int]] = Array(repeating: [], count: layers.count)
        guard order.count == count else { return shares }
        for (index, layer) in order.enumerated() { shares[layer].append(index) }
        return shares
    }

    /// The arrays below a layer, each as the place of its owner in `layers`.
    private struct Slots {
        var trained: [Int] = []
        var fixed: [Int] = []

        init(_ entry: LayerEntry, at place: [Int], _ layers: [WantedWeights], kerasMajor: Int) {
            var owners: [[Int]: Int] = [:]
            for (owner, layer) in layers.enumerated() { owners[layer.leaf.place] = owner }
            self.init(entry, at: place, layers, owners, kerasMajor)
        }

        private init(
            _ entry: LayerEntry,
            at place: [Int],
            _ layers: [WantedWeights],
            _ owners: [[Int]: Int],
            _ kerasMajor: Int
        ) {
            if let model = entry.model {
                for (index, inner) in model.layers.enumerated() {
                    let slots = Slots(inner, at: place + [index], layers, owners, kerasMajor)
                    trained += slots.trained
                    fixed += slots.fixed
                }
            } else if let owner = owners[place] {
                let layer = layers[owner]
                let all = layer.arrayCount(kerasMajor: kerasMajor)
                let constant = layer.isTrained.filter { !$0 }.count
                trained = Array(repeating: owner, count: max(0, all - constant))
                fixed = Array(repeating: owner, count: constant)
            }
            if !entry.isTrainable {
                fixed = trained + fixed
                trained = []
            }
        }
    }
}
