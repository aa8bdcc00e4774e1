"""Makes the fixtures of models that are hard to write back.

Run it twice, with real Keras 3 (KERAS_BACKEND=torch python make_writing_fixtures.py [folder]) and with Keras 2.15
(TensorFlow 2.15): each writes its model files and cases-writing-3.h5 or cases-writing-2.h5 with an input x and an output y
per model.
"""

import os
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import h5py
import numpy as np

try:
    from tensorflow import keras

    major = 2
except ImportError:
    import keras

    major = 3

L = keras.layers
folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(9)
cases = h5py.File(os.path.join(folder, f"cases-writing-{major}.h5"), "w")


def case(name, model):
    """Writes a model with random weights, an input and its answer."""
    model.set_weights([rng.uniform(0.1, 0.9, w.shape).astype("float32") for w in model.get_weights()])
    x = rng.normal(0, 1, (3,) + tuple(model.inputs[0].shape[1:])).astype("float32")
    group = cases.create_group(f"writing{major}-{name}")
    group["x"] = x
    group["y"] = model.predict(x, verbose=0)
    model.save(os.path.join(folder, f"writing{major}-{name}.h5"))


def inner(name):
    """A model with a layer whose weights are partly trained, and a frozen one."""
    x = keras.Input((4,), name=f"{name}_in")
    y = L.Dense(4, name=f"{name}_frozen", trainable=False)(x)
    y = L.BatchNormalization(name=f"{name}_norm")(y)
    return keras.Model(x, L.Dense(4, "hard_sigmoid", name=f"{name}_last")(y), name=name)


# An inner model applied twice, the second time as the output.
x = keras.Input((4,), name="x")
twice = inner("twice")
case("twice", keras.Model(x, twice(L.ReLU(name="between")(twice(x)))))

# Branches of different depths: Keras lists their layers by depth, not as they were built.
x = keras.Input((4,), name="x")
shallow = L.Dense(4, name="built_first")(x)
deep = L.Dense(4, name="deep_b")(L.Dense(4, "hard_sigmoid", name="deep_a")(x))
case("branches", keras.Model(x, L.Subtract(name="difference")([shallow, L.Dense(4, name="deep_c")(deep)])))

# A chain inside a chain that does not say its own input.
chain = keras.Sequential([L.Dense(3, name="a"), L.Activation("hard_sigmoid", name="b")], name="chain")
case("chain", keras.Sequential([keras.Input((4,)), L.Dense(5, name="first"), chain, L.Dense(2, name="last")]))

# Functions at the end of layers inside wrappers, and cells one upon the other.
x = keras.Input((5, 3), name="x")
y = L.TimeDistributed(L.Dense(4, "hard_sigmoid"), name="steps")(x)
y = L.Bidirectional(L.GRU(3, recurrent_activation="hard_sigmoid", return_sequences=True), name="both")(y)
cells = [L.LSTMCell(3, recurrent_activation="hard_sigmoid"), L.GRUCell(2, "hard_sigmoid", "hard_sigmoid")]
case("wrapped", keras.Model(x, L.RNN(cells, name="cells")(y)))
cases.close()
