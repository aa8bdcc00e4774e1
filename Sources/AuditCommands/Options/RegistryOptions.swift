import ArgumentParser
import History

/// Which registry of audits is meant.
struct RegistryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The registry of audits: a file, or its folder; by default the variable LAYERAUDIT_REGISTRY, or "
                + "~/.local/share/layeraudit/registry.sqlite.",
            valueName: "file"
        )
    )
    var registry: String?

    /// The registry's file.
    var path: String { RegistryLocation.path(registry) }
}
