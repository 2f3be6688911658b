// 10,000 draws over five offers in plain JavaScript on typed arrays, as src/model/strategies has them, with random numbers of its own.

const DRAWS = 10_000;
const GRID = 1024;
const OFFERS = ['universal', 'area', 'need', 'group', 'proportionate'];
const OUTPUTS = 16;
const [UPTAKE_LEAST, UPTAKE_MOST, OUTREACH, STIGMA, SENSITIVITY, SPECIFICITY, CONTACT, GROUP_IN_NEED, GROUP_OTHERS] = Array.from({ length: 9 }, (_, i) => i);
const [COST_FIXED, COST_SCREENING, COST_OFFER, COST_DELIVERY, COST_OUTREACH, EFFECT_IN_NEED, EFFECT_OTHERS, RISK_LEAST, RISK_MOST] = Array.from({ length: 9 }, (_, i) => i + 9);

/** xoshiro128** */
function random(seed) {
  let [a, b, c, d] = [seed, 0x9e3779b9, 0x243f6a88, 0xb7e15162];
  const turn = (x, k) => (x << k) | (x >>> (32 - k));
  return (below) => {
    const found = Math.imul(turn(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = turn(d, 11);
    return Math.floor((found / 2 ** 32) * below);
  };
}

/** Draws from a PERT distribution, one from each of as many equal strata, shuffled. */
function pert([low, likely, high], draw, strata, into) {
  if (high <= low) {
    into.fill(likely);
    return;
  }
  const width = high - low;
  const [a, b] = [(4 * (likely - low)) / width, (4 * (high - likely)) / width];
  // The distribution function on a grid, by Simpson's rule.
  const density = (x) => x ** a * (1 - x) ** b;
  const sums = new Float64Array(GRID + 1);
  let before = density(0);
  for (let at = 1; at <= GRID; at += 1) {
    const here = density(at / GRID);
    sums[at] = sums[at - 1] + before + 4 * density((at - 0.5) / GRID) + here;
    before = here;
  }
  const all = sums[GRID];
  // Strata ascend, and so do their quantiles.
  const ascending = new Float64Array(DRAWS);
  for (let stratum = 0, at = 1; stratum < DRAWS; stratum += 1) {
    const wanted = ((stratum + 0.5) / DRAWS) * all;
    while (sums[at] < wanted) at += 1;
    ascending[stratum] = low + (width * (at - 1 + (wanted - sums[at - 1]) / (sums[at] - sums[at - 1]))) / GRID;
  }
  for (let at = 0; at < DRAWS; at += 1) strata[at] = at;
  for (let last = DRAWS - 1; last > 0; last -= 1) {
    const other = draw(last + 1);
    const kept = strata[last];
    strata[last] = strata[other];
    strata[other] = kept;
  }
  for (let at = 0; at < DRAWS; at += 1) into[at] = ascending[strata[at]];
}

/** Puts the k-th smallest of `from` to `to` in its place, smaller ones before it (Hoare). */
function select(values, k, from, to) {
  while (from < to) {
    const pivot = values[(from + to) >>> 1];
    let [i, j] = [from, to];
    while (i <= j) {
      while (values[i] < pivot) i += 1;
      while (values[j] > pivot) j -= 1;
      if (i <= j) {
        const kept = values[i];
        values[i] = values[j];
        values[j] = kept;
        i += 1;
        j -= 1;
      }
    }
    if (k <= j) to = j;
    else if (k >= i) from = i;
    else break;
  }
  return values[k];
}

function interval(values) {
  const last = values.length - 1;
  let isSame = true;
  for (let at = 1; at <= last && isSame; at += 1) isSame = values[at] === values[0];
  if (isSame) return [values[0], values[0], values[0]];
  const at = (share) => Math.round(share * last);
  const middle = select(values, at(0.5), 0, last);
  return [select(values, at(0.05), 0, at(0.5) - 1), middle, select(values, at(0.95), at(0.5) + 1, last)];
}

export function slopeWeights(people) {
  const total = people.reduce((sum, n) => sum + n, 0);
  let before = 0;
  const rank = people.map((n) => {
    const middle = (before + n / 2) / total;
    before += n;
    return middle;
  });
  const mean = people.reduce((sum, n, at) => sum + n * rank[at], 0) / total;
  const variance = people.reduce((sum, n, at) => sum + n * (rank[at] - mean) ** 2, 0);
  return people.map((n, at) => (n * (mean - rank[at])) / variance);
}

const columns = Array.from({ length: 18 }, () => new Float64Array(DRAWS));
const outputs = Array.from({ length: OUTPUTS }, () => new Float64Array(DRAWS));
const strata = new Uint32Array(DRAWS);

export function draws({ cells, gradient, ranges, scope, outreach }) {
  const draw = random(2022);
  columns.forEach((column, at) => pert(ranges[at], draw, strata, column));
  const fifths = [0, 1, 2, 3, 4].map((at) => cells[2 * at][0] + cells[2 * at + 1][0]);
  const weights = slopeWeights(fifths);
  const inNeedOfAll = cells.slice(0, 10).reduce((sum, [, inNeed]) => sum + inNeed, 0);
  const found = [];
  const averted = new Float64Array(5);
  for (const offer of OFFERS) {
    const singlesOut = offer === 'area' || offer === 'need' || offer === 'group';
    for (let at = 0; at < DRAWS; at += 1) {
      const value = (assumption) => columns[assumption][at];
      let [offered, reached, inNeedOffered, inNeedReached, cost] = [0, 0, 0, 0, value(COST_FIXED)];
      let [mostUptake, leastUptake, offeredFifths] = [0, 0, 0];
      let [gapBefore, gapAfter, benefit] = [0, 0, 0];
      const stigma = singlesOut ? value(STIGMA) : 0;
      for (let fifth = 0; fifth < 5; fifth += 1) {
        const most = gradient[fifth];
        const base = value(UPTAKE_LEAST) + (value(UPTAKE_MOST) - value(UPTAKE_LEAST)) * most;
        const risk = value(RISK_LEAST) + (value(RISK_MOST) - value(RISK_LEAST)) * most;
        let [offeredHere, reachedHere] = [0, 0];
        averted[fifth] = 0;
        for (let side = 0; side < 2; side += 1) {
          const [people, inNeed] = cells[2 * fifth + side];
          if (people <= 0) continue;
          const isTargeted = side === 0 ? 1 : 0;
          const out = offer !== 'proportionate' ? 0 : outreach === 'MoreDeprived' ? most : isTargeted;
          const uptake = Math.min(1, Math.max(0, base + out * value(OUTREACH) - stigma));
          let [ofNeed, ofOthers, assessed] = [1, 1, 0];
          if (offer === 'area') {
            ofNeed = isTargeted;
            ofOthers = isTargeted;
          } else if (offer === 'need') {
            assessed = scope === 'Everywhere' ? 1 : scope === 'InsideTarget' ? isTargeted : value(CONTACT);
            ofNeed = value(SENSITIVITY) * assessed;
            ofOthers = (1 - value(SPECIFICITY)) * assessed;
          } else if (offer === 'group') {
            ofNeed = value(GROUP_IN_NEED);
            ofOthers = value(GROUP_OTHERS);
          }
          const offeredNeed = inNeed * ofNeed;
          const all = offeredNeed + (people - inNeed) * ofOthers;
          const reachedNeed = offeredNeed * uptake;
          const reachedAll = all * uptake;
          offered += all;
          reached += reachedAll;
          inNeedOffered += offeredNeed;
          inNeedReached += reachedNeed;
          cost += value(COST_SCREENING) * people * assessed + value(COST_OFFER) * all + value(COST_DELIVERY) * reachedAll + value(COST_OUTREACH) * out * all;
          averted[fifth] += risk * (value(EFFECT_IN_NEED) * reachedNeed + value(EFFECT_OTHERS) * (reachedAll - reachedNeed));
          offeredHere += all;
          reachedHere += reachedAll;
        }
        if (offeredHere > 0) {
          leastUptake = reachedHere / offeredHere;
          if (offeredFifths === 0) mostUptake = leastUptake;
          offeredFifths += 1;
        }
        benefit += averted[fifth];
        gapBefore += weights[fifth] * risk;
        gapAfter += weights[fifth] * (risk - averted[fifth] / fifths[fifth]);
      }
      outputs[0][at] = offered;
      outputs[1][at] = reached;
      outputs[2][at] = inNeedReached;
      outputs[3][at] = Math.max(0, inNeedOfAll - inNeedOffered);
      outputs[4][at] = inNeedOffered - inNeedReached;
      outputs[5][at] = reached - inNeedReached;
      outputs[6][at] = inNeedReached / inNeedOfAll;
      outputs[7][at] = cost;
      outputs[8][at] = cost / reached;
      outputs[9][at] = cost / inNeedReached;
      outputs[10][at] = benefit;
      outputs[11][at] = gapBefore;
      outputs[12][at] = gapAfter;
      outputs[13][at] = gapAfter - gapBefore;
      outputs[14][at] = offeredFifths > 1 ? leastUptake - mostUptake : Number.NaN;
      outputs[15][at] = Math.abs(gapBefore) - Math.abs(gapAfter);
    }
    for (const output of outputs) found.push(...(Number.isNaN(output[0]) ? [Number.NaN, Number.NaN, Number.NaN] : interval(output)));
  }
  return found;
}
