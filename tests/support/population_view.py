#!/usr/bin/env python3
"""Works out what the view `population` shows for a few links: the reference for tests/population_view.rs.

    pip install numpy==2.4.6 scipy==1.17.1
    python3 tests/support/population_view.py > tests/fixtures/population_view.json

It shares nothing with the Rust code but the definitions and the built-in table of residents: SciPy's distributions, a
general root finder, and people counted anew from the table. National fifths alone, which are whole bands.
"""

import csv
import json
import math
from pathlib import Path

import numpy as np
from scipy import optimize, stats
from scipy.integrate import quad

ROOT = Path(__file__).resolve().parents[2]
PLACES = {
    "cambridgeshire-peterborough": ["E06000031", "E07000008", "E07000009", "E07000010", "E07000011", "E07000012"],
    "england": None,
    "E08000035": ["E08000035"],
}
BMI = {
    "shape": "lognormal", "lines": [25, 30, 35, 40], "past": (0.642, 0.28), "earlier": (0.53, 0.149),
    "treat": (30, 0.2, "percent", 5), "shift": ("units", 1), "gap": 0.09, "adults": 0.81,
}
LINKS = {
    "view=population": ("cambridgeshire-peterborough", {}),
    "view=population&place=england&factor-uptake=50&factor-effect=3&factor-effect-by=units&factor-shift=0.4": (
        "england", {"treat": (30, 0.5, "units", 3), "shift": ("units", 0.4)},
    ),
    "view=population&place=E08000035&need=children&factor-treat-past=35&factor-shift=4&factor-shift-by=percent&factor-adults=75.5": (
        "E08000035", {"treat": (35, 0.2, "percent", 5), "shift": ("percent", 4), "adults": 0.755},
    ),
    "view=population&place=E08000035&factor-start=pressure": (
        "E08000035",
        {
            "shape": "normal", "lines": [140, 160], "past": (0.3, 0.08), "earlier": None, "treat": (160, 0.5, "units", 10),
            "shift": ("units", 3), "gap": 0.05,
        },
    ),
}


def residents(place):
    """People in each national fifth, from the built-in table: fifths are four bands each."""
    with open(ROOT / "public/figures/iod2019/income-by-imd.csv", newline="") as file:
        rows = {row[0]: row[1:] for row in csv.reader(file)}
    codes = rows["figure"]
    wanted = [i for i, code in enumerate(codes) if PLACES[place] is None or code in PLACES[place]]
    band = lambda b: sum(float(rows[f"people_{b}"][i] or 0) for i in wanted)
    return np.array([sum(band(4 * q + b) for b in range(1, 5)) for q in range(5)])


def fitted(shape, lines, past):
    t = np.log(lines[:2]) if shape == "lognormal" else np.array(lines[:2], dtype=float)
    off = lambda p: stats.norm.sf(t, p[0], math.exp(p[1])) - past
    centre, spread = optimize.root(off, (t.mean(), math.log(t[1] - t[0])), tol=1e-14).x
    return stats.norm(centre, math.exp(spread)) if shape == "normal" else stats.lognorm(s=math.exp(spread), scale=math.exp(centre))


def worked(place, changes):
    c = {**BMI, **changes}
    now = fitted(c["shape"], c["lines"], c["past"])
    start, uptake, kind, size = c["treat"]
    treated = (lambda x: x - size) if kind == "units" else (lambda x: x * (1 - size / 100))
    back = (lambda y: y + size) if kind == "units" else (lambda y: y / (1 - size / 100))
    fall = quad(lambda x: (x - treated(x)) * now.pdf(x), start, now.ppf(1 - 1e-15), epsabs=1e-13, limit=400)[0] * uptake
    moved_by_treat = lambda line: uptake * max(0.0, now.sf(max(start, line)) - now.sf(max(start, line, back(line))))
    shifted = lambda by, line: now.sf(line + by) if c["shift"][0] == "units" else now.sf(line / (1 - by / 100))
    moved_by_shift = lambda by, line: now.sf(line) - shifted(by, line)
    most = 50.0
    by_line = lambda line: optimize.brentq(lambda by: moved_by_shift(by, line) - moved_by_treat(line), 0, most, xtol=1e-14)
    to_unit = 1.0 if c["shift"][0] == "units" else 0.01

    people = residents(place)
    w = people / people.sum()
    mid = np.cumsum(w) - w / 2
    past = np.array([c["past"][0] + c["gap"] * (0.5 - m) / (mid[4] - mid[0]) for m in mid])
    # Each fifth is the distribution of everybody, moved until its share past the first line is right.
    moved = np.array([optimize.brentq(lambda d: now.sf(c["lines"][0] - d) - p, -100, 100, xtol=1e-13) for p in past])
    high = np.array([now.sf(c["lines"][1] - d) for d in moved])
    return {
        "residents": float(people.sum()),
        "adults": float(people.sum() * c["adults"]),
        "mean": float(now.mean()),
        "earlier": None if c["earlier"] is None else float(fitted(c["shape"], c["lines"], c["earlier"]).mean()),
        "treated": float(uptake * now.sf(start)),
        "fall": float(fall),
        "treat": [float(moved_by_treat(line)) for line in c["lines"]],
        "shift": [float(moved_by_shift(c["shift"][1], line)) for line in c["lines"]],
        "equal_mean": float(fall if c["shift"][0] == "units" else fall / now.mean()),
        "equal_line": float(by_line(start) * to_unit),
        "people_share": w.tolist(),
        "past_low": past.tolist(),
        "past_high": high.tolist(),
        "missed": float(1 - w[0] * high[0] / (w * past).sum()),
    }


print(json.dumps({link: worked(*of) for link, of in LINKS.items()}, indent=1))
