/// The address of a result in a shadow store: SHA-256 over everything that shaped it.
public struct StoreKey: Sendable, Hashable {
    /// The 32 bytes of the digest.
    let digest: [UInt8]
    /// What was trained, for people who look into the store: `shadow` or `target`, and the approach.
    let kind: String
    /// How many records it was trained on, for the same people.
    let records: Int
    /// The shape of its logits: (answers, K).
    let shape: [Int]
    /// How many points of its training it holds the weights of.
    let checkpoints: Int

    /// 64 lower-case hexadecimal digits.
    var name: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
