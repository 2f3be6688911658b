// In the page: who can read a table and work it out, each on the same bytes, each held to the same answer.

import * as aq from 'arquero';
import * as duckdb from '@duckdb/duckdb-wasm';
import { csvParseRows } from 'd3-dsv';
import { parquetRead } from 'hyparquet';
import Papa from 'papaparse';

import { draws } from './draws.js';
import { measures } from './measures.js';
import { CURVE, DRAWS } from './r.js';
import { curve, room, step } from './tuned.js';

const bytesOf = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());

/** Which column is which, by how its heading begins. */
const COLUMNS = {
  file: { order: /^index of multiple deprivation \(imd\) rank/i, people: /^total population/i, share: /^income score/i },
  table: { order: /^deprivation rank/i, people: /^population$/i, inNeed: /^people in need/i },
};

function places(kind, headings) {
  const found = Object.entries(COLUMNS[kind]).map(([role, pattern]) => [role, headings.findIndex((heading) => pattern.test(heading.trim()))]);
  if (found.some(([, at]) => at < 0)) throw new Error('a column is not there');
  return Object.fromEntries(found);
}

/** Rows of texts to units in typed arrays. */
function units(kind, headings, count) {
  const at = places(kind, headings);
  const all = { order: new Float64Array(count), people: new Float64Array(count), inNeed: new Float64Array(count) };
  return {
    all,
    take(row, i) {
      const people = Number(row[at.people]);
      all.order[i] = Number(row[at.order]);
      all.people[i] = people;
      all.inNeed[i] = kind === 'file' ? Number(row[at.share]) * people : Number(row[at.inNeed]);
    },
  };
}

/** What the same units come to, whoever read them. */
export function sums({ order, people, inNeed }) {
  const all = [0, 0, 0, 0];
  for (let i = 0; i < order.length; i += 1) {
    all[0] += 1;
    all[1] += people[i];
    all[2] += inNeed[i];
    all[3] += order[i] * people[i];
  }
  return all;
}

function ofRows(kind, rows) {
  const { all, take } = units(kind, rows[0], rows.length - 1);
  for (let i = 1; i < rows.length; i += 1) take(rows[i], i - 1);
  return all;
}

const text = (bytes) => new TextDecoder().decode(bytes);

const started = new Map();
const once = (name, start) => {
  if (!started.has(name)) started.set(name, start());
  return started.get(name);
};

const ours = (build) =>
  once(build, async () => {
    const module = await import(`/${build}/measured.js`);
    const { memory } = await module.default();
    return { ...module, memory };
  });

const duck = () =>
  once('duckdb', async () => {
    const worker = new Worker('/duckdb/duckdb-browser-eh.worker.js');
    const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
    await db.instantiate('/duckdb/duckdb-eh.wasm');
    const connection = await db.connect();
    await connection.query("SET TimeZone = 'UTC'").catch(() => {});
    return { db, connection };
  });

const r = () =>
  once('webr', async () => {
    const { WebR } = await import('/webr/webr.js');
    const webR = new WebR({ baseUrl: `${location.origin}/webr/`, interactive: false });
    await webR.init();
    return webR;
  });

function named(kind, bytes) {
  const [line] = text(bytes.subarray(0, 8192)).split(/\r?\n/);
  const [headings] = csvParseRows(line.replace(/^\ufeff/, ''));
  const at = places(kind, headings);
  const column = (role) => `CAST("${headings[at[role]].replaceAll('"', '""')}" AS DOUBLE)`;
  const need = kind === 'file' ? `${column('share')} * ${column('people')}` : column('inNeed');
  return `${column('order')} AS ord, ${column('people')} AS people, ${need} AS need`;
}

async function duckRead(kind, bytes) {
  const { db, connection } = await duck();
  const name = `read-${performance.now()}.csv`;
  // It keeps what it is given, so it is given a copy.
  await db.registerFileBuffer(name, bytes.slice());
  const found = await connection.query(`SELECT ${named(kind, bytes)} FROM read_csv('${name}', header = true)`);
  const column = (role) => found.getChild(role).toArray();
  const all = { order: column('ord'), people: column('people'), inNeed: column('need') };
  await db.dropFile(name);
  return all;
}

async function parquetUnits(bytes) {
  const buffer = bytes.buffer;
  const pieces = { order: [], people: [], need: [] };
  await parquetRead({
    file: { byteLength: buffer.byteLength, slice: (from, to) => buffer.slice(from, to) },
    columns: Object.keys(pieces),
    onChunk: ({ columnName, columnData, rowStart }) => pieces[columnName].push([rowStart, columnData]),
  });
  const whole = (list) => {
    const all = new Float64Array(list.reduce((most, [from, data]) => Math.max(most, from + data.length), 0));
    for (const [from, data] of list) all.set(data, from);
    return all;
  };
  return { order: whole(pieces.order), people: whole(pieces.people), inNeed: whole(pieces.need) };
}

/** Who reads bytes to units: what each returns is what they come to. */
const READERS = {
  ours: (kind, bytes) => ours('shipped').then((it) => (kind === 'file' ? it.read_file(bytes) : it.read_table(bytes))),
  'ours, built for speed': (kind, bytes) => ours('fast').then((it) => (kind === 'file' ? it.read_file(bytes) : it.read_table(bytes))),
  PapaParse: async (kind, bytes) => sums(ofRows(kind, Papa.parse(text(bytes), { skipEmptyLines: true }).data)),
  'd3-dsv': async (kind, bytes) => sums(ofRows(kind, csvParseRows(text(bytes)))),
  'DuckDB-wasm': async (kind, bytes) => sums(await duckRead(kind, bytes)),
  hyparquet: async (kind, bytes) => sums(await parquetUnits(bytes)),
};

/** Limits of an interval are held against the largest of the three. */
function differs(found, expected, { tolerance = 1e-9, areIntervals = false }) {
  if (found.length !== expected.length) return `${found.length} numbers where there are ${expected.length}`;
  for (let at = 0; at < expected.length; at += 1) {
    const [a, b] = [found[at], expected[at]];
    if (Number.isNaN(a) && Number.isNaN(b)) continue;
    const from = areIntervals ? at - (at % 3) : at;
    const scale = Math.max(1e-9, Math.abs(a), ...expected.slice(from, areIntervals ? from + 3 : at + 1).map(Math.abs));
    if (!(Math.abs(a - b) <= tolerance * scale)) return `number ${at} is ${a}, not ${b}`;
  }
  return '';
}

const within = (promise, ms) =>
  Promise.race([promise, new Promise((_, failed) => setTimeout(() => failed(new Error(`no answer within ${ms / 1000} s`)), ms))]);

/**
 * Times some runners: first each once, whose answer must be that of the first; then rounds in which each comes in turn. A runner
 * gives its answer and the milliseconds of one piece of work. One that fails is told with its reason.
 */
async function race(runners, { rounds, wait = 120_000, ...checked }) {
  const found = Object.keys(runners).map((name) => ({ name, times: [], failed: '' }));
  let expected;
  for (const of of found) {
    try {
      const { answer } = await within(runners[of.name](), wait);
      expected ??= Array.from(answer);
      of.failed = differs(Array.from(answer), expected, checked);
    } catch (error) {
      of.failed = String(error?.message ?? error).slice(0, 200);
    }
  }
  for (let round = 0; round < rounds; round += 1) {
    const turn = found.map((_, at) => found[(at + round) % found.length]);
    for (const of of turn.filter(({ failed }) => !failed)) {
      try {
        of.times.push((await within(runners[of.name](), wait)).ms);
      } catch (error) {
        of.failed = String(error?.message ?? error).slice(0, 200);
      }
    }
  }
  return found;
}

/** A runner that is timed as a whole. */
const whole = (work) => async () => {
  const start = performance.now();
  const answer = await work();
  return { answer, ms: performance.now() - start };
};

let held;

/** The units of England, held by each who works with them. */
async function holdUnits(path) {
  const bytes = await bytesOf(path);
  const rows = csvParseRows(text(bytes).replace(/^\ufeff/, ''));
  const all = ofRows('file', rows);
  const { people, inNeed } = all;
  all.squares = people.reduce((sum, of, i) => sum + (of > 0 ? (inNeed[i] * inNeed[i]) / of : 0), 0);
  for (const build of ['shipped', 'fast']) (await ours(build)).read_file(bytes);
  held = { bytes, all, kept: room(people.length) };
}

const oursEvaluates = (build, times) => async () => {
  const it = await ours(build);
  it.copy(times);
  const start = performance.now();
  let answer;
  for (let at = 0; at < times; at += 1) answer = it.evaluate();
  return { answer, ms: (performance.now() - start) / times };
};

const tunedEvaluates = (all, kept, times) => async () => {
  const start = performance.now();
  let answer;
  for (let at = 0; at < times; at += 1) answer = step(curve(all, kept), 0.2);
  return { answer, ms: (performance.now() - start) / times };
};

function arqueroEvaluates() {
  const { all } = held;
  const table = aq.table({ ord: all.order, people: all.people, need: all.inNeed });
  return whole(async () => {
    const sorted = table.orderby('ord').derive({ peopleTo: aq.rolling((d) => aq.op.sum(d.people)), needTo: aq.rolling((d) => aq.op.sum(d.need)) }).reify();
    const [peopleTo, needTo] = ['peopleTo', 'needTo'].map((name) => Float64Array.from(sorted.array(name)));
    const count = peopleTo.length;
    const made = { steps: count, count, units: held.counted ??= Float64Array.from({ length: count }, (_, i) => i + 1), peopleTo, needTo };
    return step({ ...made, people: peopleTo[count - 1], inNeed: needTo[count - 1], squares: all.squares }, 0.2);
  });
}

async function duckEvaluates() {
  const { db, connection } = await duck();
  await db.registerFileBuffer('england.csv', held.bytes.slice());
  await connection.query(`CREATE OR REPLACE TABLE units AS SELECT ${named('file', held.bytes)} FROM read_csv('england.csv', header = true)`);
  const shares = [0.2, 0.4, 0.5, 0.6, 0.8, 1];
  const goals = [0.5, 0.8, 0.95];
  const query = await connection.prepare(`
    WITH c AS MATERIALIZED (
      SELECT people, need, row_number() OVER w AS k, sum(people) OVER w AS p, sum(need) OVER w AS d
      FROM units WINDOW w AS (ORDER BY ord ROWS UNBOUNDED PRECEDING)
    ), t AS (SELECT max(k) AS n, max(p) AS tp, max(d) AS td FROM c),
    cuts AS (SELECT s, greatest(1, ceil(s * n * (1 - 1e-12)))::BIGINT AS k, s * n AS cut FROM t, unnest([${shares}]) AS u(s)),
    goals AS (SELECT g, g * td AS wanted FROM t, unnest([${goals}]) AS u(g))
    SELECT 'cut' AS kind, s::DOUBLE AS at, p + (cut - c.k) * people AS x, d + (cut - c.k) * need AS y FROM cuts JOIN c USING (k)
    UNION ALL
    SELECT 'goal', g::DOUBLE, (c.k + (wanted - d) / need) / n, p + (wanted - d) / need * people
    FROM goals, t, c WHERE d >= wanted * (1 - 1e-12) AND d - need < wanted * (1 - 1e-12)`);
  return whole(async () => {
    const rows = (await query.query()).toArray().map((row) => ({ kind: row.kind, at: row.at, x: Number(row.x), y: Number(row.y) }));
    const find = (kind, at) => rows.find((row) => row.kind === kind && Math.abs(row.at - at) < 1e-9);
    const { x: people, y: inNeed } = find('cut', 1);
    return measures({
      people,
      inNeed,
      squares: held.all.squares,
      within: (share) => [find('cut', share).x, find('cut', share).y],
      reaching: (need) => [find('goal', need / inNeed).x, find('goal', need / inNeed).y],
    });
  });
}

async function bind(webR, values) {
  // An array of floats would become bytes of R's own kind.
  const list = (value) => (ArrayBuffer.isView(value) ? Array.from(value) : value);
  for (const [name, value] of Object.entries(values)) await webR.objs.globalEnv.bind(name, list(value));
}

/** Calls a function in R; its numbers, those that are none included. */
async function called(webR, code) {
  const found = await webR.evalR(code);
  const numbers = Array.from(await found.toTypedArray());
  await webR.destroy(found);
  return numbers;
}

async function rEvaluates() {
  const webR = await r();
  const { all } = held;
  await bind(webR, { ord: all.order, people: all.people, in_need: all.inNeed, squares: all.squares });
  await webR.evalRVoid(CURVE);
  return whole(() => called(webR, 'curve_of()'));
}

/** What cannot start is told with its reason. */
const startedOr = async (start) => {
  try {
    return await within(start(), 120_000);
  } catch (error) {
    return async () => {
      throw error;
    };
  }
};

/** Which file, read by whom, how often. */
export async function read({ kind, path, names, rounds }) {
  const bytes = await bytesOf(path);
  const parquet = names.includes('hyparquet') ? await bytesOf(path.replace(/csv$/, 'parquet')) : undefined;
  const runners = names.map((name) => [name, whole(() => READERS[name](kind, name === 'hyparquet' ? parquet : bytes))]);
  return race(Object.fromEntries(runners), { rounds });
}

/** Memory that the reader has taken, as it is shipped: before and after a table. */
export async function memory(path) {
  const module = await import('/shipped/measured.js?memory');
  const { memory: own } = await module.default();
  const bytes = await bytesOf(path);
  const before = own.buffer.byteLength;
  module.read_table(bytes);
  return { before, after: own.buffer.byteLength, file: bytes.length };
}

export async function evaluate({ path, rounds, times }) {
  await holdUnits(path);
  return race(
    {
      ours: oursEvaluates('shipped', times),
      'ours, built for speed': oursEvaluates('fast', times),
      'tuned JavaScript': tunedEvaluates(held.all, held.kept, times),
      Arquero: await startedOr(async () => arqueroEvaluates()),
      'DuckDB-wasm': await startedOr(duckEvaluates),
      webR: await startedOr(rEvaluates),
    },
    { rounds },
  );
}

export async function slide({ path, rounds, times }) {
  if (!held) await holdUnits(path);
  const shares = Array.from({ length: times }, (_, at) => 1 + (at % 99));
  const runner = (it) => async () => {
    const start = performance.now();
    let sum = 0;
    for (const share of shares) sum += it(share);
    return { answer: [sum], ms: (performance.now() - start) / times };
  };
  const made = curve(held.all, held.kept);
  const total = (numbers) => numbers.reduce((sum, number) => sum + number, 0);
  const of = async (build) => {
    const it = await ours(build);
    it.prepare();
    return runner((share) => it.step(10 * share));
  };
  return race(
    { ours: await of('shipped'), 'ours, built for speed': await of('fast'), 'tuned JavaScript': runner((share) => total(step(made, share / 100))) },
    { rounds },
  );
}

export async function draw({ path, rounds }) {
  if (!held) await holdUnits(path);
  const of = async (build) => {
    const it = await ours(build);
    const assumed = JSON.parse(it.prepare());
    return [whole(async () => it.draw()), { ...assumed, cells: assumed.cells.slice(0, 10), ranges: assumed.ranges.slice(0, 18) }];
  };
  const [shipped, assumed] = await of('shipped');
  const [fast] = await of('fast');
  const inR = async () => {
    const webR = await r();
    const { cells, gradient, ranges, scope, outreach } = assumed;
    await bind(webR, { people: cells.map(([people]) => people), in_need: cells.map(([, inNeed]) => inNeed), gradient, flat: ranges.flat(), scope, outreach });
    await webR.evalRVoid('ranges <- split(flat, rep(seq_len(length(flat) / 3), each = 3)); set.seed(2022)');
    await webR.evalRVoid(DRAWS);
    return whole(() => called(webR, 'draws_of()'));
  };
  // Each has random numbers of its own, so they agree as samples do.
  return race({ ours: shipped, 'ours, built for speed': fast, 'tuned JavaScript': whole(async () => draws(assumed)), webR: await startedOr(inR) }, { rounds, tolerance: 0.04, areIntervals: true });
}

/** Work on more and more units. */
export async function grow({ counts, rounds }) {
  const found = [];
  for (const count of counts) {
    const part = (at, of) => ((at * 7919 + of * 104729) % 999_983) / 999_983;
    const of = (value) => Float64Array.from({ length: count }, (_, at) => value(at));
    const people = of((at) => 500 + Math.floor(2000 * part(at, 2)));
    const inNeed = people.map((number, at) => Math.floor(number * part(at, 3)));
    const all = { order: of((at) => 80 * part(at, 1)), people, inNeed };
    all.squares = people.reduce((sum, number, i) => sum + (inNeed[i] * inNeed[i]) / number, 0);
    for (const build of ['shipped', 'fast']) (await ours(build)).take(all.order, all.people, all.inNeed);
    const times = Math.max(1, Math.min(50, Math.round(100_000 / count)));
    const runners = {
      ours: oursEvaluates('shipped', times),
      'ours, built for speed': oursEvaluates('fast', times),
      'tuned JavaScript': tunedEvaluates(all, room(count), times),
    };
    found.push({ count, rows: await race(runners, { rounds, tolerance: 1e-7 }) });
  }
  held = undefined;
  return found;
}

/** A page as small as can be on one of the readers: a file is chosen, what it comes to is shown. */
export async function asAPage(name, kind) {
  if (name === 'DuckDB-wasm') await duck();
  const [input, output] = [document.createElement('input'), document.createElement('output')];
  input.type = 'file';
  document.body.replaceChildren(input, output);
  window.shown = new Promise((done, failed) => {
    input.addEventListener('change', async () => {
      const start = performance.now();
      try {
        const found = await READERS[name](kind, new Uint8Array(await input.files[0].arrayBuffer()));
        output.textContent = Array.from(found).join(' ');
        requestAnimationFrame(() => setTimeout(() => done({ answer: Array.from(found), ms: performance.now() - start })));
      } catch (error) {
        failed(error);
      }
    });
  });
}
