// A strict policy for what a page may do, as security teams ask for it, breaks nothing.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { NAMES } from '../../scripts/views.mjs';
import { POLICY, TRUSTED_TYPES, host } from './support/host.mjs';
import { App, hasGuessed } from './support/page.mjs';
import { FOR_ALL } from './support/shipped.mjs';

test.use({ serviceWorkers: 'allow' });

const VIEWS = [...NAMES, 'missed&present=1', 'missed&present=1&session=1'];

test.beforeEach(({ page }) => hasGuessed(page));

let server;
test.afterEach(() => server?.close());

/** What the browser refused, and what it fetched. */
function watch(page) {
  const refused = [];
  const requests = [];
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|TrustedScript|integrity/i.test(message.text())) refused.push(message.text());
  });
  page.on('pageerror', (error) => refused.push(error.message));
  page.on('request', (request) => requests.push(request.url()));
  return { refused, requests };
}

for (const [name, policy] of [
  ['the strict policy', POLICY],
  ['the strict policy with Trusted Types', `${POLICY}; ${TRUSTED_TYPES}`],
]) {
  test(`every view works under ${name}, and nothing leaves the site`, async ({ page }) => {
    test.setTimeout(120_000);
    server = await host({ headers: { 'Content-Security-Policy': policy, 'X-Content-Type-Options': 'nosniff' } });
    const { refused, requests } = watch(page);
    for (const view of VIEWS) {
      await page.goto(`${server.url}?view=${view}`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.waitForLoadState('networkidle');
    }
    const app = new App(page);
    await page.goto(server.url);
    await app.slider.focus();
    await page.keyboard.press('ArrowRight');
    await expect(app.share).toHaveValue('21');
    // The handle is where the curve is, which takes style set by script.
    expect((await app.handle.boundingBox()).x).toBeGreaterThan((await page.locator('.curve').boundingBox()).x + 20);
    expect(refused).toEqual([]);
    expect(await page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.scriptURL))).toBe(`${server.url}sw.js`);
    expect(requests.filter((url) => !url.startsWith(server.origin) && !/^(data|blob):/.test(url))).toEqual([]);
  });
}

test('with Trusted Types no text becomes markup, script or another worker', async ({ page }) => {
  server = await host({ headers: { 'Content-Security-Policy': `${POLICY}; ${TRUSTED_TYPES}` } });
  await page.goto(server.url);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const outcomes = await page.evaluate(async () => {
    const tried = {
      markup: () => (document.createElement('div').innerHTML = '<b>x</b>'),
      script: () => (document.createElement('script').text = 'alert(1)'),
      worker: () => new Worker('other.js'),
    };
    return Object.entries(tried).map(([name, attempt]) => {
      try {
        attempt();
        return `${name} went through`;
      } catch {
        return `${name} refused`;
      }
    });
  });
  expect(outcomes).toEqual(['markup refused', 'script refused', 'worker refused']);
});

test('the page has no inline script, no inline style and no handler of its own', async ({ page }) => {
  server = await host();
  const html = await (await page.request.get(server.url)).text();
  expect(html).not.toMatch(/<script(?![^>]*\bsrc=)/);
  expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  for (const [tag] of html.matchAll(/<(?:script|link[^>]*rel="?(?:stylesheet|modulepreload))\b[^>]*>/g)) {
    expect(tag).toMatch(/integrity="?sha384-/);
  }
});

test('every test of this suite runs under the headers in deploy/', async ({ page, baseURL }) => {
  const headers = (await page.request.get(baseURL)).headers();
  expect(headers['content-security-policy']).toBe(`${POLICY}; ${TRUSTED_TYPES}`);
  for (const [name, value] of FOR_ALL) {
    expect(headers[name.toLowerCase()], name).toBe(value);
  }
});

test('nothing in the build makes markup, script or handlers of a text', async () => {
  const scripts = readdirSync('dist').filter((file) => file.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(2);
  for (const file of scripts) {
    // The name under which the program would ask for it; asked, the script throws.
    const text = readFileSync(join('dist', file), 'utf8').replace(/__wbg_set_innerHTML_\w+/g, '');
    expect(text.match(/innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|document\.write|\beval\b|new Function|setAttribute\("on/g), file).toBeNull();
  }
});
