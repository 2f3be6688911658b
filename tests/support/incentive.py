"""What a payment does, worked out by another hand: writes tests/fixtures/incentive.json.

Every person is counted by where they end up, without the formulas of the model: python3 tests/support/incentive.py
"""

import json
from pathlib import Path

import numpy as np

RANDOM = np.random.default_rng(2022)


def line(people, least, most):
    """A straight line over mid-cumulative population rank between the first and the last fifth that people live in."""
    rank = (np.cumsum(people) - people / 2) / people.sum()
    first, last = rank[people > 0][0], rank[people > 0][-1]
    if first == last:
        return np.full(5, least)
    return np.interp(rank, [first, last], [most, least])


def case(people, targeted, payment, uptake, rise, assessment, found, found_uptake):
    share = line(people, *uptake)
    identified = line(people, *found)
    offers = {}
    for reach in ["universal", "areas", "identified"]:
        offered = {"universal": people, "areas": targeted, "identified": people * identified}[reach]
        own = share if reach != "identified" or found_uptake is None else np.full(5, found_uptake)
        come_with = np.minimum(own + rise, 1.0)
        anyway, paid = offered * own, offered * come_with
        extra = paid - anyway
        cost = payment * paid.sum() + (assessment * people.sum() if reach == "identified" else 0.0)
        lived_in = np.flatnonzero(people > 0)
        after = (people * share + extra)[lived_in] / people[lived_in]
        offers[reach] = {
            "offered": offered.sum(),
            "paid": paid.sum(),
            "anyway": anyway.sum(),
            "additional": extra.sum(),
            "cost": cost,
            "per_additional": cost / extra.sum() if extra.sum() > 0 else None,
            "gap_before": share[lived_in[-1]] - share[lived_in[0]],
            "gap_after": after[-1] - after[0],
        }
    return offers


def main():
    cases = []
    while len(cases) < 40:
        people = RANDOM.integers(0, 60_000, 5) * (RANDOM.random(5) > 0.1)
        if people.sum() == 0:
            continue
        targeted = np.floor(people * np.sort(RANDOM.random(5))[::-1])
        tenths = lambda low, high: int(RANDOM.integers(low, high)) / 1000
        uptake, found = (tenths(400, 900), tenths(300, 900)), (tenths(50, 500), tenths(50, 500))
        found_uptake = None if len(cases) % 2 else tenths(200, 300)
        inputs = dict(
            payment=int(RANDOM.integers(1, 300)),
            uptake=uptake,
            rise=tenths(1, 150),
            assessment=int(RANDOM.integers(0, 20)),
            found=found,
            found_uptake=found_uptake,
        )
        outputs = case(people.astype(float), targeted.astype(float), **inputs)
        cases.append({"people": people.tolist(), "targeted": targeted.tolist(), **inputs, "offers": outputs})
    path = Path(__file__).parents[1] / "fixtures" / "incentive.json"
    path.write_text(json.dumps(cases, indent=1) + "\n")


if __name__ == "__main__":
    main()
