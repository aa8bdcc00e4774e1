"""What a policy says of the figures in a report: gates, verdict and exit code."""

import hashlib
from pathlib import Path
from xml.etree import ElementTree

POLICY = "{urn:layeraudit:policy:1}"
EXIT_CODES = {"pass": 0, "fail": 1, "incomplete": 2, "inconclusive": 3}


def find_policy(sha256, given=None):
    """The policy file with this digest: the one given, or a shipped one."""
    shipped = Path(__file__).resolve().parents[2] / "Policies"
    for path in [Path(given)] if given else sorted(shipped.glob("*.xml")):
        if hashlib.sha256(path.read_bytes()).hexdigest() == sha256:
            return ElementTree.parse(path).getroot()
    return None


def interval_result(low, high, bound, threshold):
    """Pass only if the unfavourable end is inside, fail only if the favourable end is outside."""
    if bound == "at-most":
        return "pass" if high <= threshold else "fail" if low > threshold else "inconclusive"
    return "pass" if low >= threshold else "fail" if high < threshold else "inconclusive"


def measurement_result(gate, figure, smallest):
    """What one figure says to a gate; `figure` holds recomputed values."""
    if figure["value"] is None or figure["members"] < smallest[0] or figure["nonMembers"] < smallest[1]:
        return "inconclusive"
    threshold, bound = float(gate.get("threshold")), gate.get("bound")
    if gate.get("statistic") == "epsilon-lower-bound":
        return interval_result(figure["value"], figure["value"], bound, threshold)
    if figure["low"] is None or abs(figure["confidence"] - float(gate.get("confidence"))) > 1e-9:
        return "inconclusive"
    return interval_result(figure["low"], figure["high"], bound, threshold)


class Judge:
    """A policy over recomputed figures, with what the report says of attacks, outcomes and checks."""

    def __init__(self, policy, figures, attacks, outcomes, failed_checks):
        self.policy, self.figures, self.failed_checks = policy, figures, failed_checks
        self.controls = {attack.get("id") for attack in attacks if attack.get("control") == "true"}
        self.by_name = self.controls | {attack.get("id") for attack in attacks if attack.get("population") == "target"}
        self.smallest = {attack.get("id"): int(attack.get("smallestSample")) for attack in attacks}
        self.states = {}
        for outcome in outcomes:
            key = (outcome.get("attack"), outcome.get("approach"))
            self.states.setdefault(key, []).append(outcome.get("state"))
        requires = policy.find(POLICY + "requires")
        sample = requires.find(POLICY + "sample")
        self.sample = (0, 0) if sample is None else (int(sample.get("members")), int(sample.get("nonMembers")))
        self.required = self.references(requires)

    @staticmethod
    def references(element):
        return [(attack.get("id"), attack.get("approach")) for attack in element.findall(POLICY + "attack")]

    @staticmethod
    def covers(reference, figure):
        return reference[0] == figure["attack"] and reference[1] in (None, figure["approach"])

    def learned(self, figure):
        if figure["attack"] in self.controls or figure["approach"] == "none":
            return True
        states = self.states.get((figure["attack"], figure["approach"]), [])
        return None if not states else any(state != "did-not-learn" for state in states)

    def selected(self, gate):
        listed = self.references(gate) if gate.get("attacks") == "listed" else None
        chosen = {}
        for figure in self.figures:
            covered = (
                figure["attack"] not in self.by_name
                if listed is None
                else any(self.covers(reference, figure) for reference in listed)
            )
            if figure["statistic"] != gate.get("statistic") or not covered:
                continue
            key = (figure["attack"], figure["approach"], figure["shadowSize"])
            if key not in chosen or figure["confidence"] == float(gate.get("confidence")):
                chosen[key] = figure
        return list(chosen.values())

    def needed(self, gate):
        if gate.get("attacks") == "listed":
            return self.references(gate)
        return [r for r in self.required if r[0] not in self.by_name and (r[1] or r[0] in self.smallest)]

    def gate(self, gate):
        selected = self.selected(gate)
        populations = {figure["population"] for figure in selected} or {"source"}
        if any(population in populations for _, population in self.failed_checks):
            return "inconclusive"
        said = []
        for figure in selected:
            least = self.smallest.get(figure["attack"], 0)
            # A policy's sample counts records, figures over shadow worlds count worlds.
            of_worlds = figure["statistic"] == "attribute-auc"
            smallest = (least, least) if of_worlds else tuple(max(least, size) for size in self.sample)
            said.append((figure, measurement_result(gate, figure, smallest)))
        if any(result == "fail" for _, result in said):
            return "fail"
        counting = [result for figure, result in said if self.learned(figure) is not False]
        for reference in self.needed(gate):
            own = [figure for figure, _ in said if self.covers(reference, figure)]
            if not own or all(self.learned(figure) is False for figure in own):
                return "inconclusive"
        if any(self.learned(figure) is None for figure, _ in said) or not counting:
            return "inconclusive"
        return "inconclusive" if "inconclusive" in counting else "pass"

    def gates(self):
        return {gate.get("id"): self.gate(gate) for gate in self.policy.findall(POLICY + "gate")}

    def verdict(self, results, waived):
        counting = [result for gate, result in results.items() if gate not in waived]
        missing = [r for r in self.required if not any(self.covers(r, figure) for figure in self.figures)]
        if "fail" in counting:
            return "fail"
        if not results or missing:
            return "incomplete"
        return "inconclusive" if "inconclusive" in counting else "pass"
