import Diagnostics

/// What can go wrong with an HDF5 file or an object inside it.
public struct HDF5Error: DiagnosticError {
    /// The closed list of what can go wrong.
    public enum Code: String, Sendable, CaseIterable {
        /// There is no file at the path.
        case fileNotFound
        /// The file is there but may not be read, or is a folder.
        case notReadable
        /// The file does not start as HDF5 files do.
        case notHDF5
        /// The file ends before its own header says it does.
        case truncated
        /// The file starts as HDF5 but its structure cannot be read.
        case damaged
        /// The file cannot be created at the path.
        case cannotCreate
        /// The file was closed before this call.
        case fileClosed
        /// No object of that name.
        case objectNotFound
        /// An object of that name is there already.
        case alreadyExists
        /// The object or its elements are of another kind than asked for.
        case wrongType
        /// The extent is not what was asked for.
        case wrongShape
        /// The library could not read.
        case readFailed
        /// The library could not write.
        case writeFailed
        /// A link leads into another file.
        case externalLink
        /// The data lie, or claim to lie, in another file.
        case externalStorage
        /// The data are pieced together from other datasets, in this file or another.
        case virtualDataset
        /// Links lead to each other without end.
        case linkLoop
        /// There are more links, objects and attributes than any honest file has.
        case tooManyObjects
        /// An attribute is larger than any configuration.
        case hugeAttribute
        /// The declared size is not backed by what the file stores.
        case implausibleSize
        /// The data went through a filter this library does not have.
        case unknownFilter
        /// Reading the file makes the HDF5 library crash.
        case crashes
        /// Reading the file keeps the HDF5 library busy without end.
        case hangs
        /// Reading the file takes more memory than it can honestly need.
        case exhaustsMemory
        /// The file was changed while it was being opened.
        case changedWhileRead
        /// No child process can be started to try the file in.
        case cannotRehearse
        /// The program that tries files is not there.
        case noHelper
    }

    /// Which of the closed list this is.
    public let code: Code
    /// The file, or the object inside it.
    public let location: Location
    /// What libhdf5 said, innermost first.
    public let cause: String?
    /// What is wrong, in one sentence.
    public let summary: String
    /// What the reader can do about it.
    public let remedy: String

    init(_ code: Code, at location: Location, _ summary: String, cause: String? = nil, remedy: String? = nil) {
        self.code = code
        self.location = location
        self.summary = summary
        self.cause = cause
        self.remedy = remedy ?? code.remedy
    }

    /// `hdf5.<code>`.
    public var id: String { "hdf5.\(code.rawValue)" }
}

extension HDF5Error.Code {
    /// What usually helps, where the place of the error knows nothing better.
    var remedy: String {
        switch self {
        case .fileNotFound: "Check the path; relative paths start at the folder of the manifest that names them."
        case .notReadable: "Give yourself read permission on the file, and name a file rather than a folder."
        case .notHDF5: "Name a file in HDF5 format, for example one that `h5dump -H` can list."
        case .truncated: "Copy or download the file again; part of its end is missing."
        case .damaged: "Write the file again with the program that made it; `h5dump -H` shows how far it can be read."
        case .cannotCreate: "Choose a folder that exists and that you may write to, and close the file elsewhere."
        case .fileClosed: "Read everything that is needed before closing the file."
        case .objectNotFound: "List the objects of the file with `h5ls -r`, and name one of them."
        case .alreadyExists: "Choose another name, or write to a new file."
        case .wrongType: "Name an object of the kind that is needed; `h5dump -H` shows the kinds."
        case .wrongShape: "Compare the shape shown by `h5dump -H` with the one that is needed."
        case .readFailed: "Check the file with `h5dump`; if that fails too, write the file again."
        case .writeFailed: "Make room on the disk and check that the folder can be written to, then run again."
        case .externalLink, .externalStorage, .virtualDataset:
            "Copy the data into one file (`h5repack`, or h5py), so that nothing is read from elsewhere."
        case .linkLoop: "Do not trust this file; remove the links with h5py if you know who made it."
        case .tooManyObjects: "Do not trust this file; ask its sender for one that holds the model alone."
        case .hugeAttribute: "Do not trust this file; store what is that large as a dataset."
        case .implausibleSize: "Do not trust this file; ask its sender for a file whose data are really inside."
        case .unknownFilter: "Store the data again without the filter, or with gzip (`h5repack -f GZIP=6`)."
        case .crashes, .hangs, .exhaustsMemory:
            "The file is damaged or made to do harm: copy it again, or have its sender write it again."
        case .changedWhileRead: "Wait until nothing writes to the file, then run again."
        case .noHelper: "Install `layeraudit-rehearsal` beside this program, or in `../libexec/layeraudit` from there."
        case .cannotRehearse: "Free some memory, or allow more processes (`ulimit -u`), then run again."
        }
    }
}
