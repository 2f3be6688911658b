#!/usr/bin/env python3
"""The first dots of three made-up areas, drawn by the description of how it is done, not by the project's code: writes
tests/fixtures/dots.tsv. No area here needs more draws than fail by chance; whatever has to be whole is worked out in fractions."""

import math
import pathlib
from fractions import Fraction

MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, bound):
        return (self.next() * bound) >> 64

    def share(self):
        return Fraction(2 * (self.next() >> 11) + 1, 1 << 54)


def area(ring):
    return abs(sum(Fraction(a[0] * b[1] - a[1] * b[0]) for a, b in zip(ring, ring[1:] + ring[:1]))) / 2


def crossings(polygon, y):
    met = []
    for ring in polygon:
        for a, b in zip(ring[-1:] + ring[:-1], ring):
            if (a[1] <= y) != (b[1] <= y):
                met.append(a[0] + Fraction((b[0] - a[0]) * (y - a[1]), b[1] - a[1]))
    return sorted(met)


def draw(random, polygons):
    areas = [area(p[0]) - sum(area(hole) for hole in p[1:]) for p in polygons]
    at = random.share() * sum(areas)
    for polygon, size in zip(polygons, areas):
        if at < size:
            break
        at -= size
    xs, ys = zip(*(corner for ring in polygon for corner in ring))
    tries = 0
    while True:
        tries += 1
        assert tries <= 64
        y = min(ys) + random.below(max(ys) - min(ys))
        way = random.share() * (max(xs) - min(xs))
        met = crossings(polygon, y)
        for low, high in zip(met[::2], met[1::2]):
            if way < high - low:
                return math.floor(low + way), y
            way -= high - low
        # From the 33rd draw on, one of the lines is kept: two more numbers.
        if tries > 32 and met:
            return None


SQUARE = [[(0, 0), (100000, 0), (100000, 100000), (0, 100000)], [(25000, 25000), (75000, 25000), (75000, 75000), (25000, 75000)]]
TRIANGLE = [[(-500000, 90), (1300007, 40), (7, 900001)]]
ISLANDS = [
    [[(0, 0), (30000, 0), (30000, 10000), (0, 10000)]],
    [[(90000000, 90000000), (90010000, 90000000), (90010000, 90010000), (90000000, 90010000)]],
]

lines = []
for seed, polygons in ((1, [SQUARE]), (2, [TRIANGLE]), (3, ISLANDS)):
    random = SplitMix(seed)
    lines += ["%d\t%d" % draw(random, polygons) for _ in range(4)]
pathlib.Path(__file__).parent.parent.joinpath("fixtures/dots.tsv").write_text("\n".join(lines) + "\n")
