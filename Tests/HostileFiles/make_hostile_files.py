"""Writes model files that mean harm, and what must become of each.

    python make_hostile_files.py FOLDER [--large] [--truncations N]

FOLDER gets the files and `expected.json`: for each file the identifiers of which one has to be told (`ids`), and the
exit codes that are right. `--large` adds the ones of a gigabyte. Needs h5py and NumPy; nothing here is a working attack.
"""

import argparse
import json
import pathlib
import struct
import zipfile
import zlib

import h5py
import numpy as np

from good_model import config, good_archive, good_model, weights_image

NESTED = "lambda x: open('/tmp/layeraudit-was-here', 'w')"


class Files:
    """The files written so far."""

    def __init__(self, folder, truncations):
        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.truncations = truncations
        self.expected = {}

    def path(self, name, *ids, exits=(2,)):
        self.expected[name] = {"ids": list(ids), "exits": list(exits)}
        return str(self.folder / name)

    def model(self, name, *ids, change=None, exits=(2,), libver=None, **options):
        """A good model with one change: `change(file, kernel)`."""
        path = self.path(name, *ids, exits=exits)
        good_model(path, libver=libver, **options)
        if change:
            with h5py.File(path, "r+", libver=libver) as f:
                change(f, "/model_weights/dense/dense/kernel:0")


def replaced(create):
    def change(f, kernel):
        del f[kernel]
        create(f, kernel)

    return change


def hdf5_files(files):
    files.model("good.h5", exits=(0,))
    files.model(
        "external-link.h5",
        "hdf5.externalLink",
        change=replaced(lambda f, k: f.__setitem__(k, h5py.ExternalLink("good.h5", k))),
    )
    files.model(
        "external-link-aside.h5",
        "hdf5.externalLink",
        change=lambda f, k: f.__setitem__("notes", h5py.ExternalLink("/etc/hostname", "/")),
    )
    files.model(
        "external-storage.h5",
        "hdf5.externalStorage",
        change=replaced(
            lambda f, k: f.create_dataset(k, shape=(4, 3), dtype="f4", external=[("/etc/hostname", 0, 48)])
        ),
    )
    files.model("virtual-dataset.h5", "hdf5.virtualDataset", change=replaced(virtual))
    files.model("link-loop.h5", "hdf5.linkLoop", change=replaced(lambda f, k: f.__setitem__(k, h5py.SoftLink(k))))
    files.model("link-loop-aside.h5", "hdf5.linkLoop", change=loop_of_two)
    files.model("hard-link-cycle.h5", change=lambda f, k: f["model_weights"].__setitem__("again", f["/"]), exits=(0,))
    files.model(
        "declared-1tb.h5",
        "hdf5.implausibleSize",
        change=replaced(lambda f, k: f.create_dataset(k, shape=(1 << 38,), dtype="f4")),
    )
    files.model("declared-1tb-chunked.h5", "hdf5.implausibleSize", change=replaced(hollow))
    files.model("declared-1tb-aside.h5", "hdf5.implausibleSize", change=lambda f, k: hollow(f, "notes"))
    files.model("unknown-filter.h5", "hdf5.unknownFilter", change=replaced(unknown_filter))
    files.model("chunk-bomb.h5", "hdf5.exhaustsMemory", "hdf5.hangs", change=replaced(chunk_bomb))
    files.model(
        "texts-bomb.h5",
        "hdf5.hugeAttribute",
        change=lambda f, k: f["model_weights"].attrs.__setitem__("texts", ["a" * 17000] + ["b"] * 3999),
    )
    repeat_first_text(files.folder / "texts-bomb.h5")
    files.model("object-bomb.h5", "hdf5.tooManyObjects", change=object_bomb, libver="latest")
    path = files.path("empty.h5", "hdf5.notHDF5", "keras.unsupportedFormat")
    pathlib.Path(path).write_bytes(b"")
    whole = (files.folder / "good.h5").read_bytes()
    for part in range(1, files.truncations):
        cut = files.path(f"truncated-{part:02}.h5", "hdf5.truncated", "hdf5.damaged")
        pathlib.Path(cut).write_bytes(whole[: len(whole) * part // files.truncations])


def virtual(f, kernel):
    layout = h5py.VirtualLayout(shape=(4, 3), dtype="f4")
    layout[:] = h5py.VirtualSource("good.h5", kernel, shape=(4, 3))
    f.create_virtual_dataset(kernel, layout)


def loop_of_two(f, _):
    f["one"] = h5py.SoftLink("/two")
    f["two"] = h5py.SoftLink("/one")


def hollow(f, name):
    f.create_dataset(name, shape=(1 << 38,), dtype="f4", chunks=(1024,), compression="gzip")[:4] = 1


def unknown_filter(f, name):
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((4, 3))
    plist.set_filter(32015, h5py.h5z.FLAG_OPTIONAL, (3,))
    h5py.h5d.create(f.id, name.encode(), h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((4, 3)), plist)


def packed_zeros(size, part=1 << 24):
    """A zlib stream of `size` zeros, of which only one part has to be packed."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(part)) + packer.flush(zlib.Z_FULL_FLUSH)
    check = struct.pack(">I", (size % 65521) << 16 | 1)
    return b"\x78\xda" + block * (size // part) + packer.flush() + check


def chunk_bomb(f, name):
    """A chunk of 48 bytes that was compressed twice, and holds 2 GiB."""
    plist = h5py.h5p.create(h5py.h5p.DATASET_CREATE)
    plist.set_chunk((4, 3))
    plist.set_deflate(9)
    plist.set_deflate(9)
    dataset = h5py.h5d.create(f.id, name.encode(), h5py.h5t.IEEE_F32LE, h5py.h5s.create_simple((4, 3)), plist)
    dataset.write_direct_chunk((0, 0), zlib.compress(packed_zeros(2 << 30), 9))


def repeat_first_text(path):
    """Lets all 4000 texts of an attribute be the first, which is long."""
    data = bytearray(path.read_bytes())
    long, short = struct.pack("<I", 17000), struct.pack("<I", 1)
    start = next(i for i in range(len(data)) if data[i : i + 4] == long and data[i + 16 : i + 20] == short)
    data[start : start + 4000 * 16] = data[start : start + 16] * 4000
    path.write_bytes(data)


def object_bomb(f, _):
    group = f.create_group("notes")
    for index in range(300_000):
        group.id.links.create_hard(str(index).encode(), f.id, b"model_weights")


def configurations(files):
    """Models whose configuration is the danger."""
    layer = {
        "class_name": "Lambda",
        "config": {"name": "l", "function": ["4wEAAAAAAAAA", None, None], "function_type": "lambda"},
    }
    files.model("lambda.h5", "keras.lambdaLayer", layers=[layer])
    keras3 = {"class_name": "__lambda__", "config": {"code": "4wEAAAAAAAAA", "defaults": None, "closure": None}}
    layer3 = {
        "module": "keras.layers",
        "class_name": "Lambda",
        "config": {"name": "l", "function": keras3},
        "registered_name": None,
    }
    files.model("lambda-keras3.h5", "keras.lambdaLayer", layers=[layer3], version="3.3.3")
    custom = {"class_name": "OwnLayer", "config": {"name": "own", "code": NESTED}}
    files.model("custom-class.h5", "keras.customObject", "keras.unsupportedLayer", layers=[custom])
    registered = {"module": "os", "class_name": "system", "config": {"name": "own"}, "registered_name": "os>system"}
    files.model("custom-registered.h5", "keras.customObject", layers=[registered], version="3.3.3")
    activation = {"class_name": "Dense", "config": {"name": "d", "units": 3, "activation": NESTED}}
    files.model(
        "custom-activation.h5",
        "keras.customObject",
        "keras.unsupportedOption",
        "keras.malformedConfig",
        layers=[activation],
    )
    for name, units in [
        ("large", 1 << 40),
        ("largest", (1 << 63) - 1),
        ("beyond", 1 << 64),
        ("negative", -3),
        ("float", 1e300),
    ]:
        wide = {"class_name": "Dense", "config": {"name": "d", "units": units, "activation": "linear"}}
        files.model(
            f"units-{name}.h5", "keras.tooLarge", "keras.malformedConfig", "keras.unsupportedOption", layers=[wide]
        )
    deep = "[" * 50_000
    for name, text in [("deep", deep + "]" * 50_000), ("open", deep), ("text", '{"class_name": "' + "a" * 50_000)]:
        files.model(f"config-{name}.h5", "keras.malformedConfig", "keras.tooLarge", json_text=text)
    nested = config([])
    for _ in range(5000):
        nested = {"class_name": "Sequential", "config": {"name": "s", "layers": [nested]}}
    files.model(
        "models-in-models.h5",
        "keras.tooLarge",
        "keras.malformedConfig",
        "keras.nestedModel",
        json_text=plain_json(nested),
    )


def plain_json(value):
    """JSON of any depth: the encoder of the standard library recurses."""
    import sys

    sys.setrecursionlimit(1_000_000)
    text, depth = "", 0
    while value["config"]["layers"] and "layers" in value["config"]["layers"][0]["config"]:
        text += '{"class_name": "Sequential", "config": {"name": "s", "layers": ['
        depth += 1
        value = value["config"]["layers"][0]
    return text + json.dumps(value) + "]}}" * depth


def archives(files):
    good_archive(files.path("good.keras", exits=(0,)))
    good_archive(files.path("lzf-and-gzip.keras", exits=(0,)), image=weights_image(compression="lzf"))
    for name, entry in [
        ("dots", "../../evil.py"),
        ("absolute", "/tmp/evil.py"),
        ("backslash", "..\\evil.py"),
        ("drive", "c:evil.py"),
    ]:
        good_archive(files.path(f"traversal-{name}.keras", "archive.unsafeName"), extra={entry: b"x"})
    good_archive(files.path("twice.keras", "archive.duplicateEntry"), twice="config.json")
    encrypted = files.path("encrypted.keras", "archive.encrypted")
    good_archive(encrypted)
    set_flag(pathlib.Path(encrypted), 1)
    for name, entry in [("config", "config.json"), ("metadata", "metadata.json"), ("weights", "model.weights.h5")]:
        good_archive(
            files.path(f"zip-bomb-{name}.keras", "archive.tooLarge", "keras.tooLarge"),
            instead={entry: bytes(300 << 20)},
        )
    good_archive(files.path("zip-bomb-aside.keras", exits=(0, 2)), extra={"assets/zeros": bytes(300 << 20)})
    good_archive(
        files.path("many-entries.keras", "archive.tooManyEntries"), extra={f"assets/{i}": b"" for i in range(101_000)}
    )
    overlapping(files.path("overlapping.keras", "archive.overlapping", "archive.damaged"))
    good_archive(files.path("no-weights.keras", "keras.noWeights"), without="model.weights.h5")
    good_archive(files.path("no-config.keras", "keras.unsupportedFormat"), without="config.json")
    links = {
        "external-link": ("hdf5.externalLink", lambda f, k: f.__setitem__(k, h5py.ExternalLink("/tmp/other.h5", "/x")))
    }
    links["virtual"] = ("hdf5.virtualDataset", virtual)
    links["unknown-filter"] = ("hdf5.unknownFilter", unknown_filter)
    links["chunk-bomb"] = ("hdf5.exhaustsMemory", chunk_bomb)
    for name, (identifier, create) in links.items():
        good_archive(files.path(f"inside-{name}.keras", identifier), image=weights_image(change=replaced(create)))
    whole = (files.folder / "good.keras").read_bytes()
    for part in range(files.truncations):
        cut = files.path(
            f"truncated-{part:02}.keras", "archive.notAnArchive", "archive.damaged", "keras.unsupportedFormat"
        )
        pathlib.Path(cut).write_bytes(whole[: len(whole) * part // files.truncations])


def set_flag(path, bit):
    """Sets a bit of the general flags in every header of a zip file."""
    data = bytearray(path.read_bytes())
    for signature, offset in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)]:
        start = data.find(signature)
        while start >= 0:
            data[start + offset] |= bit
            start = data.find(signature, start + 4)
    path.write_bytes(data)


def overlapping(path):
    """A zip file of 2000 names for the same packed megabyte."""
    kernel = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = kernel.compress(bytes(1 << 20)) + kernel.flush()
    check = zlib.crc32(bytes(1 << 20))
    facts = struct.pack("<IIIHH", check, len(packed), 1 << 20, 8, 0)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + facts + b"00000000"
    central = b""
    for index in range(2000):
        entry = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + facts
        central += entry + struct.pack("<HHHII", 0, 0, 0, 0, 0) + f"{index:08}".encode()
    body = local + packed
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 2000, 2000, len(central), len(body), 0)
    pathlib.Path(path).write_bytes(body + central + end)


def large_files(files):
    """A gigabyte each."""
    big = np.zeros(1 << 30, "u1")
    files.model(
        "attribute-1gb.h5",
        "hdf5.hugeAttribute",
        change=lambda f, k: f["model_weights"].attrs.__setitem__("notes", big),
        libver="latest",
    )
    files.model(
        "config-1gb.h5", "hdf5.hugeAttribute", "hdf5.exhaustsMemory", libver="latest", json_text="x" * (1 << 30)
    )
    good_archive(
        files.path("zip-bomb-4gb.keras", "archive.tooLarge", "keras.tooLarge"),
        instead={"model.weights.h5": None},
        zeros=4 << 30,
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--large", action="store_true", help="also the files of a gigabyte")
    parser.add_argument("--truncations", type=int, default=50, help="into how many parts a good file is cut")
    arguments = parser.parse_args()
    files = Files(arguments.folder, arguments.truncations)
    hdf5_files(files)
    configurations(files)
    archives(files)
    if arguments.large:
        large_files(files)
    (files.folder / "expected.json").write_text(json.dumps(files.expected, indent=1))
    print(f"{len(files.expected)} files in {arguments.folder}")


if __name__ == "__main__":
    main()
