// The page comes in parts: what the first view does not need is fetched when it is opened.

import { expect, test } from '@playwright/test';

import { NAMES } from '../../scripts/views.mjs';
import { App, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

/** The names of the Wasm files that the page itself fetched, in order; what a frame in it shows is a page of its own. */
function wasmFetched(page) {
  const names = [];
  page.on('request', (request) => {
    if (request.frame() !== page.mainFrame()) return;
    const name = new URL(request.url()).pathname.split('/').pop();
    if (name.endsWith('.wasm')) names.push(name.replace(/-[0-9a-f]{16}\.wasm$/, ''));
  });
  return names;
}

/** Nothing has been added to the page for a while. */
async function isBuilt(page) {
  await expect(page.locator('#heading')).toBeVisible();
  let before;
  await expect(async () => {
    const now = await page.locator('*').count();
    const isSame = now === before;
    before = now;
    expect(isSame).toBe(true);
  }).toPass({ intervals: [600] });
}

test('the first view fetches the program, then what follows its answer, and nothing of the other views', async ({ page }) => {
  const names = wasmFetched(page);
  const styles = [];
  page.on('request', (request) => request.resourceType() === 'stylesheet' && styles.push(request.url()));
  let arrive;
  const isComing = new Promise((done) => (arrive = done));
  await page.route(/split_further-[0-9a-f]+\.wasm$/, async (route) => {
    await isComing;
    await route.continue();
  });
  const app = new App(page);
  await app.openMissed();
  // The answer does not wait for it.
  await app.slider.press('ArrowRight');
  await expect(app.share).toHaveValue('21');
  await expect(page.getByTestId('two-meanings')).toBeHidden();
  arrive();
  await expect(page.getByTestId('two-meanings')).toBeVisible();
  await expect(app.need).toBeVisible();
  expect(names[0]).toBe('who-gets-missed');
  expect(names.filter((name) => name.startsWith('split_'))).toEqual(['split_further']);
  expect(new Set(names).size).toBe(names.length);
  expect(styles).toHaveLength(1);
});

test('what follows the first answer says so if it does not arrive, and comes when it is tried again', async ({ page }) => {
  const isPart = /split_further-[0-9a-f]+\.wasm$/;
  await page.route(isPart, (route) => route.abort());
  const app = new App(page);
  await app.openMissed('share=35');
  await expect(page.getByRole('alert').filter({ hasText: 'has not arrived' })).toHaveCount(2);
  await page.unroute(isPart);
  for (let left = 2; left > 0; left -= 1) await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByTestId('two-meanings')).toBeVisible();
  await expect(app.need).toBeVisible();
});

for (const view of NAMES.slice(1)) {
  test(`with a link to ${view} its files, and no others, are asked for before the program is there`, async ({ context }) => {
    // A page of its own on a phone: what is folded there comes after the page where it is open.
    const page = await context.newPage();
    await page.setViewportSize({ width: 375, height: 740 });
    const names = wasmFetched(page);
    let arrive;
    const isComing = new Promise((done) => (arrive = done));
    await page.route(/who-gets-missed-[0-9a-f]+\.wasm$/, async (route) => {
      await isComing;
      await route.continue();
    });
    await page.goto(`./?view=${view}`);
    await expect.poll(() => names.some((name) => name.startsWith('split_'))).toBe(true);
    // They are asked for together: what was asked for before an answer from the page is all of it.
    await page.evaluate(() => document.title);
    const early = [...names];
    arrive();
    await isBuilt(page);
    expect(names).toEqual(early);
  });

  test(`nothing in sight moves while ${view} is built`, async ({ page }) => {
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      globalThis.shifts = [];
      const note = (list) => globalThis.shifts.push(...list.getEntries().map(({ value }) => value));
      new PerformanceObserver(note).observe({ type: 'layout-shift', buffered: true });
    });
    await page.setViewportSize({ width: 375, height: 740 });
    await page.goto(`./?view=${view}`);
    await isBuilt(page);
    const shifts = await page.evaluate(() => globalThis.shifts);
    expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05);
  });
}

test('a view that is opened again is not fetched again', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  const names = wasmFetched(page);
  for (const heading of [/^Offer it to everyone/, /^If we target/, /^Offer it to everyone/]) {
    const name = heading.source.includes('Offer') ? 'Compare offers' : 'One place';
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name }).click();
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  }
  expect(names.filter((name) => name === 'split_offers')).toHaveLength(1);
  expect(new Set(names).size).toBe(names.length);
});

test('a part that does not arrive says so, and comes when it is tried again', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=35');
  const isPart = /split_offers-[0-9a-f]+\.wasm$/;
  await page.route(isPart, (route) => route.abort());
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare offers' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of the page has not arrived');
  await page.unroute(isPart);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Offer it to everyone/ })).toBeFocused();
  await app.expectQuery('view=strategies&share=35');
});

test('a part that was changed on the way is refused', async ({ page }) => {
  await page.route(/split_read-[0-9a-f]+\.wasm$/, async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto('./?view=about');
  await expect(page.getByRole('alert')).toContainText('This part of the page has not arrived');
});

test('a site’s own colours hold in every view: the style of parts that come later does not undo them', async ({ page }) => {
  // As a council adds it: a style sheet after the page's own.
  await page.route('**/council.css', (route) => route.fulfill({ contentType: 'text/css', body: ':root { --missed-need: #005ea5; }' }));
  await page.route(/\/(?:\?|$)/, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('</head>', '<link rel="stylesheet" href="council.css"></head>');
    await route.fulfill({ response, body });
  });
  const app = new App(page);
  for (const query of ['', 'view=strategies', 'view=councils']) {
    await app.open(query);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('link[rel="stylesheet"][href*="more-"]')).toHaveCount(query === '' ? 0 : 1);
    const colour = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--missed-need'));
    expect(colour.trim(), query).toBe('#005ea5');
  }
});
