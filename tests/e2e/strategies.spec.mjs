// Universal, by area, by need, by group, proportionate: what a person does on the view that compares offers.

import { expect, test } from '@playwright/test';

import { App, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

const STARTS = [
  'NHS Health Checks',
  'School meals by claim',
  'Healthy Start',
  'Energy crisis help',
  'Sure Start',
  'Letters from council records',
  'Reach of children’s centres',
  'Health visits to newborns',
  'Carbon monoxide checks in pregnancy',
  'A children’s centre',
  'Covid-19 vaccination',
  'Free school meals',
  'Help with energy bills',
  'Diabetes care',
];

class Offers extends App {
  constructor(page) {
    super(page);
    this.comparison = page.getByTestId('comparison');
    this.tie = page.getByTestId('tie').getByRole('status');
  }

  async openOffers(query = '') {
    await this.open(`view=strategies${query ? `&${query}` : ''}`);
    await expect(this.comparison).toBeVisible();
  }

  assumption(name, column = 'likely') {
    return this.page.getByRole('textbox', { name: new RegExp(`^${name}, ${column}`) });
  }
}

for (const name of STARTS) {
  test(`a starting point in one click, with its story, its figures and its basis: ${name}`, async ({ page }) => {
    const app = new Offers(page);
    await app.openOffers();
    const button = page.getByRole('button', { name, exact: true });
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.start__story')).not.toBeEmpty();
    await expect(page.locator('.start__notes')).toContainText('The bad outcome is a');
    await expect(app.comparison).toContainText(/reaches?/);
    await expect(page.getByTestId('register').getByText('illustrative').first()).toBeVisible();
    await expect(page.getByRole('img', { name: /^Where .* end up/ })).toBeVisible();
  });
}

test('a number that is typed through does not move its neighbours for good', async ({ page }) => {
  await page.goto('/?view=strategies&cost-delivery=400,500,600');
  const entry = page.getByTestId('register').getByRole('listitem').filter({ hasText: 'Cost of each person who takes it up' });
  const [low, likely, high] = ['low', 'likely', 'high'].map((column) =>
    entry.getByRole('textbox', { name: new RegExp(`, ${column}, `) }),
  );
  await likely.fill('');
  await likely.pressSequentially('2500');
  await expect(low).toHaveValue('400');
  await expect(high).toHaveValue('2500');
  await expect(entry.getByRole('status')).toHaveText('High goes along to 2500, so that low, likely and high stay in order.');
  await likely.fill('550');
  await expect(high).toHaveValue('600');
  await expect(entry.getByRole('status')).toHaveText('');
});

test('beside the verdict stands what it rests on, and whether that was changed', async ({ page }) => {
  await new App(page).open('view=strategies');
  const assumed = page.getByTestId('assumed');
  await expect(assumed).toHaveText('Assumptions of the example “Covid-19 vaccination”: 1 published, 11 illustrative.');
  await page.getByRole('textbox', { name: /^Uptake, least deprived fifth.*likely/i }).fill('75');
  await expect(assumed).toHaveText('Assumptions of the example “Covid-19 vaccination”: 1 published, 1 your own, 10 illustrative.');
});

test('the first sight says who wins on what, both ways', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  await expect(app.comparison).toContainText(/Universal reaches [\d.]+ times as many people on low incomes as by area/);
  await expect(app.comparison).toContainText('For each person in need reached, by area is cheaper');
  await expect(page.getByTestId('register').getByText('published', { exact: true })).toBeVisible();
  await expect(page.getByTestId('register')).toContainText('Science 374 (2021)');
});

test('how sure it is follows in brackets and as lines across the bars', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  await expect(page.getByText('Working out how sure this is…').first()).toBeHidden({ timeout: 10_000 });
  const row = page.getByRole('table', { name: 'All results' }).getByRole('row', { name: /^People in need reached/ });
  await expect(row).toContainText(/\d \([\d,]+ to [\d,]+\)/);
});

test('an edited assumption changes the answer, is marked as one’s own, and can be reset', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  const before = await app.comparison.innerText();
  await app.assumption('Cost of each person who takes it up').fill('55.5');
  await expect(app.comparison).not.toHaveText(before);
  await app.expectQuery('view=strategies&cost-delivery=15,55.50,55.50');
  await expect(page.getByTestId('register').getByText('your own', { exact: true })).toBeVisible();
  await page.reload();
  await expect(app.assumption('Cost of each person who takes it up')).toHaveValue('55.50');
  await page.getByRole('button', { name: 'Reset Cost of each person who takes it up' }).click();
  await app.expectQuery('view=strategies');
});

test('text that is no amount is told, and the amount from before stays in use', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  const before = await app.comparison.innerText();
  await app.assumption('Uptake that stigma costs').fill('a lot');
  await app.assumption('Uptake that stigma costs').blur();
  await expect(page.locator('.govuk-error-message:visible')).toHaveText(/^Type percentages from 0 to 100/);
  expect(await app.comparison.innerText()).toBe(before);
});

test('a copied link opens to the same comparison', async ({ page, browser }) => {
  const app = new Offers(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.openOffers('place=E08000035');
  await page.getByRole('button', { name: 'Help with energy bills' }).click();
  await page.getByText('as far as the same budget').click();
  await page.getByRole('textbox', { name: 'Budget in pounds' }).fill('250000');
  await app.assumption('Uptake that stigma costs').fill('12');
  const text = await app.comparison.innerText();
  await page.getByRole('button', { name: 'Copy link to this page' }).click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const elsewhere = await (await browser.newContext()).newPage();
  await elsewhere.goto(link);
  await expect(elsewhere.getByTestId('comparison')).toHaveText(text, { useInnerText: true });
  await elsewhere.context().close();
});

test('when two offers tie, and when nothing in range makes them tie', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  await expect(app.tie).toContainText(/tie on cost for each person in need reached if “Uptake, most deprived fifth” is [\d.]+%/);
  await page.getByRole('combobox', { name: 'On', exact: true }).selectOption('people in need reached');
  await expect(app.tie).toContainText(/No tie with “Uptake, most deprived fifth” from 0\.0% to 100\.0%: universal always has the higher value/);
});

test('offers are added and taken out, and two always stay', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  await page.getByText('By individual need', { exact: true }).click();
  await expect(app.comparison).toContainText('by individual need');
  await app.expectQuery('view=strategies&offers=universal,area,need,proportionate');
  for (const name of ['By individual need', 'Proportionate universal']) {
    await page.getByRole('checkbox', { name, exact: true }).uncheck();
  }
  await expect(page.getByRole('checkbox', { name: 'Universal', exact: true })).toBeDisabled();
});

test('a budget is split over fifths and over councils, and is spent exactly', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  const table = page.getByRole('table', { name: 'Split a budget by need' });
  await expect(table.getByRole('row')).toHaveCount(6);
  await page.getByText('councils', { exact: true }).click();
  await expect(table.getByRole('row', { name: /Fenland/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Universal floor' }).fill('100');
  const cells = await table.getByRole('cell').allInnerTexts();
  const perHead = cells.filter((_, index) => index % 3 === 1);
  expect(new Set(perHead).size).toBe(1);
});

test('a budget below the fixed cost reaches nobody, and the page says so', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers('funding=budget&budget=10');
  await expect(app.comparison).toContainText('the budget is below the fixed cost, so nobody is reached');
});

test('the whole task with the keyboard alone', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  await page.getByRole('button', { name: 'Free school meals' }).focus();
  await page.keyboard.press('Enter');
  await expect(app.need).toHaveValue('1');
  await page.getByRole('checkbox', { name: 'By area', exact: true }).focus();
  await page.keyboard.press('Space');
  await app.assumption('Fixed cost').focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('123');
  await expect(page.getByTestId('register').getByText('your own', { exact: true })).toBeVisible();
  await app.slider.focus();
  await page.keyboard.press('PageUp');
  await expect(app.share).toHaveValue('30');
});

test('an example of published figures tells where they stand, and what was found elsewhere', async ({ page }) => {
  const app = new Offers(page);
  await app.openOffers();
  await page.getByRole('button', { name: 'Sure Start' }).click();
  await expect(app.need).toHaveValue('1');
  await expect(page.locator('.start__notes')).toContainText('Published result: one more centre for each thousand');
  const register = page.getByTestId('register');
  await expect(register.getByText('published', { exact: true })).toHaveCount(3);
  await expect(register).toContainText('RB073, July 2011, key messages: £4,860 for each child');
  // Who changes a number has no source for it any more.
  await app.assumption('Cost of each person who takes it up').fill('4000');
  await expect(register.getByText('published', { exact: true })).toHaveCount(2);
  await expect(register).not.toContainText('RB073');
});
