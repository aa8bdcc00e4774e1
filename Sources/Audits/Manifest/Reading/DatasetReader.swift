import Datasets
import Diagnostics

/// Reads one set of records: a file with its datasets, or a folder of class folders.
enum DatasetReader {
    /// - Parameter resize: height and width that images of a folder are brought to.
    static func read(_ key: String, of parent: ManifestMapping, resize: [Int]?) -> DatasetDescription? {
        guard let mapping = parent.mapping(key) else { return nil }
        let path = readPath(mapping)
        let format = mapping.choice("format", among: DatasetFormat.allCases)
        let rows = readRows(mapping)
        let known = format ?? path.flatMap { DatasetFormat(fileName: $0.path) }
        let isAloneInFile = known == .npy || known == .idx
        let columns = mapping.texts("columns", single: true)?.map(\.text) ?? []
        let x = mapping.text("x")
        let y = isAloneInFile ? mapping.existing(.file, "y") : mapping.text("y")
        let subject = isAloneInFile ? mapping.existing(.file, "subject") : mapping.text("subject")
        let attribute = isAloneInFile ? mapping.existing(.file, "attribute") : mapping.text("attribute")
        let classes = mapping.texts("classes")?.map(\.text) ?? []
        let channels = mapping.integer("channels", in: 1...3)
        if channels == 2 { mapping.badValue("channels", "is 2", remedy: "Give 1 for grey or 3 for colour images.") }
        mapping.refuseUnknownKeys()
        guard let path else { return nil }
        return DatasetDescription(
            path: path.path,
            format: path.isFolder ? .imageFolder : format,
            x: x,
            columns: columns,
            y: y,
            subject: subject,
            attribute: attribute,
            rows: rows,
            classNames: classes,
            resize: path.isFolder ? resize : nil,
            channels: channels,
            location: mapping.location
        )
    }

    /// Exactly one of `file` and `folder`.
    private static func readPath(_ mapping: ManifestMapping) -> (path: String, isFolder: Bool)? {
        let hasFile = mapping.node("file") != nil
        let hasFolder = mapping.node("folder") != nil
        guard hasFile || hasFolder else {
            mapping.missing("file", remedy: "Write `file: data.h5`, or `folder: images`.")
            return nil
        }
        guard hasFile != hasFolder else {
            mapping.problems.add(
                .conflict,
                "'\(mapping.path)' names both a file and a folder",
                at: mapping.location(of: "folder"),
                remedy: "Keep one of the two."
            )
            return nil
        }
        return hasFile
            ? mapping.existing(.file, "file").map { ($0, false) }
            : mapping.existing(.folder, "folder").map { ($0, true) }
    }

    /// `0..<500`, or a file with one row number per line.
    private static func readRows(_ mapping: ManifestMapping) -> RowSelection {
        guard let text = mapping.text("rows") else { return .all }
        if let range = RowSelection(range: text) {
            if case .range(let rows) = range, rows.isEmpty {
                mapping.badValue("rows", "selects no row", remedy: "Write a range such as 0..<500.")
            }
            return range
        }
        guard !text.contains("..") else {
            mapping.badValue(
                "rows",
                "is '\(text)'",
                remedy: "Write a range such as 0..<500, first row 0, end excluded."
            )
            return .all
        }
        return mapping.existing(.file, "rows").map { .file($0) } ?? .all
    }
}
