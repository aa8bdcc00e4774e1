"""Loads what `layeraudit export` writes in real Keras and compares the predictions with those of the original.

    python roundtrip.py LAYERAUDIT [SHARED]

Run with a Python that has Keras 3, or TensorFlow 2.15 for Keras 2. Every model of Tests/KerasModelsTests/Fixtures and
every readable one of SHARED/data/keras-models is exported for this Keras in three ways:

    h5       a whole model, loaded by `load_model`
    weights  an architecture (`model_from_json`) and its weights (`load_weights`); Keras 3 only
    own      weights alone, loaded into the model that this Keras itself makes of the original file; Keras 3 only

A model this Keras has no layers for must be refused by name.
"""

import json
import os
import sys
import tempfile

os.environ["KERAS_BACKEND"] = "torch"  # Keras 2 does not look at it.
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import h5py
import numpy as np
from program import Program, Refused, relative_difference

import keras

GENERATION = int(keras.__version__.split(".")[0])

FIXTURES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "KerasModelsTests", "Fixtures")
ALLOWED = 1e-4

# What Keras 3 on torch cannot run, or computes otherwise than on TensorFlow, whatever file it comes from.
BEYOND_TORCH = {
    "average-same": "torch counts the border of padded averages",
    "average-same1d": "torch counts the border of padded averages",
    "k2-averages": "torch counts the border of padded averages",
    "layernorm-axis": "torch normalises over the last axes alone",
    "k2-ops-shapes": "torch takes no slices backwards",
}

# The same of Keras 2.15 on TensorFlow.
BEYOND_TENSORFLOW = {
    "category-each": "Keras 2 encodes no categories of rank 3",
    "transposed2d": "TensorFlow cannot stride and dilate at once on a processor",
}
BEYOND = BEYOND_TORCH if GENERATION == 3 else BEYOND_TENSORFLOW

# What Keras 3 has no form for; Keras 2 lacks more than can be listed.
REFUSED = {"keras2-masks-shared"}


def fixtures():
    """(name, model file, options, x, y) of each committed model with stored answers."""
    for name in sorted(os.listdir(FIXTURES)):
        if name.startswith("cases") and name.endswith(".h5"):
            with h5py.File(os.path.join(FIXTURES, name)) as cases:
                for model in sorted(cases):
                    path = os.path.join(FIXTURES, model + ".h5")
                    yield model, path, [], cases[model]["x"][()], cases[model]["y"][()]


def topologies():
    """The same of the models inside models, by each file that holds a whole one."""
    folder = os.path.join(FIXTURES, "Topologies")
    for name in ("topology-2.h5", "topology-3.h5"):
        with h5py.File(os.path.join(folder, name)) as cases:
            for model in sorted(cases):
                options = ["--input-layer", "a", "--output-layer", "one"] if "several" in model else []
                for ending in (".h5", ".keras"):
                    path = os.path.join(folder, model + ending)
                    if os.path.exists(path):
                        yield model + ending, path, options, cases[model]["x"][()], cases[model]["y"][()]


def stored(shared):
    """The same of each real model with stored answers."""
    folder = os.path.join(shared, "data", "keras-models")
    expected = os.path.join(folder, "expected")
    for name in sorted(os.listdir(expected)) if os.path.isdir(expected) else []:
        if not name.endswith(".expected.h5"):
            continue
        with h5py.File(os.path.join(expected, name)) as file:
            path = file.attrs["model_file"]
            architecture = file.attrs.get("architecture_file", "")
            options = ["--architecture", os.path.join(folder, architecture)] if architecture else []
            x = file["input"][()]
            outputs = sorted(key for key in file if key.startswith("output"))
            layers = [entry[0] for entry in json.loads(file.attrs.get("output_layers", "[]") or "[]")]
            for index, output in enumerate(outputs):
                chosen = ["--output-layer", layers[index]] if len(outputs) > 1 else []
                shape = ["--input-shape", ",".join(map(str, x.shape[1:]))]
                name = f"{path} {' '.join(chosen)}".strip()
                yield name, os.path.join(folder, path), options + chosen + shape, x, file[output][()]


def answers(model, x):
    """The predictions of a Keras model in inference mode."""
    for layer in model.layers:
        if getattr(layer, "stateful", False):
            layer.reset_states() if hasattr(layer, "reset_states") else layer.reset_state()
    x = np.asarray(x).astype(model.inputs[0].dtype if isinstance(model.inputs[0].dtype, str) else model.inputs[0].dtype.name)
    y = model(x, training=False)
    while isinstance(y, (list, tuple)):
        y = y[0]
    return keras.ops.convert_to_numpy(y) if GENERATION == 3 else np.asarray(y)


def judge(found, expected, allowed=ALLOWED):
    """Whether the difference is allowed, and the difference as a text."""
    difference = relative_difference(found, expected)
    return difference < allowed, f"{difference:.0e}"


def tolerance(path):
    """What is allowed of a file: Keras itself computes coarsely where weights have 16 bits."""
    return 0.02 if "float16" in path else ALLOWED


def whole(program, path, options, x, y, work):
    target = os.path.join(work, "whole.h5")
    program.run("export", path, "--output", target, "--keras", str(GENERATION), *options)
    return judge(answers(keras.models.load_model(target, compile=False), x), y, tolerance(path))


def parted(program, path, options, x, y, work):
    target = os.path.join(work, "part.weights.h5")
    architecture = os.path.join(work, "part.json")
    program.run("export", path, "--output", target, "--keras", str(GENERATION), *options)
    program.run("export", path, "--output", architecture, "--keras", str(GENERATION), *options)
    with open(architecture) as file:
        model = keras.models.model_from_json(file.read())
    model.load_weights(target)
    return judge(answers(model, x), y, tolerance(path))


def own(program, path, options, x, y, work):
    if "--architecture" in options or "--output-layer" in options:
        return True, "-"
    try:
        model = keras.models.load_model(path, compile=False)
        before = answers(model, x)
    except Exception:
        return True, "-"
    for variable in model.weights:
        variable.assign(np.zeros(variable.shape, "float32"))
    target = os.path.join(work, "own.weights.h5")
    program.run("export", path, "--output", target, "--keras", str(GENERATION), *options)
    model.load_weights(target)
    found = answers(model, x)
    # Where Keras 3 reads a function of Keras 2 otherwise, the weights make up for it.
    return max(judge(found, before, tolerance(path)), judge(found, y, tolerance(path)))


def main():
    program = Program(sys.argv[1])
    models = [*fixtures(), *topologies()] + (list(stored(sys.argv[2])) if len(sys.argv) > 2 else [])
    wanted = sys.argv[3:]
    ways = {"h5": whole, "weights": parted, "own": own} if GENERATION == 3 else {"h5": whole}
    print(f"Keras {GENERATION}: relative differences of predictions")
    print(f"{'':8} {' '.join(way.rjust(8) for way in ways)}  model")
    failed, same, refused = 0, 0, 0
    for name, path, options, x, y in models:
        if wanted and not any(word in name for word in wanted):
            continue
        row, notes, holds = [], [], True
        for way, run in ways.items():
            # What a call that failed leaves behind makes Keras 3 forget masks.
            keras.backend.clear_session()
            with tempfile.TemporaryDirectory(prefix="layeraudit-roundtrip-") as work:
                try:
                    fine, text = run(program, path, options, x, y, work)
                except Refused as refusal:
                    is_known = GENERATION == 2 or name in REFUSED
                    fine, text = "keras.notWritable" in str(refusal) and is_known, "refused"
                    notes.append(str(refusal))
                except Exception as error:
                    fine, text = False, "error"
                    notes.append(f"{way}: {type(error).__name__}: {str(error)[:300]}")
            row.append(text.rjust(8))
            if not fine and name in BEYOND:
                fine = True
                notes.append(BEYOND[name])
            holds = holds and fine
        failed += not holds
        refused += any("refused" in text for text in row)
        same += holds
        print(f"{'same    ' if holds else 'DIFFERS '} {' '.join(row)}  {name}", flush=True)
        for note in dict.fromkeys(notes):
            print(f"{'':9}{note}")
    print(f"roundtrip: Keras {GENERATION}, {same} hold ({refused} refused by name), {failed} fail")
    sys.exit(1 if failed or not same else 0)


if __name__ == "__main__":
    main()
