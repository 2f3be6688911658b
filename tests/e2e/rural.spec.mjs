// Rural and urban areas: what a person does with the part of the first view that is fetched when it is opened.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';

import { App, reveal } from './support/page.mjs';

class Rural extends App {
  constructor(page) {
    super(page);
    this.opener = page.locator('summary', { hasText: 'Rural and urban areas' });
    this.part = page.getByRole('region', { name: 'Rural and urban areas', exact: true });
    this.missedTable = this.part.getByRole('table', { name: 'Reached and missed by the national target' });
    this.targets = this.part.getByRole('table', { name: 'The same share, ranked in two ways' });
  }

  async openRural(query = 'v=2&place=E07000146') {
    await this.openMissed(`${query}&within=rural`);
    await expect(this.missedTable).toBeVisible();
  }

  said(id) {
    return this.part.getByTestId(`rural-${id}`);
  }
}

/** The files of figures by class of area that are asked for. */
function fetchedFigures(page) {
  const names = [];
  page.on('request', (request) => {
    const name = request.url().match(/figures\/(.*(?:rural-|later).*)$/);
    if (name) names.push(name[1]);
  });
  return names;
}

test('it is closed at first, its figures come when it is opened, and the link says so', async ({ page }) => {
  const names = fetchedFigures(page);
  const app = new Rural(page);
  await app.openMissed('v=2&place=E07000146');
  await expect(app.opener).toBeVisible();
  expect(names).toEqual([]);
  await app.opener.click();
  await expect(app.said('here')).toHaveText(
    'Of 30,924 people on low incomes here, 15,474 (50.0%) live in rural areas: 53 of the 92 areas here.',
  );
  expect(names).toEqual(['iod2025/later.csv', 'iod2025/income-by-imd/rural-E12000006.csv']);
  await app.expectQuery('v=2&place=E07000146&within=rural');
  await page.reload();
  await expect(app.missedTable).toBeVisible();
  await app.opener.click();
  await expect(app.part).toHaveCount(0);
  await app.expectQuery('v=2&place=E07000146');
});

for (const width of [1280, 375]) {
  test(`King’s Lynn: the national fifth against the fifth of rural and of urban areas, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Rural(page);
    await app.openRural();
    await expect(app.said('missed')).toContainText('would miss 85.5% of people on low incomes in rural areas and 43.8% of those in urban areas');
    await expect(app.said('england')).toContainText('5,554 rural areas, 209 (3.8%)');
    await expect(app.said('within')).toContainText('would take 50 areas here; the national target takes 17');
    await expect(app.missedTable.getByRole('row', { name: 'Rural areas' })).toContainText('85.5%');
    await expect(app.targets.getByRole('row', { name: 'Of all areas of England' })).toContainText('14.5%');
    await expect(app.targets.getByRole('row', { name: 'Of its rural and of its urban areas' })).toContainText(/about 79\.\d%/);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('it follows the slider, the need and the edition', async ({ page }) => {
  const app = new Rural(page);
  await app.openRural();
  await app.share.fill('10');
  await expect(app.said('england')).toContainText('71 (1.3%)');
  await app.need.selectOption({ label: 'Children in low-income families' });
  await expect(app.said('here')).toContainText('children in low-income families');
  await app.chooseEdition('2019 edition');
  await expect(app.said('definition')).toContainText('classification of 2011');
  await expect(app.said('england')).toContainText('5,598 rural areas, 54 (1.0%)');
});

test('a place without rural areas says so, and a local target is not split', async ({ page }) => {
  const app = new Rural(page);
  await app.openRural('v=2&place=E09000001');
  await expect(app.said('here')).toHaveText('No area here is rural: all 771 people on low incomes here live in urban areas.');
  await expect(app.missedTable.getByRole('row')).toHaveCount(2);
  await page.getByText('this place', { exact: true }).click();
  await expect(app.said('bound')).toContainText('how a local target splits is not known');
});

test('it works by keyboard', async ({ page }) => {
  const app = new Rural(page);
  await app.openMissed('v=2&place=E07000146');
  await app.opener.focus();
  await page.keyboard.press('Enter');
  await expect(app.missedTable).toBeVisible();
  await expect(app.opener).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(app.part).toHaveCount(0);
});

test('figures that do not come are told, and come when they are tried again', async ({ page }) => {
  const app = new Rural(page);
  const isFile = /rural-E12000006\.csv/;
  await page.route(isFile, (route) => route.abort());
  await app.openMissed('v=2&place=E07000146');
  await app.opener.click();
  await expect(app.part.getByTestId('problem')).toBeVisible();
  // The rest of the page has its answer.
  await expect(app.headline).toBeVisible();
  await page.unroute(isFile);
  await app.part.getByRole('button', { name: 'Try again' }).click();
  await expect(app.missedTable).toBeVisible();
});

test('figures that were changed on the way are refused', async ({ page }) => {
  const app = new Rural(page);
  await page.route(/rural-E12000006\.csv/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('1', '2') });
  });
  await app.openMissed('v=2&place=E07000146');
  await app.opener.click();
  await expect(app.part.getByTestId('problem')).toBeVisible();
});

test('files hold both classes where the part is open', async ({ page }) => {
  const app = new Rural(page);
  await app.openRural();
  const coming = page.waitForEvent('download');
  const button = page.getByRole('button', { name: 'Download all results: For a program (JSON)' });
  await reveal(page, button);
  await button.click();
  const results = JSON.parse(readFileSync(await (await coming).path(), 'utf8'));
  expect(results.rural_urban.rural.national.areas).toBe(5);
  expect(results.rural_urban.rural.within.areas).toBe(38);
  expect(results.says.rural_here).toContain('15,474 (50.0%)');
});

test('on paper it stands where it is open, and not where it is closed', async ({ page }) => {
  const app = new Rural(page);
  await app.openMissed('v=2&place=E07000146');
  await page.emulateMedia({ media: 'print' });
  await expect(app.opener).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await app.opener.click();
  await expect(app.missedTable).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(app.said('missed')).toBeVisible();
  await expect(app.missedTable).toBeVisible();
});

test('the open part has no faults that axe finds', async ({ page }) => {
  const app = new Rural(page);
  await app.openRural();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations).toEqual([]);
});
