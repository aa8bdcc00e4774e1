/// What becomes of a file that holds what an honest one seldom does: links, storage or virtual datasets that lead out of
/// it, links that lead to each other, far more objects than any model has, huge attributes, data that it declares but
/// does not hold, unknown filters.
///
/// A file that crashes libhdf5, keeps it busy without end or exhausts memory is refused in either case.
public enum HDF5Hazards: Sendable {
    /// The file is refused, wherever in it the hazard is: for models, which come from outside.
    case refused
    /// Objects that are a hazard are errors when they are read; the others can be used: for data files.
    case refusedWhereRead
}
