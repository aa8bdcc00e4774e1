import Foundation

/// Whether two paths lead to one file.
enum SamePlace {
    static func leads(_ one: String, _ other: String) -> Bool {
        let places = [one, other].map {
            URL(fileURLWithPath: $0).resolvingSymlinksInPath().standardizedFileURL.path
        }
        return places[0] == places[1]
    }
}
