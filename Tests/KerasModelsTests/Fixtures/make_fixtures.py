"""Makes the Keras fixtures: one whole-model .h5 per group of layer classes, and cases.h5 with inputs and outputs.

Run with real Keras 3: KERAS_BACKEND=torch python make_fixtures.py [folder]
Every model has random weights; outputs are those of the real model at inference.
"""

import json
import os
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")
import h5py
import keras
import numpy as np
from keras import layers as L

folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(20261120)
cases = h5py.File(os.path.join(folder, "cases.h5"), "w")


def randomise(model):
    for layer in model.layers:
        values = []
        for weight in layer.weights:
            shape = tuple(weight.shape)
            if "variance" in weight.path:
                values.append(rng.uniform(0.5, 2, shape))
            elif "gamma" in weight.path:
                values.append(rng.uniform(0.5, 1.5, shape))
            elif "count" in weight.path:
                values.append(np.array(7))
            else:
                values.append(rng.normal(0, 0.4, shape))
        if values:
            layer.set_weights(values)


def case(name, model, batch=2, scale=1.0, answer=None):
    randomise(model)
    x = (rng.normal(0, scale, (batch,) + tuple(model.inputs[0].shape[1:]))).astype("float32")
    y = answer(model, x) if answer else keras.ops.convert_to_numpy(model(x, training=False))
    assert np.isfinite(y).all(), name
    model.save(os.path.join(folder, name + ".h5"))
    group = cases.create_group(name)
    group["x"] = x
    group["y"] = y.astype("float32")


def functional(shape, body):
    x = keras.Input(shape)
    return keras.Model(x, body(x))


def chain(shape, *layers):
    return keras.Sequential([keras.Input(shape), *layers])


def fan(shape, *branches):
    """Several layers on one input, their outputs flattened and put side by side."""
    return functional(shape, lambda x: L.Concatenate()([L.Flatten()(branch(x)) for branch in branches]))


case("dense", chain((7,), L.Dense(6, "relu"), L.Dense(5, "tanh", use_bias=False), L.Dense(4, "softmax")))
case("conv1d", fan((11, 4), L.Conv1D(3, 3, dilation_rate=2, padding="causal"), L.Conv1D(3, 4, 2, padding="same"),
                   L.Conv1D(4, 3, groups=2), L.Conv1D(2, 5, strides=3, padding="same", use_bias=False)))
case("conv2d", fan((9, 8, 4), L.Conv2D(3, 3, 2, "same"), L.Conv2D(3, (2, 4), 1, "same", activation="relu"),
                   L.Conv2D(4, 3, 3, "same", groups=2), L.Conv2D(2, 3, dilation_rate=2, use_bias=False),
                   L.Conv2D(2, (3, 2), dilation_rate=(1, 3), padding="same"), L.Conv2D(2, 1, (2, 1), "same")))
case("channels-first", functional((3, 7, 6), lambda x: L.Flatten(data_format="channels_first")(
    L.MaxPooling2D(2, padding="same", data_format="channels_first")(L.BatchNormalization(axis=1)(
        L.Conv2D(4, 3, 2, "same", data_format="channels_first")(x))))))
case("conv3d", chain((5, 4, 6, 2), L.Conv3D(3, (2, 3, 3), (1, 2, 2), "same"), L.MaxPooling3D(2, padding="same")))
case("depthwise", fan((7, 8, 3), L.DepthwiseConv2D(3, 2, "same", depth_multiplier=2),
                      L.DepthwiseConv2D(2, use_bias=False), L.DepthwiseConv2D(3, dilation_rate=2, padding="same")))
case("separable", fan((8, 7, 3), L.SeparableConv2D(4, 3, 2, "same", depth_multiplier=2),
                      L.SeparableConv2D(2, (2, 3), use_bias=False, activation="relu")))
case("separable1d", fan((9, 3), L.SeparableConv1D(4, 3, 2, "same", depth_multiplier=2), L.SeparableConv1D(2, 4)))
case("batchnorm", fan((4, 5, 3), L.BatchNormalization(), L.BatchNormalization(axis=1, scale=False),
                      L.BatchNormalization(axis=2, center=False, epsilon=0.01)))
case("batchnorm-vector", chain((6,), L.BatchNormalization(), L.Reshape((3, 2)), L.BatchNormalization(axis=-1)))
case("layernorm", fan((4, 5, 3), L.LayerNormalization(), L.LayerNormalization(axis=[2, 3], scale=False),
                      L.LayerNormalization(axis=[1, 2, 3])))


def normalised(model, x):
    """Keras's own definition; its torch backend cannot normalise an axis that is not among the last."""
    gamma = model.layers[-1].get_weights()[0]
    y = (x - x.mean(1, keepdims=True)) / np.sqrt(x.var(1, keepdims=True) + 0.001)
    return y * gamma.reshape(1, 4, 1, 1)


x = keras.Input((4, 5, 3))
inner = L.LayerNormalization(axis=1, center=False)
inner.build((None, 4, 5, 3))
inner.call = lambda inputs: inputs
case("layernorm-axis", keras.Model(x, inner(x)), answer=normalised)
names = ["linear", "relu", "relu6", "sigmoid", "tanh", "softmax", "log_softmax", "elu", "selu", "softplus", "softsign",
         "silu", "gelu", "exponential", "hard_sigmoid", "hard_silu", "leaky_relu", "mish"]
case("activations", fan((5,), *[L.Activation(name) for name in names]), batch=4, scale=3)
case("activation-layers", fan((4, 3), L.ReLU(2, 0.1, 0.5), L.ReLU(), L.LeakyReLU(0.2), L.ELU(0.7), L.Softmax(axis=1),
                              L.PReLU(shared_axes=[1]), L.PReLU(), L.Conv1D(2, 2, activation="leaky_relu")), batch=4, scale=2)


def merges(x):
    a, b, c = L.Dense(4)(x), L.Dense(4)(x), L.Dense(1)(x)
    three = [L.Add()([a, b, c]), L.Multiply()([a, b]), L.Average()([a, b]), L.Maximum()([a, b]), L.Minimum()([a, b])]
    return L.Concatenate(axis=1)([L.Subtract()([a, b]), *three])


case("merges", functional((3,), merges))
case("merge-axis", functional((3, 4, 2), lambda x: L.Concatenate(axis=2)([x, L.Conv2D(2, 1)(x), x])))
case("pooling", fan((7, 6, 2), L.MaxPooling2D(), L.MaxPooling2D(3, 2, "same"), L.AveragePooling2D((2, 3), 1),
                    L.GlobalAveragePooling2D(), L.GlobalMaxPooling2D(keepdims=True)))
case("pooling1d", fan((9, 2), L.MaxPooling1D(2), L.MaxPooling1D(4, 3, "same"), L.AveragePooling1D(3, 2),
                      L.GlobalAveragePooling1D(), L.GlobalMaxPooling1D()))


def window_means(model, x):
    """TensorFlow's definition, which counts only what lies inside; Keras's torch backend repeats the border instead."""
    layer = model.layers[-1]
    for axis, (size, step) in enumerate(zip(layer.pool_size, layer.strides), start=1):
        length = x.shape[axis]
        start = -(max((-(-length // step) - 1) * step + size - length, 0) // 2)
        starts = range(start, start + -(-length // step) * step, step)
        parts = [x.take(range(max(s, 0), min(s + size, length)), axis).mean(axis) for s in starts]
        x = np.stack(parts, axis)
    return x


case("average-same", chain((7, 6, 2), L.AveragePooling2D(3, 2, "same")), answer=window_means)
case("average-same1d", chain((9, 2), L.AveragePooling1D(4, 3, "same")), answer=window_means)
case("shapes", chain((4, 5, 2), L.ZeroPadding2D(((1, 2), (0, 3))), L.Cropping2D(((0, 1), (2, 1))), L.Permute((3, 1, 2)),
                     L.Reshape((-1, 10)), L.ZeroPadding1D((2, 1)), L.Cropping1D(1), L.UpSampling1D(2), L.Flatten()))
case("upsampling", fan((3, 4, 2), L.UpSampling2D((2, 3)), L.UpSampling2D(2, interpolation="bilinear"),
                       L.UpSampling2D((3, 2), interpolation="bilinear")))
case("rescaling", fan((3, 2), L.Rescaling(1 / 127.5, -1), L.Rescaling([2.0, 3.0], [0.5, -0.5]), L.Normalization(),
                      L.Normalization(axis=1), L.Normalization(axis=None),
                      L.Normalization(mean=[1.0, 2.0], variance=[4.0, 9.0]),
                      L.Normalization(mean=0.5, variance=2.0, axis=None, invert=True)))
case("dropouts", chain((4, 4, 2), L.Dropout(0.3), L.SpatialDropout2D(0.2), L.GaussianNoise(0.5), L.GaussianDropout(0.3),
                       L.AlphaDropout(0.2), L.ActivityRegularization(l2=0.1), L.Identity(), L.Reshape((16, 2)),
                       L.SpatialDropout1D(0.2), L.Flatten(), L.Dense(2)))
shared = L.Dense(4, "tanh")
case("shared", functional((4,), lambda x: L.Add()([shared(shared(x)), L.Dense(4)(shared(x))])))
built = keras.Sequential([L.Conv2D(2, 3, padding="same"), L.Flatten(), L.Dense(3)])
built.build((2, 5, 4, 2))
case("built", built)


def residual(x):
    x = L.Rescaling(0.5, name="rescale")(x)
    y = L.ReLU(name="stem_relu")(L.BatchNormalization(name="stem_bn")(L.Conv2D(4, 3, padding="same", use_bias=False, name="stem")(x)))
    z = L.BatchNormalization(name="block_bn")(L.Conv2D(4, 3, padding="same", name="block")(y))
    y = L.ReLU(name="block_out")(L.Add(name="sum")([z, y]))
    y = L.SeparableConv2D(6, 3, 2, "same", name="mix")(y)
    y = L.GlobalAveragePooling2D(name="features")(L.BatchNormalization(name="mix_bn")(y))
    return L.Dense(3, "softmax", name="head")(y)


model = functional((8, 8, 3), residual)
case("residual", model)
model.save_weights(os.path.join(folder, "residual.weights.h5"))
cut = keras.Model(model.inputs[0], model.get_layer("features").output)
cut.save(os.path.join(folder, "residual-cut.h5"))
cut.get_layer("block").set_weights([w + (0.25 if w.ndim == 1 else 0) for w in cut.get_layer("block").get_weights()])
cut.save(os.path.join(folder, "residual-changed.h5"))

# What must be refused.
refused = lambda name: os.path.join(folder, "refused-" + name + ".h5")
functional((3,), lambda x: L.Lambda(lambda t: t * 2)(x)).save(refused("lambda"))
functional((4, 4, 3), lambda x: L.AutoContrast()(x)).save(refused("contrast"))
functional((3,), lambda x: chain((3,), L.Dense(2))(x)).save(refused("nested"))
one, two = keras.Input((2,)), keras.Input((2,))
keras.Model([one, two], L.Add()([one, two])).save(refused("two-inputs"))
keras.Model(one, [L.Dense(1)(one), L.Dense(1)(one)]).save(refused("two-outputs"))
functional((None, None, 3), lambda x: L.Conv2D(2, 3)(x)).save(refused("open-shape"))


@keras.saving.register_keras_serializable("Mine")
class Doubling(L.Layer):
    def call(self, x):
        return x * 2


functional((3,), lambda x: Doubling(name="mine")(x)).save(refused("custom"))


# What Keras 2.15 writes, by hand: its configuration style, its weight names, its hard_sigmoid.
def keras2(name, config, weights, x, y, version=b"2.15.0"):
    with h5py.File(os.path.join(folder, name + ".h5"), "w") as file:
        file.attrs["keras_version"], file.attrs["backend"] = version, b"tensorflow"
        file.attrs["model_config"] = json.dumps(config).encode()
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = np.array([n.encode() for n in weights])
        for layer, arrays in weights.items():
            inner = group.create_group(layer)
            inner.attrs["weight_names"] = np.array([f"{layer}/{n}:0".encode() for n in arrays])
            for n, array in arrays.items():
                inner[f"{layer}/{n}:0"] = array
    cases.create_group(name)["x"] = x
    cases[name]["y"] = y


kernel, bias = rng.normal(0, 2, (3, 4)).astype("float32"), rng.normal(0, 1, 4).astype("float32")
x = rng.normal(0, 1, (5, 3)).astype("float32")
hard = np.clip(0.2 * (x @ kernel + bias) + 0.5, 0, 1)
dense = {"name": "d", "trainable": True, "dtype": "float32", "units": 4, "activation": "hard_sigmoid", "use_bias": True,
         "kernel_initializer": {"class_name": "GlorotUniform", "config": {"seed": None}}}
entry = {"class_name": "InputLayer", "name": "in", "inbound_nodes": [],
         "config": {"batch_input_shape": [None, 3], "dtype": "float32", "sparse": False, "ragged": False, "name": "in"}}
weights = {"in": {}, "d": {"kernel": kernel, "bias": bias}}
keras2("keras2-functional", {"class_name": "Functional", "config": {
    "name": "m", "trainable": True, "layers": [
        entry,
        {"class_name": "Dense", "config": dense, "name": "d", "inbound_nodes": [[["in", 0, 0, {}]]]},
        {"class_name": "Add", "config": {"name": "a", "trainable": True, "dtype": "float32"}, "name": "a",
         "inbound_nodes": [[["d", 0, 0, {}], ["d", 0, 0, {}]]]}],
    "input_layers": [["in", 0, 0]], "output_layers": [["a", 0, 0]]}}, weights | {"a": {}}, x, hard + hard)
listed = [{"class_name": "Dense", "config": dense | {"batch_input_shape": [None, 3]}},
          {"class_name": "LeakyReLU", "config": {"name": "l", "alpha": {"type": "ndarray", "value": 0.3}}}]
keras2("keras2-sequential", {"class_name": "Sequential", "config": listed}, {"d": weights["d"], "l": {}}, x, hard, b"2.1.6")
cases.close()
