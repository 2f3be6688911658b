// A page is passed on: by link, QR code, mail, the device's own way, and inside another page.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';

import { App, openFolds } from './support/page.mjs';
import { onPlainPage } from './support/plain.mjs';

test.beforeEach(({ page }) => openFolds(page));

// A link that no QR code holds, and one that fills a large one: sets of councils, by their codes.
const councils = (number) => Array.from({ length: number }, (_, index) => `E0${6_000_001 + index}`).join(',');

const pageReady = (page) => expect(page.locator('.answer__headline').first()).toBeVisible();

class Share extends App {
  constructor(page) {
    super(page);
    this.link = page.getByRole('textbox', { name: 'Link to this page' });
    this.code = page.getByRole('textbox', { name: 'Code for your web page' });
    this.dialog = page.getByRole('dialog');
    this.showLarge = page.getByRole('button', { name: 'Show large' });
  }

  async openPanel(query = '') {
    await this.open(query);
    await pageReady(this.page);
    await this.page.getByText('Save and share', { exact: true }).click();
    await expect(this.link).toBeVisible();
  }
}

async function decoded(locator) {
  const { width, height, data } = PNG.sync.read(await locator.screenshot());
  return jsqr(new Uint8ClampedArray(data), width, height)?.data;
}

for (const [kind, query] of Object.entries({
  short: 'share=30',
  'with everything chosen': 'view=strategies&place=E08000012&need=children&share=35.5&start=school-meals&stigma=2,8,15&funding=budget',
  'with 30 councils': `place=${councils(30)}&share=35`,
})) {
  test(`the QR code is the link: ${kind}`, async ({ page }) => {
    const app = new Share(page);
    await app.openPanel(query);
    const link = await app.link.inputValue();
    expect(link).toContain('?');
    if (query.length < 200) expect(await decoded(page.getByRole('img', { name: 'QR code of the link to this page' }))).toBe(link);
    await app.showLarge.click();
    await expect(app.dialog).toBeVisible();
    const code = app.dialog.getByRole('img', { name: 'QR code of the link to this page' });
    expect(await decoded(code)).toBe(link);
    const { width, height } = await code.boundingBox();
    const { width: across, height: down } = page.viewportSize();
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(0.9 * Math.min(across, down) - 1);
  });
}

test('the large code says below what it leads to, Escape closes it, and the focus returns', async ({ page }) => {
  const app = new Share(page);
  await app.openPanel('share=30');
  await app.showLarge.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Cambridgeshire and Peterborough' })).toContainText('60 would be missed');
  await expect(page.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(app.dialog).toBeHidden();
  await expect(app.showLarge).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(app.showLarge).toBeFocused();
});

test('a link that no code holds says so', async ({ page }) => {
  const app = new Share(page);
  await app.open(`place=${councils(300)}`);
  await page.getByText('Save and share', { exact: true }).click();
  await expect(page.getByText('This link is too long for a QR code')).toBeVisible();
  await expect(app.showLarge).toBeHidden();
});

test('the link and the code follow the choices, and what was said about them goes', async ({ page }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const app = new Share(page);
  await app.openPanel('share=30&embed=1');
  await expect(app.link).toHaveValue(/\/\?v=2&data=iod2019&place=cambridgeshire-peterborough&share=30$/);
  await page.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await app.link.inputValue());
  await app.slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(app.link).toHaveValue(/\/\?v=2&data=iod2019&place=cambridgeshire-peterborough&share=31$/);
  await expect(page.getByText('Copied', { exact: true })).toBeHidden();
});

test('a mail has the place, the sentence and the link, however they are spelt', async ({ page }) => {
  const app = new Share(page);
  await app.openPanel('place=E06000019&cut=local&share=30');
  const mail = new URL(await page.getByRole('link', { name: 'Email this' }).getAttribute('href'));
  const read = (name) => decodeURIComponent(mail.search.match(new RegExp(`[?&]${name}=([^&]*)`))[1]);
  expect(mail.protocol).toBe('mailto:');
  expect(read('subject')).toBe('Herefordshire, County of: who gets missed?');
  expect(read('body')).toBe(
    `Herefordshire, County of\r\n\r\n${await app.headline.innerText()}\r\n\r\nSee and change it here:\r\n${await app.link.inputValue()}\r\n`,
  );
});

test('the code for a web page is a link to this page, and the script that makes a frame of it', async ({ page, baseURL }) => {
  const app = new Share(page);
  await app.openPanel('share=30&cut=local');
  const [place, script] = await onPlainPage(page, (html) => {
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    return [...body.children].map((element) => ({
      name: element.localName,
      class: element.className,
      link: element.querySelector('a')?.href,
      text: element.textContent,
      source: element.src,
    }));
  }, await app.code.inputValue());
  expect(place).toMatchObject({
    name: 'div',
    class: 'who-gets-missed',
    link: `${baseURL}?v=2&data=iod2019&place=cambridgeshire-peterborough&cut=local&share=30&frame=card`,
    text: 'Cambridgeshire and Peterborough: who gets missed?',
  });
  expect(script).toMatchObject({ name: 'script', source: `${baseURL}embed.js` });
});

test('the device’s own way is there where the device has one, and closing it is no error', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.share = async (data) => {
      window.shared = data;
      if (window.cancel) throw new DOMException('closed', 'AbortError');
      if (window.fail) throw new DOMException('no', 'NotAllowedError');
    };
  });
  const app = new Share(page);
  await app.openPanel('share=30');
  const share = page.getByRole('button', { name: 'Share another way' });
  await share.click();
  expect(await page.evaluate(() => window.shared)).toEqual({
    title: 'Cambridgeshire and Peterborough: who gets missed?',
    text: await app.headline.innerText(),
    url: await app.link.inputValue(),
  });
  await page.evaluate(() => (window.cancel = true));
  await share.click();
  await expect(page.getByText('could not share the link')).toBeHidden();
  await page.evaluate(() => {
    window.cancel = false;
    window.fail = true;
  });
  await share.click();
  await expect(page.getByText('could not share the link')).toBeVisible();
});

test('without such a way there is no button for it', async ({ page }) => {
  await page.addInitScript(() => delete Navigator.prototype.share);
  const app = new Share(page);
  await app.openPanel();
  await expect(page.getByRole('link', { name: 'Email this' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Share another way' })).toBeHidden();
});

test('the panel is fetched when it is opened, and not before', async ({ page }) => {
  const parts = [];
  page.on('request', (request) => request.url().endsWith('.wasm') && parts.push(request.url()));
  const app = new Share(page);
  await app.openMissed();
  // What follows the answer is a part of its own and comes by itself.
  await page.waitForLoadState('networkidle');
  const isPanel = (url) => /split_(desk|saved|note)/.test(url);
  expect(parts.some((url) => url.includes('split_further'))).toBe(true);
  expect(parts.filter(isPanel)).toEqual([]);
  const before = parts.length;
  await page.getByText('Save and share', { exact: true }).click();
  await expect(app.link).toBeVisible();
  expect(parts.slice(before).some((url) => url.includes('split_desk'))).toBe(true);
});

for (const width of [1280, 375]) {
  test(`axe finds nothing at ${width} px: the panel open, a message, the large code`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new Share(page);
    const check = async () => {
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    };
    await app.openPanel();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: 'Type a name' })).toBeVisible();
    await check();
    await app.showLarge.click();
    await expect(app.dialog).toBeVisible();
    await check();
  });
}
