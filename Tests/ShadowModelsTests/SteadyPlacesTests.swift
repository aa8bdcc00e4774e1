import Testing

@testable import ShadowModels

struct SteadyPlacesTests {
    @Test func placesDependOnTheRowAlone() {
        let few = SteadyPlaces([3, 11, 20, 27], batchSize: 8)
        #expect(few.rows.count == 24)
        for (row, place) in few.position {
            #expect(few.rows[place] == row && place % 8 == row % 8)
        }
        #expect(Set(few.rows) == [3, 11, 20, 27])
        #expect(few.position.keys.sorted() == [3, 11, 20, 27])
        #expect(SteadyPlaces(Array(0..<16), batchSize: 8).rows == Array(0..<16), "nothing to fill in")
    }
}
