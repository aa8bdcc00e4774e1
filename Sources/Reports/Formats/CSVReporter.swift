import AuditCore

/// Every figure as one row, for spreadsheets and data frames.
public enum CSVReporter: Reporter {
    /// What the format says about itself.
    public static let descriptor = ReporterDescriptor(
        id: "csv",
        title: "Measurements (CSV)",
        sentence: "Verdict, gates, every measurement and the figures per class with their intervals, one row each "
            + "(RFC 4180); text cannot act as a formula.",
        fileName: "measurements.csv"
    )

    /// The table: column `row` says whether a row is the verdict, a gate, a measurement or a figure of one class.
    ///
    /// - Throws: `invalidReport`.
    public static func render(_ document: ReportDocument, options: RenderOptions) throws(ReportError) -> [UInt8] {
        let record = try document.record()
        var table = CSVTable(columns: MeasurementRow.Column.allCases.map(\.name))
        table.append(MeasurementRows.verdict(record.judgement).cells)
        for gate in record.judgement.gates { table.append(MeasurementRows.gate(gate).cells) }
        for measurement in record.measurements { table.append(MeasurementRows.measurement(measurement).cells) }
        for measurement in record.classMeasurements {
            for row in MeasurementRows.classMeasurement(measurement) { table.append(row.cells) }
        }
        return table.bytes
    }
}
