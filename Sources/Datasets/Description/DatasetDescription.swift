import Diagnostics

/// What a manifest says of one set of records.
public struct DatasetDescription: Sendable, Hashable {
    /// The file, or the folder of class folders.
    public var path: String
    /// The format; nil to tell it by the file's name.
    public var format: DatasetFormat?
    /// Where the records are: HDF5 dataset (`/x` when nil) or NPZ entry (`x` when nil).
    public var x: String?
    /// The columns of a table that are a record, by name or number from 0; all other numeric columns when empty.
    public var columns: [String]
    /// Where the labels are: HDF5 dataset (`/y` if there is one), NPZ entry (`y` if there is one), the path of another file
    /// beside NPY and IDX, or the column of a table by name or number from 0 (-1 is the last).
    public var y: String?
    /// Where the subjects are, named as `y` is.
    public var subject: String?
    /// Where a sensitive attribute of each record is, named as `y` is.
    public var attribute: String?
    /// Which rows make up the set.
    public var rows: RowSelection
    /// Names of the classes in label order; from the labels themselves when empty.
    public var classNames: [String]
    /// Height and width that images of a folder are brought to.
    public var resize: [Int]?
    /// 1 to read the images of a folder as grey, 3 as colour; as the first of them when nil.
    public var channels: Int?
    /// The line of the manifest that describes the set, to blame in errors.
    public var location: Location?

    /// Describes a file or folder; everything else has its default.
    public init(
        path: String,
        format: DatasetFormat? = nil,
        x: String? = nil,
        columns: [String] = [],
        y: String? = nil,
        subject: String? = nil,
        attribute: String? = nil,
        rows: RowSelection = .all,
        classNames: [String] = [],
        resize: [Int]? = nil,
        channels: Int? = nil,
        location: Location? = nil
    ) {
        self.path = path
        self.format = format
        self.x = x
        self.columns = columns
        self.y = y
        self.subject = subject
        self.attribute = attribute
        self.rows = rows
        self.classNames = classNames
        self.resize = resize
        self.channels = channels
        self.location = location
    }

    /// The line to blame, or the file itself.
    var place: Location { location ?? .file(path) }
}
