"""Loads what `layeraudit harden --export` writes in real Keras, compares predictions, and audits the files again.

    python hardened.py LAYERAUDIT

Run with a Python that has Keras 3. A small convolutional model with batch normalisations inside a model of its own is
trained by Keras, hardened in several ways, and exported. Of each export

    model   the whole model in Keras against `layeraudit predict`
    layers  the transferred layers in Keras against `layeraudit predict`
    row     the measurements of the record against those of `layeraudit audit` of the exported manifest
"""

import os
import re
import subprocess
import sys
import tempfile

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import h5py
import numpy as np
from program import Program, relative_difference

import keras

ALLOWED = 1e-5
COUNT = 120
SETS = ("members", "nonMembers", "shadowTrain", "shadowTest")

MANIFEST = """
version: 1
title: Hardened in Keras
source: {model: source.h5, training: {epochs: 20, batchSize: 30, optimizer: adam, learningRate: 0.01, weightDecay: 0}}
transferred: {upTo: base/last}
data:
  members:     {file: data.h5, x: /members/x, y: /members/y}
  nonMembers:  {file: data.h5, x: /nonMembers/x, y: /nonMembers/y}
  shadowTrain: {file: data.h5, x: /shadowTrain/x, y: /shadowTrain/y}
  shadowTest:  {file: data.h5, x: /shadowTest/x, y: /shadowTest/y}
adversary:
  shadowModels: 2
  shadowSizes: [60]
  repeats: 1
  approaches: [baseline, freezing]
  attacks: [loss-global, transmia-entropy]
  training: {epochs: 8, optimizer: adam, learningRate: 0.01, batchSize: 30}
context: {release: partner}
seed: 7
countermeasures: [COUNTERMEASURES]
"""

CHOICES = {
    "early-stopping": "early-stopping",
    "dropout": "dropout",
    "differential-privacy": "differential-privacy: {epsilon: 30, epochs: 20, batchSize: 30}",
    "quantisation": "quantisation: {bits: 4}",
    "pruning": "pruning",
    "low-rank": "low-rank",
    "layer-noise": "layer-noise: {deviation: 0.05}",
    "fewer-layers": "fewer-layers",
}


def images(generator):
    """Images whose class is their strongest colour."""
    y = np.arange(COUNT) % 3
    x = generator.normal(size=(COUNT, 8, 8, 3)).astype("float32")
    x[np.arange(COUNT), :, :, y] += 1
    return x, y


def trained(x, y):
    """A model with batch normalisations inside a model of its own."""
    base = keras.Sequential(
        [
            keras.layers.Input((8, 8, 3)),
            keras.layers.Conv2D(8, 3, padding="same", use_bias=False, name="first"),
            keras.layers.BatchNormalization(name="norm"),
            keras.layers.ReLU(name="relu"),
            keras.layers.Conv2D(16, 3, strides=2, padding="same", name="second"),
            keras.layers.BatchNormalization(name="norm_again"),
            keras.layers.ReLU(name="last"),
        ],
        name="base",
    )
    image = keras.layers.Input((8, 8, 3), name="image")
    pooled = keras.layers.GlobalAveragePooling2D(name="pool")(base(image))
    model = keras.Model(image, keras.layers.Dense(3, activation="softmax", name="head")(pooled))
    model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy")
    model.fit(x, y, epochs=10, batch_size=30, verbose=0)
    return model


def run(program, *arguments):
    """Runs the program, whose exit code is the policy's word."""
    done = subprocess.run([program.path, *arguments], capture_output=True, text=True, timeout=900)
    if done.returncode not in (0, 1, 2, 3) or done.stderr:
        raise AssertionError(f"exit code {done.returncode}: {done.stderr.strip()[:500]}")
    return done


def measurements(report):
    """The measurements of a record, as they are written."""
    with open(report) as file:
        return re.findall(r"<measurement [^>]*>", file.read())


def exported(program, name, work, x):
    """The differences of one export, of the whole model and of the layers, and how many measurements its audit repeats."""
    folder = os.path.join(work, name)
    manifest = os.path.join(work, "audit.yaml")
    tried = f"{{{CHOICES[name]}}}" if ":" in CHOICES[name] else name
    with open(manifest, "w") as file:
        file.write(MANIFEST.replace("COUNTERMEASURES", tried))
    run(program, "harden", manifest, "--quiet", "--choose", name, "--export", folder)
    found = []
    for file in ("model.h5", "transferred-layers.h5"):
        path = os.path.join(folder, file)
        keras.backend.clear_session()
        model = keras.models.load_model(path, compile=False)
        answers = keras.ops.convert_to_numpy(model(x, training=False))
        found.append(relative_difference(answers, program.predict(path, x, work)))
    run(program, "audit", os.path.join(folder, "audit.yaml"), "--quiet", "--no-registry")
    own = measurements(os.path.join(folder, "report.xml"))
    again = measurements(os.path.join(folder, "audit-report", "report.xml"))
    return *found, len(own) if own == again else 0


def main():
    program = Program(sys.argv[1])
    generator = np.random.default_rng(11)
    failed = 0
    print(f"Keras {keras.__version__} ({keras.backend.backend()}): relative differences of predictions; measurements repeated")
    with tempfile.TemporaryDirectory(prefix="layeraudit-hardened-") as work:
        with h5py.File(os.path.join(work, "data.h5"), "w") as file:
            for name in SETS:
                file[f"{name}/x"], file[f"{name}/y"] = images(generator)
            x, y = file["members/x"][()], file["members/y"][()]
        trained(x, y).save(os.path.join(work, "source.h5"))
        for name in CHOICES:
            try:
                model, layers, rows = exported(program, name, work, x[:20])
                holds = max(model, layers) < ALLOWED and rows > 0
                print(f"{'same' if holds else 'DIFFERS':8} model {model:.0e}  layers {layers:.0e}  row {rows:3}  {name}", flush=True)
            except Exception as error:
                holds = False
                print(f"DIFFERS  {name}: {type(error).__name__}: {str(error)[:500]}", flush=True)
            failed += not holds
    print(f"hardened: {len(CHOICES) - failed} hold, {failed} fail")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
