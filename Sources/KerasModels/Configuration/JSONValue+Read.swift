import Diagnostics
import Foundation

extension JSONValue {
    /// Texts above this size are refused; the configuration of a thousand layers takes about 1 MB.
    static let largestBytes = 64 << 20

    /// Reads a text.
    ///
    /// - Throws: `malformedConfig`, `tooLarge`.
    static func read(_ text: String, at location: Location) throws(KerasModelError) -> JSONValue {
        guard text.utf8.count <= largestBytes else {
            throw .tooLarge("the model configuration is larger than \(largestBytes >> 20) MiB", at: location)
        }
        do {
            return try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        } catch {
            throw KerasModelError(
                .malformedConfig,
                "the model configuration is not readable JSON",
                at: location,
                cause: "\(error)",
                remedy: "Save the model again from Keras; the file's configuration may have been edited."
            )
        }
    }
}
