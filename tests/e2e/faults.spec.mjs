// A cross-section of what `make faults` does: of each journey a call or two, each failing in its own way.

import { expect, test } from '@playwright/test';

import { textsBefore } from '../faults/support/before.mjs';
import { JOURNEYS } from '../faults/support/journeys.mjs';
import { PATIENCE, run } from '../faults/support/run.mjs';

/** The journey, the kind of call, the number of the call, what happens to it, and what the page says; nothing where it goes on without. */
const SOME = [
  ['the first answer', 'fetch', 1, 'refuses from then on', 'The tool is not running.'],
  ['the first answer', 'wasm', 1, 'refuses', 'The tool is not running.'],
  ['a place and a need', 'fetch', 2, 'is late'],
  ['saved pages', 'localStorage.setItem', 1, 'refuses from then on', 'does not let the page keep anything'],
  ['saved pages', 'localStorage.getItem', 2, 'refuses', 'does not let the page keep anything'],
  ['saved pages', 'localStorage.getItem', 1, 'refuses from then on', 'did not let the page read its saved pages'],
  ['rows of one’s own, kept under a name', 'indexedDB.transaction readwrite', 1, 'refuses', 'There is no room left for this table.'],
  ['rows of one’s own, kept under a name', 'localStorage.getItem', 2, 'refuses from then on', 'does not let the page read what it keeps'],
  ['rows of one’s own, kept under a name', 'indexedDB.transaction readonly', 2, 'refuses'],
  ['a long table from a file', 'worker.postMessage', 2, 'refuses', 'most likely for want of memory'],
  ['a long table from a file', 'worker that ends', 1, 'refuses', 'most likely for want of memory'],
  ['an official file', 'cache.put', 1, 'refuses', 'does not let the page keep the file'],
  ['a note', 'createObjectURL', 1, 'refuses'],
  ['passing it on', 'clipboard', 1, 'refuses from then on', 'Copy this link'],
  ['passing it on', 'canvas', 1, 'outlives its view'],
  ['a session', 'sessionStorage.setItem', 1, 'refuses'],
  ['another part', 'history.pushState', 1, 'refuses'],
];

let texts;
test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  texts = await textsBefore(context, baseURL);
  await context.close();
});

test('each journey is one that there is', () => {
  expect(SOME.map(([name]) => name).filter((name) => !(name in JOURNEYS))).toEqual([]);
});

for (const [name, kind, n, fault, says] of SOME) {
  test(`${name}: ${kind} ${n} ${fault}`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const given = { url: baseURL, texts, plan: { name, kind, n, what: '', fault }, lines: new Set() };
    let outcome = await run(browser, { ...given, patience: PATIENCE });
    if (outcome.problems.length > 0) outcome = await run(browser, { ...given, patience: 4 * PATIENCE });
    expect(outcome.isHit, 'the call was made').toBe(true);
    expect(outcome.problems).toEqual([]);
    if (says) expect(outcome.said.join('\n')).toContain(says);
  });
}
