"""Holds layeraudit against real Keras on every network of keras.applications that the product names.

    python applications.py LAYERAUDIT [--only NAME ...] [--keep FOLDER]

Runs with Keras 3 or with Keras 2.15, whichever the interpreter has. Each network is built with random weights (also
gains, offsets and moving statistics of normalisations), answers a seeded batch, and is saved: `.h5`, `.keras` and
`.weights.h5` by Keras 3, `.h5` by Keras 2.15. `layeraudit predict` must give the same answers within 1e-4 of the
largest. The answers are logits, which differ more than probabilities would.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
import keras
import numpy as np
from program import Program, Refused, relative_difference

LIMIT = 1e-4
NETWORKS = [
    "VGG16", "VGG19", "ResNet50", "ResNet101", "ResNet152", "ResNet50V2", "ResNet101V2", "ResNet152V2",
    "InceptionV3", "InceptionResNetV2", "Xception", "MobileNet", "MobileNetV2", "MobileNetV3Small",
    "MobileNetV3Large", "DenseNet121", "NASNetMobile", "EfficientNetB0", "EfficientNetV2B0", "ConvNeXtTiny",
]


def build(name):
    """A network with random weights that answers logits."""
    keras.utils.set_random_seed(20261121)
    model = getattr(keras.applications, name)(weights=None, classifier_activation=None)
    random = np.random.default_rng(7)
    for weight in model.weights:
        path = getattr(weight, "path", weight.name)
        shape = tuple(weight.shape)
        if "moving_variance" in path or path.endswith("/variance") or path.endswith("variance:0"):
            weight.assign(random.uniform(0.5, 1.5, shape))
        elif "gamma" in path and len(shape) == 1 and "layer_scale" not in path:
            weight.assign(random.uniform(0.7, 1.3, shape))
        elif "layer_scale" in path or path.endswith("gamma") and "convnext" in path:
            weight.assign(random.uniform(0.3, 0.7, shape))
        elif any(word in path for word in ("beta", "bias", "moving_mean")):
            weight.assign(random.normal(0, 0.1, shape))
    return model


def records(model):
    """A seeded batch of two pictures with values as from a file."""
    shape = tuple(length or 224 for length in model.inputs[0].shape[1:])
    return np.random.default_rng(11).uniform(0, 255, (2,) + shape).astype("float32")


def compared(program, model, x, expected, folder):
    """(form, difference or None, remark) for each way the version of Keras saves."""
    forms = [("h5", "model.h5")]
    if keras.__version__.startswith("3"):
        forms += [("keras", "model.keras"), ("weights.h5", "model.weights.h5")]
    for form, file in forms:
        path = os.path.join(folder, file)
        options = []
        if form == "weights.h5":
            model.save_weights(path)
            architecture = os.path.join(folder, "architecture.json")
            with open(architecture, "w") as out:
                out.write(model.to_json())
            options = ["--architecture", architecture]
        else:
            model.save(path)
        began = time.monotonic()
        try:
            difference = relative_difference(program.predict(path, x, folder, *options), expected)
            yield form, difference, f"{os.path.getsize(path) / 1e6:.0f} MB, {time.monotonic() - began:.1f} s"
        except Refused as refusal:
            yield form, None, str(refusal)
        os.remove(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("--only", nargs="*", default=NETWORKS)
    parser.add_argument("--keep", help="a folder that keeps the last network's records")
    arguments = parser.parse_args()
    program = Program(arguments.program)
    failed = 0
    print(f"keras {keras.__version__}: largest difference / largest answer, allowed {LIMIT:.0e}", flush=True)
    for name in arguments.only:
        folder = tempfile.mkdtemp(prefix="layeraudit-parity-")
        try:
            model = build(name)
            x = records(model)
            expected = np.asarray(model.predict(x, verbose=0))
            assert np.isfinite(expected).all() and np.ptp(expected, axis=1).min() > 1e-6, f"{name} is degenerate"
            for form, difference, remark in compared(program, model, x, expected, folder):
                holds = difference is not None and difference <= LIMIT
                failed += not holds
                figure = "refused" if difference is None else f"{difference:.1e}"
                print(f"{'same   ' if holds else 'DIFFERS'} {name:18} {form:10} {figure:8} {remark}", flush=True)
            del model
            keras.backend.clear_session()
        finally:
            if arguments.keep:
                shutil.copytree(folder, arguments.keep, dirs_exist_ok=True)
            shutil.rmtree(folder)
    print(f"keras {keras.__version__}: {failed} differ")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
