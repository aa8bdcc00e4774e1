"""Makes the fixtures of layers over sequences: one whole-model .h5 per case, and cases-sequences.h5 with inputs and outputs.

Run with real Keras 3: KERAS_BACKEND=torch python make_sequences_fixtures.py [folder]
and with real Keras 2.15 (TensorFlow 2.15): python make_sequences_fixtures.py [folder]
Each writes its own models (those of Keras 2 are called keras2-…) and cases-sequences-<major>.h5; Keras 3 also writes the
models named in `archived` as .keras.
Every model has random weights; outputs are those of the real model at inference.
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
rng = np.random.default_rng(20261121)
cases = h5py.File(os.path.join(folder, f"cases-sequences-{major}.h5"), "w")


archived = {"rnn-cells", "bidirectional", "conv-lstm1d", "time-distributed", "time-distributed-model","embedding-mask", "masked-last", "mask-given",
            "initial-state", "mask-concatenate", "attention", "multi-head-gate", "group-query-attention"}


def case(name, model, x):
    name = f"keras2-{name}" if major == 2 else name
    for layer in model.layers:
        values = [rng.normal(0, 0.5, tuple(w.shape)) for w in layer.weights]
        paths = [getattr(w, "path", w.name) for w in layer.weights]
        values = [np.abs(v) + 0.1 if "variance" in path else v for v, path in zip(values, paths)]
        if values:
            layer.set_weights(values)
    x = np.asarray(x, "float32")
    y = model(x, training=False)
    y = y.numpy() if major == 2 else keras.ops.convert_to_numpy(y)
    assert np.isfinite(y).all(), name
    model.save(os.path.join(folder, name + ".h5"), **({"include_optimizer": False} if major == 2 else {}))
    if major == 3 and name in archived:
        model.save(os.path.join(folder, name + ".keras"))
    group = cases.create_group(name)
    group["x"], group["y"] = x, y.astype("float32")


def normal(*shape):
    return rng.normal(0, 1, shape)


def functional(shape, body):
    x = keras.Input(shape)
    return keras.Model(x, body(x))


def fan(shape, *branches):
    """Several layers on one input, their outputs flattened and put side by side."""
    return functional(shape, lambda x: L.Concatenate()([L.Flatten()(branch(x)) for branch in branches]))


def chain(shape, *layers):
    return keras.Sequential([keras.Input(shape), *layers])


padded = normal(4, 6, 3)
padded[0, 3:] = 0
padded[1, [0, 2, 5]] = 0
padded[2, :4] = 0
words = [[3, 1, 4, 0, 0, 0], [0, 2, 0, 5, 6, 0], [1, 1, 2, 6, 5, 4], [0, 0, 0, 3, 0, 0]]
both = dict(return_sequences=True)

case("simplernn", fan((5, 3), L.SimpleRNN(4), L.SimpleRNN(3, "relu", use_bias=False, go_backwards=True, **both),
                      L.SimpleRNN(2, dropout=0.2, recurrent_dropout=0.3, unroll=True)), normal(2, 5, 3))
case("lstm", fan((5, 3), L.LSTM(4), L.LSTM(3, "softsign", "hard_sigmoid", go_backwards=True, **both),
                 L.LSTM(2, use_bias=False, unroll=True, **both), L.LSTM(3, "elu", "tanh", dropout=0.2)),
     normal(2, 5, 3))
case("gru", fan((5, 3), L.GRU(4), L.GRU(3, reset_after=False, **both), L.GRU(2, use_bias=False, go_backwards=True, **both),
                L.GRU(3, "relu", "hard_sigmoid", reset_after=False, use_bias=False, unroll=True),
                L.GRU(2, recurrent_dropout=0.1)), normal(2, 5, 3))
case("rnn-cells", fan((4, 3), L.RNN(L.LSTMCell(3)), L.RNN(L.GRUCell(2, reset_after=False), **both),
                      L.RNN([L.LSTMCell(3), L.SimpleRNNCell(2), L.LSTMCell(4)], go_backwards=True, **both)),
     normal(2, 4, 3))
case("stateful", keras.Sequential([keras.Input(batch_shape=(2, 4, 3)) if major == 3 else
                                   keras.Input((4, 3), batch_size=2), L.LSTM(3, stateful=True)]), normal(2, 4, 3))
case("return-state", functional((4, 3), lambda x: L.Dense(2)(L.LSTM(3, return_state=True)(x)[0])), normal(2, 4, 3))


def stated(x):
    """First states made of the input."""
    flat = L.Flatten()(x)
    h, c = L.Dense(3)(flat), L.Dense(3)(flat)
    ends = [L.LSTM(3)(x, initial_state=[h, c]), L.GRU(3)(x, initial_state=h),
            L.Bidirectional(L.GRU(3))(x, initial_state=[h, c])]
    return L.Concatenate()(ends)


case("initial-state", functional((4, 3), stated), normal(2, 4, 3))
case("bidirectional", fan((5, 3), L.Bidirectional(L.LSTM(3)), L.Bidirectional(L.GRU(2, **both), "sum"),
                          L.Bidirectional(L.SimpleRNN(2, **both), "mul"), L.Bidirectional(L.LSTM(2, **both), "ave"),
                          L.Bidirectional(L.LSTM(2, **both), backward_layer=L.GRU(3, go_backwards=True, **both))),
     normal(2, 5, 3))
case("time-distributed", chain((3, 6, 5, 2), L.TimeDistributed(L.Conv2D(3, 3, activation="relu")),
                               L.TimeDistributed(L.BatchNormalization()), L.TimeDistributed(L.MaxPooling2D()),
                               L.TimeDistributed(L.Flatten()), L.TimeDistributed(L.Dropout(0.3)),
                               L.TimeDistributed(L.Dense(4, "softmax"))), normal(2, 3, 6, 5, 2))
frames = functional((5, 4, 2), lambda x: L.Add()([L.Conv2D(2, 1)(x), L.BatchNormalization()(L.Conv2D(2, 3, padding="same")(x))]))
frames = keras.Sequential([keras.Input((5, 4, 2)), frames, L.BatchNormalization(), L.GlobalAveragePooling2D(), L.Dense(3)])
frames.layers[1].trainable = False
case("time-distributed-model", chain((3, 5, 4, 2), L.TimeDistributed(frames), L.LSTM(2)), normal(2, 3, 5, 4, 2))
case("time-distributed-lstm", chain((3, 4, 2), L.TimeDistributed(L.Bidirectional(L.LSTM(2)))), normal(2, 3, 4, 2))
case("conv-lstm", fan((3, 5, 4, 2), L.ConvLSTM2D(2, 3, padding="same", **both),
                      L.ConvLSTM2D(2, (2, 3), (2, 1), recurrent_activation="hard_sigmoid", use_bias=False),
                      L.Bidirectional(L.ConvLSTM2D(1, 2))), normal(2, 3, 5, 4, 2))
case("conv-lstm1d", fan((3, 7, 2), L.ConvLSTM1D(2, 3, dilation_rate=2, go_backwards=True, **both), L.ConvLSTM1D(2, 2)),
     normal(2, 3, 7, 2))
case("conv-lstm3d", chain((2, 3, 4, 3, 2), L.ConvLSTM3D(1, 2)), normal(2, 2, 3, 4, 3, 2))

# Masks.
case("masking", chain((6, 3), L.Masking(), L.LSTM(4)), padded)
case("masking-value", chain((6, 3), L.Masking(-1.5), L.Dense(4, "tanh"), L.Dropout(0.2), L.GRU(3, **both)), padded)
case("masked-sequences", functional((6, 3), lambda x: L.Concatenate()(
    [layer(L.Masking()(x)) for layer in (L.LSTM(3, **both), L.GRU(2, go_backwards=True, **both),
                                         L.SimpleRNN(2, **both), L.Bidirectional(L.LSTM(2, **both)))])), padded)
case("masked-last", functional((6, 3), lambda x: L.Concatenate()(
    [layer(L.Masking()(x)) for layer in (L.Bidirectional(L.GRU(2)), L.LSTM(3, go_backwards=True),
                                         L.RNN([L.GRUCell(2), L.LSTMCell(3)]),
                                         L.RNN(L.LSTMCell(2), zero_output_for_mask=True))])), padded)
case("masked-conv-lstm", chain((4, 5, 2), L.TimeDistributed(L.Dense(2)), L.Reshape((4, 10)), L.Masking(),
                               L.Reshape((4, 5, 2)), L.ConvLSTM1D(2, 2)), normal(2, 4, 5, 2))
case("embedding", fan((6,), L.Embedding(7, 3), L.Embedding(7, 2)), words)
case("embedding-mask", chain((6,), L.Embedding(7, 3, mask_zero=True), L.LSTM(4, **both), L.LayerNormalization(),
                             L.TimeDistributed(L.Dense(3)), L.GRU(2)), words)
case("mask-ends", chain((6,), L.Embedding(7, 3, mask_zero=True), L.Conv1D(4, 3, padding="same"), L.LSTM(2)), words)
case("mask-average", chain((6,), L.Embedding(7, 3, mask_zero=True), L.Activation("tanh"), L.GlobalAveragePooling1D()),
     words)


def merged(kind, **options):
    def body(x):
        a, b = L.Embedding(7, 3, mask_zero=True)(x), L.Masking(0.0)(L.Reshape((6, 1))(x))
        c = L.Masking()(L.ZeroPadding1D((2, 0))(L.Cropping1D((2, 0))(L.Embedding(7, 3)(x))))
        d = L.Embedding(7, 3)(x)
        ends = [L.LSTM(2)(kind(**options)([a, c])), L.LSTM(2)(kind(**options)([a, d])), L.LSTM(2)(b)]
        return L.Concatenate()(ends)
    return body


case("mask-add", functional((6,), merged(L.Add)), words)
case("mask-concatenate", functional((6,), merged(L.Concatenate)), words)
case("mask-concatenate-steps", functional((6,), lambda x: L.LSTM(2)(L.Concatenate(axis=1)(
    [L.Embedding(7, 3, mask_zero=True)(x), L.Masking()(L.Embedding(7, 3)(x))]))), words)

if major == 3:
    def given(x):
        """A mask of the caller's own."""
        mask = keras.ops.logical_and(keras.ops.not_equal(x, 0), keras.ops.not_equal(x, 5))
        return L.LSTM(3)(L.Embedding(7, 3, mask_zero=True)(x), mask=mask)

    case("mask-given", functional((6,), given), words)

# Attention.


def attention(make):
    def body(x):
        q, v, k = L.Dense(4)(x), L.Conv1D(3, 2)(x), L.Conv1D(4, 2)(x)
        same = L.Conv1D(4, 2)(x)
        return L.Concatenate()([L.Flatten()(y) for y in make(q, v, k, same)])
    return functional((5, 3), body)


case("attention", attention(lambda q, v, k, same: [
    L.Attention()([q, same]), L.Attention(use_scale=True)([q, v, k]), L.Attention(score_mode="concat")([q, v, k]),
    L.Attention(use_scale=True, score_mode="concat", dropout=0.3)([q, same])]), normal(2, 5, 3))
case("attention-causal", functional((5, 3), lambda x: L.Attention(use_scale=True)([x, x], use_causal_mask=True)),
     normal(2, 5, 3))
case("additive-attention", attention(lambda q, v, k, same: [
    L.AdditiveAttention()([q, same]), L.AdditiveAttention(use_scale=False)([q, v, k])]), normal(2, 5, 3))
case("multi-head-attention", attention(lambda q, v, k, same: [
    L.MultiHeadAttention(2, 3)(q, v), L.MultiHeadAttention(3, 2, value_dim=4, use_bias=False, dropout=0.1)(q, v, k),
    L.MultiHeadAttention(2, 3, output_shape=5)(q, q), L.MultiHeadAttention(1, 2)(query=q, value=v, key=k)]),
     normal(2, 5, 3))
case("multi-head-causal", functional((5, 3), lambda x: L.MultiHeadAttention(2, 3)(x, x, use_causal_mask=True)),
     normal(2, 5, 3))
case("multi-head-image", functional((3, 4, 2), lambda x: L.MultiHeadAttention(2, 3)(x, x)), normal(2, 3, 4, 2))


def masked_ends(x, make):
    a, b = L.Embedding(7, 4, mask_zero=True)(x), L.Embedding(7, 4)(x)
    ends = [L.GlobalAveragePooling1D()(y) for y in make(a, b)]
    return L.Concatenate()(ends) if len(ends) > 1 else ends[0]


def masked(make):
    return functional((6,), lambda x: masked_ends(x, make))


case("attention-masked", masked(lambda a, b: [
    L.Attention()([a, a]), L.Attention()([b, a]), L.Attention()([a, b]), L.AdditiveAttention()([b, a, b]),
    L.Attention()([b, b, a])]), words)
attended = [lambda a, b: [L.MultiHeadAttention(2, 3)(b, a)], lambda a, b: [L.MultiHeadAttention(2, 3)(a, a)],
            lambda a, b: [L.MultiHeadAttention(2, 3)(b, b, a)],
            lambda a, b: [L.MultiHeadAttention(2, 3)(b, key=a, value=b)]]
# Apart from each other: Keras 3 deletes the masks of what a layer has attended to.
case("multi-head-masked", functional((6,), lambda x: L.Concatenate()([masked_ends(x, make) for make in attended])), words)


def block(x):
    """One block of a transformer, pre-normalised."""
    x = L.Embedding(7, 4, mask_zero=True)(x)
    a = L.LayerNormalization(epsilon=1e-6)(x)
    x = L.Add()([x, L.MultiHeadAttention(2, 2, dropout=0.1)(a, a)])
    x = L.Add()([x, L.Dense(4)(L.Dense(8, "gelu")(L.LayerNormalization(epsilon=1e-6)(x)))])
    return L.Dense(3, "softmax")(L.GlobalAveragePooling1D()(x))


def encoder(x):
    """Two blocks of a transformer, normalised behind each sum."""
    x = L.Embedding(7, 4, mask_zero=True)(x)
    for _ in range(2):
        x = L.LayerNormalization()(L.Add()([x, L.MultiHeadAttention(2, 2)(x, x)]))
        x = L.LayerNormalization()(L.Add()([x, L.Dense(4)(L.Dense(6, "relu")(x))]))
    return L.GlobalAveragePooling1D()(x)


case("transformer-block", functional((6,), block), words)
case("transformer-encoder", functional((6,), encoder), words)
if major == 3:
    case("multi-head-gate", functional((5, 4), lambda x: L.MultiHeadAttention(2, 3, use_gate=True)(x, x)), normal(2, 5, 4))
    case("multi-head-window", functional((5, 4), lambda x: L.MultiHeadAttention(2, 3, sliding_window=2)(x, x)),
         normal(2, 5, 4))
    case("group-query-attention", functional((5, 4), lambda x: L.GroupQueryAttention(3, 4, 2)(x, L.Dense(4)(x))),
         normal(2, 5, 4))
if major == 2:
    import tensorflow as tf

    def for_cudnn(name, shape, make, x):
        """Layers made for NVIDIA's library, whose answers come from plain ones that read their weights."""
        v1 = tf.compat.v1.keras.layers
        model = keras.Sequential([keras.Input(shape), *make(v1.CuDNNLSTM, v1.CuDNNGRU)])
        for layer in model.layers:
            layer.set_weights([rng.normal(0, 0.5, w.shape) for w in layer.get_weights()])
        path = os.path.join(folder, f"keras2-{name}.h5")
        model.save(path, include_optimizer=False)
        plain = keras.Sequential([keras.Input(shape), *make(L.LSTM, L.GRU)])
        plain.load_weights(path)
        group = cases.create_group(f"keras2-{name}")
        group["x"], group["y"] = x.astype("float32"), plain(x.astype("float32")).numpy()

    for_cudnn("cudnn", (5, 3), lambda lstm, gru: [lstm(4, **both), gru(2, go_backwards=True, **both), lstm(3)],
              normal(2, 5, 3))
    for_cudnn("cudnn-bidirectional", (5, 3), lambda lstm, gru: [L.Bidirectional(lstm(4, **both)),
                                                                 L.Bidirectional(gru(2))], normal(2, 5, 3))
cases.close()
