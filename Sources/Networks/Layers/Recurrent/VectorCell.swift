/// A cell whose input and output at a step are vectors.
protocol VectorCell: RecurrentCell {
    /// Size of the input at a step.
    var inputs: Int { get }
    /// Size of the output.
    var units: Int { get }
}

extension VectorCell {
    /// (units), for an input of the right size.
    func vectorShape(_ step: [Int]) throws(NetworkError) -> [Int] {
        guard step == [inputs] else {
            throw .shape("\(Self.self)", "takes \(inputs) values at a step, gets the shape \(step)")
        }
        return [units]
    }
}

extension SimpleCell: VectorCell {}
extension LSTMCell: VectorCell {}
extension GRUCell: VectorCell {}
