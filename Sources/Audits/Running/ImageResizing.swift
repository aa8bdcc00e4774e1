import Datasets
import Images
import Tensors

/// Brings an image to a height and width with the engine's bilinear filter.
let imageResizer: ImageResizer = { image, height, width in
    let pixels = image.pixels.map(Float.init)
    let x = try Tensor(pixels, shape: [1, image.height, image.width, image.channels]).permuted([0, 3, 1, 2])
    let resized = try x.resized(height: height, width: width, bilinear: true).permuted([0, 2, 3, 1]).contiguous()
    let bytes = try resized.floats().map { UInt8(max(0, min(255, $0.rounded()))) }
    return DecodedImage(width: width, height: height, channels: image.channels, pixels: bytes) ?? image
}
