"""Makes the fixtures of topologies and file formats: models inside models, shared models, several inputs and outputs.

Run it twice, with real Keras 3 (KERAS_BACKEND=torch python make_topology_fixtures.py [folder]) and with Keras 2.15
(TensorFlow 2.15): each writes its model files and topology-3.h5 or topology-2.h5 with an input x and an output y per model.
Every model has random weights; outputs are those of the real model at inference.
"""

import json
import os
import shutil
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import h5py
import keras
import numpy as np

L = keras.layers
major = int(keras.__version__.split(".")[0])
folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "Topologies")
rng = np.random.default_rng(20261121)
cases = h5py.File(os.path.join(folder, f"topology-{major}.h5"), "w")


def leaves(model):
    for layer in model.layers:
        if hasattr(layer, "layers"):
            yield from leaves(layer)
        else:
            yield layer


def randomise(model):
    for layer in leaves(model):
        values = []
        for weight in layer.weights:
            name = getattr(weight, "path", weight.name)
            spread = rng.uniform(0.5, 2, tuple(weight.shape))
            values.append(spread if "variance" in name or "gamma" in name else rng.normal(0, 0.4, tuple(weight.shape)))
        if values:
            layer.set_weights(values)


def path(name):
    return os.path.join(folder, f"k{major}-{name}")


def case(name, model, answer=None, formats=("h5", "keras", "weights.h5")):
    """Writes a model in several formats, with an input and the outputs of `answer` (the model itself when None)."""
    randomise(model)
    x = rng.normal(0, 1, (3,) + tuple((answer or model).input_shape[1:])).astype("float32")
    group = cases.create_group(f"k{major}-{name}")
    group["x"] = x
    group["y"] = (answer or model).predict(x, verbose=0).astype("float32")
    for ending in formats:
        if ending == "weights.h5":
            model.save_weights(path(f"{name}.weights.h5"))
            with open(path(f"{name}.json"), "w") as file:
                file.write(model.to_json())
        else:
            model.save(path(f"{name}.{ending}"))


def block(name, frozen=False):
    """An inner model with trained and other weights in several layers."""
    x = keras.Input((8, 8, 3), name=f"{name}_in")
    y = L.Conv2D(4, 3, name=f"{name}_a")(x)
    y = L.BatchNormalization(name=f"{name}_b")(y)
    y = L.ReLU(name=f"{name}_c")(y)
    y = L.Conv2D(4, 3, name=f"{name}_d")(y)
    y = L.BatchNormalization(name=f"{name}_e")(y)
    model = keras.Model(x, y, name=name)
    if frozen:
        model.trainable = False
    return model


def head(x, units=3):
    return L.Dense(units, activation="softmax", name="head")(L.GlobalAveragePooling2D(name="pool")(x))


# Transfer learning as it is usually written: a frozen base, a new head.
case("transfer", keras.Sequential([keras.Input((8, 8, 3)), block("base", True), L.GlobalAveragePooling2D(), L.Dense(3)]))

# Some layers of the base are trained again.
x = keras.Input((8, 8, 3), name="image")
base = block("base")
base.get_layer("base_a").trainable = False
base.get_layer("base_e").trainable = False
case("tuned", keras.Model(x, head(base(L.Rescaling(1 / 2)(x))), name="tuned"))

# Models inside models inside models, of both kinds; layers of one name in different models.
x = keras.Input((8, 8, 3), name="image")
inner = keras.Sequential([L.Dense(4, name="same"), L.BatchNormalization(name="bn")], name="inner")
middle_in = keras.Input((8, 8, 3), name="middle_in")
middle = keras.Model(middle_in, L.Dense(5, name="same")(inner(middle_in)), name="middle")
outer = keras.Sequential([middle, L.Conv2D(2, 3, name="conv")], name="outer")
y = L.Flatten()(outer(L.Dense(3, name="first")(x)))
# Keras 2's .h5 cannot hold two weights of one name in one group.
case("deep", keras.Model(x, L.Dense(3, name="same")(y), name="deep"),
     formats=("h5", "keras", "weights.h5") if major == 3 else ("keras", "weights.h5"))

# A model that is applied twice, and a layer.
x = keras.Input((8, 8, 3), name="image")
twice = block("twice")
dense = L.Dense(3, name="shared")
first = twice(dense(x))
second = twice(dense(L.Activation("tanh")(dense(x))))
case("twice", keras.Model(x, head(L.Concatenate(name="both")([first, second])), name="twice_model"))

# An inner model with two inputs and two outputs.
a = keras.Input((6,), name="a")
b = keras.Input((6,), name="b")
mixed = L.Add(name="mixed")([L.Dense(6, name="of_a")(a), b])
pair = keras.Model([a, b], [L.Dense(4, name="left")(mixed), L.Dense(5, name="right")(mixed)], name="pair")
x = keras.Input((6,), name="vector")
left, right = pair([x, L.Dense(6, name="before")(x)])
case("pair", keras.Model(x, L.Dense(3, name="head")(L.Concatenate(name="both")([right, left])), name="pairs"))

# Two inputs and two outputs; each output depends on the inputs in another way.
a = keras.Input((6,), name="a")
b = keras.Input((4,), name="b")
one = L.Dense(3, name="one")(L.Dense(5, name="inside")(a))
two = L.Dense(2, name="two")(L.Concatenate(name="both")([L.Dense(2, name="of_b")(b), one]))
several = keras.Model([a, b], [one, two], name="several")
case("several", several, answer=keras.Model(a, one))

# Weights of one copy under the names of another: Keras goes by order.
case("renamed", keras.Sequential([keras.Input((4,)), L.Dense(3, name="d1"), L.Dense(3, name="d2")]), formats=("h5",))
other = keras.Sequential([keras.Input((4,)), L.Dense(3, name="d2"), L.Dense(3, name="d3")])
with open(path("renamed.json"), "w") as file:
    file.write(other.to_json())

# Built only when it was first called.
late = keras.Sequential([L.Dense(4, name="first"), L.Dense(2, name="second")], name="late")
late.build((None, 5))
case("late", late, formats=("h5", "keras"))

if major == 2:
    # Weights alone in the form of Keras 1 and 2.
    x = keras.Input((8, 8, 3), name="image")
    tuned = keras.Model(x, head(block("base")(x)), name="tuned")
    case("legacy", tuned, formats=("weights.h5",))
    tuned.save_weights(path("legacy-weights.h5"))
    # Names with slashes.
    x = keras.Input((5,), name="the/input")
    y = L.Dense(4, name="a/b")(x)
    y = L.Dense(4, name="a/b/c")(y)
    case("slashes", keras.Model(x, L.Dense(2, name="a")(y)), formats=("h5", "keras"))
    # TensorFlow 2.12 kept layers elsewhere, and counted those with weights twice.
    shutil.copy(path("tuned.keras").replace(".keras", ".weights.h5"), path("older.weights.h5"))
    with h5py.File(path("older.weights.h5"), "r+") as file:
        def rename(group):
            if "layers" not in group:
                return
            group.move("layers", "_layer_checkpoint_dependencies")
            layers = group["_layer_checkpoint_dependencies"]
            for name in sorted(layers, reverse=True):
                rename(layers[name])
                kind, _, number = name.rpartition("_")
                if number.isdigit() and len(layers[name]["vars"]):
                    layers.move(name, f"{kind}_{2 * int(number)}")
        rename(file)

if major == 3:
    # Weights of other types.
    for policy in ("float16", "bfloat16", "float64"):
        keras.config.set_dtype_policy(policy)
        model = keras.Sequential([keras.Input((4,)), L.Dense(3, name="dense"), L.BatchNormalization(name="bn")])
        case(policy, model)
    keras.config.set_dtype_policy("float32")
    # Compressed and chunked weights.
    shutil.copy(path("tuned.h5"), path("packed.h5"))
    with h5py.File(path("packed.h5"), "r+") as file:
        names = []
        file.visititems(lambda name, item: names.append(name) if isinstance(item, h5py.Dataset) and item.ndim else None)
        for number, name in enumerate(names):
            values = file[name][()]
            del file[name]
            options = [dict(compression="gzip", shuffle=True), dict(chunks=True), dict(fletcher32=True)][number % 3]
            file.create_dataset(name, data=values, **options)
    # An archive without weights, and one that keeps them elsewhere.
    import zipfile
    for name, entry in (("empty", None), ("npz", "model.weights.npz")):
        with zipfile.ZipFile(path("transfer.keras")) as old, zipfile.ZipFile(path(f"{name}.keras"), "w") as new:
            for part in ("metadata.json", "config.json"):
                new.writestr(part, old.read(part))
            if entry:
                new.writestr(entry, b"PK")
    with zipfile.ZipFile(path("torch.pt"), "w") as file:
        file.writestr("net/constants.pkl", b"\x80\x02).")
        file.writestr("net/code/__torch__.py", "")
    with zipfile.ZipFile(path("other.zip"), "w") as file:
        file.writestr("readme.txt", "")
cases.close()
