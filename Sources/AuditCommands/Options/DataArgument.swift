import ArgumentParser
import Datasets
import Foundation

/// `FILE[:/dataset]`: a file or folder of records and, inside an HDF5 or NPZ file, which dataset.
struct DataArgument: ExpressibleByArgument {
    let path: String
    let dataset: String?

    init?(argument: String) {
        guard !argument.isEmpty else { return nil }
        // A file may have the two characters in its name: what is there wins.
        let split =
            FileManager.default.fileExists(atPath: argument) ? nil : argument.range(of: ":/", options: .backwards)
        guard let split else {
            path = argument
            dataset = nil
            return
        }
        path = String(argument[..<split.lowerBound])
        dataset = String(argument[argument.index(after: split.lowerBound)...])
        guard !path.isEmpty, dataset != "/" else { return nil }
    }

    /// What to open: NPZ entries are named without the slash.
    func description(rows: RowSelection) -> DatasetDescription {
        let isArchive = DatasetFormat(fileName: path) == .npz
        return DatasetDescription(
            path: path,
            x: isArchive ? dataset.map { String($0.dropFirst()) } : dataset,
            rows: rows
        )
    }
}
