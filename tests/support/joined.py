"""Tables joined by code and measured from the definitions alone, for tests/joined.rs. Shares no code with the app.

Run with numpy: python tests/support/joined.py > tests/fixtures/joined.json
"""

import json
import random

import numpy as np

random.seed(2011)


def slope(values, people, scores):
    """Ends of the weighted line over mid-cumulative ranks, the highest score first, ties in the middle of their group."""
    order = sorted(range(len(values)), key=lambda at: -scores[at])
    total = sum(people)
    ranks, before, at = [0.0] * len(values), 0.0, 0
    while at < len(order):
        tied = [i for i in order if scores[i] == scores[order[at]]]
        size = sum(people[i] for i in tied)
        for i in tied:
            ranks[i] = (before + size / 2) / total
        before += size
        at += len(tied)
    w = np.sqrt(np.array(people))
    design = np.column_stack([np.ones(len(values)), ranks]) * w[:, None]
    intercept, gradient = np.linalg.lstsq(design, np.array(values) * w, rcond=None)[0]
    mean = float(np.average(values, weights=people))
    return {"most": float(intercept), "least": float(intercept + gradient), "mean": mean, "people": float(sum(people)), "rows": len(values)}


def areas(first, count, councils):
    """Areas with a score, people and their council; codes from a number that both censuses have."""
    rows = []
    for at in range(count):
        rows.append({
            "code": f"E01{first + at:06d}",
            "council": councils[at * len(councils) // count],
            "score": round(random.uniform(3, 70), 3),
            "people": random.randint(900, 3200),
        })
    return rows


COUNCILS = ["E07000008", "E07000009", "E06000031", "E07000011", "E07000012", "E08000035"]
# Numbers of which no area was split or joined for 2021.
ALL = areas(2900, 60, COUNCILS)
RANKS = {row["code"]: 1 + rank for rank, row in enumerate(sorted(ALL, key=lambda row: -row["score"]))}


def index_file(year="2011", without_score=False):
    lines = [
        f"LSOA code ({year}),Local Authority District code (2019),"
        + ("" if without_score else "Index of Multiple Deprivation (IMD) Score,")
        + "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Income Score (rate),"
        "Total population: mid 2015 (excluding prisoners)"
    ]
    for row in ALL:
        score = "" if without_score else f"{row['score']},"
        lines.append(f"{row['code']},{row['council']},{score}{RANKS[row['code']]},0.1,{row['people']}")
    return "\n".join(lines) + "\n"


cases = []

# A rate by small area: a few have no partner, and the rest of the file is not used.
used = ALL[5:45]
values = [round(40 + 1.4 * row["score"] + random.gauss(0, 9), 2) for row in used]
text = "LSOA11CD,Area,Smoking rate\n" + "".join(
    f"{row['code']},Area {at},{value}\n" for at, (row, value) in enumerate(zip(used, values))
)
text += "E01001300,Somewhere else,50.1\nE01001301,Elsewhere,51.2\n"
cases.append({
    "name": "a rate by small area", "own": text, "other": index_file(), "left_out": 2, "not_used": 20, "summed": 0,
    "expect": slope(values, [row["people"] for row in used], [row["score"] for row in used]),
})

# Events by small area, in another order and with a mark: people of the other table make a rate of them.
used = ALL[10:40]
random.shuffle(used)
events = [int(row["people"] * (0.002 + row["score"] / 20000)) for row in used]
text = "Code;Deaths\n" + "".join(f"{row['code'].lower()};{'*' if at == 3 else n}\n" for at, (row, n) in enumerate(zip(used, events)))
kept = [(row, n) for at, (row, n) in enumerate(zip(used, events)) if at != 3]
cases.append({
    "name": "deaths by small area", "own": text, "other": index_file(), "left_out": 0, "not_used": 30, "summed": 0,
    "expect": slope([1e5 * n / row["people"] for row, n in kept], [row["people"] for row, _ in kept], [row["score"] for row, _ in kept]),
})

# Values by council: people of small areas are summed, and their scores averaged by people.
by_council = {}
for row in ALL:
    people, weighed = by_council.get(row["council"], (0, 0.0))
    by_council[row["council"]] = (people + row["people"], weighed + row["people"] * row["score"])
values = {code: round(20 + random.uniform(0, 30), 1) for code in COUNCILS[:5]}
text = "Area code,Area name,Value\nE92000001,England,33.0\n" + "".join(f"{code},Council {at},{values[code]}\n" for at, code in enumerate(values))
cases.append({
    "name": "values by council", "own": text, "other": index_file(), "left_out": 1, "not_used": 1, "summed": 50,
    "expect": slope(
        [values[code] for code in values],
        [by_council[code][0] for code in values],
        [by_council[code][1] / by_council[code][0] for code in values],
    ),
})

# General practices, with a list that has their patients and a score, some in several rows that say the same.
practices = [{"code": f"D81{at:03d}", "score": round(random.uniform(5, 45), 1), "patients": random.randint(2000, 15000)} for at in range(1, 25)]
values = [round(90 - 0.4 * p["score"] + random.gauss(0, 2), 1) for p in practices[:20]]
own = "Practice code,Screening coverage (%)\n" + "".join(f"{p['code']},{v}\n" for p, v in zip(practices, values))
rows = [f"{p['code']},Surgery {at},{p['score']},{p['patients']}\n" for at, p in enumerate(practices)]
other = "Practice,Name,IMD score,List size\n" + "".join(rows + rows[:3])
cases.append({
    "name": "coverage by practice", "own": own, "other": other, "left_out": 0, "not_used": 4, "summed": 0,
    "expect": slope(values, [p["patients"] for p in practices[:20]], [p["score"] for p in practices[:20]]),
})

# A table that has people of its own: only the score is taken, from one in a sheet’s decimal commas.
used = ALL[:25]
values = [round(random.uniform(10, 60), 1) for _ in used]
own_people = [random.randint(500, 900) for _ in used]
own = "lsoa\tpopulation\trate\n" + "".join(f"{row['code']}\t{n}\t{v}\n" for row, n, v in zip(used, own_people, values))
other = "lsoa;imd score;population\n" + "".join(f"{row['code']};{str(row['score']).replace('.', ',')};{row['people']}\n" for row in ALL)
cases.append({
    "name": "with people of its own", "own": own, "other": other, "left_out": 0, "not_used": 35, "summed": 0,
    "expect": slope(values, own_people, [row["score"] for row in used]),
})

print(json.dumps({"cases": cases, "index": index_file(), "index_without_score": index_file(without_score=True)}, indent=1))
