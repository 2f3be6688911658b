#!/usr/bin/env python3
"""Works out what offers do in small made-up places: the reference for tests/strategies.rs.

    pip install numpy==2.4.6 scipy==1.17.1
    python3 tests/support/strategies.py > tests/fixtures/strategies.json

It follows the definitions (section "Strategies" of the design) in the plainest way and shares nothing with the Rust
code but them: exact fractions and one loop over the units to cut a place into fifths, one loop over the 20 cells
(fifth, targeted or not, in need or not) for every outcome, general least squares for the slope, SciPy's beta
distribution for PERT and its root finder for ties. The formulas, in words:

- A fifth is what lies between two fifths of the scale of the target; a part of it is targeted.
- The rank of a fifth is the share of people who live in more deprived ones, plus half of its own share. Its gradient
  is 1 for the first inhabited fifth, 0 for the last one, and in a straight line of rank between. In a place with a
  single inhabited fifth the gradient is 0.
- Uptake and risk are least + (most - least) x gradient. To the uptake a proportionate offer adds outreach points x
  weight: the gradient, or 1 in targeted areas and 0 elsewhere. Offers by area, need or group lose the stigma points.
  Then the uptake is held within 0 and 1.
- Offered is people of the cell x offer: 1 (universal, proportionate), 1 if targeted (by area), the shares of the group
  (by group), or (by need) sensitivity if in need and 1 - specificity if not, x the share of the cell assessed:
  1, or 1 if targeted, or those seen at the contact. Reached is offered x uptake.
- Cost is fixed + assessed x screening + offered x offer + reached x delivery + offered x weight x outreach.
- A budget scales offers by (budget - fixed) / (cost - fixed), at most 1; below the fixed cost by 0, which is not
  attainable. A goal for coverage scales them by goal / coverage in full; one out of reach by 1, not attainable. All
  counts and the cost but its fixed part scale alike; an offer that is scaled to 0 costs nothing. The uptake gap (the
  least deprived fifth with an offer less the most deprived one, where there are two) is that of the full offer.
- Benefit is reached x risk x effect, summed. The residual risk of a fifth is its risk less benefit per person. The gap
  is the fitted risk at rank 0 less that at rank 1, by least squares over fifths weighted by people.
- A split gives a part of a budget B: B x (phi x its share of people + (1 - phi) x its share of people x rate^theta).
- PERT is low + (high - low) x a beta variate with the parameters 1 + 4 (likely - low) / (high - low) and
  1 + 4 (high - likely) / (high - low).
- Two offers tie where the difference of an output changes sign as one assumption moves; of several ties the one
  nearest to the value in use counts.
"""

import json
from fractions import Fraction as F

import numpy as np
from scipy.optimize import brentq
from scipy.stats import beta

OUTPUTS = [
    "offered", "reached", "in_need_reached", "in_need_not_offered", "in_need_not_taken_up", "not_in_need_reached",
    "coverage", "cost", "cost_per_reached", "cost_per_in_need_reached", "benefit", "gap_before", "gap_after",
    "uptake_gap", "scale", "is_attainable", "is_clamped",
]
FIFTH_OUTPUTS = ["in_need", "reached", "not_taken_up", "not_offered"]

PLAIN = {
    "UptakeLeast": 0.8, "UptakeMost": 0.55, "Outreach": 0.15, "Stigma": 0.08, "Sensitivity": 0.75, "Specificity": 0.9,
    "Contact": 0.85, "GroupInNeed": 0.6, "GroupOthers": 0.12, "CostFixed": 20000, "CostScreening": 4.5,
    "CostOffer": 12, "CostDelivery": 85, "CostOutreach": 30, "EffectInNeed": 0.3, "EffectOthers": 0.1,
    "RiskLeast": 0.04, "RiskMost": 0.12,
}
VALUES = {
    "plain": PLAIN,
    "outreach past full uptake": {**PLAIN, "UptakeMost": 0.7, "Outreach": 0.6, "Stigma": 0},
    "stigma past the uptake of the most deprived": {**PLAIN, "UptakeLeast": 0.6, "UptakeMost": 0.3, "Stigma": 0.45},
    "stigma past all uptake": {**PLAIN, "Stigma": 0.9},
    "perfect assessment without costs": {
        **PLAIN, "Sensitivity": 1, "Specificity": 1, "CostFixed": 0, "CostScreening": 0, "CostOffer": 0,
        "CostDelivery": 0, "CostOutreach": 0,
    },
    "uptake and need of the others turned round": {
        **PLAIN, "UptakeLeast": 0.35, "UptakeMost": 0.7, "RiskLeast": 0.2, "RiskMost": 0.05, "EffectInNeed": 0.1,
        "EffectOthers": 0.4, "Contact": 0.3, "GroupInNeed": 0.2, "GroupOthers": 0.7,
    },
}
DESIGNS = [
    ("universal", "everywhere", "more-deprived"), ("by-area", "everywhere", "more-deprived"),
    ("by-need", "everywhere", "more-deprived"), ("by-need", "inside-target", "more-deprived"),
    ("by-need", "after-contact", "more-deprived"), ("by-group", "everywhere", "more-deprived"),
    ("proportionate", "everywhere", "more-deprived"), ("proportionate", "everywhere", "targeted"),
]
IN_FULL = ("in full", 0)


# Places


def band(people, in_need, start, end):
    """All areas of the nation between two hundredths of its ranking, as one."""
    return {"counts": (F(1), F(people), F(in_need)), "stretch": (F(start, 100), F(end, 100))}


def own(people, in_need):
    """A unit without a place in the nation; in the order of the list."""
    return {"counts": (F(1), F(people), F(in_need))}


def held(units, scale, share):
    """(people, in need) of the most deprived `share` of units listed in order."""
    taken, running = [F(0), F(0)], F(0)
    people = sum(u["counts"][1] for u in units)
    for u in units:
        if scale == "national":
            start, end = u["stretch"]
            part = (share - start) / (end - start)
        else:
            cut, size = share * people, u["counts"][1]
            part = F(int(running < cut)) if scale == "people, whole" else (cut - running) / size
            running += size
        part = min(max(part, F(0)), F(1))
        taken = [t + part * c for t, c in zip(taken, u["counts"][1:])]
    return taken


def cells(units, scale, share):
    """The people of each (fifth 0 to 4, is targeted, is in need)."""
    n = {}
    for q in range(5):
        start, end = F(q, 5), F(q + 1, 5)
        middle = min(max(share, start), end)
        for targeted, (a, b) in {True: (start, middle), False: (middle, end)}.items():
            people, need = (y - x for x, y in zip(held(units, scale, a), held(units, scale, b)))
            n[q, targeted, True], n[q, targeted, False] = float(need), float(people - need)
    return n


TEN = [
    band(9000, 3100, 0, 10), band(14000, 3600, 10, 20), band(8000, 1500, 20, 30), band(21000, 3000, 30, 40),
    band(12500, 1450, 40, 50), band(3000, 300, 50, 60), band(17000, 1200, 60, 70), band(16000, 900, 70, 80),
    band(25000, 1100, 80, 90), band(30000, 800, 90, 100),
]
SEVEN = [own(1200, 520), own(700, 260), own(2500, 610), own(900, 0), own(3100, 350), own(400, 90), own(1800, 65)]
PLACES = {
    "ten bands, the most deprived fifth of the nation": (TEN, "national", F(1, 5)),
    "a third of people, through the middle of a fifth": (SEVEN, "people, split", F(333, 1000)),
    "a fifth without people, with the target's end in it": (TEN[:4] + TEN[6:], "national", F(1, 2)),
    "nobody targeted": (TEN, "national", F(0)),
    "everybody targeted": (SEVEN, "people, split", F(1)),
    "whole units, fifths of all sizes": (SEVEN, "people, whole", F(1, 4)),
    "everybody in the fourth fifth": (TEN[6:8], "national", F(13, 20)),
    "nobody in the first and the last fifth": (TEN[2:8], "national", F(37, 100)),
}
CELLS = {name: cells(*place) for name, place in PLACES.items()}


# Outcomes


def gradient(n):
    """The mid-cumulative rank and the gradient of each fifth, and its people."""
    people = [sum(n[q, t, d] for t in (True, False) for d in (True, False)) for q in range(5)]
    rank = [(sum(people[:q]) + people[q] / 2) / sum(people) for q in range(5)]
    lived_in = [q for q in range(5) if people[q] > 0]
    first, last = rank[lived_in[0]], rank[lived_in[-1]]
    scale = [(last - r) / (last - first) if last > first else 0.0 for r in rank]
    return people, rank, [min(max(g, 0.0), 1.0) for g in scale]


def slope(people, rank, risk):
    lived_in = [q for q in range(5) if people[q] > 0]
    if len(lived_in) < 2:
        return 0.0
    root = np.sqrt([people[q] for q in lived_in])
    line = np.array([[1.0, rank[q]] for q in lived_in]) * root[:, None]
    fit, *_ = np.linalg.lstsq(line, np.array([risk[q] for q in lived_in]) * root, rcond=None)
    return float(fit[0] - (fit[0] + fit[1]))


def outcome(n, design, funding, v):
    strategy, scope, where = design
    people, rank, grade = gradient(n)
    total_need = sum(size for (_, _, need), size in n.items() if need)
    offered = {cell: 0.0 for cell in n}
    reached, averted = dict(offered), [0.0] * 5
    risk = [v["RiskLeast"] + (v["RiskMost"] - v["RiskLeast"]) * g for g in grade]
    variable, clamped_offered, clamped = 0.0, False, False
    for (q, targeted, need), size in n.items():
        weight = (grade[q] if where == "more-deprived" else float(targeted)) if strategy == "proportionate" else 0.0
        wanted = v["UptakeLeast"] + (v["UptakeMost"] - v["UptakeLeast"]) * grade[q] + weight * v["Outreach"]
        wanted -= v["Stigma"] if strategy in ("by-area", "by-need", "by-group") else 0.0
        uptake = min(max(wanted, 0.0), 1.0)
        assessed = {"everywhere": 1.0, "inside-target": float(targeted), "after-contact": v["Contact"]}[scope]
        assessed *= strategy == "by-need"
        offer = {
            "universal": 1.0, "proportionate": 1.0, "by-area": float(targeted),
            "by-need": assessed * (v["Sensitivity"] if need else 1 - v["Specificity"]),
            "by-group": v["GroupInNeed"] if need else v["GroupOthers"],
        }[strategy]
        cell = (q, targeted, need)
        offered[cell], reached[cell] = size * offer, size * offer * uptake
        variable += size * assessed * v["CostScreening"] + offered[cell] * v["CostOffer"]
        variable += reached[cell] * v["CostDelivery"] + offered[cell] * weight * v["CostOutreach"]
        averted[q] += reached[cell] * risk[q] * v["EffectInNeed" if need else "EffectOthers"]
        clamped |= size > 0 and uptake != wanted
        clamped_offered |= offered[cell] > 0 and uptake != wanted
    assert clamped == clamped_offered, "no case may turn on an uptake that is held where nobody is offered"

    def those(counts, q=None, need=None):
        return sum(c for (cq, _, cn), c in counts.items() if q in (None, cq) and need in (None, cn))

    kind, amount = funding
    scale, attainable = 1.0, True
    full_coverage = those(reached, need=True) / total_need
    if kind == "budget":
        attainable = amount >= v["CostFixed"]
        scale = 0.0 if not attainable else min(1.0, (amount - v["CostFixed"]) / variable) if variable else 1.0
    if kind == "coverage":
        attainable = amount <= full_coverage
        scale = 1.0 if not attainable else amount / full_coverage if full_coverage else 0.0
    cost = v["CostFixed"] + scale * variable if scale > 0 else 0.0
    all_reached, need_reached = scale * those(reached), scale * those(reached, need=True)
    uptakes = [those(reached, q) / those(offered, q) for q in range(5) if those(offered, q) > 0]
    left = [risk[q] - (scale * averted[q] / people[q] if people[q] else 0.0) for q in range(5)]
    fifths = []
    for q in range(5):
        here, made, got = those(n, q, True), scale * those(offered, q, True), scale * those(reached, q, True)
        fifths.append(dict(zip(FIFTH_OUTPUTS, [here, got, made - got, here - made])))
    return {
        "offered": scale * those(offered), "reached": all_reached, "in_need_reached": need_reached,
        "in_need_not_offered": total_need - scale * those(offered, need=True),
        "in_need_not_taken_up": scale * those(offered, need=True) - need_reached,
        "not_in_need_reached": scale * those(reached, need=False), "coverage": need_reached / total_need, "cost": cost,
        "cost_per_reached": cost / all_reached if all_reached else None,
        "cost_per_in_need_reached": cost / need_reached if need_reached else None,
        "benefit": scale * sum(averted),
        "gap_before": slope(people, rank, risk), "gap_after": slope(people, rank, left),
        "uptake_gap": uptakes[-1] - uptakes[0] if len(uptakes) > 1 else None,
        "scale": scale, "is_attainable": attainable, "is_clamped": clamped_offered, "fifths": fifths,
    }


def cases():
    def fundings(name, design):
        full = outcome(CELLS[name], design, IN_FULL, PLAIN)
        fixed, cost, coverage = PLAIN["CostFixed"], full["cost"], full["coverage"]
        budgets = [0, fixed - 0.01, fixed, round(fixed + 0.37 * (cost - fixed), 2), round(cost + 5000, 2)]
        return [("budget", b) for b in budgets] + [("coverage", round(g * coverage, 4)) for g in (0, 0.55, 1.2)]

    first, through, empty, *_ = PLACES
    plain = [(place, "plain", design, IN_FULL) for place in PLACES for design in DESIGNS]
    moved = [(empty, values, design, IN_FULL) for values in list(VALUES)[1:] for design in DESIGNS]
    funded = [(through, "plain", design, f) for design in DESIGNS for f in fundings(through, design)]
    free = [(first, "perfect assessment without costs", DESIGNS[2], f) for f in (("budget", 0), ("coverage", 0.5))]
    none = [("nobody targeted", "plain", DESIGNS[1], f) for f in (("budget", 3e4), ("coverage", 0.5), ("coverage", 0))]
    return plain + moved + funded + free + none


# Splits, PERT, ties

SPLIT_PARTS = {
    "seven units": [[float(c) for c in u["counts"][1:]] for u in SEVEN],
    "a part without people and one without need": [[5000, 900], [0, 0], [8000, 0], [12000, 300], [700, 690]],
    "nobody in need": [[300, 0], [100, 0]],
    "nobody at all": [[0, 0], [0, 0]],
}


def split(parts, budget, theta, floor):
    rate = [d / n if n else 0.0 for n, d in parts]
    people, weights = sum(n for n, _ in parts), sum(n * p**theta for (n, _), p in zip(parts, rate))
    if people == 0 or (weights == 0 and floor < 1):
        return None
    money = [
        budget * (floor * n / people + ((1 - floor) * n * p**theta / weights if floor < 1 else 0.0))
        for (n, _), p in zip(parts, rate)
    ]
    return [[b, b / n if n else None, b / d if d else None] for b, (n, d) in zip(money, parts)]


RANGES = [
    ("UptakeMost", 0.2, 0.5, 0.8), ("UptakeLeast", 0.55, 0.6, 0.62), ("Stigma", 0, 0.05, 0.3), ("Contact", 0, 0, 1),
    ("Sensitivity", 0.1, 1, 1), ("RiskMost", 0.001, 0.001, 0.02), ("CostDelivery", 10, 25, 120),
    ("CostFixed", 0, 20000, 1000000), ("Specificity", 0.4, 0.4, 0.4),
]
BETWEEN = [k + 0.5 for k in (0, 1, 2, 7, 31, 63, 64, 90, 120, 125, 126, 127)]


def pert(low, likely, high, share):
    if low == high:
        return likely
    at = (likely - low) / (high - low)
    return low + (high - low) * float(beta.ppf(share, 1 + 4 * at, 1 + 4 * (1 - at)))


def break_even(place, values, moving, start, end, first, second, funding, output):
    def difference(x):
        a, b = (outcome(CELLS[place], d, funding, {**values, moving: x})[output] for d in (first, second))
        return None if a is None or b is None else a - b

    known = [(x, difference(x)) for x in np.linspace(start, end, 301).tolist()]
    known = [(x, d) for x, d in known if d is not None]
    if not known:
        return "undefined"
    if all(d == 0 for _, d in known):
        return "same"
    ties = [brentq(difference, a[0], b[0], xtol=1e-15, rtol=1e-14) for a, b in zip(known, known[1:]) if a[1] * b[1] < 0]
    assert ties or all(d > 0 for _, d in known) or all(d < 0 for _, d in known)
    if not ties:
        return "first always" if known[0][1] > 0 else "second always"
    return min(ties, key=lambda x: abs(x - values[moving]))


UNIVERSAL, BY_AREA, BY_NEED, INSIDE, AFTER, BY_GROUP, PROPORTIONATE, TARGETED = DESIGNS
TEN_BANDS, THIRD, *_ = PLACES
TIES = [
    (TEN_BANDS, {}, "Sensitivity", 0, 1, BY_NEED, UNIVERSAL, IN_FULL, "benefit"),
    (TEN_BANDS, {}, "Sensitivity", 0, 1, BY_NEED, BY_AREA, IN_FULL, "coverage"),
    (TEN_BANDS, {}, "Sensitivity", 0, 1, BY_NEED, BY_GROUP, IN_FULL, "cost_per_in_need_reached"),
    (TEN_BANDS, {}, "Specificity", 0, 1, BY_NEED, BY_GROUP, IN_FULL, "cost"),
    (TEN_BANDS, {}, "Stigma", 0, 0.3, UNIVERSAL, BY_AREA, IN_FULL, "reached"),
    (TEN_BANDS, {}, "Stigma", 0, 0.3, BY_AREA, UNIVERSAL, IN_FULL, "reached"),
    (TEN_BANDS, {}, "Stigma", 0, 0.5, BY_GROUP, UNIVERSAL, ("budget", 2500000), "in_need_reached"),
    (TEN_BANDS, {}, "CostScreening", 0, 500, BY_NEED, UNIVERSAL, IN_FULL, "cost_per_in_need_reached"),
    (TEN_BANDS, {}, "CostOutreach", 0, 500, PROPORTIONATE, UNIVERSAL, ("budget", 2500000), "in_need_reached"),
    (TEN_BANDS, {}, "UptakeMost", 0, 1, UNIVERSAL, BY_AREA, IN_FULL, "gap_after"),
    (TEN_BANDS, {}, "EffectOthers", 0, 1, UNIVERSAL, BY_AREA, IN_FULL, "gap_after"),
    (THIRD, {}, "Contact", 0, 1, AFTER, INSIDE, IN_FULL, "in_need_reached"),
    (THIRD, {}, "Outreach", 0, 1, TARGETED, PROPORTIONATE, ("budget", 400000), "in_need_reached"),
    (THIRD, {}, "CostDelivery", 0, 1000, BY_GROUP, BY_NEED, ("coverage", 0.3), "cost"),
    # Two ties, and the one nearest to 0.55 or to 0.75.
    ("everybody targeted", {}, "UptakeMost", 0, 1, BY_AREA, BY_NEED, ("budget", 500000), "gap_after"),
    ("everybody targeted", {"UptakeMost": 0.75}, "UptakeMost", 0, 1, BY_AREA, BY_NEED, ("budget", 500000), "gap_after"),
    (TEN_BANDS, {}, "Sensitivity", 0, 1, UNIVERSAL, PROPORTIONATE, IN_FULL, "coverage"),
    (TEN_BANDS, {"Outreach": 0}, "UptakeMost", 0, 1, UNIVERSAL, PROPORTIONATE, IN_FULL, "coverage"),
    ("nobody targeted", {}, "UptakeMost", 0.1, 1, UNIVERSAL, BY_AREA, IN_FULL, "cost_per_reached"),
]


# Written down


def number(value):
    if value is None or isinstance(value, (bool, str)):
        return value
    return int(value) if value == int(value) else float(f"{float(value):.14g}")


def numbers(values):
    return [number(value) for value in values]


def unit(u):
    return {"counts": numbers(u["counts"]), **({"stretch": numbers(u["stretch"])} if "stretch" in u else {})}


def case_row(place, values, design, funding):
    o = outcome(CELLS[place], design, funding, VALUES[values])
    fifths = [number(fifth[key]) for fifth in o["fifths"] for key in FIFTH_OUTPUTS]
    return [place, values, *design, *funding, [number(o[key]) for key in OUTPUTS], fifths]


def main():
    ways = [(0, 0), (0, 0.4), (0.5, 0), (1, 0), (1, 0.3), (2, 0.75), (2.5, 0), (10, 0.1), (50, 0), (3, 1)]
    splits = [
        [name, 750000, theta, floor, split(parts, 750000, theta, floor)]
        for name, parts in SPLIT_PARTS.items() for theta, floor in ways
    ]
    ties = []
    for place, changed, moving, start, end, first, second, funding, output in TIES:
        found = break_even(place, {**PLAIN, **changed}, moving, start, end, first, second, funding, output)
        ties.append([place, changed, moving, start, end, first, second, *funding, output, found])
    lines = lambda rows: "[\n " + ",\n ".join(json.dumps(row) for row in rows) + "]"
    print('{\n"made_by": "tests/support/strategies.py",')
    print(f'"outputs": {json.dumps(OUTPUTS)},\n"fifth_outputs": {json.dumps(FIFTH_OUTPUTS)},')
    print('"places": ' + lines({
        "name": name, "scale": scale, "share": number(share), "units": [unit(u) for u in units],
        "gradient": numbers(gradient(CELLS[name])[2]),
        "cells": [[number(CELLS[name][q, t, d]) for t in (True, False) for d in (True, False)] for q in range(5)],
    } for name, (units, scale, share) in PLACES.items()) + ",")
    print('"values": ' + lines([name, values] for name, values in VALUES.items()) + ",")
    print('"cases": ' + lines(case_row(*case) for case in cases()) + ",")
    print(f'"split_parts": {json.dumps(SPLIT_PARTS)},\n"splits": ' + lines(
        [*row, found and [numbers(part) for part in found]] for *row, found in splits) + ",")
    print('"quantiles": ' + lines({
        "of": [name, low, likely, high],
        "knots": [number(pert(low, likely, high, k / 128)) for k in range(129)],
        "between": [[k, number(pert(low, likely, high, k / 128))] for k in BETWEEN],
    } for name, low, likely, high in RANGES) + ",")
    print('"ties": ' + lines([*row[:-1], number(row[-1])] for row in ties) + "\n}")


if __name__ == "__main__":
    main()
