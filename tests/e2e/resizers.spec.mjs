// A site that has open-iframe-resizer or pym already fits our frame with it, and needs no script of ours. Each of the three codes that
// the page `site` gives stands on a page of another site, with that script as npm has it.

import { readFileSync } from 'node:fs';

import { expect, test } from '@playwright/test';

import { host } from './support/host.mjs';
import { App, openFolds } from './support/page.mjs';

const file = (path) => readFileSync(new URL(`../../node_modules/${path}`, import.meta.url), 'utf8');
const SCRIPTS = {
  '/open-iframe-resizer.js': file('@open-iframe-resizer/core/dist/index.js'),
  '/pym.js': file('pym.js/dist/pym.v1.min.js'),
  // As late as a script comes that waits for consent: all frames have spoken.
  '/late.js': "import { initialize } from './open-iframe-resizer.js'; addEventListener('resize-now', () => initialize({}, '.plain iframe'));",
  '/said.js': "globalThis.said = []; addEventListener('message', ({ data }) => said.push(data));",
};

let council;
test.afterEach(() => council?.close());

/** The three codes for the whole view of Cambridge. */
async function codes(page) {
  await openFolds(page);
  const app = new App(page);
  await app.open('view=site&place=E07000008');
  await page.getByRole('form', { name: 'Set up the frame' }).getByRole('radio', { name: 'the whole view' }).check();
  const script = page.getByRole('textbox', { name: 'Code for your web page' });
  await expect(script).not.toHaveValue(/frame=card/);
  await page.getByText('If your site takes no scripts').click();
  const value = (name) => page.getByRole('textbox', { name }).inputValue();
  const link = await value('A link to this view');
  return { script: await script.inputValue(), plain: await value('Frame of a fixed height'), link: `<p><a href="${link}">Who gets missed?</a></p>` };
}

async function openCouncil(page, body) {
  const html = `<!doctype html><html lang="en"><head><title>Council</title><script src="/said.js"></script></head><body><h1>Council</h1>${body}</body></html>`;
  council = await host({ pages: { '/': html, ...SCRIPTS } });
  await page.goto(`${council.origin}/`);
}

const heightOf = (frame) => frame.evaluate((frame) => frame.getBoundingClientRect().height);

/** The frame is as high as its page, to the pixel that it is rounded up to. */
async function expectFits(frame) {
  await frame.scrollIntoViewIfNeeded();
  const inside = frame.contentFrame().locator('html');
  await expect(inside.getByTestId('headline')).toBeVisible();
  await expect
    .poll(async () => (await heightOf(frame)) - (await inside.evaluate((root) => Math.ceil(root.getBoundingClientRect().height))), { timeout: 20_000 })
    .toBe(0);
}

async function expectGrowsAndShrinks(frame) {
  await expectFits(frame);
  const before = await heightOf(frame);
  const summary = frame.contentFrame().locator('.figure__numbers summary').first();
  await summary.click();
  await expect.poll(() => heightOf(frame)).toBeGreaterThan(before + 50);
  await expectFits(frame);
  await summary.click();
  await expect.poll(() => heightOf(frame)).toBe(before);
}

test('open-iframe-resizer fits the plain frame, and leaves the script’s frame and the link as they are', async ({ page }) => {
  test.slow();
  const { script, plain, link } = await codes(page);
  await openCouncil(page, `<div class="plain">${plain}</div>${script}${link}<script type="module" src="/late.js"></script>`);
  const frame = page.locator('.plain iframe');
  await expect(frame.contentFrame().getByTestId('headline')).toBeVisible();
  const fixed = await heightOf(frame);
  expect(fixed).toBe(Number(await frame.getAttribute('height')));
  await page.evaluate(() => dispatchEvent(new Event('resize-now')));
  await expect.poll(() => heightOf(frame)).not.toBe(fixed);
  await expectGrowsAndShrinks(frame);
  await expectGrowsAndShrinks(page.locator('.who-gets-missed iframe'));
  // A text would be more than such a site knows to read.
  expect(await page.evaluate(() => said.filter((data) => typeof data === 'string'))).toEqual([]);
  await page.getByRole('link', { name: 'Who gets missed?', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(page.url()).search).toContain('?v=2');
});

test('pym makes a frame of the plain frame’s address and fits it, and leaves the script’s frame and the link as they are', async ({ page }) => {
  test.slow();
  const { script, plain, link } = await codes(page);
  const [, address] = plain.match(/src="([^"]+)"/);
  await openCouncil(page, `<div class="plain" data-pym-src="${address}" data-pym-title="Tool"></div>${script}${link}<script src="/pym.js"></script>`);
  const frame = page.locator('.plain iframe');
  await expect(frame).toHaveAttribute('src', /[?&]childId=pym-/);
  await expectGrowsAndShrinks(frame);
  await expect(frame.contentFrame().getByRole('alert')).toHaveCount(0);
  await expectGrowsAndShrinks(page.locator('.who-gets-missed iframe'));
  await expect(page.getByRole('link', { name: 'Who gets missed?', exact: true })).toBeVisible();
});
