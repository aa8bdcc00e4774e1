import Attacks
import Foundation
import ShadowModels
import Statistics

let arguments = CommandLine.arguments
let benchmark = try HeadsBenchmark(arguments[2])
let threads = Int(arguments[3]) ?? 2
for size in [100, 300, 1000] {
    for turn in 0..<3 {
        let heads = try timed {
            try benchmark.shadows(models: 20, size: size, epochs: 120, threads: threads, turn: turn)
        }
        let input = benchmark.input(heads.result, threads: threads, turn: turn)
        print(
            "n=\(size) r=\(turn) heads \(heads.seconds)s train acc \(heads.result[0].members.accuracy) test \(heads.result[0].nonMembers.accuracy)"
        )
        for attack in AttackCatalog.all.prefix(3) {
            let run = try timed { try attack.init(parameters: AttackParameters()).scores(input) }
            let m = benchmark.members.count
            let d = run.result.decisions
            let tp = d[..<m].count { $0 }, fp = d[m...].count { $0 }
            let auc =
                ROC.auc(members: Array(run.result.scores[..<m]), nonMembers: Array(run.result.scores[m...])) ?? .nan
            print(
                "  \(attack.descriptor.id) acc \(Double(tp + 5000 - fp) / 10000) prec \(Double(tp) / Double(tp + fp)) rec \(Double(tp) / 5000) auc \(auc) shadow \(run.result.learning!) \(run.seconds)s"
            )
        }
    }
}
