// A person's own table as units of which some are targeted: brought, named, kept, and asked for by links that cannot hold it.

import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { OwnRows } from './support/own-rows.mjs';
import { openFolds } from './support/page.mjs';
import { evaluate } from './support/results.mjs';
import { SCHOOLS } from './support/schools.mjs';

test.beforeEach(({ page }) => openFolds(page));

const WARDS = 'Ward,Households,Households in need\nNorth,1200,300\nSouth,800,90\nEast,700,40\nWest,900,30\nMid,600,20\n';

class OwnUnits extends OwnRows {
  constructor(page) {
    super(page);
    this.use = page.getByRole('button', { name: 'Use this table' });
    this.shown = page.getByTestId('own-table');
    this.words = page.getByTestId('table-words');
    this.file = page.getByLabel('Or choose a file');
  }

  async openEntry(query = '') {
    await this.open(`view=areas${query ? `&${query}` : ''}`);
    await expect(this.rows).toBeVisible();
  }

  /** Brings a table, and says that it is read right where something was guessed. */
  async useTable(text) {
    await this.bring(text);
    await this.isRight();
    await expect(this.page.getByTestId('rows-outcome')).toContainText('in use');
  }

  /** Goes to another view with the choices as they are. */
  async goTo(view) {
    const query = new URLSearchParams(new URL(this.page.url()).search);
    query.set('view', view);
    await this.follow(query.toString());
  }

  /** What can be read on the page, but for its heading. */
  async inSight() {
    const text = await this.page.locator('main').innerText();
    return text.replace(/If we target the most deprived areas, who gets missed\?/, '');
  }
}

/** What `evaluate` says of a link on a table. */
function said(query, text, info) {
  const path = info.outputPath('table.csv');
  writeFileSync(path, text);
  return evaluate(query, path);
}

test('a pasted table of schools gives the number worked out by hand, in words of schools', async ({ page }, info) => {
  test.setTimeout(120_000);
  const app = new OwnUnits(page);
  await app.openEntry('share=25&rank=need');
  await expect(app.inUse).toHaveText('No table of your own is in use.');
  await app.useTable(SCHOOLS);
  await expect(app.inUse).toContainText('12 rows');
  // Nothing is said of it that is about values to measure.
  await expect(app.reading).not.toContainText(/worse|age group|limit/);
  await page.getByText('Which column is which').click();
  await expect(page.getByRole('combobox', { name: 'people in need' })).toHaveCount(1);
  await expect(page.getByRole('combobox', { name: /limit|standard population|age group|expected/ })).toHaveCount(0);

  await app.goTo('missed');
  const printed = said('data=own&rank=need&share=25', SCHOOLS, info);
  // K, A and C: 130 of 435.
  expect(printed.target.in_need).toBe(130);
  await expect(page.getByTestId('headline')).toHaveText(printed.says.headline);
  await expect(page.locator('main')).toContainText('schools');
  expect(await app.inSight()).not.toMatch(/low incomes|nationally|Cambridgeshire|areas/);
  for (const gone of ['Council or area', 'Who needs to be reached']) {
    await expect(page.getByRole('combobox', { name: gone })).toBeHidden();
  }
  await expect(app.editions).toBeHidden();
  await expect(page.getByRole('radio', { name: /England/ })).toHaveCount(0);
  await expect(page.getByTestId('two-meanings')).toBeHidden();
  await expect(app.shown).toContainText('Your own table');
  await expect(page.locator('footer')).toContainText('Source: a table added on this device (checksum ');

  // The offers are about the same schools.
  await app.goTo('strategies');
  await expect(app.shown).toBeVisible();
  await expect(page.locator('main')).toContainText('pupils in need');
  expect(await app.inSight()).not.toMatch(/low incomes/);

  await app.shown.getByRole('link', { name: 'Change the table' }).click();
  await expect(app.rows).toHaveValue(SCHOOLS);
});

test('what the rows are called is the person’s, and is part of the link', async ({ page }) => {
  const app = new OwnUnits(page);
  await app.openEntry('share=25');
  await app.useTable(SCHOOLS);
  await app.words.getByText('Words for this table').click();
  await app.words.getByRole('textbox', { name: /^The rows are called/ }).fill('academies');
  await app.words.getByRole('textbox', { name: /^Those in need are called/ }).fill('pupils on free meals');
  await app.words.getByRole('textbox', { name: /^What the table is about/ }).fill('Academies in the north');
  await expect(page).toHaveURL(/unit-name=academies/);
  await app.goTo('missed');
  await expect(app.shown).toContainText('Academies in the north');
  await expect(page.getByTestId('headline')).toContainText('pupils on free meals');

  // Another table has words of its own.
  await app.shown.getByRole('link', { name: 'Change the table' }).click();
  await app.useTable(WARDS);
  await expect(page).toHaveURL(/unit-name=wards/);
  await app.goTo('missed');
  await expect(app.shown).not.toContainText('Academies');
  await expect(page.getByTestId('headline')).toContainText('households in need');
  // This one has no order but that of need.
  await expect(page.getByTestId('perfect-map')).toBeHidden();
});

test('a table comes back with the next visit, and a link that is opened without it says so', async ({ page, browser, baseURL }) => {
  test.setTimeout(120_000);
  const app = new OwnUnits(page);
  await app.openEntry('share=25&rank=need');
  await app.useTable(SCHOOLS);
  await app.goTo('missed');
  const headline = await page.getByTestId('headline').textContent();
  await page.reload();
  await expect(page.getByTestId('headline')).toHaveText(headline);
  const link = page.url();

  // Left for the built-in figures it stays on the device: the link still has it.
  await app.shown.getByRole('button', { name: 'Show the built-in figures' }).click();
  await expect(page.getByRole('combobox', { name: 'Council or area' })).toBeVisible();
  await page.goBack();
  await expect(page.getByTestId('headline')).toHaveText(headline);

  const elsewhere = await browser.newContext({ baseURL });
  const other = new OwnUnits(await elsewhere.newPage());
  await other.page.goto(link);
  const problem = other.page.getByTestId('problem');
  await expect(problem).toContainText('This page is about a table of somebody’s own (checksum ');
  await expect(problem.getByRole('button', { name: 'Show the built-in figures' })).toBeVisible();
  await expect(problem).toBeInViewport();
  await problem.getByRole('link', { name: 'Add the table' }).click();
  await other.useTable(SCHOOLS);
  await other.goTo('missed');
  await expect(other.page.getByTestId('headline')).toHaveText(headline);
  // Another table than the one that is meant is not taken for it.
  await other.goTo('areas');
  await other.page.getByRole('button', { name: 'Take the table out of use' }).click();
  await expect(other.inUse).toHaveText('No table of your own is in use.');
  await other.useTable(WARDS);
  await other.page.goto(link);
  await expect(problem).toContainText('This page is about a table of somebody’s own');
  await elsewhere.close();
});

test('what a table does not say is asked, what cannot be is refused, and the table from before stays', async ({ page }) => {
  const app = new OwnUnits(page);
  await app.openEntry('share=25');
  // Which end of a column is deprived is asked, and which column counts those in need can be said.
  await app.bring('Ward,Pupils,Of them,Quintile\nN,300,45,1\nS,90,12,2\nE,90,14,3\nW,80,3,4\nM,80,4,5\n');
  await page.getByText('Which column is which').click();
  await page.getByRole('combobox', { name: 'people in need' }).selectOption('Of them');
  await page.getByRole('combobox', { name: 'Which end of “Quintile” is the most deprived?' }).selectOption({ index: 1 });
  await app.isRight();
  await expect(app.inUse).toContainText('In need by “Of them”');
  await app.bring('Ward,Pupils,Eligible pupils\nNorth,300,45\nSouth,9,12\n');
  await expect(app.error).toContainText('“South” (line 3): more people are in need than there are people.');
  await expect(app.inUse).toContainText('5 rows');
  await app.bring('Ward,Households,IMD score\nN,1200,45\nS,800,12\n');
  await expect(app.error).toContainText('No column was found that counts those in need.');
});

test('a long table is read apart, kept under a name, and comes back for its link', async ({ page }) => {
  test.setTimeout(180_000);
  const app = new OwnUnits(page);
  await app.openEntry('share=20');
  const row = (i) => `S${i},${100 + (i % 37)},${i % 29},${(i * 7919) % 9973}`;
  const text = ['Street,Residents,Residents in need,Score', ...Array.from({ length: 20_000 }, (_, i) => row(i)), ''].join('\n');
  await app.file.setInputFiles({ name: 'streets.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await app.isRight();
  await expect(page.getByTestId('rows-outcome')).toContainText('20,000 rows are in use.', { timeout: 60_000 });
  await app.keep('Streets');
  await app.goTo('missed');
  const headline = await page.getByTestId('headline').textContent();
  expect(headline).toContain('streets');
  await page.reload();
  await expect(page.getByTestId('headline')).toHaveText(headline, { timeout: 60_000 });
  // It is there to be read in another way, too.
  await app.goTo('areas');
  await expect(app.inUse).toContainText('20,000 rows');
  await page.getByText('Which column is which').click();
  await page.getByRole('combobox', { name: 'deprivation score or rank' }).selectOption('none');
  await app.isRight();
  await expect(app.inUse).toContainText('the order is the share in need', { timeout: 60_000 });
});

test('by keyboard alone', async ({ page }) => {
  const app = new OwnUnits(page);
  await app.openEntry('share=25&rank=need');
  await app.rows.focus();
  await page.keyboard.insertText(SCHOOLS);
  await page.keyboard.press('Tab');
  await expect(app.use).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.inUse).toContainText('12 rows');
});

test('the table that the SQL makes of records of people opens without a question', async ({ page }) => {
  const path = fileURLToPath(new URL('../fixtures/person_level/units.csv', import.meta.url));
  const app = new OwnUnits(page);
  await app.openEntry('share=20&cut=local');
  await app.file.setInputFiles(path);
  await app.isRight();
  await expect(app.inUse).toContainText('58 rows');
  // What is withheld is left out by name.
  await expect(app.warnings).toContainText('2 rows are left out for want of a number: “E01900005” (line 7)');
  await app.goTo('missed');
  await expect(page.getByTestId('headline')).toHaveText(evaluate('data=own&share=20&cut=local', path).says.headline);
});

for (const width of [375, 1280]) {
  test(`axe finds nothing, and nothing is cut off, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new OwnUnits(page);
    await app.openEntry('share=25');
    await app.useTable(SCHOOLS);
    await app.words.getByText('Words for this table').click();
    for (const view of ['areas', 'missed', 'strategies']) {
      await app.goTo(view);
      await expect(view === 'areas' ? app.rows : app.shown).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}

test('built-in schools are a link away, open everywhere and go into a note', async ({ page }) => {
  const app = new OwnUnits(page);
  await app.openEntry();
  await page.getByRole('link', { name: 'Primary schools in Cambridgeshire and Peterborough' }).click();
  const expected = evaluate('data=own&table=primary-schools-2023');
  await expect(app.headline).toHaveText(expected.says.headline);
  await expect(app.shown).toContainText('Primary schools in Cambridgeshire and Peterborough');
  await expect(page.getByRole('contentinfo')).toContainText('Department for Education');
  expect(await app.inSight()).not.toMatch(/\bareas\b|England|own table|you added/);
  await page.reload();
  await expect(app.headline).toHaveText(expected.says.headline);
  await app.share.fill('33');
  await expect(page.getByTestId('figures')).toContainText('within 0.8 percentage points');
  await app.goTo('note');
  await expect(page.getByRole('heading', { name: /^Targeting primary schools/ })).toBeVisible();
  // Bands are not shown one by one, and nothing of one's own is lost by looking at them.
  await app.goTo('areas');
  await expect(page.getByTestId('no-units')).toContainText('bands of several schools');
  await app.useTable(SCHOOLS);
  await expect(page.getByRole('table', { name: 'The list' })).toContainText('K');
  await page.getByRole('link', { name: /^Schools in Cambridgeshire/ }).click();
  await expect(app.headline).toContainText('31 in 100 pupils');
  await page.getByRole('button', { name: 'Show the built-in figures' }).click();
  await app.goTo('areas');
  await expect(app.rows).toHaveValue(SCHOOLS);
});

test('the curve on the list marks the unit that is chosen, and the slider goes there', async ({ page }) => {
  const app = new OwnUnits(page);
  await app.openEntry();
  await app.useTable(SCHOOLS);
  await page.locator('summary', { hasText: 'On the curve' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('on-curve')).toHaveText('Choose a name in the list to see which targets take it in.');
  await page.getByRole('button', { name: 'Show where C stands' }).click();
  // A, C and H come first in the order of the score: C is the second of twelve.
  await expect(page.getByTestId('on-curve')).toContainText('C: targets of 16.7% and more take it in.');
  await expect(page.locator('.curve__mark')).toHaveCount(1);
  await page.getByRole('button', { name: 'Move the slider there' }).click();
  await expect(page.getByRole('row', { name: /Show where C stands/ }).getByRole('checkbox')).toBeChecked();
  await expect.poll(() => new URL(page.url()).searchParams.get('share')).toBe('16.7');
});
