#!/usr/bin/env python3
"""Places of WGS84 on the British National Grid, by other ways than the project's: Krueger's series to the sixth order instead of
the Ordnance Survey's, and Bowring's closed form instead of steps. Writes tests/fixtures/national_grid.tsv."""

import math
import pathlib


def cartesian(lon, lat, a, b):
    e2 = 1 - (b / a) ** 2
    nu = a / math.sqrt(1 - e2 * math.sin(lat) ** 2)
    return (nu * math.cos(lat) * math.cos(lon), nu * math.cos(lat) * math.sin(lon), nu * (1 - e2) * math.sin(lat))


def helmert(p):
    s = 1 + 20.4894e-6
    rx, ry, rz = (math.radians(v / 3600) for v in (-0.1502, -0.2470, -0.8421))
    x, y, z = p
    return (-446.448 + s * x - rz * y + ry * z, 125.157 + rz * x + s * y - rx * z, -542.060 - ry * x + rx * y + s * z)


def bowring(p, a, b):
    x, y, z = p
    e2, ep2 = 1 - (b / a) ** 2, (a / b) ** 2 - 1
    r = math.hypot(x, y)
    t = math.atan2(z * a, r * b)
    return math.atan2(y, x), math.atan2(z + ep2 * b * math.sin(t) ** 3, r - e2 * a * math.cos(t) ** 3)


def krueger(lon, lat, a, b):
    n = (a - b) / (a + b)
    rectifying = a / (1 + n) * (1 + n**2 / 4 + n**4 / 64 + n**6 / 256)
    alpha = (
        n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16 + 41 * n**4 / 180,
        13 * n**2 / 48 - 3 * n**3 / 5 + 557 * n**4 / 1440,
        61 * n**3 / 240 - 103 * n**4 / 140,
        49561 * n**4 / 161280,
    )

    def plane(lon, lat):
        e = math.sqrt(1 - (b / a) ** 2)
        sigma = math.sinh(e * math.atanh(e * math.tan(lat) / math.sqrt(1 + math.tan(lat) ** 2)))
        tau = math.tan(lat) * math.sqrt(1 + sigma**2) - sigma * math.sqrt(1 + math.tan(lat) ** 2)
        xi, eta = math.atan2(tau, math.cos(lon)), math.asinh(math.sin(lon) / math.hypot(tau, math.cos(lon)))
        north = xi + sum(c * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, c in enumerate(alpha, 1))
        east = eta + sum(c * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, c in enumerate(alpha, 1))
        return rectifying * east, rectifying * north

    east, north = plane(lon - math.radians(-2), lat)
    _, origin = plane(0, math.radians(49))
    f0 = 0.9996012717
    return 400000 + f0 * east, -100000 + f0 * (north - origin)


def grid(lon, lat):
    p = cartesian(math.radians(lon), math.radians(lat), 6378137.0, 6356752.3141)
    lon, lat = bowring(helmert(p), 6377563.396, 6356256.909)
    return krueger(lon, lat, 6377563.396, 6356256.909)


PLACES = [
    ("Caister water tower", 1.71607397, 52.65800783),
    ("Land's End", -5.7147, 50.0657),
    ("Lizard", -5.2077, 49.9591),
    ("Lowestoft Ness", 1.7629, 52.4812),
    ("London, Charing Cross", -0.1276, 51.5074),
    ("Cambridge", 0.1218, 52.2053),
    ("Peterborough", -0.2405, 52.5695),
    ("Carlisle", -2.9382, 54.8925),
    ("Berwick-upon-Tweed", -2.0046, 55.7710),
    ("Cardiff", -3.1791, 51.4816),
    ("Lerwick", -1.1494, 60.1530),
    ("Belfast", -5.9301, 54.5973),
]

lines = ["place\tlongitude\tlatitude\teast\tnorth"]
for name, lon, lat in PLACES:
    east, north = grid(lon, lat)
    lines.append(f"{name}\t{lon}\t{lat}\t{east:.3f}\t{north:.3f}")
pathlib.Path(__file__).parent.parent.joinpath("fixtures/national_grid.tsv").write_text("\n".join(lines) + "\n")
