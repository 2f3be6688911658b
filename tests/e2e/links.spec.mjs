// A page is its link: it opens to the same page for anyone, and a link that cannot be followed still opens.

import { expect, test } from '@playwright/test';

import { App, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

test('a copied link opens to the same page elsewhere', async ({ page, browser }) => {
  const app = new App(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await app.openMissed('place=E09000005&cut=local&share=12.5');
  await page.getByRole('button', { name: 'Copy link to this page' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const elsewhere = await (await browser.newContext()).newPage();
  const other = new App(elsewhere);
  await elsewhere.goto(link);
  await expect(other.headline).toBeVisible();
  expect(await other.answer()).toEqual(await app.answer());
  await elsewhere.context().close();
});

test('where the clipboard is closed the link can be copied by hand', async ({ page }) => {
  const app = new App(page);
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await app.openMissed('share=30');
  await page.getByRole('button', { name: 'Copy link to this page' }).click();
  await expect(page.getByLabel('Copy this link')).toHaveValue(/\?v=2&data=iod2019&place=cambridgeshire-peterborough&share=30$/);
});

test('what a link asks for and cannot have is told, and the rest is shown', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=30&colour=blue&need=everyone&place=E07000008,E07009999');
  const notice = page.getByRole('region', { name: 'This link could not be followed to the letter' });
  await expect(notice).toContainText('“colour” means nothing to this page');
  await expect(notice).toContainText('“everyone” cannot be used for “need”');
  await expect(notice).toContainText('E07009999');
  await expect(app.share).toHaveValue('30');
  await notice.getByRole('button', { name: 'Close' }).click();
  await expect(notice).toBeHidden();
});

test('markup in a link stays text', async ({ page }) => {
  const app = new App(page);
  await app.openMissed(`need=${encodeURIComponent('<img src=x onerror=window.hacked=1>')}`);
  await expect(page.getByText('<img src=x onerror=window.hacked=1>')).toBeVisible();
  expect(await page.evaluate(() => window.hacked)).toBeUndefined();
});

test('views follow "back", name themselves in the tab, and take the focus', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=30');
  await expect(page).toHaveTitle('Cambridgeshire and Peterborough: Who gets missed?');
  await app.chooseCouncil('leed', 'Leeds');
  await expect(page).toHaveTitle('Leeds: Who gets missed?');
  await page.goBack();
  const foot = page.getByRole('contentinfo');
  await foot.getByRole('link', { name: 'About' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'About this tool' })).toBeFocused();
  await expect(page).toHaveTitle('About this tool: Who gets missed?');
  await app.expectQuery('view=about&share=30');
  await foot.getByRole('link', { name: 'Figures' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The figures' })).toBeVisible();
  await page.goBack();
  await page.goBack();
  await expect(app.share).toHaveValue('30');
});

test('on a phone the pages are behind a menu, by keyboard too, which closes when one is chosen', async ({ page }) => {
  const app = new App(page);
  await page.setViewportSize({ width: 375, height: 720 });
  await app.openMissed();
  const pages = page.getByRole('navigation', { name: 'Pages' });
  await expect(pages).toBeHidden();
  const menu = page.getByRole('button', { name: 'Menu' });
  await menu.press('Enter');
  await expect(menu).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await expect(pages.getByRole('link', { name: 'One place' })).toBeFocused();
  await pages.getByRole('link', { name: 'Saved' }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Saved pages' })).toBeFocused();
  await expect(pages).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 720 });
  await expect(pages).toBeVisible();
  await expect(menu).toBeHidden();
});

test('"back" out of an open list or a half-typed number breaks nothing', async ({ page }) => {
  const app = new App(page);
  const broken = [];
  page.on('pageerror', (error) => broken.push(error.message));
  for (const type of [() => app.council.fill('cam'), () => app.share.fill('x'), () => app.need.focus()]) {
    await app.open('view=about');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'One place' }).click();
    await expect(app.headline).toBeVisible();
    await type();
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'About this tool' })).toBeVisible();
  }
  expect(broken).toEqual([]);
});

test('a measure that the figures lack offers a way on and keeps the place', async ({ page }) => {
  const app = new App(page);
  await app.open('view=data');
  // A file of one's own without the columns of children.
  const head = 'LSOA code (2021),Local Authority District code (2024),Local Authority District name (2024),' +
    'Index of Multiple Deprivation (IMD) Rank,Income Score (rate),Total population: mid 2022';
  const rows = ['E01011264,E08000035,Leeds,1200,0.4,1500', 'E01011265,E08000035,Leeds,21200,0.1,1700'];
  await app.addFile({ name: 'leeds.csv', mimeType: 'text/csv', buffer: Buffer.from(`${[head, ...rows].join('\n')}\n`) });
  await expect(app.outcome).toContainText('is in use');
  await app.follow('data=iod2025&need=children&place=E08000035');
  await expect(page.getByTestId('problem')).toContainText('do not count children in low-income families');
  await page.getByRole('button', { name: 'Show people on low incomes' }).click();
  await expect(page.getByRole('heading', { name: 'Leeds' })).toBeVisible();
});

test('a place that no figures have offers a way on', async ({ page }) => {
  const app = new App(page);
  await app.open('place=E07009999');
  await expect(page.getByTestId('problem')).toContainText('do not have this place');
  await page.getByRole('button', { name: /Start again/ }).click();
  await expect(app.bigNumber).toHaveText('71.7%');
});

test('figures that do not come are asked for again, and nothing chosen is lost', async ({ page }) => {
  const app = new App(page);
  await page.route('**/children-by-imd/*.csv', (route) => route.abort());
  await app.openMissed('place=E08000035');
  await app.need.selectOption({ label: 'Children in low-income families' });
  await expect(page.getByTestId('problem')).toContainText('have not arrived');
  await page.unroute('**/children-by-imd/*.csv');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Leeds' })).toBeVisible();
  await expect(app.headline).toContainText('children');
});

test('inside a frame the page has no furniture of its own and keeps source and way out', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('embed=1&share=30');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await expect(page.getByText('Contains public sector information')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Open the full tool' })).toHaveAttribute('href', /\?v=2&data=iod2019&share=30$/);
});
