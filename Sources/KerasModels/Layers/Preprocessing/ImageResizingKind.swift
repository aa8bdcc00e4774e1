import Networks

/// Images brought to a size.
enum ImageResizingKind: KerasLayerKind {
    static let classNames = ["Resizing", "CenterCrop", "RandomCrop"]
    static let summary = "Images brought to a size, as at inference: nearest or bilinear, all of them or their middle."

    static func layer(_ config: LayerConfig) throws(KerasModelError) -> ImageResizing {
        let order = try config.order()
        _ = try config.channels(order, axes: 2)
        let (height, width) = (try config.count("height"), try config.count("width"))
        switch config.entry.className {
        case "CenterCrop": return ImageResizing(height: height, width: width, part: .middle, order: order)
        case "RandomCrop":
            // Keras 3 leaves the images as they are although it states the smaller shape.
            guard config.kerasMajor < 3 || order.spatial(config.shape) == [height, width] else {
                throw config.unsupported(
                    "height, width",
                    "\(height)×\(width)",
                    remedy: "Use CenterCrop, which says what happens at inference, or crop before the model."
                )
            }
            return ImageResizing(height: height, width: width, part: .sameProportions, order: order)
        default:
            for option in ["pad_to_aspect_ratio", "antialias"] where try config.bool(option, false) {
                throw config.unsupported(option, "true", remedy: "Resize the images before they enter the model.")
            }
            let interpolation = config.value("interpolation")?.string?.lowercased() ?? "bilinear"
            guard ["nearest", "bilinear"].contains(interpolation) else {
                throw config.unsupported("interpolation", interpolation, remedy: "Use 'nearest' or 'bilinear'.")
            }
            return ImageResizing(
                height: height,
                width: width,
                part: try config.bool("crop_to_aspect_ratio", false) ? .sameProportions : .whole,
                isBilinear: interpolation == "bilinear",
                order: order
            )
        }
    }

    static func written(_ layer: ImageResizing, className: String) -> WrittenLayer? {
        var options: [String: JSONValue] = [
            "height": .integer(layer.height), "width": .integer(layer.width),
            "data_format": .string(layer.order.rawValue),
        ]
        if layer.part == .middle { return WrittenLayer("CenterCrop", options) }
        options["interpolation"] = .string(layer.isBilinear ? "bilinear" : "nearest")
        options["crop_to_aspect_ratio"] = .bool(layer.part == .sameProportions)
        return WrittenLayer("Resizing", options)
    }
}
