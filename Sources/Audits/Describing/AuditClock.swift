import AuditCore
import Dispatch
import Foundation
import HDF5
import Policies
import Tensors

/// When the audit ran, on what, with what.
struct AuditClock {
    private let started = Date()
    private let start = DispatchTime.now().uptimeNanoseconds

    /// The provenance of an audit that ends now.
    func provenance(_ session: Session, _ materials: Materials, policy: Policy) throws -> Provenance {
        let manifest = session.manifest
        let formatter = ISO8601DateFormatter()
        var files: [FileDigest] = []
        func add(_ role: String, _ path: String?) {
            guard let path, let digest = Digest.ofFile(path) else { return }
            let name = URL(fileURLWithPath: path).lastPathComponent
            files.append(FileDigest(role: role, name: name, sha256: digest.sha256, bytes: digest.bytes))
        }
        add("source model", manifest.source.model)
        add("transferred layers", manifest.transferred.weights)
        add("target model", manifest.target?.model)
        add("manifest", manifest.path)
        files.append(
            FileDigest(
                role: "policy",
                name: URL(fileURLWithPath: policy.file).lastPathComponent,
                sha256: Digest.of(policy.bytes),
                bytes: policy.bytes.count
            )
        )
        return Provenance(
            toolVersion: AuditVersion.current,
            libraries: [("libtorch", Engine.version), ("HDF5", HDF5Version.current), ("Swift", Self.swiftVersion)],
            machine: Self.machine(session),
            started: formatter.string(from: started),
            finished: formatter.string(from: Date()),
            seconds: Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9,
            seed: manifest.seed,
            profile: manifest.profile.rawValue,
            files: files
        )
    }

    private static func machine(_ session: Session) -> String {
        let info = (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)) ?? ""
        let model = info.split(separator: "\n").first { $0.hasPrefix("model name") }?.split(separator: ":").last
        let processor = model.map { $0.trimmingCharacters(in: .whitespaces) } ?? "unknown processor"
        let process = ProcessInfo.processInfo
        let memory = process.physicalMemory >> 30
        return "\(processor), \(process.activeProcessorCount) cores (\(session.threads) used), \(memory) GiB, "
            + "\(process.operatingSystemVersionString), device \(session.device.rawValue)"
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
