"""scores.h5, and the figures that its scores and decisions give."""

import functools

import h5py
import numpy as np
from scipy import stats

import intervals

RATES = {"tpr-at-fpr-0.1": 0.1, "tpr-at-fpr-0.01": 0.01, "tpr-at-fpr-0.001": 0.001}
RESAMPLES, FEWEST_SUBJECTS, FEWEST_BEYOND = 1000, 20, 5
FEW_RESAMPLES = 200
TARGET_GROUP = "target-training-set"
WORLD_GROUP = "attribute-worlds"


class Book:
    """scores.h5."""

    def __init__(self, path, population="source"):
        self.population = population
        with h5py.File(path) as whole:
            file = whole if population == "source" else whole[TARGET_GROUP]
            self.is_member = file["records/member"][:].astype(bool)
            self.label = file["records/label"][:]
            self.row = file["records/row"][:]
            self.source = file["source/predictions"][:] if population == "source" else None
            self.classes = self.source.shape[1] if population == "source" else int(self.label.max()) + 1
            subjects = file["records/subject"].asstr()[:] if "records/subject" in file else None
            self.subjects = None if subjects is None else list(subjects)
            self.groups, self.thresholds, self.variants = {}, {}, {}
            for attack, approaches in file["attacks"].items():
                for approach, sizes in approaches.items():
                    for size, repeats in sizes.items():
                        turns = sorted(repeats, key=lambda name: int(name[1:]))
                        key = (attack, approach, int(size[1:]))
                        self.groups[key] = [
                            (repeats[t]["score"][:], repeats[t]["decision"][:].astype(bool)) for t in turns
                        ]
                        self.thresholds[key] = [repeats[t]["decision"].attrs.get("threshold") for t in turns]
                        score = repeats[turns[0]]["score"].attrs
                        self.variants[key] = (list(score.get("retrained", [])), list(score.get("without", [])))
        self.members, self.non_members = int(self.is_member.sum()), int((~self.is_member).sum())
        self.weights = None

    def resampled(self, seed):
        """All attacks share the resamples."""
        if self.weights is None:
            self.weights = intervals.bootstrap_weights(self.is_member, self.subjects, RESAMPLES, seed)
        return self.weights


class Worlds:
    """What one attack said of shadow worlds, rich and poor in a value of an attribute."""

    def __init__(self, scores, rich, part):
        halves = [(rich[part == p], scores[part == p]) for p in np.unique(part)]
        self.rich, self.poor = int(rich.sum()), int((~rich).sum())
        # A mean over parts varies at most as much as the smallest of them.
        self.m, self.n = (min(int((sides == side).sum()) for sides, _ in halves) for side in (True, False))
        self.auc = float(np.mean([intervals.auc(sides, own) for sides, own in halves]))
        self.ranks_nobody = all(bool((own == own[0]).all()) for _, own in halves)

    def ends(self, confidence):
        if self.ranks_nobody:
            return 0.0, 1.0
        return intervals.newcombe(self.auc, self.m, self.n, confidence)

    @property
    def p_value(self):
        m, n = self.m, self.n
        return float(stats.norm.sf((self.auc - 0.5) / np.sqrt((m + n + 1) / (12 * m * n))))


def worlds(path):
    """All worlds of a file, by attack, approach and size."""
    found = {}
    with h5py.File(path) as file:
        for attack, approaches in file.get(WORLD_GROUP, {}).items():
            for approach, sizes in approaches.items():
                for size, group in sizes.items():
                    found[attack, approach, int(size[1:])] = Worlds(
                        group["score"][:], group["rich"][:].astype(bool), group["part"][:]
                    )
    return found


class Group:
    """The repeats of one attack, approach and size."""

    def __init__(self, book, runs):
        self.book, self.runs = book, runs
        self.scores = [scores for scores, _ in runs]
        labels = book.label
        size = book.classes
        count = lambda rows: np.bincount(labels[rows], minlength=size)
        self.m, self.n = count(book.is_member), count(~book.is_member)
        self.tp = np.array([count(book.is_member & called) for _, called in runs])
        self.fp = np.array([count(~book.is_member & called) for _, called in runs])
        self.right = self.tp + self.n - self.fp
        self.ranks_nobody = all((run == run[0]).all() for run in self.scores)

    @functools.cached_property
    def curves(self):
        return [intervals.curve(self.book.is_member, run) for run in self.scores]

    def figure(self, statistic, confidence, seed):
        """Value per repeat (None where undefined), and the interval of their mean."""
        if statistic in RATES:
            rate = RATES[statistic]
            if 1 / self.book.non_members > rate:
                return [], None
            values = [intervals.tpr_at(curve, rate) for curve in self.curves]
            if self.ranks_nobody:
                return values, (0.0, 1.0)
            ends = intervals.tpr_interval(self.curves, self.book.members, self.book.non_members, rate, confidence)
            return values, ends
        return getattr(self, statistic.replace("-", "_"))(confidence, seed)

    def accuracy(self, confidence, _):
        has = self.m + self.n > 0
        total = (self.m + self.n)[has]
        strata = list(zip(self.right.mean(axis=0)[has], total))
        return list((self.right[:, has] / total).mean(axis=1)), intervals.mover_mean(strata, confidence)

    def recall(self, confidence, _):
        has = self.m > 0
        strata = list(zip(self.tp.mean(axis=0)[has], self.m[has]))
        return list((self.tp[:, has] / self.m[has]).mean(axis=1)), intervals.mover_mean(strata, confidence)

    def precision(self, confidence, _):
        values, ends = [], []
        for tp, fp in zip(self.tp, self.fp):
            called = tp + fp > 0
            if called.any():
                values.append(float((tp[called] / (tp + fp)[called]).mean()))
                ends.append(intervals.mover_mean(list(zip(tp[called], (tp + fp)[called])), confidence))
        return values, tuple(np.mean(ends, axis=0)) if ends else None

    def undefined_precision(self, confidence, _):
        has = self.m + self.n > 0
        values = [float(share) for share in ((self.tp + self.fp)[:, has] == 0).mean(axis=1)]
        return values, intervals.clopper_pearson(np.mean(values) * has.sum(), int(has.sum()), confidence)

    def tpr(self, confidence, _):
        hits = self.tp.sum(axis=1)
        return list(hits / self.book.members), intervals.clopper_pearson(hits.mean(), self.book.members, confidence)

    def fpr(self, confidence, _):
        alarms = self.fp.sum(axis=1)
        ends = intervals.clopper_pearson(alarms.mean(), self.book.non_members, confidence)
        return list(alarms / self.book.non_members), ends

    def advantage(self, confidence, _):
        m, n = self.book.members, self.book.non_members
        hits, alarms = self.tp.sum(axis=1), self.fp.sum(axis=1)
        ends = intervals.mover_difference((hits.mean(), m), (alarms.mean(), n), confidence)
        return list(hits / m - alarms / n), (-1.0, 1.0) if self.ranks_nobody else ends

    def auc(self, confidence, seed):
        is_member, subjects = self.book.is_member, self.book.subjects
        values = [intervals.auc(is_member, run) for run in self.scores]
        if self.ranks_nobody:
            return values, (0.0, 1.0)
        if subjects is None:
            largest = 1 / (4 * min(self.book.members, self.book.non_members))
            variances = [intervals.delong_variance(run[is_member], run[~is_member]) for run in self.scores]
            variance = np.mean([v if v > 0 else largest for v in variances])
            spread = np.var(values, ddof=1) / len(values) if len(values) > 1 else 0
            return values, intervals.normal_interval(np.mean(values), variance + spread, confidence)
        weights = self.book.resampled(intervals.derived(seed, "subject-bootstrap"))
        means = np.mean([intervals.weighted_aucs(is_member, run, weights) for run in self.scores], axis=0)
        low, high = np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2])
        if (1 - confidence) / 2 * RESAMPLES < FEWEST_BEYOND:
            normal = intervals.normal_interval(np.mean(values), np.var(means, ddof=1), confidence)
            low, high = min(low, normal[0]), max(high, normal[1])
        fewest = min(len({s for s, m in zip(subjects, is_member) if m == side}) for side in (True, False))
        if low == high or fewest < FEWEST_SUBJECTS:
            widest = intervals.normal_interval(np.mean(values), 1 / (4 * fewest), confidence)
            low, high = min(low, widest[0]), max(high, widest[1])
        return values, (low, high)

    def sample_deviation(self, seed):
        """Of the mean AUC, from the audited records or subjects."""
        is_member, subjects = self.book.is_member, self.book.subjects
        if subjects is None:
            largest = 1 / (4 * min(self.book.members, self.book.non_members))
            variances = [intervals.delong_variance(run[is_member], run[~is_member]) for run in self.scores]
            return float(np.mean([v if v > 0 else largest for v in variances]) ** 0.5)
        weights = self.book.resampled(intervals.derived(seed, "subject-bootstrap"))[:FEW_RESAMPLES]
        means = np.mean([intervals.weighted_aucs(is_member, run, weights) for run in self.scores], axis=0)
        return float(np.std(means, ddof=1))

    def subject_sides(self, run):
        """Mean scores of the subjects with a record among the members, and of the others."""
        finite = run[np.isfinite(run)]
        low, high = (finite.min(), finite.max()) if len(finite) else (-1.0, 1.0)
        clipped, subjects = np.clip(run, low, high), np.array(self.book.subjects)
        inside = set(subjects[self.book.is_member])
        sides = {True: [], False: []}
        for subject in dict.fromkeys(self.book.subjects):
            sides[subject in inside].append(clipped[subjects == subject].mean())
        return np.array(sides[True]), np.array(sides[False])

    def subject_auc(self, confidence, _):
        sides = [self.subject_sides(run) for run in self.scores]
        fewest = min(len(sides[0][0]), len(sides[0][1]))
        if fewest < 2:
            return [], None
        flags = np.repeat([True, False], [len(sides[0][0]), len(sides[0][1])])
        values = [intervals.auc(flags, np.concatenate(pair)) for pair in sides]
        if self.ranks_nobody:
            return values, (0.0, 1.0)
        largest, small = 1 / (4 * fewest), fewest < FEWEST_SUBJECTS
        variances = [intervals.delong_variance(*pair) for pair in sides]
        variance = np.mean([max(v, largest) if small or v == 0 else v for v in variances])
        spread = np.var(values, ddof=1) / len(values) if len(values) > 1 else 0
        return values, intervals.normal_interval(np.mean(values), variance + spread, confidence)
