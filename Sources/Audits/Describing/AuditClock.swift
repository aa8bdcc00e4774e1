import AuditCore
import Dispatch
import Foundation
import HDF5
import Tensors

/// When the audit ran, on what, with what.
struct AuditClock {
    private let started = Date()
    private let start = DispatchTime.now().uptimeNanoseconds

    /// The provenance of an audit that ends now.
    func provenance(_ session: Session, _ files: [FileDigest]) -> Provenance {
        let manifest = session.manifest
        let formatter = ISO8601DateFormatter()
        // An audit of saved predictions trains no model.
        let models = manifest.predictions == nil ? session.store?.counts : nil
        return Provenance(
            toolVersion: AuditVersion.current,
            libraries: [("libtorch", Engine.version), ("HDF5", HDF5Version.current), ("Swift", Self.swiftVersion)],
            machine: Self.machine(session),
            started: formatter.string(from: started),
            finished: formatter.string(from: Date()),
            seconds: Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9,
            seed: manifest.seed,
            profile: manifest.profile.rawValue,
            files: files,
            modelsTrained: models?.trained,
            modelsReused: models?.reused
        )
    }

    private static func machine(_ session: Session) -> Phrase {
        let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
        let processor = model.map { Phrase(verbatim: $0.trimmingCharacters(in: .whitespaces)) }
        let process = ProcessInfo.processInfo
        return Phrase(
            key: "machine",
            [
                "processor": .phrase(processor ?? Phrase(key: "machine.unknown-processor")),
                "cores": .whole(process.activeProcessorCount), "used": .whole(session.threads),
                "memory": .whole(Int(process.physicalMemory >> 30)),
                "system": .words(process.operatingSystemVersionString), "device": .words(session.device.rawValue),
            ]
        )
    }

    private static var swiftVersion: String {
        #if compiler(>=6.4)
            "6.4 or newer"
        #elseif compiler(>=6.3)
            "6.3"
        #else
            "6.2"
        #endif
    }
}
