"""Writes reference.json: values of the Statistics target by SciPy, scikit-learn and plain NumPy.

    python3 make_reference.py

Made with SciPy 1.17.1, scikit-learn 1.9.1, NumPy 2.4.6, mpmath 1.3.0. Infinities are written as "inf" and "-inf".
"""

import itertools
import json
import math
import pathlib

import mpmath
import numpy as np
from scipy import stats
from sklearn.metrics import roc_auc_score, roc_curve

mpmath.mp.dps = 40
rng = np.random.default_rng(20261120)


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, np.ndarray)):
        return [plain(item) for item in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, str):
        return value
    value = float(value)
    if math.isinf(value):
        return "inf" if value > 0 else "-inf"
    assert not math.isnan(value)
    return value


# Distributions -------------------------------------------------------------------------------------------------------
SHAPES = [0.5, 1, 1.5, 3, 10.25, 47, 400, 3_000.5, 1e5]
LEVELS = [1e-12, 1e-6, 0.001, 0.025, 0.3, 0.5, 0.8, 0.975, 0.9999]


def exact_beta_quantile(p, a, b):
    """SciPy's quantile, polished by Newton steps on mpmath's incomplete beta where that is quick enough."""
    start = stats.beta.ppf(p, a, b)
    if a + b > 1000 or start <= 0 or start >= 1:
        return start
    x = mpmath.mpf(float(start))
    for _ in range(60):
        kernel = mpmath.exp(a * mpmath.log(x) + b * mpmath.log(1 - x) - mpmath.log(mpmath.beta(a, b)))
        error = mpmath.betainc(a, b, 0, x, regularized=True) - mpmath.mpf(p)
        step = error * x * (1 - x) / kernel
        x = x - step if step < x else x / 2
        if abs(step) < 1e-25 * x:
            return float(x)
    raise ArithmeticError(f"no quantile for {p}, {a}, {b}")


def beta_rows():
    rows = []
    for a, b in itertools.product(SHAPES, SHAPES):
        for p in LEVELS:
            x = exact_beta_quantile(p, a, b)
            rows.append({"a": a, "b": b, "p": p, "x": x, "cdf": stats.beta.cdf(x, a, b)})
    return rows


def normal_rows():
    levels = [1e-300, 1e-100, 1e-16, 1e-6, 0.001, 0.025, 0.2, 0.4999, 0.5, 0.51, 0.75, 0.9, 0.975, 0.999999]
    points = [-30.0, -8.5, -3, -1, -1e-3, 0, 0.5, 2, 5, 8]
    return {
        "quantiles": [{"p": p, "x": stats.norm.ppf(p)} for p in levels],
        "points": [
            {"x": x, "cdf": stats.norm.cdf(x, 0.25, 1.5), "logDensity": stats.norm.logpdf(x, 0.25, 1.5)} for x in points
        ],
    }


# Proportions ---------------------------------------------------------------------------------------------------------
def clopper_pearson(k, n, confidence):
    tail = (1 - confidence) / 2
    low = 0.0 if k == 0 else stats.beta.ppf(tail, k, n - k + 1)
    high = 1.0 if k == n else stats.beta.isf(tail, k + 1, n - k)
    return float(low), float(high)


def proportion_rows():
    rows = []
    for k, n in [(0, 1), (1, 1), (0, 10), (3, 10), (10, 10), (1, 1000), (999, 1000), (2.5, 7.25), (412.5, 1000), (0, 0.5)]:
        for confidence in [0.5, 0.9, 0.95, 0.999]:
            low, high = clopper_pearson(k, n, confidence)
            if float(k).is_integer() and float(n).is_integer():
                exact = stats.binomtest(int(k), int(n)).proportion_ci(confidence, "exact")
                assert abs(exact.low - low) < 1e-9 and abs(exact.high - high) < 1e-9
            rows.append({"successes": k, "trials": n, "confidence": confidence, "low": low, "high": high})
    return rows


def mean_rows():
    rows = []
    for strata in [[(3, 10)], [(3, 10), (9, 10), (0, 4)], [(50, 50)] * 3, [(rng.integers(0, 41), 40) for _ in range(30)]]:
        for confidence in [0.9, 0.95]:
            w = 1 / len(strata)
            p = np.array([k / n for k, n in strata])
            ends = np.array([clopper_pearson(k, n, confidence) for k, n in strata])
            mean = p.mean()
            low = max(0, mean - np.sqrt(np.sum((w * (p - ends[:, 0])) ** 2)))
            high = min(1, mean + np.sqrt(np.sum((w * (ends[:, 1] - p)) ** 2)))
            rows.append({"strata": strata, "confidence": confidence, "mean": mean, "low": low, "high": high})
    return rows


def difference_rows():
    rows = []
    for first, second in [((8, 10), (3, 10)), ((0, 5), (5, 5)), ((0, 20), (0, 20)), ((570, 1000), (430, 900))]:
        (p, q) = (first[0] / first[1], second[0] / second[1])
        (l1, u1), (l2, u2) = clopper_pearson(*first, 0.95), clopper_pearson(*second, 0.95)
        low = max(-1, p - q - math.hypot(p - l1, u2 - q))
        high = min(1, p - q + math.hypot(u1 - p, q - l2))
        rows.append({"first": first, "second": second, "difference": p - q, "low": low, "high": high})
    return rows


# Rankings ------------------------------------------------------------------------------------------------------------
def delong_brute(members, others):
    """DeLong, DeLong and Clarke-Pearson's components by all m·n comparisons."""
    kernel = (members[:, None] > others[None, :]) + 0.5 * (members[:, None] == others[None, :])
    v10, v01 = kernel.mean(1), kernel.mean(0)
    return v10, v01, v10.var(ddof=1) / len(v10) + v01.var(ddof=1) / len(v01)


def rate_at(members, others, f):
    """TPR at the smallest observed threshold with FPR <= f, by trying all of them."""
    best = (0.0, math.inf, 0, 0)
    for threshold in sorted(set(members) | set(others), reverse=True):
        tp, fp = int((members >= threshold).sum()), int((others >= threshold).sum())
        if fp / len(others) <= f:
            best = (tp / len(members), threshold, tp, fp)
    return best


def true_positives_with(members, others, false_positives):
    """Most members at or above any threshold with at most so many non-members there."""
    thresholds = [t for t in {*members, *others} if (others >= t).sum() <= false_positives]
    return max([int((members >= t).sum()) for t in thresholds], default=0)


def rate_interval(members, others, f, confidence):
    """The threshold as an order statistic of the others, the rate as a proportion, joined by MOVER."""
    (m, n), tail = (len(members), len(others)), (1 - confidence) / 2
    fewest, most = int(stats.binom.ppf(tail, n, f)), int(stats.binom.isf(tail, n, f))
    _, _, hits, _ = rate_at(members, others, f)
    low, high = clopper_pearson(hits, m, confidence)
    p, below = hits / m, true_positives_with(members, others, fewest - 1) / m
    above = true_positives_with(members, others, most) / m
    return max(0, p - math.hypot(p - low, p - below)), min(1, p + math.hypot(high - p, above - p))


def most_right(members, others):
    """TransMIA's threshold by trying every one: lower = more likely a member."""
    best = None
    for threshold in [-math.inf] + sorted(set(members) | set(others)):
        right = int((members <= threshold).sum() + (others > threshold).sum())
        if best is None or right > best[1]:
            best = (threshold, right)
    return best


def ranking_rows():
    sets = {
        "normal": (rng.normal(1, 1, 60), rng.normal(0, 1, 80)),
        "tied": (rng.integers(0, 6, 70).astype(float), rng.integers(0, 5, 40).astype(float)),
        "infinite": (
            np.concatenate([rng.integers(0, 4, 30).astype(float), [np.inf] * 5, [-np.inf] * 2]),
            np.concatenate([rng.integers(0, 4, 25).astype(float), [np.inf] * 2, [-np.inf] * 6]),
        ),
        "constant": (np.zeros(10), np.zeros(12)),
        "separated": (np.arange(20.0) + 100, np.arange(15.0)),
        "reversed": (np.arange(20.0), np.arange(15.0) + 100),
        "small": (np.array([0.3, 0.7]), np.array([0.3, 0.1])),
    }
    rows = []
    for name, (members, others) in sets.items():
        truth = np.r_[np.ones(len(members)), np.zeros(len(others))]
        scores = np.r_[members, others]
        ranked = stats.rankdata(scores)  # order-preserving and finite, for scikit-learn refuses infinities
        auc = roc_auc_score(truth, ranked)
        fpr, tpr, _ = roc_curve(truth, ranked, drop_intermediate=False)
        _, _, variance = delong_brute(members, others)
        z = stats.norm.ppf(0.975)
        threshold, right = most_right(members, others)
        rates = []
        for f in [0.05, 0.1, 0.25, 1.0]:
            if len(others) >= 1 / f:
                rate, at, tp, fp = rate_at(members, others, f)
                row = {"f": f, "rate": rate, "threshold": at, "truePositives": tp, "falsePositives": fp}
                row["low"], row["high"] = rate_interval(members, others, f, 0.95)
                rates.append(row)
        rows.append(
            {
                "name": name,
                "members": members,
                "nonMembers": others,
                "auc": auc,
                "falsePositiveRates": fpr,
                "truePositiveRates": tpr,
                "variance": variance,
                "low": max(0, auc - z * math.sqrt(variance)),
                "high": min(1, auc + z * math.sqrt(variance)),
                "rates": rates,
                "threshold": threshold,
                "rightDecisions": right,
            }
        )
    return rows


def paired_rows():
    rows = []
    for noise in [0.2, 1.0]:
        a1, b1 = np.round(rng.normal(0.8, 1, 50), 1), np.round(rng.normal(0, 1, 45), 1)
        a2, b2 = np.round(a1 + rng.normal(0, noise, 50), 1), np.round(b1 + rng.normal(0, noise, 45), 1)
        (v10a, v01a, va), (v10b, v01b, vb) = delong_brute(a1, b1), delong_brute(a2, b2)
        covariance = np.cov(v10a, v10b)[0, 1] / 50 + np.cov(v01a, v01b)[0, 1] / 45
        z = (v10a.mean() - v10b.mean()) / math.sqrt(va + vb - 2 * covariance)
        rows.append(
            {
                "firstMembers": a1,
                "firstNonMembers": b1,
                "secondMembers": a2,
                "secondNonMembers": b2,
                "difference": v10a.mean() - v10b.mean(),
                "z": z,
                "p": 2 * stats.norm.sf(abs(z)),
            }
        )
    return rows


# Privacy -------------------------------------------------------------------------------------------------------------
def epsilon(tp, m, fp, n, delta, alpha):
    tpr, fnr_high = clopper_pearson(tp, m, 1 - alpha)[0], clopper_pearson(m - tp, m, 1 - alpha)[1]
    tnr, fpr_high = clopper_pearson(n - fp, n, 1 - alpha)[0], clopper_pearson(fp, n, 1 - alpha)[1]
    terms = [0.0]
    for rate, error in [(tpr, fpr_high), (tnr, fnr_high)]:
        if rate > delta:
            terms.append(math.log((rate - delta) / error))
    return max(terms)


def epsilon_rows():
    rows = []
    counts = [(140, 200, 60, 200), (30, 200, 2, 200), (198, 200, 170, 200), (20, 20, 0, 20), (100, 200, 100, 200)]
    for tp, m, fp, n in counts + [(0, 5, 0, 9)]:
        for delta, alpha in [(0, 0.05), (1e-5, 0.05), (0.05, 0.01)]:
            rows.append(
                {
                    "truePositives": tp,
                    "members": m,
                    "falsePositives": fp,
                    "nonMembers": n,
                    "delta": delta,
                    "alpha": alpha,
                    "bound": epsilon(tp, m, fp, n, delta, alpha),
                }
            )
    return rows


# Signals and summaries -----------------------------------------------------------------------------------------------
def entropy_rows():
    vectors = [([1.0, 0.0, 0.0], 0), ([1.0, 0.0, 0.0], 1), ([0.0, 0.5, 0.5], 0), ([0.2, 0.3, 0.5], 2), ([0.0, 1.0], 1)]
    vectors += [(rng.dirichlet([0.1] * 10), int(rng.integers(10))) for _ in range(20)]
    vectors += [(rng.dirichlet([1e-3] * 5), int(rng.integers(5))) for _ in range(10)]
    rows = []
    for v, y in vectors:
        v = np.asarray(v, dtype=np.float64)
        with np.errstate(all="ignore"):
            log_v, log_rest = np.log(v), np.log(1 - v)
        terms = np.where(v == 0, 0.0, -v * np.where(v == 0, 0.0, log_rest))
        terms[y] = 0.0 if v[y] == 1 else -(1 - v[y]) * log_v[y]
        rows.append({"prediction": v, "label": y, "value": terms.sum()})
    return rows


def holm_plain(p):
    adjusted, largest = [0.0] * len(p), 0.0
    for rank, index in enumerate(np.argsort(p, kind="stable")):
        largest = max(largest, min(1, (len(p) - rank) * p[index]))
        adjusted[index] = largest
    return adjusted


def summary_rows():
    rows = []
    for values in [[1.0], [1, 2, 4, 8], list(rng.normal(1e8, 1, 31))]:
        rows.append(
            {
                "values": values,
                "mean": np.mean(values),
                "standardDeviation": np.std(values, ddof=1) if len(values) > 1 else 0,
                "quantiles": [{"p": p, "x": np.quantile(values, p)} for p in [0, 0.1, 0.25, 0.5, 0.9, 1]],
            }
        )
    return rows


def mann_whitney_rows():
    """Newcombe 2006, part 2, method 5, from Hanley and McNeil's Q1 and Q2 at the roots, in 40 digits."""
    rows = []
    for auc, m, n, confidence in [
        (0.5, 12, 12, 0.95), (1, 12, 12, 0.95), (0, 12, 12, 0.95), (0.8, 5, 9, 0.9), (0.97, 40, 8, 0.99), (0.3, 4, 4, 0.8),
    ]:
        z = mpmath.sqrt(2) * mpmath.erfinv(confidence)
        k = mpmath.mpf(m + n) / 2

        def excess(theta):
            q1, q2 = theta / (2 - theta), 2 * theta**2 / (1 + theta)
            variance = (theta * (1 - theta) + (k - 1) * (q1 - theta**2) + (k - 1) * (q2 - theta**2)) / (m * n)
            return (auc - theta) ** 2 - z**2 * variance

        ends = []
        for low, high in [(0, auc), (auc, 1)]:
            if low == high:
                ends.append(auc)
                continue
            inner, outer = (mpmath.mpf(auc), mpmath.mpf(low)) if high == auc else (mpmath.mpf(auc), mpmath.mpf(high))
            for _ in range(120):
                middle = (inner + outer) / 2
                inner, outer = (middle, outer) if excess(middle) <= 0 else (inner, middle)
            ends.append(inner)
        rows.append({"auc": auc, "members": m, "nonMembers": n, "confidence": confidence, "low": ends[0], "high": ends[1]})
    return rows


def main():
    p = [0.01, 0.04, 0.03, 0.005, 0.005, 0.9]
    reference = {
        "beta": beta_rows(),
        "normal": normal_rows(),
        "clopperPearson": proportion_rows(),
        "meanOfProportions": mean_rows(),
        "differenceOfProportions": difference_rows(),
        "rankings": ranking_rows(),
        "pairs": paired_rows(),
        "mannWhitney": mann_whitney_rows(),
        "epsilon": epsilon_rows(),
        "entropy": entropy_rows(),
        "holm": {"p": p, "adjusted": holm_plain(p)},
        "summaries": summary_rows(),
    }
    path = pathlib.Path(__file__).with_name("reference.json")
    path.write_text(json.dumps(plain(reference), allow_nan=False, separators=(",", ":")) + "\n")


main()
