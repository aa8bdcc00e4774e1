"""Holds layeraudit against the answers real Keras gave for the model files of ../shared/data, file by file.

    python stored.py LAYERAUDIT SHARED

Every file under keras-models either agrees with expected/ within the tolerance stored there (weights files through
`--architecture FILE`) or is refused; files without stored answers must be refused with exit code 2 and a typed reason.
"""

import os
import sys
import tempfile

import h5py
import numpy as np
from program import Program, Refused, relative_difference

MODEL_FILES = (".h5", ".hdf5", ".keras", ".json", ".weight", ".scope")


def model_files(folder):
    """All files that are or look like models, relative to the folder."""
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(place, name), folder)
            if not path.startswith("expected") and name.endswith(MODEL_FILES):
                yield path


def compare(program, folder, path, expected, work):
    """(whether it holds, what to print) for a file with stored answers."""
    with h5py.File(expected) as file:
        x = file["input"][()]
        outputs = sorted(name for name in file if name.startswith("output"))
        answers = [file[name][()] for name in outputs]
        allowed = float(file.attrs["suggested_tolerance"])
        architecture = file.attrs.get("architecture_file", "")
        layers = json_names(file.attrs.get("output_layers", ""))
    options = ["--architecture", os.path.join(folder, architecture)] if architecture else []
    largest = 0.0
    for index, answer in enumerate(answers):
        chosen = ["--output-layer", layers[index]] if len(answers) > 1 else []
        found = program.predict(os.path.join(folder, path), x, work, *options, *chosen)
        difference = np.abs(found - answer).max() if found.shape == answer.shape else float("inf")
        largest = max(largest, float(difference))
    return largest <= allowed, f"largest difference {largest:.1e}, allowed {allowed:.1e}"


def json_names(text):
    """The layers of `[["name", 0, 0], …]`."""
    import json

    return [entry[0] for entry in json.loads(text)] if text else []


def main():
    program = Program(sys.argv[1])
    data = os.path.join(sys.argv[2], "data")
    failed = compared = refused = 0
    with tempfile.TemporaryDirectory(prefix="layeraudit-parity-") as work:
        audit = os.path.join(data, "audits", "cifar10")
        with h5py.File(os.path.join(audit, "data.h5")) as file:
            x = file["members/x"][:1000]
        for name, options in (("predictions", []), ("features", ["--up-to", "features"])):
            with h5py.File(os.path.join(audit, "expected.h5")) as file:
                expected = file[f"members/{name}"][:1000]
            found = program.predict(os.path.join(audit, "source.h5"), x, work, *options, dataset=name)
            difference = relative_difference(found, expected)
            compared += 1
            failed += difference > 1e-4
            print(f"{'same    ' if difference <= 1e-4 else 'DIFFERS '} audits/cifar10/source.h5 {name}: {difference:.1e}")
        folder = os.path.join(data, "keras-models")
        for path in model_files(folder):
            expected = os.path.join(folder, "expected", path.replace("/", "__") + ".expected.h5")
            is_known = os.path.exists(expected)
            try:
                if is_known:
                    holds, text = compare(program, folder, path, expected, work)
                else:
                    program.run("inspect", os.path.join(folder, path))
                    holds, text = False, "should have been refused"
            except Refused as refusal:
                holds, text = not is_known, f"refused: {refusal}"
                refused += not is_known
            compared += is_known
            failed += not holds
            print(f"{'same    ' if holds and is_known else 'refused ' if holds else 'DIFFERS '} {path}: {text}", flush=True)
    print(f"stored: {compared} compared, {refused} refused as they must be, {failed} fail")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
