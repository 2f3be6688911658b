// Fails the n-th call: every call by which a journey asks the browser for something, in turn and in every way, and what has to
// hold after it.
//   node tests/faults/run.mjs [--journey NAME] [--kind KIND] [--every 1] [--workers 2] [--minutes 600] [--said] [dist]
// Without a fault: no error that the page does not tell of, no blank page; what was kept before is there; the page says what
// failed, or goes on without; and what was asked for comes when it is tried again.

import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath } from '../../scripts/browser.mjs';
import { host } from '../e2e/support/host.mjs';
import { shippedHeaders } from '../e2e/support/shipped.mjs';
import { textsBefore } from './support/before.mjs';
import { JOURNEYS } from './support/journeys.mjs';
import { FAULTS } from './support/layer.mjs';
import { PATIENCE, count, plansOf, run } from './support/run.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    journey: { type: 'string', default: '' },
    kind: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    n: { type: 'string', default: '0' },
    every: { type: 'string', default: '1' },
    workers: { type: 'string', default: String(Math.min(4, availableParallelism())) },
    all: { type: 'boolean', default: false },
    minutes: { type: 'string', default: '600' },
    patience: { type: 'string', default: String(PATIENCE) },
    said: { type: 'boolean', default: false },
  },
});
const EVERY = Number(options.every);

/** Runs what is given, some at a time. */
async function all(things, work) {
  const left = [...things];
  const next = async () => {
    while (left.length > 0) await work(left.shift());
  };
  await Promise.all(Array.from({ length: Number(options.workers) }, next));
}

const describe = ({ name, kind, n, what, fault }) => `${name}: ${kind} ${n} (${what}) ${fault}`;

const server = await host({ folder: positionals[0] ?? 'dist', headers: shippedHeaders });
const { url } = server;
const start = async () => chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
let starting = start();
/** A browser that was killed, as for want of memory of the whole machine, is started again. */
const running = async () => {
  if (!(await starting).isConnected()) starting = start();
  return starting;
};
const outcomes = [];
const calls = new Map();
const began = Date.now();
try {
  const context = await (await running()).newContext({ serviceWorkers: 'block' });
  const texts = await textsBefore(context, url);
  await context.close();
  const names = Object.keys(JOURNEYS).filter((name) => name.includes(options.journey));
  const lines = new Map();
  await all(names, async (name) => {
    // One that comes late by itself is counted again.
    const once = async () => count(await running(), { url, texts, name });
    const counted = await once().catch(once).catch((error) => ({ error }));
    if (counted.error) return console.log(`NOT RUN ${name}: ${counted.error.message.split('\n').slice(0, 6).join(' ')}`);
    lines.set(name, counted.lines);
    calls.set(name, counted.told);
    console.log(`${name}: ${counted.told.length} calls`);
  });
  const isAsked = ({ kind, n, fault }) => kind.startsWith(options.kind) && fault.startsWith(options.fault) && (options.n === '0' || Number(options.n) === n);
  const inOrder = names.filter((name) => calls.has(name)).map((name) => [name, calls.get(name)]);
  const wanted = plansOf(inOrder, !options.all).filter(isAsked).filter((_, at) => at % EVERY === 0);
  // Taken from everywhere, so that a run that is stopped early has something of everything.
  const some = wanted.map((plan, at) => [(at * 7919) % 10_007, plan]).sort(([a], [b]) => a - b).map(([, plan]) => plan);
  const end = Date.now() + Number(options.minutes) * 60_000;
  console.log(`${some.length} faults`);
  let done = 0;
  await all(some, async (plan) => {
    if (Date.now() > end) return;
    const given = { url, texts, plan, lines: lines.get(plan.name), patience: Number(options.patience) };
    const ended = async () => run(await running(), given).catch(async (error) => {
      if ((await starting).isConnected()) throw error;
      return run(await running(), given);
    });
    let outcome = await ended();
    // On a busy machine something may come late by itself: who has the patience looks again.
    if (outcome.problems.length > 0) outcome = await run(await running(), { ...given, patience: 4 * given.patience });
    outcomes.push(outcome);
    done += 1;
    for (const problem of outcome.problems) console.log(`FAILED ${describe(plan)}: ${problem}${outcome.said.length > 0 ? ` [said: ${outcome.said.join(' | ')}]` : ''}`);
    if (options.said && (outcome.failedAt || outcome.said.length > 0)) console.log(`${describe(plan)}: ${outcome.failedAt ? `failed at "${outcome.failedAt}", ` : ''}said: ${outcome.said.join(' | ')}`);
    if (done % 25 === 0) console.log(`${done} of ${some.length}, ${Math.round((Date.now() - began) / 1000)} s`);
  });
} finally {
  await (await starting).close();
  await server.close();
}

// The table.
const row = (cells) => `| ${cells.join(' | ')} |`;
console.log(`\n${row(['journey', 'kind of call', 'calls', ...FAULTS, 'failures'])}\n${row(Array(FAULTS.length + 4).fill('---'))}`);
let sum = 0;
for (const [name, told] of calls) {
  for (const kind of [...new Set(told.map(({ kind }) => kind))].sort()) {
    const of = outcomes.filter((outcome) => outcome.name === name && outcome.kind === kind);
    if (of.length === 0) continue;
    const failures = of.filter(({ problems }) => problems.length > 0).length;
    sum += failures;
    const number = (fault) => of.filter((outcome) => outcome.fault === fault).length;
    console.log(row([name, kind, told.filter((call) => call.kind === kind).length, ...FAULTS.map(number), failures]));
  }
}
const notMet = outcomes.filter(({ isHit }) => !isHit).length;
const counted = [...calls.values()].flat().length;
const goneOn = outcomes.filter(({ failedAt, fault }) => !failedAt && fault !== 'outlives its view').length;
console.log(`\n${calls.size} journeys, ${counted} calls, ${outcomes.length} faults put in (${notMet} not met), ${sum} failures, ${Math.round((Date.now() - began) / 1000)} s`);
console.log(`${goneOn} journeys went on without what failed; in ${outcomes.filter(({ failedAt }) => failedAt).length} something was not reached, the page said so, and trying again brought it.`);
if (sum > 0 || outcomes.length === 0) process.exitCode = 1;
