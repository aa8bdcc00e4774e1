import Diagnostics

/// What reading a configuration has to know at every depth.
struct ConfigContext {
    /// The file the configuration came from, for messages.
    let file: String
    /// Where in that file, for messages; nil when the file is nothing else.
    let object: String?
    /// The first number of the Keras version that wrote it.
    let kerasMajor: Int
    /// How many models this one stands inside.
    var depth = 0

    /// Models inside models deeper than this are refused.
    private static let deepest = 24

    /// Where messages about the configuration point.
    var location: Location { object.map { .hdf5(file: file, object: $0) } ?? .file(file) }

    /// The context of a model inside this one.
    ///
    /// - Throws: `tooLarge` beyond any real depth.
    func inside() throws(KerasModelError) -> ConfigContext {
        guard depth < Self.deepest else { throw .tooLarge("models stand inside models too deeply", at: location) }
        var context = self
        context.depth += 1
        return context
    }
}
