// Measures of inequality: the built-in rows, own rows, settings, links, files and what goes wrong.

import { writeFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { OwnRows } from './support/own-rows.mjs';
import { openFolds } from './support/page.mjs';
import { evaluate, saved } from './support/results.mjs';

test.beforeEach(({ page }) => openFolds(page));

const ROWS = 'name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\nD,10,1100,84.4\nE,5,1000,85.9\n';
const COUNTS = 'name,rank,events,people\nA,1,120,1500\nB,2,101,1620\nC,3,88,1480\nD,4,70,1555\nE,5,61,1610\n';

class Gap extends OwnRows {
  constructor(page) {
    super(page);
    this.section = page.getByRole('region', { name: 'How wide is the gap now?' });
    this.cut = page.getByRole('textbox', { name: 'Cut this slope by' });
    this.before = page.getByRole('table', { name: 'Before and after' });
    this.sure = page.getByRole('table', { name: 'How sure is the slope?' });
  }

  openGap(query = '') {
    return this.openRows(query);
  }

  /** Brings rows and, where something about them was guessed, says that this is right. */
  async bring(text) {
    await super.bring(text);
    await this.isRight();
  }
}

for (const width of [1280, 375]) {
  test(`from the built-in rows to one's own and back at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Gap(page);
    await app.openGap();
    await expect(app.answer).toContainText('rises by 95.0, from 42.2 to 137.2. That is 3.25 times as high.');
    await expect(page.getByText(/^Source: Office for Health Improvement and Disparities/)).toBeVisible();
    await expect(app.before.getByRole('row', { name: /^Slope index/ })).toContainText('76.0');
    await app.cut.fill('50');
    await expect(app.before.getByRole('row', { name: /^Slope index/ })).toContainText('47.5');
    await app.expectQuery('view=gap&measure-cut=50');

    await page.getByRole('link', { name: 'Bring your own rows' }).click();
    await expect(app.rows).toBeFocused();
    await app.bring(ROWS);
    await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
    await page.getByRole('combobox', { name: 'A higher value is' }).selectOption('better, like years of life');
    await expect(app.answer).toContainText('From the most to the least deprived end, “value” rises by');
    await app.expectQuery('view=gap&measure-value=number&measure-more=better&measure-cut=50');
    await expect(app.section.getByRole('figure')).toContainText('The scale up does not begin at 0');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);

    await page.reload();
    await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
    await page.getByRole('button', { name: 'Go back to the built-in rows' }).click();
    await expect(app.inUse).toContainText('the 20 built-in rows');
    await expect(app.answer).toContainText('rises by 95.0');
    await page.reload();
    await expect(app.inUse).toContainText('the 20 built-in rows');
  });
}

test('a file of events and people is measured as rates with limits and drawn intervals, as evaluate does', async ({ page }, info) => {
  test.setTimeout(120_000);
  const app = new Gap(page);
  await app.openGap();
  await page.getByLabel('Or choose a file (CSV, TSV, Excel .xlsx or .ods)').setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from(COUNTS) });
  await app.isRight();
  await expect(page.getByTestId('rows-outcome')).toContainText('5 rows are in use.');
  await app.expectQuery('view=gap&measure-value=rate&measure-order=rank');
  await expect(app.sure.getByRole('row', { name: /^SII, by draws/ })).toContainText(/\d to [\d,.]+/, { timeout: 20_000 });
  await expect(app.section.getByRole('figure')).toContainText('how sure its value is');
  const file = info.outputPath('rows.csv');
  writeFileSync(file, COUNTS);
  const { text } = await saved(page, 'Download all results: For a program (JSON)');
  expect(JSON.parse(text)).toEqual(evaluate('view=gap&measure-value=rate&measure-order=rank', file));
});

test('the picture and all results as files, equal to what evaluate prints', async ({ page }) => {
  test.setTimeout(120_000);
  const app = new Gap(page);
  await app.openGap('measure-cut=30');
  const svg = await saved(page, 'Download: Drawing (SVG) of the rows');
  expect(svg.name).toMatch(/^who-gets-missed-gap-rows-preventable-deaths/);
  expect(svg.text).toContain('Office for Health');
  const csv = await saved(page, 'Download: Numbers (CSV) of the rows');
  expect(csv.text).toContain('157.7');
  const png = await saved(page, 'Download: Picture (PNG) of the rows');
  expect(png.name).toMatch(/\.png$/);
  const { text } = await saved(page, 'Download all results: For a program (JSON)');
  expect(JSON.parse(text)).toEqual(evaluate('view=gap&measure-cut=30'));
});

test('rows that cannot be used are told with line and column, and nothing is lost', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await app.bring(ROWS);
  const before = await app.answer.innerText();
  for (const [text, says] of [
    ['name,score,people,value\nA,45,1000,seventy\n', 'Line 2, column “value”: “seventy” is not a number.'],
    ['1,2,3\n4,5,6\n', 'The first line holds numbers.'],
    ['name,value\nA,3\n', 'No column was found for deprivation.'],
    ['', 'There are no rows here.'],
  ]) {
    await app.bring(text);
    await expect(app.error).toContainText(says);
    await expect(app.error).toContainText('The rows from before are still in use.');
    await expect(app.error).toBeFocused();
    expect(await app.answer.innerText()).toBe(before);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test('columns that cannot be told by their headings are told by the person', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await app.bring('one,two\n3,40\n4,30\n7,10\n');
  await expect(app.error).toContainText('No column was found for deprivation.');
  await page.getByText('Which column is which').click();
  await page.getByRole('combobox', { name: 'deprivation score or rank', exact: true }).selectOption('two');
  // The one column that is left is what is measured.
  await expect(app.error).toBeHidden();
  // Nothing says which end of “two” is deprived.
  await page.getByRole('combobox', { name: /^Which end of “two” is the most deprived/ }).selectOption('40 is most deprived');
  await app.isRight();
  await expect(app.answer).toContainText('“one” falls by');
});

test('settings that do not fit the rows give one message and a way back', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await app.bring(ROWS);
  await page.getByRole('combobox', { name: 'A value is' }).selectOption('a share of people');
  const problem = page.getByTestId('no-measures');
  await expect(problem).toContainText('“A” (line 2) is not a share');
  await problem.getByRole('button', { name: 'Back to the starting settings' }).click();
  await expect(app.answer).toContainText('“value”');
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
});

test('missing cells are left out, and the page says how many', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await app.bring(`${ROWS}F,3,,80\nG,2,900,n/a\n`);
  await expect(app.answer).toContainText('2 rows lack a value, people or deprivation and are left out.');
});

test('a link holds the settings but no rows, and says so elsewhere', async ({ page, browser }) => {
  const app = new Gap(page);
  await app.openGap();
  await app.bring(COUNTS);
  await app.cut.fill('40');
  await app.expectQuery('view=gap&measure-value=rate&measure-order=rank&measure-cut=40');
  const context = await browser.newContext();
  const elsewhere = new Gap(await context.newPage());
  await elsewhere.page.goto(page.url());
  await expect(elsewhere.page.getByText('This link was made with rows of somebody’s own.')).toBeVisible();
  await expect(elsewhere.answer).toContainText('rises by 95.0');
  await expect(elsewhere.cut).toHaveValue('40');
  await context.close();
});

test('"back" undoes a choice, and a wrong number is told while the one from before stays', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await page.getByRole('combobox', { name: 'Place dots by' }).selectOption('deprivation score or rank');
  await expect(page.getByTestId('before-and-after')).toContainText('the picture shows the line over deprivation itself');
  await page.goBack();
  await expect(page.getByTestId('before-and-after')).not.toContainText('the picture shows');
  await app.cut.fill('lots');
  await app.cut.blur();
  await expect(page.locator('.govuk-error-message:visible')).toHaveText('Type a number from 0 to 100, such as 20');
  await expect(app.before.getByRole('columnheader', { name: 'Slope cut by 20%' })).toBeVisible();
});

test('many draws show how far they are and can be stopped', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap('measure-draws=100000');
  const many = Array.from({ length: 3000 }, (_, i) => `${i % 60},${20 + (i % 17)},1000`).join('\n');
  // Typing so much takes Chromium half a minute.
  const buffer = Buffer.from(`score,events,people\n${many}\n`);
  await page.getByLabel('Or choose a file (CSV, TSV, Excel .xlsx or .ods)').setInputFiles({ name: 'rows.csv', mimeType: 'text/csv', buffer });
  await app.isRight();
  const sure = page.getByTestId('how-sure');
  await expect(sure.getByRole('progressbar')).toBeVisible();
  await sure.getByRole('button', { name: 'Stop' }).click();
  await expect(app.sure).toContainText('— (stopped)');
  await expect(sure.getByRole('progressbar')).toBeHidden();
});

test('the whole task with the keyboard alone', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await page.getByRole('link', { name: 'Bring your own rows' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.rows).toBeFocused();
  await page.keyboard.insertText(ROWS);
  await page.keyboard.press('Tab');
  await expect(app.use).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'How this table is read' })).toBeFocused();
  await page.getByRole('button', { name: 'This is right' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
  await page.getByRole('slider', { name: 'Cut this slope by' }).focus();
  await page.keyboard.press('PageUp');
  await expect(app.cut).toHaveValue('30');
  await page.getByRole('combobox', { name: 'A higher value is' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(app.answer).toContainText('From the most to the least deprived end');
  await app.section.locator('summary').filter({ hasText: 'Numbers and downloads' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.section.getByRole('figure').getByRole('row', { name: /^A 1,000/ })).toBeVisible();
});

test('rows that give no answer have a way back, and the rest of the page stays of use', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await app.bring('name,score,people,value\nA,5,10,1\n');
  await expect(page.getByTestId('rows-outcome')).toContainText('1 row is in use.');
  const none = page.getByTestId('no-measures');
  await expect(none).toContainText('Only one row has a value, people and deprivation, so there is no slope.');
  await page.getByRole('textbox', { name: 'Cut the slope by' }).fill('50');
  await expect(page.getByText('the average falls from 102 to 77').first()).toBeVisible();
  const { text } = await saved(page, 'Download all results: For a program (JSON)');
  expect(JSON.parse(text).rows).toBeNull();
  await none.getByRole('button', { name: 'Go back to the built-in rows' }).click();
  await expect(app.answer).toContainText('A ratio of 100 is England');
  await expect(page.getByRole('heading', { name: 'How wide is the gap now?' })).toBeFocused();
  await expect(app.rows).toHaveValue(/^name,score/);
});

test('a choice of columns that is not enough yet leaves the focus in the list', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  await app.bring('one,two\n3,40\n4,30\n7,10\n');
  await page.getByText('Which column is which').click();
  const list = page.getByRole('combobox', { name: 'deprivation score or rank', exact: true });
  await list.focus();
  await list.selectOption('two');
  await expect(page.getByRole('combobox', { name: /^Which end of “two” is the most deprived/ })).toBeVisible();
  await expect(list).toBeFocused();
});

test('how a table is read is shown before any number, asked where it is not said, and can be changed', async ({ page }) => {
  const app = new Gap(page);
  await app.openGap();
  const before = await app.answer.innerText();
  const sexes = ['Male', 'Female', 'Persons'];
  const rows = sexes.map((sex, at) => [1, 2, 3, 4, 5].map((q) => `Area ${q},${sex},${q},${1000 + q},${90 + q - at}`).join('\n')).join('\n');
  await app.rows.fill(`Area,Sex,Quintile,Population,Life expectancy\n${rows}\n`);
  await app.use.click();
  const reading = page.getByTestId('reading');
  await expect(reading.getByRole('heading', { name: 'How this table is read' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'This is right' })).toBeHidden();
  expect(await app.answer.innerText()).toBe(before);
  await reading.getByRole('combobox', { name: /^Which end of “Quintile”/ }).selectOption('1 is most deprived');
  await reading.getByRole('combobox', { name: /Which “Sex” is meant/ }).selectOption('Persons');
  await expect(page.getByTestId('most-deprived')).toHaveText('Area 1 is taken as the most deprived row: the lowest “Quintile” (1).');
  await expect(reading).toContainText('More of “Life expectancy” is taken as better.');
  const { violations } = await new AxeBuilder({ page }).include('[data-testid=reading]').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  // Once all is answered the table is used, or a tap says that it is right.
  await app.isRight();
  await expect(app.inUse).toHaveText('In use: 5 rows of your own.');
  await page.getByText('How this table is read, and what can be changed').click();
  await page.getByRole('combobox', { name: 'The most deprived row has' }).selectOption('the highest number');
  await expect(page.getByTestId('most-deprived')).toContainText('Area 5 is taken as the most deprived row');
});
