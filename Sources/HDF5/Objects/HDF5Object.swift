import CHDF5

/// A group or a dataset: what has a name and attributes.
///
/// `@unchecked Sendable`: the handle is used only under the library's lock, and subclasses keep to that.
public class HDF5Object: @unchecked Sendable {
    /// The absolute path inside the file, such as `/members/x`.
    public let name: String
    let handle: HDF5Handle

    init(_ handle: HDF5Handle, name: String) {
        self.handle = handle
        self.name = name
    }

    /// The path of the file as it was given.
    public var file: String { handle.context.path }

    var context: HDF5Context { handle.context }
    var id: hid_t { handle.id }
}
