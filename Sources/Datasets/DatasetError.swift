import Archives
import Diagnostics
import HDF5
import Images

/// What can go wrong with a set of records.
public struct DatasetError: DiagnosticError {
    /// The closed list of what can go wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no file or folder at the path.
        case missingFile
        /// The file holds no dataset, entry or column of the name.
        case missingDataset
        /// Nothing says what class a record is of.
        case missingLabels
        /// The file cannot be read to its end.
        case unreadable
        /// No known format, or one of its variants that cannot be read.
        case unsupportedFormat
        /// The set holds no records.
        case emptySet
        /// Records, labels and subjects differ in number.
        case rowCountMismatch
        /// The selected rows are not all there, or the list of rows cannot be read.
        case badRows
        /// A label is no whole number and no class name.
        case badLabel
        /// A label is outside of 0..<K.
        case labelOutOfRange
        /// A value is NaN or infinite.
        case nonFiniteValue
        /// A cell of a table is no number.
        case nonNumericCell
        /// A cell of a table is empty or says that its value is not known.
        case missingValue
        /// A row of a table has another number of cells than the first.
        case raggedRow
        /// Records differ in shape, within a set or between sets.
        case shapeMismatch
        /// Sets differ in their classes.
        case classMismatch
        /// The preprocessing does not fit the records.
        case badPreprocessing
    }

    /// Which of the closed list this is.
    public let code: Code
    /// The manifest's line, the file, the dataset or the record.
    public let location: Location
    /// What the layer below said.
    public let cause: String?
    /// What is wrong, in one sentence.
    public let summary: String
    /// What the reader can do about it.
    public let remedy: String

    init(_ code: Code, at location: Location, _ summary: String, cause: String? = nil, remedy: String? = nil) {
        self.code = code
        self.location = location
        self.summary = summary
        self.cause = cause
        self.remedy = remedy ?? code.remedy
    }

    /// `dataset.<code>`.
    public var id: String { "dataset.\(code.rawValue)" }
}

extension DatasetError {
    /// What an HDF5 file said; `blame` is the line that named the file.
    init(_ error: HDF5Error, blame: Location?) {
        let code: Code =
            switch error.code {
            case .fileNotFound: .missingFile
            case .objectNotFound: .missingDataset
            case .wrongType, .wrongShape, .unknownFilter: .unsupportedFormat
            default: .unreadable
            }
        self.init(code, wrapping: error, blame: code == .missingFile || code == .missingDataset ? blame : nil)
    }

    /// What an archive said; `blame` is the line that named the file.
    init(_ error: ArchiveError, blame: Location?) {
        let code: Code =
            switch error.code {
            case .fileNotFound: .missingFile
            case .entryNotFound: .missingDataset
            case .notAnArchive, .unsupported, .encrypted: .unsupportedFormat
            default: .unreadable
            }
        self.init(code, wrapping: error, blame: code == .missingFile || code == .missingDataset ? blame : nil)
    }

    /// What an image file said.
    init(_ error: ImageError) {
        self.init(error.code == .unknownFormat ? .unsupportedFormat : .unreadable, wrapping: error, blame: nil)
    }

    private init(_ code: Code, wrapping error: some DiagnosticError, blame: Location?) {
        let place = blame == nil ? "" : " (\(error.location))"
        self.init(
            code,
            at: blame ?? error.location,
            error.summary + place,
            cause: error.cause,
            remedy: error.remedy
        )
    }
}

extension DatasetError.Code {
    fileprivate var remedy: String {
        switch self {
        case .missingFile: "Check the path; relative paths start at the folder of the manifest."
        case .missingDataset: "Name a dataset, entry or column that is in the file."
        case .missingLabels: "Name the labels with `y`, or use a folder of class folders."
        case .unreadable: "Write the file again with the program that made it."
        case .unsupportedFormat: "Store numbers as HDF5, NPY, NPZ, IDX or CSV, and images as JPEG or PNG."
        case .emptySet: "Select at least one record."
        case .rowCountMismatch: "Store one label (and one subject) for each record, in the same order."
        case .badRows: "Select rows as `0..<500`, or name a file with one row number (from 0) per line."
        case .badLabel: "Store labels as whole numbers from 0, as one-hot rows, or as the class names themselves."
        case .labelOutOfRange: "Number the classes from 0 to K-1 as the model's last layer has them."
        case .nonFiniteValue: "Replace or leave out the record; nothing can be learned from NaN or infinity."
        case .nonNumericCell: "Encode the column as numbers, or name the numeric columns with `x`."
        case .missingValue: "Fill in the value or leave out the record."
        case .raggedRow: "Give each line the same number of cells; put cells with separators in double quotes."
        case .shapeMismatch: "Bring all records to one shape; for images, set `resize: [height, width]`."
        case .classMismatch: "Give all sets the same class names, in the same order, with `classNames`."
        case .badPreprocessing: "Give one mean and one standard deviation above 0 for all channels, or one per channel."
        }
    }
}
