import AuditCore
import Audits
import Testing

/// FaceLeaks (Liew and Takahashi 2020): through a black-box target model, persons leak where records do not.
@Suite struct WholePersonTests {
    /// Persons who are strangers from one audit to the next.
    @Test(arguments: [41, 1] as [UInt64])
    func personsLeakMoreThanRecords(seed: UInt64) throws {
        let record = try PersonsAudit(seed: seed).run().record
        func auc(_ attack: String, _ statistic: Statistic) throws -> AuditCore.Measurement {
            let found = try #require(record.measurements.first { $0.attack == attack && $0.statistic == statistic })
            print("\(attack), \(statistic.rawValue): \(found.value ?? -1), \(found.interval?.low ?? -1) at least")
            return found
        }
        let single = try auc("target-blackbox-dnn", .auc)
        _ = try auc("target-blackbox-dnn", .subjectAUC)
        let person = try auc("target-subjects", .subjectAUC)
        #expect(person.members == PersonsAudit.persons && person.nonMembers == PersonsAudit.persons)
        #expect(single.members == PersonsAudit.persons * PersonsAudit.views)
        #expect(try #require(person.value) > #require(single.value))
        #expect(try #require(person.interval).low > 0.5)
        #expect(record.outcomes.first { $0.attack == "target-subjects" }?.state == .leaks)
        // Who asks the source model itself gains from a person's records, too.
        let (asked, together) = (try auc("transmia-svm", .auc), try auc("transmia-svm", .subjectAUC))
        #expect(try #require(together.value) > #require(asked.value))
    }
}
