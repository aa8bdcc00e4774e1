import CHDF5

/// Reading attributes.
extension HDF5Object {
    /// The names of the attributes, sorted.
    ///
    /// - Throws: `readFailed` or `fileClosed`.
    public func attributeNames() throws(HDF5Error) -> [String] {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        try context.requireOpen(name)
        guard let names = HDF5Names.collect({ hdf5_for_each_attribute(id, $0, $1) }) else {
            throw context.failed(.readFailed, name, "The attributes cannot be listed.")
        }
        return names
    }

    /// The text of one attribute, fixed or variable length; nil when there is no such attribute or it holds nothing.
    ///
    /// - Throws: `wrongType` when it is not one text, `hugeAttribute`, or `readFailed`.
    public func stringAttribute(_ attribute: String) throws(HDF5Error) -> String? {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        guard let opened = try openAttribute(attribute) else { return nil }
        if opened.count == 0 { return nil }
        guard opened.count == 1 else { throw opened.wrongType("one text") }
        return try opened.strings().first
    }

    /// The texts of an attribute with one axis; an empty array of any type counts as none. Nil without such attribute.
    ///
    /// - Throws: `wrongType` when it holds no texts, `hugeAttribute`, or `readFailed`.
    public func stringsAttribute(_ attribute: String) throws(HDF5Error) -> [String]? {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        guard let opened = try openAttribute(attribute) else { return nil }
        return opened.count == 0 ? [] : try opened.strings()
    }

    /// The number of one attribute, whole or not; nil when there is no such attribute.
    ///
    /// - Throws: `wrongType` when it is not one number, or `readFailed`.
    public func doubleAttribute(_ attribute: String) throws(HDF5Error) -> Double? {
        guard let values = try doublesAttribute(attribute) else { return nil }
        return try single(values, attribute)
    }

    /// The whole number of one attribute; nil when there is no such attribute.
    ///
    /// - Throws: `wrongType` when it is not one whole number, or `readFailed`.
    public func intAttribute(_ attribute: String) throws(HDF5Error) -> Int? {
        guard let values = try intsAttribute(attribute) else { return nil }
        return try single(values, attribute)
    }

    /// The numbers of an attribute in row-major order; nil when there is no such attribute.
    ///
    /// - Throws: `wrongType` when it holds no numbers, `hugeAttribute`, or `readFailed`.
    public func doublesAttribute(_ attribute: String) throws(HDF5Error) -> [Double]? {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        guard let opened = try openAttribute(attribute) else { return nil }
        guard opened.elementType.isInteger || opened.elementType.isFloat else { throw opened.wrongType("a number") }
        return try opened.numbers(hdf5_native_double(), zero: 0.0)
    }

    /// The whole numbers of an attribute in row-major order; nil when there is no such attribute.
    ///
    /// - Throws: `wrongType` when it holds no whole numbers, `hugeAttribute`, or `readFailed`.
    public func intsAttribute(_ attribute: String) throws(HDF5Error) -> [Int]? {
        HDF5Library.enter()
        defer { HDF5Library.leave() }
        guard let opened = try openAttribute(attribute) else { return nil }
        if opened.count == 0 { return [] }
        guard opened.elementType.isInteger else { throw opened.wrongType("a whole number") }
        return try opened.numbers(hdf5_native_int64(), zero: 0)
    }

    private func single<Value>(_ values: [Value], _ attribute: String) throws(HDF5Error) -> Value {
        guard values.count == 1, let value = values.first else {
            let place = context.place(name + "@" + attribute)
            throw HDF5Error(.wrongType, at: place, "The attribute holds \(values.count) values instead of one.")
        }
        return value
    }

    private func openAttribute(_ attribute: String) throws(HDF5Error) -> HDF5OpenAttribute? {
        try context.requireOpen(name)
        let exists = attribute.isEmpty || attribute.utf8.contains(0) ? 0 : H5Aexists(id, attribute)
        guard exists >= 0 else { throw context.failed(.readFailed, name, "The attributes cannot be read.") }
        return exists == 0 ? nil : try HDF5OpenAttribute(self, attribute)
    }
}
