// Treat those most at risk, or shift everyone a little: what a person does on that view.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, openFolds } from './support/page.mjs';
import { evaluate, saved } from './support/results.mjs';

test.beforeEach(({ page }) => openFolds(page));

class Risk extends App {
  constructor(page) {
    super(page);
    this.shift = page.getByRole('textbox', { name: /^How far everyone’s .* falls$/ });
    this.shiftSlider = page.getByRole('slider', { name: /^How far everyone’s .* falls$/ });
    this.uptake = page.getByRole('textbox', { name: 'How many of them take it up' });
    this.sides = page.getByTestId('side-by-side');
    this.missed = page.getByTestId('missed');
    this.problem = page.getByTestId('problem');
    this.register = page.getByTestId('register');
  }

  async openRisk(query = '') {
    await this.open(`view=population${query ? `&${query}` : ''}`);
    await expect(this.bigNumber).toBeVisible();
  }

  openFactor() {
    return this.page.getByText('The risk: its name, its lines and who is past them').click();
  }

  field(name) {
    return this.page.getByRole('textbox', { name, exact: true });
  }
}

const axe = async (page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)]);
};

for (const width of [1280, 375]) {
  test(`the whole task at ${width} px: from published figures to a risk of one’s own`, async ({ page }) => {
    const app = new Risk(page);
    await page.setViewportSize({ width, height: 800 });
    await app.openRisk();
    await expect(app.bigNumber).toHaveText('0.1 kg/m²');
    await expect(app.headline).toContainText('Treating 5.6 in every 100 adults lowers the average BMI by 0.1 kg/m²');
    await expect(app.missed).toContainText('It then misses 93.6% of all adults with BMI 25 or more');
    await expect(app.missed).toContainText('12.9% of this place’s people');
    await expect(page.getByRole('img', { name: /^Adults with BMI 30 or more. 1993: 14.9%. 2019: 28.0%/ })).toBeVisible();
    await expect(app.register).toContainText('SN03336');

    await app.shift.fill('2');
    await expect(page.getByTestId('shift')).toContainText('A fall of 2 kg/m² for everyone');
    await app.uptake.fill('50');
    await expect(app.headline).toContainText('Treating 14.0 in every 100');
    await app.expectQuery('view=population&factor-uptake=50&factor-shift=2');
    await app.chooseCouncil('leed', 'Leeds');
    await expect(page.getByRole('heading', { name: 'Leeds' })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole('heading', { name: 'Cambridgeshire and Peterborough' })).toBeVisible();
    await expect(app.shift).toHaveValue('2');

    await page.getByRole('button', { name: 'A risk of your own' }).click();
    await app.openFactor();
    await app.field('Name of the risk').fill('cholesterol');
    await app.field('Unit').fill('mmol/l');
    await app.field('First line').fill('5');
    await app.field('Second line').fill('7.5');
    await expect(page.getByRole('heading', { name: 'How cholesterol is spread over adults' })).toBeVisible();
    await expect(page.getByRole('heading', { name: /of adults with cholesterol 5 or more are missed/ })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await axe(page)).toEqual([]);
    await page.reload();
    await expect(page.getByRole('heading', { name: 'How cholesterol is spread over adults' })).toBeVisible();
  });
}

test('the whole task with the keyboard alone', async ({ page }) => {
  const app = new Risk(page);
  await app.openRisk();
  await app.shiftSlider.focus();
  await page.keyboard.press('Home');
  await expect(page.getByTestId('shift')).toHaveText('A fall of 0 for everyone changes nothing.');
  for (let press = 0; press < 10; press += 1) await page.keyboard.press('ArrowRight');
  await expect(app.shift).toHaveValue('0.5');
  await app.expectQuery('view=population&factor-shift=0.5');
  await app.uptake.focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('40');
  await expect(app.headline).toContainText('Treating 11.2 in every 100');
  await expect(page.getByTestId('spoken')).toContainText('treating 11.2 in every 100 adults');
  const own = page.getByRole('button', { name: 'Blood pressure (made-up figures)' });
  await own.focus();
  await page.keyboard.press('Enter');
  await expect(own).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { name: 'How blood pressure is spread over adults' })).toBeVisible();
  await page.getByText('Deprivation and the number of adults').focus();
  await page.keyboard.press('Tab');
  const summary = page.locator('summary', { hasText: 'Deprivation and the number of adults' });
  await summary.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('radio', { name: 'England’s areas' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(app.missed).toContainText('most deprived fifth of this place’s own areas');
  await page.goBack();
  await expect(app.missed).toContainText('most deprived fifth of England’s areas');
});

test('wrong input is told at the field, and the number from before stays', async ({ page }) => {
  const app = new Risk(page);
  await app.openRisk();
  await app.shift.fill('a lot');
  await app.shift.blur();
  await expect(page.locator('.govuk-error-message:visible')).toHaveText('Type a number of 0 or more, such as 2');
  await expect(page.getByTestId('shift')).toContainText('A fall of 1 kg/m²');
  await app.openFactor();
  await app.field('Name of the risk').fill('x'.repeat(41));
  await app.field('Name of the risk').blur();
  await expect(page.locator('.govuk-error-message:visible')).toContainText(['Type a number of 0 or more', 'Type up to 40 letters']);
  await expect(page.getByRole('heading', { name: 'How BMI is spread over adults' })).toBeVisible();
  expect(await axe(page)).toEqual([]);
});

test('choices that cannot be true together are told in one message, and nothing else is lost', async ({ page }) => {
  const app = new Risk(page);
  await app.openRisk('place=E08000035&factor-uptake=33');
  await app.openFactor();
  await app.field('Adults with BMI 30 or more in 2019').fill('70');
  await expect(app.problem).toContainText('Fewer adults must have BMI 30 or more than BMI 25 or more');
  await expect(app.uptake).toHaveValue('33');
  await app.field('Adults with BMI 30 or more in 2019').fill('30');
  await expect(app.problem).toBeHidden();
  await expect(app.bigNumber).toBeVisible();
  await app.field('Second line').fill('20');
  await expect(app.problem).toContainText('The lines must rise, but they are 25, 20, 35, 40');
  expect(await axe(page)).toEqual([]);
  await app.problem.getByRole('button', { name: 'Go back to the starting values' }).click();
  await app.expectQuery('view=population&place=E08000035');
  await expect(app.bigNumber).toHaveText('0.1 kg/m²');
});

test('a changed figure is one’s own and goes back by itself', async ({ page }) => {
  const app = new Risk(page);
  await app.openRisk('factor-shift=2');
  const entry = app.register.getByRole('listitem').filter({ hasText: 'Fall of BMI for everyone' });
  await expect(entry).toContainText('your own');
  await entry.getByRole('button', { name: 'Reset: Fall of BMI for everyone' }).click();
  await expect(entry).toContainText('illustrative');
  await app.expectQuery('view=population');
});

test('a link with nonsense says so, and the place’s adults do not depend on the need of another view', async ({ page }) => {
  const app = new Risk(page);
  await app.openRisk('need=children&data=iod2025&factor-uptake=120');
  await expect(page.getByText('factor-uptake').first()).toBeVisible();
  await expect(page.getByTestId('people')).toContainText('residents of all ages (mid 2022)');
});

test('all results are those of evaluate', async ({ page }) => {
  const query = 'view=population&place=E08000035&factor-uptake=35&factor-shift=2.5&factor-shift-by=percent';
  await new App(page).open(query);
  const { text } = await saved(page, 'Download all results: For a program (JSON)');
  expect(JSON.parse(text)).toEqual(evaluate(query));
});
