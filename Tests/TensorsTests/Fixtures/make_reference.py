"""Reference values for the engine's operations (NumPy, SciPy) and its optimisers (PyTorch).

Usage: python make_reference.py > reference.json
"""

import json
import sys

import numpy as np
import torch
from scipy.special import erf, expit, log_softmax, softmax

rng = np.random.default_rng(7)


def draw(*shape):
    """Values with few digits, so that single precision holds them exactly enough."""
    return np.round(rng.normal(size=shape), 3)


def tensor(values):
    values = np.asarray(values, np.float64)
    return {"shape": list(values.shape), "values": values.ravel().tolist()}


x = np.concatenate([draw(29), [0.0, 1.0, -1.0, 7.5, -7.5, 20.5]])
positive = np.abs(x) + 0.01
alpha, scale = 1.6732632423543772, 1.0507009873554805
unary = {
    "relu": np.maximum(x, 0),
    "sigmoid": expit(x),
    "tanh": np.tanh(x),
    "exp": np.exp(x),
    "negated": -x,
    "magnitude": np.abs(x),
    "squared": x**2,
    "softplus": np.logaddexp(0, x),
    "softsign": x / (1 + np.abs(x)),
    "gelu": x * 0.5 * (1 + erf(x / np.sqrt(2))),
    "geluTanh": 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * (x + 0.044715 * x**3))),
    "silu": x * expit(x),
    "selu": scale * np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0))),
    "relu6": np.clip(x, 0, 6),
    "mish": x * np.tanh(np.logaddexp(0, x)),
    "leakyRelu": np.where(x > 0, x, 0.3 * x),
    "elu": np.where(x > 0, x, 0.7 * np.expm1(np.minimum(x, 0))),
}
unary_positive = {
    "log": np.log(positive),
    "squareRoot": np.sqrt(positive),
    "reciprocalSquareRoot": 1 / np.sqrt(positive),
    "power": positive**1.7,
}

a, b = draw(3, 4), draw(4) + 3
binary = {
    "adding": a + b,
    "subtracting": a - b,
    "multiplying": a * b,
    "dividing": a / b,
    "maximum": np.maximum(a, b - 3),
    "minimum": np.minimum(a, b - 3),
}
left, right = draw(2, 3, 4), draw(2, 4, 5)
cube = draw(2, 3, 4)
reductions = {
    "sum": cube.sum(axis=(0, 2)),
    "mean": cube.mean(axis=(0, 2)),
    "max": cube.max(axis=(0, 2)),
    "min": cube.min(axis=(0, 2)),
    "variance": cube.var(axis=(0, 2)),
    "softmax": softmax(cube, axis=1),
    "logSoftmax": log_softmax(cube, axis=2),
    "argmax": cube.argmax(axis=2),
}


def convolved(x, w, b, strides, padding, dilation, groups):
    """Convolution (cross-correlation) by its definition, over 1 or 2 spatial axes."""
    if x.ndim == 3:
        flat = convolved(x[:, :, None], w[:, :, None], b, [1] + strides, [0] + padding, [1] + dilation, groups)
        return flat[:, :, 0]
    x = np.pad(x, [(0, 0), (0, 0)] + [(p, p) for p in padding])
    span = [(k - 1) * d + 1 for k, d in zip(w.shape[2:], dilation)]
    size = [(n - s) // step + 1 for n, s, step in zip(x.shape[2:], span, strides)]
    y = np.zeros((x.shape[0], w.shape[0], *size))
    per, out = w.shape[1], w.shape[0] // groups
    for o in range(w.shape[0]):
        source = x[:, (o // out) * per : (o // out + 1) * per]
        for i in range(size[0]):
            for j in range(size[1]):
                rows = slice(i * strides[0], i * strides[0] + span[0], dilation[0])
                columns = slice(j * strides[1], j * strides[1] + span[1], dilation[1])
                y[:, o, i, j] = (source[:, :, rows, columns] * w[o]).sum(axis=(1, 2, 3)) + b[o]
    return y


convolutions = []
for shape, kernel, strides, padding, dilation, groups in [
    ([2, 3, 7], [4, 3, 3], [2], [1], [1], 1),
    ([2, 4, 6, 5], [6, 2, 3, 2], [1, 2], [1, 0], [1, 1], 2),
    ([1, 3, 8, 8], [3, 1, 3, 3], [1, 1], [2, 2], [2, 2], 3),
]:
    data, w, bias = draw(*shape), draw(*kernel), draw(kernel[0])
    y = convolved(data, w, bias, strides, padding, dilation, groups)
    case = {"x": tensor(data), "weight": tensor(w), "bias": tensor(bias), "y": tensor(y)}
    case |= {"strides": strides, "padding": padding, "dilation": dilation, "groups": groups}
    convolutions.append(case)

image = draw(2, 3, 6, 5)
windows = np.lib.stride_tricks.sliding_window_view(image, (3, 2), axis=(2, 3))[:, :, ::2, ::1]
batch = draw(5, 3, 4)
gamma, beta, mean, variance = draw(3) + 2, draw(3), draw(3), np.abs(draw(3)) + 0.5
column = lambda v: v[None, :, None]
own_mean, own_variance = batch.mean(axis=(0, 2)), batch.var(axis=(0, 2))
unbiased = batch.var(axis=(0, 2), ddof=1)
last_gamma, last_beta = draw(4) + 2, draw(4)
row_mean, row_variance = batch.mean(axis=2, keepdims=True), batch.var(axis=2, keepdims=True)
layers = {
    "image": tensor(image),
    "maxPool": tensor(windows.max(axis=(4, 5))),
    "averagePool": tensor(windows.mean(axis=(4, 5))),
    "batch": tensor(batch),
    "gamma": tensor(gamma),
    "beta": tensor(beta),
    "mean": tensor(mean),
    "variance": tensor(variance),
    "batchNormInference": tensor(
        (batch - column(mean)) / np.sqrt(column(variance) + 1e-3) * column(gamma) + column(beta)
    ),
    "batchNormTraining": tensor(
        (batch - column(own_mean)) / np.sqrt(column(own_variance) + 1e-3) * column(gamma) + column(beta)
    ),
    "movedMean": tensor(0.9 * mean + 0.1 * own_mean),
    "movedVariance": tensor(0.9 * variance + 0.1 * unbiased),
    "lastGamma": tensor(last_gamma),
    "lastBeta": tensor(last_beta),
    "layerNorm": tensor((batch - row_mean) / np.sqrt(row_variance + 1e-3) * last_gamma + last_beta),
}

logits, labels = draw(6, 4) * 3, rng.integers(0, 4, size=6)
smoothing = 0.1
logs = log_softmax(logits, axis=1)
one_hot = np.eye(4)[labels]
smooth = one_hot * (1 - smoothing) + smoothing / 4
targets = np.round(rng.uniform(size=(6, 4)), 3)
losses = {
    "logits": tensor(logits),
    "labels": labels.tolist(),
    "targets": tensor(targets),
    "crossEntropy": -(one_hot * logs).sum() / 6,
    "smoothedCrossEntropy": -(smooth * logs).sum() / 6,
    "binaryCrossEntropy": (np.logaddexp(0, logits) - targets * logits).mean(),
}


def optimised(name, make, steps=6):
    start = draw(7)
    gradients = [draw(7) for _ in range(steps)]
    parameter = torch.nn.Parameter(torch.tensor(start, dtype=torch.float64))
    optimizer = make([parameter])
    after = []
    for gradient in gradients:
        parameter.grad = torch.tensor(gradient, dtype=torch.float64)
        optimizer.step()
        after.append(parameter.detach().tolist())
    return {"name": name, "start": start.tolist(), "gradients": [g.tolist() for g in gradients], "after": after}


optim = torch.optim
optimizers = [
    optimised("sgd", lambda p: optim.SGD(p, lr=0.1)),
    optimised("momentum", lambda p: optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.05)),
    optimised("nesterov", lambda p: optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.05, nesterov=True)),
    optimised("adam", lambda p: optim.Adam(p, lr=0.05, weight_decay=0.03)),
    optimised("adamW", lambda p: optim.AdamW(p, lr=0.05, weight_decay=0.03)),
    optimised("rmsProp", lambda p: optim.RMSprop(p, lr=0.02, alpha=0.9, eps=1e-7, weight_decay=0.03)),
    optimised(
        "rmsPropMomentum",
        lambda p: optim.RMSprop(p, lr=0.02, alpha=0.9, eps=1e-7, weight_decay=0.03, momentum=0.8),
    ),
]

json.dump(
    {
        "x": tensor(x),
        "positive": tensor(positive),
        "unary": {name: tensor(y) for name, y in unary.items()},
        "unaryPositive": {name: tensor(y) for name, y in unary_positive.items()},
        "a": tensor(a),
        "b": tensor(b),
        "binary": {name: tensor(y) for name, y in binary.items()},
        "left": tensor(left),
        "right": tensor(right),
        "product": tensor(left @ right),
        "cube": tensor(cube),
        "reductions": {name: tensor(y) for name, y in reductions.items()},
        "convolutions": convolutions,
        "layers": layers,
        "losses": losses,
        "optimizers": optimizers,
    },
    sys.stdout,
)
print()
