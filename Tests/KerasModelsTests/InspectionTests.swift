import KerasModels
import Networks
import Testing

/// What `inspect` shows.
@Suite struct InspectionTests {
    @Test func showsLayersShapesAndCuts() throws {
        let model = try KerasModel.read(Fixture.path("residual.h5"))
        let inspection = ModelInspection(model)
        let rows = Dictionary(uniqueKeysWithValues: inspection.rows.map { ($0.name, $0) })
        #expect(rows["sum"]?.connectedTo == ["block_bn", "stem_relu"])
        #expect(rows["mix"]?.outputShape == [4, 4, 6])
        #expect(rows["mix"]?.parameters == 36 + 24 + 6)
        #expect(rows["stem_relu"]?.isCut == true)
        #expect(rows["block"]?.isCut == false)
        #expect(inspection.defaultCut == "features")
        #expect(inspection.parameters == 108 + 16 + 148 + 16 + 66 + 24 + 21)
        #expect(model.kerasVersion == "3.15.1")
        #expect(model.inputShape == [8, 8, 3])
    }

    @Test func countsASharedLayerOnce() throws {
        let rows = try ModelInspection(KerasModel.read(Fixture.path("shared.h5"))).rows
        #expect(rows.map(\.parameters).reduce(0, +) == 40)
        #expect(rows.filter { $0.className == "Dense" }.count == 4)
    }
}
