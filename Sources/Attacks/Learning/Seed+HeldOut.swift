import Tensors

extension Seed {
    /// Which of `count` parts a record belongs to, the same under every shadow model: parts are held out from each other.
    func heldOutPart(of record: Int, among count: Int) -> Int {
        Int(derived("held-out", record).value % UInt64(count))
    }
}
