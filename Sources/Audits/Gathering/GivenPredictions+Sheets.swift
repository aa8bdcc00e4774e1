import AuditCore
import Foundation
import ShadowModels

extension GivenPredictions {
    private var name: String { URL(fileURLWithPath: file.path).lastPathComponent }

    /// A model of which nothing is known but its answers.
    var modelSheet: ModelSheet {
        ModelSheet(
            name: name,
            format: "saved predictions",
            inputShape: "",
            classes: answers.classes,
            parameters: 0,
            transferredParameters: 0,
            cut: "",
            layers: [],
            memberAccuracy: hasLabels ? members.accuracy : .nan,
            nonMemberAccuracy: hasLabels ? nonMembers.accuracy : .nan
        )
    }

    /// The members and the non-members, as the report describes sets.
    func dataSheets(_ roles: (members: String, nonMembers: String)) -> [DataSheet] {
        [(roles.members, members), (roles.nonMembers, nonMembers)].map { role, answers in
            var perClass = [Int](repeating: 0, count: classes)
            for label in answers.labels { perClass[label] += 1 }
            var bytes = answers.vectors.withUnsafeBytes { Data($0) }
            bytes.append(answers.labels.withUnsafeBytes { Data($0) })
            return DataSheet(
                role: role,
                source: "\(name):\(file.predictions)",
                records: answers.count,
                shape: "\(answers.classes)",
                perClass: perClass,
                contentHash: Digest.of(bytes)
            )
        }
    }

    /// The shadow answers, as the report describes shadow models.
    var shadowSheet: ShadowSheet {
        ShadowSheet(
            approach: .given,
            shadowSize: members.count,
            models: 1,
            repeats: 1,
            training: Phrase(key: "training.given"),
            trainAccuracy: hasLabels ? members.accuracy : .nan,
            testAccuracy: hasLabels ? nonMembers.accuracy : .nan,
            coreSeconds: 0
        )
    }
}
