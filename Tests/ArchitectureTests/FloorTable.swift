/// The floors of LayerAudit: which target stands where, and what it may import.
///
/// Kept by hand, beside Package.swift, so that widening what a target sees takes two deliberate edits.
struct FloorTable {
    /// One target.
    struct Row {
        let floor: Int
        let target: String
        let mayImport: Set<String>
    }

    let rows: [Row]

    /// Modules of the Swift toolchain that every Swift target may import.
    static let toolchain: Set<String> = ["Foundation", "Dispatch", "Synchronization", "Glibc"]

    /// Libraries from other packages, each for the targets whose rows name it.
    static let packages: Set<String> = ["ArgumentParser", "Crypto", "GRDB", "Yams"]

    static let layeraudit = FloorTable(rows: [
        Row(floor: 0, target: "CArchives", mayImport: []),
        Row(floor: 0, target: "CHDF5", mayImport: []),
        Row(floor: 0, target: "CHDF5Filters", mayImport: []),
        Row(floor: 0, target: "CImageCodecs", mayImport: []),
        Row(floor: 0, target: "CLibXML2", mayImport: []),
        Row(floor: 0, target: "CLinear", mayImport: []),
        Row(floor: 0, target: "CRehearsal", mayImport: []),
        Row(floor: 0, target: "CTorch", mayImport: []),
        Row(floor: 0, target: "CXMLSec", mayImport: []),

        Row(floor: 1, target: "Diagnostics", mayImport: []),
        Row(floor: 1, target: "Statistics", mayImport: []),

        Row(floor: 2, target: "HDF5", mayImport: ["CHDF5", "CHDF5Filters", "CRehearsal", "Diagnostics"]),
        Row(floor: 2, target: "XML", mayImport: ["CLibXML2", "Diagnostics"]),
        Row(floor: 2, target: "Tensors", mayImport: ["CTorch", "Diagnostics"]),
        Row(floor: 2, target: "LinearModels", mayImport: ["CLinear", "Diagnostics"]),
        Row(floor: 2, target: "Images", mayImport: ["CImageCodecs", "Diagnostics"]),
        Row(floor: 2, target: "Archives", mayImport: ["CArchives", "Diagnostics"]),
        Row(floor: 2, target: "AuditCore", mayImport: ["Diagnostics", "Statistics"]),

        Row(floor: 3, target: "Networks", mayImport: ["Tensors", "Diagnostics"]),
        Row(floor: 3, target: "Accounting", mayImport: ["Tensors", "Diagnostics"]),
        Row(
            floor: 3,
            target: "Datasets",
            mayImport: ["HDF5", "Images", "Archives", "Tensors", "AuditCore", "Diagnostics", "Crypto"]
        ),
        Row(floor: 3, target: "Policies", mayImport: ["XML", "AuditCore", "Diagnostics"]),
        Row(floor: 3, target: "Reports", mayImport: ["XML", "AuditCore", "Diagnostics", "Crypto"]),

        Row(floor: 4, target: "KerasModels", mayImport: ["HDF5", "Archives", "Networks", "Tensors", "Diagnostics"]),
        Row(floor: 4, target: "TorchModels", mayImport: ["Archives", "Networks", "Tensors", "Diagnostics"]),
        Row(
            floor: 4,
            target: "ShadowModels",
            mayImport: ["Networks", "Datasets", "Tensors", "AuditCore", "Statistics", "Diagnostics", "Crypto"]
        ),
        Row(
            floor: 4,
            target: "Countermeasures",
            mayImport: ["Accounting", "Networks", "Tensors", "AuditCore", "Diagnostics"]
        ),
        Row(
            floor: 4,
            target: "History",
            mayImport: ["Reports", "XML", "Statistics", "AuditCore", "Diagnostics", "Crypto", "GRDB"]
        ),
        Row(floor: 4, target: "Signatures", mayImport: ["CXMLSec", "Reports", "XML", "AuditCore", "Diagnostics"]),

        Row(
            floor: 5,
            target: "Attacks",
            mayImport: [
                "ShadowModels", "Countermeasures", "Datasets", "Networks", "Tensors", "LinearModels", "Statistics",
                "AuditCore", "Diagnostics",
            ]
        ),

        Row(
            floor: 6,
            target: "Audits",
            mayImport: [
                "Attacks", "ShadowModels", "KerasModels", "TorchModels", "Countermeasures", "Accounting", "Policies",
                "Datasets", "Networks", "Tensors", "HDF5", "Images", "LinearModels", "Statistics", "AuditCore",
                "Diagnostics",
                "Crypto", "Yams",
            ]
        ),

        Row(
            floor: 7,
            target: "AuditCommands",
            mayImport: [
                "Audits", "Attacks", "ShadowModels", "History", "Policies", "Reports", "KerasModels", "TorchModels",
                "Datasets", "Networks", "Accounting", "Tensors", "HDF5", "Countermeasures", "Signatures", "AuditCore",
                "Diagnostics", "ArgumentParser",
            ]
        ),

        Row(floor: 8, target: "layeraudit", mayImport: ["AuditCommands"]),
        Row(floor: 8, target: "layeraudit-rehearsal", mayImport: []),
    ])

    /// The row of a target.
    func row(_ target: String) -> Row? { rows.first { $0.target == target } }

    /// Rows that allow a target something on its own floor or above, or something that does not exist.
    func contradictions() -> [Violation] {
        rows.flatMap { row in
            row.mayImport.subtracting(Self.packages).sorted().compactMap { name in
                guard let other = self.row(name) else {
                    return Violation(rule: .table, place: row.target, what: "may import '\(name)', which is no target")
                }
                guard other.floor >= row.floor else { return nil }
                return Violation(
                    rule: .table,
                    place: row.target,
                    what: "may import '\(name)' from floor \(other.floor)"
                )
            }
        }
    }
}
