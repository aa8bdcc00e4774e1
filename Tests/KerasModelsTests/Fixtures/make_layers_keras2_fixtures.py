"""Makes the fixtures of layer classes that Keras 2 alone has or means otherwise: models, and cases-layers-keras2.h5.

With Keras 2.15 (TensorFlow 2.15): python make_layers_keras2_fixtures.py [folder]
"""

import json
import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
import h5py
import keras
import numpy as np
import tensorflow as tf
from keras import layers as L
from keras.src.applications.convnext import LayerScale, StochasticDepth
from keras.src.applications.inception_resnet_v2 import CustomScaleLayer

folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(20261122)
cases = h5py.File(os.path.join(folder, "cases-layers-keras2.h5"), "w")
assert keras.__version__.startswith("2.15")


def randomise(model):
    for layer in model.layers:
        values = []
        for weight in layer.weights:
            shape = tuple(weight.shape)
            if any(word in weight.name for word in ("variance", "gamma")):
                values.append(rng.uniform(0.5, 1.5, shape))
            else:
                values.append(rng.normal(0, 0.4, shape))
        if values:
            layer.set_weights(values)


def case(name, model, x=None, scale=1.0):
    randomise(model)
    if x is None:
        x = rng.normal(0, scale, (2,) + tuple(model.input_shape[1:]))
    x = x.astype("float32")
    y = np.asarray(model(x, training=False))
    assert np.isfinite(y).all(), name
    model.save(os.path.join(folder, name + ".h5"))
    cases.create_group(name)["x"] = x
    cases[name]["y"] = y.astype("float32")


def functional(shape, body):
    x = keras.Input(shape)
    return keras.Model(x, body(x))


def fan(shape, *branches):
    """Several layers on one input, their outputs flattened and put side by side."""
    return functional(shape, lambda x: L.Concatenate()([L.Flatten()(branch(x)) for branch in branches]))


case("k2-local1d", fan((7, 3), L.LocallyConnected1D(2, 3), L.LocallyConnected1D(3, 2, 2, use_bias=False),
                       L.LocallyConnected1D(2, 4, 3, activation="relu")))
case("k2-local2d", fan((5, 4, 2), L.LocallyConnected2D(3, 2), L.LocallyConnected2D(2, (3, 2), (2, 1), activation="tanh"),
                       L.LocallyConnected2D(2, 2, use_bias=False)))
case("k2-local-first", functional((2, 5, 4), lambda x: L.Flatten()(
    L.LocallyConnected2D(3, (2, 3), (1, 1), data_format="channels_first", use_bias=False)(x))))
case("k2-transposed1d", fan((5, 3), L.Conv1DTranspose(2, 3, 2, "same"), L.Conv1DTranspose(2, 4, 3, "same", output_padding=1),
                            L.Conv1DTranspose(2, 2, 3), L.Conv1DTranspose(2, 3, 2, "valid", output_padding=1)))
case("k2-transposed2d", fan((4, 3, 2), L.Conv2DTranspose(3, 3), L.Conv2DTranspose(2, 3, 2, "same"),
                            L.Conv2DTranspose(2, (2, 5), (3, 2), use_bias=False), L.Conv2DTranspose(2, (2, 1), (1, 3), "same"),
                            L.Conv2DTranspose(2, 5, (2, 3), "same"), L.Conv2DTranspose(2, 3, 2, "valid", output_padding=1),
                            L.Conv2DTranspose(2, (3, 5), (3, 2), "same", output_padding=(2, 0)),
                            L.Conv2DTranspose(2, 3, 2, "same", output_padding=0)))
case("k2-transposed-dilated", fan((5, 4, 2), L.Conv2DTranspose(2, 3, dilation_rate=2),
                                  L.Conv2DTranspose(2, 2, dilation_rate=2, padding="same")))
case("k2-transposed3d", fan((3, 2, 3, 2), L.Conv3DTranspose(3, 3, (2, 1, 2), "same"), L.Conv3DTranspose(2, 2)))
case("k2-activations", fan((4, 3), L.ThresholdedReLU(0.7), L.LeakyReLU(0.2), L.ReLU(2, 0.1, 0.5), L.PReLU(shared_axes=[1]),
                           L.Softmax(axis=[1, 2]), L.Activation("hard_sigmoid"), L.Activation("swish"),
                           L.Activation("gelu"), L.Activation("mish"), L.ELU(0.5)), scale=3)
case("k2-sync", functional((4, 3, 2), lambda x: L.experimental.SyncBatchNormalization()(L.Conv2D(3, 2)(x))))
case("k2-norms", fan((4, 5, 6), L.GroupNormalization(3), L.GroupNormalization(-1, axis=1), L.UnitNormalization(axis=[1, 2]),
                     L.LayerNormalization(axis=[1, 3], epsilon=1e-6), L.SpectralNormalization(L.Conv2D(2, 3))))
case("k2-averages", fan((7, 6, 2), L.AveragePooling2D(3, 2, "same"), L.MaxPooling2D(3, 2, "same")))
case("k2-resizing", fan((6, 5, 2), L.Resizing(4, 7), L.Resizing(9, 3, "nearest"), L.Resizing(3, 4, crop_to_aspect_ratio=True),
                        L.CenterCrop(3, 2), L.CenterCrop(4, 8), L.RandomCrop(3, 4)))
case("k2-random", functional((6, 5, 3), lambda x: L.RandomWidth(0.2)(L.RandomHeight(0.2)(L.RandomBrightness(0.2)(
    L.RandomZoom(0.2)(L.RandomFlip()(x)))))))
values = np.concatenate([rng.normal(0, 2, (3, 4)), [[-1, 0.5, 2, 9]]])
case("k2-bins", functional((4,), lambda x: L.Discretization([-1.0, 0.5, 2.0], output_mode="multi_hot")(x)), values)
case("k2-categories", functional((4,), lambda x: L.CategoryEncoding(6, "count")(x)), rng.integers(0, 6, (3, 4)))
case("k2-einsum", fan((4, 6), L.EinsumDense("abc,cd->abd", output_shape=(None, 5), bias_axes="d"),
                      L.EinsumDense("...x,xy->...y", output_shape=5, bias_axes="y", activation="relu")))


def dots(x):
    a, b = L.Dense(4)(x), L.Dense(4)(x)
    return L.Concatenate()([L.Flatten()(y) for y in [L.Dot(axes=2)([a, b]), L.Dot(axes=(1, 1), normalize=True)([a, b])]])


case("k2-dots", functional((3, 5), dots))
case("k2-upsampling3d", functional((2, 3, 2, 2), lambda x: L.UpSampling3D((2, 1, 2))(L.ZeroPadding3D(1)(x))))


case("k2-scaled-residual", functional((4, 3), lambda x: CustomScaleLayer(0.17)([x, L.Dense(3)(x)])))
case("k2-convnext-parts", functional((4, 3), lambda x: StochasticDepth(0.3)(LayerScale(0.5, 3)(x))))


# Functions called on tensors without a layer.
def arithmetic(x):
    y = (x / 127.5 - 1) * np.array([1, -2, 0.5, 3, 2, 1.5], "float32") + 0.5
    z = (3 - x) * y - (-x) + x**2 + tf.square(x) / (tf.abs(y) + 1) + 2 / (tf.abs(x) + 2)
    return tf.maximum(tf.minimum(z, 4), tf.maximum(y, -1)) + tf.sqrt(tf.abs(z)) + tf.math.log(tf.math.rsqrt(tf.exp(x)))


def activations(x):
    each = [tf.nn.relu(x), tf.nn.relu6(x), tf.sigmoid(x), tf.tanh(x), tf.nn.softmax(x, axis=1), keras.activations.relu(x, max_value=2),
            tf.nn.silu(x), tf.nn.gelu(x), tf.nn.gelu(x, approximate=True), tf.nn.leaky_relu(x, 0.1), tf.nn.elu(x),
            tf.nn.softsign(x), tf.clip_by_value(x, -1, 0.5), tf.identity(x), tf.cast(x, "float32")]
    return tf.concat(each, axis=-1)


def shapes(x):
    each = [tf.reduce_mean(x, axis=[1, 2]), tf.reduce_sum(x, axis=-1), tf.reduce_max(x, 1), tf.reduce_mean(x, axis=(1, 3), keepdims=True),
            tf.reshape(x, (-1, 8, 3)), tf.transpose(x, (0, 3, 1, 2)), tf.expand_dims(x, -1), tf.squeeze(x[:, 1:2], 1), x[:, 0],
            x[:, 1:3, ::2], x[:, -1, :, 1:], tf.math.l2_normalize(x, axis=-1), tf.image.resize(x, (3, 5)),
            keras.applications.resnet.preprocess_input(x), keras.applications.mobilenet.preprocess_input(x)]
    return tf.concat([L.Flatten()(y) for y in each], axis=1)


def masked(x):
    x = L.Embedding(6, 4, mask_zero=True)(x)
    y = x * 2.0 + 1
    return tf.concat([L.GlobalAveragePooling1D()(x), L.GlobalAveragePooling1D()(y), L.LSTM(3)(x + y)], -1)


case("k2-ops-masked", functional((5,), masked), np.array([[1, 2, 0, 0, 0], [3, 0, 4, 5, 0]]))
case("k2-ops-arithmetic", functional((4, 6), arithmetic))
case("k2-ops-activations", functional((3, 4), activations), scale=2)
case("k2-ops-shapes", functional((4, 2, 3), shapes))


# Classes that left with Keras 2, and a name Keras 2 still read: as files say them, answered by their definitions.
def by_hand(name, layers, weights, x, y):
    config = {"name": name, "layers": [{"class_name": kind, "config": options} for kind, options in layers]}
    config["layers"][0]["config"]["batch_input_shape"] = [None, *x.shape[1:]]
    with h5py.File(os.path.join(folder, name + ".h5"), "w") as file:
        file.attrs["keras_version"], file.attrs["backend"] = b"2.0.0", b"tensorflow"
        file.attrs["model_config"] = json.dumps({"class_name": "Sequential", "config": config}).encode()
        group = file.create_group("model_weights")
        group.attrs["layer_names"] = np.array([options["name"].encode() for _, options in layers])
        for _, options in layers:
            layer = options["name"]
            inner = group.create_group(layer)
            arrays = weights.get(layer, {})
            inner.attrs["weight_names"] = np.array([f"{layer}/{n}:0".encode() for n in arrays])
            for key, array in arrays.items():
                inner[f"{layer}/{key}:0"] = array
    cases.create_group(name)["x"] = x
    cases[name]["y"] = y


def draw(*shape):
    return rng.normal(0, 0.5, shape).astype("float32")


x, w, b = draw(4, 5), draw(3, 5, 6), draw(3, 6)
v, carry, c, d = draw(6, 6), draw(6, 6), draw(6), draw(6)
h = (np.einsum("ni,kio->nko", x, w) + b).max(1)
t = 1 / (1 + np.exp(-(h @ carry + d)))
y = t * np.tanh(h @ v + c) + (1 - t) * h
by_hand("k2-maxout-highway",
        [("MaxoutDense", {"name": "maxout", "output_dim": 6, "nb_feature": 3, "bias": True}),
         ("Highway", {"name": "highway", "activation": "tanh", "bias": True})],
        {"maxout": {"W": w, "b": b}, "highway": {"W": v, "W_carry": carry, "b": c, "b_carry": d}}, x, y)
x, w, b = draw(2, 4, 3, 2), draw(3, 3, 5, 2), draw(5)
y = np.asarray(tf.nn.conv2d_transpose(x, w, (2, 8, 6, 5), 2, "SAME")) + b
by_hand("k2-deconvolution",
        [("Deconvolution2D", {"name": "d", "filters": 5, "kernel_size": [3, 3], "strides": [2, 2], "padding": "same",
                              "data_format": "channels_last", "activation": "linear", "use_bias": True})],
        {"d": {"kernel": w, "bias": b}}, x, y)
cases.close()
