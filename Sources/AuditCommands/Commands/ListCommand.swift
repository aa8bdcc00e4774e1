import ArgumentParser
import Attacks
import Countermeasures
import KerasModels
import Policies
import Reports
import TorchModels

/// `layeraudit list`.
struct ListCommand: ParsableCommand {
    /// What there is to list.
    enum Catalogue: String, CaseIterable, ExpressibleByArgument {
        case attacks, countermeasures, layers, policies, reporters, hazards
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "Lists the attacks, countermeasures, layers, policies, report formats, or hazards of files there are.",
        discussion: """
            EXAMPLES
              layeraudit list attacks
              layeraudit list policies
              layeraudit list hazards
            """
    )

    @Argument(help: "attacks, countermeasures, layers, policies, reporters or hazards.")
    var catalogue: Catalogue

    func run() throws {
        switch catalogue {
        case .attacks:
            for attack in AttackCatalog.descriptors { print(CatalogueText.attack(attack)) }
        case .countermeasures:
            for measure in CountermeasureCatalog.descriptors { print(CatalogueText.countermeasure(measure)) }
        case .layers:
            for layer in KerasLayerCatalog.all {
                print("\(layer.classNames.joined(separator: ", "))\n    \(layer.summary)")
            }
        case .policies:
            for name in PolicyCatalog.names {
                let policy = try PolicyCatalog.policy(named: name, knownAttacks: AttackCatalog.descriptors)
                print("\(name): \(policy.title)\n    \(policy.purpose.unwrapped)")
            }
        case .hazards:
            for hazard in KerasModelError.hazards + TorchModelError.hazards {
                print("\(hazard.id): \(hazard.sentence)\n    \(hazard.remedy)")
            }
        case .reporters:
            for reporter in ReporterCatalog.all.map({ $0.descriptor }) {
                print("\(reporter.id): \(reporter.title), \(reporter.fileName)\n    \(reporter.sentence)")
            }
        }
    }
}
