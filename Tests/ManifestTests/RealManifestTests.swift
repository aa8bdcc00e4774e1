import AuditCore
import Audits
import Foundation
import Networks
import TestSupport
import Testing

/// The manifest of the real CIFAR-10 audit.
@Suite struct RealManifestTests {
    @Test(.enabled(if: SharedFolder.has("data/audits/cifar10"), "needs ../shared/data/audits/cifar10")) func cifar10()
        throws
    {
        let folder = SharedFolder.path("data/audits/cifar10")
        let manifest = try ManifestReader.read(path: "\(folder)/audit.yaml")
        #expect(manifest.title == "CIFAR-10 encoder, shared up to the pooled features")
        #expect(manifest.source?.model.file == "\(folder)/source.h5")
        #expect(manifest.source?.preprocessing.isIdentity == true)
        #expect(manifest.transferred.upTo == "features")
        #expect(manifest.data?.members.path == "\(folder)/data.h5")
        #expect(manifest.data?.shadowTest.x == "/shadowTest/x")
        #expect(manifest.adversary.approaches == [.baseline, .freezing, .fineTuning])
        #expect(manifest.adversary.plans.map(\.models) == [4, 20, 4])
        #expect(manifest.adversary.plans.map(\.repeats) == [1, 3, 1])
        #expect(manifest.adversary.plans.map(\.sizes) == Array(repeating: [100, 300, 1000], count: 3))
        #expect(manifest.adversary.plans[1].recipe == TrainingRecipe(precision: .automatic))
        #expect(manifest.adversary.plans[2].recipe.epochs == 40)
        #expect(manifest.adversary.plans[2].recipe.learningRate == 0.01)
        #expect(manifest.target?.approaches == [.freezing])
        #expect(manifest.target?.test?.x == "/test/x")
        #expect(manifest.context.recipient == "Example Startup")
        #expect(manifest.context.dataCategories == [])
        #expect(manifest.policy == "gdpr-baseline")
        #expect(manifest.seed == 20_261_120)
        #expect(manifest.notes == [])
    }
}
