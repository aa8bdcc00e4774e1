import Archives
import Diagnostics
import HDF5

extension KerasModelError {
    /// What a model file is refused for because it could do harm: in the model, in its HDF5 file, in its archive.
    ///
    /// The error of the HDF5 file or archive is the cause of a `keras.unreadable` or `keras.tooLarge`.
    public static let hazards: [UntrustedFileHazard] = own + HDF5Error.hazards + ArchiveError.hazards

    private static let own = [
        UntrustedFileHazard(
            id: "keras.\(Code.lambdaLayer.rawValue)",
            sentence: "A Lambda layer holds program code, which is never run.",
            remedy: "Save the model without it, or audit by predictions."
        ),
        UntrustedFileHazard(
            id: "keras.\(Code.customObject.rawValue)",
            sentence: "A layer or an option is of somebody's own class, which is never imported.",
            remedy: "Save the model with layers of Keras alone, or audit by predictions."
        ),
        UntrustedFileHazard(
            id: "keras.\(Code.tooLarge.rawValue)",
            sentence: "The configuration is larger or deeper than any real model's, or asks for more memory.",
            remedy: "Do not trust this file; ask its sender for the model as Keras saved it."
        ),
        UntrustedFileHazard(
            id: "keras.\(Code.malformedConfig.rawValue)",
            sentence: "The configuration is not what Keras writes.",
            remedy: "Save the model again from Keras; the configuration may have been edited."
        ),
    ]
}
