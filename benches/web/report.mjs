// The table of a run, in the terminal and as docs/performance.md with its pictures.

import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem, type } from 'node:os';
import { join } from 'node:path';

export const quantile = (list, share) => {
  const sorted = [...list].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return low + (high - low) * (at - Math.floor(at));
};
export const median = (list) => quantile(list, 0.5);

const shown = (ms) => (ms >= 10_000 ? `${(ms / 1000).toFixed(1)} s` : ms >= 100 ? `${ms.toFixed(0)} ms` : ms >= 1 ? `${ms.toFixed(1)} ms` : `${(1000 * ms).toFixed(ms < 0.01 ? 2 : 0)} µs`);
const times = (ratio) => (ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2));
const number = (value) => value.toLocaleString('en-GB');

/** How many times as long another took as the first, round by round: the middle one, and the tenth and the ninetieth of a hundred. */
function ratio(row, first) {
  const count = Math.min(row.times.length, first.times.length);
  if (row === first || count === 0) return undefined;
  // Whoever came fewer times is held against the middle of the first.
  const of = count === first.times.length && count === row.times.length ? row.times.map((ms, at) => ms / first.times[at]) : row.times.map((ms) => ms / median(first.times));
  return { middle: median(of), low: quantile(of, 0.1), high: quantile(of, 0.9) };
}

/** Rows of a part: who, how long, how many times as long as ours. */
function rowsOf({ name, rows }) {
  const [first] = rows;
  const isHeld = name !== 'map';
  return rows.map((row) => {
    if (row.failed) return [row.name, 'none', row.failed];
    if (row.times.length === 0) return [row.name, 'none', 'it was not measured'];
    const bytes = row.bytes ? `, ${number(Math.round(median(row.bytes) / 1000))} kB` : '';
    const found = isHeld && first.times.length > 0 ? ratio(row, first) : undefined;
    return [row.name, `${shown(median(row.times))}${bytes}`, found ? `${times(found.middle)} (${times(found.low)} to ${times(found.high)})` : ''];
  });
}

function extras({ memory, keys, grown }) {
  const lines = [];
  if (memory) lines.push(['memory in all', `${(memory.after / 1e6).toFixed(0)} MB`, `of which ${(memory.before / 1e6).toFixed(0)} MB before; the file has ${(memory.file / 1e6).toFixed(0)} MB`]);
  if (keys) lines.push(['ours, the middle one', `${keys[keys.length >> 1]} ms`, `of ${number(keys.length)} presses`], ['ours, at 98%', `${quantile(keys, 0.98).toFixed(0)} ms`, '']);
  for (const { count, rows } of grown ?? []) {
    lines.push([`${number(count)} units`, rows.map((row) => (row.failed ? 'none' : shown(median(row.times)))).join('; '), rows.map(({ name }) => name).join('; ')]);
  }
  return lines;
}

export function print(parts) {
  for (const part of parts) {
    console.log(`\n${part.title}`);
    for (const [who, took, more] of [...rowsOf(part), ...extras(part)]) console.log(`  ${who.padEnd(42)}${took.padStart(18)}   ${more}`);
  }
}

export function machine(browser) {
  const [{ model }] = cpus();
  return { cpu: model.trim(), cores: cpus().length, memory: `${Math.round(totalmem() / 2 ** 30)} GB`, system: `${type()} ${release()}`, chromium: browser.version(), date: new Date().toISOString().slice(0, 10) };
}

/** Three counts, an order and a place in the nation: src/model/unit.rs. */
const UNIT_BYTES = 56;

/** What was aimed at: of which part, what is found, and whether more or less of it is better. */
function targets(parts, many) {
  const of = (name) => parts.find((part) => part.name === name);
  const row = (name, who) => of(name)?.rows.find((found) => found.name === who && !found.failed && found.times.length > 0);
  const fastest = (name) => {
    const [first, ...others] = of(name)?.rows ?? [];
    const found = others.filter(({ name: who, failed, times: taken }) => !failed && taken.length > 0 && !who.startsWith('ours') && who !== 'hyparquet').map((other) => ({ who: other.name, times: ratio(other, first)?.middle }));
    return found.filter(({ times: factor }) => factor).sort((a, b) => a.times - b.times)[0];
  };
  const tuned = (name) => {
    const other = row(name, 'tuned JavaScript');
    const first = row(name, 'ours');
    return other && first ? ratio(other, first).middle : undefined;
  };
  const list = [];
  const add = (aim, wanted, value, unit, isMore, why) => {
    if (value === undefined) list.push([aim, 'not measured', '']);
    else {
      const isMet = isMore ? value >= wanted : value <= wanted;
      const off = isMore ? `${times(wanted / value)} times too slow` : `${(100 * (value / wanted - 1)).toFixed(0)}% too much`;
      list.push([aim, `${unit === 'times' ? `${times(value)} times` : unit === 's' ? `${(value / 1000).toFixed(1)} s` : unit === 'MB' ? `${(value / 1e6).toFixed(0)} MB` : unit === 'kB' ? `${number(Math.round(value / 1000))} kB` : `${value.toFixed(0)} ms`}: ${isMet ? 'met' : `missed, ${off}`}`, isMet ? '' : why]);
    }
  };
  const SIZE = 'The page is built for size, as a slow phone has to fetch it before anything else; “built for speed” shows what that costs.';
  const inPage = fastest('page');
  const alone = fastest('read');
  add('Reading File 7 in the page, 3 times as fast as the fastest other', 3, inPage?.times, 'times', true, 'The page has a worker read it, so that it goes on answering; that starts the program once more. It also checks every row, council and rank, and takes a checksum, which the others do not.');
  add('Reading File 7, the reader alone, 3 times as fast as the fastest other', 3, alone?.times, 'times', true, `${SIZE} It also checks every row, council and rank, and takes a checksum, which the others do not.`);
  add('Curve, measures and fifths, 2 times as fast as tuned JavaScript', 2, tuned('evaluate'), 'times', true, `${SIZE} Both sort by the same method, and ours checks each unit and keeps national places besides.`);
  add('10,000 draws, 3 times as fast as tuned JavaScript', 3, tuned('draw'), 'times', true, `${SIZE} It may use no function whose digits differ between machines.`);
  add('A step of the slider, ahead of tuned JavaScript', 1, tuned('slide'), 'times', true, `${SIZE} It also works out the national target and who is missed, which the other does not.`);
  const keys = of('keys')?.keys;
  add('A key on the slider until the next paint, 98 of 100 within 50 ms', 50, keys ? quantile(keys, 0.98) : undefined, 'ms', false, 'The model takes some microseconds of it (see the step of the slider); the rest is the page’s drawing and the browser’s layout and paint.');
  const phone = (who) => row('phone', who);
  const ms = (found) => (found ? median(found.times) : undefined);
  add('First answer on the phone, any link, within 2.0 s', 2000, ms(phone('ours, any other link')), 's', false, 'The program has to come before it can answer: its bytes alone take more than a second of this network.');
  add('First answer on the phone, the default link, within 1.0 s', 1000, ms(phone('ours, the default link')), 's', false, 'Three ways there and back for the page and its style, and the network is taken up by the program meanwhile.');
  const bytes = phone('ours, any other link')?.bytes;
  add('Bytes until the first answer, at most 200 kB', 200_000, bytes ? median(bytes) : undefined, 'kB', false, 'Most of it is the program: the framework, the texts and the model of the first view.');
  const held = of('memory')?.memory;
  add(`Memory after ${number(many)} rows, at most 3 times the units’ own size of ${UNIT_BYTES} bytes each`, 3 * UNIT_BYTES * many, held?.after, 'MB', false, 'A table is held whole, as text and as the place of each cell, until it is said what its columns mean; and what a program has once taken it never gives back, so this is the most at any time.');
  const grown = of('grow')?.grown ?? [];
  const cost = (wanted) => grown.find(({ count }) => count === wanted)?.rows.find(({ name, failed }) => name === 'ours' && !failed);
  const [few, most] = [cost(10_000), cost(many)];
  const nLogN = (many * Math.log(many)) / (10_000 * Math.log(10_000));
  add(`${number(many)} units cost no more than n log n of 10,000, ${nLogN.toFixed(0)} times as much`, nLogN, few && most ? median(most.times) / median(few.times) : undefined, 'times', false, 'The steps of the sort are as many; they take longer where the numbers are more than the processor keeps at hand, for the others as for ours.');
  return list;
}

const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '\\|');
const table = (headings, rows) => [`| ${headings.join(' | ')} |`, `| ${headings.map(() => '---').join(' | ')} |`, ...rows.map((row) => `| ${row.map(escaped).join(' | ')} |`)].join('\n');

const COLOURS = ['#1d70b8', '#5694ca', '#505a5f', '#d4351c', '#f47738', '#00703c'];
const svg = (width, height, title, inside) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="sans-serif" font-size="13"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="#fff"/>${inside}</svg>\n`;

/** Time against the number of units, both on scales of powers of ten, with what n log n would be. */
function growth(grown) {
  const [width, height, left, top, right, bottom] = [720, 420, 80, 20, 190, 50];
  const all = grown.flatMap(({ rows }) => rows.filter(({ failed }) => !failed).map((row) => median(row.times)));
  const [from, to] = [Math.floor(Math.log10(Math.min(...all))), Math.ceil(Math.log10(Math.max(...all)))];
  const [least, most] = [Math.log10(grown[0].count), Math.log10(grown.at(-1).count)];
  const x = (count) => left + ((Math.log10(count) - least) / (most - least)) * (width - left - right);
  const y = (ms) => top + ((to - Math.log10(ms)) / (to - from)) * (height - top - bottom);
  const lines = [];
  for (let power = from; power <= to; power += 1) {
    const at = y(10 ** power);
    lines.push(`<path d="M${left} ${at.toFixed(1)}H${width - right}" stroke="#d8d8d8"/><text x="${left - 8}" y="${(at + 4).toFixed(1)}" text-anchor="end">${shown(10 ** power).replace(/\.0+ /, ' ')}</text>`);
  }
  for (let power = Math.ceil(least); power <= most + 1e-9; power += 1) {
    lines.push(`<text x="${x(10 ** power).toFixed(1)}" y="${height - bottom + 20}" text-anchor="middle">${number(10 ** power)}</text>`);
  }
  lines.push(`<text x="${(left + width - right) / 2}" y="${height - 8}" text-anchor="middle">units</text>`);
  const path = (points) => points.map(([count, ms], at) => `${at ? 'L' : 'M'}${x(count).toFixed(1)} ${y(ms).toFixed(1)}`).join('');
  const ours = grown.map(({ count, rows }) => [count, median(rows[0].times)]);
  const cost = (count) => count * Math.log2(count);
  // Through our own point at ten thousand units.
  const [through, there] = ours.find(([count]) => count >= 10_000) ?? ours[0];
  const ideal = ours.map(([count]) => [count, (there * cost(count)) / cost(through)]);
  const named = [['n log n', ideal, '#0b0c0c', ' stroke-dasharray="5 4"'], ...grown[0].rows.filter(({ failed }) => !failed).map(({ name }, at) => [name, grown.map(({ count, rows }) => [count, median(rows.find((row) => row.name === name).times)]), COLOURS[at === 2 ? 3 : at], ''])];
  const ends = named.map(([, points], at) => ({ at, y: y(points.at(-1)[1]) })).sort((a, b) => a.y - b.y);
  ends.forEach((end, at) => (end.y = at ? Math.max(end.y, ends[at - 1].y + 16) : end.y));
  for (const { at, y: place } of ends) {
    const [name, points, colour, dash] = named[at];
    lines.push(`<path d="${path(points)}" fill="none" stroke="${colour}" stroke-width="2"${dash}/><text x="${width - right + 8}" y="${(place + 4).toFixed(1)}" fill="${colour}">${escaped(name)}</text>`);
  }
  return svg(width, height, 'Time from units to curve, measures and fifths against their number, with the line of n log n', lines.join(''));
}

/** How many times as long each other takes as ours: bars on a scale of powers of ten. */
function against(parts) {
  const lines = [];
  const [width, left, right] = [720, 190, 70];
  const all = parts.filter(({ name, rows }) => name !== 'map' && rows[0] && !rows[0].failed).map((part) => [part, part.rows.filter((row) => !row.failed && row.times.length > 0)]).filter(([, rows]) => rows.length > 1);
  const found = all.map(([part, [first, ...rows]]) => [part.title, rows.map((row) => [row.name, ratio(row, first).middle])]);
  const values = found.flatMap(([, rows]) => rows.map(([, value]) => value));
  const [from, to] = [Math.min(0.3, ...values) / 1.2, Math.max(...values) * 1.1];
  const x = (value) => left + (Math.log(value / from) / Math.log(to / from)) * (width - left - right);
  let y = 24;
  for (const [title, rows] of found) {
    lines.push(`<text x="8" y="${y}" font-weight="bold" stroke="#fff" stroke-width="6" paint-order="stroke">${escaped(title)}</text>`);
    y += 8;
    for (const [name, value] of rows) {
      const [start, end] = [Math.min(x(1), x(value)), Math.max(x(1), x(value))];
      lines.push(`<text x="${left - 8}" y="${y + 13}" text-anchor="end">${escaped(name)}</text><rect x="${start.toFixed(1)}" y="${y + 2}" width="${Math.max(1, end - start).toFixed(1)}" height="14" fill="${value >= 1 ? COLOURS[0] : COLOURS[3]}"/><text x="${(end + 5).toFixed(1)}" y="${y + 13}">${times(value)}</text>`);
      y += 20;
    }
    y += 20;
  }
  const line = `<path d="M${x(1).toFixed(1)} 10V${y - 16}" stroke="#0b0c0c"/>`;
  return svg(width, y, 'How many times as long others take as ours does', line + lines.join(''));
}

export function write(parts, about, docs) {
  const folder = join(docs, 'performance');
  mkdirSync(folder, { recursive: true });
  const found = parts.find(({ name }) => name === 'grow')?.grown;
  const grown = found?.every(({ rows: [first] }) => !first.failed && first.times.length > 0) ? found : undefined;
  if (grown) writeFileSync(join(folder, 'growth.svg'), growth(grown));
  writeFileSync(join(folder, 'others.svg'), against(parts));
  const text = `# How fast it is

Made by \`make bench\` on ${about.date}: ${about.cpu}, ${about.cores} cores, ${about.memory}, ${about.system}, Chromium ${about.chromium}.
${about.isMadeUp ? 'The official files were not at hand: made-up ones of the same shape were read.\n' : ''}
Everything runs in the same headless browser. Each comes in turn, ${about.rounds} rounds where a piece of work is short and 2 to 5 where it is
long; what stands here is the middle one. “Times ours” is how many times as long it takes as the first row of its part, round by round: the
middle one, and in brackets what 10 and 90 of 100 rounds stay below. A time is shown only where the answer was that of the first row: to
nine digits; for draws, whose random numbers are each one’s own, to 4 per cent of each limit.

“Ours” is the code that the page ships, built for size. “Ours, built for speed” is the same code at the highest level of the compiler.
“Tuned JavaScript” is written for this, on typed arrays alone (\`benches/web/contest\`). The others are used as their documents say. The
readers among them turn text into cells; ours checks every row, council and rank of a File 7 as well, and takes its checksum. DuckDB-wasm
reads Parquet by an extension that it fetches from its maker, so it is not in that row; hyparquet reads the three columns that are needed.

On the phone the network is slow for all that is fetched, by the server; all is sent in Brotli at its best. The processor is four times
slower for the page’s own thread: DuckDB-wasm and webR work in a worker, which the browser does not slow down, and so come out better than
they would. Their pages show one number and do nothing else.

${table(
  ['what', 'who', 'time', 'times ours'],
  parts.flatMap((part) => [...rowsOf(part), ...extras(part)].map((row, at) => [at === 0 ? part.title : '', ...row])),
)}

![How many times as long others take as ours does](performance/others.svg)

Blue: it takes longer than ours. Red: it takes less.
${grown ? `
## Cost against the number of units

![Time from units to curve, measures and fifths against their number](performance/growth.svg)

Both scales are of powers of ten. The dashed line is n log n through the point of 10,000 units; what rises no steeper costs no more than that.
` : ''}
## What was aimed at

${table(['aim', 'found', 'why'], targets(parts, about.many))}

It is measured again, and written down, by \`make bench\`, and on a desk without a browser by \`cargo bench --locked --manifest-path benches/native/Cargo.toml\`.
`;
  writeFileSync(join(docs, 'performance.md'), text);
  console.log(`\nWritten: docs/performance.md`);
}
