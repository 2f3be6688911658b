// Value for money: from eligible people to a recommendation, as a commissioner works it out for a committee.

import { readFile } from 'node:fs/promises';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App } from './support/page.mjs';
import { pagesOf } from './support/pdf.mjs';
import { evaluate } from './support/results.mjs';

const FOLD = 'Value for money: who can have it, and what one more costs';

class Value extends App {
  constructor(page) {
    super(page);
    this.adds = page.getByTestId('value').getByRole('list');
    this.sure = page.getByTestId('certainty').getByRole('list');
    this.limits = page.getByTestId('comparison').getByRole('listitem');
    this.programme = page.getByRole('form', { name: 'The programme' });
  }

  async openValue(query) {
    await this.open(`view=strategies&${query}`);
    await this.fold(FOLD);
    await expect(this.adds.getByRole('listitem').first()).toBeVisible();
  }

  async fold(name) {
    await this.page.locator('summary', { hasText: name }).click();
  }

  async assume(name, likely) {
    await this.page.getByRole('textbox', { name: new RegExp(`^${name}, likely`) }).fill(String(likely));
  }
}

test('a worked case: the NHS Health Check in Leeds, from eligible people to what is proposed', async ({ page }) => {
  const app = new Value(page);
  await app.openValue('place=E08000035&offers=universal,area,proportionate');
  // Who: those whom the programme is for.
  await app.programme.getByRole('radio', { name: 'a number, by need' }).check();
  await app.programme.getByRole('textbox', { name: 'Number of people in need' }).fill('30000');
  await app.programme.getByRole('textbox', { name: 'Number of others' }).fill('120000');
  await expect(app.limits.first()).toContainText('the 150,000 residents who can have it, 30,000 of them people on low incomes');
  // Against what: the service of today, with an uptake of its own and where that number comes from.
  await app.programme.getByRole('radio', { name: /^the service now/ }).check();
  await app.fold('What is assumed, and can be changed');
  await app.assume('Uptake of the service now, least deprived fifth', 47);
  await app.assume('Uptake of the service now, most deprived fifth', 39);
  await page.getByRole('button', { name: 'Say where it comes from: Uptake of the service now, most deprived fifth' }).click();
  await page.getByRole('textbox', { name: 'Uptake of the service now, most deprived fifth, source' }).fill('Bristol, BMC Health Services Research');
  await page.getByRole('textbox', { name: 'Uptake of the service now, most deprived fifth, year' }).fill('2018');
  const entry = page.getByTestId('register').getByRole('listitem').filter({ hasText: 'Uptake of the service now, most deprived fifth' });
  await expect(entry).toContainText('Bristol, BMC Health Services Research, 2018');
  // What for: deaths averted over ten years, later ones for less, and what one is worth.
  await app.programme.getByRole('combobox', { name: 'What it averts' }).selectOption('deaths before the age of 75');
  await app.programme.getByRole('textbox', { name: /^For how many years/ }).fill('10');
  await app.programme.getByRole('textbox', { name: /^Discount rate/ }).fill('3.5');
  await app.programme.getByRole('textbox', { name: 'What averting one is worth' }).fill('60000');
  await app.programme.getByRole('textbox', { name: 'Year of the prices' }).fill('2024');
  await expect(app.limits.first()).toContainText('premature deaths over 10 years, later years counting 3.5% less each');
  await expect(app.limits.first()).toContainText('Costs are in prices of 2024');
  // What comes of it, in words, and how sure that is.
  await expect(app.adds.getByRole('listitem').first()).toContainText(/^Universal (averts|does)/);
  await expect(app.adds).toContainText('the service now');
  await expect(app.sure).toContainText(/Where averting one premature death is worth £60,000, .* is best in .* of draws\./);
  await expect(app.sure).toContainText(/To know all that is assumed before choosing would be worth £|would not change the choice/);
  await expect(page.getByRole('img', { name: 'What each offer adds to the service now, and how sure that is' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^How often each choice is best/ })).toBeVisible();
  // The link holds all of it.
  await expect(page).toHaveURL(/eligible=number&eligible-numbers=30000,120000&against=present&averts=deaths&years=10/);
  const said = await app.adds.innerText();
  const link = page.url();
  await page.goto('about:blank');
  await page.goto(link);
  await app.fold(FOLD);
  await expect(app.adds).toContainText(said.split('\n')[0]);
  // The note takes it over, on paper and as a Word file.
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Evidence note' }).click();
  await page.getByRole('radio', { name: /offers/ }).check();
  const paper = page.getByTestId('note');
  await expect(paper).toContainText('150,000 residents who can have it');
  await expect(paper).toContainText('Bristol, BMC Health Services Research, 2018');
  await expect(paper).toContainText('than the service now');
  expect(pagesOf(await page.pdf({ format: 'A4' })).length).toBeLessThanOrEqual(6);
  const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /Word/ }).click()]);
  expect((await readFile(await word.path())).subarray(0, 2).toString()).toBe('PK');
});

test('what the page says is what is worked out without it', async ({ page }) => {
  const query = 'v=2&view=strategies&offers=universal,area&eligible=share&against=present&averts=stays&years=5&worth=2000';
  const { says, value } = evaluate(query);
  await page.goto(`/?${query}`);
  const app = new Value(page);
  await app.fold(FOLD);
  await expect(app.sure).toContainText('is best in');
  expect(await app.adds.getByRole('listitem').allInnerTexts()).toEqual(says.value);
  expect(await app.sure.getByRole('listitem').allInnerTexts()).toEqual(says.certainty);
  expect(value.certainty.at_worth.perfect_information).toBeGreaterThanOrEqual(0);
});

test('what cannot be used is said at its field, and nothing that is there is lost', async ({ page }) => {
  const app = new Value(page);
  await app.openValue('averts=deaths&years=10');
  const years = app.programme.getByRole('textbox', { name: /^For how many years/ });
  await years.fill('100');
  await years.blur();
  await expect(app.programme.getByRole('alert').filter({ hasText: 'Type a whole number of years from 1 to 60' })).toBeVisible();
  await expect(page).toHaveURL(/years=10(&|$)/);
  await app.fold('What is assumed, and can be changed');
  await page.getByRole('button', { name: 'Say where it comes from: Fixed cost' }).click();
  const note = page.getByRole('textbox', { name: 'Fixed cost, note' });
  await note.fill('x'.repeat(201));
  await note.blur();
  await expect(page.getByRole('alert').filter({ hasText: 'Use at most 200 characters' })).toBeVisible();
});

test('it can be read and worked by anybody, on a phone too', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  const app = new Value(page);
  await app.openValue('worth=20000&eligible=number');
  await expect(app.sure).toContainText('is best in');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
});
