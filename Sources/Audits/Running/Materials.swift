import Attacks
import AuditCore
import Datasets
import KerasModels
import Networks
import ShadowModels

/// What a manifest names, opened and held against each other.
struct Materials: Sendable {
    /// The source model's file.
    let model: KerasModel
    /// The source model as attacks see it.
    var source: SourceModel
    /// Its earlier states, the earliest first; empty where the manifest names none.
    var checkpoints: [Weights]
    /// The file that would leave, layer by layer; empty when the manifest names none.
    let comparison: [LayerComparison]
    let members: Dataset
    let nonMembers: Dataset
    let shadowTrain: Dataset
    let shadowTest: Dataset
    /// What the owner holds besides the members for countermeasures to learn from; nil without.
    let reference: Dataset?
    let targetTrain: Dataset?
    let targetTest: Dataset?
    /// What an adversary holds that asks for the target's training set; nil where that is not attacked.
    let targetShadowTrain: Dataset?
    let targetShadowTest: Dataset?
    let preprocessing: Preprocessing

    /// The sets of the source task: the four that are audited and attacked with, and the owner's reference records.
    var sets: [Dataset] { [members, nonMembers, shadowTrain, shadowTest] + [reference].compactMap(\.self) }

    /// How many records are audited, members and non-members.
    var auditedCount: Int { members.count + nonMembers.count }

    /// The sets of the recipient's task, as far as there are any.
    var targetSets: [Dataset] { [targetTrain, targetTest, targetShadowTrain, targetShadowTest].compactMap(\.self) }

    /// Records per training set of shadow students: as many as the recipient trained on, as far as there are; 0 where the
    /// target's training set is not attacked.
    var studentSize: Int {
        [targetTrain, targetShadowTrain, targetShadowTest].map { $0?.count ?? 0 }.min() ?? 0
    }

    /// Whether the audited records name the persons behind them.
    var hasSubjects: Bool {
        auditedSubjects != nil
            || (targetShadowTrain != nil && targetTrain?.subjects != nil && targetTest?.subjects != nil)
    }

    /// The subject of each audited record, members first; nil where a set does not say.
    var auditedSubjects: [String]? {
        guard let inside = members.subjects, let outside = nonMembers.subjects else { return nil }
        return inside + outside
    }

    /// Whose records the audited and the adversary's ones are; nil where a set does not say.
    var subjectGroups: SubjectGroups? {
        guard let audited = auditedSubjects, let train = shadowTrain.subjects, let test = shadowTest.subjects else {
            return nil
        }
        return SubjectGroups(queries: audited, records: train + test)
    }

    /// The records of a set as the model takes them.
    func records(_ set: Dataset) -> RecordBatches {
        RecordBatches(set, preprocessing, shape: Self.fits(set, model.inputShape) ? model.inputShape : set.recordShape)
    }

    /// The reference records as training takes them; nil without.
    ///
    /// - Throws: what reading records throws.
    func referenceRecords() throws -> ReferenceRecords? {
        try reference.map { set in
            let records = records(set)
            let digests = try records.digests?(Array(0..<records.count)).flatMap(\.self)
            return ReferenceRecords(
                records: records,
                labels: set.labels,
                digest: digests.map { Digest.of($0 + Array("\(set.labels)".utf8)) }
            )
        }
    }

    /// Whether records have the model's input shape; grey images may come without their channel axis.
    static func fits(_ set: Dataset, _ inputShape: [Int]) -> Bool {
        set.recordShape == inputShape || set.recordShape + [1] == inputShape
    }

    /// Names of the source classes; their numbers where nobody named them.
    var classNames: [String] {
        let names = sets.first { !$0.classNames.isEmpty }?.classNames ?? []
        return (0..<source.classes).map { $0 < names.count ? names[$0] : String($0) }
    }
}
