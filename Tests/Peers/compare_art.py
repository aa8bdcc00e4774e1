"""Holds LayerAudit's black-box attacks against those of the adversarial-robustness-toolbox (ART) on the same answers.

    compare_art.py LAYERAUDIT SHARED [--seeds N]

The answers are those of Location-30 (SHARED/data/mia-predictions): LayerAudit audits them with a manifest of predictions
alone; ART's attacks are trained on the same shadow answers, one attack model per class as in TransMIA, and asked about the
same records. They get the parameters that make them the same attack: a linear support vector machine on the vectors as
they are; TransMIA's network (hidden layers of 50, 30 and 5) with our training, on standardised vectors, as ours are nearly.
Printed for each attack: the AUC averaged over classes and the accuracy over all records. ART's own answers change with the
seed: LayerAudit agrees when its figure lies within ART's, each end moved by their spread. ART's rule-based attack takes no
chances, and has to be met exactly. ART's own larger network (512, 100, 64 units) is another attack: its figures are printed
beside ours and decide nothing.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile
import warnings

import h5py
import numpy as np
import torch
from art.attacks.inference.membership_inference import MembershipInferenceBlackBox
from art.attacks.inference.membership_inference import MembershipInferenceBlackBoxRuleBased
from art.estimators.classification import BlackBoxClassifier, PyTorchClassifier
from sklearn.metrics import roc_auc_score

warnings.filterwarnings("ignore")

MANIFEST = """version: 1
predictions:
  source: {{file: {file}, predictions: /target/predictions, labels: /target/labels, member: /target/member}}
  shadow: {{file: {file}, predictions: /shadow/predictions, labels: /shadow/labels, member: /shadow/member}}
adversary: {{attacks: [transmia-svm, transmia-dnn, gap]}}
context: {{controller: Example, recipient: Example, release: partner, dataCategories: []}}
policy: gdpr-baseline
seed: 1
"""


class Learner(PyTorchClassifier):
    """A classifier that ART trains as long as TransMIA's network, and that answers probabilities, as ART expects."""

    def fit(self, x, y, **_):
        super().fit(x, y, batch_size=32, nb_epochs=50)

    def predict(self, x, **_):
        return torch.softmax(torch.from_numpy(super().predict(x)), dim=1).numpy()


def machine(seed, classes):
    attack = MembershipInferenceBlackBox(classes, attack_model_type="svm", scaler_type=None)
    attack.attack_model.set_params(kernel="linear", C=1, random_state=seed)
    return attack


def network(seed, classes):
    """The network of TransMIA with the training `layeraudit list attacks` gives."""
    sizes = [2 * classes.nb_classes, 50, 30, 5]
    layers = [[torch.nn.Linear(*pair), torch.nn.ReLU()] for pair in zip(sizes, sizes[1:])]
    model = torch.nn.Sequential(*[layer for pair in layers for layer in pair], torch.nn.Linear(5, 2))
    learner = Learner(
        model=model,
        loss=torch.nn.CrossEntropyLoss(),
        optimizer=torch.optim.Adam(model.parameters(), lr=0.001, weight_decay=0.015),
        input_shape=(sizes[0],),
        nb_classes=2,
        device_type="cpu",
    )
    return MembershipInferenceBlackBox(classes, attack_model=learner, scaler_type="standard")


def larger(seed, classes):
    return MembershipInferenceBlackBox(classes, attack_model_type="nn", scaler_type=None)


# Ours, ART's, what ART's is, and whether it is the same attack.
LEARNED = [
    ("transmia-svm", machine, "linear svm", True),
    ("transmia-dnn", network, "network of 50, 30, 5", True),
    ("transmia-dnn", larger, "network of 512, 100, 64", False),
]


def part(file, name):
    group = file[name]
    return group["predictions"][:], group["labels"][:], group["member"][:].astype(bool)


def ours(program, answers):
    """Scores and decisions of each attack."""
    with tempfile.TemporaryDirectory() as folder:
        manifest = pathlib.Path(folder) / "audit.yaml"
        manifest.write_text(MANIFEST.format(file=answers))
        command = [program, "audit", manifest, "--output", f"{folder}/out", "--registry", f"{folder}/registry.sqlite"]
        run = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
        if run.returncode not in (0, 1, 3):
            sys.exit(run.stderr)
        found = {}
        with h5py.File(f"{folder}/out/scores.h5") as scores:
            for attack in scores["attacks"]:
                runs = []
                scores[f"attacks/{attack}"].visititems(
                    lambda _, item: runs.append(item) if isinstance(item, h5py.Group) and "score" in item else None
                )
                found[attack] = (runs[0]["score"][:], runs[0]["decision"][:].astype(bool))
        return found


def figures(member, labels, scores, decisions):
    classes = np.unique(labels)
    areas = [roc_auc_score(member[labels == label], scores[labels == label]) for label in classes]
    return float(np.mean(areas)), float((decisions == member).mean())


def learned(make, seed, shadow, target, classifier):
    """ART's attack of one kind, one model per class."""
    np.random.seed(seed)
    torch.manual_seed(seed)
    predictions, labels, member = shadow
    asked, asked_labels, truth = target
    scores = np.zeros(len(asked_labels))
    decisions = np.zeros(len(asked_labels), dtype=bool)
    for label in np.unique(asked_labels):
        rows, queried = labels == label, asked_labels == label
        attack = make(seed, classifier)
        attack.fit(
            x=None,
            y=labels[rows & member],
            test_x=None,
            test_y=labels[rows & ~member],
            pred=predictions[rows & member],
            test_pred=predictions[rows & ~member],
        )
        said = np.asarray(attack.infer(None, asked_labels[queried], pred=asked[queried], probabilities=True))
        scores[queried] = said[:, -1] if said.ndim == 2 else said
        decided = attack.infer(None, asked_labels[queried], pred=asked[queried])
        decided = np.asarray(decided).reshape(queried.sum(), -1)
        decisions[queried] = decided.argmax(axis=1) if decided.shape[1] == 2 else decided[:, 0].astype(bool)
    return figures(truth, asked_labels, scores, decisions)


def agrees(value, others):
    spread = max(others) - min(others)
    return min(others) - spread <= value <= max(others) + spread


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("program")
    arguments.add_argument("shared", type=pathlib.Path)
    arguments.add_argument("--seeds", type=int, default=5)
    given = arguments.parse_args()
    torch.set_num_threads(1)
    answers = (given.shared / "data/mia-predictions/location30-song-mittal.h5").resolve()
    with h5py.File(answers) as file:
        shadow, target = part(file, "shadow"), part(file, "target")
    found = ours(given.program, answers)
    predictions, labels, member = target
    classes = predictions.shape[1]
    differ = 0

    by_row = BlackBoxClassifier(lambda rows: predictions[rows[:, 0].astype(int)], input_shape=(1,), nb_classes=classes)
    rows = np.arange(len(labels), dtype=np.float32)[:, None]
    rule = np.asarray(MembershipInferenceBlackBoxRuleBased(by_row).infer(rows, labels)).reshape(-1).astype(bool)
    same = bool((rule == found["gap"][1]).all())
    differ += not same
    print(f"gap: {len(labels)} decisions of ART's rule-based attack, {(rule != found['gap'][1]).sum()} differ")

    classifier = BlackBoxClassifier(lambda rows: rows, input_shape=(classes,), nb_classes=classes)
    for attack, make, kind, is_same in LEARNED:
        value = figures(member, labels, *found[attack])
        others = [learned(make, seed, shadow, target, classifier) for seed in range(given.seeds)]
        for index, name in enumerate(("AUC over classes", "accuracy")):
            theirs = [other[index] for other in others]
            holds = agrees(value[index], theirs)
            stronger = value[index] > max(theirs)
            differ += is_same and not holds and not stronger
            word = "agrees" if holds else "is stronger" if stronger else "IS WEAKER" if is_same else "is below"
            print(
                f"{attack}, {name}: {value[index]:.4f} {word}; ART's {kind}, over {given.seeds} seeds: "
                f"{min(theirs):.4f} to {max(theirs):.4f}",
                flush=True,
            )
    sys.exit(1 if differ else 0)


if __name__ == "__main__":
    main()
