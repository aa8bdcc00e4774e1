import Diagnostics
import Foundation
import KerasModels

private typealias OneInput = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ oneInput: OneInput
) -> CInt

/// Where the program starts: libFuzzer takes over.
@_cdecl("FuzzModels_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return runFuzzer(&count, &arguments, fuzzModels)
}

/// What the fuzzer calls: the bytes are a model file (HDF5 or zip), or, when they start like JSON, an architecture for
/// the weights of a small model that stays the same.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzModels(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let file = FuzzedFile.write(bytes, as: "model") else { return 0 }
    do {
        if bytes.first == UInt8(ascii: "{"), let weights = FuzzedFile.weights {
            _ = try KerasModel.read(weights, architecture: file)
        } else {
            _ = try KerasModel.read(file)
        }
    } catch {
        // The message is made too: it is where a name from the file is cut and joined.
        if error.description.isEmpty { abort() }
    }
    return 0
}

/// Files in memory, one name per process, so that several fuzzers can run side by side.
enum FuzzedFile {
    private static let folder = "/dev/shm/layeraudit-fuzz-\(getpid())"

    /// A weights file named by the environment; nil without one.
    static let weights = ProcessInfo.processInfo.environment["FUZZ_WEIGHTS"]

    /// - Returns: the path; nil when nothing can be written.
    static func write(_ bytes: UnsafeBufferPointer<UInt8>, as name: String) -> String? {
        mkdir(folder, 0o700)
        let path = folder + "/" + name
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var rest = UnsafeRawBufferPointer(bytes)
        while !rest.isEmpty {
            let written = Glibc.write(file, rest.baseAddress, rest.count)
            guard written > 0 else { return nil }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
        return path
    }
}
