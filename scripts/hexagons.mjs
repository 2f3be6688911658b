// Makes a map on which every council is a hexagon of one size: for each its column and row, and which councils it borders.
//
//   node scripts/hexagons.mjs OUTLINES.geojson [TABLE.csv:FROM:TO ...] > src/data/hexagons/EDITION.csv
//
// OUTLINES holds a shape for each area, its code the first property. Each TABLE leads from a code in its column FROM to one in
// its column TO; without any, areas are the councils. So councils that are there no more come from the small areas that were
// in them. Only codes, columns, rows and borders are written: no outline.
//
// A council's place is the centroid of its shape. Councils are first spread until each has room for a hexagon, then put on the
// grid, then moved and swapped at random (simulated annealing, always the same) so that councils that share a border touch, lie
// in the right direction of each other, and near where they belong.
import { readFileSync } from 'node:fs';

const [outlines, ...tables] = process.argv.slice(2);
if (!outlines) {
  console.error('Usage: node scripts/hexagons.mjs OUTLINES.geojson [TABLE.csv:FROM:TO ...]');
  process.exit(1);
}

// The fields of a line of CSV.
const fields = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => (m[1] ?? m[2]).replaceAll('""', '"').trim());

function lookUp(table) {
  const [, path, from, to] = table.match(/^(.*):([^:]*):([^:]*)$/);
  const [head, ...lines] = readFileSync(path, 'utf8').replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean);
  const [a, b] = [from, to].map((name) => {
    const at = fields(head).indexOf(name);
    if (at < 0) throw new Error(`${path} has no column ${name}`);
    return at;
  });
  // Where a code leads to several, the first stands for it.
  return new Map(lines.map(fields).map((row) => [row[a], row[b]]).reverse());
}

const leads = tables.map(lookUp);
const placeOf = (code) => leads.reduce((code, lead) => lead.get(code), code);

// Kilometres east and south of a point, near enough for a country of this size.
const project = ([longitude, latitude]) => [(longitude + 2) * 111.3 * Math.cos((53 * Math.PI) / 180), (53 - latitude) * 111.3];

// Centroids, and who shares a stretch of border.
const sums = new Map();
const sides = new Map();
const borders = new Map();
for (const { properties, geometry } of JSON.parse(readFileSync(outlines, 'utf8')).features) {
  const code = placeOf(Object.values(properties)[0]);
  if (!code) throw new Error(`no place for ${Object.values(properties)[0]}`);
  const sum = sums.get(code) ?? [0, 0, 0];
  sums.set(code, sum);
  if (!borders.has(code)) borders.set(code, new Set());
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  for (const ring of polygons.flat()) {
    for (let at = 1; at < ring.length; at++) {
      const [[x1, y1], [x2, y2]] = [project(ring[at - 1]), project(ring[at])];
      const cross = x1 * y2 - x2 * y1;
      sum[0] += (cross * (x1 + x2)) / 3;
      sum[1] += (cross * (y1 + y2)) / 3;
      sum[2] += cross;
      const side = [ring[at - 1], ring[at]].map(String).sort().join(' ');
      sides.set(side, [...(sides.get(side) ?? []), code]);
    }
  }
}
const codes = [...sums.keys()].sort();
const count = codes.length;
const index = new Map(codes.map((code, at) => [code, at]));
const centre = codes.map((code) => {
  const [x, y, area] = sums.get(code);
  return [x / area, y / area];
});
for (const touching of sides.values()) {
  // Areas inside a council have it on both sides.
  for (const a of touching) for (const b of touching) if (a !== b) borders.get(a).add(b);
}
const near = codes.map((code) => [...borders.get(code)].map((other) => index.get(other)).sort((a, b) => a - b));
const pairs = near.flatMap((others, at) => others.filter((other) => other > at).map((other) => [at, other]));

// An island has no border; it is held at some distance from the council nearest to it.
const OFFSHORE = 2;
const coast = near.map((others, at) => {
  const far = (other) => Math.hypot(centre[other][0] - centre[at][0], centre[other][1] - centre[at][1]);
  return others.length > 0 ? -1 : codes.map((_, other) => other).filter((other) => other !== at).sort((a, b) => far(a) - far(b))[0];
});

// Councils without a coast, and without a border to Wales or Scotland: all but a little of their outline is shared.
const [open, shared] = [new Float64Array(count), new Float64Array(count)];
for (const [side, owners] of sides) {
  const [a, b] = side.split(' ').map((end) => project(end.split(',').map(Number)));
  const length = Math.hypot(a[0] - b[0], a[1] - b[1]);
  for (const owner of new Set(owners)) {
    if (owners.length === 1) open[index.get(owner)] += length;
    else if (owners.some((other) => other !== owner)) shared[index.get(owner)] += length;
  }
}
const isInland = codes.map((_, at) => open[at] < 0.02 * shared[at]);

// The same numbers at each run (mulberry32).
let state = 20251125;
function random() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}

// Spreads the councils: nobody nearer than 1 to another, neighbours about 1 apart.
const spread = centre.map(([x, y]) => [x / 22, y / 22]);
for (let round = 0; round < 3000; round++) {
  const push = spread.map(() => [0, 0]);
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      const [dx, dy] = [spread[b][0] - spread[a][0], spread[b][1] - spread[a][1]];
      const distance = Math.hypot(dx, dy) || 1e-6;
      const rest = near[a].includes(b) ? 1 : coast[a] === b || coast[b] === a ? OFFSHORE : Infinity;
      const by = distance < 1 ? (1 - distance) * 0.25 : distance > rest ? -Math.min(distance - rest, 2) * 0.015 : 0;
      for (const [at, sign] of [[a, -1], [b, 1]]) {
        push[at][0] += (sign * by * dx) / distance;
        push[at][1] += (sign * by * dy) / distance;
      }
    }
  }
  spread.forEach((point, at) => {
    point[0] += push[at][0];
    point[1] += push[at][1];
  });
}
const middle = (of) => (Math.min(...of) + Math.max(...of)) / 2;
const [midX, midY] = [middle(spread.map(([x]) => x)), middle(spread.map(([, y]) => y))];

// The grid: rows of pointed hexagons 1 wide, odd rows half a hexagon further right.
const SIZE = 64;
const HIGH = Math.sqrt(3) / 2;
const inRow = (row) => (row % 2) / 2;
const at = (cell) => [(cell % SIZE) + inRow(Math.floor(cell / SIZE)), Math.floor(cell / SIZE) * HIGH];
const cube = Array.from({ length: SIZE * SIZE }, (_, cell) => {
  const row = Math.floor(cell / SIZE);
  const q = (cell % SIZE) - (row - (row % 2)) / 2;
  return [q, row, -q - row];
});
const apart = (a, b) => Math.max(...[0, 1, 2].map((axis) => Math.abs(cube[a][axis] - cube[b][axis])));
const point = Array.from({ length: SIZE * SIZE }, (_, cell) => at(cell));
const target = spread.map(([x, y]) => [x - midX + SIZE / 2, y - midY + (SIZE / 2) * HIGH]);
const taken = new Int32Array(SIZE * SIZE).fill(-1);
const cellOf = new Int32Array(count);
const squared = (cell, [x, y]) => (point[cell][0] - x) ** 2 + (point[cell][1] - y) ** 2;
for (let council = 0; council < count; council++) {
  let best = -1;
  for (let cell = 0; cell < SIZE * SIZE; cell++) {
    if (taken[cell] < 0 && (best < 0 || squared(cell, target[council]) < squared(best, target[council]))) best = cell;
  }
  taken[best] = council;
  cellOf[council] = best;
}

// What a council's place costs: borders that do not touch, wrong directions, being away from where it belongs.
const direction = new Map(
  pairs.flatMap(([a, b]) => {
    const [dx, dy] = [centre[b][0] - centre[a][0], centre[b][1] - centre[a][1]];
    const length = Math.hypot(dx, dy);
    return [[a * count + b, [dx / length, dy / length]], [b * count + a, [-dx / length, -dy / length]]];
  }),
);
function costOf(council) {
  const cell = cellOf[council];
  let cost = 0.02 * squared(cell, target[council]);
  if (coast[council] >= 0) cost += Math.abs(apart(cell, cellOf[coast[council]]) - OFFSHORE);
  for (const other of near[council]) {
    const there = cellOf[other];
    const distance = apart(cell, there);
    const [dx, dy] = [point[there][0] - point[cell][0], point[there][1] - point[cell][1]];
    const [ux, uy] = direction.get(council * count + other);
    cost += (distance > 1 ? 1 + 0.5 * (distance - 1) : 0) + 0.5 * (1 - (dx * ux + dy * uy) / Math.hypot(dx, dy));
  }
  return cost;
}

// The six cells beside each, and what gaps beside inland councils cost around two cells.
const beside = point.map((_, cell) => {
  const odd = Math.floor(cell / SIZE) % 2;
  const steps = [-1, 1, -SIZE + odd - 1, -SIZE + odd, SIZE + odd - 1, SIZE + odd];
  return steps.map((step) => cell + step).filter((other) => other >= 0 && other < SIZE * SIZE);
});
const GAP = 0.15;
function gaps(cells) {
  let cost = 0;
  for (const cell of new Set(cells.flatMap((cell) => [cell, ...beside[cell]]))) {
    if (taken[cell] >= 0 && isInland[taken[cell]]) cost += GAP * beside[cell].filter((other) => taken[other] < 0).length;
  }
  return cost;
}
const STEPS = 6_000_000;
for (let step = 0; step < STEPS; step++) {
  const heat = 1.2 * (1 - step / STEPS) ** 2 + 0.005;
  const council = Math.floor(random() * count);
  const from = cellOf[council];
  // To a place beside a neighbour, or a short way off.
  const others = near[council];
  const start = others.length > 0 && random() < 0.5 ? cellOf[others[Math.floor(random() * others.length)]] : from;
  const reach = 2;
  const row = Math.floor(start / SIZE) + Math.floor(random() * (2 * reach + 1)) - reach;
  const column = (start % SIZE) + Math.floor(random() * (2 * reach + 1)) - reach;
  const to = row * SIZE + column;
  if (to === from || row < 0 || column < 0 || row >= SIZE || column >= SIZE) continue;
  const other = taken[to];
  const moving = other < 0 ? [council] : [council, other];
  // A council among others leaves and makes no gap by a swap.
  const cost = () =>
    moving.reduce((sum, which) => sum + costOf(which), 0) +
    (other >= 0 && isInland[council] === isInland[other] ? 0 : gaps([from, to]));
  const swap = (a, b) => {
    cellOf[council] = a;
    if (other >= 0) cellOf[other] = b;
    taken[a] = council;
    taken[b] = other;
  };
  const before = cost();
  swap(to, from);
  if (random() >= Math.exp((before - cost()) / heat)) {
    // Back again.
    cellOf[council] = from;
    if (other >= 0) cellOf[other] = to;
    taken[from] = council;
    taken[to] = other;
  }
}

const rows = [...cellOf].map((cell) => Math.floor(cell / SIZE));
const columns = [...cellOf].map((cell) => cell % SIZE);
// Rows keep whether they are odd.
const top = Math.min(...rows) - (Math.min(...rows) % 2);
const left = Math.min(...columns);
const touching = pairs.filter(([a, b]) => apart(cellOf[a], cellOf[b]) === 1).length;
const away = pairs.map(([a, b]) => apart(cellOf[a], cellOf[b])).sort((a, b) => b - a);
console.error(
  `${count} councils on ${Math.max(...columns) - left + 1} columns and ${Math.max(...rows) - top + 1} rows; ` +
    `${touching} of ${pairs.length} pairs that share a border touch (${((100 * touching) / pairs.length).toFixed(1)}%), the others are at most ${away[0]} apart`,
);
codes.forEach((code, council) => {
  const later = near[council].filter((other) => other > council).map((other) => codes[other]);
  console.log([code, columns[council] - left, rows[council] - top, ...later].join(','));
});
