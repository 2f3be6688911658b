#!/usr/bin/env python3
"""Works out measures of inequality for made-up rows: the reference for tests/gap.rs.

    pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0
    python3 tests/support/gap.py > tests/fixtures/gap.json

It follows the definitions (section "Gap" of the design) in the plainest way and shares nothing with the Rust code but
them: statsmodels' weighted least squares for lines and their t limits, SciPy's distributions for all quantiles, ranks by
comparing each row with every other one, plain sums for the rest. Rows that lack something are taken out first.
"""

import json
import math

import numpy as np
import statsmodels.api as sm
from scipy import stats


def number(x):
    x = float(x)
    return x if math.isfinite(x) else None


# Rows: (name, order, [(value, people, deprivation)], further settings)

RANDOM = np.random.default_rng(2022)


def made(n, low, high, ties=False, equal_people=False, deciles=False):
    rows = []
    for i in range(n):
        score = float(RANDOM.integers(1, 8)) if ties else round(float(RANDOM.uniform(2, 70)), 3)
        people = 1 if equal_people else int(RANDOM.integers(200, 12000))
        rows.append([round(float(RANDOM.uniform(low, high)), 4), people, i + 1 if deciles else score])
    return rows


def cases():
    ten = [[75.9, 7291], [78.3, 7997], [83.8, 6105], [83.6, 7666], [80.5, 5790], [81.1, 6934], [81.7, 5918], [84.2, 5974],
           [80.6, 7147], [86.3, 7534]]
    ten = [[value, people, i + 1] for i, (value, people) in enumerate(ten)]
    shares = [[0.31, 900, 1], [0.27, 1100, 2], [0.22, 800, 3], [0.18, 1000, 4], [0.12, 1200, 5]]
    rates = [[212.5, 40100, 48.1], [180.2, 38900, 36.0], [151.7, 42000, 25.5], [120.9, 39500, 16.2], [96.4, 41200, 8.8]]
    reversed_shares = [[1 - v, n, d] for v, n, d in shares]
    yield "ten deciles", "lowest", ten, {}
    yield "ten deciles in a shuffled order", "lowest", [ten[i] for i in (3, 9, 0, 5, 1, 8, 2, 7, 6, 4)], {}
    yield "ten deciles, polarity reversed", "lowest", ten, {"multiplier": -1}
    yield "shares", "lowest", shares, {"multiplier": 100}
    yield "shares on the logit", "lowest", shares, {"multiplier": 100, "scale": "logit"}
    yield "shares on the logit, polarity reversed", "lowest", shares, {"multiplier": -100, "scale": "logit"}
    yield "shares turned round", "lowest", reversed_shares, {"scale": "logit"}
    yield "shares by a rank counted from the least deprived", "highest", [[v, n, 6 - d] for v, n, d in shares], {}
    yield "rates by score", "highest", rates, {}
    yield "rates on the logarithm", "highest", rates, {"scale": "log"}
    yield "rates on the logarithm, polarity reversed", "highest", rates, {"scale": "log", "multiplier": -1}
    yield "two rows", "highest", rates[:2], {}
    yield "two rows, one of them tiny", "highest", [[5, 1, 9], [1, 1_000_000, 2]], {}
    yield "three rows", "highest", rates[1:4], {"scale": "log"}
    yield "four rows, too few for fifths", "lowest", shares[:4], {"scale": "logit"}
    yield "the same value everywhere", "highest", [[0.25, n, d] for _, n, d in rates], {"scale": "logit"}
    yield "nothing anywhere but in one row", "lowest", [[0, 10, 1], [0, 20, 2], [0.5, 5, 3], [0, 40, 4], [0, 9, 5]], {}
    yield "everybody but in one row", "lowest", [[1, 10, 1], [1, 20, 2], [0.5, 5, 3], [1, 40, 4], [1, 9, 5]], {}
    yield "nothing anywhere", "lowest", [[0, n, d] for _, n, d in shares], {}
    yield "values missing", "highest", [[None, 500, 50], *rates, [99, 400, None], [14, None, 3]], {"scale": "log"}
    yield "rows without people", "lowest", [*shares, [0.9, 0, 6], [0.1, 0, 0]], {"scale": "logit"}
    yield "all ranks but one tie", "lowest", [[0.2, 10, 1], [0.3, 20, 1], [0.4, 15, 1], [0.1, 50, 2], [0.6, 5, 1]], {}
    yield "ties at both ends", "lowest", [[3, 10, 1], [4, 30, 1], [5, 15, 2], [6, 25, 3], [9, 20, 4], [7, 5, 4]], {}
    yield "values below 0", "lowest", [[-3, 10, 1], [4, 30, 2], [5, 15, 3], [-6, 25, 4], [9, 20, 5]], {}
    yield "a mean of 0", "lowest", [[-2, 10, 1], [0, 10, 2], [2, 10, 3]], {}
    yield "very large values", "highest", [[v * 1e7, n * 1e4, d] for v, n, d in rates], {"scale": "log"}
    yield "very small values", "highest", [[v * 1e-9, n, d] for v, n, d in rates], {"scale": "log"}
    yield "values far from 0 that differ little", "highest", [[1e6 + v, n, d] for v, n, d in rates], {}
    yield "people from one to a million", "lowest", [[0.3, 1, 1], [0.1, 10**6, 2], [0.2, 37, 3], [0.5, 900, 4]], {}
    yield "shares near 0 and 1", "lowest", [[1e-7, 10, 1], [0.5, 30, 2], [1 - 1e-7, 20, 3]], {"scale": "logit"}
    yield "20 rows of all sizes", "highest", made(20, 40, 180), {"scale": "log"}
    yield "20 rows of one size", "highest", made(20, 40, 180, equal_people=True), {}
    yield "20 shares", "highest", made(20, 0.05, 0.6), {"scale": "logit", "multiplier": -100}
    yield "30 rows with ties", "highest", made(30, 40, 180, ties=True), {"scale": "log"}
    yield "30 shares with ties", "lowest", made(30, 0.02, 0.98, ties=True), {"scale": "logit"}
    yield "100 deciles of deciles", "lowest", made(100, 40, 180, deciles=True), {"scale": "log"}
    yield "98 areas", "highest", made(98, 30, 190), {}
    yield "98 areas with gaps", "highest", [
        [v if i % 7 else None, n if i % 11 else None, d] for i, (v, n, d) in enumerate(made(98, 30, 190))
    ], {"scale": "log"}
    yield "300 rows with ties", "lowest", made(300, 0.01, 0.4, ties=True), {"scale": "logit"}
    yield "400 rows", "highest", made(400, 0, 500), {}
    yield "people in fractions", "highest", [[v, n / 7, d] for v, n, d in rates], {"scale": "log"}
    yield "deprivation below 0", "highest", [[v, n, d - 20] for v, n, d in rates], {"multiplier": -1}


def kept(rows):
    return [(i, *row) for i, row in enumerate(rows) if None not in row and row[1] > 0]


def to_scale(scale, y):
    return {"plain": lambda: y, "log": lambda: np.log(y), "logit": lambda: np.log(y / (1 - y))}[scale]()


def from_scale(scale, t):
    return {"plain": lambda: t, "log": lambda: np.exp(t), "logit": lambda: np.exp(t) / (1 + np.exp(t))}[scale]()


def mid_ranks(key, people):
    """Share of people with a lower key, and half of those with the same."""
    total = people.sum()
    return np.array([(people[key < k].sum() + people[key == k].sum() / 2) / total for k in key])


def slope_index(rank, share, value, multiplier, scale):
    if len(set(rank)) < 2:
        return None
    fit = sm.WLS(to_scale(scale, value), sm.add_constant(rank), weights=share).fit()
    intercept, slope = fit.params
    most, least = from_scale(scale, intercept), from_scale(scale, intercept + slope)
    top, bottom = (least, most) if multiplier > 0 else (most, least)
    ratio = top / bottom if bottom != 0 else math.nan
    return {"sii": number(multiplier * (least - most)), "rii": number(ratio), "most": number(most), "least": number(least)}


def quantiles(deprivation, k, order):
    known = np.array([d for d in deprivation if d is not None], dtype=float)
    n = len(known)
    if n < k:
        return [None] * len(deprivation)
    sign = -1 if order == "highest" else 1
    ranks = iter(stats.rankdata(sign * known, method="min"))
    groups = []
    for d in deprivation:
        if d is None:
            groups.append(None)
        else:
            groups.append(max(1, math.floor(k + 1 - math.ceil((n + 1 - next(ranks)) / (n / k)))))
    return groups


def equal_equivalent(value, share, e):
    if (value < 0).any():
        return None
    if e == 1:
        h = math.exp((share * np.log(value)).sum()) if (value > 0).all() else 0.0
    elif e > 1 and (value == 0).any():
        h = 0.0
    else:
        h = (share * value ** (1 - e)).sum() ** (1 / (1 - e))
    mean = (share * value).sum()
    return [number(h), number(1 - h / mean) if mean > 0 else None]


def regression(points, levels):
    x, y, w = (np.array(column, dtype=float) for column in zip(*points))
    fit = sm.WLS(y, sm.add_constant(x), weights=w).fit()
    at = float(np.median(x))
    found = {"intercept": number(fit.params[0]), "slope": number(fit.params[1]), "limits": []}
    found["r_squared"] = number(fit.rsquared) if np.ptp(y) > 0 else None
    if len(points) > 2:
        for level in levels:
            band = fit.get_prediction([[1.0, at]]).conf_int(alpha=1 - level)[0]
            (a, b), (c, d) = fit.conf_int(alpha=1 - level)
            found["limits"].append([level, *map(number, (a, b, c, d)), at, *map(number, band)])
    cut, pivot = 0.2, float(x.min())
    y0 = fit.params[0] + fit.params[1] * pivot
    found["target"] = [cut, pivot, *([p, number(y0 + (1 - cut) * (fit.params[0] + fit.params[1] * p - y0))]
                                     for p in (float(x.max()), at))]
    return found


def measures(name, order, rows, settings):
    multiplier, scale = settings.get("multiplier", 1), settings.get("scale", "plain")
    used = kept(rows)
    index = [row[0] for row in used]
    value, people, deprivation = (np.array(column, dtype=float) for column in list(zip(*used))[1:])
    key = -deprivation if order == "highest" else deprivation
    share = people / people.sum()
    rank = mid_ranks(key, people)
    mean = float((share * value).sum())
    found = {"left_out": len(rows) - len(used), "mean": mean, "ranks": [[i, number(r)] for i, r in zip(index, rank)]}
    found["plain"] = slope_index(rank, share, value, multiplier, "plain")
    found["on_scale"] = slope_index(rank, share, value, multiplier, scale) if scale != "plain" else None

    def generalised(y, r):
        return 2 * float((share * y * (r - 0.5)).sum())

    no_mean = abs(mean) < 1e-12
    found["generalised"] = generalised(value, rank)
    found["concentration"] = None if no_mean else generalised(value, rank) / mean
    found["gini"] = None if no_mean else generalised(value, mid_ranks(value, people)) / mean
    bounds = settings.get("bounds", [0.0, 1.0] if scale == "logit" or value.max() <= 1 else [0.0, float(value.max()) * 2])
    if value.min() >= bounds[0] and value.max() <= bounds[1] and bounds[1] > bounds[0]:
        scaled = (value - bounds[0]) / (bounds[1] - bounds[0])
        m = float((share * scaled).sum())
        wagstaff = None if m in (0.0, 1.0) else generalised(scaled, rank) / m / (1 - m)
        found["bounded"] = [*bounds, wagstaff, 4 * m * (generalised(scaled, rank) / m) if m > 0 else 0.0]
    found["aversions"] = [[e, equal_equivalent(value, share, e)] for e in (0, 0.25, 0.5, 1, 1.5, 2, 5)]
    groups = quantiles([row[3] for row in used], 5, order)
    ends = [np.array([g == want for g in groups]) for want in (1, 5)]
    found["fifths"] = None
    if all(end.any() for end in ends):
        most, least = (float(np.average(value[end], weights=people[end])) for end in ends)
        found["fifths"] = [most, least, most - least, most / least if least != 0 else None]
    found["groups"] = [[k, quantiles([row[2] for row in rows], k, order)] for k in (2, 3, 5, 10)]
    weighted = [[d, y, n] for d, y, n in zip(deprivation, value, people)]
    found["regression"] = regression(weighted, (0.95, 0.998)) if np.ptp(deprivation) > 0 else None
    return {"name": name, "order": order, "rows": rows, "multiplier": multiplier, "scale": scale, **found}


# Counts


def wilson(x, n, level):
    z = stats.norm.isf((1 - level) / 2)
    root = z * math.sqrt(z * z + 4 * x * (1 - x / n))
    return [(2 * x + z * z + s * root) / (2 * (n + z * z)) for s in (-1, 1)]


def byars(x, level):
    z = stats.norm.isf((1 - level) / 2)
    return [
        x * (1 - 1 / (9 * x) - z / (3 * math.sqrt(x))) ** 3,
        (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * math.sqrt(x + 1))) ** 3,
    ]


def count_limits(x, level):
    if x >= 10:
        return byars(x, level)
    tail = (1 - level) / 2
    lower = stats.chi2.ppf(tail, 2 * x) / 2 if x > 0 else 0.0
    return [lower, stats.chi2.isf(tail, 2 * x + 2) / 2]


def standardised(strata, per, level):
    x, n, w = (np.array(column, dtype=float) for column in zip(*strata))
    rate = (w * x / n).sum() / w.sum()
    variance = (x * (w / n) ** 2).sum() / w.sum() ** 2
    events = x.sum()
    limits = None
    if events >= 10:
        limits = [(rate + math.sqrt(variance / events) * (limit - events)) * per for limit in byars(events, level)]
    return [rate * per, limits]


def student(tail, freedom):
    return stats.t.isf(tail, freedom)


def counts():
    levels = (0.9, 0.95, 0.998)
    pairs = [(0, 1), (1, 1), (0, 40), (40, 40), (1, 30), (29, 30), (65, 100), (81, 1000), (24688, 81051), (3, 1e7)]
    pairs += [(0.5, 12.5), (81051, 832835)]
    found = {"wilson": [[x, n, level, *wilson(x, n, level)] for x, n in pairs for level in levels]}
    events = [0, 0.5, 1, 2, 3, 5, 7, 9, 9.9, 10, 10.5, 11, 23, 100, 5400, 1_000_000]
    found["events"] = [[x, level, *map(float, count_limits(x, level))] for x in events for level in levels]
    strata = {
        "three ages": [[12, 4000, 5500], [35, 3000, 4000], [150, 2500, 2500]],
        "one age": [[25, 5000, 1000]],
        "an age without events": [[0, 900, 6000], [14, 1200, 5000], [9, 300, 1000]],
        "exactly ten events": [[4, 900, 6000], [6, 1200, 5000]],
        "nine events": [[4, 900, 6000], [5, 1200, 5000]],
        "no events": [[0, 900, 6000], [0, 1200, 5000]],
        "one age carries all weight": [[1, 10, 9000], [30, 8000, 10]],
    }
    found["standardised"] = [
        [name, rows, level, *standardised(rows, 1e5, level)] for name, rows in strata.items() for level in (0.95, 0.998)
    ]
    ratios = [(120, 100.0), (7, 9.3), (0, 4.2), (10, 25.0)]
    found["indirect"] = [
        [x, e, level, x / e * 100, *(float(limit) / e * 100 for limit in count_limits(x, level))]
        for x, e in ratios for level in (0.95, 0.998)
    ]
    spreads = [("plain", 72.7, 79.1), ("log", 88.2, 131.4), ("logit", 0.021, 0.084)]
    z = stats.norm.isf(0.025)
    found["errors"] = [[s, a, b, float((to_scale(s, b) - to_scale(s, a)) / (2 * z))] for s, a, b in spreads]
    return found


# Simulated intervals, from many more draws than the model makes


def simulations():
    shares = [[0.31, 0.28, 0.34, 900], [0.27, 0.25, 0.29, 1100], [0.22, 0.19, 0.25, 800], [0.18, 0.15, 0.21, 1000],
              [0.12, 0.10, 0.15, 1200]]
    rates = [[212.5, 198, 228, 40100], [180.2, 167, 194, 38900], [151.7, 140, 164, 42000], [120.9, 110, 132, 39500],
             [96.4, 87, 107, 41200]]
    for rows, scale, on_scale, multiplier in [
        (rates, "plain", False, 1), (rates, "log", False, 1), (rates, "log", True, 1), (rates, "log", True, -1),
        (shares, "logit", False, 100), (shares, "logit", True, -100), (shares, "plain", False, -1),
    ]:
        value, lower, upper, people = (np.array(column, dtype=float) for column in zip(*rows))
        share = people / people.sum()
        rank = np.cumsum(share) - share / 2
        error = (to_scale(scale, upper) - to_scale(scale, lower)) / (2 * 1.959964)
        drawn = np.random.default_rng(7).normal(to_scale(scale, value), error, size=(200_000, len(rows)))
        drawn = drawn if on_scale else from_scale(scale, drawn)
        root = np.sqrt(share)
        line, *_ = np.linalg.lstsq(np.column_stack([root, root * rank]), (drawn * root).T, rcond=None)
        fitted_on = scale if on_scale else "plain"
        most, least = from_scale(fitted_on, line[0]), from_scale(fitted_on, line[0] + line[1])
        ratio = least / most if multiplier > 0 else most / least
        limits = [list(map(float, np.quantile(x, (0.025, 0.975)))) for x in (multiplier * (least - most), ratio)]
        yield {"rows": rows, "scale": scale, "on_scale": on_scale, "multiplier": multiplier, "limits": limits}


def main():
    lines = [json.dumps(measures(*case)) for case in cases()]
    print('{"rows": [\n' + ",\n".join(lines) + "\n],")
    print('"simulated": [\n' + ",\n".join(json.dumps(case) for case in simulations()) + "\n],")
    print('"counts": {\n' + ",\n".join(f'"{k}": {json.dumps(v)}' for k, v in counts().items()) + "\n}}")


main()
