#!/usr/bin/env python3
"""Works out by numpy what a table of many rows comes to: the reference for tests/long_tables.rs.

    pip install numpy==2.4.6
    python3 tests/support/long_table.py > tests/fixtures/long_table.json

Rows are made by a rule that the Rust test repeats, so that none is written down: row i has the fractions
f(k) = ((i * 7919 + k * 104729) mod 9973) / 9973. Many rows share a score, every 997th has no value.
"""

import json

import numpy

ROWS = 120_000


def table(n):
    i = numpy.arange(n)
    f = lambda k: ((i * 7919 + k * 104729) % 9973) / 9973
    score = numpy.round(80 * f(1), 1)
    people = 500 + (2000 * f(2)).astype(int)
    value = numpy.round(100 + 1.5 * score + 60 * f(3) * f(4), 2)
    return score, people, value, i % 997 != 0


def ranks(key, people):
    """Mid-cumulative shares of people in the order of a key that rises, shared by rows that tie."""
    _, group = numpy.unique(key, return_inverse=True)
    sums = numpy.bincount(group, weights=people)
    return ((numpy.cumsum(sums) - sums / 2) / sums.sum())[group]


score, people, value, has_value = table(ROWS)
score, people, value = score[has_value], people[has_value], value[has_value]
share = people / people.sum()
rank = ranks(-score, people)
mean = (share * value).sum()
slope = (share * (rank - 0.5) * (value - mean)).sum() / (share * (rank - 0.5) ** 2).sum()
least, most = mean + slope / 2, mean - slope / 2
line = most + slope * rank
covariance = lambda r: 2 * (share * (value - mean) * (r - 0.5)).sum()
explained = 1 - (share * (value - line) ** 2).sum() / (share * (value - mean) ** 2).sum()
atkinson = 1 - numpy.exp((share * numpy.log(value)).sum()) / mean
print(json.dumps({
    "rows": ROWS, "measured": int(has_value.sum()), "people": int(people.sum()), "mean": mean, "most": most, "least": least,
    "concentration": covariance(rank) / mean, "gini": covariance(ranks(value, people)) / mean, "atkinson": atkinson,
    "explained": explained,
}, indent=1))
