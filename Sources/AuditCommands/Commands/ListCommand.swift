import ArgumentParser
import Attacks
import KerasModels
import Policies
import Reports

/// `layeraudit list`.
struct ListCommand: ParsableCommand {
    /// What there is to list.
    enum Catalogue: String, CaseIterable, ExpressibleByArgument {
        case attacks, layers, policies, reporters
    }

    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the attacks, layers, policies or report formats there are.",
        discussion: """
            EXAMPLES
              layeraudit list attacks
              layeraudit list policies
            """
    )

    @Argument(help: "attacks, layers, policies or reporters.")
    var catalogue: Catalogue

    func run() throws {
        switch catalogue {
        case .attacks:
            for attack in AttackCatalog.descriptors { print(CatalogueText.attack(attack)) }
        case .layers:
            for layer in KerasLayerCatalog.all {
                print("\(layer.classNames.joined(separator: ", "))\n    \(layer.summary)")
            }
        case .policies:
            for name in PolicyCatalog.names {
                let policy = try PolicyCatalog.policy(named: name, knownAttacks: AttackCatalog.descriptors)
                print("\(name): \(policy.title)\n    \(policy.purpose.unwrapped)")
            }
        case .reporters:
            for reporter in ReporterCatalog.all.map({ $0.descriptor }) {
                print("\(reporter.id): \(reporter.title), \(reporter.fileName)\n    \(reporter.sentence)")
            }
        }
    }
}
