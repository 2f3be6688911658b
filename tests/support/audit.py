#!/usr/bin/env python3
"""Works out independently what a service comes to against need: the reference for tests/audit.rs.

    pip install numpy==2.4.6 scipy==1.17.1
    python3 tests/support/audit.py > tests/fixtures/audit.json

Nothing here is taken from the Rust code: limits are found as roots of what defines them where there is such a definition (Wilson's of
the score test, exact ones of the Poisson distribution), the line by numpy's least squares, variances by a numerical derivative of each
measure in each share.
"""

import json

import numpy
from scipy import optimize, stats

Z = stats.norm.ppf(0.975)


def wilson(x, n, z):
    p = x / n
    score = lambda q: (p - q) ** 2 * n - z * z * q * (1 - q)
    lower = 0.0 if x == 0 else optimize.brentq(score, 0.0, p - 1e-13, xtol=1e-16, rtol=1e-15)
    upper = 1.0 if x == n else optimize.brentq(score, p + 1e-13, 1.0, xtol=1e-16, rtol=1e-15)
    return p, lower, upper


def byar(x, n, z):
    tail = stats.norm.sf(z)
    if x < 10:
        lower = 0.0 if x == 0 else stats.chi2.ppf(tail, 2 * x) / 2
        upper = stats.chi2.isf(tail, 2 * x + 2) / 2
    else:
        lower = x * (1 - 1 / (9 * x) - z / (3 * x**0.5)) ** 3
        upper = (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * (x + 1) ** 0.5)) ** 3
    return x / n, lower / n, upper / n


def reach(x, n, events, z=Z):
    return byar(x, n, z) if events or x > n else wilson(x, n, z)


def variance(x, n, events):
    y = x / n
    return y / n if events else y * (1 - y) / max(n - 1, n / 2)


def line(y, n):
    """The value at both ends, and the concentration index."""
    a = n / n.sum()
    rank = numpy.cumsum(a) - a / 2
    slope, start = numpy.polyfit(rank, y, 1, w=numpy.sqrt(a))
    mean = (a * y).sum()
    index = 2 * numpy.cov(y, rank, aweights=a, ddof=0)[0, 1] / mean if mean > 0 else None
    return start, start + slope, index


def derivative(measure, y):
    """By central differences of the fourth order."""
    out = []
    for i in range(len(y)):
        h = 1e-3
        moved = lambda k: measure(numpy.array([v + (k * h if j == i else 0) for j, v in enumerate(y)]))
        out.append((-moved(2) + 8 * moved(1) - 8 * moved(-1) + moved(-2)) / (12 * h))
    return numpy.array(out)


def estimate(value, spread):
    if value is None:
        return None
    return {"value": value, "limits": None if not spread > 1e-12 else [value - Z * spread, value + Z * spread]}


def on_log(value, spread):
    limits = None if not spread > 1e-12 else [value * numpy.exp(-Z * spread), value * numpy.exp(Z * spread)]
    return {"value": value, "limits": limits}


def gradient(x, n):
    keep = n > 0
    x, n = x[keep], n[keep]
    events = bool((x > n).any())
    y = x / n
    v = numpy.array([variance(*of, events) for of in zip(x, n)])
    most, least = reach(x[0], n[0], events), reach(x[-1], n[-1], events)
    gap = least[0] - most[0]
    lower = gap - numpy.hypot(least[0] - least[1], most[2] - most[0])
    upper = gap + numpy.hypot(least[2] - least[0], most[0] - most[1])
    out = {"most": most, "least": least, "gap": {"value": gap, "limits": [lower, upper]}, "events": events}
    out["ratio"] = None
    if x[0] > 0 and x[-1] > 0:
        part = lambda x, n: 1 / x if events else 1 / x - 1 / n
        out["ratio"] = on_log(least[0] / most[0], numpy.sqrt(part(x[0], n[0]) + part(x[-1], n[-1])))
    start, end, index = line(y, n)
    # Linear in the shares, so that a difference is exact.
    at = numpy.array([line(numpy.eye(len(y))[i], n)[:2] for i in range(len(y))])
    out["slope"] = estimate(end - start, numpy.sqrt(((at[:, 1] - at[:, 0]) ** 2 * v).sum()))
    out["slope_ratio"] = None
    if start > 1e-12 and end > 1e-12:
        weights = at[:, 1] / end - at[:, 0] / start
        out["slope_ratio"] = on_log(end / start, numpy.sqrt((weights**2 * v).sum()))
    if index is None:
        out["concentration"] = None
    else:
        # A quotient of two sums of shares: its derivative in each, by the rule for quotients.
        a = n / n.sum()
        rank = numpy.cumsum(a) - a / 2
        top, bottom = 2 * a * (rank - 0.5), a
        slopes = (top * (bottom @ y) - bottom * (top @ y)) / (bottom @ y) ** 2
        if (y > 0.01).all():
            assert numpy.allclose(slopes, derivative(lambda y: line(y, n)[2], y), atol=1e-6), (slopes, y)
        out["concentration"] = estimate(index, numpy.sqrt((slopes**2 * v).sum()))
    best = int(numpy.argmax(y))
    places = numpy.flatnonzero(keep)
    out["best"] = {"group": int(places[best]), "share": y[best], "more": float((n * y[best] - x).sum())}
    return out


def change(periods):
    x = numpy.array([[p[0][0], p[1][0]] for p in periods], float)
    n = numpy.array([[p[0][1], p[1][1]] for p in periods], float)
    events = bool((x > n).any())
    v = numpy.array([variance(*m, events) + variance(*l, events) for m, l in periods])
    d = x[:, 1] / n[:, 1] - x[:, 0] / n[:, 0]
    if not (v > 0).all():
        return None
    fitted = numpy.average(d, weights=1 / v)
    q = (((d - fitted) / numpy.sqrt(v)) ** 2).sum()
    spread = numpy.sqrt(v[0] + v[-1])
    return {
        "difference": estimate(d[-1] - d[0], spread),
        "statistic": q,
        "freedom": len(d) - 1,
        "p": stats.chi2.sf(q, len(d) - 1),
    }


def plain(value):
    if isinstance(value, dict):
        return {key: plain(of) for key, of in value.items()}
    if isinstance(value, (list, tuple, numpy.ndarray)):
        return [plain(of) for of in value]
    return value.item() if isinstance(value, numpy.generic) else value


def main():
    random = numpy.random.default_rng(20)
    cases = [
        # Nobody served, everybody served, nobody at one end.
        ([0, 0, 0, 0, 0], [50, 60, 70, 80, 90]),
        ([50, 60, 70, 80, 90], [50, 60, 70, 80, 90]),
        ([0, 5, 9, 20, 33], [50, 60, 70, 80, 90]),
        ([7, 5, 9, 20, 0], [50, 60, 70, 80, 90]),
        # Groups without people in need, also at an end; one person; a fraction of one.
        ([3, 0, 9, 20, 33], [50, 0, 70, 80, 90]),
        ([0, 5, 9, 20, 0], [0, 60, 70, 80, 0]),
        ([1, 0, 1, 0, 1], [1, 1, 1, 1, 1]),
        ([0, 0, 0, 1, 1], [0.4, 0.7, 1.3, 1.9, 2.2]),
        ([1, 2, 3, 4, 5], [2.5, 3.25, 4.125, 5.5, 6.75]),
        # More served than in need: visits.
        ([120, 80, 60, 40, 30], [50, 60, 70, 80, 90]),
        ([12, 8, 6, 4, 91], [50, 60, 70, 80, 90]),
        ([9, 10, 11, 0, 1], [5, 6, 7, 8, 9]),
        # The same share everywhere; two groups; many groups; very many people.
        ([10, 20, 30, 40, 50], [100, 200, 300, 400, 500]),
        ([10, 30], [100, 120]),
        (list(range(3, 23)), [40 + 3 * i for i in range(20)]),
        ([100_000, 120_000, 150_000, 140_000, 90_000], [1_000_000, 900_000, 800_000, 600_000, 300_000]),
    ]
    while len(cases) < 60:
        groups = int(random.choice([2, 3, 5, 5, 5, 10, 40]))
        n = numpy.round(random.lognormal(random.uniform(0, 8), 1, groups), int(random.choice([0, 0, 1, 3])))
        shares = numpy.clip(random.uniform(0, 1) + random.normal(0, 0.15, groups), 0, 1)
        x = numpy.minimum(random.binomial(numpy.ceil(n).astype(int), shares), numpy.floor(n))
        if random.random() < 0.2:
            x = random.poisson(n * random.uniform(0.2, 2.0))
        x = numpy.where(n > 0, x, 0)
        if (n > 0).sum() > 1:
            cases.append((x.tolist(), n.tolist()))
    groups = []
    for x, n in cases:
        groups.append({"served": x, "in_need": n, "gradient": gradient(numpy.array(x, float), numpy.array(n, float))})
    single = []
    for x, n in [(0, 1), (1, 1), (0, 0.3), (1, 0.3), (4, 5), (5, 5), (9, 7), (10, 9.5), (0, 4000), (17, 4000), (3999, 4000)]:
        for events in (False, True):
            single.append({
                "served": x, "in_need": n, "events": events,
                "p95": reach(x, n, events), "p99_8": reach(x, n, events, stats.norm.ppf(0.999)),
            })
    times = []
    for _ in range(24):
        size = 10.0 ** random.uniform(1, 5)
        periods = []
        for _ in range(int(random.choice([2, 2, 3, 5]))):
            pair = []
            for share in (0.3, 0.3 + random.choice([0.0, 0.1])):
                n = float(numpy.round(size * random.uniform(0.5, 1.5)))
                pair.append((float(random.binomial(int(n), share)), n))
            periods.append(pair)
        times.append({"periods": periods, "change": change(periods)})
    times.append({"periods": [[(0, 20), (0, 30)], [(1, 20), (3, 30)]], "change": None})
    times.append({"periods": [[(30, 20), (9, 30)], [(1, 20), (3, 30)]],
                  "change": change([[(30, 20), (9, 30)], [(1, 20), (3, 30)]])})
    print(json.dumps(plain({"groups": groups, "single": single, "times": times}), separators=(",", ":")).replace('},{', '},\n{'))


main()
