import Foundation
import TestSupport
import Testing

@testable import Datasets

/// Real sets in every format; skipped where they are absent.
struct SharedDataTests {
    @Test(.enabled(if: SharedFolder.has("data/audits/cifar10/data.h5"), "needs shared/data/audits/cifar10/data.h5"))
    func cifar10() throws {
        let sets = try ["members", "nonMembers"].map { role in
            let file = SharedFolder.path("data/audits/cifar10/data.h5")
            let description = DatasetDescription(path: file, x: "/\(role)/x", y: "/\(role)/y")
            return try Dataset.open(description, role: role)
        }
        #expect(sets.map(\.count) == [5000, 5000])
        #expect(sets[0].recordShape == [32, 32, 3])
        #expect(sets[0].classCount == 10)
        #expect(sets[0].perClass.reduce(0, +) == 5000)
        let order = (0..<5000).map { $0 * 1237 % 5000 }
        let shuffled = try sets[0].values(rows: Array(order.prefix(100)))
        let whole = try sets[0].values(rows: 0..<5000)
        #expect(shuffled == order.prefix(100).flatMap { whole[3072 * $0..<3072 * ($0 + 1)] })
        #expect(whole.allSatisfy { (0...255).contains($0) })
        try DatasetHygiene.checkSameKind(sets)
        #expect(try DatasetHygiene.overlaps(between: sets) == [])
    }

    @Test(.enabled(if: SharedFolder.has("data/images/breastmnist.npz"), "needs shared/data/images/breastmnist.npz"))
    func breastMNIST() throws {
        let description = DatasetDescription(
            path: SharedFolder.path("data/images/breastmnist.npz"),
            x: "train_images",
            y: "train_labels",
            classNames: ["malignant", "normal, benign"]
        )
        let set = try Dataset.open(description, role: "members")
        #expect(set.count == 546 && set.recordShape == [28, 28])
        #expect(set.perClass == [147, 399])
        try set.validate()
    }

    @Test(
        .enabled(
            if: SharedFolder.has("data/images/t10k-images-idx3-ubyte.gz"),
            "needs shared/data/images/t10k-images-idx3-ubyte.gz"
        )
    )
    func mnist() throws {
        let description = DatasetDescription(path: SharedFolder.path("data/images/t10k-images-idx3-ubyte.gz"))
        let set = try Dataset.open(description, role: "x", labelled: false)
        #expect(set.count == 10_000 && set.recordShape == [28, 28])
        // Sum of all pixels, as NumPy gives it.
        #expect(try set.values(rows: 0..<10_000).reduce(0.0) { $0 + Double($1) } == 264_923_200)
    }

    @Test(
        .enabled(if: SharedFolder.has("data/images/sign-digits.tar.xz"), "needs shared/data/images/sign-digits.tar.xz")
    )
    func signDigits() throws {
        let folder = try WorkFolder()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["tar", "xf", SharedFolder.path("data/images/sign-digits.tar.xz"), "-C", folder.path]
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        let description = DatasetDescription(path: folder.path("sign_digits/Dataset"))
        let set = try Dataset.open(description, role: "images")
        #expect(set.classNames == (0...9).map(String.init))
        #expect(set.recordShape == [100, 100, 3])
        #expect(set.count > 2000)
        try set.validate()
    }

    @Test(
        .enabled(if: SharedFolder.has("data/tabular"), "needs shared/data/tabular"),
        arguments: [
            ("pima-indians-diabetes.csv", "8", 768, 8, [500, 268]), ("adult.data", "-1", 32_561, 6, [24_720, 7_841]),
            ("adult.test", "Y", 16_281, 6, [12_435, 3_846]), ("heart.dat", "X14", 270, 13, [0, 150, 120]),
        ]
    )
    func tables(_ file: String, _ y: String, _ rows: Int, _ columns: Int, _ perClass: [Int]) throws {
        let description = DatasetDescription(path: SharedFolder.path("data/tabular/") + file, format: .csv, y: y)
        let set = try Dataset.open(description, role: "table")
        #expect(set.count == rows)
        #expect(set.recordShape == [columns])
        #expect(set.perClass == perClass)
        try set.validate()
    }

    @Test(.enabled(if: SharedFolder.has("data/tabular"), "needs shared/data/tabular"))
    func unknownValuesInARealTable() {
        let file = SharedFolder.path("data/tabular/breast-cancer-wisconsin.csv")
        let description = DatasetDescription(path: file, y: "9", classNames: ["2", "4"])
        expect(.missingValue, at: .file(file, line: 24, column: 11)) {
            _ = try Dataset.open(description, role: "table")
        }
    }
}
