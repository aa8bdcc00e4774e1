"""Writes the data set fixtures with h5py, NumPy and Pillow. Run in this folder: python make.py."""

import gzip
import hashlib
import json
import os
import struct

import h5py
import numpy as np
from PIL import Image

N = 20
x = (np.arange(N * 4 * 3).reshape(N, 4, 3) * 7 % 256).astype("u1")
y = np.arange(N) % 3
names = np.array(["ant", "bee", "cow"])
onehot = np.eye(3)[y]

with h5py.File("small.h5", "w") as f:
    f["x"] = x
    f["y"] = y
    f["float32"] = x.astype("f4") / 8
    f["float64 big-endian"] = x.astype(">f8") / 8
    f["int16"] = x.astype("i2") - 100
    f["flat"] = np.arange(N, dtype="f4")
    f["one-hot"] = onehot
    f["column"] = y[:, None].astype("f8")
    f.create_dataset("text", data=list(names[y]), dtype=h5py.string_dtype())
    f["bytes"] = names[y].astype("S")
    f["subject"] = np.arange(N) // 2 + 100
    f["short"] = y[:-1]
    f["negative"] = y - 1
    f["half"] = y / 2
    bad = x.astype("f4")
    bad[13, 2, 1] = np.nan
    f["nan"] = bad
    bad[13, 2, 1] = 0
    bad[7, 0, 0] = np.inf
    f["inf"] = bad
    f["empty"] = x[:0]
    f["again"] = x[[3, 17, 3]]
    f["with channel"] = x[..., None]
    f["words"] = np.array([b"a"] * N)

digest = lambda record: hashlib.sha256(b"uint8 4x3\n" + record.tobytes()).digest()
whole = hashlib.sha256(b"".join(map(digest, x)) + y.astype("<i8").tobytes()).hexdigest()
json.dump({"third": digest(x[2]).hex(), "whole": whole}, open("digests.json", "w"))

for kind in ["u1", "i1", "u2", "i2", "u4", "i4", "u8", "i8", "f2", "f4", "f8"]:
    np.save(f"{kind}.npy", (x // 2).astype("<" + kind))
np.save("big.npy", (x / 8).astype(">f4"))
np.save("bool.npy", x > 100)
np.save("y.npy", y)
np.save("fortran.npy", np.asfortranarray(x))
np.save("object.npy", np.array([{}, []], dtype=object), allow_pickle=True)
np.save("scalar.npy", np.float32(1))
np.lib.format.write_array(open("version2.npy", "wb"), x, version=(2, 0))
np.lib.format.write_array(open("version3.npy", "wb"), x, version=(3, 0))
data = open("u1.npy", "rb").read()
open("cut.npy", "wb").write(data[:-1])
open("cut-header.npy", "wb").write(data[:40])
np.savez_compressed("set.npz", x=x, y=y, other=x + 1)

idx = struct.pack(">HBBIII", 0, 8, 3, N, 4, 3) + x.tobytes()
open("images-idx3-ubyte", "wb").write(idx)
with gzip.GzipFile("images-idx3-ubyte.gz", "wb", mtime=0) as f:
    f.write(idx)
open("labels-idx1-ubyte", "wb").write(struct.pack(">HBBI", 0, 8, 1, N) + y.astype("u1").tobytes())
open("floats.idx", "wb").write(struct.pack(">HBBIII", 0, 0x0D, 3, N, 4, 3) + (x / 8).astype(">f4").tobytes())
open("cut.idx", "wb").write(idx[:-1])

open("table.csv", "w", newline="").write(
    '\ufeffage, name ,"height, m",class\r\n31,"Ann ""A.""",1.5,yes\r\n\r\n42,"Bob\nB.",-2e-1,no\r\n7,C,.5,yes'
)
open("numbers.csv", "w").write("1;2.5;0\n3;4.5;1\n5;6.5;1\n")
open("spaces.dat", "w").write("a  b   c\n1   2   0\n  3 4 1\n")
open("text-cell.csv", "w").write("a,b,y\n1,2,0\n3,four,1\n")
open("missing.csv", "w").write("a,b,y\n1,2,0\n3,4,1\n5,?,1\n")
open("ragged.csv", "w").write("a,b,y\n1,2,0\n3,4\n")
open("open-quote.csv", "w").write('a,b,y\n1,2,0\n3,"4,1\n')
open("header-only.csv", "w").write("a,b,y\n")
open("empty.csv", "w").write("")
open("infinite.csv", "w").write("a,y\n1,0\ninf,1\n")
rng = np.random.default_rng(3)
wide = rng.normal(size=(700, 5)).round(6)
open("wide.csv", "w").write("".join(",".join(map(str, row)) + f",{i % 4}\n" for i, row in enumerate(wide)))
json.dump(wide.astype("f4").ravel().tolist(), open("wide.json", "w"))

open("rows.txt", "w").write("19\n0\n\n7\n7\n")
open("bad-rows.txt", "w").write("1\n2\n20\n")

for c, folder in enumerate(["b-class", "a-class"]):
    os.makedirs(f"folder/{folder}", exist_ok=True)
    for i in range(3):
        Image.fromarray(np.full((4, 6, 3), 40 * c + 10 * i, "u1") + np.arange(3, dtype="u1")).save(f"folder/{folder}/{i}.png")
open("folder/a-class/.hidden.png", "w").write("not an image")
open("folder/a-class/notes.txt", "w").write("not an image")
for folder, sizes in [("mixed", [(4, 6), (5, 6)]), ("grey", [(4, 6)])]:
    os.makedirs(f"{folder}/one", exist_ok=True)
    for i, size in enumerate(sizes):
        Image.fromarray(np.full(size, 9, "u1")).save(f"{folder}/one/{i}.png")
os.makedirs("no-images/one", exist_ok=True)
open("no-images/one/notes.txt", "w").write("nothing")
os.makedirs("broken/one", exist_ok=True)
open("broken/one/0.png", "wb").write(open("folder/a-class/0.png", "rb").read())
open("broken/one/1.png", "wb").write(open("folder/a-class/0.png", "rb").read()[:50])
