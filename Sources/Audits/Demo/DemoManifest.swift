/// The manifest of the embedded example.
enum DemoManifest {
    static let text = """
        version: 1
        title: Embedded example, identities from procedural images
        source:
          model: source.h5
        transferred:
          upTo: features
        data:
          members:     {file: data.h5, x: /members/x,     y: /members/y}
          nonMembers:  {file: data.h5, x: /nonMembers/x,  y: /nonMembers/y}
          shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
          shadowTest:  {file: data.h5, x: /shadowTest/x,  y: /shadowTest/y}
        adversary:
          shadowModels: 20
          shadowSizes: [100, 300, 600]
          repeats: 3
          approaches: [baseline, freezing, fine-tuning]
          attacks: [transmia-dnn, transmia-svm, transmia-entropy]
          training: {epochs: 60, learningRate: 0.05}
          overrides:
            baseline:    {shadowModels: 4, repeats: 2, training: {epochs: 30, optimizer: adam, learningRate: 0.002, batchSize: 32}}
            fine-tuning: {shadowModels: 4, repeats: 2, training: {epochs: 20, optimizer: adam, learningRate: 0.0005, batchSize: 32}}
        target:
          train: {file: data.h5, x: /targetTrain/x, y: /targetTrain/y}
          test:  {file: data.h5, x: /targetTest/x,  y: /targetTest/y}
          approach: freezing
        context:
          controller: Example Laboratory
          recipient: Example Startup
          release: partner
          dataCategories: []
        policy: gdpr-baseline
        profile: standard
        seed: 20261120

        """
}
