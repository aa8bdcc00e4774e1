"""Writes the image fixtures with Pillow. Run in this folder: python make.py (pillow, numpy)."""

import json
import zlib

import numpy as np
from PIL import Image

rng = np.random.default_rng(5)
y, x = np.mgrid[0:20, 0:30]
smooth = np.stack([8 * x, 12 * y, 255 - 8 * x], -1).astype("u1")
noise = rng.integers(0, 256, (20, 30, 4)).astype("u1")

Image.fromarray(noise[..., :3]).save("rgb.png")
Image.fromarray(noise[..., 0]).save("grey.png")
Image.fromarray(noise).save("alpha.png")
Image.fromarray((noise[..., 0].astype("u2") << 8) + 99).save("grey16.png")
Image.fromarray(noise[..., :3]).quantize(16).save("palette.png")
Image.fromarray(smooth).save("rgb.jpg", quality=90)
Image.fromarray(smooth).save("progressive.jpg", quality=90, progressive=True)
Image.fromarray(smooth[..., 0]).save("grey.jpg", quality=90)
Image.fromarray(noise).convert("CMYK").save("cmyk.jpg")
Image.fromarray(noise[..., :3]).save("rgb.ppm")
Image.fromarray(noise[..., 0]).save("grey.pgm")

expected = {}
for name in ["rgb.png", "grey.png", "alpha.png", "palette.png", "rgb.jpg", "progressive.jpg", "grey.jpg", "rgb.ppm", "grey.pgm"]:
    image = Image.open(name)
    if name == "alpha.png":
        colour = np.rint(noise[..., :3] * (noise[..., 3:] / 255.0)).astype("u1")
        image = Image.fromarray(colour)
    expected[name] = {
        "width": image.width,
        "height": image.height,
        "rgb": np.asarray(image.convert("RGB")).ravel().tolist(),
        "grey": np.asarray(image.convert("L")).ravel().tolist(),
    }
# 16 bits become 8 by rounding (Pillow has no such conversion).
eight = np.rint(((noise[..., 0].astype("u2") << 8) + 99) / 257).astype("u1")
expected["grey16.png"] = {"width": 30, "height": 20, "rgb": np.repeat(eight, 3).tolist(), "grey": eight.ravel().tolist()}
json.dump(expected, open("expected.json", "w"), separators=(",", ":"))

data = open("rgb.png", "rb").read()
open("cut.png", "wb").write(data[: len(data) // 2])
open("header-only.png", "wb").write(data[:20])
huge = bytearray(data)
huge[16:24] = (200_000).to_bytes(4, "big") + (200_000).to_bytes(4, "big")
huge[29:33] = zlib.crc32(bytes(huge[12:29])).to_bytes(4, "big")
open("huge.png", "wb").write(huge)
flipped = bytearray(data)
flipped[len(data) // 2] ^= 0xFF
open("flipped.png", "wb").write(flipped)
data = open("rgb.jpg", "rb").read()
open("cut.jpg", "wb").write(data[: len(data) * 2 // 3])
open("header-only.jpg", "wb").write(data[:10])
huge = bytearray(data)
at = huge.index(b"\xff\xc0") + 5
huge[at : at + 4] = b"\xff\xdc\xff\xdc"
open("huge.jpg", "wb").write(huge)
open("cut.pgm", "wb").write(open("grey.pgm", "rb").read()[:100])
open("huge.pgm", "wb").write(b"P5 60000 60000 255\n" + bytes(100))
open("text.png", "wb").write(b"this is a text, whatever its name says")
open("empty.jpg", "wb").write(b"")
