import Dispatch
import Foundation
import Networks

/// Turns Ctrl-C and SIGTERM into a cancellation; the second one ends the process at once.
final class Interruption {
    let cancellation = Cancellation()
    private let sources: [any DispatchSourceSignal]

    init() {
        let queue = DispatchQueue(label: "layeraudit.signals")
        let cancellation = cancellation
        sources = [SIGINT, SIGTERM].map { number in
            // The default action would end the process before the handler is asked.
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler {
                guard !cancellation.isCancelled else { _exit(Failure.interrupted) }
                cancellation.cancel()
                StandardError.write("\nstopping at the next safe place; once more to stop at once")
            }
            source.resume()
            return source
        }
    }

    deinit { for source in sources { source.cancel() } }
}
