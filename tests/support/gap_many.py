#!/usr/bin/env python3
"""Works out by brute force what intervals of the slope and relative index of many rows are: the reference for
tests/gap_many.rs.

    pip install numpy==2.4.6
    python3 tests/support/gap_many.py > tests/fixtures/gap_many.json

Every draw takes a normal value for each row on its scale, fits the weighted line again by its textbook formulas, and
keeps both indices. Rows are made by a rule that the Rust test repeats, so that no row is written down: row i of n
(from 0, most deprived first) has the fractions f(k) = ((i * 7919 + k) mod 101) / 101.
"""

import json

import numpy

DRAWS = 400_000
PIECE = 2_000


def rows(n, scale, spread, heavy):
    i = numpy.arange(n)
    f = lambda k: ((i * 7919 + k) % 101) / 101
    people = 500 + 2000 * f(3)
    if heavy:
        people[n // 4] = 40 * people.sum() / n
    if scale == "logit":
        value = 0.35 - 0.2 * i / n + 0.1 * (f(17) - 0.5)
    else:
        value = 150 - 90 * i / n + 30 * (f(17) - 0.5)
    error = spread * (0.5 + f(29)) * (20 if scale == "plain" else 1)
    return people, value, error


def intervals(n, scale, fit_on_scale, spread, heavy, multiplier):
    people, value, error = rows(n, scale, spread, heavy)
    a = people / people.sum()
    b = numpy.cumsum(a) - a / 2
    to = {"plain": lambda y: y, "log": numpy.log, "logit": lambda y: numpy.log(y / (1 - y))}[scale]
    back = {"plain": lambda t: t, "log": numpy.exp, "logit": lambda t: 1 / (1 + numpy.exp(-t))}[scale]
    on = to(value)
    mean_b = (a * b).sum()
    slope_of = a * (b - mean_b) / (a * (b - mean_b) ** 2).sum()
    random = numpy.random.default_rng(2022)
    sii, rii = [], []
    for _ in range(DRAWS // PIECE):
        drawn = on + error * random.standard_normal((PIECE, n))
        if not fit_on_scale:
            drawn = back(drawn)
        slope = drawn @ slope_of
        intercept = drawn @ a - slope * mean_b
        most, least = (intercept, intercept + slope)
        if fit_on_scale:
            most, least = back(most), back(least)
        sii.append(multiplier * (least - most))
        rii.append(most / least if multiplier < 0 else least / most)
    sii, rii = numpy.concatenate(sii), numpy.concatenate(rii)
    # Each tail of 99.8% and of 95% limits, with the places a little further in and out.
    tails = [[0.0005, 0.0015], [0.0225, 0.0275], [0.9725, 0.9775], [0.9985, 0.9995]]
    return {
        "n": n, "scale": scale, "fit_on_scale": fit_on_scale, "spread": spread, "heavy": heavy, "multiplier": multiplier,
        "sii": [[float(q) for q in numpy.quantile(sii, both)] for both in tails],
        "rii": [[float(q) for q in numpy.quantile(rii, both)] for both in tails],
    }


CASES = [
    (25, "log", False, 0.1, False, -1), (25, "log", False, 0.6, False, -1), (98, "log", False, 0.15, False, -1),
    (98, "log", False, 1.0, False, -1), (98, "log", False, 0.4, True, 1), (40, "logit", False, 0.5, False, -100),
    (300, "logit", False, 0.3, True, 1), (98, "log", True, 0.3, False, -1), (60, "logit", True, 0.5, False, 1),
    (98, "plain", False, 0.3, False, 1), (1000, "log", False, 0.3, False, -1), (1000, "log", False, 0.7, False, -1),
]

print(json.dumps([intervals(*case) for case in CASES], indent=1))
