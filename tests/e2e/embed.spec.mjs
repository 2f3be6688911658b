// On a council's own page: three frames, hostile style, a strict policy, a sandbox, a content-management system.

import { expect, test } from '@playwright/test';

import { host } from './support/host.mjs';

const BASE = '/tools/who-gets-missed/';
// A council that lets the tool's site in, and nothing else.
const policyOf = (tool) => `default-src 'none'; script-src ${tool.origin}; frame-src ${tool.origin}; style-src 'self'`;
const HOSTILE = 'iframe{all:unset!important;display:none;height:50px;max-height:80px;opacity:0;transform:scale(.5);position:fixed}';

let tool;
let council;
test.beforeEach(async () => {
  // A frame in a sandbox has no origin of its own, so its files have to be for everyone.
  tool = await host({ base: BASE, headers: { 'Access-Control-Allow-Origin': '*' } });
});
test.afterEach(async () => {
  await tool.close();
  await council?.close();
  council = undefined;
});

const place = (query, extra = '', text = 'Who gets missed?') =>
  `<div class="who-gets-missed" ${extra}><a href="${tool.url}?${query}">${text}</a></div>`;

async function openCouncil(page, body, policy = policyOf(tool)) {
  const html = `<!doctype html><html lang="en"><head><title>A council</title><link rel="stylesheet" href="/site.css"></head>
    <body><h1>Our council</h1>${body}</body></html>`;
  council = await host({
    headers: { 'Content-Security-Policy': policy },
    pages: { '/': html, '/site.css': HOSTILE },
  });
  await page.goto(`${council.origin}/`);
}

const script = () => `<script async src="${tool.url}embed.js"></script>`;
const frameOf = (page, title) => page.frameLocator(`iframe[title="${title}"]`);
const heightOf = (page, title) => page.locator(`iframe[title="${title}"]`).evaluate((frame) => frame.getBoundingClientRect().height);

/** The frame is as high as its page, and not a pixel more. */
async function expectFits(page, title) {
  await expect
    .poll(async () => {
      const inside = await frameOf(page, title).locator('html').evaluate((root) => Math.ceil(root.getBoundingClientRect().height));
      return Math.abs((await heightOf(page, title)) - inside);
    })
    .toBeLessThanOrEqual(1);
}

test('three frames, each with its own place, fit their pages, whatever the style of the site says', async ({ page }) => {
  const refused = [];
  page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
  await openCouncil(
    page,
    place('place=E07000008', 'data-title="Cambridge"') +
      place('place=E08000035&amp;share=40', 'data-title="Leeds" data-lock="place"') +
      place('place=E06000031', 'data-view="strategies"', 'Peterborough’s offers') +
      script(),
  );
  await expect(page.locator('iframe')).toHaveCount(3);
  for (const frame of await page.locator('iframe').all()) {
    await expect(frame).toHaveAttribute('loading', 'lazy');
    await frame.scrollIntoViewIfNeeded();
    await expect(frame).toBeVisible();
    await expect(frame).toHaveCSS('opacity', '1');
  }
  await expect(frameOf(page, 'Cambridge').getByTestId('big-number')).toBeVisible();
  await expect(frameOf(page, 'Leeds').getByRole('heading', { name: 'Leeds' })).toBeVisible();
  await expect(frameOf(page, 'Leeds').getByRole('textbox', { name: /^Target the most deprived/ })).toHaveValue('40');
  await expect(frameOf(page, 'Leeds').getByRole('combobox', { name: 'Council or area' })).toBeHidden();
  await expect(frameOf(page, 'Cambridge').getByRole('combobox', { name: 'Council or area' })).toBeVisible();
  await expect(frameOf(page, 'Peterborough’s offers').getByTestId('comparison')).toBeVisible();
  for (const title of ['Cambridge', 'Leeds', 'Peterborough’s offers']) await expectFits(page, title);
  expect(refused).toEqual([]);
});

test('a frame grows and shrinks with its page', async ({ page }) => {
  await openCouncil(page, place('', 'data-title="Tool"') + script());
  await expectFits(page, 'Tool');
  const before = await heightOf(page, 'Tool');
  const summary = frameOf(page, 'Tool').locator('.figure__numbers summary').first();
  await summary.click();
  await expect.poll(() => heightOf(page, 'Tool')).toBeGreaterThan(before + 50);
  await expectFits(page, 'Tool');
  await summary.click();
  await expect.poll(() => heightOf(page, 'Tool')).toBe(before);
});

test('a frame keeps the source and the way to the full tool, and drops the rest of the page', async ({ page, context }) => {
  await openCouncil(page, place('place=E07000008&amp;share=30', 'data-title="Tool" data-accent="005ea5" data-lock="place"') + script());
  const frame = frameOf(page, 'Tool');
  await expect(frame.getByText('Contains public sector information licensed under')).toBeVisible();
  await expect(frame.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  const [full] = await Promise.all([context.waitForEvent('page'), frame.getByRole('link', { name: 'Open the full tool' }).click()]);
  await expect(full.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  expect(new URL(full.url()).search).toBe('?place=E07000008&share=30');
});

test('places that come later become frames too, once each', async ({ page }) => {
  await openCouncil(page, `${place('', 'data-title="First"')}${script()}${script()}`);
  await expect(page.locator('iframe')).toHaveCount(1);
  await page.evaluate((html) => {
    const late = document.createElement('section');
    late.innerHTML = html;
    document.body.append(late);
  }, place('share=50', 'data-title="Late"'));
  await expect(page.locator('iframe')).toHaveCount(2);
  await page.locator('iframe[title="Late"]').scrollIntoViewIfNeeded();
  await expect(frameOf(page, 'Late').getByTestId('big-number')).toBeVisible();
  await expectFits(page, 'Late');
});

test('only the tool itself becomes a frame, and only its own frames are listened to', async ({ page }) => {
  await openCouncil(
    page,
    `<div class="who-gets-missed"><a href="https://example.org/">elsewhere</a></div>
     <div class="who-gets-missed"><a href="javascript:alert(1)">script</a></div>${place('', 'data-title="Tool"')}${script()}`,
  );
  await expect(page.locator('iframe')).toHaveCount(1);
  await expectFits(page, 'Tool');
  const before = await heightOf(page, 'Tool');
  await page.evaluate(() => postMessage({ type: 'who-gets-missed', height: 9999 }, '*'));
  await page.waitForTimeout(200);
  expect(await heightOf(page, 'Tool')).toBe(before);
});

test('without scripts the link stays', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await openCouncil(page, place('place=E07000008', '', 'Who gets missed in Cambridge?') + script());
  await expect(page.getByRole('link', { name: 'Who gets missed in Cambridge?' })).toBeVisible();
  await context.close();
});

test('in a sandbox without an origin of its own the page works, and says what it cannot keep', async ({ page }) => {
  await openCouncil(
    page,
    `<iframe title="Tool" sandbox="allow-scripts" width="900" height="1200" src="${tool.url}?embed=1"></iframe>`,
  );
  const frame = frameOf(page, 'Tool');
  await expect(frame.getByTestId('big-number')).toBeVisible();
  await frame.getByRole('slider', { name: 'Target the most deprived' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(frame.getByRole('textbox', { name: /^Target the most deprived/ })).toHaveValue('21');
});

test('a site’s own colours and font are used where they can be read', async ({ page }) => {
  const style = (name) => page.evaluate((name) => getComputedStyle(document.documentElement).getPropertyValue(name), name);
  await page.goto(`${tool.url}?embed=1&accent=005ea5&ground=fffdf5&font=georgia&density=compact`);
  await expect(page.getByTestId('big-number')).toBeVisible();
  expect(await style('--missed-need')).toBe('#005ea5');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 253, 245)');
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/^Georgia/);
  await page.goto(`${tool.url}?embed=1&accent=ffdd00`);
  await expect(page.getByText('The colours chosen for this page would be hard to read.')).toBeVisible();
  expect((await style('--missed-need')).trim()).toBe('#801650');
});
