// Long tables apart from the page: joined to another, with limits and groups, and spreadsheets with too much in them. Each can be
// stopped, and what was in use before stays.

import { writeFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { LongRows, forbidWorkers, watchAnswers } from './support/long-rows.mjs';
import { openFolds } from './support/page.mjs';
import { evaluate, saved } from './support/results.mjs';
import { tooLong, unpacksWithoutEnd } from './support/workbook.mjs';

test.beforeEach(({ page }) => openFolds(page));

const SHORT = 'name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\nD,10,1100,84.4\nE,5,1000,85.9\n';

/** The code of a general practice. */
const practice = (at) => `${'ABCDEFGHJK'[Math.floor(at / 90_000)]}${String(10_000 + (at % 90_000))}`;
const index = (count) => `Practice code,IMD score,List size,Smoking rate\n${Array.from({ length: count }, (_, at) => `${practice(at)},${((at * 37) % 800) / 10},${2000 + ((at * 91) % 9000)},${10 + (at % 13)}\n`).join('')}`;
const values = (count, from = 0) => `Practice code,Uptake (%)\n${Array.from({ length: count }, (_, at) => `${practice(from + at)},${30 + ((at * 53) % 600) / 10}\n`).join('')}`;

const STOPPED = 'Reading was stopped. The rows from before are still in use.';

/** Brings a table and keeps it under a name. */
async function keeps(app, text, info, name, rows) {
  await app.choose(text, info, `${name}.csv`);
  await app.isRight();
  await expect(app.inUse).toHaveText(`In use: ${rows} rows of your own.`, { timeout: 60_000 });
  await app.keep(name);
}

/** Brings a table without deprivation and joins it to one that is kept. */
async function joins(app, text, info, other) {
  await app.choose(text, info, 'values.csv');
  await expect(app.joins).toBeVisible({ timeout: 60_000 });
  await app.joins.getByRole('button', { name: `Join to “${other}”` }).click();
}

/** What evaluate says of each join, by the rows that find a partner: the same with a worker and without. */
const headlines = {};

for (const hasWorkers of [true, false]) {
  test(`long tables are joined, whichever of the two is long${hasWorkers ? '' : ', also where no worker is allowed'}`, async ({ page }, info) => {
    test.setTimeout(240_000);
    if (!hasWorkers) await forbidWorkers(page);
    const app = new LongRows(page);
    await app.openRows();
    await keeps(app, index(8000), info, 'Long index', '8,000');
    await keeps(app, index(300), info, 'Short index', '300');
    const ways = [
      // Of the values, and of those that find a partner.
      { other: 'Short index', own: 8000, joined: 300, left: '7,700 rows are left out' },
      { other: 'Long index', own: 300, from: 7900, joined: 100, left: '200 rows are left out' },
      { other: 'Long index', own: 9000, joined: 8000, left: '1,000 rows are left out' },
    ];
    for (const { other, own, from, joined, left } of ways) {
      const text = values(own, from);
      const longest = await watchAnswers(page);
      await joins(app, text, info, other);
      await expect(app.warnings).toContainText(`“${other}” does not have their codes`, { timeout: 60_000 });
      await expect(app.warnings).toContainText(left);
      await app.isRight();
      await expect(app.inUse).toHaveText(`In use: ${joined.toLocaleString('en-GB')} rows of your own.`, { timeout: 60_000 });
      info.annotations.push({ type: 'measured', description: `${own} joined to ${other}: longest block ${await longest()} ms` });
      const [one, another] = [info.outputPath('own.csv'), info.outputPath('other.csv')];
      writeFileSync(one, text);
      writeFileSync(another, index(other === 'Long index' ? 8000 : 300));
      headlines[joined] ??= evaluate('view=gap', one, another).says.rows_headline;
      await expect(app.answer).toContainText(headlines[joined]);
    }
  });
}

test('a join is stopped, and what was there before stays', async ({ page }, info) => {
  test.setTimeout(240_000);
  const app = new LongRows(page);
  await app.openRows();
  await keeps(app, index(8000), info, 'Long index', '8,000');
  const headline = await app.answer.innerText();
  await joins(app, values(400_000), info, 'Long index');
  await app.stop.click();
  await expect(app.outcome).toHaveText(STOPPED);
  await expect(app.progress).toBeHidden();
  await expect(app.inUse).toHaveText('In use: 8,000 rows of your own.');
  expect(await app.answer.innerText()).toBe(headline);
});

/** Areas by period and sex, with limits. */
function grouped(areas) {
  const lines = ['Area,Period,Sex,IMD score,Population,Rate,Lower 95% limit,Upper 95% limit'];
  for (const [period, year] of ['2018 - 20', '2019 - 21', '2020 - 22'].entries()) {
    for (const [sex, name] of ['Male', 'Female'].entries()) {
      for (let at = 0; at < areas; at += 1) {
        const score = ((at * 37) % 800) / 10;
        const rate = 200 - 20 * sex + (1 + period / 10) * score + ((at * 53) % 97) / 3;
        lines.push([`Area ${at}`, year, name, score, 1000 + ((at * 91) % 700), ...[rate, rate * 0.9, rate * 1.11].map((value) => value.toFixed(2))].join());
      }
    }
  }
  return `${lines.join('\n')}\n`;
}

test('periods, sexes and limits of a long table are those that evaluate gives', async ({ page }, info) => {
  test.setTimeout(240_000);
  const app = new LongRows(page);
  await app.openRows();
  const text = grouped(2000);
  await app.choose(text, info);
  const asks = (name) => page.getByRole('combobox', { name: new RegExp(`Which “${name}” is meant`) });
  await asks('Period').selectOption('each of them: one result for each', { timeout: 60_000 });
  await asks('Sex').selectOption('Male', { timeout: 60_000 });
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 2,000 rows of your own.', { timeout: 60_000 });
  const file = info.outputPath('grouped.csv');
  writeFileSync(file, text);
  const printed = evaluate('view=gap&rows-by=Period&filter=Sex:Male', file);
  expect(printed.rows.by.groups).toHaveLength(3);
  await expect(page.getByTestId('comparison')).toHaveText(printed.rows.by.comparison, { timeout: 60_000 });
  await expect(app.answer).toContainText(printed.says.rows_headline);
  // All of it to the last bit, each period with its limits.
  const { rows } = JSON.parse((await saved(page, 'Download all results: For a program (JSON)')).text);
  expect(rows.by).toEqual(printed.rows.by);
  expect(rows.before).toEqual(printed.rows.before);
  expect(rows.limits_by_draws).toEqual(printed.rows.limits_by_draws);
  expect(printed.rows.by.groups.every((group) => group.sii_lower < group.sii_upper)).toBe(true);

  // Another choice is read anew, and can be stopped.
  const headline = await app.answer.innerText();
  await app.choose(grouped(60_000), info, 'longer.csv');
  await expect(app.progress).toContainText(/Reading: [1-9]/, { timeout: 60_000 });
  await app.stop.click();
  await expect(app.outcome).toHaveText(STOPPED);
  await expect(app.inUse).toHaveText('In use: 2,000 rows of your own.');
  expect(await app.answer.innerText()).toBe(headline);
});

const SPREADSHEETS = [
  { what: 'unpacks without end', make: unpacksWithoutEnd, says: 'This file unpacks to far more than a table needs, so it was not read.' },
  { what: 'unpacks to 200 MB with more rows than can be read', make: tooLong, says: 'The sheet has more than 1,000,000 rows.', tag: '@slow' },
];

for (const { what, make, says, tag = [] } of SPREADSHEETS) {
  test(`a spreadsheet that ${what} ends with a message, and nothing is lost`, { tag }, async ({ page }, info) => {
    test.setTimeout(240_000);
    const app = new LongRows(page);
    await app.openRows();
    await app.bring(SHORT);
    await app.isRight();
    await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
    const headline = await app.answer.innerText();
    const bytes = make();
    const longest = await watchAnswers(page);
    const worker = page.waitForEvent('worker');
    await app.choose(bytes, info, 'large.xlsx');
    await worker;
    await expect(app.error).toContainText(says, { timeout: 120_000 });
    await expect(app.error).toBeFocused();
    info.annotations.push({ type: 'measured', description: `${bytes.length} bytes: longest block ${await longest()} ms` });
    await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
    expect(await app.answer.innerText()).toBe(headline);
    await app.choose(bytes, info, 'again.xlsx');
    await app.stop.click();
    await expect(app.outcome).toHaveText(STOPPED);
    await expect(app.rows).toHaveValue(SHORT);
    await page.reload();
    await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
  });
}
