import Diagnostics

extension ArchiveError {
    /// What an archive is refused for because it could do harm.
    public static let hazards: [UntrustedFileHazard] = hazardous.map { code, sentence in
        UntrustedFileHazard(id: "archive.\(code.rawValue)", sentence: sentence, remedy: code.remedy)
    }

    private static let hazardous: [(Code, String)] = [
        (.unsafeName, "An entry's name leads out of the folder it would be unpacked in (nothing is unpacked)."),
        (.duplicateEntry, "Two entries have one name, so that two programs may read different models."),
        (.tooManyEntries, "There are more than \(ZipArchive.mostEntries) entries."),
        (.overlapping, "Entries share their packed bytes: a small file unpacks to an enormous one."),
        (.tooLarge, "An entry unpacks to more than is allowed, or than its packed form can hold."),
        (.encrypted, "An entry is encrypted."),
        (.unsupported, "An entry is packed by a method that is not available."),
        (.damaged, "The content does not agree with its own lengths or check sums."),
    ]
}
