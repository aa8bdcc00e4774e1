import CHDF5

/// The version of the HDF5 library.
public enum HDF5Version {
    /// Major, minor and release number, as the headers state them.
    public static var current: String { "\(H5_VERS_MAJOR).\(H5_VERS_MINOR).\(H5_VERS_RELEASE)" }
}
