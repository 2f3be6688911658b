// Whom a service reaches: the example, people served that a person brings, what is held back in files, and that nothing is kept.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { makeFile7 } from './support/file7.mjs';
import { OwnRows } from './support/own-rows.mjs';
import { App, openFolds, reveal, unfold } from './support/page.mjs';
import { evaluate, saved } from './support/results.mjs';

class Audit extends App {
  constructor(page) {
    super(page);
    this.field = page.getByRole('textbox', { name: 'Paste a table, or codes' });
    this.file = page.getByLabel('Or choose a file');
    this.use = page.getByRole('button', { name: 'Use these numbers' });
    this.back = page.getByRole('button', { name: 'Back to the example' });
    this.said = page.getByTestId('served-outcome');
    this.error = page.getByTestId('served-error');
    this.less = page.getByTestId('served-less');
    this.read = page.getByTestId('served-read');
  }

  async openAudit(query = '') {
    await this.open(`v=2&view=audit${query ? `&${query}` : ''}`);
    await expect(this.headline.or(this.page.getByTestId('nobody-here'))).toBeVisible();
  }

  async bring(text) {
    if (!(await this.field.isVisible())) await this.page.getByText('Use your own numbers').click();
    await this.field.fill(text);
    await this.use.click();
    await expect(this.said).toHaveText('Your numbers are in use.');
  }
}

/** Councils of Cambridgeshire and Peterborough. */
const COUNCILS = `area_code,people_served
E07000008,900
E07000009,600
E07000010,700
E07000011,800
E07000012,650
E06000031,2
`;

/** A file of 2025 with one council in full, as published in layout, and the codes of its areas. */
function oneCouncil() {
  const [header, ...rows] = makeFile7({ edition: 2025 }).split('\n');
  const own = rows.filter((row) => row.includes(',E07000008,'));
  return { text: `${[header, ...own].join('\n')}\n`, codes: own.map((row) => row.split(',')[0]) };
}

test('the page begins with a made-up example that says so, one sentence and one picture', async ({ page }) => {
  const app = new Audit(page);
  await app.openAudit();
  await expect(app.figures).toContainText('every number of this example is invented');
  // No place, and nothing of its figures.
  for (const of of [/^Source: English Indices/, /^The number of people in the built-in/]) {
    await expect(page.getByRole('contentinfo').getByText(of)).toBeHidden();
  }
  await expect(app.headline).toHaveText(
    'For every 100 people in need, this service reaches 15.8 in the most deprived fifth and 30.9 in the least deprived fifth.',
  );
  await expect(page.getByRole('img', { name: /^People served for every 100 people in need\. Most deprived fifth, served least: 15\.8/ })).toBeVisible();
  await expect(app.less).toContainText('3 of the 30 areas are served less than the whole');
  await expect(app.less.getByRole('rowheader')).toHaveText(['Canal Side', 'Iron Bridge', 'Ash Estate']);
});

test('a table of people served by council gives what evaluate prints, and files hold small numbers back', async ({ page }, info) => {
  test.setTimeout(120_000);
  await openFolds(page);
  const app = new Audit(page);
  await app.openAudit();
  await app.bring(COUNCILS);
  await expect(app.figures).toContainText('6 councils, from the built-in 2025 figures');
  // The person sees their own numbers.
  await page.getByText('Every area').click();
  await expect(page.getByRole('row', { name: /^Peterborough 67,437 2 / }).last()).toBeVisible();
  const { text } = await saved(page, 'Download all results: For a program (JSON)');
  const path = info.outputPath('served.csv');
  writeFileSync(path, COUNCILS);
  expect(JSON.parse(text)).toEqual(evaluate('v=2&view=audit', path));
  const areas = JSON.parse(text).list;
  expect(areas.find(({ code }) => code === 'E06000031').served).toBeNull();
  // One that is held back by itself would follow from the sum.
  expect(areas.filter(({ served }) => served === null).length).toBeGreaterThan(1);
  const csv = await saved(page, 'Download all results: For a spreadsheet (CSV)');
  expect(csv.text).toContain('[c]');
});

test('codes of small areas ask for the official file, and stay while it is added', async ({ page }, info) => {
  test.setTimeout(180_000);
  const app = new Audit(page);
  const { text, codes } = oneCouncil();
  await app.openAudit('place=E07000008');
  const served = codes.map((code, at) => `${code},${40 + at}`).join('\n');
  await app.bring(`lsoa,users\n${served}\nE01000010,9\nE01999999,3\n`);
  await expect(page.getByTestId('nobody-here')).toContainText('These are codes of small areas, and the figures in use hold none of this place.');
  await page.getByRole('link', { name: 'Add the official file' }).click();
  const file = info.outputPath('File_7.csv');
  writeFileSync(file, text);
  await app.addFile(file);
  await expect(app.outcome).toContainText('in use', { timeout: 30_000 });
  await app.follow('v=2&view=audit&place=E07000008');
  await expect(app.figures).toContainText(`${codes.length} single areas, from File 7 of 2025`);
  await expect(app.read).toContainText('Left out: 12 people');
  // An area of 2011 that was drawn anew for 2021, and a code of nothing.
  await expect(app.read).toContainText('areas of 2011 that were drawn anew for 2021: 9 people');
  await expect(app.read).toContainText('E01999999');
});

test('what could be several things is asked, and answered with a list', async ({ page }) => {
  const app = new Audit(page);
  await app.openAudit();
  await app.field.fill('area_code,score,weight\nE07000008,3,4\nE07000009,5,6\n');
  await app.use.click();
  await expect(app.error).toBeFocused();
  await expect(app.error).toContainText('could count people: score, weight');
  await page.getByText('Which column is which').click();
  await page.getByRole('combobox', { name: 'People served' }).selectOption('score');
  await expect(app.said).toHaveText('Your numbers are in use.');
  await expect(app.headline).toContainText('this service reaches 0.0');
});

test('half a million codes are counted within two seconds, and nothing of them is kept or in a link', async ({ page }, info) => {
  test.setTimeout(120_000);
  const app = new Audit(page);
  await app.openAudit();
  await app.bring(COUNCILS);
  const path = info.outputPath('persons.csv');
  const councils = ['E07000008', 'E07000009', 'E07000010', 'E07000011', 'E07000012', 'E06000031'];
  writeFileSync(path, `council\n${Array.from({ length: 500_000 }, (_, at) => councils[at % 6]).join('\n')}\n`);
  await page.evaluate(() => {
    const outcome = document.querySelector('[data-testid="served-outcome"]');
    new MutationObserver(() => {
      if (outcome.textContent === 'Reading…') window.began = performance.now();
      else if (window.began && !window.took) window.took = performance.now() - window.began;
    }).observe(outcome, { childList: true, characterData: true, subtree: true });
  });
  await app.file.setInputFiles(path);
  await expect(app.read).toContainText('500,000 rows, each of them one person');
  const took = await page.evaluate(() => window.took);
  console.log(`500,000 codes in ${Math.round(took)} ms`);
  expect(took).toBeLessThan(2000);
  await expect(app.field).toHaveValue('');
  expect(page.url()).not.toContain('E0700000');
  const kept = await page.evaluate(async () => {
    const databases = await indexedDB.databases();
    return JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), databases.map(({ name }) => name)]);
  });
  expect(kept).not.toContain('E07000008');
  await page.reload();
  await expect(app.figures).toContainText('made-up');
});

test('periods are compared, and what was measured becomes the uptake of offers', async ({ page }) => {
  test.setTimeout(120_000);
  await openFolds(page);
  const app = new Audit(page);
  await app.openAudit();
  const table = (year, shift) => ['E07000008', 'E07000009', 'E07000010', 'E07000011', 'E07000012', 'E06000031']
    .map((code, at) => `${code},${year},${1000 + shift * at}`).join('\n');
  await app.bring(`area_code,year,people_served\n${table(2023, 0)}\n${table(2024, 100)}\n`);
  const overTime = page.getByTestId('over-time');
  await expect(overTime).toContainText('The gap differs between periods by more than chance would make of it');
  await page.getByRole('button', { name: 'Use what we measured' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Offer it to everyone/);
  await expect.poll(() => page.url()).toContain('uptake-measured=1');
  await expect(page.getByTestId('register')).toContainText('own data: people served against people in need');
});

test('the note has a chapter on people served once there are some', async ({ page }) => {
  await openFolds(page);
  const app = new Audit(page);
  await app.openAudit();
  await app.bring(COUNCILS);
  await app.follow('v=2&view=note');
  const heading = page.getByRole('heading', { name: 'Whom the service reaches now' });
  await expect(heading).toBeVisible();
  await expect(page.locator('main')).toContainText('counts under 5 are held back');
});

test('by keyboard alone numbers are brought and let go of', async ({ page }) => {
  const app = new Audit(page);
  await app.openAudit();
  await app.field.focus();
  await page.keyboard.insertText(COUNCILS);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(app.said).toHaveText('Your numbers are in use.');
  await page.keyboard.press('Tab');
  await expect(app.back).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.field).toBeFocused();
  await expect(app.figures).toContainText('made-up');
});

for (const width of [375, 1280]) {
  test(`axe finds nothing with own numbers, in error and in full, at ${width} px`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    const app = new Audit(page);
    await app.openAudit();
    await app.bring(`${COUNCILS}E06000023,7\n`);
    await app.field.fill('nothing here');
    await app.use.click();
    await expect(app.error).toBeVisible();
    await unfold(page);
    await reveal(page, app.less);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

// As sql/ makes them of records of people.
const made = (name) => fileURLToPath(new URL(`../fixtures/person_level/${name}.csv`, import.meta.url));

test('tables that the SQL made of records of people open here, held against each other', async ({ page }) => {
  test.setTimeout(120_000);
  const own = new OwnRows(page);
  own.use = page.getByRole('button', { name: 'Use this table' });
  await own.open('view=areas');
  await own.bring(readFileSync(made('units'), 'utf8'));
  await own.isRight();
  await expect(page.getByTestId('rows-outcome')).toContainText('in use');
  const query = new URLSearchParams(new URL(page.url()).search);
  query.set('view', 'audit');
  await own.follow(query.toString());
  const app = new Audit(page);
  await expect(app.field).toBeVisible();
  for (const name of ['audit', 'audit_groups']) {
    await app.bring(readFileSync(made(name), 'utf8'));
    const { says } = evaluate('v=2&view=audit&data=own', made(name), made('units'));
    await expect(app.headline).toHaveText(says.headline);
  }
});
