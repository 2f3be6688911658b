// Measures the page and the model against others, in one browser, prints a table, and writes docs/performance.md.
// QUICK=1 measures little and writes nothing; ROUNDS=5 is how often each comes in turn; ONLY=read,draw measures those parts alone.

import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath, root } from '../../scripts/browser.mjs';
import { WEBR, makeSites } from './build.mjs';
import { makeData } from './data.mjs';
import { pack, serve } from './host.mjs';
import * as page from './ours.mjs';
import { machine, print, write } from './report.mjs';

const isQuick = Boolean(process.env.QUICK);
const rounds = Number(process.env.ROUNDS || (isQuick ? 1 : 7));
const only = process.env.ONLY ? new Set(process.env.ONLY.split(',')) : undefined;
const dist = process.env.DIST ? join(process.cwd(), process.env.DIST) : join(root, 'dist');
const many = isQuick ? 100_000 : 1_000_000;
const NETWORK = { bits: 1_600_000, rtt: 150 };
const work = join(root, 'target/bench');

const say = (text) => console.error(text);
const reason = (error) => String(error?.message ?? error).split('\n')[0].replace(/^Error: /, '').slice(0, 160);

const data = makeData(join(work, 'data'), { many });
if (data.isMadeUp) say('The official files are not here: made-up ones of the same shape are read.');
say('Building what is measured …');
const sites = await makeSites(join(work, 'sites'), data.first);

const servers = [];
const started = async (options) => {
  const server = await serve(options);
  servers.push(server);
  return server;
};
const contest = await started({ folders: [['/data/', join(work, 'data')], ['/', sites.contest]], isIsolated: true });
const own = await started({ folders: [['/', dist]] });

/** A part of the run: what fails is told, and the next part goes on. */
const parts = [];
async function part(name, title, act) {
  if (only && !only.has(name)) return;
  const start = Date.now();
  say(`${title} …`);
  try {
    parts.push({ name, title, ...(await act()) });
  } catch (error) {
    parts.push({ name, title, rows: [{ name: 'all', times: [], failed: reason(error) }] });
  }
  say(`  ${((Date.now() - start) / 1000).toFixed(0)} s`);
}

const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
const stuck = (promise, seconds) => Promise.race([promise, new Promise((_, failed) => setTimeout(() => failed(new Error(`no answer within ${seconds} s`)), 1000 * seconds).unref())]);

/** A fresh page of those who compete, in which one thing is asked. */
const inContest = (ask, given, seconds = 400) =>
  page.withPage(browser, {}, async (tab) => {
    await tab.goto(contest.url);
    await tab.waitForFunction(() => globalThis.contest);
    return stuck(tab.evaluate(([ask, given]) => globalThis.contest[ask](given), [ask, given]), seconds);
  });

/** Pages in turn, each fresh: `runners` are of [name, what gives milliseconds]. */
async function inTurn(runners, times) {
  const found = runners.map(([name, act]) => ({ name, act, times: [], failed: '' }));
  for (let round = 0; round < times; round += 1) {
    const turn = found.map((_, at) => found[(at + round) % found.length]);
    for (const of of turn.filter(({ failed }) => !failed)) {
      try {
        of.times.push(await stuck(of.act(), 180));
      } catch (error) {
        of.failed = reason(error);
      }
    }
  }
  return { rows: found.map(({ name, times: taken, failed }) => ({ name, times: failed ? [] : taken, failed })) };
}

const OTHERS = ['PapaParse', 'd3-dsv', 'DuckDB-wasm'];
const READERS = ['ours', 'ours, built for speed', ...OTHERS, 'hyparquet'];
const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
const rowsSaid = `${many.toLocaleString('en-GB')} rows`;
const few = Math.max(1, Math.min(rounds, 3));

try {
  await part('page', `Reading File 7 (${mb(data.fileSize)}) to units, in the page, from the choice until it is said`, () =>
    inTurn([['ours', () => page.readFile(browser, own.url, data.file)], ...OTHERS.map((name) => [name, () => page.readElsewhere(browser, contest.url, data.file, name, 'file')])], Math.max(1, Math.min(rounds, 5))));
  await part('page-rows', `Reading ${rowsSaid} (${mb(data.rowsSize)}) to units, in the page`, () =>
    inTurn([['ours', () => page.readRows(browser, own.url, data.rows)], ...OTHERS.map((name) => [name, () => page.readElsewhere(browser, contest.url, data.rows, name, 'table')])], few));
  await part('read', 'Reading File 7 to units, the reader alone', async () => ({ rows: await inContest('read', { kind: 'file', path: '/data/file7.csv', names: READERS, rounds }) }));
  await part('read-rows', `Reading ${rowsSaid} to units, the reader alone`, async () => ({ rows: await inContest('read', { kind: 'table', path: '/data/rows.csv', names: READERS, rounds: few }) }));
  await part('memory', `Memory of the reader after ${rowsSaid}`, async () => ({ rows: [], memory: await inContest('memory', '/data/rows.csv') }));
  await part('evaluate', 'Units of England to curve, all measures and fifths', async () => ({ rows: await inContest('evaluate', { path: '/data/file7.csv', rounds: 3 * rounds, times: 5 }) }));
  await part('slide', 'A step of the slider, all England in: the model', async () => ({ rows: await inContest('slide', { path: '/data/file7.csv', rounds: 3 * rounds, times: 1000 }) }));
  await part('draw', '10,000 draws over five offers', async () => ({ rows: await inContest('draw', { path: '/data/file7.csv', rounds }) }));
  await part('grow', 'More and more units', async () => {
    const counts = [1000, 3000, 10_000, 30_000, 100_000, ...(isQuick ? [] : [300_000, 1_000_000])];
    return { rows: [], grown: await inContest('grow', { counts, rounds: few }) };
  });
  await part('keys', 'A key on the slider, all England in, 4 times slower, until the next paint', async () => ({ rows: [], keys: await page.keys(browser, own.url, data.file, isQuick ? 20 : 120) }));
  await part('map', 'England’s 33,755 areas on the page', async () => {
    const found = [];
    for (let round = 0; round < few; round += 1) found.push(await page.mapAndList(browser, own.url, data.recent, data.outlines));
    return { rows: [{ name: 'the list, until it is painted', times: found.map(({ list }) => list), failed: '' }, { name: 'the map, from the choice of its outlines', times: found.map(({ map }) => map), failed: '' }] };
  });
  await part('phone', 'First answer on a phone 4 times slower, 1.6 Mbit/s, 150 ms there and back', async () => {
    const packs = join(work, 'packed');
    const below = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    say('  packing what is sent …');
    await pack([...below(sites.duckdb), ...below(dist).filter((path) => /\.(?:wasm|js|css|html)$/.test(path)), ...['R.wasm', 'R.js', 'webr-worker.js', 'webr.js'].map((name) => join(WEBR, name))].filter((path) => statSync(path).size > 0), packs);
    const slow = (folders) => started({ folders, network: NETWORK, packs });
    const [ours, duckdb, webr] = [await slow([['/', dist]]), await slow([['/', sites.duckdb]]), await slow([['/', sites.webr], ['/', WEBR]])];
    const runners = [
      ['ours, the default link', ours, '?v=2', rounds],
      ['ours, any other link', ours, '?v=2&goal=70', rounds],
      ['DuckDB-wasm', duckdb, '', isQuick ? 1 : 2],
      ['webR', webr, '', isQuick ? 1 : 2],
    ];
    const rows = [];
    for (const [name, server, query, times] of runners) {
      const row = { name, times: [], bytes: [], failed: '' };
      try {
        for (let at = 0; at < Math.min(times, 5); at += 1) {
          const { ms, bytes } = await stuck(page.firstAnswer(browser, server, query, data.answer), 240);
          row.times.push(ms);
          row.bytes.push(bytes);
        }
      } catch (error) {
        row.failed = reason(error);
        row.times = [];
      }
      rows.push(row);
    }
    return { rows };
  });
} finally {
  await browser.close();
  for (const server of servers) await server.close();
}

const about = { ...machine(browser), rounds, many, isMadeUp: data.isMadeUp, isQuick, hasDist: existsSync(join(dist, 'index.html')) };
print(parts);
if (isQuick || only) say('\nNothing is written down of a quick run or of parts of one.');
else write(parts, about, join(root, 'docs'));
await Promise.race([once(process.stdout, 'drain'), Promise.resolve()]);
process.exit(0);
