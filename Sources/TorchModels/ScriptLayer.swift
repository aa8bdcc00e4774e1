import Networks
import Tensors

/// A part of a TorchScript module as one layer: a black box without parameters to train.
struct ScriptLayer: Layer {
    /// What runs.
    let module: ScriptModule
    /// Shape of one record's input.
    let inputShape: [Int]
    /// Shape of one record's output.
    let shape: [Int]

    /// Runs the module once on zeros to learn what it answers.
    ///
    /// - Throws: what the engine says when the module takes no such record.
    init(_ module: ScriptModule, inputShape: [Int]) throws(TensorError) {
        self.module = module
        self.inputShape = inputShape
        let answer = try Engine.withoutGradients { () throws(TensorError) -> [Int] in
            try module.forward(.zeros([1] + inputShape)).shape
        }
        shape = Array(answer.dropFirst())
    }

    func outputShape(_ inputs: [[Int]]) throws(NetworkError) -> [Int] {
        guard inputs == [inputShape] else {
            throw .shape("TorchScript module", "takes records of the shape \(inputShape), gets \(inputs)")
        }
        return shape
    }

    func forward(_ inputs: [Tensor], _ parameters: [Tensor], _ pass: Pass) throws(TensorError) -> Tensor {
        try module.forward(inputs[0].contiguous())
    }
}
