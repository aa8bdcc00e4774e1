import Attacks
import AuditCore
import Audits
import Diagnostics
import Foundation
import Policies

private typealias OneInput = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ oneInput: OneInput
) -> CInt

/// Where the program starts: libFuzzer takes over.
@_cdecl("FuzzPolicies_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return runFuzzer(&count, &arguments, fuzzPolicies)
}

/// What the fuzzer calls: the bytes are a policy (XML), or, when they do not start with `<`, a manifest (YAML).
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPolicies(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    do {
        if bytes.first == UInt8(ascii: "<") {
            _ = try PolicyReader.read(bytes: bytes, name: "policy.xml", knownAttacks: AttackCatalog.descriptors)
        } else {
            let path = "/dev/shm/layeraudit-fuzz-\(getpid()).yaml"
            guard FileManager.default.createFile(atPath: path, contents: Data(bytes)) else { return 0 }
            _ = try ManifestReader.read(path: path)
        }
    } catch {
        // The message is made too: it is where text from the file is cut and joined.
        if "\(error)".isEmpty { abort() }
    }
    return 0
}
