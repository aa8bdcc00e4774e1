import Foundation
import Networks
import Synchronization
import Tensors

/// What the source model makes of many records at several nodes, for heads after each of them.
///
/// Each record goes through the model once, up to the deepest node, and leaves its output at every node on the way in a
/// file of its own per node, at the address of everything that shaped it. Memory holds a batch, whatever the number of
/// records and nodes. A run that was killed finds the files again; one that ends removes them.
public final class StoredFeatures: Sendable {
    private let source: SourceModel
    private let nodes: [Int]
    /// The records, in the order they are computed.
    private let records: RecordBatches
    private let position: [Int: Int]
    private let store: ShadowStore
    private let device: Device
    private let threads: Int
    private let cancellation: Cancellation
    private let state = Mutex(State())

    private struct State {
        var keys: [Int: StoreKey] = [:]
        var tables: [Int: FeatureTable] = [:]
        var passes = 0
    }

    /// - Parameters:
    ///   - nodes: whose outputs are wanted.
    ///   - order: rows of the records, in the order they are computed.
    ///   - position: where each row stands in it.
    init(
        source: SourceModel,
        nodes: [Int],
        records: RecordBatches,
        order: [Int],
        position: [Int: Int],
        store: ShadowStore,
        device: Device,
        threads: Int,
        cancellation: Cancellation
    ) {
        self.source = source
        self.nodes = Set(nodes).sorted()
        self.records = records.picking(order)
        self.position = position
        self.store = store
        self.device = device
        self.threads = threads
        self.cancellation = cancellation
    }

    /// How often the records went through the model.
    public var passes: Int { state.withLock { $0.passes } }

    /// The features at a node; computed, for all nodes together, when they are asked for first.
    ///
    /// - Parameter done: told the share of the work just finished.
    /// - Returns: nil for a node nobody named.
    /// - Throws: `FeatureError`, `NetworkError.cancelled`, what reading records throws, or an engine failure.
    func table(_ node: Int, done: @escaping @Sendable (Double) -> Void) throws -> FeatureTable? {
        guard nodes.contains(node) else { return nil }
        return try state.withLock { state in
            if state.tables.isEmpty {
                try fill(&state, done)
            } else {
                done(1)
            }
            return state.tables[node]
        }
    }

    /// Removes the files; what is still read of them stays readable.
    public func remove() {
        state.withLock { state in
            for key in state.keys.values {
                try? FileManager.default.removeItem(atPath: StoreFolder.path(key.name, in: store.folder))
            }
            state.tables = [:]
        }
    }

    private func fill(_ state: inout State, _ done: @escaping @Sendable (Double) -> Void) throws {
        state.keys = try keys()
        var tables: [Int: FeatureTable] = [:]
        for (node, key) in state.keys { tables[node] = table(node, key) }
        let missing = nodes.filter { tables[$0] == nil }
        if let deepest = missing.last {
            try compute(missing, upTo: deepest, state.keys, done)
            state.passes += 1
        } else {
            done(1)
        }
        for node in missing {
            guard let table = state.keys[node].flatMap({ table(node, $0) }) else {
                throw FeatureError(
                    .unreadable,
                    "features that were just written cannot be read",
                    folder: store.folder
                )
            }
            tables[node] = table
        }
        state.tables = tables
    }

    private func table(_ node: Int, _ key: StoreKey) -> FeatureTable? {
        FeatureFile.open(key, rows: records.count, shape: shape(node), in: store.folder).map {
            FeatureTable(records: $0, position: position)
        }
    }

    private func shape(_ node: Int) -> [Int] { source.architecture.nodes[node].shape }

    private func compute(
        _ missing: [Int],
        upTo deepest: Int,
        _ keys: [Int: StoreKey],
        _ done: @escaping @Sendable (Double) -> Void
    ) throws {
        var drafts: [FeatureDraft] = []
        do {
            for node in missing {
                guard let key = keys[node] else { continue }
                drafts.append(try FeatureDraft(key, rows: records.count, shape: shape(node), in: store.folder))
            }
            let shallow = source.architecture.shallowPart(upTo: deepest)
            let outputs = ParallelOutputs(
                shallow.part,
                weights: source.weights.picking(shallow.layerMap),
                device: device,
                threads: threads,
                cancellation: cancellation
            )
            let total = Double(records.count)
            try outputs.stream(
                records,
                nodes: missing,
                take: { [drafts] start, outputs in
                    for (draft, values) in zip(drafts, outputs) { try draft.write(values, at: start) }
                },
                done: { done(Double($0) / total) }
            )
            while let draft = drafts.popLast() { try draft.finish() }
        } catch {
            for draft in drafts { draft.discard() }
            throw error
        }
    }

    /// One address per node.
    private func keys() throws -> [Int: StoreKey] {
        var common = store.writer("features", device: device)
        let architecture = ConfigurationText.of(source.architecture)
        if let architecture, let digests = records.digests {
            common.add(architecture)
            common.add(records: try digests(Array(0..<records.count)))
        } else {
            // Where nobody can say what the records or the layers are, no later run may take them for its own.
            common.add(UUID().uuidString)
        }
        return Dictionary(
            uniqueKeysWithValues: nodes.map { node in
                var writer = common
                writer.add(node)
                writer.add(source.weights, layers: source.architecture.layers(upTo: node))
                return (
                    node, writer.key(kind: "features", records: records.count, shape: [records.count] + shape(node))
                )
            }
        )
    }
}
