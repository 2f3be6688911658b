// Tables longer than the pictures can show, made by a rule and brought as a person brings them.

import { writeFileSync } from 'node:fs';

import { expect } from '@playwright/test';

import { watchMainThread } from './main-thread.mjs';
import { OwnRows } from './own-rows.mjs';

/** Rows by a rule, so that none has to be kept; many share a score. */
export function makeRows(count) {
  const f = (i, k) => ((i * 7919 + k * 104729) % 9973) / 9973;
  return Array.from({ length: count }, (_, i) => {
    const score = Math.round(800 * f(i, 1)) / 10;
    const value = Math.round(100 * (100 + 1.5 * score + 60 * f(i, 3) * f(i, 4))) / 100;
    return { score, people: 500 + Math.floor(2000 * f(i, 2)), value };
  });
}

export const textOf = (rows) => ['IMD score,Population,Rate of deaths', ...rows.map(({ score, people, value }) => `${score},${people},${value}`), ''].join('\n');

/** The line at its most and its least deprived end, by the textbook. */
export function ends(rows) {
  const sum = (list) => list.reduce((all, value) => all + value, 0);
  const byScore = new Map();
  for (const row of rows) byScore.set(row.score, (byScore.get(row.score) ?? 0) + row.people);
  const all = sum([...byScore.values()]);
  let before = 0;
  const rank = new Map();
  for (const score of [...byScore.keys()].sort((a, b) => b - a)) {
    rank.set(score, (before + byScore.get(score) / 2) / all);
    before += byScore.get(score);
  }
  const mean = sum(rows.map(({ people, value }) => people * value)) / all;
  const over = (part) => sum(rows.map((row) => (row.people / all) * (rank.get(row.score) - 0.5) * part(row)));
  const slope = over(({ value }) => value - mean) / over(({ score }) => rank.get(score) - 0.5);
  return { most: mean - slope / 2, least: mean + slope / 2 };
}

/**
 * Begins to measure for how long the page's own work keeps it from answering; the promise ends with the longest time, in milliseconds
 * of the processor: what else the machine does is not the page's.
 */
export async function watchAnswers(page) {
  const stop = await watchMainThread(page);
  return async () => Math.round((await stop()).longest);
}

/** Begins to write down how far the page says that reading is; the promise ends with all of that, in per cent. */
export async function watchProgress(page) {
  await page.evaluate(() => {
    globalThis.told = [];
    new MutationObserver(() => {
      const [, share] = document.querySelector('[data-testid="rows-progress"]')?.textContent.match(/Reading: (\d+)%/) ?? [];
      if (share && globalThis.told.at(-1) !== Number(share)) globalThis.told.push(Number(share));
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => globalThis.told);
}

export class LongRows extends OwnRows {
  constructor(page) {
    super(page);
    this.file = page.getByLabel('Or choose a file');
    this.progress = page.getByTestId('rows-progress');
    this.outcome = page.getByTestId('rows-outcome');
    this.stop = page.getByRole('button', { name: 'Stop reading' });
  }

  async choose(text, info, name = 'rows.csv') {
    const path = info.outputPath(name);
    writeFileSync(path, text);
    await this.file.setInputFiles(path);
  }

  async expectLine({ most, least }) {
    await expect(this.answer).toContainText(`from ${least.toFixed(1)} to ${most.toFixed(1)}`);
  }
}

/** As in a browser or a frame that allows no workers. */
export const forbidWorkers = (page) => page.addInitScript(() => {
  globalThis.Worker = class {
    constructor() {
      throw new DOMException('not here', 'SecurityError');
    }
  };
});
