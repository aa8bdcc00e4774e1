import AuditCore
import Networks
import Tensors

/// What the command line decides.
public struct AuditOptions: Sendable {
    /// Where.
    public var device: Device
    /// Threads.
    public var threads: Int
    /// Policy.
    public var policy: String?
    /// Profile.
    public var profile: String?
    /// Folder.
    public var output: String

    /// Options.
    public init(device: Device, threads: Int, policy: String?, profile: String?, output: String) {
        self.device = device
        self.threads = threads
        self.policy = policy
        self.profile = profile
        self.output = output
    }
}
