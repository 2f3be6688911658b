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

async function openCouncil(page, body, policy = policyOf(tool), waitUntil = 'load') {
  const html = `<!doctype html><html lang="en"><head><title>A council</title><link rel="stylesheet" href="/site.css"></head>
    <body><h1>Our council</h1>${body}</body></html>`;
  council = await host({
    headers: { 'Content-Security-Policy': policy },
    pages: { '/': html, '/site.css': HOSTILE },
  });
  await page.goto(`${council.origin}/`, { waitUntil });
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
    }, { timeout: 20_000 })
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
  expect(new URL(full.url()).search).toBe('?v=2&data=iod2019&place=E07000008&share=30');
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

test('a link that cannot be read does not stop the frames after it', async ({ page }) => {
  const bad = ['https://', 'http://[no', '//', 'https://exa mple.org/'].map((href) => `<div class="who-gets-missed"><a href="${href}">bad</a></div>`);
  const odd = '<div class="who-gets-missed"></div><div class="who-gets-missed"><svg><a href="x"><text>odd</text></a></svg></div>';
  await openCouncil(page, `${bad.join('')}${odd}${place('', 'data-title="Tool"')}${script()}`);
  await expectFits(page, 'Tool');
  await expect(page.locator('iframe')).toHaveCount(1);
  await expect(page.getByRole('link', { name: 'bad' }).first()).toBeVisible();
});

test('a block that was pasted twice, with its script, makes two frames', async ({ page }) => {
  const block = (title) => `${place('place=E07000008', `data-title="${title}"`)}${script()}`;
  await openCouncil(page, block('First') + block('Second'));
  await expect(page.locator('iframe')).toHaveCount(2);
  for (const title of ['First', 'Second']) {
    await page.locator(`iframe[title="${title}"]`).scrollIntoViewIfNeeded();
    await expect(frameOf(page, title).getByTestId('big-number')).toBeVisible();
    await expectFits(page, title);
  }
});

for (const [when, isSpoken] of [['before its frame has spoken', false], ['with its frame', true]]) {
  test(`a block that is copied as it stands, ${when}, works too`, async ({ page }) => {
    await openCouncil(page, `<main>${place('', 'data-title="Tool"')}</main>${script()}`);
    if (isSpoken) await expectFits(page, 'Tool');
    else await expect(page.locator('iframe')).toHaveCount(1);
    // As an editor does: its text, in another place, and the old one gone.
    await page.evaluate(() => {
      const block = document.querySelector('.who-gets-missed').outerHTML;
      document.querySelector('main').remove();
      const copy = document.createElement('section');
      copy.innerHTML = block.replace('data-title="Tool"', 'data-title="Copy"').replace('title="Tool"', 'title="Copy"');
      document.body.append(copy);
    });
    await expect(page.locator('iframe')).toHaveCount(1);
    await expect(frameOf(page, 'Copy').getByTestId('big-number')).toBeVisible();
    await expectFits(page, 'Copy');
    const before = await heightOf(page, 'Copy');
    await frameOf(page, 'Copy').locator('.figure__numbers summary').first().click();
    await expect.poll(() => heightOf(page, 'Copy')).toBeGreaterThan(before + 50);
  });
}

test('a page that was saved with its frames in it gets them again', async ({ page }) => {
  const saved = `<div class="who-gets-missed" data-title="Tool" data-wgm-ready=""><iframe src="${tool.url}?embed=1" title="Tool" style="height:300px"></iframe></div>`;
  await openCouncil(page, `${saved}${script()}`);
  await expectFits(page, 'Tool');
  await expect(frameOf(page, 'Tool').getByRole('alert')).toHaveCount(0);
});

test('a block whose content is put back becomes a frame again', async ({ page }) => {
  await openCouncil(page, `${place('', 'data-title="Tool"')}${script()}`);
  await expectFits(page, 'Tool');
  await page.evaluate((html) => {
    document.querySelector('.who-gets-missed').outerHTML = html;
  }, place('', 'data-title="Again"'));
  await expectFits(page, 'Again');
  await expect(page.locator('iframe')).toHaveCount(1);
});

test('the link is there until the tool has spoken, and gone then', async ({ page }) => {
  let arrive;
  const isComing = new Promise((done) => (arrive = done));
  await page.route(`${tool.url}?*`, async (route) => {
    await isComing;
    await route.continue();
  });
  await openCouncil(page, place('place=E07000008', 'data-title="Tool"', 'Who gets missed in Cambridge?') + script(), policyOf(tool), 'domcontentloaded');
  await expect(page.locator('iframe')).toHaveCount(1);
  const link = page.getByRole('link', { name: 'Who gets missed in Cambridge?' });
  await expect(link).toBeVisible();
  arrive();
  await expectFits(page, 'Tool');
  await expect(link).toHaveCount(0);
});

test.describe('where frames are refused the link stays, and nothing else', () => {
  async function expectLinkAlone(page) {
    const link = page.getByRole('link', { name: 'Who gets missed in Cambridge?' });
    await expect(page.locator('iframe')).toHaveCount(1);
    await expect(link).toBeVisible();
    await expect.poll(() => heightOf(page, 'Tool'), { timeout: 10_000 }).toBe(0);
    await expect(link).toBeVisible();
    await expect(page.locator('iframe')).toBeHidden();
  }
  const block = () => place('place=E07000008', 'data-title="Tool"', 'Who gets missed in Cambridge?') + script();

  test('by the site that would show the tool', async ({ page }) => {
    await openCouncil(page, block(), policyOf(tool).replace(`frame-src ${tool.origin}`, "frame-src 'none'"));
    await expectLinkAlone(page);
  });

  for (const [name, value] of [['X-Frame-Options', 'DENY'], ['Content-Security-Policy', "frame-ancestors 'none'"]]) {
    test(`by the tool’s own site, with ${name}`, async ({ page }) => {
      await tool.close();
      tool = await host({ base: BASE, headers: { [name]: value } });
      await openCouncil(page, block());
      await expectLinkAlone(page);
    });
  }

  test('or the tool’s site has another page there', async ({ page }) => {
    await page.route(`${tool.url}?*`, (route) => route.fulfill({ status: 404, contentType: 'text/html', body: '<h1>Moved</h1>' }));
    await openCouncil(page, block());
    await expectLinkAlone(page);
  });
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
