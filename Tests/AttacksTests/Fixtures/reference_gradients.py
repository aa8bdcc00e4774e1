"""Writes reference_gradients.json: gradients of each record's cross-entropy, computed by PyTorch's autograd.

    python3 reference_gradients.py        (needs numpy, torch)

A small network as a user of PyTorch would write it: convolution, batch normalisation with moving statistics, pooling,
dropout (off), two dense layers. Weights and records are given in the layout the test's layers keep them in.
"""

import json
import pathlib

import numpy as np
import torch
import torch.nn.functional as F

torch.manual_seed(20261121)
N, K = 12, 3
records = torch.randn(N, 2, 6, 6)
labels = torch.arange(N) % K

convolution = torch.nn.Conv2d(2, 4, 3, padding=1)
normalisation = torch.nn.BatchNorm2d(4, eps=1e-3)
hidden = torch.nn.Linear(4, 5)
answer = torch.nn.Linear(5, K)
with torch.no_grad():
    normalisation.weight.uniform_(0.5, 1.5)
    normalisation.bias.uniform_(-0.5, 0.5)
    normalisation.running_mean.uniform_(-0.3, 0.3)
    normalisation.running_var.uniform_(0.5, 2)
layers = [convolution, normalisation, hidden, answer]
for layer in layers:
    layer.eval()


def head(feature):
    return answer(F.relu(hidden(feature)))


def feature(x):
    return F.relu(normalisation(convolution(x))).mean(dim=(2, 3))


norms, totals = [], []
for row in range(N):
    for layer in layers:
        layer.zero_grad()
    F.cross_entropy(head(feature(records[row : row + 1])), labels[row : row + 1]).backward()
    squares = [sum(float((p.grad.double() ** 2).sum()) for p in layer.parameters()) for layer in layers]
    norms.append([s**0.5 for s in squares])
    totals.append(sum(squares) ** 0.5)

z = feature(records).detach().requires_grad_()
logits = head(z)
margins = logits[torch.arange(N), labels] - logits.mean(dim=1)
margins.sum().backward()


def flat(tensor):
    return [float(np.float32(v)) for v in tensor.detach().numpy().ravel()]


out = {
    "labels": labels.tolist(),
    "records": flat(records.permute(0, 2, 3, 1)),
    # kernel (out, in, height, width)
    "convolution": [flat(convolution.weight), flat(convolution.bias)],
    "normalisation": [
        flat(t)
        for t in (
            normalisation.weight,
            normalisation.bias,
            normalisation.running_mean,
            normalisation.running_var,
        )
    ],
    "hidden": [flat(hidden.weight.T), flat(hidden.bias)],
    "answer": [flat(answer.weight.T), flat(answer.bias)],
    "layerNorms": norms,
    "norms": totals,
    "features": flat(z),
    "margins": flat(margins),
    "influences": flat(z.grad),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(out) + "\n")
