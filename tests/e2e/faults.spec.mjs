// A cross-section of what `make faults` does: of each journey a call or two, each failing in its own way.

import { expect, test } from '@playwright/test';

import { textsBefore } from '../faults/support/before.mjs';
import { JOURNEYS } from '../faults/support/journeys.mjs';
import { PATIENCE, run } from '../faults/support/run.mjs';

/** The journey, the kind of call, the number of the call, and what happens to it. */
const SOME = [
  ['the first answer', 'fetch', 1, 'refuses from then on'],
  ['the first answer', 'wasm', 1, 'refuses'],
  ['a place and a need', 'fetch', 2, 'is late'],
  ['saved pages', 'localStorage.setItem', 1, 'refuses from then on'],
  ['rows of one’s own, kept under a name', 'indexedDB.transaction readwrite', 1, 'refuses'],
  ['a long table from a file', 'worker that ends', 1, 'refuses'],
  ['an official file', 'cache.put', 1, 'refuses'],
  ['a note', 'createObjectURL', 1, 'refuses'],
  ['passing it on', 'clipboard', 1, 'refuses from then on'],
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

for (const [name, kind, n, fault] of SOME) {
  test(`${name}: ${kind} ${n} ${fault}`, async ({ browser, baseURL }) => {
    test.setTimeout(180_000);
    const given = { url: baseURL, texts, plan: { name, kind, n, what: '', fault }, lines: new Set() };
    let outcome = await run(browser, { ...given, patience: PATIENCE });
    if (outcome.problems.length > 0) outcome = await run(browser, { ...given, patience: 4 * PATIENCE });
    expect(outcome.isHit, 'the call was made').toBe(true);
    expect(outcome.problems).toEqual([]);
  });
}
