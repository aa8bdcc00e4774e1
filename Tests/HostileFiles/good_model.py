"""A small model that reads well, as Keras writes it: the good file that every hostile one starts from."""

import io
import json
import warnings
import zipfile

import h5py
import numpy as np

KERNEL = (np.arange(12.0).reshape(4, 3) / 12).astype("f4")
BIAS = np.array([0.5, -0.5, 0.25], "f4")


def dense(name="dense", units=3, **more):
    return {
        "class_name": "Dense",
        "config": {"name": name, "units": units, "activation": "softmax", "use_bias": True, **more},
    }


def config(layers, keras3=False):
    shape = {"batch_shape": [None, 4]} if keras3 else {"batch_input_shape": [None, 4]}
    first = {"class_name": "InputLayer", "config": {"name": "input_1", "dtype": "float32", **shape}}
    return {"class_name": "Sequential", "config": {"name": "sequential", "layers": [first, *layers]}}


def good_model(path, libver=None, layers=None, version="2.15.0", json_text=None):
    """A whole model as Keras 2 writes it; `layers` stand before the last one."""
    text = json_text or json.dumps(config([*(layers or []), dense()], keras3=version.startswith("3")))
    with h5py.File(path, "w", libver=libver) as f:
        f.attrs["backend"] = "tensorflow"
        f.attrs["keras_version"] = version
        f.attrs["model_config"] = text
        weights = f.create_group("model_weights")
        weights.attrs["layer_names"] = np.array([b"dense"])
        weights.attrs["backend"] = b"tensorflow"
        weights.attrs["keras_version"] = version.encode()
        layer = weights.create_group("dense")
        layer.attrs["weight_names"] = np.array([b"dense/kernel:0", b"dense/bias:0"])
        layer["dense/kernel:0"] = KERNEL
        layer["dense/bias:0"] = BIAS


def weights_image(change=None, compression=None):
    """The bytes of a `model.weights.h5` as Keras 3 writes it."""
    memory = io.BytesIO()
    with h5py.File(memory, "w") as f:
        f.create_group("layers/dense/vars")
        f.create_dataset("layers/dense/vars/0", data=KERNEL, compression=compression)
        f.create_dataset("layers/dense/vars/1", data=BIAS)
        f["layers/dense"].attrs["name"] = "dense"
        if change:
            change(f, "/layers/dense/vars/0")
    return memory.getvalue()


def good_archive(path, image=None, extra=None, instead=None, without=None, twice=None, zeros=0):
    """A `.keras` file; `zeros` is the size of an entry whose content in `instead` is None."""
    entries = {
        "metadata.json": json.dumps({"keras_version": "3.3.3", "date_saved": "2026-11-20@12:00:00"}).encode(),
        "config.json": json.dumps(config([dense()], keras3=True)).encode(),
        "model.weights.h5": image or weights_image(),
    }
    entries.update(instead or {})
    entries.update(extra or {})
    entries.pop(without, None)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            if content is None:
                entry = zipfile.ZipInfo(name)
                entry.compress_type = zipfile.ZIP_DEFLATED
                with archive.open(entry, "w", force_zip64=True) as packed:
                    for _ in range(zeros >> 24):
                        packed.write(bytes(1 << 24))
                continue
            archive.writestr(name, content)
        if twice:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                archive.writestr(twice, entries[twice])
