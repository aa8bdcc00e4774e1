"""The statistics of an audit, from their definitions: SciPy's distributions, NumPy's arithmetic, nothing of LayerAudit."""

import math

import numpy as np
from scipy import optimize, stats
from sklearn.metrics import roc_auc_score, roc_curve


def clopper_pearson(successes, trials, confidence):
    """Exact interval of a proportion (Clopper & Pearson 1934); counts may be means over repeats."""
    alpha = (1 - confidence) / 2
    return lower(successes, trials, alpha), upper(successes, trials, alpha)


def lower(successes, trials, alpha):
    return 0.0 if successes == 0 else float(stats.beta.ppf(alpha, successes, trials - successes + 1))


def upper(successes, trials, alpha):
    return 1.0 if successes == trials else float(stats.beta.isf(alpha, successes + 1, trials - successes))


def mover_mean(strata, confidence):
    """Unweighted mean of independent proportions (Zou & Donner 2008)."""
    p = np.array([k / n for k, n in strata])
    ends = np.array([clopper_pearson(k, n, confidence) for k, n in strata])
    below = np.sqrt(np.sum((p - ends[:, 0]) ** 2)) / len(p)
    above = np.sqrt(np.sum((ends[:, 1] - p) ** 2)) / len(p)
    return max(0.0, p.mean() - below), min(1.0, p.mean() + above)


def mover_difference(first, second, confidence):
    """Difference of two independent proportions (Zou & Donner 2008)."""
    (p, q) = (first[0] / first[1], second[0] / second[1])
    (l1, u1), (l2, u2) = clopper_pearson(*first, confidence), clopper_pearson(*second, confidence)
    return max(-1.0, p - q - math.hypot(p - l1, u2 - q)), min(1.0, p - q + math.hypot(u1 - p, q - l2))


def ranked(scores):
    """The scores' dense ranks: ROC statistics depend on nothing else, and scikit-learn refuses infinities."""
    return np.unique(scores, return_inverse=True)[1].reshape(-1)


def auc(is_member, scores):
    if is_member.all() or not is_member.any():
        return None
    return float(roc_auc_score(is_member, ranked(scores)))


def delong_components(members, non_members):
    """Structural components of DeLong, DeLong & Clarke-Pearson 1988."""
    inside, outside = np.sort(members), np.sort(non_members)
    v10 = (np.searchsorted(outside, members, "left") + np.searchsorted(outside, members, "right")) / 2 / len(outside)
    v01 = 1 - (np.searchsorted(inside, non_members, "left") + np.searchsorted(inside, non_members, "right")) / 2 / len(
        inside
    )
    return v10, v01


def delong_variance(members, non_members):
    v10, v01 = delong_components(members, non_members)
    return v10.var(ddof=1) / len(v10) + v01.var(ddof=1) / len(v01)


def delong_paired(members, non_members, other_members, other_non_members):
    """Difference of two AUCs of the same records, and its variance from the differences of the components."""
    first, second = delong_components(members, non_members), delong_components(other_members, other_non_members)
    v10, v01 = first[0] - second[0], first[1] - second[1]
    return float(v10.mean()), v10.var(ddof=1) / len(v10) + v01.var(ddof=1) / len(v01)


def holm_adjusted(p_values):
    order = np.argsort(p_values, kind="stable")
    adjusted, largest = np.empty(len(p_values)), 0.0
    for rank, index in enumerate(order):
        largest = max(largest, min(1.0, (len(p_values) - rank) * p_values[index]))
        adjusted[index] = largest
    return adjusted


def normal_interval(mean, variance, confidence):
    half = stats.norm.ppf(0.5 + confidence / 2) * math.sqrt(variance)
    return max(0.0, mean - half), min(1.0, mean + half)


def newcombe(auc, m, n, confidence):
    """Newcombe 2006, part 2, method 5: the roots of (auc - theta)^2 = z^2 V(theta), V being Hanley and McNeil's variance
    with both sample sizes of its numerator at their mean."""
    z, k = stats.norm.ppf(0.5 + confidence / 2), (m + n) / 2

    def excess(theta):
        q1, q2 = theta / (2 - theta), 2 * theta**2 / (1 + theta)
        variance = (theta * (1 - theta) + (k - 1) * (q1 - theta**2) + (k - 1) * (q2 - theta**2)) / (m * n)
        return (auc - theta) ** 2 - z**2 * variance

    # At 0 and 1 the variance vanishes, so that an AUC there is itself a root: the other one is looked for beside it.
    low = 0.0 if auc <= 0 else optimize.brentq(excess, 1e-9, min(auc, 1 - 1e-9), xtol=1e-15)
    high = 1.0 if auc >= 1 else optimize.brentq(excess, max(auc, 1e-9), 1 - 1e-9, xtol=1e-15)
    return low, high


def curve(is_member, scores):
    """False and true positive rates at every threshold."""
    fpr, tpr, _ = roc_curve(is_member, ranked(scores), drop_intermediate=False)
    return fpr, tpr


def tpr_at(curve, rate):
    """True positive rate at the smallest threshold whose empirical false positive rate is at most `rate`."""
    fpr, tpr = curve
    return float(tpr[fpr <= rate].max())


def tpr_with(curve, non_members, false_positives):
    """The same, for a number of false positives; 0 below none."""
    fpr, tpr = curve
    return float(tpr[np.rint(fpr * non_members) <= false_positives].max()) if false_positives >= 0 else 0.0


def tpr_interval(curves, members, non_members, rate, confidence):
    """Threshold as an order statistic, rate as a proportion, joined by MOVER."""
    alpha = (1 - confidence) / 2
    below = stats.binom.cdf(np.arange(non_members + 1), non_members, rate)
    fewest, most = int(np.argmax(below > alpha)), int(np.argmax(below >= 1 - alpha))
    p = np.mean([tpr_at(curve, rate) for curve in curves])
    low_rate = np.mean([tpr_with(curve, non_members, fewest - 1) for curve in curves])
    high_rate = np.mean([tpr_with(curve, non_members, most) for curve in curves])
    low, high = clopper_pearson(round(p * members * len(curves)) / len(curves), members, confidence)
    return max(0.0, p - math.hypot(p - low, p - low_rate)), min(1.0, p + math.hypot(high - p, high_rate - p))


def epsilon(true_positives, members, false_positives, non_members, delta, alpha):
    """max{ln((TPR_lo - delta) / FPR_hi), ln((TNR_lo - delta) / FNR_hi), 0} at alpha / 2 each."""
    tpr = lower(true_positives, members, alpha / 2)
    fpr = upper(false_positives, non_members, alpha / 2)
    tnr = lower(non_members - false_positives, non_members, alpha / 2)
    fnr = upper(members - true_positives, members, alpha / 2)
    terms = [math.log((a - delta) / b) for a, b in ((tpr, fpr), (tnr, fnr)) if a > delta]
    return max([0.0] + terms)


def holm(counts, delta, alpha):
    """Step-down bounds: the largest bound at alpha / (attacks left) comes next, never above its predecessor."""
    bounds, left, previous = [0.0] * len(counts), list(range(len(counts))), math.inf
    while left:
        values = [epsilon(*counts[i], delta, alpha / len(left)) for i in left]
        best = int(np.argmax(values))
        if values[best] <= 0:
            break
        previous = min(previous, values[best])
        bounds[left.pop(best)] = previous
    return bounds


MASK = (1 << 64) - 1
GAMMA = 0x9E3779B97F4A7C15


def mixed(state):
    """One step of SplitMix64 (Steele, Lea & Flood 2014)."""
    z = (state + GAMMA) & MASK
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
    return z ^ (z >> 31)


def derived(seed, role, index=0):
    for byte in role.encode():
        seed = mixed(seed ^ byte)
    return mixed(seed ^ index)


def bootstrap_weights(is_member, subjects, resamples, seed):
    """How often each record counts (resamples, N) when subjects are drawn with replacement, members' first."""
    number = {name: index for index, name in enumerate(dict.fromkeys(subjects))}
    numbers = np.array([number[name] for name in subjects])
    sides = [(np.unique(numbers[side]), side) for side in (is_member, ~is_member)]
    weights, state = np.zeros((resamples, len(numbers)), dtype=np.uint16), seed
    for row in weights:
        for pool, side in sides:
            drawn = []
            for _ in pool:
                drawn.append((mixed(state) * len(pool)) >> 64)
                state = (state + GAMMA) & MASK
            times = np.zeros(len(number), dtype=np.uint16)
            np.add.at(times, pool[drawn], 1)
            row[side] = times[numbers[side]]
    return weights


def weighted_aucs(is_member, scores, weights):
    """AUC of each resample: a member beats the non-members below it, and half of those that tie."""
    order = np.argsort(scores, kind="stable")
    starts = np.flatnonzero(np.r_[True, scores[order][1:] != scores[order][:-1]])
    inside = np.add.reduceat(weights[:, order] * is_member[order], starts, axis=1, dtype=float)
    outside = np.add.reduceat(weights[:, order] * ~is_member[order], starts, axis=1, dtype=float)
    below = np.cumsum(outside, axis=1) - outside / 2
    return (inside * below).sum(axis=1) / (inside.sum(axis=1) * outside.sum(axis=1))
