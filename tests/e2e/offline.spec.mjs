// After the first visit nothing is needed from the network, and a new version comes whole, when the person wants it.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { VIEWS } from '../../scripts/views.mjs';
import { POLICY, host } from './support/host.mjs';
import { App, hasGuessed, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));
test.beforeEach(({ page }) => hasGuessed(page));

test.use({ serviceWorkers: 'allow' });

const BASE = '/tools/who-gets-missed/';
const headers = { 'Content-Security-Policy': POLICY };

let server;
let folder;
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dist-'));
  cpSync('dist', folder, { recursive: true });
});
test.afterEach(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The worker has kept everything and answers for this page. */
const isKept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated'));

/** Puts a changed version in place of the one served: another title, and a worker that lists it. */
async function publish(title) {
  const { createHash } = await import('node:crypto');
  const file = join(folder, 'index.html');
  const before = readFileSync(file);
  const after = Buffer.from(before.toString().replace(/<meta name="color-scheme"/, `<meta name="generator" content="${title}"><meta name="color-scheme"`));
  writeFileSync(file, after);
  const checksum = (bytes) => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  expect(worker).toContain(checksum(before));
  writeFileSync(join(folder, 'sw.js'), `${worker.replaceAll(checksum(before), checksum(after)).replace(/"([0-9a-f]{16})"/, `"${title}"`)}`);
}

test('before the program is there the page says what it is, and goes on from there', async ({ page }) => {
  let arrive;
  const isComing = new Promise((done) => (arrive = done));
  await page.route('**/*.wasm', async (route) => {
    await isComing;
    await route.continue();
  });
  await page.goto('./?view=about');
  await expect(page.getByText('This page shows, for any council in England, whom a target by area reaches')).toBeVisible();
  await expect(page.getByText('Getting the tool ready…')).toBeVisible();
  arrive();
  await expect(page.getByRole('heading', { level: 1, name: 'About this tool' })).toBeVisible();
  await expect(page.getByText('Getting the tool ready…')).toHaveCount(0);
});

test('a browser that says nothing of what it has painted starts the page all the same', async ({ page }) => {
  await page.addInitScript(() => delete globalThis.PerformanceObserver);
  await page.goto('./');
  await expect(new App(page).headline).toBeVisible();
});

test('the server dies, and every view, council and edition still opens', async ({ page }) => {
  server = await host({ folder, base: BASE, headers });
  const app = new App(page);
  await page.goto(server.url);
  await expect(app.headline).toBeVisible();
  await expect.poll(() => isKept(page), { timeout: 30_000 }).toBe(true);
  const { url } = server;
  await server.close();
  server = undefined;

  await page.goto(`${url}?share=35&place=E08000035&need=older&rank=need`);
  await expect(app.headline).toContainText('older people on low incomes');
  for (const { key, heading } of VIEWS) {
    await page.goto(`${url}?view=${key}&data=iod2025`);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
  }
});

test('a new version is offered, used when wanted, and the choices stay', async ({ page }) => {
  server = await host({ folder, base: BASE, headers });
  const app = new App(page);
  await page.goto(`${server.url}?share=35`);
  await expect(app.headline).toBeVisible();
  await expect.poll(() => isKept(page), { timeout: 30_000 }).toBe(true);
  await page.reload();
  await expect(app.headline).toBeVisible();
  const before = await app.answer();

  await publish('second');
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
  await expect(page.getByText('A new version of this tool is ready.')).toBeVisible({ timeout: 30_000 });
  // Until it is wanted, the old one goes on, whole.
  await page.reload();
  await expect(page.locator('meta[name=generator]')).toHaveCount(0);
  expect(await app.answer()).toEqual(before);
  await expect(page.getByText('A new version of this tool is ready.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('meta[name=generator]')).toHaveAttribute('content', 'second');
  await expect(app.headline).toBeVisible();
  expect(await app.answer()).toEqual(before);
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches.filter((name) => name.startsWith('who-gets-missed-app'))).toHaveLength(1);
});

test('a tab in the middle of something is not loaded again because another one was', async ({ page, context }) => {
  server = await host({ folder, base: BASE, headers });
  await page.goto(server.url);
  await expect(new App(page).headline).toBeVisible();
  await expect.poll(() => isKept(page), { timeout: 30_000 }).toBe(true);
  const session = await context.newPage();
  await session.goto(`${server.url}?present=1&session=1&step=1`);
  const guess = session.getByRole('textbox', { name: /^Your guess/ });
  await guess.fill('37');
  await session.evaluate(() => (window.isSame = true));

  await publish('second');
  await page.evaluate(() => navigator.serviceWorker.ready.then((registration) => registration.update()));
  const ready = (tab) => tab.getByText('A new version of this tool is ready.');
  await expect(ready(page)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Use it now' }).click();
  await expect(page.locator('meta[name=generator]')).toHaveAttribute('content', 'second');

  // The other tab is asked by itself, goes on meanwhile, without a network too, and has what it had.
  const { url } = server;
  await server.close();
  server = undefined;
  await expect(guess).toHaveValue('37');
  expect(await session.evaluate(() => window.isSame)).toBe(true);
  await session.getByRole('button', { name: 'Leave the presentation' }).click();
  await session.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare offers' }).click();
  await expect(session.getByRole('heading', { level: 1, name: /^Offer it to everyone/ })).toBeVisible();
  expect(await session.evaluate(() => window.isSame)).toBe(true);
  await expect(session.locator('meta[name=generator]')).toHaveCount(0);
  await session.getByRole('button', { name: 'Use it now' }).click();
  await expect(session.locator('meta[name=generator]')).toHaveAttribute('content', 'second');
  // Once no tab is at the old version, nothing of it is kept.
  await session.close();
  await page.goto(url);
  const versions = () => page.evaluate(() => window.caches.keys()).then((names) => names.filter((name) => name.startsWith('who-gets-missed-app')));
  await expect.poll(async () => (await versions()).length).toBe(1);
});

test('a version that did not come whole is not taken', async ({ page }) => {
  server = await host({ folder, base: BASE, headers });
  const app = new App(page);
  await page.goto(server.url);
  await expect(app.headline).toBeVisible();
  await expect.poll(() => isKept(page), { timeout: 30_000 }).toBe(true);
  await publish('third');
  writeFileSync(join(folder, 'figures/iod2019/authorities.csv'), 'half');
  const outcome = await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update().catch(() => {});
    const { installing } = registration;
    if (!installing) return 'none';
    return new Promise((done) => installing.addEventListener('statechange', () => done(installing.state)));
  });
  expect(['none', 'redundant']).toContain(outcome);
  await expect(page.getByText('A new version of this tool is ready.')).toBeHidden();
  await page.reload();
  await expect(app.headline).toBeVisible();
  await expect(page.locator('meta[name=generator]')).toHaveCount(0);
});

test('the page can be installed: a manifest with icons that are there', async ({ page, request }) => {
  server = await host({ folder, base: BASE, headers });
  await page.goto(server.url);
  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await request.get(new URL(address, server.url).href)).json();
  expect(manifest.display).toBe('standalone');
  for (const { src, type, sizes } of manifest.icons) {
    const response = await request.get(new URL(src, server.url).href);
    expect(response.ok(), src).toBe(true);
    if (type !== 'image/png') continue;
    const bytes = await response.body();
    // Width and height stand at the head of a PNG.
    expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes);
  }
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
});

test('a browser without WebAssembly, and one whose program did not come, are told', async ({ page }) => {
  server = await host({ folder, base: BASE, headers });
  const told = page.getByRole('alert').filter({ hasText: 'The tool is not running.' });
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await page.goto(server.url);
  await expect(told).toBeVisible();
});
