import Foundation
import KerasModels
import Testing

/// Paths that lead to something else than a file.
struct NoFileTests {
    @Test(.timeLimit(.minutes(5)))
    func aNamedPipeIsRefusedWithoutWaiting() throws {
        let folder = try Fixture.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let pipe = folder.appending(path: "model.keras").path
        try #require(mkfifo(pipe, 0o600) == 0)
        #expect(refusal(pipe) == .unreadable)
    }

    @Test(arguments: ["/dev/zero", "/dev/null", "/", "/absent.h5"])
    func devicesAndFoldersAreRefused(_ path: String) {
        #expect(refusal(path) == .unreadable)
    }

    private func refusal(_ path: String) -> KerasModelError.Code? {
        do throws(KerasModelError) {
            _ = try KerasModel.read(path)
            return nil
        } catch {
            return error.code
        }
    }
}
