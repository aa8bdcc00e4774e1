import Crypto
import Networks
import Tensors

/// Collects what shapes a result into its address; whatever is added says how long it is, so that nothing can pass for
/// something else.
struct KeyWriter {
    private var hash = SHA256()

    mutating func add(_ bytes: some Collection<UInt8>) {
        add(bytes.count)
        hash.update(data: Array(bytes))
    }

    mutating func add(_ text: String) { add(text.utf8) }

    mutating func add(_ number: Int) {
        withUnsafeBytes(of: Int64(number).littleEndian) { hash.update(bufferPointer: $0) }
    }

    mutating func add(_ number: Double) {
        withUnsafeBytes(of: number.bitPattern.littleEndian) { hash.update(bufferPointer: $0) }
    }

    mutating func add(_ seed: Seed) {
        withUnsafeBytes(of: seed.value.littleEndian) { hash.update(bufferPointer: $0) }
    }

    /// Records by what identifies their content.
    mutating func add(records: [[UInt8]]) {
        add(records.count)
        for record in records { add(record) }
    }

    mutating func add(numbers: [Int]) {
        add(numbers.count)
        for number in numbers { add(number) }
    }

    mutating func add(texts: [String]) {
        add(texts.count)
        for text in texts { add(text) }
    }

    /// The weights of some layers.
    mutating func add(_ weights: Weights, layers: [Int]) {
        add(numbers: layers)
        for values in layers.flatMap({ weights.layers[$0] }) {
            add(numbers: values.shape)
            values.floats.withUnsafeBytes { hash.update(bufferPointer: $0) }
        }
    }

    /// The 32 bytes of the digest of what was added.
    var digest: [UInt8] { Array(hash.finalize()) }

    /// The address of what was added.
    func key(kind: String, records: Int, shape: [Int], checkpoints: Int = 0) -> StoreKey {
        StoreKey(digest: digest, kind: kind, records: records, shape: shape, checkpoints: checkpoints)
    }
}
