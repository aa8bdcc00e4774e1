"""Runs the layeraudit under test and holds what it answers against expected values."""

import os
import subprocess

import h5py
import numpy as np


class Refused(Exception):
    """The program would not read the model; the text is its first line, after the id of the reason."""


class Program:
    """One built layeraudit."""

    def __init__(self, path):
        self.path = os.path.abspath(path)

    def run(self, *arguments, timeout=600):
        """The standard output; raises Refused with the program's own words when it ends in an error."""
        done = subprocess.run([self.path, *arguments], capture_output=True, text=True, timeout=timeout)
        if done.returncode < 0:
            raise AssertionError(f"killed by signal {-done.returncode}: {' '.join(arguments)}")
        if done.returncode:
            lines = done.stderr.strip().splitlines()
            reason = lines[-1].strip() if lines else ""
            if done.returncode != 2 or not reason.startswith("["):
                raise AssertionError(f"exit code {done.returncode} without a reason: {' '.join(arguments)}")
            raise Refused(f"{reason} {lines[0]}")
        return done.stdout

    def predict(self, model, x, folder, *options, dataset="predictions"):
        """The answers of a model file for the records x (N, …)."""
        records = os.path.join(folder, "records.h5")
        answers = os.path.join(folder, "answers.h5")
        with h5py.File(records, "w") as file:
            file["x"] = np.asarray(x)
        self.run("predict", model, records, "--quiet", "--output", answers, *options)
        with h5py.File(answers) as file:
            found = file[dataset][()]
        os.remove(answers)
        return found


def relative_difference(found, expected):
    """max |found − expected| / max |expected|; infinite for another shape or a value that is no number."""
    expected = np.asarray(expected, dtype=np.float64)
    if found.shape != expected.shape or not np.isfinite(found).all():
        return float("inf")
    return float(np.abs(found - expected).max() / max(np.abs(expected).max(), 1e-30))
