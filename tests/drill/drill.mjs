// A drill for the day of an upgrade: a version with kept pages, rows and a draft; another one copied over it file by file, the page
// loaded after each; and back again. A tab stays open throughout, and whoever comes for the first time comes in the middle.
//   node tests/drill/drill.mjs [--from FOLDER] [--to FOLDER] [--seed 1] [--every 1] [--orders copy,random] [--loads]
// Without folders dist/ is the later version, and the earlier one is made of it. Without a fault: no load ends at a blank page
// without a message, none runs on files of both versions, and what was kept is there at the end and after going back.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath } from '../../scripts/browser.mjs';
import { filesIn } from '../../scripts/dist.mjs';
import { POLICY, host } from '../e2e/support/host.mjs';
import { textsBefore } from '../faults/support/before.mjs';
import { Person } from '../faults/support/journeys.mjs';
import { makeOther } from './other.mjs';

const { values: options } = parseArgs({
  options: {
    from: { type: 'string', default: '' },
    to: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    loads: { type: 'boolean', default: false },
    orders: { type: 'string', default: 'copy,random' },
  },
});
const EVERY = Number(options.every);
/** A page that does not start says so within ten seconds; the rest is for a busy machine. */
const WITHIN = 60_000;
const headers = { 'Content-Security-Policy': POLICY };
const work = mkdtempSync(join(tmpdir(), 'drill-'));

/** Numbers from 0 up to 1, the same for the same seed. */
function numbersOf(seed) {
  let state = BigInt(seed);
  return () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 11n) / 2 ** 53;
  };
}

/** The files in the order in which `cp -R` comes to them: folder by folder, as they lie there. */
function inOrderOfCopy(folder, inside = '') {
  return readdirSync(join(folder, inside)).flatMap((name) => {
    const path = inside ? `${inside}/${name}` : name;
    return statSync(join(folder, path)).isDirectory() ? inOrderOfCopy(folder, path) : [path];
  });
}

function shuffled(list, random) {
  const all = [...list];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other], all[at]];
  }
  return all;
}

const isSame = (a, b) => {
  try {
    return readFileSync(a).equals(readFileSync(b));
  } catch {
    return false;
  }
};

/** What a version is known by: its script, and the files that no other has. */
const scriptOf = (folder) => readdirSync(folder).find((name) => /^who-gets-missed-[0-9a-f]{16}\.js$/.test(name));
const isHashed = (path) => /-[0-9a-f]{16}\.(?:wasm|css|js)$/.test(path);

/** What a page answers; a page that does not is a failure, not a wait without end. */
const asked = (page, question, ...values) =>
  Promise.race([page.evaluate(question, ...values), new Promise((_, fail) => setTimeout(fail, WITHIN, new Error('the page does not answer')))]);

/** How a load has ended. */
async function ended(page, { versions, answers }) {
  const one = () => {
    const seen = (element) => element && element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true });
    const alert = [...document.querySelectorAll('[role=alert], [data-testid=error-summary]')].find((found) => seen(found) && found.innerText.trim());
    const answer = document.querySelector('[data-testid=headline]');
    if (document.getElementById('broken') === null || document.querySelector('main > h1')?.textContent.startsWith('Sorry')) return { stopped: true };
    if (!document.getElementById('starting') && seen(answer)) {
      const files = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname.split('/').pop());
      return { script: document.querySelector('script[type=module]').src.split('/').pop(), files, answer: answer.innerText, number: document.querySelector('[data-testid=big-number] strong').innerText };
    }
    return alert && { alert: alert.innerText.trim().split('\n')[0] };
  };
  const handle = await page.waitForFunction(one, undefined, { timeout: WITHIN, polling: 100 }).catch(() => undefined);
  if (!handle) return { problem: `nothing is said within ${WITHIN} ms: ${(await asked(page, () => (document.querySelector('main') ?? document.body).innerText).catch(({ message }) => message)).replace(/\s+/g, ' ').slice(0, 200)}` };
  const found = await handle.jsonValue();
  if (found.stopped) return { problem: 'the page has stopped' };
  if (found.alert) return { message: found.alert };
  const version = versions.find(({ script }) => script === found.script);
  if (!version) return { problem: `of no version: ${found.script}` };
  const others = versions.filter((other) => other !== version);
  const mixed = found.files.filter((file) => isHashed(file) && !version.own.has(file) && others.some(({ own }) => own.has(file)));
  if (mixed.length > 0) return { problem: `a mix: ${version.name} runs on ${mixed}` };
  const number = answers.get(version.name);
  if (number !== undefined && number !== found.number) return { problem: `a mix: ${version.name} says ${found.number}, and by itself ${number}` };
  return { version: version.name, number: found.number };
}

async function main() {
  const to = options.to || 'dist';
  const from = options.from || (await makeOther(to, join(work, 'from'), { mark: 'earlier' }));
  const versions = [['earlier', from], ['later', to]].map(([name, folder]) => ({ name, folder, script: scriptOf(folder), own: new Set(filesIn(folder).filter(isHashed)) }));
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
  const answers = new Map();
  const problems = [];
  const tally = { loads: 0, messages: 0, earlier: 0, later: 0 };
  try {
    // What each says by itself.
    for (const { name, folder } of versions) {
      const server = await host({ folder, headers });
      const page = await (await browser.newContext({ serviceWorkers: 'block' })).newPage();
      await page.goto(`${server.url}?v=1`);
      const { number, problem, message } = await ended(page, { versions, answers });
      if (!number) throw new Error(`${name}, ${folder}: ${problem ?? message}`);
      answers.set(name, number);
      await page.context().close();
      await server.close();
    }
    console.log(`earlier ${from} says ${answers.get('earlier')}, later ${to} says ${answers.get('later')}`);
    for (const order of options.orders.split(',')) await drill({ order, browser, versions, answers, problems, tally });
  } finally {
    await browser.close();
    rmSync(work, { recursive: true, force: true });
  }
  console.log(`\n${tally.loads} loads: ${tally.earlier} of the earlier version, ${tally.later} of the later one, ${tally.messages} messages, ${problems.length} failures`);
  if (problems.length > 0) process.exitCode = 1;
}

async function drill({ order, browser, versions, answers, problems, tally }) {
  const [earlier, later] = versions;
  const served = join(work, `served-${order}`);
  cpSync(earlier.folder, served, { recursive: true });
  const server = await host({ folder: served, headers });
  const { url } = server;
  const context = await browser.newContext({ serviceWorkers: 'allow', viewport: { width: 1280, height: 900 } });
  const tell = (where, problem) => {
    problems.push(`${where}: ${problem}`);
    console.log(`FAILED ${order}, ${where}: ${problem}`);
  };
  const look = async (page, where) => {
    const began = Date.now();
    const outcome = await ended(page, { versions, answers });
    if (options.loads) console.log(`${where}: ${outcome.problem ?? outcome.message ?? outcome.version}, ${Date.now() - began} ms`);
    tally.loads += 1;
    if (outcome.problem) tell(where, outcome.problem);
    else tally[outcome.version ?? 'messages'] += 1;
    return outcome;
  };

  // Kept by the earlier version: a page, a draft, rows; and a tab in the middle of a session.
  await textsBefore(context, url);
  const page = await context.newPage();
  await page.goto(`${url}?v=1`);
  await look(page, 'the first load');
  await asked(page, () => navigator.serviceWorker.ready.then(() => true));
  const tab = await context.newPage();
  await tab.goto(`${url}?v=1&present=1&session=1&step=1`);
  const guess = tab.getByRole('textbox', { name: /^Your guess/ });
  await guess.fill('60', { timeout: WITHIN });
  await guess.press('Enter');
  await tab.evaluate(() => (window.isSame = true));

  const copyOver = async (version, direction) => {
    const all = filesIn(version.folder);
    const ordered = order === 'copy' ? inOrderOfCopy(version.folder) : shuffled(all, numbersOf(Number(options.seed)));
    const different = ordered.filter((path) => !isSame(join(version.folder, path), join(served, path)));
    let at = 0;
    for (const path of different) {
      mkdirSync(dirname(join(served, path)), { recursive: true });
      cpSync(join(version.folder, path), join(served, path));
      at += 1;
      if (at % EVERY !== 0 && at !== different.length) continue;
      const where = `${direction}, after ${path} (${at} of ${different.length})`;
      // Who was here before.
      await page.reload({ waitUntil: 'commit' });
      await look(page, `${where}, who was here before`);
      // Who comes for the first time, and has nothing of either.
      const other = await browser.newContext({ serviceWorkers: 'block' });
      const first = await other.newPage();
      await first.goto(`${url}?v=1`, { waitUntil: 'commit' });
      await look(first, `${where}, who comes for the first time`);
      await other.close();
      if (!(await asked(tab, () => window.isSame).catch(() => false))) tell(where, 'the other tab was loaded again');
    }
    console.log(`${order}, ${direction}: ${different.length} files differ`);
    // What the version does not have is taken away, as by a tool that makes two folders the same.
    for (const path of filesIn(served).filter((path) => !all.includes(path))) rmSync(join(served, path));
    await page.reload({ waitUntil: 'commit' });
    await look(page, `${direction}, what is not of it taken away`);
    await use(page, version, direction);
  };

  /** The new version is offered, and taken in one tab; the other goes on. */
  const use = async (page, version, direction) => {
    const button = page.getByRole('button', { name: 'Use it now' });
    const now = await ended(page, { versions, answers });
    if (now.version !== version.name) {
      await asked(page, () => navigator.serviceWorker.ready.then((registration) => registration.update()).then(() => true)).catch(() => {});
      await button.click({ timeout: 3 * WITHIN }).catch(() => tell(direction, 'the other version is not offered'));
      await page.waitForFunction((script) => document.querySelector('script[type=module]')?.src.endsWith(script), version.script, { timeout: WITHIN }).catch(() => {});
    }
    const then = await look(page, `${direction}, taken`);
    if (then.version !== version.name) tell(direction, `it is not taken: ${JSON.stringify(then)}`);
    if (!(await asked(tab, () => window.isSame).catch(() => false))) tell(direction, 'the other tab was loaded again');
    await kept(page, direction);
  };

  const kept = async (page, direction) => {
    const p = new Person(page, url, WITHIN);
    for (const [what, query, test, text] of [
      ['pages', '?view=saved', 'saved-list', 'Kept before'],
      ['draft', '?view=note', 'note', 'Written before'],
      ['rows', '?view=gap', 'rows-in-use', '3 rows of your own'],
    ]) {
      await page.goto(`${url}${query}`);
      await p.expect(page.getByTestId(test)).toContainText(text).catch(() => tell(direction, `lost: ${what}`));
    }
    await page.goto(`${url}?v=1`);
    await ended(page, { versions, answers });
  };

  await copyOver(later, 'there');
  // The tab that was left alone is loaded now: its session is where it was.
  await tab.getByRole('button', { name: 'Use it now' }).click({ timeout: 3000 }).catch(() => tab.reload());
  await tab.getByRole('button', { name: 'Remove the guess 60%' }).first().waitFor({ timeout: WITHIN }).catch(() => tell('there', 'lost: the guess in the other tab'));
  await tab.evaluate(() => (window.isSame = true));
  await copyOver(earlier, 'back');
  await context.close();
  await server.close();
}

await main();
