"""Writes reference.json: decision values of scikit-learn's LinearSVC on small sets of records.

    python3 make_reference.py

Made with scikit-learn 1.9.1 and NumPy 2.4.6. `decisions` are those of LinearSVC with its defaults, `optimum` those of the
same problem solved to 1e-12.
"""

import json
import pathlib
import warnings

import numpy as np
from sklearn.svm import LinearSVC

rng = np.random.default_rng(20261120)


def softmax(logits):
    e = np.exp(logits - logits.max(1, keepdims=True))
    return e / e.sum(1, keepdims=True)


def predictions(rows, classes, sharpness):
    """Prediction vectors of a class, sharper for members, the first record a non-member."""
    member = np.arange(rows) % 2 == 1
    logits = rng.normal(0, 1, (rows, classes))
    logits[:, 0] += 2
    logits[member] *= sharpness
    return softmax(logits), member


def case(name, features, member, cost=1.0):
    features = features.astype(np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        default = LinearSVC(C=cost, random_state=0).fit(features, member)
    # The tight solution of the primal problem, which has one optimum.
    optimum = LinearSVC(C=cost, dual=False, tol=1e-12, max_iter=100_000).fit(features, member)
    assert list(default.classes_) == [False, True]
    return {
        "name": name,
        "rows": features.shape[0],
        "columns": features.shape[1],
        "cost": cost,
        "features": features.astype(float).ravel().tolist(),
        "isMember": member.tolist(),
        "weights": default.coef_[0].tolist(),
        "intercept": float(default.intercept_[0]),
        "decisions": default.decision_function(features).tolist(),
        "optimum": optimum.decision_function(features).tolist(),
    }


def main():
    tall, tall_member = predictions(200, 10, 2.0)
    mild, mild_member = predictions(120, 3, 1.2)
    first = np.r_[np.ones(30, bool), np.zeros(50, bool)]
    shifted = rng.normal(0, 1, (80, 4)) + first[:, None] * [1.0, 0, -0.5, 0]
    wide, wide_member = predictions(24, 60, 3.0)
    sparse = rng.integers(0, 3, (60, 7)) * rng.integers(0, 2, (60, 7))
    cases = [
        case("predictions of ten classes", tall, tall_member),
        case("predictions of three classes, low cost", mild, mild_member, cost=0.01),
        case("members first", shifted, first),
        case("members last", shifted[::-1], first[::-1]),
        case("more columns than rows", wide, wide_member),
        case("many zeros, unbalanced", sparse, sparse.sum(1) > 6, cost=10.0),
    ]
    path = pathlib.Path(__file__).with_name("reference.json")
    path.write_text(json.dumps({"cases": cases}, allow_nan=False, separators=(",", ":")) + "\n")


main()
