"""Makes the fixtures of masks that Keras 2 and Keras 3 pass on otherwise: one whole-model .h5 per case, and cases-masks-*.h5.

Run with real Keras 2.15 (TensorFlow 2.15): python make_masks_fixtures.py [folder]
and with real Keras 3: KERAS_BACKEND=torch python make_masks_fixtures.py [folder]
Each writes its own models and cases-masks-<major>.h5 with inputs and outputs. Weights are random; outputs are those of the
real model at inference.
"""

import os
import sys

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
os.environ.setdefault("TF_ENABLE_ONEDNN_OPTS", "0")
import h5py
import numpy as np

try:
    from tensorflow import keras
    major = 2
except ImportError:
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras
    major = 3
L = keras.layers

folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(20261122)
cases = h5py.File(os.path.join(folder, f"cases-masks-{major}.h5"), "w")
words = np.array([[3, 1, 4, 0, 0, 0], [0, 2, 0, 5, 6, 0], [1, 1, 2, 6, 5, 4], [0, 0, 0, 3, 0, 0]], "float32")
both = dict(return_sequences=True)


def case(name, body, x=words):
    inputs = keras.Input(x.shape[1:])
    model = keras.Model(inputs, body(inputs))
    for layer in model.layers:
        values = [rng.normal(0, 0.5, tuple(w.shape)) for w in layer.weights]
        if values:
            layer.set_weights(values)
    y = model(x, training=False)
    y = y.numpy() if major == 2 else keras.ops.convert_to_numpy(y)
    assert np.isfinite(y).all(), name
    model.save(os.path.join(folder, name + ".h5"), **({"include_optimizer": False} if major == 2 else {}))
    group = cases.create_group(name)
    group["x"], group["y"] = x, y.astype("float32")


def sources(x):
    """Two sequences with masks of their own, and one without."""
    a = L.Embedding(7, 4, mask_zero=True)(x)
    b = L.Masking()(L.ZeroPadding1D((2, 0))(L.Cropping1D((2, 0))(L.Embedding(7, 4)(x))))
    return a, b, L.Embedding(7, 4)(x)


def sequences(x):
    """Layers over steps whose masks are both of two, or the only one of two, and pass through one after the other."""
    a, b, c = sources(x)
    two, one = L.Add()([a, b]), L.Multiply()([a, c])
    h = L.LSTM(3, **both)(L.Dense(3)(two))
    state = L.Dense(2)(L.Flatten()(c))
    ends = [L.Bidirectional(L.GRU(2))(two), L.GRU(2)(L.Dropout(0.1)(h)), L.GlobalAveragePooling1D()(one),
            L.GRU(2)(two, initial_state=state), L.RNN(L.SimpleRNNCell(2))(L.Maximum()([two, one, b])), L.LSTM(2)(c)]
    return L.Concatenate()(ends)


def attentions(x):
    """Attentions between sequences with different masks."""
    a, b, c = sources(x)
    two = L.Concatenate()([a, b])
    ends = [L.Attention()([two, two]), L.Attention()([c, L.Average()([a, c])]), L.AdditiveAttention()([L.Add()([a, b]), b, a]),
            L.Attention()([L.Subtract()([a, b]), b])]
    ends += [L.MultiHeadAttention(2, 3)(two, two), L.MultiHeadAttention(2, 2)(a, value=b, key=L.Add()([a, b])),
             L.MultiHeadAttention(2, 2)(c, L.Multiply()([a, b]), use_causal_mask=True)]
    return L.Concatenate()([L.GlobalAveragePooling1D()(end) for end in ends])


def inside(x):
    """A model with masks inside TimeDistributed."""
    word = keras.Input((6,))
    a, b, _ = sources(word)
    inner = keras.Model(word, L.Dense(2)(L.LSTM(2)(L.Add()([a, b]))), name="inner")
    return L.Flatten()(L.TimeDistributed(inner)(x))


def block(name="block", size=4):
    """Attention of a sequence to itself as a model of its own, without a mask when it is built."""
    x = keras.Input((6, size))
    return keras.Model(x, L.LayerNormalization()(L.Add()([x, L.MultiHeadAttention(2, 2)(x, x)])), name=name)


def ends(x):
    """What tells masked steps from others."""
    return L.Concatenate()([L.GlobalAveragePooling1D()(x), L.LSTM(2)(x)])


def borders(x):
    """Masks that come into models and out of them."""
    word = keras.Input((6,))
    encoder = keras.Model(word, L.LSTM(4, **both)(L.Embedding(7, 4, mask_zero=True)(word)), name="encoder")
    a = encoder(x)
    # Two models deep, of which the inner one makes a mask.
    step = keras.Input((6, 4))
    chain = keras.Sequential([keras.Input((6, 4)), L.Masking(), L.GRU(4, **both), L.Dropout(0.1)], name="chain")
    deep = keras.Model(step, block("deep")(chain(step)), name="outer")
    b = deep(L.ZeroPadding1D((2, 0))(L.Cropping1D((2, 0))(L.Embedding(7, 4)(x))))
    # Two tensors, of which one comes with a mask.
    s, t = keras.Input((6, 4)), keras.Input((6, 4))
    pair = keras.Model([s, t], L.Add()([L.GRU(4, **both)(s), L.MultiHeadAttention(1, 2)(t, s)]), name="pair")
    c = pair([L.Embedding(7, 4, mask_zero=True)(x), L.Embedding(7, 4)(x)])
    return L.Concatenate()([ends(block()(a)), ends(b), ends(c), L.LSTM(2)(L.Add()([a, b]))])


def shared(x):
    """One model applied to what it answers: Keras 3 calls it with a mask and then without."""
    inner = block()
    return ends(inner(inner(L.Embedding(7, 4, mask_zero=True)(x))))


if major == 2:
    case("masks-sequences", sequences)
    case("masks-attentions", attentions)
    case("masks-inside", inside, np.stack([words, words[::-1]], axis=1))
    case("masks-row", lambda x: L.LSTM(2)(L.Concatenate(axis=1)([L.Add()(sources(x)[:2]), sources(x)[0]])))
    # Nobody takes the masks, but Keras 3 multiplies otherwise where there are some.
    case("masks-unused", lambda x: L.Flatten()(L.Multiply()([L.Minimum()(sources(x)[:2]), sources(x)[0]])))
    case("keras2-masks-borders", borders)
    case("keras2-masks-shared", shared)
else:
    def pairs(x):
        """Attentions that are told which step may see which."""
        a, b, c = sources(x)
        word = keras.ops.not_equal(x, 0)
        of_value = keras.ops.expand_dims(word, -2)
        of_both = keras.ops.logical_and(keras.ops.expand_dims(keras.ops.not_equal(x, 5), -1), of_value)
        ends = [L.MultiHeadAttention(2, 3)(c, c, attention_mask=of_value),
                L.MultiHeadAttention(2, 2)(c, value=b, key=c, attention_mask=of_both),
                L.MultiHeadAttention(2, 2)(a, a, attention_mask=of_both, use_causal_mask=True)]
        return L.Concatenate()([L.Flatten()(end) for end in ends])

    def merges(x):
        """Merges that leave masked steps out, and what they pass on."""
        a, b, c = sources(x)
        ends = [merge()(list(tensors)) for merge in (L.Multiply, L.Maximum, L.Minimum)
                for tensors in ((a, b), (b, a), (a, c), (c, b), (a, c, b), (b, a, a))]
        ends.append(keras.ops.multiply(a, b))
        passed = [L.LSTM(2)(end) for end in (ends[0], ends[6], ends[12], ends[2])]
        return L.Concatenate()([L.Flatten()(end) for end in ends] + passed)

    case("masks-pairs", pairs)
    case("masks-merges", merges)

    def order(x):
        """Attentions that end the mask of one tensor for those that run after them, though not for models called on it."""
        a = L.Embedding(7, 4, mask_zero=True)(x)
        step = keras.Input((6, 4))
        inner = keras.Model(step, L.GRU(4, **both)(L.Dense(3)(step)), name="inner")
        b = inner(a)
        # At inference the same tensor, so that its mask ends as well.
        c = L.Dropout(0.2)(a)
        ended = [L.MultiHeadAttention(1, 2)(c, c), L.MultiHeadAttention(1, 2)(a, a), L.MultiHeadAttention(1, 2)(b, a),
                 L.Attention()([b, a]), L.MultiHeadAttention(1, 2)(L.Dense(4)(a), b)]
        after = [L.LSTM(2)(L.Dense(3)(a)), L.LSTM(2)(ended[3])] + [ends(block(name)(a)) for name in ("first", "last")]
        return L.Concatenate()([L.Flatten()(end) for end in ended] + after)

    def beside(x):
        """Layers that get no mask beside other tensors, or one when they run."""
        a = L.Embedding(7, 4, mask_zero=True)(x)
        state = L.Dense(3)(L.Flatten()(L.Embedding(7, 4)(x)))
        b = L.GRU(3, **both)(a, initial_state=state)
        c = block()(a)
        late = [L.LSTM(2)(c, training=False), L.Bidirectional(L.GRU(2))(b, training=False)]
        return L.Concatenate()([L.GRU(3)(a, initial_state=state), ends(b)] + late)

    def handed(x):
        """Masks that are given to a model, and in one."""
        a = L.Embedding(7, 4, mask_zero=True)(x)
        step = keras.Input((6, 4))
        outer = keras.Model(step, L.GRU(4, **both)(step), name="given")
        some = keras.ops.any(keras.ops.not_equal(L.ReLU()(step), 0), axis=-1)
        inner = keras.Model(step, L.GRU(4, **both)(step, mask=some), name="giving")
        b = inner(a)
        c = L.Flatten()(L.MultiHeadAttention(1, 2)(b, b))
        return L.Concatenate()([ends(outer(a, mask=keras.ops.not_equal(x, 5))), ends(b), c])

    case("masks-borders", borders)
    case("masks-order", order)
    case("masks-beside", beside)
    case("masks-handed", handed)
cases.close()
