// What one more person costs if people are paid to come: what a person does on the view.

import { readFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, openFolds, unfold } from './support/page.mjs';
import { saved } from './support/results.mjs';

test.beforeEach(({ page }) => openFolds(page));

class Payments extends App {
  constructor(page) {
    super(page);
    this.answer = page.getByTestId('pay-answer');
    this.table = page.getByRole('table', { name: 'Three ways to offer it, side by side' });
  }

  async openPayments(query = '') {
    await this.open(`view=incentive${query ? `&${query}` : ''}`);
    await expect(this.answer).toBeVisible();
  }

  field(name) {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  cells(name) {
    return this.table.getByRole('row', { name }).getByRole('cell').allInnerTexts();
  }
}

for (const width of [1280, 375]) {
  test(`the trial costs £288.76 for each extra person, for everyone, areas and people found, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Payments(page);
    await app.openPayments();
    await expect(app.bigNumber).toHaveText('£288.76');
    await expect(app.headline).toContainText('94.5% of those paid would have come anyway: 17 for each extra person');
    expect(await app.cells(/^Cost for each extra person/)).toEqual(['£288.76', '£288.76', '£370.57']);
    expect(await app.cells(/^Uptake gap with it/)).toEqual(['0.0 points', '−4.2 points', '−0.8 points']);
    await expect(page.getByRole('img', { name: /All fifths and the trial: £288.76/ })).toBeVisible();
    await expect(page.getByTestId('register')).toContainText('Science 374');
    await expect(page.getByText('Fifths of the areas of England.').first()).toBeVisible();
    await expect(page.getByTestId('pay-limits')).toContainText('Fraud');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

for (const [query, field, typed, says] of [
  ['view=incentive', 'Paid to each person who comes', '25', /^Offer everyone £25/],
  ['view=gap', 'On average', '110', /^Cut the slope by 20%, and the average falls from 110/],
]) {
  test(`a change is read out once the person has paused: ${query}`, async ({ page }) => {
    await page.goto(`./?${query}`);
    const spoken = page.getByTestId('spoken');
    await expect(spoken).toBeAttached();
    await expect(spoken).toHaveText('');
    await page.getByRole('textbox', { name: field }).first().fill(typed);
    await expect(spoken).toHaveText(says);
  });
}

test('an example with one click, then back', async ({ page }) => {
  const app = new Payments(page);
  await app.openPayments();
  const button = page.getByRole('button', { name: 'Fewer come where deprivation is higher' });
  await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
  await expect(page.locator('.start__story')).toContainText('Illustrative');
  await expect(app.answer).toContainText('each extra person costs £256.00, less than for everyone');
  await expect(app.answer).toContainText('The gap in uptake goes from 17.0 points to 12.8 points');
  await app.expectQuery('view=incentive&pay-uptake-least=80&pay-uptake-most=63&pay-found-uptake=40');
  await page.getByRole('button', { name: 'Stopping smoking in pregnancy' }).click();
  await expect(page.locator('.start__story')).toContainText('Cochrane, 2019');
  await page.goBack();
  await page.goBack();
  await expect(app.bigNumber).toHaveText('£288.76');
});

test('a link opens to the same numbers, on the place’s own fifths', async ({ page }) => {
  const app = new Payments(page);
  await app.openPayments('place=E07000010&cut=local&pay-amount=25&pay-rise=5&pay-order=cost');
  await expect(app.field('Paid to each person who comes')).toHaveValue('25');
  await expect(app.bigNumber).toHaveText('£383.00');
  await expect(app.table.getByRole('columnheader')).toHaveText(['Offered to', 'Targeted areas', 'People found', 'Everyone']);
  await expect(page.getByText('Fifths of the areas of this place. They are not the fifths of England.').first()).toBeVisible();
  await page.getByText('all England', { exact: true }).click();
  await app.expectQuery('view=incentive&place=E07000010&pay-amount=25&pay-rise=5&pay-order=cost');
});

test('text that is no number is told, and the number from before stays in use', async ({ page }) => {
  const app = new Payments(page);
  await app.openPayments();
  await app.field('Paid to each person who comes').fill('a lot');
  await app.field('Paid to each person who comes').blur();
  await expect(page.locator('.govuk-error-message:visible')).toHaveText('Type pounds from 0 to 10,000, such as 16 or 16.50');
  await expect(app.bigNumber).toHaveText('£288.76');
});

test('numbers that cannot all be true have one message with a way back, and nothing else is lost', async ({ page }) => {
  const app = new Payments(page);
  await app.openPayments('place=E07000010');
  await app.field('Of those found, come without a payment').fill('0');
  await app.field('Found in the most deprived fifth').fill('90');
  await expect(page.getByTestId('cannot-be')).toContainText('You set that 0% of the people found come without a payment');
  await expect(page.getByRole('figure')).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Back to the numbers of the trial' }).click();
  await expect(app.bigNumber).toHaveText('£288.76');
  await app.expectQuery('view=incentive&place=E07000010');
});

test('a payment that brings no one more says so', async ({ page }) => {
  const app = new Payments(page);
  await app.openPayments();
  await app.field('Rise that the payment brings').fill('0');
  await expect(app.bigNumber).toHaveText('No one');
  await expect(page.getByText('Nothing to show: the payment brings no one more.')).toBeVisible();
});

for (const width of [1280, 375]) {
  test(`the whole task with the keyboard alone at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Payments(page);
    await app.openPayments();
    await page.getByRole('button', { name: 'The Swedish trial' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(app.field('Least deprived fifth')).toHaveValue('80');
    await app.field('Paid to each person who comes').focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('20');
    await expect(app.answer).toContainText('Offer everyone £20');
    await page.keyboard.press('Tab');
    await expect(app.field('Rise that the payment brings')).toBeFocused();
    await app.slider.focus();
    await page.keyboard.press('PageUp');
    await expect(app.share).toHaveValue('30');
    await expect(app.answer).toContainText('30% of areas');
    const summary = page.getByRole('figure').first().locator('summary');
    await summary.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('table', { name: /^The more people come anyway/ })).toContainText('The Swedish trial');
  });
}

test('axe finds nothing with all tables open', async ({ page }) => {
  const app = new Payments(page);
  await app.openPayments('pay-uptake-least=80&pay-uptake-most=63');
  await unfold(page);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test('all results are what evaluate prints, and both charts are saved', async ({ page }) => {
  const printed = JSON.parse(readFileSync(new URL('../fixtures/evaluated_incentive.json', import.meta.url)));
  const app = new Payments(page);
  await app.open(printed.query);
  await expect(app.answer).toBeVisible();
  const save = (name) => saved(page, name);
  const json = await save('Download all results: For a program (JSON)');
  expect(json.name).toBe('who-gets-missed-incentive-results-fenland-iod2019.json');
  expect(JSON.parse(json.text)).toEqual(printed);
  const csv = await save('Download: Numbers (CSV) of the cost of one more person');
  expect(csv.text).toContain('Most deprived fifth,');
  for (const [chart, short] of [['the cost of one more person', 'one-more'], ['uptake in fifths', 'uptake']]) {
    const svg = await save(`Download: Drawing (SVG) of ${chart}`);
    expect(svg.name).toBe(`who-gets-missed-incentive-${short}-fenland-iod2019.svg`);
    const png = await save(`Download: Picture (PNG) of ${chart}`);
    expect(png.name).toBe(`who-gets-missed-incentive-${short}-fenland-iod2019.png`);
  }
});
