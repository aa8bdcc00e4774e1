import Diagnostics

extension HDF5Error {
    /// What an HDF5 file is refused for because it could do harm.
    public static let hazards: [UntrustedFileHazard] = hazardous.map { code, sentence in
        UntrustedFileHazard(id: "hdf5.\(code.rawValue)", sentence: sentence, remedy: code.remedy)
    }

    private static let hazardous: [(Code, String)] = [
        (.externalLink, "A link leads to an object of another file."),
        (.externalStorage, "The data of a dataset lie in another file."),
        (.virtualDataset, "A dataset is pieced together from other datasets, of this file or of others."),
        (.linkLoop, "Soft links lead to each other without end."),
        (.tooManyObjects, "There are more than \(HDF5Limits.objects) links and attributes."),
        (.hugeAttribute, "An attribute is larger than \(HDF5Limits.attribute >> 20) MiB."),
        (.implausibleSize, "A dataset declares far more data than the file stores."),
        (.unknownFilter, "Data went through a filter that is neither in libhdf5 nor LZF; no plug-in is ever loaded."),
        (.truncated, "The file ends before its own header says it does."),
        (.damaged, "The structure of the file cannot be read."),
        (.crashes, "Reading the file makes libhdf5 crash; a child process found out."),
        (.hangs, "Reading the file keeps libhdf5 busy without end; a child process found out."),
        (.exhaustsMemory, "Reading the file takes more memory than it can honestly need; a child process found out."),
        (.changedWhileRead, "The file was changed between the child's reading and this one's."),
    ]
}
