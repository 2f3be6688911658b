#!/usr/bin/env python3
"""Works out what treating and shifting do to a risk factor: the reference for tests/population.rs.

    pip install numpy==2.4.6 scipy==1.17.1
    python3 tests/support/population.py > tests/fixtures/population.json

It shares nothing with the Rust code but the definitions (section "Threshold or whole population" of the design): SciPy's
distributions, a general root finder for the fits, and the high-risk approach by integrating over single values.
"""

import json
import math

import numpy as np
from scipy import optimize, stats
from scipy.integrate import quad

FITS = [
    ("normal", (25, 30), (0.642, 0.28)), ("lognormal", (25, 30), (0.642, 0.28)), ("normal", (25, 30), (0.53, 0.149)),
    ("lognormal", (25, 30), (0.53, 0.149)), ("lognormal", (140, 160), (0.3, 0.08)), ("normal", (-1, 2.5), (0.9, 0.02)),
]
PROGRAMMES = [(30, 0.5, "units", 2.0), (30, 0.3, "share", 0.1), (27.5, 1.0, "units", 6.0), (35, 0.8, "share", 0.25)]
SHIFTS = [("units", 1.0), ("units", -0.5), ("share", 0.05), ("share", -0.02)]
THRESHOLDS = [25, 30, 35, 40]


def fitted(shape, thresholds, shares):
    """Mean and standard deviation (of the logarithm for a lognormal) by a general solver."""
    t = np.log(thresholds) if shape == "lognormal" else np.array(thresholds, dtype=float)

    def off(parameters):
        return stats.norm.sf(t, parameters[0], math.exp(parameters[1])) - shares

    start = (t.mean(), math.log(t[1] - t[0]))
    found = optimize.root(off, start, tol=1e-14).x
    centre, spread = found[0], math.exp(found[1])
    return stats.norm(centre, spread) if shape == "normal" else stats.lognorm(s=spread, scale=math.exp(centre))


def treated_value(x, kind, size):
    return x - size if kind == "units" else x * (1 - size)


def high_risk(d, threshold, uptake, kind, size):
    end = d.isf(1e-15)

    def over(f):
        inside = [p for p in points if threshold < p < end]
        total, edges = 0.0, [threshold, *inside, end]
        for a, b in zip(edges, edges[1:]):
            total += quad(lambda x: f(x) * d.pdf(x), a, b, epsabs=1e-13, epsrel=1e-13, limit=200)[0]
        return total

    crossings = []
    for t in THRESHOLDS:
        # Where the treated value crosses the threshold the function has a step.
        points = sorted({float(t), t + size if kind == "units" else t / (1 - size)})
        moved = uptake * over(lambda x: float(x > t and treated_value(x, kind, size) <= t))
        crossings.append([t, float(d.sf(t)), moved])
    points = []
    change = -uptake * over(lambda x: x - treated_value(x, kind, size))
    return {"programme": [threshold, uptake, kind, size], "eligible": float(d.sf(threshold)), "change": change,
            "crossings": crossings}


def shifted(d, kind, size):
    # A value t after the shift was t + size or t / (1 - size) before it.
    before = [t + size if kind == "units" else t / (1 - size) for t in THRESHOLDS]
    change = -size if kind == "units" else -size * d.mean()
    sd = d.std() if kind == "units" else d.std() * (1 - size)
    return {"shift": [kind, size], "change": float(change), "sd": float(sd), "after": [float(d.sf(b)) for b in before]}


def equal_shift(d, programme):
    treated = high_risk(d, *programme)
    moved = treated["crossings"][1][2]
    by_threshold = optimize.brentq(lambda s: d.sf(30) - d.sf(30 + s) - moved, 0, 30, xtol=1e-13)
    by_share = optimize.brentq(lambda s: d.sf(30) - d.sf(30 / (1 - s)) - moved, 0, 0.9, xtol=1e-14)
    return [*programme, -treated["change"], float(moved), by_threshold, by_share]


def missed(d, people, difference, kind):
    share = np.array(people) / sum(people)
    rank = np.cumsum(share) - share / 2
    lived_in = [r for r, n in zip(rank, people) if n > 0]
    line = (0.5 - rank) / (lived_in[-1] - lived_in[0])
    moves = difference * line
    if kind == "prevalence":
        moves = [25 - d.isf(d.sf(25) + m) for m in moves]
    past = [[float(d.sf(t - m)) for t in (25, 30)] for m in moves]
    at_risk = sum(w * p[0] for w, p in zip(share, past))
    return [people, difference, kind, past, at_risk, 1 - share[0] * past[0][1] / at_risk]


def case(shape, thresholds, shares):
    d = fitted(shape, thresholds, np.array(shares))
    values = [float(d.isf(p)) for p in (0.999, 0.8, 0.5, 0.05, 0.001)]
    found = {"shape": shape, "thresholds": thresholds, "shares": shares, "mean": float(d.mean()), "sd": float(d.std()),
             "density": [[x, float(d.pdf(x)), float(d.sf(x))] for x in values]}
    if thresholds == (25, 30):
        found["high_risk"] = [high_risk(d, *programme) for programme in PROGRAMMES]
        found["shifts"] = [shifted(d, *shift) for shift in SHIFTS]
        found["equal"] = [equal_shift(d, programme) for programme in PROGRAMMES]
        equal, uneven = [1, 1, 1, 1, 1], [9000, 0, 21000, 16000, 4000]
        found["missed"] = [missed(d, people, *gradient) for people in (equal, uneven) for gradient in (
            (0.0, "mean"), (1.5, "mean"), (-0.8, "mean"), (0.09, "prevalence"))]
    return found


print("[\n" + ",\n".join(json.dumps(case(*fit)) for fit in FITS) + "\n]")
