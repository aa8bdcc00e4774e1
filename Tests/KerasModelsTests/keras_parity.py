"""Loads the files LayerAudit wrote in real Keras and compares the predictions.

LAYERAUDIT_PARITY=FOLDER swift test --filter writesForRealKeras
KERAS_BACKEND=torch python keras_parity.py FOLDER
"""

import glob
import os
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")
import h5py
import keras
import numpy as np

# Keras's torch backend cannot run these: an axis that is not among the last, a border that is counted.
beyond_torch = {"layernorm-axis", "average-same", "average-same1d"}
# `hard_sigmoid` changed its meaning with Keras 3, whatever the file says.
beyond_three = {"keras2-functional"}
# Real Keras 3.15 cannot load its own files of these, or not as they were (lists of axes, factors below 0, NumPy scalars
# of Keras 2.1).
unloadable = {"layernorm", "rescaling", "keras2-sequential", "unit-norm", "joint-softmax", "rms-norm", "augmentations"}

worst, failed, compared = 0.0, [], 0
for path in sorted(glob.glob(os.path.join(sys.argv[1], "*.h5"))):
    name = os.path.basename(path)[:-3]
    if name.rsplit("-", 1)[0] in unloadable:
        continue
    try:
        model = keras.models.load_model(path, compile=False)
        if name.rsplit("-", 1)[0] in beyond_torch | beyond_three:
            print(f"{name}: loads")
            continue
        with h5py.File(path[:-3] + ".expected") as expected:
            x, y = expected["x"][()], expected["y"][()]
        difference = float(np.abs(keras.ops.convert_to_numpy(model(x, training=False)) - y).max())
        compared += 1
        worst = max(worst, difference)
        print(f"{name}: {difference:.2e}")
        if not difference < 1e-5 * max(1, np.abs(y).max()):
            failed.append(name)
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {error}")
        failed.append(name)
print(f"Keras {keras.__version__}: {compared} compared, largest difference {worst:.2e}, failed: {failed or 'none'}")
sys.exit(bool(failed) or compared == 0)
