"""Writes the HDF5 fixtures with h5py. Run in this folder: python make.py (h5py, numpy)."""

import struct
import zlib

import h5py
import numpy as np

rows = np.arange(10 * 4 * 3)

with h5py.File("kinds.h5", "w") as f:
    for name in ["u1", "u2", "u4", "u8", "i1", "i2", "i4", "i8", "f2", "f4", "f8"]:
        values = rows[:24].reshape(6, 4)
        f.create_dataset(f"numbers/{name}", data=(values if name[0] != "i" else values - 12).astype("<" + name))
    f.create_dataset("numbers/big-endian", data=(rows[:24].reshape(6, 4) / 8).astype(">f4"))
    f.create_dataset("numbers/bool", data=np.array([True, False, True]))
    f.create_dataset("numbers/scalar", data=np.float64(2.5))
    f.create_dataset("numbers/empty", shape=(0, 4), dtype="f4")
    f.create_dataset("numbers/null", data=h5py.Empty("f4"))
    f.create_dataset("chunked", data=rows.reshape(10, 4, 3).astype("u1"), chunks=(3, 4, 3), compression="gzip")
    f.create_dataset("huge-chunk", data=np.zeros((20 << 20, 1), "u1"), chunks=(20 << 20, 1), compression="gzip")
    f.create_dataset("text/fixed", data=np.array([b"alpha", b"be", b""]))
    f.create_dataset("text/variable", data=["alpha", "βήτα", ""], dtype=h5py.string_dtype())
    f.create_dataset("compound", data=np.zeros(2, dtype=[("a", "i4"), ("b", "f4")]))

with h5py.File("attributes.h5", "w") as f:
    a = f.create_group("layers").attrs
    a["variable"] = "größe"
    a["ascii"] = np.array("plain", dtype=h5py.string_dtype("ascii"))
    a["bytes"] = np.bytes_(b"fixed \x00inside")
    a["fixed utf8"] = np.array("größe".encode(), dtype=h5py.string_dtype("utf-8", 12))
    a["fixed list"] = np.array([b"conv1", b"dense_12"])
    a["variable list"] = ["conv1", "dichte_ü"]
    a["empty list"] = []
    a["one in list"] = np.array([b"only"])
    a["int"] = np.int32(-7)
    a["double"] = 0.25
    a["ints"] = np.arange(3)
    a["null"] = h5py.Empty("S1")
    f["layers"].create_dataset("w", data=np.ones(2)).attrs["unit"] = "cm"

with h5py.File("links.h5", "w") as f:
    f["real/data"] = np.arange(3.0)
    f["soft"] = h5py.SoftLink("/real/data")
    f["dangling"] = h5py.SoftLink("/nowhere")
    f["loop-a"] = h5py.SoftLink("/loop-b")
    f["loop-b"] = h5py.SoftLink("/loop-a")
    f["outside"] = h5py.ExternalLink("kinds.h5", "/")
    f["hard"] = f["real"]
    f["real/again"] = f["real"]

with h5py.File("hostile.h5", "w") as f:
    f.create_dataset("external", shape=(4,), dtype="u1", external=[("/etc/hostname", 0, 4)])
    layout = h5py.VirtualLayout(shape=(6, 4), dtype="u1")
    layout[:] = h5py.VirtualSource("kinds.h5", "numbers/u1", shape=(6, 4))
    f.create_virtual_dataset("virtual", layout)
    f.create_dataset("bomb", shape=(1 << 20, 1 << 20), dtype="f4", chunks=(64, 64))
    f.create_dataset("never-written", shape=(1 << 30,), dtype="f8")
    f.create_dataset("small-never-written", shape=(8,), dtype="f8")
    space = h5py.h5s.create_simple((8,))
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((8,))
    plist.set_filter(32015, h5py.h5z.FLAG_OPTIONAL, (3,))  # zstd, not part of libhdf5
    h5py.h5d.create(f.id, b"unknown-filter", h5py.h5t.IEEE_F32LE, space, plist)

with h5py.File("lzf.h5", "w") as f:
    f.create_dataset("lzf", data=rows.reshape(10, 4, 3).astype("i4"), chunks=(4, 4, 3), compression="lzf")
    f.create_dataset("shuffled", data=np.arange(4096.0).reshape(64, 64), chunks=(16, 64), compression="lzf", shuffle=True)
    noise = np.random.default_rng(1).integers(0, 256, (64, 8)).astype("u1")
    f.create_dataset("noise", data=noise, chunks=(32, 8), compression="lzf")  # does not shrink: stored as it is

data = open("kinds.h5", "rb").read()
open("truncated.h5", "wb").write(data[: len(data) // 2])
open("signature-only.h5", "wb").write(data[:20])
open("damaged.h5", "wb").write(data[:96] + bytes(len(data) - 96))
open("not-hdf5.h5", "wb").write(b"PK\x03\x04 this is something else entirely, and longer than a signature\n" * 4)

# Files of one hazard each.
with h5py.File("loop.h5", "w") as f:
    f["loop-a"] = h5py.SoftLink("/loop-b")
    f["loop-b"] = h5py.SoftLink("/loop-a")
    f["dangling"] = h5py.SoftLink("/nowhere")

with h5py.File("virtual.h5", "w") as f:
    layout = h5py.VirtualLayout(shape=(6, 4), dtype="u1")
    layout[:] = h5py.VirtualSource("kinds.h5", "numbers/u1", shape=(6, 4))
    f.create_group("below").create_virtual_dataset("virtual", layout)

with h5py.File("hollow.h5", "w") as f:
    f.create_dataset("hollow", shape=(1 << 38,), dtype="f4", chunks=(1024,))[:4] = 1

with h5py.File("unknown-filter.h5", "w") as f:
    h5py.h5d.create(f.id, b"unknown-filter", h5py.h5t.IEEE_F32LE, space, plist)

# A chunk of 1 MiB that was compressed twice, and holds 2 GiB.
packer = zlib.compressobj(9)
once = b"".join(packer.compress(bytes(1 << 24)) for _ in range(128)) + packer.flush()
with h5py.File("chunk-bomb.h5", "w") as f:
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((1 << 18,))
    plist.set_deflate(9)
    plist.set_deflate(9)
    bomb = h5py.h5d.create(f.id, b"bomb", h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((1 << 20,)), plist)
    bomb.write_direct_chunk((0,), zlib.compress(once, 9))
    bomb.write_direct_chunk((1 << 18,), zlib.compress(once, 9))

# An attribute of 4000 texts, all of them the same 17,000 bytes of the file: 68 MB in memory.
with h5py.File("huge-attribute.h5", "w") as f:
    f.create_group("model").attrs["texts"] = ["a" * 17000] + ["b"] * 3999
data = bytearray(open("huge-attribute.h5", "rb").read())
long, short = struct.pack("<I", 17000), struct.pack("<I", 1)
start = next(i for i in range(len(data)) if data[i : i + 4] == long and data[i + 16 : i + 20] == short)
data[start : start + 4000 * 16] = data[start : start + 16] * 4000
open("huge-attribute.h5", "wb").write(data)

# Single bytes of attributes.h5 that make libhdf5 1.10.8 read beyond its memory, or go on without end.
for name, position, value in [("crashing", 2007, 59), ("hanging", 2072, 228)]:
    data = bytearray(open("attributes.h5", "rb").read())
    data[position] = value
    open(f"{name}.h5", "wb").write(data)
