/// A figure computed from membership scores or decisions.
///
/// Raw values are the `@statistic` of `report.xml` and the names policies use.
public enum Statistic: String, Sendable, Hashable, Codable, CaseIterable {
    /// Right decisions over all decisions, averaged over classes (paper, section 5.2).
    case accuracy
    /// Members among the records called members, averaged over the classes where any is (paper, section 5.2).
    case precision
    /// Members called members among the members, averaged over classes (paper, section 5.2).
    case recall
    /// Share of classes in which no record was called a member, so that their precision is undefined.
    case undefinedPrecision = "undefined-precision"
    /// Area under the ROC curve of the scores over all records.
    case auc
    /// Area under the ROC curve over subjects, of the mean score of each subject's records.
    case subjectAUC = "subject-auc"
    /// Area under the ROC curve over shadow worlds, rich and poor in a value of a sensitive attribute.
    case attributeAUC = "attribute-auc"
    /// True-positive rate at a false-positive rate of 10 %.
    case tprAt10 = "tpr-at-fpr-0.1"
    /// True-positive rate at a false-positive rate of 1 %.
    case tprAt1 = "tpr-at-fpr-0.01"
    /// True-positive rate at a false-positive rate of 0.1 %.
    case tprAt01 = "tpr-at-fpr-0.001"
    /// True-positive rate at the threshold chosen on shadow data.
    case tpr
    /// False-positive rate at the threshold chosen on shadow data.
    case fpr
    /// True-positive minus false-positive rate at the threshold chosen on shadow data.
    case advantage
    /// Lower confidence bound of ε at the threshold chosen on shadow data (FIELD: Clopper–Pearson and Holm).
    case epsilonLowerBound = "epsilon-lower-bound"

    /// The words a reader sees.
    public var title: Phrase { Phrase(key: "statistic.\(rawValue)") }

    /// The value an adversary who learned nothing gets, where there is one.
    public var chance: Double? {
        switch self {
        case .accuracy, .auc, .subjectAUC, .attributeAUC: 0.5
        case .tprAt10: 0.1
        case .tprAt1: 0.01
        case .tprAt01: 0.001
        case .advantage, .epsilonLowerBound: 0
        case .precision, .recall, .undefinedPrecision, .tpr, .fpr: nil
        }
    }

    /// The false-positive rate at which the true-positive rate is read, for the TPR-at-FPR statistics.
    public var falsePositiveRate: Double? {
        switch self {
        case .tprAt10: 0.1
        case .tprAt1: 0.01
        case .tprAt01: 0.001
        default: nil
        }
    }
}
