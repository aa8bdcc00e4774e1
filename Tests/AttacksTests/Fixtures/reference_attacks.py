"""Writes reference_attacks.json: LiRA and RMIA computed by NumPy and SciPy from random logits.

    python3 reference_attacks.py        (needs numpy, scipy)

The first S records are the adversary's, the last N the audited ones. Nothing here looks at the Swift code: formulas are
those of Carlini et al. 2022 (section IV) and Zarifzadeh et al. 2024 (section 3).
"""

import json
import pathlib

import numpy as np
from scipy import stats
from scipy.special import log_softmax, logsumexp

S, N, K, M = 30, 20, 4, 7
rng = np.random.default_rng(20261121)
labels = rng.integers(0, K, S + N)
member = rng.random((M, S + N)) < 0.4
member[:, 0] = False  # a record no model knows
logits = rng.normal(0, 1.5, (M + 1, S + N, K))
rows = np.arange(S + N)
for m in range(M):
    logits[m, rows, labels] += 2.0 * member[m] + 0.5
logits[M, rows, labels] += 1.0
logits = logits.astype(np.float32).astype(np.float64)


def margin(model):
    others = np.where(np.eye(K, dtype=bool)[labels], -np.inf, log_softmax(logits[model], axis=1))
    return log_softmax(logits[model], axis=1)[rows, labels] - logsumexp(others, axis=1)


def confidence(model, temperature=2.0):
    return np.exp(log_softmax(logits[model] / temperature, axis=1))[rows, labels]


phi = np.array([margin(m) for m in range(M + 1)])
p = np.array([confidence(m) for m in range(M + 1)])


def pooled(known):
    squares = freedom = 0.0
    for row in range(S):  # what all records share comes from the adversary's alone
        values = phi[:M][known[:, row], row]
        if len(values) > 1:
            squares += ((values - values.mean()) ** 2).sum()
            freedom += len(values) - 1
    return np.sqrt(squares / freedom)


def lira(online, pool, known):
    out_sd, in_sd = pooled(~known), pooled(known) if known.any() else None
    both = [r for r in range(S) if known[:, r].any() and (~known[:, r]).any()]
    shift = np.mean([phi[:M][known[:, r], r].mean() - phi[:M][~known[:, r], r].mean() for r in both]) if both else 0
    scores = []
    for row in range(S, S + N):
        out, own = phi[:M][~known[:, row], row], phi[:M][known[:, row], row]
        sd = out_sd if pool or len(out) < 2 else out.std(ddof=1)
        if not online:
            scores.append(-stats.norm.logsf(phi[M, row], out.mean(), sd))
            continue
        mean = own.mean() if len(own) else out.mean() + shift
        sd_in = in_sd if pool or len(own) < 2 else own.std(ddof=1)
        scores.append(stats.norm.logpdf(phi[M, row], mean, sd_in) - stats.norm.logpdf(phi[M, row], out.mean(), sd))
    return scores


def rmia(online, known, population, gamma=2.0, a=0.3):
    def marginal(row):
        out, own = p[:M][~known[:, row], row], p[:M][known[:, row], row]
        if online and len(own):
            return (out.mean() + own.mean()) / 2
        return 0.5 * ((1 + a) * out.mean() + (1 - a))

    ratios = np.array([p[M, row] / marginal(row) for row in rows])
    return [float(np.mean(ratios[row] / ratios[population] > gamma)) for row in range(S, S + N)]


none = member.copy()
none[:, S:] = False
population = list(range(0, S, 2))
record = {
    "shadowRecords": S,
    "classes": K,
    "labels": labels.tolist(),
    "population": population,
    "isMember": member.tolist(),
    "logits": [float(v) for v in logits.ravel()],
    "scores": {
        "lira/pooled": lira(True, True, member),
        "lira/per-record": lira(True, False, member),
        "lira-offline/pooled": lira(False, True, none),
        "lira-offline/per-record": lira(False, False, none),
        "rmia": rmia(True, member, population),
        "rmia-offline": rmia(False, none, population),
    },
}
path = pathlib.Path(__file__).with_name("reference_attacks.json")
path.write_text(json.dumps({k: v for k, v in record.items()}, separators=(",", ":")) + "\n")
