#!/usr/bin/env python3
"""Works the tables out again from the made-up records, with dictionaries and loops, and compares every row with what SQL made.

    python3 tests/sql/check.py FOLDER SMALLEST ROUND_TO NEED_BY

FOLDER holds the records (my_*.csv) and the tables (wgm_*.csv). It shares nothing with sql/ but the rules of
docs/person-level-data.md. Then it tries to find out what was withheld, from the tables alone.
"""

import csv
import hashlib
import sys
from collections import Counter, defaultdict

folder, smallest, round_to, need_by = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]


def rows(name):
    with open(f"{folder}/{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def clean(text):
    return "".join(sign for sign in text if sign not in " \t\n\r\u00a0").upper()


def shuffled(text):
    return hashlib.md5(text.encode()).hexdigest()


# ---- The records

councils, ranks = {}, {}
for row in rows("my_areas"):
    councils[clean(row["area_code"])] = clean(row["council_code"])
    ranks[clean(row["area_code"])] = row["deprivation_rank"]
left_out = defaultdict(lambda: [0, 0])


def leave(source, outcome, people=1):
    left_out[source, outcome][0] += 1
    left_out[source, outcome][1] += people


def later_first(day):
    """A day so that the latest comes first in order."""
    return tuple(-ord(sign) for sign in day) + (1,)


def place(code):
    return shuffled(code) if code in councils else ""


of_person = defaultdict(list)
for row in rows("my_residents"):
    identifier = clean(row["person_id"])
    if not identifier:
        leave("residents", "no identifier")
        continue
    code = clean(row["area_code"])
    need = int(row["in_need"]) if row["in_need"] else -1
    household = clean(row["household_id"])
    best = (code not in councils, later_first(row["recorded_on"]), place(code), not code, -need, shuffled(household))
    of_person[identifier].append((best, code, need, household))

residents = []
for records in of_person.values():
    records.sort(key=lambda record: record[0])
    residents.append(records[0][1:])
    for _ in records[1:]:
        leave("residents", "another record of the same", 0)

if need_by == "household":
    together = {household for _, need, household in residents if household and need > 0}
    residents = [(code, 1 if household in together else need, household) for code, need, household in residents]

counts = {("in need", "all"): Counter(), ("not in need", "all"): Counter()}
for code, need, _ in residents:
    if not code:
        leave("residents", "no area code")
    elif code not in councils:
        leave("residents", "area code not in the list")
    elif need < 0:
        leave("residents", "need not known")
    else:
        leave("residents", "counted")
        counts["in need" if need else "not in need", "all"][code, "all"] += 1

of_person = defaultdict(list)
for row in rows("my_contacts"):
    identifier, period = clean(row["person_id"]), row["year_seen"].strip(" ")
    if not identifier:
        leave("served", "no identifier")
    elif not period:
        leave("served", "no period")
    else:
        code = clean(row["area_code"])
        group = row["ethnic_group"].strip(" ") or "Not known"
        best = (code not in councils, group == "Not known", later_first(row["seen_on"]), place(code), not code, shuffled(group))
        of_person[identifier, period].append((best, code, group))
for (_, period), records in of_person.items():
    records.sort(key=lambda record: record[0])
    _, code, group = records[0]
    for _ in records[1:]:
        leave("served", "another record of the same", 0)
    if not code:
        leave("served", "no area code")
    elif code not in councils:
        leave("served", "area code not in the list")
    else:
        leave("served", "counted")
        counts.setdefault(("served", period), Counter())[code, group] += 1

# ---- What is withheld


class Node:
    """A count and what it is the sum of. `order` says who is taken first where one more has to be withheld."""

    def __init__(self, name, order, n=0, parts=()):
        self.name, self.order, self.parts = name, order, parts
        self.n = sum(part.n for part in parts) if parts else n
        bad = [part for part in parts if part.unsafe]
        good = [part for part in parts if not part.unsafe and part.n > 0]
        k, together = len(bad), sum(part.n for part in bad)
        fits = k >= 2 and together - k >= smallest - 2
        self.more = []
        if bad and not (fits and k * (smallest - 1) - together >= smallest - 2):
            # One safe part, and further ones until every small number could be as large as small numbers get.
            for part in sorted(good, key=lambda part: part.order):
                if self.more and together >= k * (smallest - 1) + len(self.more) * smallest:
                    break
                self.more.append(part)
                together += part.n
        self.unsafe = 0 < self.n < smallest or bool(bad and not good and not fits)
        self.withheld = False

    def withhold(self, withheld):
        self.withheld = withheld
        for part in self.parts:
            part.withhold(withheld or part.unsafe or part in self.more)


def shown(n, withheld):
    if withheld:
        return "[c]"
    return str(n if round_to == 1 else (n + 2) // 5 * 5)


group_sums = defaultdict(Counter)
for (measure, _), found in counts.items():
    for (_, group), n in found.items():
        group_sums[measure][group] += n
trees = {}
for (measure, period), found in counts.items():
    of_council = defaultdict(list)
    for code, council in councils.items():
        groups = [Node(group, (n, shuffled(group)), found[code, group]) for group, n in group_sums[measure].items()]
        of_council[council].append(Node(code, shuffled(code), parts=groups))
    root = Node("all", "", parts=[Node(council, shuffled(council), parts=areas) for council, areas in of_council.items()])
    root.withhold(root.unsafe)
    trees[measure, period] = root

tables = {name: set() for name in ["wgm_units", "wgm_unit_totals", "wgm_audit", "wgm_audit_groups", "wgm_audit_totals"]}
tables["wgm_left_out"] = {(*key, str(records), str(people)) for key, (records, people) in left_out.items()}


def pair(need, other, name):
    withheld = need.withheld or other.withheld
    return (name, shown(need.n + other.n, withheld), shown(need.n, withheld))


need_tree, other_tree = trees["in need", "all"], trees["not in need", "all"]
tables["wgm_unit_totals"].add(pair(need_tree, other_tree, "all"))
for need, other in zip(need_tree.parts, other_tree.parts):
    tables["wgm_unit_totals"].add(pair(need, other, need.name))
    for area, others in zip(need.parts, other.parts):
        if area.withheld or others.withheld or area.n + others.n > 0:
            tables["wgm_units"].add((*pair(area, others, area.name), ranks[area.name]))
for (measure, period), root in trees.items():
    if measure == "served":
        tables["wgm_audit_totals"].add(("all", period, shown(root.n, root.withheld)))
        for council in root.parts:
            tables["wgm_audit_totals"].add((council.name, period, shown(council.n, council.withheld)))
            for area in council.parts:
                tables["wgm_audit"].add((area.name, period, shown(area.n, area.withheld)))
                for group in area.parts:
                    tables["wgm_audit_groups"].add((area.name, group.name, period, shown(group.n, group.withheld)))

made = {name: [tuple(row.values()) for row in rows(name)] for name in tables}
for name, expected in tables.items():
    found = made[name]
    if len(found) != len(expected) or set(found) != expected:
        sys.exit(f"{name}: {len(found)} rows, expected {len(expected)}; "
                 f"not expected {sorted(set(found) - expected)[:3]}, missing {sorted(expected - set(found))[:3]}")

# ---- Whoever has the tables alone adds and subtracts

low, high, sums = {}, {}, defaultdict(list)


def learn(key, text, total):
    if text == "[c]":
        low[key], high[key] = 0, 10**12
    else:
        n = int(text)
        # What is rounded to 5 is up to two off; 0 is 0, since small numbers are not shown.
        around = 2 if round_to == 5 and n > 0 else 0
        low[key], high[key] = n - around, n + around
    if total is not None:
        sums[total].append(key)


for council, people, need in made["wgm_unit_totals"]:
    for measure, text in [("people", people), ("need", need)]:
        learn((measure, council), text, None if council == "all" else (measure, "all"))
for code, people, need, _ in made["wgm_units"]:
    for measure, text in [("people", people), ("need", need)]:
        learn((measure, code), text, (measure, councils[code]))
for council, period, text in made["wgm_audit_totals"]:
    learn((period, council), text, None if council == "all" else (period, "all"))
for code, period, text in made["wgm_audit"]:
    learn((period, code), text, (period, councils[code]))
for code, group, period, text in made["wgm_audit_groups"]:
    learn((period, code, group), text, (period, code))

withheld = [key for key in low if low[key] != high[key] and high[key] == 10**12]
for total, parts in sums.items():
    # Of those served, what hangs below a count that is shown would be shown if it were 0.
    for part in parts:
        if high[part] == 10**12 and high[total] < 10**12 and part[0] not in ("people", "need"):
            low[part] = 1
narrower = True
while narrower:
    narrower = False
    for total, parts in sums.items():
        least, most = sum(low[part] for part in parts), sum(high[part] for part in parts)
        for key, new_low, new_high in [(total, least, most)] + [
            (part, low[total] - (most - high[part]), high[total] - (least - low[part])) for part in parts
        ]:
            if new_low > low[key]:
                low[key], narrower = new_low, True
            if new_high < high[key]:
                high[key], narrower = new_high, True
            if low[key] > high[key]:
                sys.exit(f"{key} cannot be: at least {low[key]}, at most {high[key]}")
# A 0 is no secret: it is shown elsewhere. A row of units with nobody in need is withheld for its few people alone.
withheld = [key for key in withheld if high[key] > 0]
found_out = [key for key in withheld if low[key] == high[key]]
if found_out:
    sys.exit(f"{len(found_out)} of {len(withheld)} counts that were withheld can be worked out, such as {found_out[:3]}")
# Small numbers stay as unknown as the rule says: anything from 1 to one less than the smallest.
narrow = [key for key in withheld if high[key] - low[key] < smallest - 2]
if narrow:
    sys.exit(f"{len(narrow)} of {len(withheld)} counts that were withheld are narrowed down, such as {narrow[:3]}")
print(f"{sum(map(len, made.values()))} rows equal, {len(withheld)} counts withheld, none found out")
