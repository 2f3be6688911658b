#!/usr/bin/env python3
"""Works out offers as a programme, and value for money: the reference for tests/programme.rs.

    pip install numpy==2.4.6 scipy==1.17.1
    python3 tests/support/programme.py > tests/fixtures/programme.json

It shares nothing with the Rust code but the definitions; what an offer does in one place comes from strategies.py, which stands
by itself too. The formulas, in words:

- Those who can have an offer are, of each cell, a share of people in need and a share of others: all, the two shares assumed, or
  two numbers over those who live here, at most all. Ranks, gradients and gaps are those of these people alone.
- What is averted once or never is as strategies.py has it. What happens so often in a year has that rate in place of the risk, and
  its benefit counts for sum over t = 0 .. years - 1 of (1 + r)^-t years.
- The service of today reaches all who can have it with an uptake and a delivery cost of its own, without fixed cost, cost of an
  offer or outreach.
- Beyond the service of today, or beyond nothing (0, 0), an option with cost c and effect e: the same (0, 0), dominates (c <= 0 <=
  e), is dominated (e <= 0 <= c), else c / e pounds for each more or each less.
- Among all options, one that costs and does what an earlier one does is the same as that one; one is dominated if another has as much effect or more for as much cost or less; of those left, one is
  dominated by a mix if some two others can be mixed to its effect at a lower cost (every pair is tried). The rest, by rising
  effect, have a ratio each to the one before.
- The share of draws in which an option has the largest effect x worth - cost (the first of equal ones). All information: mean
  over draws of the largest, less the largest mean. One assumption: numpy's least squares of each option's net benefit on powers
  0 to 3 of the assumption; mean over draws of the largest fitted value, less the largest mean.
- Draws are no random ones: value k of draw i is low + (high - low) x the fractional part of (i + 1) x sqrt(prime k).
"""

import json
import math

import numpy as np

from strategies import CELLS, DESIGNS, PLAIN, number, outcome

PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97]
MORE = {
    "EligibleInNeed": 0.35, "EligibleOthers": 0.2, "PresentLeast": 0.5, "PresentMost": 0.3, "PresentCost": 60,
    "RateLeast": 0.002, "RateMost": 0.006,
}
NAMES = list(PLAIN) + list(MORE)
DRAWS = 64


def with_more(**changed):
    return {**PLAIN, **MORE, **changed}


VALUES = {
    "plain": with_more(),
    "all can have it": with_more(EligibleInNeed=1, EligibleOthers=1),
    "those in need alone": with_more(EligibleInNeed=0.6, EligibleOthers=0),
    "a service that does well and is cheap": with_more(PresentLeast=0.95, PresentMost=0.9, PresentCost=1, CostFixed=50000),
    "a service like the universal offer": with_more(PresentLeast=0.8, PresentMost=0.55, PresentCost=85, CostFixed=0, CostOffer=0),
    "dear now": with_more(PresentCost=400, Outreach=0.3, CostOutreach=2),
}
ELIGIBLE = [["everyone"], ["shares"], ["numbers", 2500, 9000], ["numbers", 1e9, 100]]
AVERTS = [["once"], ["yearly", 1, 0], ["yearly", 10, 0], ["yearly", 20, 0.035]]
UNIVERSAL, BY_AREA, BY_NEED, INSIDE, AFTER, BY_GROUP, PROPORTIONATE, TARGETED = range(8)
SETS = [[UNIVERSAL, BY_AREA], [UNIVERSAL, BY_AREA, BY_NEED], [UNIVERSAL, BY_AREA, BY_NEED, BY_GROUP, PROPORTIONATE]]
WORTHS = [0, 200, 2500, 40000]


def eligible_shares(kind, n, v):
    need = sum(size for (_, _, is_need), size in n.items() if is_need)
    others = sum(n.values()) - need
    if kind[0] == "everyone":
        return 1.0, 1.0
    if kind[0] == "shares":
        return v["EligibleInNeed"], v["EligibleOthers"]
    return tuple(min(k / of, 1.0) if of else 1.0 for k, of in zip(kind[1:], (need, others)))


def those_who_can(kind, n, v):
    in_need, others = eligible_shares(kind, n, v)
    return {cell: size * (in_need if cell[2] else others) for cell, size in n.items()}


def years_counted(averts):
    return sum((1 + averts[2]) ** -t for t in range(averts[1]))


def what_it_does(n, design, v, averts):
    if averts[0] == "once":
        return outcome(n, design, ("in full", 0), v)
    yearly = {**v, "RiskLeast": v["RateLeast"], "RiskMost": v["RateMost"]}
    done = outcome(n, design, ("in full", 0), yearly)
    done["benefit"] *= years_counted(averts)
    return done


def today(n, v, averts):
    own = {
        **v, "UptakeLeast": v["PresentLeast"], "UptakeMost": v["PresentMost"], "CostDelivery": v["PresentCost"],
        "CostFixed": 0, "CostOffer": 0,
    }
    return what_it_does(n, DESIGNS[UNIVERSAL], own, averts)


def nearly(a, b):
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1e-300)


def less(a, b):
    return 0.0 if nearly(a, b) else a - b


def against(cost, effect):
    if cost == 0 and effect == 0:
        return ["same"]
    if cost <= 0 and effect >= 0:
        return ["dominates"]
    if cost >= 0 and effect <= 0:
        return ["is-dominated"]
    return ["more-for-more" if effect > 0 else "less-for-less", cost / effect]


def standings(options):
    """Each option as (cost, effect)."""

    def beats(a, b):
        cost, effect = less(options[a][0], options[b][0]), less(options[a][1], options[b][1])
        return (cost <= 0 and effect >= 0) and (cost, effect) != (0, 0)

    def same(a, b):
        return less(options[a][0], options[b][0]) == 0 and less(options[a][1], options[b][1]) == 0

    count = range(len(options))
    alike = {i: next((j for j in range(i) if same(j, i)), None) for i in count}
    left = [i for i in count if alike[i] is None and not any(beats(j, i) for j in count)]

    def beaten_by_mix(i):
        cost, effect = options[i]
        for j in left:
            for k in left:
                (c1, e1), (c2, e2) = options[j], options[k]
                if e1 < effect < e2:
                    part = (effect - e1) / (e2 - e1)
                    mixed = c1 + part * (c2 - c1)
                    if mixed < cost and not nearly(mixed, cost):
                        return True
        return False

    best = sorted((i for i in left if not beaten_by_mix(i)), key=lambda i: options[i][1])
    found = []
    for i in count:
        if alike[i] is not None:
            found.append(["same-as", alike[i]])
        elif i not in left:
            found.append(["dominated"])
        elif i not in best:
            found.append(["dominated-by-mix"])
        elif i == best[0]:
            found.append(["least"])
        else:
            before = best[best.index(i) - 1]
            ratio = (options[i][0] - options[before][0]) / (options[i][1] - options[before][1])
            found.append(["next", before, ratio])
    return found


def draw(values, i):
    drawn = {}
    for name, prime in zip(NAMES, PRIMES):
        likely = values[name]
        step = (i + 1) * math.sqrt(prime)
        drawn[name] = 0.7 * likely + (1.3 * likely - 0.7 * likely) * (step - math.floor(step))
        if name not in ("CostFixed", "CostScreening", "CostOffer", "CostDelivery", "CostOutreach", "PresentCost"):
            drawn[name] = min(drawn[name], 1.0)
    return drawn


def how_sure(n, values, kind, averts, has_present, designs, worth):
    draws = [draw(values, i) for i in range(DRAWS)]
    net = np.zeros((DRAWS, len(designs) + 1))
    for i, v in enumerate(draws):
        those = those_who_can(kind, n, v)
        if has_present:
            now = today(those, v, averts)
            net[i, 0] = now["benefit"] * worth - now["cost"]
        for at, design in enumerate(designs):
            done = what_it_does(those, DESIGNS[design], v, averts)
            net[i, at + 1] = done["benefit"] * worth - done["cost"]
    shares = np.bincount(net.argmax(axis=1), minlength=net.shape[1]) / DRAWS
    everything = net.max(axis=1).mean() - net.mean(axis=0).max()
    single = {}
    for name in ("UptakeMost", "EffectInNeed", "CostDelivery", "PresentMost"):
        x = np.array([v[name] for v in draws])
        scaled = 2 * (x - x.min()) / (x.max() - x.min()) - 1
        powers = np.vander(scaled, 4)
        fitted = powers @ np.linalg.lstsq(powers, net, rcond=None)[0]
        single[name] = max(fitted.max(axis=1).mean() - fitted.mean(axis=0).max(), 0.0)
    return {"worth": worth, "acceptability": [number(s) for s in shares], "all": number(max(everything, 0.0)),
            "single": {name: number(worth) for name, worth in single.items()}}


def case(at, place, values_name, kind, averts, has_present, designs):
    n, v = CELLS[place], VALUES[values_name]
    those = those_who_can(kind, n, v)
    done = [what_it_does(those, DESIGNS[design], v, averts) for design in designs]
    now = today(those, v, averts) if has_present else None
    base = (now["cost"], now["benefit"], now["in_need_reached"]) if now else (0.0, 0.0, 0.0)
    beyond = []
    for d in done:
        cost, averted, reached = (less(d[key], b) for key, b in zip(("cost", "benefit", "in_need_reached"), base))
        beyond.append([number(cost), number(averted), number(reached), against(cost, averted), against(cost, reached)])
    keys = ("offered", "reached", "in_need_reached", "cost", "benefit", "gap_before", "gap_after")
    return {
        "place": place, "values": values_name, "eligible": kind, "averts": averts, "has_present": has_present,
        "designs": designs,
        "people": number(sum(those.values())), "in_need": number(sum(s for c, s in those.items() if c[2])),
        "outcomes": [[number(d[key]) for key in keys] for d in done],
        "present": [number(now[key]) for key in keys] if now else None,
        "beyond": beyond,
        "standings": standings([base[:2]] + [(d["cost"], d["benefit"]) for d in done]),
        "certainty": how_sure(n, v, kind, averts, has_present, designs, WORTHS[at % len(WORTHS)]),
    }


def cases():
    places = list(CELLS)
    found = []
    for values_name in VALUES:
        for kind in ELIGIBLE:
            for has_present in (False, True):
                for turn in range(2):
                    at = len(found)
                    averts, designs = AVERTS[(at // 2 + at) % 4], SETS[at % 3]
                    found.append(case(at, places[at % len(places)], values_name, kind, averts, has_present, designs))
    return found


if __name__ == "__main__":
    everything = {
        "made_by": "tests/support/programme.py",
        "names": NAMES,
        "designs": DESIGNS,
        "values": {name: [number(v[key]) for key in NAMES] for name, v in VALUES.items()},
        "years": [[y, r, number(sum((1 + r) ** -t for t in range(y)))] for y in (1, 2, 10, 60) for r in (0, 0.015, 0.035, 1)],
        "cases": cases(),
    }
    lines = lambda rows: "[\n " + ",\n ".join(json.dumps(row) for row in rows) + "]"
    print("{\n" + ",\n".join(f'"{key}": ' + (lines(of) if key in ("cases", "years") else json.dumps(of)) for key, of in everything.items()) + "\n}")
