import ArgumentParser

/// Which shadow store a command is about.
struct StoreArgument: ParsableArguments {
    @Argument(help: ArgumentHelp("The store's folder.", valueName: "folder"))
    var folder: String
}
