/// What opening a format yields: the records, and what the file says about them.
struct OpenedStore {
    let records: any RecordStore
    /// Labels as stored; nil when there are none.
    var labels: StoredColumn?
    /// Subjects as stored; nil when there are none.
    var subjects: StoredColumn?
    /// A sensitive attribute as stored; nil when there is none.
    var attributes: StoredColumn?
    /// Names of the classes that labels already number; empty when labels are to be looked at.
    var classNames: [String] = []
    /// The file and what was read in it, for reports.
    let source: String
}

/// One value, or one row of values, per record.
enum StoredColumn {
    /// Texts, one per record.
    case texts([String])
    /// Whole numbers, one per record.
    case numbers([Double])
    /// Rows of numbers, N × width.
    case rows([Double], width: Int)

    /// Number of records.
    var count: Int {
        switch self {
        case .texts(let texts): texts.count
        case .numbers(let numbers): numbers.count
        case .rows(let numbers, let width): numbers.count / max(1, width)
        }
    }

    /// Numbers of an array with records along its first axis.
    init(_ numbers: [Double], shape: [Int]) {
        let width = shape.dropFirst().reduce(1, *)
        self = width == 1 ? .numbers(numbers) : .rows(numbers, width: width)
    }

    /// The values of the given rows as texts; rows of numbers are joined.
    func texts(_ rows: [Int]) -> [String] {
        func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
        switch self {
        case .texts(let texts): return rows.map { texts[$0] }
        case .numbers(let numbers): return rows.map { text(numbers[$0]) }
        case .rows(let values, let width):
            return rows.map { values[$0 * width..<($0 + 1) * width].map(text).joined(separator: ",") }
        }
    }
}
