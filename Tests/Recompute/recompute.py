#!/usr/bin/env python3
"""Recomputes every figure of report.xml from scores.h5, without any of LayerAudit's code.

usage: recompute.py REPORT.xml SCORES.h5 [--policy POLICY.xml] [--tolerance 1e-9]

Prints the largest difference per statistic. Exit code 0 when every figure agrees, 1 when one does not, 2 when the files
cannot be read.
"""

import argparse
import math
import re
import sys
from collections import defaultdict
from xml.etree import ElementTree

import numpy as np
from scipy import stats

import intervals
import judging
from book import Book, Group, worlds

REPORT = "{urn:layeraudit:report:1}"


class Ledger:
    """What was compared, and how far apart it was."""

    def __init__(self, tolerance):
        self.tolerance, self.rows, self.problems = tolerance, defaultdict(lambda: [0, 0, 0.0]), []

    def compare(self, kind, place, reported, expected):
        row = self.rows[kind]
        expected = expected.item() if isinstance(expected, np.generic) else expected
        if isinstance(expected, bool) or not isinstance(expected, (int, float)) or reported is None:
            difference = 0.0 if reported == expected else math.inf
        elif math.isinf(expected) or math.isinf(reported):
            difference = 0.0 if reported == expected else math.inf
        else:
            difference = abs(reported - expected)
        row[2] = max(row[2], difference)
        if difference <= self.tolerance:
            row[0] += 1
        else:
            row[1] += 1
            self.problems.append(f"{kind}, {place}: report {reported!r}, recomputed {expected!r}")

    def print(self):
        print(f"{'figure':<42}{'compared':>10}{'failed':>8}  largest difference")
        for kind, (passed, failed, largest) in sorted(self.rows.items()):
            print(f"{kind:<42}{passed + failed:>10}{failed:>8}  {largest:.2e}")
        for problem in self.problems[:20]:
            print(f"DIFFERENT: {problem}")
        passed, failed = (sum(row[i] for row in self.rows.values()) for i in (0, 1))
        print(f"{passed} passed, {failed} failed, tolerance {self.tolerance:g}")
        return failed


def number(element, name):
    text = element.get(name)
    return None if text is None else float(text.replace("INF", "inf"))


def place(element):
    return f"{element.get('attack')}/{element.get('approach')}/n{element.get('shadowSize')}"


def key(element):
    return element.get("attack"), element.get("approach"), int(element.get("shadowSize"))


def bounds_of_epsilon(groups, order, confidence, method):
    """Holm over the attacks on one training set."""
    delta = float(re.search(r"δ = ([-+.0-9eE]+)", method).group(1))
    counts = [
        (g.tp.sum(axis=1).mean(), g.book.members, g.fp.sum(axis=1).mean(), g.book.non_members)
        for g in (groups[k] for k in order)
    ]
    return dict(zip(order, intervals.holm(counts, delta, 1 - confidence)))


def check_worlds(report, worlds, ledger):
    """Figures over shadow worlds, and the outcomes that follow from them."""
    figures = []
    for element in report.find(REPORT + "measurements").findall(REPORT + "measurement"):
        if element.get("statistic") != "attribute-auc":
            continue
        own, where = worlds[key(element)], place(element)
        confidence = number(element, "confidence")
        low, high = own.ends(0.95 if confidence is None else confidence)
        ledger.compare("attribute-auc: value", where, number(element, "value"), own.auc)
        ledger.compare("attribute-auc: low", where, number(element, "low"), low)
        ledger.compare("attribute-auc: high", where, number(element, "high"), high)
        ledger.compare("worlds", where, (int(element.get("members")), int(element.get("nonMembers"))),
                       (own.rich, own.poor))
        attack, approach, size = key(element)
        figures.append(
            dict(
                attack=attack, approach=approach, shadowSize=size, statistic="attribute-auc", value=own.auc, low=low,
                high=high, confidence=confidence, members=own.rich, nonMembers=own.poor, population="source",
            )
        )
    ledger.compare("groups of worlds", "report",
                   sorted({(f["attack"], f["approach"], f["shadowSize"]) for f in figures}), sorted(worlds))
    outcomes = [o for o in report.find(REPORT + "outcomes") if key(o) in worlds]
    adjusted = intervals.holm_adjusted([worlds[key(o)].p_value for o in outcomes])
    for outcome, p in zip(outcomes, adjusted):
        ledger.compare("outcome over worlds", place(outcome), outcome.get("state") == "leaks", bool(p < 0.025))
    return figures


def check_measurements(report, groups, ledger):
    seed = int(report.find(REPORT + "provenance").get("seed"))
    elements = [
        element for element in report.find(REPORT + "measurements").findall(REPORT + "measurement")
        if element.get("statistic") != "attribute-auc"
    ]
    order = list(dict.fromkeys(key(element) for element in elements))
    ledger.compare("groups of measurements", "report", sorted(order), sorted(groups))
    epsilon, figures = {}, []
    populations = {identity: group.book.population for identity, group in groups.items()}
    for element in elements:
        statistic, where, group = element.get("statistic"), place(element), groups[key(element)]
        confidence = number(element, "confidence")
        sd = None
        if statistic == "epsilon-lower-bound":
            population = populations[key(element)]
            if (confidence, population) not in epsilon:
                own = [identity for identity in order if populations[identity] == population]
                epsilon[confidence, population] = bounds_of_epsilon(groups, own, confidence, element.get("method"))
            value = epsilon[confidence, population][key(element)]
            ends = (value, math.inf)
        else:
            values, ends = group.figure(statistic, 0.95 if confidence is None else confidence, seed)
            values = [v for v in values if v is not None]
            value = float(np.mean(values)) if values else None
            ends = ends if values else None
            sd = float(np.std(values, ddof=1)) if len(values) > 1 else None
        low, high = ends if ends else (None, None)
        ledger.compare(f"{statistic}: value", where, number(element, "value"), value)
        ledger.compare(f"{statistic}: low", where, number(element, "low"), low)
        ledger.compare(f"{statistic}: high", where, number(element, "high"), high)
        ledger.compare(f"{statistic}: sd", where, number(element, "sd"), sd)
        members, non_members = group.book.members, group.book.non_members
        if statistic == "subject-auc":
            members, non_members = (len(side) for side in group.subject_sides(group.scores[0]))
        ledger.compare("members", where, int(element.get("members")), members)
        ledger.compare("non-members", where, int(element.get("nonMembers")), non_members)
        ledger.compare("population", where, element.get("population"), group.book.population)
        ledger.compare("repeats", where, int(element.get("repeats")), len(group.runs))
        if value is not None and low is not None:
            ledger.compare("value inside its interval", where, bool(low <= value <= high), True)
        attack, approach, size = key(element)
        figures.append(
            dict(
                attack=attack, approach=approach, shadowSize=size, statistic=statistic, value=value, low=low, high=high,
                confidence=confidence, members=members, nonMembers=non_members, population=group.book.population,
            )
        )
    return figures


def check_classes(report, book, groups, ledger):
    elements = defaultdict(list)
    for element in report.find(REPORT + "classMeasurements").findall(REPORT + "classMeasurement"):
        elements[key(element)].append(element)
    for identity, group in groups.items():
        labels = [label for label in range(book.source.shape[1]) if group.m[label] + group.n[label] > 0]
        ledger.compare("classes", str(identity), len(elements[identity]), len(labels))
        for element, label in zip(elements[identity], labels):
            where = f"{place(element)}, class {element.get('class')}"
            m, n, right = group.m[label], group.n[label], group.right[:, label].mean()
            low, high = intervals.clopper_pearson(right, m + n, number(element, "confidence"))
            called = group.tp[:, label] + group.fp[:, label]
            precisions = group.tp[called > 0, label] / called[called > 0]
            own = book.label == label
            aucs = [intervals.auc(book.is_member[own], run[own]) for run in group.scores]
            expected = {
                "members": int(m), "nonMembers": int(n), "accuracy": right / (m + n), "low": low, "high": high,
                "precision": float(precisions.mean()) if len(precisions) else None,
                "recall": float(group.tp[:, label].mean() / m) if m else None,
                "auc": None if aucs[0] is None else float(np.mean(aucs)),
            }
            for name, value in expected.items():
                ledger.compare(f"class {name}", where, number(element, name), value)


def check_scores(book, ledger):
    """scores.h5 in itself: the order of the records, decisions at their thresholds, the gap attack."""
    members = book.members
    rows = np.concatenate([np.arange(members), np.arange(book.non_members)])
    ledger.compare("scores.h5: members first", "records", bool(book.is_member[:members].all()), True)
    ledger.compare("scores.h5: rows in order", "records", bool((book.row == rows).all()), True)
    sums = book.source.sum(axis=1)
    ledger.compare("scores.h5: probabilities", "source", bool(np.allclose(sums, 1, atol=1e-9)), True)
    is_right = book.source.argmax(axis=1) == book.label
    for identity, runs in book.groups.items():
        for (scores, called), threshold in zip(runs, book.thresholds[identity]):
            ledger.compare("scores.h5: no NaN", str(identity), bool(np.isnan(scores).any()), False)
            if threshold is not None:
                same = bool(((scores >= threshold) == called).all())
                ledger.compare("scores.h5: decision at threshold", str(identity), same, True)
            if identity[0] == "gap":
                ledger.compare("scores.h5: gap", str(identity), bool((called == is_right).all()), True)
    return is_right


def check_source(report, book, is_right, ledger):
    model = report.find(REPORT + "model")
    accuracy = float(is_right[book.is_member].mean())
    ledger.compare("source accuracy", "members", number(model, "memberAccuracy"), accuracy)
    ledger.compare("source accuracy", "non-members", number(model, "nonMemberAccuracy"), is_right[~book.is_member].mean())
    check = next(c for c in report.find(REPORT + "checks") if c.get("id") == "source-accuracy")
    low, high = intervals.clopper_pearson(int(is_right[book.is_member].sum()), book.members, number(check, "confidence"))
    classes = book.source.shape[1]
    predicted = np.bincount(book.source[book.is_member].argmax(axis=1), minlength=classes) / book.members
    chance = float(predicted @ np.bincount(book.label[book.is_member], minlength=classes) / book.members)
    for name, value in (("value", accuracy), ("low", low), ("high", high)):
        ledger.compare("check source-accuracy", name, number(check, name), value)
    ledger.compare("check source-accuracy", "result", check.get("result"), "pass" if low > chance else "fail")


def check_outcomes(report, figures, ledger):
    """Leakage or none follows from the AUC and Holm's correction over all rows; what was learned is not in scores.h5."""
    of_worlds = {f["attack"] for f in figures if f["statistic"] == "attribute-auc"}
    outcomes = [outcome for outcome in report.find(REPORT + "outcomes") if outcome.get("attack") not in of_worlds]
    p_values = []
    populations = []
    for outcome in outcomes:
        own = next(
            (f for f in figures
             if (f["attack"], f["approach"], f["shadowSize"]) == key(outcome) and f["statistic"] == "auc"), None)
        p_values.append(1.0)
        populations.append(own["population"] if own else "source")
        if own and own["low"] is not None and own["high"] > own["low"]:
            deviation = (own["value"] - own["low"]) / stats.norm.ppf(0.5 + own["confidence"] / 2)
            if deviation > 0:
                p_values[-1] = stats.norm.sf((own["value"] - 0.5) / deviation)
            elif own["value"] > 0.5:
                p_values[-1] = 0.0
    adjusted = {}
    for population in set(populations):
        rows = [i for i, own in enumerate(populations) if own == population]
        adjusted.update(zip(rows, intervals.holm_adjusted([p_values[i] for i in rows])))
    for i, outcome in enumerate(outcomes):
        p = adjusted[i]
        # Whether an attack learned stands in no score; without leakage, either of the other two is possible.
        if p < 0.025 or outcome.get("state") != "did-not-learn":
            expected = "leaks" if p < 0.025 else "no-evidence"
            ledger.compare("outcome", place(outcome), outcome.get("state"), expected)


def check_contributions(report, book, runs, ledger):
    """What the layers add: paired DeLong over the repeats both have, averaged, then Holm's correction."""
    rows = report.find(REPORT + "contributions").findall(REPORT + "contribution")
    p_values, computed = [], []
    for row in rows:
        attack, approach, size = key(row)
        pairs = list(zip(runs[(attack, approach, size)], runs[(attack, "baseline", size)]))
        tests = [intervals.delong_paired(a[book.is_member], a[~book.is_member], b[book.is_member], b[~book.is_member])
                 for a, b in pairs]
        difference = float(np.mean([t[0] for t in tests]))
        spread = np.var([t[0] for t in tests], ddof=1) / len(tests) if len(tests) > 1 else 0.0
        variance = float(np.mean([t[1] for t in tests]) + spread)
        p_values.append(2 * stats.norm.sf(abs(difference) / np.sqrt(variance)) if variance > 0 else 1.0)
        half = stats.norm.ppf(0.5 + number(row, "confidence") / 2) * np.sqrt(variance)
        computed.append((difference, max(-1.0, difference - half), min(1.0, difference + half)))
    for row, values, p in zip(rows, computed, intervals.holm_adjusted(p_values)):
        for name, value in zip(("difference", "low", "high"), values):
            ledger.compare("contribution", place(row) + " " + name, number(row, name), value)
        ledger.compare("contribution", place(row) + " adjustedP", number(row, "adjustedP"), p)
        finding = "no-difference" if p >= 0.05 else "stronger" if values[0] > 0 else "weaker"
        ledger.compare("contribution finding", place(row), row.get("finding"), finding)


def check_uncertainties(report, groups, ledger):
    """The parts of each AUC's uncertainty; with repeats, those of their mean."""
    seed = int(report.find(REPORT + "provenance").get("seed"))
    for row in report.iter(REPORT + "uncertainty"):
        group, where = groups[key(row)], place(row)
        values, count = [intervals.auc(group.book.is_member, run) for run in group.scores], len(group.scores)
        retrained, without = group.book.variants[key(row)]
        training = float(np.std([values[0], *retrained], ddof=1)) if retrained else number(row, "fromTraining")
        shadow, method = None, None
        if count > 1:
            shadow, method = max(0.0, np.var(values, ddof=1) - (training or 0) ** 2) ** 0.5, "repeats"
        elif without:
            shadow, method = float(np.std(without) * (len(without) - 1) ** 0.5), "jackknife"
        expected = {
            "sample": group.sample_deviation(seed),
            "shadow": None if shadow is None else shadow / count**0.5,
            "training": None if training is None else training / (count**0.5 if retrained else 1),
        }
        for name, value in expected.items():
            ledger.compare(f"uncertainty: {name}", where, number(row, f"from{name.capitalize()}"), value)
        ledger.compare("uncertainty: method", where, row.get("shadowMethod"), method)
        if not retrained:
            ledger.compare("uncertainty: no training", where, row.get("fromTraining") in (None, "0", "0.0"), True)
        largest = max(expected, key=lambda name: (expected[name] or 0.0))
        ledger.compare("uncertainty: largest", where, row.get("largest"), largest)


def check_judgement(report, figures, policy_file, ledger):
    checks = report.find(REPORT + "checks")
    failed = [
        (c.get("id"), c.get("population", "source"))
        for c in checks if c.get("result") == "fail" and c.get("affectsGates") == "true"
    ]
    populations = {attack.get("id"): attack.get("population", "source") for attack in report.find(REPORT + "attacks")}
    policy = judging.find_policy(report.find(REPORT + "policy").get("sha256"), policy_file)
    gates = report.find(REPORT + "gates").findall(REPORT + "gateResult")
    for gate in gates:
        name = gate.get("gate")
        if gate.get("attack"):
            own = [
                f for f in figures
                if (f["attack"], f["approach"], f["shadowSize"]) == key(gate) and f["statistic"] == gate.get("statistic")
                and (f["confidence"] is None or abs(f["confidence"] - number(gate, "confidence")) < 1e-9)
            ]
            for attribute, figure in (("measured", "value"), ("low", "low"), ("high", "high")):
                ledger.compare("gate figure", name, number(gate, attribute), own[0][figure] if own else None)
        if gate.get("result") in ("pass", "fail"):
            ends = [number(gate, "low"), number(gate, "high")]
            if gate.get("statistic") == "epsilon-lower-bound":
                ends = [number(gate, "measured")] * 2
            expected = judging.interval_result(*ends, gate.get("bound"), number(gate, "threshold"))
            ledger.compare("gate result from its interval", name, gate.get("result"), expected)
            own = [check for check, population in failed if population == populations.get(gate.get("attack"), "source")]
            ledger.compare("gate decided with a failed check", name, own, [])
    verdict = report.find(REPORT + "verdict")
    result = verdict.get("result")
    ledger.compare("exit code", "verdict", int(verdict.get("exitCode")), judging.EXIT_CODES.get(result))
    if policy is None:
        print("note: no policy file with the report's SHA-256; gates are judged by their own figures only (--policy)")
        return
    judge = judging.Judge(
        policy, figures, report.find(REPORT + "attacks"), report.find(REPORT + "outcomes"), failed
    )
    results = judge.gates()
    for gate in gates:
        ledger.compare("gate result by the policy", gate.get("gate"), gate.get("result"), results.get(gate.get("gate")))
    waived = {gate.get("gate") for gate in gates if gate.get("waived") == "true"}
    ledger.compare("verdict", "policy", result, judge.verdict(results, waived))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("report")
    parser.add_argument("scores")
    parser.add_argument("--policy", help="the policy file, when it is not a shipped one")
    parser.add_argument("--tolerance", type=float, default=1e-9)
    arguments = parser.parse_args()
    try:
        report = ElementTree.parse(arguments.report).getroot()
        book = Book(arguments.scores)
        on_target = any(m.get("population") == "target" for m in report.find(REPORT + "measurements"))
        target = Book(arguments.scores, "target") if on_target else None
        of_worlds = worlds(arguments.scores)
    except (OSError, KeyError, ElementTree.ParseError) as error:
        print(f"cannot be read: {error}", file=sys.stderr)
        return 2
    ledger = Ledger(arguments.tolerance)
    groups = {identity: Group(book, runs) for identity, runs in book.groups.items()}
    is_right = check_scores(book, ledger)
    check_source(report, book, is_right, ledger)
    others = {identity: Group(target, runs) for identity, runs in target.groups.items()} if target else {}
    figures = check_measurements(report, groups | others, ledger) + check_worlds(report, of_worlds, ledger)
    check_classes(report, book, groups, ledger)
    check_outcomes(report, figures, ledger)
    check_contributions(report, book, {identity: group.scores for identity, group in groups.items()}, ledger)
    check_uncertainties(report, groups | others, ledger)
    check_judgement(report, figures, arguments.policy, ledger)
    return 1 if ledger.print() else 0


if __name__ == "__main__":
    sys.exit(main())
