"""Slope and relative index of each period, sex and area from the definitions alone, for tests/grouped.rs. Shares no code with the
app.

Run with numpy: python tests/support/grouped.py > tests/fixtures/grouped.json
"""

import json

import numpy as np

rng = np.random.default_rng(1848)
Z = 1.959963984540054


def fit(values, people):
    """Ends of the weighted line over mid-cumulative ranks; rows stand most deprived first. Values may have a column a draw."""
    share = np.array(people, dtype=float) / sum(people)
    rank = np.cumsum(share) - share / 2
    w = np.sqrt(share)
    design = np.column_stack([np.ones(len(share)), rank]) * w[:, None]
    values = np.atleast_2d(np.array(values, dtype=float).T).T
    intercept, slope = np.linalg.lstsq(design, values * w[:, None], rcond=None)[0]
    return intercept, intercept + slope


def indices(values, people):
    most, least = fit(values, people)
    return {"most": float(most[0]), "least": float(least[0]), "sii": float(most[0] - least[0]), "rii": float(most[0] / least[0])}


def limits(values, lower, upper, people, draws=200_000):
    """Limits of both indices: values drawn on the scale of logarithms, as rates are."""
    error = (np.log(upper) - np.log(lower)) / (2 * Z)
    drawn = np.exp(np.log(values)[:, None] + error[:, None] * rng.standard_normal((len(values), draws)))
    most, least = fit(drawn, people)
    of = lambda index: [float(np.quantile(index, tail)) for tail in (0.025, 0.975)]
    return {"sii": of(most - least), "rii": of(most / least)}


groups, lines = [], ["Area,Period,Sex,Quintile of deprivation (1 = most deprived),Deaths rate,Lower CL,Upper CL,Population"]
gaps = {"2015 - 17": 60.0, "2016 - 18": 75.0, "2017 - 19": 130.0}
for period in ["2016 - 18", "2015 - 17", "2017 - 19"]:
    for sex in ["Female", "Male"]:
        people = [int(n) for n in rng.integers(18_000, 60_000, 5)]
        step = gaps[period] * (1.0 if sex == "Female" else 1.4) / 4
        values = np.round(100 + step * np.arange(4, -1, -1) + rng.normal(0, 4, 5), 1)
        spread = np.round(np.sqrt(values / np.array(people) * 1e5) * 1.5, 1)
        lower, upper = np.round(values - spread, 1), np.round(values + spread, 1)
        for at in range(5):
            lines.append(f"County,{period},{sex},{at + 1},{values[at]},{lower[at]},{upper[at]},{people[at]}")
        groups.append({"period": period, "sex": sex, **indices(values, people), "limits": limits(values, lower, upper, people), "people": sum(people)})

print(json.dumps({"text": "\n".join(lines) + "\n", "groups": groups}, indent=1))
