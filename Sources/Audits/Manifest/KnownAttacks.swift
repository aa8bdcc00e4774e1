/// The attacks a manifest may name.
public enum KnownAttacks {
    /// Their ids, in the order of the catalogue.
    public static let ids = ["transmia-dnn", "transmia-svm", "transmia-entropy", "target-blackbox-dnn", "gap"]
}
