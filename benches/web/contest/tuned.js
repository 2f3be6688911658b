// Plain JavaScript made as fast as we could make it: typed arrays throughout, a radix sort, nothing made anew that can be kept.

import { measures } from './measures.js';

const WIDTHS = [11, 11, 10, 11, 11, 10];
const SHIFTS = [0, 11, 22, 0, 11, 22];

/** Room for so many units, made once. */
export function room(count) {
  const ints = () => [0, 1, 2].map(() => new Uint32Array(count));
  const floats = () => new Float64Array(count);
  return { now: ints(), next: ints(), begins: WIDTHS.map((width) => new Uint32Array(1 << width)), units: floats(), people: floats(), inNeed: floats() };
}

/** The places of the keys in ascending order: a radix sort of their bits, from the lowest digit; digits that all share are left out. */
function ascending(keys, { now, next, begins }) {
  const count = keys.length;
  const bits = new Uint32Array(keys.buffer, keys.byteOffset, 2 * count);
  let [low, high, place] = now;
  let [lowNext, highNext, placeNext] = next;
  for (const begin of begins) begin.fill(0);
  const [a, b, c, d, e, f] = begins;
  for (let i = 0; i < count; i += 1) {
    let l = bits[2 * i];
    let h = bits[2 * i + 1];
    if (h >>> 31) {
      l = ~l >>> 0;
      h = ~h >>> 0;
    } else {
      h = (h | 0x80000000) >>> 0;
    }
    low[i] = l;
    high[i] = h;
    place[i] = i;
    a[l & 2047] += 1;
    b[(l >>> 11) & 2047] += 1;
    c[l >>> 22] += 1;
    d[h & 2047] += 1;
    e[(h >>> 11) & 2047] += 1;
    f[h >>> 22] += 1;
  }
  for (let digit = 0; digit < 6; digit += 1) {
    const begin = begins[digit];
    const shift = SHIFTS[digit];
    const mask = (1 << WIDTHS[digit]) - 1;
    if (begin[((digit < 3 ? low[0] : high[0]) >>> shift) & mask] === count) continue;
    let before = 0;
    for (let at = 0; at <= mask; at += 1) {
      const here = begin[at];
      begin[at] = before;
      before += here;
    }
    const of = digit < 3 ? low : high;
    for (let i = 0; i < count; i += 1) {
      const to = begin[(of[i] >>> shift) & mask]++;
      lowNext[to] = low[i];
      highNext[to] = high[i];
      placeNext[to] = place[i];
    }
    [low, lowNext, high, highNext, place, placeNext] = [lowNext, low, highNext, high, placeNext, place];
  }
  return place;
}

/** Running sums in the order of the keys; units of one key are one step. */
export function curve({ order, people, inNeed, squares }, kept) {
  const places = ascending(order, kept);
  const { units, people: peopleTo, inNeed: needTo } = kept;
  let steps = 0;
  let [sumPeople, sumNeed] = [0, 0];
  const count = order.length;
  for (let i = 0; i < count; i += 1) {
    const at = places[i];
    sumPeople += people[at];
    sumNeed += inNeed[at];
    if (i + 1 < count && order[places[i + 1]] === order[at]) continue;
    units[steps] = i + 1;
    peopleTo[steps] = sumPeople;
    needTo[steps] = sumNeed;
    steps += 1;
  }
  return { steps, count, units, peopleTo, needTo, people: sumPeople, inNeed: sumNeed, squares };
}

function first(sums, steps, enough) {
  let [low, high] = [0, steps];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle] < enough) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function step({ steps, count, units, peopleTo, needTo, people, inNeed, squares }, target) {
  const inside = (sums, at, part) => {
    const before = at > 0 ? sums[at - 1] : 0;
    return before + part * (sums[at] - before);
  };
  const within = (share) => {
    if (share >= 1) return [people, inNeed];
    const cut = share * count;
    const at = first(units, steps, cut * (1 - 1e-12));
    const before = at > 0 ? units[at - 1] : 0;
    const part = (cut - before) / (units[at] - before);
    return [inside(peopleTo, at, part), inside(needTo, at, part)];
  };
  const reaching = (need) => {
    const at = first(needTo, steps, need * (1 - 1e-12));
    const before = at > 0 ? needTo[at - 1] : 0;
    const part = (need - before) / (needTo[at] - before);
    return [inside(units, at, part) / count, inside(peopleTo, at, part)];
  };
  return measures({ people, inNeed, squares, within, reaching, target });
}
