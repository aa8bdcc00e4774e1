import Networks

/// A value's whole content as a text that is the same in every run: what addresses in a store are made of.
enum ConfigurationText {
    /// The graph of an architecture and the configuration of its layers, without their names, which shape nothing.
    ///
    /// - Returns: nil where a layer holds something whose content cannot be seen, such as a compiled script.
    static func of(_ architecture: Architecture) -> String? {
        var text = "output \(architecture.output)\n"
        for node in architecture.nodes { text += "\(node.layer) \(node.inputs) \(node.shape)\n" }
        for layer in architecture.layers {
            guard let configuration = of(layer.layer) else { return nil }
            text += configuration + "\n"
        }
        return text
    }

    /// A value by its type and stored properties.
    ///
    /// - Returns: nil for objects and functions, whose content cannot be seen.
    static func of(_ value: Any) -> String? {
        let type = "\(type(of: value))"
        switch value {
        case is String, is Character: return "\(type) \(String(reflecting: value))"
        case is any BinaryInteger, is any BinaryFloatingPoint, is Bool: return "\(type) \(value)"
        case let reference as ReferenceRecords: return reference.digest.map { "\(type) \($0)" }
        default: break
        }
        let mirror = Mirror(reflecting: value)
        var parts: [String] = []
        for child in mirror.children {
            guard let part = of(child.value) else { return nil }
            parts.append("\(child.label ?? ""): \(part)")
        }
        switch mirror.displayStyle {
        case .struct, .tuple, .optional, .collection: break
        case .enum: if parts.isEmpty { parts = ["\(value)"] }
        // Their order differs from run to run.
        case .set, .dictionary: parts.sort()
        default: return nil
        }
        return "\(type)(\(parts.joined(separator: ", ")))"
    }
}
