import Tensors

/// Results of many jobs: from the store as far as it has them; what is trained is kept as soon as it is there.
struct KeptResults {
    let store: ShadowStore?
    /// One address per job; nil for what cannot be stored.
    let keys: [StoreKey?]
    let threads: Int

    /// Finds or makes all results.
    ///
    /// - Parameters:
    ///   - found: told what share of the jobs the store had.
    ///   - make: trains the jobs that are missing, and calls `keep` with the place of each (among all jobs) and its
    ///     result as soon as it is there, from any thread.
    /// - Returns: one result per job, in their order.
    func callAsFunction(
        found: (Double) -> Void,
        make: (_ missing: [Int], _ keep: @escaping @Sendable (Int, FarmResult) -> Void) throws -> [FarmResult]
    ) throws -> [FarmResult] {
        let (store, keys) = (store, keys)
        var results = try Workers.map(Array(keys.indices), threads: threads) { index in
            keys[index].flatMap { store?.result($0) }
        }
        let missing = results.indices.filter { results[$0] == nil }
        found(Double(keys.count - missing.count) / Double(max(1, keys.count)))
        guard !missing.isEmpty else { return results.compactMap(\.self) }
        let made = try make(missing) { index, result in
            store?.keep(result, keys[index])
        }
        for (index, result) in zip(missing, made) { results[index] = result }
        return results.compactMap(\.self)
    }
}
