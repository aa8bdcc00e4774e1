import Audits
import Diagnostics
import Foundation
import HDF5

/// Where in a file or folder the four sets of an audit are.
struct DataLayout {
    private let path: String
    private let isFolder: Bool
    private var names: [String: String] = [:]
    /// What the reader must complete.
    private(set) var notes: [String] = []

    private static let roles = ["members", "nonMembers", "shadowTrain", "shadowTest"]

    /// Looks for groups, or folders, that are called like the sets.
    ///
    /// - Parameters:
    ///   - path: an HDF5 file or a folder.
    ///   - folder: where the manifest will be.
    /// - Throws: `HDF5Error` for a file that is none.
    static func find(_ path: String, seenFrom folder: String) throws(HDF5Error) -> DataLayout {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        let seen = RelativePath.of(path, from: folder)
        guard exists, isFolder.boolValue else {
            let root = try HDF5File.open(path, hazards: .refusedWhereRead).root
            return DataLayout(path: seen, isFolder: false, found: try root.memberNames())
        }
        let found = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return DataLayout(path: seen, isFolder: true, found: found)
    }

    private init(path: String, isFolder: Bool, found: [String]) {
        self.path = path
        self.isFolder = isFolder
        for role in Self.roles {
            let key = Self.plain(role)
            if let name = found.first(where: { Self.plain($0) == key }) {
                names[role] = name
            } else {
                names[role] = role
                notes.append("\(path) holds nothing called '\(role)': edit data.\(role)")
            }
        }
    }

    /// `shadow-train`, `shadow_train` and `shadowTrain` are one name.
    private static func plain(_ name: String) -> String { name.lowercased().filter { $0.isLetter } }

    /// One set.
    func set(_ role: String) -> ManifestTemplate.RecordSet {
        let name = names[role] ?? role
        return isFolder
            ? .init(path: (path as NSString).appendingPathComponent(name), isFolder: true)
            : .init(path: path, x: "/\(name)/x", y: "/\(name)/y")
    }
}
