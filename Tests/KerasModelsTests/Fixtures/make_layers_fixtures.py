"""Makes the fixtures of the rarer layer classes with real Keras 3: small models, and cases-layers.h5 with x and y.

KERAS_BACKEND=torch python make_layers_fixtures.py [folder]
"""

import os
import sys

os.environ.setdefault("KERAS_BACKEND", "torch")
import h5py
import keras
import numpy as np
from keras import layers as L
from keras import ops
from keras.src.applications.convnext import LayerScale, StochasticDepth
from keras.src.applications.inception_resnet_v2 import CustomScaleLayer

folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(20261121)
cases = h5py.File(os.path.join(folder, "cases-layers.h5"), "w")


def randomise(model):
    for layer in model.layers:
        values = []
        for weight in layer.weights:
            shape = tuple(weight.shape)
            if any(word in weight.path for word in ("variance", "gamma", "scale")):
                values.append(rng.uniform(0.5, 1.5, shape))
            else:
                values.append(rng.normal(0, 0.4, shape))
        if values:
            layer.set_weights(values)


def case(name, model, x=None, scale=1.0):
    randomise(model)
    if x is None:
        x = rng.normal(0, scale, (2,) + tuple(model.inputs[0].shape[1:]))
    x = x.astype("float32")
    y = keras.ops.convert_to_numpy(model(x, training=False))
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


case("transposed1d", fan((5, 3), L.Conv1DTranspose(4, 3), L.Conv1DTranspose(2, 3, 2, "same"),
                         L.Conv1DTranspose(2, 2, 3), L.Conv1DTranspose(2, 4, 3, "same", output_padding=1),
                         L.Conv1DTranspose(2, 3, dilation_rate=2, padding="same", activation="relu")))
case("transposed2d", fan((4, 3, 2), L.Conv2DTranspose(3, 3), L.Conv2DTranspose(2, 3, 2, "same"),
                         L.Conv2DTranspose(2, 4, 2, "same"), L.Conv2DTranspose(2, (2, 5), (3, 2), use_bias=False),
                         L.Conv2DTranspose(2, (2, 1), (1, 3), "same"), L.Conv2DTranspose(2, 5, (2, 3), "same"),
                         L.Conv2DTranspose(2, 3, 2, "valid", output_padding=1),
                         L.Conv2DTranspose(2, (3, 4), (3, 2), "same", output_padding=(2, 0)),
                         L.Conv2DTranspose(2, 3, dilation_rate=2)))
case("transposed-first", functional((2, 4, 3), lambda x: L.Conv2DTranspose(
    3, 3, 2, "same", data_format="channels_first", activation="tanh")(x)))
case("transposed-norm", functional((4, 3, 2), lambda x: L.BatchNormalization()(L.Conv2DTranspose(3, 3, 2)(x))))
case("transposed3d", fan((3, 2, 3, 2), L.Conv3DTranspose(2, 2), L.Conv3DTranspose(3, 3, (2, 1, 2), "same")))
case("depthwise1d", fan((9, 3), L.DepthwiseConv1D(3, 2, "same", depth_multiplier=2),
                        L.DepthwiseConv1D(2, use_bias=False), L.DepthwiseConv1D(3, dilation_rate=2, activation="relu")))
case("group-norm", fan((4, 5, 6), L.GroupNormalization(3), L.GroupNormalization(-1, scale=False),
                       L.GroupNormalization(2, axis=1, epsilon=0.01), L.GroupNormalization(1, center=False),
                       L.GroupNormalization(5, axis=-2)))
case("group-norm-vector", functional((6,), lambda x: L.GroupNormalization(2)(x)))
case("unit-norm", fan((4, 3, 2), L.UnitNormalization(), L.UnitNormalization(axis=1), L.UnitNormalization(axis=[1, 3])))
case("rms-norm", fan((4, 6), L.RMSNormalization(), L.RMSNormalization(axis=[1, 2], epsilon=0.1),
                     L.LayerNormalization(rms_scaling=True)))
case("spectral-norm", fan((5, 4, 3), L.SpectralNormalization(L.Conv2D(4, 3)),
                          L.SpectralNormalization(L.Dense(4, "relu", use_bias=False), power_iterations=2)))
case("convnext-parts", functional((4, 3), lambda x: L.Add()([x, StochasticDepth(0.3)(LayerScale(0.5, 3)(x))])))
case("scaled-residual", functional((4, 3), lambda x: CustomScaleLayer(0.17)([x, L.Dense(3)(x)])))
more = ["celu", "hard_shrink", "hard_tanh", "log_sigmoid", "soft_shrink", "sparse_plus", "sparse_sigmoid", "sparsemax",
        "squareplus", "tanh_shrink"]
x = np.concatenate([rng.normal(0, 1.5, (6, 6)), [[-1, 1, 0, 0.5, -0.5, 3]]])
case("more-activations", fan((6,), *[L.Activation(name) for name in more]), x)
case("gated", functional((3, 6), lambda x: L.Activation("glu")(x)))
case("joint-softmax", fan((4, 3), L.Softmax(axis=[1, 2]), L.Softmax(axis=[-1]), L.ReLU(6), L.ReLU(None, 0.2, 1.5)),
     scale=3)
case("prelu-axes", fan((4, 5, 3), L.PReLU(shared_axes=[1, 2]), L.PReLU(shared_axes=[3])))
case("shapes3d", functional((3, 4, 2, 2), lambda x: L.SpatialDropout3D(0.2)(L.UpSampling3D((2, 1, 3))(
    L.Cropping3D(((1, 0), (2, 1), (0, 1)))(L.ZeroPadding3D((1, (0, 2), (1, 0)))(x))))))
case("repeat", functional((5,), lambda x: L.RepeatVector(3)(x)))
case("dropout-shape", functional((4, 3), lambda x: L.Dropout(0.2, noise_shape=(None, 1, None))(x)))


def dots(x):
    a, b = L.Dense(4)(x), L.Dense(4)(x)
    v, w = L.GlobalAveragePooling1D()(a), L.GlobalMaxPooling1D()(b)
    each = [L.Dot(axes=2)([a, b]), L.Dot(axes=1)([a, b]), L.Dot(axes=(2, 1))([a, v]), L.Dot(axes=-1, normalize=True)([v, w]),
            L.Dot(axes=(1, 1), normalize=True)([a, b])]
    return L.Concatenate()([L.Flatten()(y) for y in each])


case("dots", functional((3, 5), dots))
case("adaptive", fan((7, 5, 2), L.AdaptiveAveragePooling2D((3, 2)), L.AdaptiveMaxPooling2D((2, 4)),
                     L.AdaptiveMaxPooling2D(3)))
case("adaptive1d", fan((7, 2), L.AdaptiveAveragePooling1D(3), L.AdaptiveMaxPooling1D(4)))
case("adaptive3d", fan((4, 5, 3, 2), L.AdaptiveAveragePooling3D((3, 2, 2)), L.AdaptiveMaxPooling3D(2)))
case("pooling-keepdims", fan((5, 4, 3), L.GlobalAveragePooling2D(keepdims=True), L.GlobalMaxPooling2D()))
case("einsum", fan((4, 6), L.EinsumDense("abc,cd->abd", output_shape=(None, 5), bias_axes="d", activation="relu"),
                   L.EinsumDense("abc,bd->adc", output_shape=(3, 6), bias_axes="dc"),
                   L.EinsumDense("...x,xy->...y", output_shape=5, bias_axes="y"),
                   L.EinsumDense("ab...,bc->ac...", output_shape=3, bias_axes="c"),
                   L.EinsumDense("abc,cde->abde", output_shape=(None, 2, 3)),
                   L.EinsumDense("abc,cde->abde", output_shape=(None, 2, 3), bias_axes="e")))
case("resizing", fan((6, 5, 2), L.Resizing(4, 7), L.Resizing(9, 3, "nearest"), L.Resizing(3, 4, crop_to_aspect_ratio=True),
                     L.CenterCrop(3, 2), L.CenterCrop(4, 8), L.RandomCrop(6, 5)))
case("pooling3d", fan((5, 4, 3, 2), L.AveragePooling3D(2), L.GlobalAveragePooling3D(), L.GlobalMaxPooling3D()))
counts = rng.integers(0, 6, (3, 4))
case("category-count", functional((4,), lambda x: L.CategoryEncoding(6, "count")(x)), counts)
case("category-multi", functional((4,), lambda x: L.CategoryEncoding(6, "multi_hot")(x)), counts)
case("category-each", functional((4,), lambda x: L.CategoryEncoding(6, "one_hot")(x)), counts)
case("category-one", functional((1,), lambda x: L.CategoryEncoding(6, "one_hot")(x)), counts[:, :1])
values = np.concatenate([rng.normal(0, 2, (3, 4)), [[-1, 0.5, 2, 9]]])
case("bins", functional((4,), lambda x: L.Discretization([-1.0, 0.5, 2.0])(x)), values)
case("bins-count", functional((4,), lambda x: L.Discretization([-1.0, 0.5, 2.0], output_mode="count")(x)), values)
augmentations = [
    L.RandomFlip(), L.RandomRotation(0.2), L.RandomZoom(0.2), L.RandomTranslation(0.1, 0.2), L.RandomContrast(0.3),
    L.RandomBrightness(0.2), L.RandomShear(0.1, 0.1), L.RandomHue(0.2), L.RandomSaturation(0.4), L.RandomColorJitter(),
    L.RandomColorDegeneration(0.5), L.RandomGrayscale(), L.RandomInvert(), L.RandomPosterization(4),
    L.RandomSharpness(0.5), L.RandomGaussianBlur(), L.RandomErasing(), L.RandomPerspective(), L.RandomElasticTransform(),
    L.RandAugment(), L.AugMix(), L.MixUp(), L.CutMix()]


def augmented(x):
    for layer in augmentations:
        x = layer(x)
    return x




# Operations called on tensors without a layer.
def arithmetic(x):
    row = np.array([1, -2, 0.5, 3, 2, 1.5], "float32")
    y = (x / 127.5 - 1) * row + np.array([[0.5, 1, 2, 3, 4, 5]], "float32")
    z = (3 - x) * y - (-x) + x**2 + ops.square(x) / (ops.abs(y) + 1) + 2 / (ops.abs(x) + 2)
    return ops.maximum(ops.minimum(z, 4), ops.maximum(y, -1)) + ops.sqrt(ops.abs(z)) + ops.log(ops.rsqrt(ops.exp(x)))


def activations(x):
    each = [ops.relu(x), ops.relu6(x), ops.sigmoid(x), ops.tanh(x), ops.softmax(x, axis=1), keras.activations.relu(x, 0.1, 2, 0.5),
            ops.silu(x), ops.gelu(x), ops.gelu(x, approximate=True), ops.leaky_relu(x, 0.1), ops.elu(x, alpha=0.5), ops.selu(x),
            ops.softplus(x), ops.softsign(x), ops.log_softmax(x, axis=-1), ops.hard_sigmoid(x), ops.hard_silu(x),
            ops.clip(x, 0, 2), ops.clip(x, -1, 0.5)]
    return ops.concatenate(each, axis=-1)


def shapes(x):
    each = [ops.mean(x, axis=[1, 2]), ops.sum(x, axis=-1), ops.max(x, axis=1), ops.mean(x, axis=(1, 3), keepdims=True),
            ops.reshape(x, (-1, 8, 3)), ops.transpose(x, (0, 3, 1, 2)), ops.expand_dims(x, -1), ops.squeeze(x[:, 1:2], 1),
            x[:, 0], x[:, 1:3, ::2], x[..., 1:], x[:, -1, :, 1:], ops.normalize(x, axis=-1), ops.min(x, axis=[2])]
    return ops.concatenate([L.Flatten()(y) for y in each], axis=1)


case("ops-arithmetic", functional((4, 6), arithmetic))
case("ops-activations", functional((3, 4), activations), scale=2)
case("ops-shapes", functional((4, 2, 3), shapes))
def masked(x):
    x = L.Embedding(6, 4, mask_zero=True)(x)
    y = x * 2.0 + 1
    return ops.concatenate([L.GlobalAveragePooling1D()(x), L.GlobalAveragePooling1D()(y), L.LSTM(3)(x + y)], -1)


case("ops-masked", functional((5,), masked), np.array([[1, 2, 0, 0, 0], [3, 0, 4, 5, 0]]))
case("ops-pooling", functional((4, 2, 3), lambda x: ops.mean(L.Conv2D(4, 2)(x), axis=[1, 2])))
model = functional((6, 5, 3), augmented)
x = rng.uniform(0, 255, (2, 6, 5, 3)).astype("float32")
y = keras.ops.convert_to_numpy(model(x, training=False))
cases.create_group("augmentations")["x"] = x
cases["augmentations"]["y"] = y
# Keras 3.15 can describe all of these layers, but not save some of them as HDF5.
with h5py.File(os.path.join(folder, "augmentations.h5"), "w") as file:
    file.attrs["keras_version"], file.attrs["backend"] = keras.__version__, "torch"
    file.attrs["model_config"] = model.to_json()
    names = np.array([layer.name.encode() for layer in model.layers])
    file.create_group("model_weights").attrs["layer_names"] = names
    for layer in model.layers:
        file["model_weights"].create_group(layer.name).attrs["weight_names"] = np.array([], "S1")
cases.close()
