#!/usr/bin/env python3
"""Works small made-up places out by hand, as it were: the reference for tests/worked_examples.rs.

    python3 tests/support/worked_examples.py > tests/fixtures/worked_examples.json

It follows the definitions (section "Curve and cuts" of the design) in the plainest way: exact fractions, one loop over
the units for every single answer, no prefix sums, no search, no tolerance. It shares nothing with the Rust code but
the definitions. Python's standard library is all it needs.
"""

import json
import random
from fractions import Fraction as F

MEASURES = [
    "areas", "people", "people_share", "in_need", "coverage", "exclusion_error", "precision", "leakage", "lift",
    "number_needed", "targeting_differential", "efficiency",
]
SHARES = ["0.05", "0.2", "0.333", "0.6", "1"]
GOALS = ["0", "0.5", "0.8", "1"]
LOCAL = [(basis, whole) for basis in ("areas", "people") for whole in (False, True)]


def area(people, in_need, rank, of=1000):
    """A single area with its official rank among `of`."""
    return {"areas": F(1), "people": F(people), "in_need": F(in_need), "order": F(rank), "rank": (rank, of)}


def own(people, in_need, score):
    """A unit of somebody's own data, without a place in any national ranking. Lower score, more deprived."""
    return {"areas": F(1), "people": F(people), "in_need": F(in_need), "order": F(score)}


def stretch(areas, start, end):
    """A band of areas, or areas that tie: `areas` lists (people, in need) of each single one."""
    return {
        "areas": F(len(areas)), "people": F(sum(F(n) for n, _ in areas)), "in_need": F(sum(F(d) for _, d in areas)),
        "order": F(start), "stretch": (F(start), F(end)), "single": [(F(n), F(d)) for n, d in areas],
    }


def segments(units):
    """Units of equal order as one, the most deprived first."""
    joined = []
    for order in sorted({u["order"] for u in units}):
        tied = [u for u in units if u["order"] == order]
        segment = {key: sum(u[key] for u in tied) for key in ("areas", "people", "in_need")}
        joined.append({**segment, **{k: tied[0][k] for k in ("rank", "stretch") if k in tied[0]}})
    return joined


def total(units, key):
    return sum(u[key] for u in units)


def taken(units, scale, share):
    """How much of each segment (0 to 1) the cut takes: a list of (fraction, segment)."""
    result, running = [], F(0)
    for s in segments(units):
        if scale == "national":
            if "rank" in s:
                rank, of = s["rank"]
                fraction = F(1) if rank <= share * of else F(0)
            else:
                start, end = s["stretch"]
                fraction = min(max((share - start) / (end - start), F(0)), F(1))
        else:
            basis, whole = scale
            cut = share * total(units, basis)
            if share == 1:
                fraction = F(1)
            elif running >= cut:
                fraction = F(0)
            elif whole or running + s[basis] <= cut:
                fraction = F(1)
            else:
                fraction = (cut - running) / s[basis]
            running += s[basis]
        result.append((fraction, s))
    return result


def held(units, scale, share, key):
    return sum(fraction * s[key] for fraction, s in taken(units, scale, share))


def measures(units, scale, share):
    n, d = held(units, scale, share, "people"), held(units, scale, share, "in_need")
    people, in_need = total(units, "people"), total(units, "in_need")
    coverage, people_share = d / in_need, n / people
    others = people - in_need
    precision = d / n if n else None
    perfect = min(F(1), n / in_need)
    return {
        "areas": held(units, scale, share, "areas"), "people": n, "people_share": people_share, "in_need": d,
        "coverage": coverage, "exclusion_error": 1 - coverage,
        "precision": precision, "leakage": None if precision is None else 1 - precision,
        "lift": coverage / people_share if people_share else None,
        "number_needed": n / d if d else None,
        "targeting_differential": coverage - (n - d) / others if others else None,
        "efficiency": coverage / perfect if perfect else None,
    }


def quintiles(units, scale):
    rows = []
    for q in range(1, 6):
        row = [held(units, scale, F(q, 5), k) - held(units, scale, F(q - 1, 5), k) for k in ("areas", "people", "in_need")]
        rows.append(row + [row[1] / total(units, "people"), row[2] / total(units, "in_need")])
    return rows


def reach(units, scale, goal):
    """The smallest target with at least `goal` of need: [how much of the scale, of people, of need] it holds."""
    wanted = goal * total(units, "in_need")
    held_of = {key: F(0) for key in ("areas", "people", "in_need")}
    position = F(0)
    for s in segments(units):
        if held_of["in_need"] >= wanted:
            break
        is_whole = "rank" in s if scale == "national" else scale[1]
        missing = wanted - held_of["in_need"]
        fraction = F(1) if is_whole or missing > s["in_need"] else missing / s["in_need"]
        for key in held_of:
            held_of[key] += fraction * s[key]
        if scale == "national":
            start, end = s["stretch"] if "stretch" in s else (None, F(*s["rank"]))
            position = end if start is None else start + fraction * (end - start)
        else:
            position = held_of[scale[0]] / total(units, scale[0])
    return [position, held_of["people"] / total(units, "people"), held_of["in_need"] / total(units, "in_need")]


def between_area_share(units):
    single = [one for u in units for one in u.get("single", [(u["people"], u["in_need"])])]
    people, in_need = total(units, "people"), total(units, "in_need")
    p = in_need / people
    if p in (0, 1):
        return None
    return sum(n * (d / n - p) ** 2 for n, d in single if n) / (people * p * (1 - p))


def number(value):
    if value is None:
        return None
    return int(value) if value == int(value) else float(f"{float(value):.13g}")


def numbers(values):
    return [number(value) for value in values]


def place(name, units, shares=SHARES):
    scales = LOCAL + (["national"] if all("rank" in u or "stretch" in u for u in units) else [])
    label = lambda s: s if s == "national" else f"{s[0]}, {'whole' if s[1] else 'split'}"
    fields = []
    for u in units:
        national = u.get("rank") or u.get("stretch")
        fields.append({
            "counts": numbers([u["areas"], u["people"], u["in_need"]]), "order": number(u["order"]),
            **({"rank": list(u["rank"])} if "rank" in u else {}),
            **({"stretch": numbers(national), "single": [numbers(one) for one in u["single"]]} if "stretch" in u else {}),
        })
    return {
        "name": name,
        "units": fields,
        "between_area_share": number(between_area_share(units)),
        "targets": [
            [label(s), number(F(x)), *numbers(measures(units, s, F(x)).values())] for s in scales for x in shares
        ],
        "quintiles": [[label(s), [numbers(row) for row in quintiles(units, s)]] for s in scales],
        "reach": [[label(s), number(F(g)), *numbers(reach(units, s, F(g)))] for s in scales for g in GOALS],
    }


def made_up_areas(seed, count, of):
    dice = random.Random(seed)
    ranks = sorted(dice.sample(range(1, of + 1), count))
    units = []
    for rank in ranks:
        people = dice.randint(900, 2600)
        rate = F(max(1, 350 - 330 * rank // of + dice.randint(-15, 15)), 1000)
        units.append(area(people, people * rate, rank, of))
    dice.shuffle(units)
    return units


PLACES = [
    place("four areas of a hundred people", [
        area(100, 40, 100), area(100, 30, 250), area(100, 20, 600), area(100, 10, 900),
    ], ["0", *SHARES]),
    place("ranks on the very cut: 20% and 60% of 1,000 are the areas up to 200 and up to 600", [
        area(120, 50, 200), area(130, 40, 201), area(90, 9, 600), area(110, 8, 601), area(50, 1, 1000),
    ]),
    place("a fifth of 32,844 areas ends between the ranks 6,568 and 6,569", [
        area(1500, 400, 6568, 32844), area(1400, 390, 6569, 32844), area(1700, 100, 32844, 32844),
        area(1600, 600, 1, 32844),
    ]),
    place("cuts that have no exact binary form: 29%, 57% and 58% of 100 are the areas up to 29, 57 and 58", [
        area(100, 30, 29, 100), area(110, 20, 30, 100), area(120, 15, 57, 100), area(130, 10, 58, 100),
        area(140, 5, 100, 100),
    ], ["0.29", "0.57", "0.58"]),
    place("own data with ties", [
        own(100, 50, 3), own(300, 60, 1), own(200, 80, 1), own(250, 10, 7), own(150, 30, 3), own(400, 20, 9),
    ]),
    place("areas without people, among them the first, the last and one on the cut", [
        area(0, 0, 5), area(200, 80, 10), area(0, 0, 200), area(300, 60, 300), area(500, 20, 800), area(0, 0, 1000),
    ]),
    place("nobody in need in the most deprived area", [
        area(100, 0, 1), area(200, 50, 400), area(300, 30, 500), area(400, 0, 990),
    ]),
    place("need that does not follow deprivation: targeting does worse than chance", [
        area(1000, 20, 50), area(1000, 50, 300), area(1000, 400, 700), area(1000, 300, 950),
    ]),
    place("everybody in need", [own(10, 10, 1), own(20, 20, 2), own(30, 30, 3)]),
    place("one area", [area(1512, F("388.584"), 4321, 32844)]),
    place("bands of a twentieth, some of them empty", [
        stretch([(1500, 600), (1400, 500), (1600, 480)], "0", "0.05"),
        stretch([(1700, 340)], "0.1", "0.15"),
        stretch([(1300, 200), (1450, 160)], "0.15", "0.2"),
        stretch([(1550, 150), (1650, 90), (1500, 95), (1350, 60)], "0.5", "0.55"),
        stretch([(1800, 40), (1750, 30)], "0.95", "1"),
    ]),
    place("areas that tie on a rate, as stretches of unequal length", [
        stretch([(900, 270), (1100, 330)], "0", "0.125"),
        stretch([(1000, 200), (500, 100), (700, 140)], "0.125", "0.5"),
        stretch([(1200, 60)], "0.5", "0.625"),
        stretch([(800, 8), (900, 9), (1000, 10)], "0.625", "1"),
    ], ["0", "0.0625", "0.125", "0.3", "0.777", "1"]),
    place("twelve made-up areas", made_up_areas(2022, 12, 32844), SHARES + ["0.1", "0.123", "0.8"]),
    place("eleven made-up areas of a small nation", made_up_areas(3, 11, 40), SHARES + ["0.025", "0.5", "0.774"]),
]


def main():
    print('{\n"made_by": "tests/support/worked_examples.py",')
    print(f'"measures": {json.dumps(MEASURES)},\n"places": [')
    for index, one in enumerate(PLACES):
        name, between = json.dumps(one["name"]), json.dumps(one["between_area_share"])
        print(f'{{"name": {name}, "between_area_share": {between},')
        for last, key in enumerate(["units", "targets", "quintiles", "reach"]):
            rows = ",\n ".join(json.dumps(row) for row in one[key])
            print(f'"{key}": [\n {rows}]' + ("," if last < 3 else "}" + ("," if index + 1 < len(PLACES) else "")))
    print("]\n}")


main()
