"""Writes reference.json: epsilons of 200 random DP-SGD runs by dp-accounting's RDP and PLD accountants.

    pip install dp-accounting==0.6.0
    python3 make_reference.py

Made with dp-accounting 0.6.0, NumPy 2.4.6, SciPy 1.17.1 and both accountants' own defaults (RDP orders, PLD interval
1e-4, add or remove one record). Drawn log-uniformly: records from 1e3 to 1e6, sampling rate from 1e-4 to 0.5, noise from
0.5 to 8, steps from 10 to 2e4, delta from 1e-8 to 1e-4. A draw is kept when both epsilons lie between 0.01 and 10: a larger
one promises next to nothing.

For fractional orders dp-accounting adds up the magnitudes of a series whose terms alternate in sign, so that its RDP is
too large there, by a multiple at orders below 2. "rdpExact" is the same epsilon with the divergences of all orders
integrated by SciPy; "order" is the order it is reached at.
"""

import fractions
import json
import math
import pathlib

import numpy as np
from dp_accounting import dp_event
from dp_accounting.pld import pld_privacy_accountant
from dp_accounting.rdp import rdp_privacy_accountant
from scipy.integrate import quad

COUNT = 200
rng = np.random.default_rng(20261120)


def log_uniform(low, high):
    return math.exp(rng.uniform(math.log(low), math.log(high)))


def draw():
    records = round(log_uniform(1e3, 1e6))
    batch = max(1, round(records * log_uniform(1e-4, 0.5)))
    noise = float(f"{log_uniform(0.5, 8):.4g}")
    epochs = float(f"{log_uniform(10, 2e4) * batch / records:.4g}")
    delta = float(f"{log_uniform(1e-8, 1e-4):.4g}")
    # Exact: the epochs as they are written, not as they are rounded to a double.
    steps = math.ceil(fractions.Fraction(str(epochs)) * records / batch)
    return {"records": records, "batch": batch, "noise": noise, "epochs": epochs, "delta": delta, "steps": steps}


def event(run):
    step = dp_event.PoissonSampledDpEvent(run["batch"] / run["records"], dp_event.GaussianDpEvent(run["noise"]))
    return dp_event.SelfComposedDpEvent(step, run["steps"])


def epsilon(accountant, run):
    return float(accountant.compose(event(run)).get_epsilon(run["delta"]))


def divergence(q, noise, order):
    """The divergence of one step, integrated; exponents relative to the largest, so that nothing overflows."""

    def exponent(z):
        w = (2 * z - 1) / (2 * noise**2)
        return -(z**2) / (2 * noise**2) + order * np.logaddexp(math.log1p(-q), math.log(q) + w)

    grid = np.linspace(-14 * noise, order + 14 * noise, 4001)
    largest = exponent(grid).max()
    total = sum(
        quad(lambda z: math.exp(exponent(z) - largest), low, high, epsabs=1e-15, epsrel=1e-12, limit=500)[0]
        for low, high in zip(grid[:-1:250], grid[250::250])
    )
    return (largest + math.log(total) - math.log(noise * math.sqrt(2 * math.pi))) / (order - 1)


def exact(run):
    orders = rdp_privacy_accountant.DEFAULT_RDP_ORDERS
    q = run["batch"] / run["records"]
    total = [run["steps"] * divergence(q, run["noise"], order) for order in orders]
    best, order = rdp_privacy_accountant.compute_epsilon(orders, total, run["delta"])
    return float(best), order


def main():
    rows = []
    while len(rows) < COUNT:
        run = draw()
        run["rdp"] = epsilon(rdp_privacy_accountant.RdpAccountant(), run)
        if not 0.01 <= run["rdp"] <= 10:
            continue
        run["pld"] = epsilon(pld_privacy_accountant.PLDAccountant(), run)
        if 0.01 <= run["pld"] <= 10:
            run["rdpExact"], run["order"] = exact(run)
            rows.append(run)
    path = pathlib.Path(__file__).with_name("reference.json")
    path.write_text("[\n" + ",\n".join(json.dumps(row) for row in rows) + "\n]\n")


main()
