// Cutting the slope by a fifth, years in good health, and children in low-income families.

import { readFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, openFolds } from './support/page.mjs';
import { saved } from './support/results.mjs';

test.beforeEach(({ page }) => openFolds(page));

class Target extends App {
  constructor(page) {
    super(page);
    this.section = page.getByTestId('slope-target');
    this.cut = this.section.getByRole('slider', { name: 'Cut the slope by' });
    this.number = this.section.getByRole('textbox', { name: 'Cut the slope by' });
    this.big = this.section.getByTestId('big-number');
    this.said = this.section.getByTestId('headline');
  }

  async openTarget(query = '') {
    await this.open(`view=gap${query ? `&${query}` : ''}`);
    await expect(this.section).toBeVisible();
  }

  field(name) {
    return this.section.getByRole('textbox', { name, exact: true });
  }
}

for (const width of [1280, 375]) {
  test(`appendix C is the first sight at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Target(page);
    await app.openTarget();
    await expect(app.big).toContainText('92.0');
    await expect(app.big).toContainText('10 fewer');
    await expect(app.said).toContainText('from 102 to 92. At the most deprived end the rate falls from 208 to 176.8');
    await expect(app.section).toContainText('from 4.0 times the least deprived one to 3.4 times');
    await expect(app.section).toContainText('prints no rate for it');
    await expect(app.section).toContainText('an exact overall rate cannot be predicted');
    const years = page.getByTestId('healthy-life');
    await expect(years).toContainText('you miss Peterborough’s women: 59.9 years');
    const row = years.getByRole('row', { name: /^Peterborough, women/ }).last();
    await expect(row.getByRole('cell')).toHaveText(['59.9', '61.9', '71.4', '11.5', '9.5']);
    await expect(page.getByTestId('children')).toContainText('no other, and not Peterborough');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

for (const width of [1280, 375]) {
  test(`the whole task with the keyboard alone at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Target(page);
    await app.openTarget();
    await app.cut.focus();
    await page.keyboard.press('PageUp');
    await expect(app.number).toHaveValue('30');
    await expect(app.big).toContainText('87.0');
    await expect(app.cut).toHaveAttribute('aria-valuetext', '30%, average 87.0');
    await page.keyboard.press('End');
    await expect(app.big).toContainText('52.0');
    await page.keyboard.press('Home');
    await expect(app.big).toContainText('as many as now');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('50');
    await expect(app.big).toContainText('77.0');
    await page.getByRole('button', { name: 'Try made-up numbers' }).focus();
    await page.keyboard.press('Enter');
    await expect(app.section.getByTestId('second-line')).toContainText('made-up numbers (illustrative)');
    await expect(app.section.getByTestId('second-line')).toContainText('from 140 to 105');
    await app.expectQuery('view=gap&slope-cut=50&slope-second-mean=140&slope-second-least=70&slope-second-most=280');
  });
}

test('a link opens to the same target, and back takes the second line away', async ({ page }) => {
  const app = new Target(page);
  await app.openTarget('slope-cut=35.5&slope-mean=110');
  await expect(app.number).toHaveValue('35.5');
  await expect(app.field('On average')).toHaveValue('110');
  await page.getByRole('button', { name: 'Try made-up numbers' }).click();
  await expect(app.field('Peterborough, on average')).toHaveValue('140');
  await page.goBack();
  await expect(app.field('Peterborough, on average')).toHaveValue('');
  await expect(app.number).toHaveValue('35.5');
});

test('text that is no rate is told, and rates that make no line have one message with a way back', async ({ page }) => {
  const app = new Target(page);
  await app.openTarget('slope-cut=30');
  await app.field('On average').fill('many');
  await app.field('On average').blur();
  await expect(page.locator('.govuk-error-message:visible')).toHaveText('Type a number from 0 to 100,000, such as 102');
  await expect(app.big).toContainText('87.0');
  await app.field('On average').fill('40');
  await expect(page.getByTestId('slope-problem')).toContainText('must lie between the rates at the two ends');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the strategy’s numbers' }).click();
  await expect(app.big).toContainText('87.0');
});

test('all results are what evaluate prints, and the three charts are saved', async ({ page }) => {
  const printed = JSON.parse(readFileSync(new URL('../fixtures/evaluated_gap_target.json', import.meta.url)));
  const app = new Target(page);
  await app.open(printed.query);
  const save = (name) => saved(page, name);
  const json = await save('Download all results: For a program (JSON)');
  expect(JSON.parse(json.text)).toEqual(printed);
  const charts = { 'the line and its target': 'slope', 'years in good health': 'healthy-life', 'children in low-income families': 'low-income' };
  for (const [chart, short] of Object.entries(charts)) {
    const svg = await save(`Download: Drawing (SVG) of ${chart}`);
    expect(svg.name).toBe(`who-gets-missed-gap-${short}-cambridgeshire-and-peterborough.svg`);
    expect((await save(`Download: Picture (PNG) of ${chart}`)).name).toMatch(/\.png$/);
    expect((await save(`Download: Numbers (CSV) of ${chart}`)).text).toContain('Source,');
  }
});
