// Can I trust this? Published figures beside what comes out here, and the way from each to the page that has it.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, unfold } from './support/page.mjs';

/** What a row says: of what, what was published, what comes out here, and how they differ. */
const row = async (card, name) => {
  const row = card.getByRole('row', { name });
  await expect(row).toBeVisible();
  return row.getByRole('cell').allInnerTexts();
};

test('it is reached from the foot of any page, and from the figures', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=30');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Can I trust this?' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Can I trust this?' })).toBeFocused();
  await app.expectQuery('view=checked&share=30');

  await app.open('view=data');
  await page.getByRole('link', { name: 'See how these figures compare with published ones' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Can I trust this?' })).toBeVisible();
});

test('each published figure stands beside the one worked out here, with its difference and its source', async ({ page }) => {
  await new App(page).open('view=checked');
  const cases = [
    ['report-2022', 'Most deprived fifth', ['31%', '30.5%', '0.5 points less'], 'Annual Public Health Report 2022'],
    ['report-2022', 'Least deprived fifth', ['11%', '11.0%', 'as printed'], 'mid 2015'],
    ['outside-the-fifth', 'Share of them', ['55% to 62%', '56.8%', 'inside'], 'McCartney'],
    ['districts-2019', 'Share of districts', ['61%', '61.2%', 'as printed'], '194 of 317'],
    ['districts-2025', 'Share of districts', ['65%', '64.9%', 'as printed'], '192 of 296'],
    ['core20-suffolk', 'People', ['80,068', '78,530', '1,538 fewer (1.9%)'], 'Suffolk and North East Essex'],
    ['core20-ipswich', 'Areas', ['28', '28', 'as printed'], '28 of 85'],
  ];
  for (const [id, name, cells, text] of cases) {
    const card = page.getByTestId(id);
    expect(await row(card, new RegExp(`^${name}`)), id).toEqual(cells);
    await expect(card, id).toContainText(text);
    await expect(card, id).toContainText('Source: ');
  }
});

test('long tables are opened: the totals of England, and ten people', async ({ page }) => {
  await new App(page).open('view=checked');
  const totals = page.getByTestId('totals');
  await expect(totals.getByRole('table')).toBeHidden();
  await totals.getByText('Show the totals').click();
  await expect(totals.getByRole('row')).toHaveCount(13);
  expect(await row(totals, /^Residents, 2025/)).toEqual(['57,112,129', '57,112,146', '17 more (under 0.1%)']);
  const ten = page.getByTestId('ten-people');
  await ten.getByText('Show the ten people’s figures').click();
  await expect(ten.getByRole('row')).toHaveCount(13);
  await expect(ten).toContainText('12 of the 12 figures as printed');
});

test('a link opens the page with the number on it, and back leads here again', async ({ page }) => {
  // Seven pages, and the figures of nine regions each time.
  test.slow();
  const app = new App(page);
  const cases = [
    ['report-2022', 'Open Cambridgeshire and Peterborough, 2019 edition', (main) => expect(main).toContainText('30.5%')],
    ['outside-the-fifth', 'Open England, 2019 edition', () => expect(app.bigNumber).toHaveText('56.8%')],
    ['districts-2025', 'Open all councils of England with its most deprived tenth, 2025 edition', () => expect(app.share).toHaveValue('10')],
    ['areas-of-a-board', 'Open Suffolk and North East Essex ICB, 2019 edition', () => expect(app.share).toHaveValue('20')],
    ['core20-suffolk', 'Open Suffolk, 2019 edition', (main) => expect(main).toContainText('78,530 of 746,016')],
    ['core20-ipswich', 'Open Ipswich, 2019 edition', (main) => expect(main).toContainText('28 of the 85 areas')],
    ['totals', 'Open England, 2025 edition', (main) => expect(main).toContainText('of 57,112,146')],
  ];
  await app.open('view=checked');
  for (const [id, text, stands] of cases) {
    await page.getByTestId(id).getByRole('link', { name: text }).click();
    await expect(app.headline).toBeVisible();
    await unfold(page, page.locator('main'));
    await stands(page.locator('main'));
    await page.goBack();
    await expect(page.getByTestId(id)).toBeVisible();
  }
});

test('what does not come is told, and is asked for again', async ({ page }) => {
  let isCut = true;
  await page.route(/figures\/iod2019\/income-by-imd\/E12000008/, (route) => (isCut ? route.abort() : route.continue()));
  await new App(page).open('view=checked');
  await expect(page.getByTestId('problem')).toBeVisible();
  isCut = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('districts-2019')).toContainText('194 of 317');
});

test('on a phone it is at most six screens, and axe finds nothing', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await new App(page).open('view=checked');
  await expect(page.getByTestId('ten-people')).toBeVisible();
  const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  console.log(`      checked: ${screens.toFixed(1)} screens`);
  expect(screens).toBeLessThanOrEqual(6);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
  await unfold(page, page.locator('main'));
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});
