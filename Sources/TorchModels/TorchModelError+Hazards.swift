import Diagnostics

extension TorchModelError {
    /// The ways in which a TorchScript file can do harm, each refused by the error of that id.
    public static let hazards = [
        UntrustedFileHazard(
            id: "torch.codeWhileLoading",
            sentence: "A class of a TorchScript module defines code that runs while the file is read.",
            remedy: "Export the model again by `torch.jit.trace`, without quantised or packed classes."
        ),
        UntrustedFileHazard(
            id: "torch.forbiddenOperator",
            sentence: "A TorchScript module uses operators that reach files, processes or the program itself.",
            remedy: "Export the model with PyTorch's own tensor operators alone."
        ),
    ]
}
