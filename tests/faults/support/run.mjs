// One journey with one call failing, and what has to hold of it.

import { lost, putThere } from './before.mjs';
import { FAULTS, LATE, breakCalls } from './layer.mjs';
import { JOURNEYS, Person } from './journeys.mjs';

/** Milliseconds that a person waits for what they asked for, and who has the patience to look again. */
export const PATIENCE = 4_000;
const STOPPED = 'Sorry, this page has stopped working';
const NOT_RUNNING = 'The tool is not running.';
/** What the page says where something went wrong. */
const IS_WORD = /\b(?:not|nothing|cannot|could not|no room|try again|again|until you close|by hand|copy this|removed|too|stopped|problem|damaged)\b|n’t/i;

/** The lines of text on the page, with what a field holds for copying by hand. */
const linesOf = (page) =>
  page.evaluate(() => document.body?.innerText.split('\n').map((line) => line.trim()).filter(Boolean) ?? []).catch(() => []);

async function begin(browser, { url, texts, name, plan, patience }) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
  const page = await context.newPage();
  const { before } = JOURNEYS[name];
  await putThere(page, url, texts, before);
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.addInitScript(breakCalls, { plan, late: LATE });
  return { context, page, errors, p: new Person(page, url, patience) };
}

/** Counts the calls of a journey: each with its kind, what it is about, and whether it can wait. Also what the page says meanwhile. */
export async function count(browser, { url, texts, name }) {
  const { context, page, errors, p } = await begin(browser, { url, texts, name, patience: 60_000 });
  try {
    const lines = new Set();
    const told = [];
    for (const [at, [, act]] of JOURNEYS[name].steps.entries()) {
      await act(p, false).catch(async (error) => {
        throw new Error(`${error.message.split('\n')[0]}; the page: ${(await linesOf(page)).join(' / ')}`);
      });
      // What follows an answer belongs to it.
      await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => {});
      for (const line of await linesOf(page)) lines.add(line);
      const all = await page.evaluate(() => faults.state.told);
      told.push(...all.slice(told.length).map(([kind, what, canWait]) => ({ kind, what, canWait, at })));
    }
    if (errors.length > 0) throw new Error(`${name}, with nothing failing: ${errors.join('; ')}`);
    const gone = await lost(page, url, JOURNEYS[name].before, true);
    if (gone.length > 0) throw new Error(`${name}, with nothing failing, lost ${gone}`);
    return { told, lines };
  } finally {
    await context.close();
  }
}

/** What a call is about, without what differs from visit to visit; the pieces of the program are one like another. */
const kindOfThing = (what) => what.replace(/^http.*\//, '').replace(/(?:shared|chunk)_\d+/, 'piece').replace(/\d{5,}.*$|-[0-9a-f]{16}/g, '');
/** What every load of the page does alike, whichever view it opens. */
const IS_OF_LOAD = /^(?:fetch|response|wasm|serviceWorker|caches|cache|sessionStorage|history)/;

/**
 * All that can happen to the calls that were counted. With `isDistinct` the same thing asked for again in the same step is left out,
 * and what a load of the page asks for is failed in one journey for all.
 */
export function plansOf(journeys, isDistinct) {
  const seen = new Set();
  return [...journeys].flatMap(([name, told]) => {
    const numbers = {};
    return told.flatMap(({ kind, what, canWait, at }) => {
      const n = (numbers[kind] = (numbers[kind] ?? 0) + 1);
      const isLoad = (at === 0 || JOURNEYS[name].steps[at][2]?.isKept) && IS_OF_LOAD.test(kind);
      const key = [isLoad ? 'load' : `${name} ${at}`, kind, kindOfThing(what)].join(' ');
      if (isDistinct && seen.has(key)) return [];
      seen.add(key);
      return (canWait ? FAULTS : FAULTS.slice(0, 2)).map((fault) => ({ name, kind, n, what, fault, at }));
    });
  });
}

/** Whether the page is one: something to read, and nothing in it that is still on its way for good. */
async function looks(page) {
  const lines = await linesOf(page);
  if (lines.join(' ').length < 40) return 'a blank page';
  if (lines.some((line) => line.startsWith(STOPPED))) return STOPPED;
  return undefined;
}

/** Does a step again, and what the page offers for that. */
async function again(p, act, isAgain) {
  // What opens the page presses it by itself.
  await act(p, isAgain).catch(async (error) => {
    if (!(await p.tryAgain())) throw error;
    await act(p, true);
  });
}

/** Goes on with a journey from a step, which is done again. */
async function goOn(p, steps, from, isAgain) {
  for (const [at, [, act]] of steps.entries()) {
    if (at >= from) await again(p, act, isAgain && at === from);
  }
}

/** Leaves for another view when the call that is held has been met, lets it go there, and comes back. */
async function outlive(p, act, isAgain, problems) {
  const { page } = p;
  let isDone = false;
  const doing = act(p, isAgain).catch(() => {}).finally(() => (isDone = true));
  const isMet = () => page.evaluate(() => globalThis.faults?.state.isHit === true).catch(() => false);
  while (!isDone && !(await isMet())) await page.waitForTimeout(50);
  if (!(await isMet())) return doing.then(() => false);
  const isRunning = await page.locator('#starting').count().then((count) => count === 0, () => false);
  if (!isRunning) {
    // There is no view yet that could be left.
    await page.evaluate(() => faults.end()).catch(() => {});
    await doing;
    return true;
  }
  // A view may need the very piece of the program that is held; what must not wait for one is everything else.
  const isPiece = await page.evaluate(() => /\.wasm$|^instantiateStreaming$/.test(faults.state.what));
  await page.evaluate(() => {
    faults.raw['History.pushState'].call(history, 4242, '', '?view=about');
    dispatchEvent(new PopStateEvent('popstate', { state: 4242 }));
  });
  if (isPiece) await page.waitForTimeout(400);
  else await page.getByRole('heading', { level: 1, name: 'About this tool' }).waitFor({ timeout: 3 * p.timeout }).catch(() => problems.push('another view cannot be opened meanwhile'));
  await page.evaluate(() => faults.end());
  await page.waitForTimeout(400);
  const looked = await looks(page);
  if (looked) problems.push(`after it was left: ${looked}`);
  await doing;
  await page.goBack().catch(() => {});
  await page.waitForTimeout(100);
  return true;
}

/** Runs a journey with one call failing. What comes back says what did not hold, and what the page said. */
export async function run(browser, { plan, patience = PATIENCE, ...rest }) {
  let context;
  let timer;
  const isTooLate = new Promise((done) => (timer = setTimeout(done, 40 * patience)));
  const hangs = isTooLate.then(() => ({ ...plan, problems: ['it never ends'], said: [], failedAt: '', isHit: true }));
  try {
    return await Promise.race([hangs, runThrough(browser, { plan, patience, ...rest }, (made) => (context = made))]);
  } finally {
    clearTimeout(timer);
    await context?.close().catch(() => {});
  }
}

async function runThrough(browser, { url, texts, plan, lines, patience }, onContext) {
  const { name, fault } = plan;
  const { steps, before } = JOURNEYS[name];
  const { context, page, errors, p } = await begin(browser, { url, texts, name, plan, patience });
  onContext(context);
  const problems = [];
  const said = new Set();
  const listen = async () => {
    for (const line of await linesOf(page)) if (!lines.has(line) && IS_WORD.test(line)) said.add(line);
  };
  let failedAt;
  for (const [at, [, act]] of steps.entries()) {
    let hasFailed;
    if (fault === 'outlives its view') {
      if (await outlive(p, act, false, problems)) {
        // It is asked for again, and all that follows.
        await goOn(p, steps, at, true).catch((error) => problems.push(`cannot be done after coming back: ${steps[at][0]}: ${error.message.split('\n')[0]}`));
        break;
      }
      continue;
    }
    await act(p, false).catch((error) => (hasFailed = error.message.split('\n')[0]));
    await listen();
    const looked = await looks(page);
    if (looked) problems.push(`${looked}, at: ${steps[at][0]}`);
    if (!hasFailed) continue;
    failedAt = steps[at][0];
    if (said.size === 0) problems.push(`nothing is said, at: ${failedAt} (${hasFailed})`);
    // The fault is over. What failed is tried again; what was not kept has to be made again.
    await page.evaluate(() => faults.end()).catch(() => {});
    const from = steps[at][2]?.isKept ? 0 : at;
    let isReached = true;
    await goOn(p, steps, from, from === at).catch((error) => {
      isReached = false;
      problems.push(`cannot be reached by trying again: ${failedAt}: ${error.message.split('\n')[0]}`);
    });
    if (!isReached) await listen();
    break;
  }
  const looked = await looks(page);
  if (looked) problems.push(`at the end: ${looked}`);
  // What stops the start is thrown on after it was shown.
  const shown = [...said].some((line) => line.includes(NOT_RUNNING));
  if (errors.length > 0 && !shown) problems.push(`uncaught: ${[...new Set(errors)].join('; ')}`);
  const gone = await lost(page, url, before, name === 'an official file');
  if (gone.length > 0) problems.push(`lost: ${gone.join(', ')}`);
  const isHit = await page.evaluate(() => faults.state.isHit).catch(() => true);
  return { ...plan, problems, said: [...said], failedAt, isHit };
}
