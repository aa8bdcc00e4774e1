"""Modified prediction entropy, thresholds and decisions on real saved predictions, by NumPy, SciPy and scikit-learn.

Usage: python real_predictions.py SHARED/data/mia-predictions > real_predictions.json

Writes figures only: values of single records, sums, thresholds and accuracies. The data stay where they are.
"""

import json
import sys

import h5py
import numpy as np
from scipy.special import log_softmax, xlog1py, xlogy
from sklearn.metrics import roc_auc_score
from sklearn.svm import LinearSVC


def modified_entropy(p, labels):
    """-(1 - v_y) log v_y - sum over the others of v log(1 - v), natural logarithm, 0 log 0 = 0."""
    p = np.asarray(p, np.float64)
    own = p[np.arange(len(p)), labels]
    others = -xlog1py(p, -p)
    others[np.arange(len(p)), labels] = 0
    return -xlogy(1 - own, own) + others.sum(axis=1)


def threshold(member, other):
    """The smallest observed value, or -inf, with the largest number of right decisions; by brute force."""
    values = np.concatenate([[-np.inf], np.unique(np.concatenate([member, other]))])
    right = [(member <= t).sum() + (other > t).sum() for t in values]
    best = int(np.argmax(right))
    return values[best], int(right[best])


def per_class(entropy, labels, member, classes):
    found = [threshold(entropy[(labels == c) & member], entropy[(labels == c) & ~member]) for c in range(classes)]
    return np.array([t for t, _ in found]), [r for _, r in found]


def number(value):
    """JSON has no infinity."""
    return "inf" if value == np.inf else "-inf" if value == -np.inf else float(value)


def summary(entropy, thresholds, right, rows):
    finite = np.isfinite(entropy)
    return {
        "rows": [int(r) for r in rows],
        "values": [number(entropy[r]) for r in rows],
        "finiteSum": float(np.sort(entropy[finite]).sum()),
        "infinite": int((~finite).sum()),
        "thresholds": [number(t) for t in thresholds],
        "right": right,
    }


def location30(folder):
    with h5py.File(f"{folder}/location30-song-mittal.h5") as file:
        sets = {
            name: (
                file[name]["predictions"][:],
                file[name]["labels"][:].astype(int),
                file[name]["member"][:].astype(bool),
            )
            for name in ("shadow", "target")
        }
    p, labels, member = sets["shadow"]
    shadow = modified_entropy(p, labels)
    thresholds, right = per_class(shadow, labels, member, 30)
    result = {"shadow": summary(shadow, thresholds, right, range(0, 1000, 37))}
    p, labels, member = sets["target"]
    target = modified_entropy(p, labels)
    own, own_right = per_class(target, labels, member, 30)
    result["target"] = summary(target, own, own_right, range(0, 2000, 61))
    decided = target <= thresholds[labels]
    accuracy = (decided == member).mean()
    classes = [(decided == member)[labels == c].mean() for c in range(30)]
    result["pooledAccuracy"] = float(accuracy)
    result["classAveragedAccuracy"] = float(np.mean(classes))
    result["calledMembers"] = int(decided.sum())
    return result


def cifar10(folder):
    result = {}
    with h5py.File(f"{folder}/cifar10-real-models.h5") as file:
        for name, group in file.items():
            labels = group["labels"][:].astype(int)
            member = group["member"][:].astype(bool)
            if "logits" in group:
                p = np.exp(log_softmax(group["logits"][:].astype(np.float64), axis=1))
            else:
                p = group["output"][:].astype(np.float64)
            # The last 2,000 rows: 1,000 members and all 1,000 non-members.
            labels, member, p = labels[-2000:], member[-2000:], p[-2000:]
            entropy = modified_entropy(p, labels)
            thresholds, right = per_class(entropy, labels, member, 10)
            result[name] = summary(entropy, thresholds, right, range(0, 2000, 71))
            result[name]["gap"] = float((p.argmax(axis=1) == labels).mean())
    return result


def ml_leaks(folder):
    """A linear SVM over the confidences (labels are not published), trained on the shadow model's, tried on the target's."""
    result = {}
    for name in ("lfw", "location", "cifar100"):
        with h5py.File(f"{folder}/ml-leaks-{name}.h5") as file:
            sets = {key: (file[key]["confidences"][:], file[key]["member"][:] == 1) for key in ("shadow", "target")}
        machine = LinearSVC(C=1, dual=False, tol=1e-10, max_iter=10000).fit(*sets["shadow"])
        x, member = sets["target"]
        values = machine.decision_function(x)
        result[name] = {"auc": float(roc_auc_score(member, values)), "rightDecisions": int(((values >= 0) == member).sum())}
    return result


folder = sys.argv[1]
figures = {"location30": location30(folder), "cifar10": cifar10(folder), "mlLeaks": ml_leaks(folder)}
json.dump(figures, sys.stdout, indent=1, sort_keys=True)
print()
