import Testing

@testable import HDF5

/// The list of what files are refused for.
struct HazardListTests {
    @Test func everyHazardIsACodeWithWords() {
        let ids = HDF5Error.hazards.map(\.id)
        #expect(Set(ids).count == ids.count)
        #expect(Set(ids).isSubset(of: HDF5Error.Code.allCases.map { "hdf5.\($0.rawValue)" }))
        #expect(HDF5Error.hazards.allSatisfy { $0.sentence.hasSuffix(".") && !$0.remedy.isEmpty })
    }
}
