"""Writes pyfive.json: what h5py reads from another project's test files. Run in this folder:

python make_pyfive.py FOLDER    (the folder shared/data/hdf5-fixtures/pyfive; h5py, numpy)
"""

import json
import pathlib
import sys

import h5py
import numpy as np


def numbers(array):
    """The shape, the sum, and up to 16 values from the start."""
    flat = np.asarray(array, "f8").reshape(-1)
    return {"shape": list(array.shape), "sum": float(flat.sum()), "first": flat[:16].tolist()}


def value(dataset):
    if h5py.check_string_dtype(dataset.dtype):
        texts = np.asarray(dataset.asstr()[()]).reshape(-1).tolist()
        return {"shape": list(dataset.shape), "texts": texts}
    if dataset.dtype.kind in "iufb" and dataset.shape is not None:
        return numbers(dataset[()])
    return {"kind": str(dataset.dtype)}


def main():
    files = {}
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.hdf5")):
        found = files[path.name] = {}
        with h5py.File(path) as f:
            f.visititems(
                lambda name, item: found.update({name: value(item)}) if isinstance(item, h5py.Dataset) else None
            )
    pathlib.Path("pyfive.json").write_text(json.dumps(files, indent=1, sort_keys=True) + "\n")
    print(sum(len(found) for found in files.values()), "datasets of", len(files), "files")


if __name__ == "__main__":
    main()
