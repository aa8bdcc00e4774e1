/// Every countermeasure, in the order reports recommend them. A new one is one file and one line here.
public enum CountermeasureCatalog {
    /// All countermeasures.
    public static let all: [Countermeasure] = [
        .fewerLayers, .differentialPrivacy, .weightDecay, .dropout, .earlyStopping, .protectedParameters, .noisyAnswers,
    ]
}
