// swift-tools-version: 6.2
// Read from the bottom of the system upwards: a target imports only targets on floors below it
// (Tests/ArchitectureTests holds every `import` line against this order).

import Foundation
import PackageDescription

/// A folder of another libtorch (holding `include/` and `lib/`), CUDA builds included; Debian's libtorch-dev when unset.
let torch = ProcessInfo.processInfo.environment["LAYERAUDIT_TORCH"].flatMap { $0.isEmpty ? nil : $0 }

/// Whether this build is for fuzzing (scripts/fuzz.sh): with counters in every branch, which guide libFuzzer.
let isFuzzed = ProcessInfo.processInfo.environment["LAYERAUDIT_FUZZ"] != nil

let swiftRules: [SwiftSetting] =
    [.treatAllWarnings(as: .error)] + (isFuzzed ? [.unsafeFlags(["-sanitize=fuzzer", "-O"])] : [])

/// A square root that does not report into `errno` can be taken of several numbers at once.
let torchCompile: [CXXSetting] =
    torch.map { path in
        [
            .unsafeFlags([
                "-std=c++20", "-fno-math-errno", "-isystem", "\(path)/include", "-isystem",
                "\(path)/include/torch/csrc/api/include",
            ])
        ]
    } ?? [.unsafeFlags(["-std=c++17", "-fno-math-errno"])]

let torchOptimisation: [CXXSetting] = [.unsafeFlags(["-O2"], .when(configuration: .debug))]

/// Another libtorch is linked by full path: `-L` would find the system's copy first.
let torchLink: [LinkerSetting] =
    torch.map { path in
        let libraries = ["torch", "torch_cpu", "torch_cuda", "c10", "c10_cuda"].map { "\(path)/lib/lib\($0).so" }
        let present = libraries.filter { FileManager.default.fileExists(atPath: $0) }
        let runPath = ["-Xlinker", "-rpath", "-Xlinker", "\(path)/lib"]
        return [.unsafeFlags(["-Xlinker", "--no-as-needed"] + present + runPath)]
    } ?? [.linkedLibrary("torch"), .linkedLibrary("torch_cpu"), .linkedLibrary("c10")]

/// Targets that loop over numbers, which tests wait for: debug builds optimise them as release builds do.
let areOptimised: Set = ["Statistics", "Tensors", "Accounting", "ShadowModels", "Attacks", "AttacksTests"]

func swiftSettings(_ name: String) -> [SwiftSetting] {
    swiftRules + (areOptimised.contains(name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : [])
}

func floor(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: swiftSettings(name))
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, resources: resources, swiftSettings: swiftSettings(name))
}

/// A program that libFuzzer drives; it has no main of its own.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name,
        dependencies: dependencies,
        path: "Tests/Fuzzing/\(name)",
        swiftSettings: swiftRules + [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]
    )
}

let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let sqlite: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")

let package = Package(
    name: "layeraudit",
    products: [.executable(name: "layeraudit", targets: ["layeraudit"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
    ],
    targets: [
        // Floor 0: C libraries, and what has to be done in C.
        .systemLibrary(name: "CHDF5", pkgConfig: "hdf5", providers: [.apt(["libhdf5-dev"])]),
        .target(name: "CHDF5Filters", dependencies: ["CHDF5"], linkerSettings: [.linkedLibrary("lzf")]),
        .target(name: "CRehearsal", dependencies: ["CHDF5", "CHDF5Filters"]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxslt", providers: [.apt(["libxml2-dev", "libxslt1-dev"])]),
        .systemLibrary(name: "CLinear", providers: [.apt(["liblinear-dev"])]),
        .systemLibrary(
            name: "CImageCodecs",
            pkgConfig: "libpng",
            providers: [.apt(["libturbojpeg0-dev", "libpng-dev"])]
        ),
        .systemLibrary(name: "CArchives", pkgConfig: "libzip", providers: [.apt(["libzip-dev", "zlib1g-dev"])]),
        .target(
            name: "CXMLSec",
            dependencies: ["CLibXML2"],
            // pkg-config's own flags hold definitions, which a system library may not bring: they stand in libxmlsec.h.
            cSettings: [.unsafeFlags(["-isystem", "/usr/include/xmlsec1"])],
            linkerSettings: ["xmlsec1-openssl", "xmlsec1", "crypto"].map { .linkedLibrary($0) }
        ),
        .target(
            name: "CTorch",
            cxxSettings: torchCompile + torchOptimisation,
            linkerSettings: torchLink + [.linkedLibrary("openblas")]
        ),

        // Floor 1: what every error says; pure functions on numbers.
        floor("Diagnostics", []),
        floor("Statistics", []),

        // Floor 2: each C library made safe; the vocabulary of an audit.
        floor("HDF5", ["CHDF5", "CHDF5Filters", "CRehearsal", "Diagnostics"]),
        floor("XML", ["CLibXML2", "Diagnostics"]),
        floor("Tensors", ["CTorch", "Diagnostics"]),
        floor("LinearModels", ["CLinear", "Diagnostics"]),
        floor("Images", ["CImageCodecs", "Diagnostics"]),
        floor("Archives", ["CArchives", "Diagnostics"]),
        floor("AuditCore", ["Diagnostics", "Statistics"], resources: [.embedInCode("Languages")]),

        // Floor 3: networks, the ε of a training run, data, policies, reports.
        floor("Networks", ["Tensors", "Diagnostics"]),
        floor("Accounting", ["Tensors", "Diagnostics"]),
        floor("Datasets", ["HDF5", "Images", "Archives", "Tensors", "AuditCore", "Diagnostics", crypto]),
        floor("Policies", ["XML", "AuditCore", "Diagnostics"], resources: [.embedInCode("Resources")]),
        floor(
            "Reports",
            ["XML", "AuditCore", "Diagnostics", crypto],
            // Links into the top-level Reports/, so that the stylesheet people see is the one that is embedded.
            resources: [.embedInCode("Resources")]
        ),

        // Floor 4: model files, the adversary's shadow models, defences, the audits of the past, who vouches for a report.
        floor("KerasModels", ["HDF5", "Archives", "Networks", "Tensors", "Diagnostics"]),
        floor("TorchModels", ["Archives", "Networks", "Tensors", "Diagnostics"]),
        floor("ShadowModels", ["Networks", "Datasets", "Tensors", "AuditCore", "Statistics", "Diagnostics", crypto]),
        floor("Countermeasures", ["Accounting", "Networks", "Tensors", "AuditCore", "Diagnostics"]),
        floor(
            "History",
            ["Reports", "XML", "Statistics", "AuditCore", "Diagnostics", crypto, sqlite],
            resources: [.embedInCode("Resources")]
        ),
        floor("Signatures", ["CXMLSec", "Reports", "XML", "AuditCore", "Diagnostics"]),

        // Floor 5: signals and attacks.
        floor(
            "Attacks",
            [
                "ShadowModels", "Countermeasures", "Datasets", "Networks", "Tensors", "LinearModels", "Statistics",
                "AuditCore", "Diagnostics",
            ]
        ),

        // Floor 6: the whole job.
        floor(
            "Audits",
            [
                "Attacks", "ShadowModels", "KerasModels", "TorchModels", "Countermeasures", "Accounting", "Policies",
                "Datasets", "Networks", "LinearModels", "Images", "Tensors", "HDF5", "Statistics", "AuditCore",
                "Diagnostics",
                crypto, "Yams",
            ]
        ),

        // Floor 7: arguments, progress, exit codes.
        floor(
            "AuditCommands",
            [
                "Audits", "Attacks", "History", "Policies", "Reports", "KerasModels", "TorchModels", "Datasets",
                "ShadowModels", "Networks", "Accounting", "Tensors", "HDF5",
                "Countermeasures", "Signatures", "AuditCore", "Diagnostics", argumentParser,
            ]
        ),

        // Floor 8: main.
        .executableTarget(
            name: "layeraudit",
            // The helper is a program of its own that has to be built, too.
            dependencies: ["AuditCommands", "layeraudit-rehearsal"],
            swiftSettings: swiftRules
        ),
        .executableTarget(name: "layeraudit-rehearsal", dependencies: ["CRehearsal"]),

        // Benchmarks, run by `make bench`; not part of the tests.
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Audits", "Attacks", "ShadowModels", "KerasModels", "Datasets", "Networks", "Tensors", "HDF5",
                "layeraudit-rehearsal",
            ],
            path: "Tests/Benchmarks",
            swiftSettings: swiftRules
        ),

        // Readers of untrusted files under libFuzzer, run by `make fuzz`, and shortly by `make test`.
        fuzzer("FuzzModels", ["KerasModels", "Diagnostics", "layeraudit-rehearsal"]),
        fuzzer("FuzzPolicies", ["Audits", "Attacks", "Policies", "AuditCore", "Diagnostics"]),

        // Tests, one target per target, and what they share.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: swiftRules),
        tests("ArchitectureTests", []),
        tests(
            "ManifestTests",
            ["Audits", "Attacks", "Countermeasures", "Datasets", "Networks", "AuditCore", "Diagnostics", "TestSupport"]
        ),
        tests("CommandTests", ["layeraudit", "AuditCommands", "AuditCore", "HDF5", "TestSupport"]),
        tests("AuditCoreTests", ["AuditCore"]),
        tests("StatisticsTests", ["Statistics"], resources: [.copy("Fixtures")]),
        tests(
            "HDF5Tests",
            ["HDF5", "Diagnostics", "TestSupport", "layeraudit-rehearsal"],
            resources: [.copy("Fixtures")]
        ),
        tests("XMLTests", ["XML", "Diagnostics", "TestSupport"]),
        tests("PoliciesTests", ["Policies", "XML", "AuditCore", "Diagnostics", "TestSupport"]),
        tests("LinearModelsTests", ["LinearModels", "Diagnostics"], resources: [.copy("Fixtures")]),
        tests(
            "ReportsTests",
            ["Reports", "Policies", "XML", "AuditCore", "Diagnostics", "TestSupport"],
            resources: [.copy("Canned")]
        ),
        tests("SignaturesTests", ["Signatures", "Reports", "XML", "AuditCore", "Diagnostics", "TestSupport"]),
        tests("ArchivesTests", ["Archives", "Diagnostics"], resources: [.copy("Fixtures")]),
        tests("ImagesTests", ["Images", "Diagnostics"], resources: [.copy("Fixtures")]),
        tests(
            "DatasetsTests",
            ["Datasets", "HDF5", "Images", "Diagnostics", "TestSupport"],
            resources: [.copy("Fixtures")]
        ),
        tests(
            "AuditsTests",
            [
                "Audits", "Attacks", "ShadowModels", "KerasModels", "Countermeasures", "Policies", "Reports",
                "Datasets", "Networks", "Tensors", "HDF5", "Statistics", "AuditCore", "Diagnostics", "TestSupport",
            ]
        ),
        tests("NetworksTests", ["Networks", "Tensors", "Diagnostics"]),
        tests("AccountingTests", ["Accounting", "Diagnostics"], resources: [.copy("Fixtures")]),
        tests(
            "KerasModelsTests",
            ["KerasModels", "HDF5", "Networks", "Tensors", "Diagnostics", "TestSupport"],
            resources: [.copy("Fixtures")]
        ),
        tests("TorchModelsTests", ["TorchModels", "Networks", "Tensors"], resources: [.copy("Fixtures")]),
        tests("TensorsTests", ["Tensors"], resources: [.copy("Fixtures")]),
        tests(
            "ShadowModelsTests",
            ["ShadowModels", "Networks", "Tensors", "Statistics", "AuditCore", "Diagnostics", "TestSupport"]
        ),
        tests("CountermeasuresTests", ["Countermeasures", "Networks", "Tensors", "AuditCore"]),
        tests(
            "HistoryTests",
            ["History", "Reports", "XML", "Statistics", "AuditCore", "Diagnostics", sqlite, "TestSupport"]
        ),
        tests(
            "AttacksTests",
            [
                "Attacks", "ShadowModels", "Networks", "Tensors", "HDF5", "Statistics", "AuditCore", "Diagnostics",
                "TestSupport",
            ],
            resources: [.copy("Fixtures")]
        ),
    ],
    cxxLanguageStandard: torch == nil ? .cxx17 : .cxx20
)
