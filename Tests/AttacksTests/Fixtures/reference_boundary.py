"""Writes reference_boundary.json: distances to a small network's decision boundary by the HopSkipJump of another library.

    python3 reference_boundary.py        (needs numpy, adversarial-robustness-toolbox 1.20)

A network of one hidden layer with random weights answers three classes on 12 features; every second record has its label,
some have another. Records are scaled feature by feature by their standard deviation before the attack, which has no bounds
that matter and as many queries as it takes to converge. The library ends with a step beyond the boundary: the way back to it
is halved here. Each distance is the smallest of eight runs.
"""

import json
import pathlib

import numpy as np
from art.attacks.evasion import HopSkipJump
from art.estimators.classification import BlackBoxClassifier

D, H, K, N = 12, 24, 3, 48
random = np.random.default_rng(20261121)
hidden = (random.normal(size=(D, H)) / np.sqrt(D)).astype(np.float32)
hiddenBias = random.normal(scale=0.3, size=H).astype(np.float32)
answer = (random.normal(size=(H, K)) / np.sqrt(H)).astype(np.float32)
answerBias = random.normal(scale=0.1, size=K).astype(np.float32)
records = (random.normal(size=(N, D)) * random.uniform(0.5, 2, size=D)).astype(np.float32)


def logits(x):
    return np.tanh(x @ hidden + hiddenBias) @ answer + answerBias


answers = logits(records).argmax(axis=1)
labels = answers.copy()
labels[::8] = (labels[::8] + 1) % K

units = records.astype(np.float64).std(axis=0, ddof=1)
classifier = BlackBoxClassifier(
    lambda z: np.eye(K)[logits((z * units).astype(np.float32)).argmax(axis=1)].astype(np.float32),
    input_shape=(D,),
    nb_classes=K,
    clip_values=(-50, 50),
)
scaled = (records / units).astype(np.float32)
runs = []
for seed in range(8):
    np.random.seed(seed)
    attack = HopSkipJump(classifier, norm=2, max_iter=40, max_eval=2000, init_eval=100, verbose=False)
    found = attack.generate(x=scaled)
    low, high = np.zeros(N), np.ones(N)
    for _ in range(40):
        middle = (low + high) / 2
        point = (scaled + middle[:, None] * (found - scaled)) * units
        beyond = logits(point).argmax(axis=1) != answers
        low, high = np.where(beyond, low, middle), np.where(beyond, middle, high)
    runs.append(high * np.linalg.norm(found - scaled, axis=1))
distances = np.min(runs, axis=0)
print("largest spread between runs", float((np.max(runs, axis=0) / distances).max()))
distances[answers != labels] = 0

result = {
    "labels": labels.tolist(),
    "records": records.ravel().tolist(),
    "hidden": [hidden.ravel().tolist(), hiddenBias.tolist()],
    "answer": [answer.ravel().tolist(), answerBias.tolist()],
    "distances": distances.tolist(),
}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result) + "\n")
