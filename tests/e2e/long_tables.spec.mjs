// Tables longer than the pictures can show: read apart from the page, with progress and a stop, while the page answers.

import { closeSync, ftruncateSync, openSync, writeFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { host } from './support/host.mjs';
import { LongRows, ends, forbidWorkers, makeRows, textOf, watchAnswers, watchProgress } from './support/long-rows.mjs';
import { openFolds } from './support/page.mjs';
import { saved } from './support/results.mjs';

// A recording of the test is work of the page too.
test.use({ trace: 'off' });

test.beforeEach(({ page }) => openFolds(page));

/** Milliseconds within which the page answers. */
const ANSWERS_WITHIN = 100;

const SHORT = 'name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\nD,10,1100,84.4\nE,5,1000,85.9\n';

async function readsLong(app, page, info, count) {
  const rows = makeRows(count);
  await app.openRows();
  const longest = await watchAnswers(page);
  const told = await watchProgress(page);
  const start = Date.now();
  await app.choose(textOf(rows), info);
  await expect(app.progress).toContainText(/Reading: [1-9]\d?%/, { timeout: 60_000 });
  await expect(app.inUse).toHaveText(`In use: ${count.toLocaleString('en-GB')} rows of your own.`, { timeout: 200_000 });
  const took = Date.now() - start;
  await app.expectLine(ends(rows));
  await expect(page.getByRole('figure').filter({ hasText: 'rows are too many to show' })).toBeVisible();
  await expect(app.progress).toBeHidden();
  // Reading goes on, and to its end: no share is over the whole, and none falls.
  const shares = await told();
  expect(shares.at(-1)).toBeLessThanOrEqual(100);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  const block = await longest();
  info.annotations.push({ type: 'measured', description: `${count} rows: ${took} ms, longest block ${block} ms` });
  console.log(info.annotations.at(-1).description);
  expect(block).toBeLessThan(ANSWERS_WITHIN);
  return rows;
}

test('a block of the page is seen', async ({ page }) => {
  const app = new LongRows(page);
  await app.openRows();
  const longest = await watchAnswers(page);
  await page.evaluate(() => new Promise((done) => {
    setTimeout(() => {
      for (const end = performance.now() + 1000; performance.now() < end;);
      done();
    });
  }));
  expect(await longest()).toBeGreaterThan(ANSWERS_WITHIN);
});

test('a table of 200,000 rows is read while the page answers, and measured whole', async ({ page }, info) => {
  test.setTimeout(240_000);
  const app = new LongRows(page);
  const rows = await readsLong(app, page, info, 200_000);
  const { most, least } = ends(rows);
  // What is chosen later is measured there too.
  const longest = await watchAnswers(page);
  await page.getByRole('textbox', { name: 'Cut this slope by' }).fill('50');
  await expect(page.getByRole('row', { name: /^Slope index/ }).first()).toContainText(((most - least) / 2).toFixed(1), { timeout: 60_000 });
  expect(await longest()).toBeLessThan(ANSWERS_WITHIN);

  // The file says what the dots are, and has every measure of all rows.
  const { text } = await saved(page, 'Download all results: For a program (JSON)');
  const results = JSON.parse(text).rows;
  expect(results.rows_measured).toBe(200_000);
  expect(results.before.most_deprived_end).toBeCloseTo(most, 8);
  expect(results.before.least_deprived_end).toBeCloseTo(least, 8);
  expect(results.rows).toHaveLength(200);
  expect(results.rows[0].rows).toEqual([1, 1000]);
});

test('a million rows are read while the page answers', { tag: '@slow' }, async ({ page }, info) => {
  test.setTimeout(400_000);
  const app = new LongRows(page);
  await readsLong(app, page, info, 1_000_000);
});

test('reading is stopped at once, and what was there before stays', async ({ page }, info) => {
  test.setTimeout(120_000);
  const app = new LongRows(page);
  await app.openRows();
  await app.bring(SHORT);
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
  const headline = await app.answer.innerText();
  await app.choose(textOf(makeRows(400_000)), info);
  await expect(app.stop).toBeFocused();
  await expect(app.progress).toContainText(/Reading: [1-9]/, { timeout: 60_000 });
  await page.keyboard.press('Enter');
  await expect(app.outcome).toHaveText('Reading was stopped. The rows from before are still in use.');
  await expect(app.outcome).toBeFocused();
  await expect(app.progress).toBeHidden();
  expect(await app.answer.innerText()).toBe(headline);
  await expect(app.rows).toHaveValue(SHORT);
  await page.reload();
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
});

test('a long table is pasted, corrected, kept under a name and used again', async ({ page }, info) => {
  test.setTimeout(180_000);
  const app = new LongRows(page);
  await app.openRows();
  const rows = makeRows(8000);
  // Nothing says which end of a quintile is deprived.
  const group = ({ score }) => Math.min(5, 1 + Math.floor(score / 16));
  const text = ['quintile,people,rate', ...rows.map((row) => `${group(row)},${row.people},${row.value}`), ''].join('\n');
  await app.rows.focus();
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
  await page.getByRole('combobox', { name: /Which end of “quintile” is the most deprived/ }).selectOption('5 is most deprived');
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 8,000 rows of your own.');
  await expect(app.rows).toHaveValue('');
  await app.expectLine(ends(rows.map((row) => ({ ...row, score: group(row) }))));
  await expect(app.outcome).toContainText('too many to be kept for your next visit by themselves');
  const headline = await app.answer.innerText();
  await app.keep('Many rows');

  // From view to view it stays; on the next visit the built-in rows are there, and the table in the list.
  await page.getByRole('contentinfo').getByRole('link', { name: 'Figures' }).click();
  await page.goBack();
  await expect(app.inUse).toHaveText('In use: 8,000 rows of your own.');
  await page.reload();
  await expect(app.inUse).toContainText('built-in rows');
  await app.tables.getByRole('button', { name: 'Use “Many rows”' }).click();
  await expect(app.inUse).toHaveText('In use: 8,000 rows of your own.');
  expect(await app.answer.innerText()).toBe(headline);
  await page.getByRole('button', { name: 'Go back to the built-in rows' }).click();
  await expect(app.inUse).toContainText('built-in rows');
});

test('where no worker is allowed a long table is read in slices on the page', async ({ page }, info) => {
  test.setTimeout(240_000);
  await forbidWorkers(page);
  const app = new LongRows(page);
  await readsLong(app, page, info, 50_000);
  // It can be stopped there too.
  await app.choose(textOf(makeRows(200_000)), info);
  await expect(app.progress).toContainText(/Reading: [1-9]/, { timeout: 60_000 });
  await app.stop.click();
  await expect(app.outcome).toHaveText('Reading was stopped. The rows from before are still in use.');
  await expect(app.inUse).toHaveText('In use: 50,000 rows of your own.');
});

test('a million rows are read on the page where no worker is allowed, and stopped', { tag: '@slow' }, async ({ page }, info) => {
  test.setTimeout(900_000);
  await forbidWorkers(page);
  const app = new LongRows(page);
  const rows = await readsLong(app, page, info, 1_000_000);
  await app.choose(textOf(rows), info, 'again.csv');
  await expect(app.progress).toContainText(/Reading: [1-9]/, { timeout: 60_000 });
  const stopped = Date.now();
  await app.stop.click();
  await expect(app.outcome).toHaveText('Reading was stopped. The rows from before are still in use.');
  expect(Date.now() - stopped).toBeLessThan(5000);
  await expect(app.inUse).toHaveText('In use: 1,000,000 rows of your own.');
});

test('in a sandbox without an origin of its own a long table is read', async ({ page }, info) => {
  test.setTimeout(120_000);
  const tool = await host({ headers: { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' } });
  const site = await host({ pages: { '/': `<iframe title="Tool" sandbox="allow-scripts" width="900" height="1200" src="${tool.url}?v=1&view=gap"></iframe>` } });
  try {
    await page.goto(site.origin);
    const frame = page.frameLocator('iframe');
    const rows = makeRows(20_000);
    const path = info.outputPath('rows.csv');
    writeFileSync(path, textOf(rows));
    await frame.getByText('Bring your own rows').first().click();
    await frame.getByLabel('Or choose a file').setInputFiles(path);
    await expect(frame.getByTestId('rows-in-use')).toHaveText('In use: 20,000 rows of your own.', { timeout: 60_000 });
    const { most, least } = ends(rows);
    await expect(frame.getByTestId('gap-answer')).toContainText(`from ${least.toFixed(1)} to ${most.toFixed(1)}`);
  } finally {
    await tool.close();
    await site.close();
  }
});

test('what is too long is refused before it is read, or as soon as that is known', async ({ page }, info) => {
  test.setTimeout(180_000);
  const app = new LongRows(page);
  await app.openRows();
  const path = info.outputPath('large.csv');
  const file = openSync(path, 'w');
  ftruncateSync(file, 200_000_000);
  closeSync(file);
  await app.file.setInputFiles(path);
  await expect(app.error).toContainText('This is more than 100 MB.');
  await expect(app.error).toBeFocused();
  await app.choose(`IMD score,Rate\n${'1,2\n'.repeat(1_000_001)}`, info);
  await expect(app.error).toContainText('There are more than 1,000,000 rows.', { timeout: 60_000 });
  await expect(app.inUse).toContainText('built-in rows');
});
