import Foundation

/// Where the registry of this machine's audits is.
public enum RegistryLocation {
    /// The file's name inside its folder.
    public static let fileName = "registry.sqlite"

    /// The place asked for, else the variable `LAYERAUDIT_REGISTRY`, else `layeraudit/registry.sqlite` in the user's data
    /// folder (`XDG_DATA_HOME`, or `~/.local/share`).
    ///
    /// - Parameter asked: a file, or a folder that exists or is written with a slash at its end.
    public static func path(
        _ asked: String? = nil,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> String {
        if let place = asked ?? environment["LAYERAUDIT_REGISTRY"].nonEmpty { return file(place) }
        let data = environment["XDG_DATA_HOME"].nonEmpty ?? NSHomeDirectory() + "/.local/share"
        return data + "/layeraudit/" + fileName
    }

    private static func file(_ place: String) -> String {
        var isFolder: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: place, isDirectory: &isFolder)
        let means = place.hasSuffix("/") || (exists && isFolder.boolValue)
        return means ? (place as NSString).appendingPathComponent(fileName) : place
    }
}

extension String? {
    fileprivate var nonEmpty: String? { self?.isEmpty == false ? self : nil }
}
