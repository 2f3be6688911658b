"""Own rows measured from the definitions alone, for tests/gap_view.rs. Shares no code with the app.

Run with numpy, scipy and statsmodels: python tests/support/gap_view.py > tests/fixtures/gap_view.json
"""

import json
import math
import random

import numpy as np
import statsmodels.api as sm
from scipy import stats

random.seed(1948)
Z95 = stats.norm.isf(0.025)


def number(x):
    return float(x) if x is not None and math.isfinite(x) else None


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


def events_limits(x, level):
    if x >= 10:
        return byars(x, level)
    tail = (1 - level) / 2
    return [stats.chi2.ppf(tail, 2 * x) / 2 if x > 0 else 0.0, stats.chi2.isf(tail, 2 * x + 2) / 2]


def standardised(strata, per, level):
    x, n, w = (np.array(column, dtype=float) for column in zip(*strata))
    rate = (w * x / n).sum() / w.sum()
    if x.sum() < 10:
        return rate * per, None
    step = math.sqrt((x * (w / n) ** 2).sum() / w.sum() ** 2 / x.sum())
    return rate * per, [(rate + step * (limit - x.sum())) * per for limit in byars(x.sum(), level)]


def value_of(row, kind, per, level):
    """The value of a row and its limits."""
    if "strata" in row:
        if any(None in stratum for stratum in row["strata"]):
            return None, None
        return standardised(row["strata"], per, level)
    if row.get("value") is not None:
        return row["value"], row.get("limits")
    x, n, e = row.get("events"), row.get("denominator", row.get("people")), row.get("expected")
    if kind == "ratio":
        if x is None or not e:
            return None, None
        return x / e * 100, [limit / e * 100 for limit in events_limits(x, level)]
    if x is None or not n:
        return None, None
    if kind == "share":
        return x / n, wilson(x, n, level)
    if kind == "rate":
        return x / n * per, [limit / n * per for limit in events_limits(x, level)]
    return x / n, None


def to_scale(scale, y):
    return {"plain": lambda: y, "log": lambda: np.log(y), "logit": lambda: np.log(y / (1 - y))}[scale]()


def from_scale(scale, t):
    return {"plain": lambda: t, "log": lambda: np.exp(t), "logit": lambda: 1 / (1 + np.exp(-t))}[scale]()


def mid_ranks(key, people):
    total = people.sum()
    return np.array([(people[key < k].sum() + people[key == k].sum() / 2) / total for k in key])


def quantiles(key, k):
    n = len(key)
    if n < k:
        return [None] * n
    ranks = stats.rankdata(key, method="min")
    return [max(1, math.floor(k + 1 - math.ceil((n + 1 - rank) / (n / k)))) for rank in ranks]


def measures(value, people, key, ends, sign, e, bounds):
    """Every measure of some rows whose line has these ends."""
    most, least = ends
    share = people / people.sum()
    mean = float((share * value).sum())

    def generalised(y, r):
        return 2 * float((share * y * (r - 0.5)).sum())

    rank = mid_ranks(key, people)
    g = generalised(value, rank)
    found = {
        "mean": mean, "most_deprived_end": most, "least_deprived_end": least, "sii": sign * (least - most),
        # A number at or below 0 is no multiple of another.
        "rii": number(most / least if sign < 0 else least / most) if most > 0 and least > 0 else None,
        "generalised_concentration_index": g, "concentration_index": number(g / mean) if mean > 0 else None,
        "gini": number(generalised(value, mid_ranks(value, people)) / mean) if mean and (value >= 0).all() else None,
    }
    found["wagstaff_index"] = found["erreygers_index"] = None
    if bounds and value.min() >= bounds[0] and value.max() <= bounds[1]:
        scaled = (value - bounds[0]) / (bounds[1] - bounds[0])
        m = float((share * scaled).sum())
        found["wagstaff_index"] = generalised(scaled, rank) / m / (1 - m)
        found["erreygers_index"] = 4 * generalised(scaled, rank)
    found["equally_distributed_equivalent"] = found["atkinson"] = None
    if (value >= 0).all():
        if e == 1:
            h = math.exp((share * np.log(value)).sum()) if (value > 0).all() else 0.0
        elif e > 1 and (value == 0).any():
            h = 0.0
        else:
            h = float((share * value ** (1 - e)).sum() ** (1 / (1 - e)))
        found["equally_distributed_equivalent"], found["atkinson"] = h, 1 - h / mean if mean else None
    groups = np.array(quantiles(key, 5))
    found |= dict.fromkeys(("most_deprived_fifth", "least_deprived_fifth", "gap_between_fifths", "ratio_between_fifths"))
    if (groups == 1).any() and (groups == 5).any():
        a, b = (float(np.average(value[groups == g], weights=people[groups == g])) for g in (1, 5))
        found |= {"most_deprived_fifth": a, "least_deprived_fifth": b, "gap_between_fifths": a - b}
        found["ratio_between_fifths"] = number(a / b) if a > 0 and b > 0 else None
    return found


HEADINGS = {"events": "events", "denominator": "denominator", "people": "people", "expected": "expected", "value": "value"}


def text_of(rows, ages, separator):
    """The rows as a person would paste them."""
    columns = [key for key in HEADINGS if any(key in row for row in rows)]
    limits = any("limits" in row for row in rows)
    cell = lambda x: "" if x is None else repr(x)
    if ages:
        lines = [["name", "score", "age group", "events", "people", "standard population"]]
        for row in rows:
            for age, stratum in enumerate(row["strata"]):
                lines.append([row["name"], cell(row["deprivation"]), f"age {age}", *map(cell, stratum)])
    else:
        lines = [["name", "score", *(HEADINGS[c] for c in columns), *(["lower", "upper"] if limits else [])]]
        for row in rows:
            pair = row.get("limits") or [None, None]
            lines.append([row["name"], cell(row["deprivation"]), *(cell(row.get(c)) for c in columns),
                          *(map(cell, pair) if limits else [])])
    return "\n".join(separator.join(line) for line in lines) + "\n"


def case(name, rows, separator=",", simulate=False, **settings):
    kind, per = settings.get("value", "number"), settings.get("per", 100000)
    order, more, scale = settings.get("order", "score"), settings.get("more", "worse"), settings.get("scale", "plain")
    level, e, cut, groups = settings.get("level", 95), settings.get("aversion", 1), settings.get("cut", 20), settings.get("groups", 5)
    bounds = settings.get("bounds", [0.0, 1.0] if kind == "share" else None)
    ages = any("strata" in row for row in rows)
    for index, row in enumerate(rows):
        row.setdefault("name", f"row {index + 1}")
    pairs = [f"measure-value={kind}", f"measure-per={per}", f"measure-order={order}", f"measure-more={more}",
             f"measure-scale={scale}", f"measure-level={level}", f"measure-aversion={e}", f"measure-cut={cut}",
             f"measure-groups={groups}"]
    if "bounds" in settings:
        pairs += [f"measure-least={bounds[0]:g}", f"measure-most={bounds[1]:g}"]
    sign = -1 if more == "worse" else 1
    share_of = level / 100
    kept = []
    for index, row in enumerate(rows):
        value, limits = value_of(row, kind, per, share_of)
        people = row.get("people", row.get("denominator", 1.0))
        if ages:
            people = sum(s[1] for s in row["strata"]) if all(s[1] is not None for s in row["strata"]) else None
        if value is not None and people and row["deprivation"] is not None:
            kept.append((index, value, limits, people, row["deprivation"]))
    index, values, limits, people, deprivation = zip(*kept)
    value, people, deprivation = (np.array(column, dtype=float) for column in (values, people, deprivation))
    key = -deprivation if order == "score" else deprivation
    rank = mid_ranks(key, people)
    fit = sm.WLS(to_scale(scale, value), sm.add_constant(rank), weights=people).fit()
    most, least = (float(from_scale(scale, fit.params @ [1, b])) for b in (0, 1))
    line = from_scale(scale, fit.params[0] + fit.params[1] * rank)
    s = cut / 100
    moved = value - s * (line - least)
    groups_of = quantiles(key, groups)
    found = {
        "name": name, "query": "view=gap&" + "&".join(pairs), "text": text_of(rows, ages, separator),
        "left_out": len(rows) - len(kept),
        "before": measures(value, people, key, (most, least), sign, e, bounds),
        "after": measures(moved, people, key, (least + (1 - s) * (most - least), least), sign, e, bounds),
        "rows": [[int(i), number(v), *(map(number, l) if l else (None, None)), number(b), number(o), number(m), g]
                 for i, v, l, b, o, m, g in zip(index, value, limits, rank, line, moved, groups_of)],
        "sii_by_line": None,
    }
    if scale == "plain" and len(kept) > 2:
        pair = [sign * limit for limit in fit.conf_int(alpha=1 - share_of)[1]]
        found["sii_by_line"] = sorted(map(float, pair))
    if len(kept) > 2:
        across = sm.WLS(to_scale(scale, value), sm.add_constant(deprivation), weights=people).fit()
        found["over_deprivation"] = [*map(number, across.params), *map(number, across.conf_int(alpha=1 - share_of)[1]),
                                     number(across.rsquared)]
    if simulate:
        own = scale if scale != "plain" else {"number": "plain", "share": "logit"}.get(kind, "log")
        at_95 = [value_of(rows[i], kind, per, 0.95)[1] for i in index]
        error = np.array([(to_scale(own, u) - to_scale(own, l)) / (2 * Z95) for l, u in at_95])
        drawn = np.random.default_rng(7).normal(to_scale(own, value), error, size=(200_000, len(value)))
        drawn = drawn if scale != "plain" else from_scale(own, drawn)
        root = np.sqrt(people / people.sum())
        both, *_ = np.linalg.lstsq(np.column_stack([root, root * rank]), (drawn * root).T, rcond=None)
        ends = from_scale(scale, both[0]), from_scale(scale, both[0] + both[1])
        ratio = ends[0] / ends[1] if sign < 0 else ends[1] / ends[0]
        tail = (1 - share_of) / 2
        found["draws"] = [list(map(float, np.quantile(x, (tail, 1 - tail)))) for x in (sign * (ends[1] - ends[0]), ratio)]
    return found


def made(count, ties=False, **parts):
    rows = []
    for i in range(count):
        d = round(random.uniform(3, 60), 1)
        rows.append({"deprivation": float(round(d / 10)) if ties else d, **{k: f(d) for k, f in parts.items()}})
    return rows


def cases():
    people = lambda d: random.randint(1500, 9000)
    deaths = lambda d: random.randint(int(3 * d) + 12, int(5 * d) + 40)
    few = lambda d: random.randint(0, 12)
    share = lambda d: round(0.05 + d / 120 + random.uniform(0, 0.1), 3)
    years = lambda d: round(87 - d / 6 + random.uniform(-1, 1), 1)
    counts = lambda n, **k: made(n, events=deaths, people=people, **k)
    yield case("rates from events and people", counts(12), simulate=True, value="rate")
    yield case("rates per 1,000", counts(15), value="rate", per=1000)
    yield case("rates at 99.8%", counts(15), value="rate", level=99.8, simulate=True)
    yield case("rates on logarithms", counts(12), value="rate", scale="log", simulate=True)
    yield case("rates with ties", counts(30, ties=True), value="rate", groups=3)
    yield case("rates over ranks", [{**r, "deprivation": float(i + 1)} for i, r in enumerate(counts(10))], value="rate", order="rank")
    yield case("few events and none", made(16, events=few, people=people), value="rate")
    yield case("no events anywhere but one", [{"deprivation": d, "events": x, "people": 900} for d, x in ((1.0, 0), (2.0, 0), (3.0, 4))], value="rate")
    yield case("shares from events", counts(12), value="share", simulate=True, separator="\t")
    yield case("shares on logits", counts(14), value="share", scale="logit", simulate=True, groups=7)
    yield case("shares at 99.8%", counts(9), value="share", level=99.8, separator=";")
    yield case("shares of which more is better", counts(12), value="share", more="better", simulate=True)
    yield case("nobody and everybody", [{"deprivation": d, "events": x, "people": 50} for d, x in ((9.0, 50), (5.0, 20), (2.0, 0))], value="share")
    yield case("shares as values", made(20, value=share, people=people), value="share", cut=33.3)
    yield case("shares without people", made(11, value=share), value="share", aversion=2)
    yield case("a denominator beside people", made(12, events=few, denominator=lambda d: random.randint(200, 400), people=people), value="share")
    yield case("ratios from events expected", made(13, events=deaths, expected=lambda d: round(random.uniform(60, 150), 1), people=people), value="ratio", simulate=True)
    yield case("ratios of few events", made(13, events=few, expected=lambda d: round(random.uniform(3, 9), 2), people=people), value="ratio")
    yield case("ratios on logarithms, more is better", made(13, events=deaths, expected=lambda d: 80.0, people=people), value="ratio", scale="log", more="better", simulate=True)
    yield case("years of life", made(20, value=years, people=people), more="better", bounds=[0, 120])
    yield case("years of life in ties", made(40, ties=True, value=years, people=people), more="better", groups=4, cut=50)
    yield case("a mean for each person", made(12, events=deaths, people=people), value="number")
    limited = made(14, value=years, people=people)
    for row in limited:
        row["limits"] = [round(row["value"] - random.uniform(0.3, 0.8), 2), round(row["value"] + random.uniform(0.3, 0.8), 2)]
    yield case("years of life with limits", limited, more="better", simulate=True)
    yield case("values below 0", made(10, value=lambda d: round(random.uniform(-5, 5), 2), people=people), aversion=0.5)
    yield case("values that are all alike", [{"deprivation": float(d), "value": 7.25, "people": 10} for d in range(1, 8)], bounds=[0, 10])
    yield case("two rows", [{"deprivation": 1.0, "value": 3.0, "people": 5}, {"deprivation": 2.0, "value": 9.0, "people": 1}])
    yield case("a slope the other way", made(12, value=lambda d: round(80 - d, 1), people=people))
    gaps = counts(25)
    for i, row in enumerate(gaps):
        if i % 6 == 1:
            row["events"] = None
        if i % 7 == 2:
            row["people"] = None
        if i % 11 == 3:
            row["deprivation"] = None
    yield case("missing cells", gaps, value="rate")
    nobody = counts(9)
    nobody[4]["people"] = 0
    nobody[4]["events"] = 0
    yield case("a row without people", nobody, value="rate")

    def aged(count, least, most):
        return [{"deprivation": round(random.uniform(3, 60), 1), "strata": [
            [random.randint(least, most), random.randint(800, 4000), w] for w in (5500, 3200, 1300)]} for _ in range(count)]

    yield case("age groups", aged(9, 4, 60), value="rate", simulate=True)
    yield case("age groups with few events", aged(8, 0, 4), value="rate", per=10000)
    lacking = aged(8, 4, 40)
    lacking[3]["strata"][1][0] = None
    yield case("an age group without events known", lacking, value="rate")
    yield case("no cut", made(12, value=years, people=people), more="better", cut=0)
    yield case("the whole slope cut", made(12, value=years, people=people), more="better", cut=100, aversion=0)
    yield case("100 rows", counts(100), value="rate", scale="log", groups=20, aversion=1.5)


print("[\n" + ",\n".join(json.dumps(each) for each in cases()) + "\n]")
