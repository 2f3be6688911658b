// The page comes in parts: what the first view does not need is fetched when it is opened.

import { expect, test } from '@playwright/test';

import { App } from './support/page.mjs';

/** The names of the Wasm files fetched, in order. */
function wasmFetched(page) {
  const names = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').pop();
    if (name.endsWith('.wasm')) names.push(name.replace(/-[0-9a-f]{16}\.wasm$/, ''));
  });
  return names;
}

test('the first view fetches the program once, and nothing of the other views', async ({ page }) => {
  const names = wasmFetched(page);
  await new App(page).openMissed();
  expect(names).toEqual(['who-gets-missed']);
});

test('a view that is opened again is not fetched again', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  const names = wasmFetched(page);
  for (const heading of [/^Offer it to everyone/, /^If we target/, /^Offer it to everyone/]) {
    const name = heading.source.includes('Offer') ? 'Compare offers' : 'Areas';
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
  await expect(page.getByRole('alert')).toContainText('This part of the page did not arrive');
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
  await expect(page.getByRole('alert')).toContainText('This part of the page did not arrive');
});
