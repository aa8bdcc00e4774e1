import CHDF5
import CRehearsal

/// One attribute while it is being read; lives under the library's lock.
final class HDF5OpenAttribute {
    let elementType: HDF5ElementType
    let count: Int
    private let object: HDF5Object
    private let name: String
    private let attribute: String
    private let id: hid_t
    private let type: hid_t
    private let space: hid_t

    init(_ object: HDF5Object, _ attribute: String) throws(HDF5Error) {
        self.object = object
        name = object.name + "@" + attribute
        self.attribute = attribute
        id = H5Aopen(object.id, attribute, hdf5_default_properties())
        type = H5Aget_type(id)
        space = H5Aget_space(id)
        elementType = HDF5ElementType(type)
        guard id >= 0, type >= 0, space >= 0, let shape = HDF5Extent.shape(space) else {
            count = 0
            throw object.context.failed(.readFailed, name, "The attribute cannot be opened.")
        }
        let stored = Int(clamping: H5Aget_storage_size(id))
        guard stored <= HDF5Limits.attribute, let bytes = HDF5Extent.bytes(shape, max(1, Int(H5Tget_size(type)))),
            bytes <= HDF5Limits.attribute
        else {
            count = 0
            let summary = "The attribute is larger than \(HDF5Limits.attribute >> 20) MiB."
            throw HDF5Error(.hugeAttribute, at: object.context.place(name), summary)
        }
        count = HDF5Extent.count(shape) ?? 0
    }

    deinit {
        if space >= 0 { H5Sclose(space) }
        if type >= 0 { H5Tclose(type) }
        if id >= 0 { H5Aclose(id) }
        H5Eclear2(hdf5_error_stack())
    }

    func wrongType(_ wanted: String) -> HDF5Error {
        let summary = "The attribute holds \(count) of \(elementType), where \(wanted) is needed."
        return HDF5Error(.wrongType, at: object.context.place(name), summary)
    }

    func strings() throws(HDF5Error) -> [String] {
        guard elementType == .string else { throw wrongType("text") }
        if H5Tis_variable_str(type) > 0 {
            if let known = object.context.texts.texts(of: attribute, at: UInt64(rehearsal_address(object.id))),
                known.count == count
            {
                return known
            }
            return try HDF5ChildTexts.ofAttribute(attribute, of: object, count: count, most: HDF5Limits.attribute)
        }
        var bytes = [UInt8](repeating: 0, count: count * Int(H5Tget_size(type)))
        guard H5Aread(id, type, &bytes) >= 0 else { throw failed() }
        return HDF5Text.decode(bytes, type: type)
    }

    func numbers<Value: BitwiseCopyable>(_ memory: hid_t, zero: Value) throws(HDF5Error) -> [Value] {
        if count == 0 { return [] }
        var values = [Value](repeating: zero, count: count)
        guard H5Aread(id, memory, &values) >= 0 else { throw failed() }
        return values
    }

    private func failed() -> HDF5Error {
        object.context.failed(.readFailed, name, "The attribute cannot be read.")
    }
}
