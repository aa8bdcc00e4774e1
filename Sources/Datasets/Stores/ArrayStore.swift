import Diagnostics

/// Records along the first axis of an array in a file (NPY, IDX); reads only the rows asked for.
struct ArrayStore: RecordStore {
    let count: Int
    let recordShape: [Int]
    let element: StoredElement
    private let file: ArrayFile
    private let start: Int
    private let isBigEndian: Bool

    /// - Parameters:
    ///   - shape: of the whole array.
    ///   - start: the byte at which the array starts.
    /// - Throws: `unsupportedFormat` without a first axis, `unreadable` when the file is shorter than declared.
    init(
        _ file: ArrayFile,
        shape: [Int],
        element: StoredElement,
        start: Int,
        isBigEndian: Bool
    ) throws(DatasetError) {
        guard let count = shape.first else {
            throw DatasetError(.unsupportedFormat, at: .file(file.path), "The array is one single value.")
        }
        var bytes = element.byteCount
        for length in shape {
            let product = bytes.multipliedReportingOverflow(by: length)
            bytes = product.overflow || length < 0 ? Int.max : product.partialValue
        }
        guard bytes <= file.size - start else {
            throw DatasetError(
                .unreadable,
                at: .file(file.path),
                "The array declares shape \(shape), but the file is shorter."
            )
        }
        self.file = file
        self.count = count
        self.element = element
        self.start = start
        self.isBigEndian = isBigEndian
        recordShape = shape.count > 1 ? Array(shape.dropFirst()) : [1]
    }

    func bytes(rows: Range<Int>) throws(DatasetError) -> [UInt8] {
        let size = recordBytes
        var bytes = try file.read(at: start + rows.lowerBound * size, count: rows.count * size)
        let width = element.byteCount
        if isBigEndian, width > 1 {
            bytes.withUnsafeMutableBufferPointer { buffer in
                for first in stride(from: 0, to: buffer.count, by: width) {
                    for step in 0..<width / 2 { buffer.swapAt(first + step, first + width - 1 - step) }
                }
            }
        }
        return bytes
    }

    /// All of it as a column of labels or subjects.
    func column() throws(DatasetError) -> StoredColumn {
        StoredColumn(element.doubles(try bytes(rows: 0..<count)), shape: [count] + recordShape)
    }
}
