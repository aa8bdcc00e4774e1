import ArgumentParser
import Datasets

/// `0..<500`.
struct RowRange: ExpressibleByArgument {
    let selection: RowSelection

    init?(argument: String) {
        guard let selection = RowSelection(range: argument) else { return nil }
        self.selection = selection
    }
}
