// A council sets up a frame for its own site: what it chooses is in the code, and the code shows just that.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { host } from './support/host.mjs';
import { App, openFolds, reveal } from './support/page.mjs';
import { onPlainPage } from './support/plain.mjs';

test.beforeEach(({ page }) => openFolds(page));

class Site extends App {
  constructor(page) {
    super(page);
    this.code = page.getByRole('textbox', { name: 'Code for your web page' });
    this.preview = page.getByTestId('preview');
    this.setup = page.getByRole('form', { name: 'Set up the frame' });
  }

  async openSite(query = '') {
    await this.open(`view=site${query ? `&${query}` : ''}`);
    await expect(this.preview.getByTestId('big-number')).toBeVisible();
  }

  /** The address in the code. */
  async link() {
    const html = await this.code.inputValue();
    return onPlainPage(
      this.page,
      (html) => new DOMParser().parseFromString(html, 'text/html').querySelector('a').href,
      html,
    );
  }
}

test('what is chosen is in the code and in the preview', async ({ page, baseURL }) => {
  const site = new Site(page);
  await site.openSite('place=E08000035');
  await site.setup.getByRole('checkbox', { name: 'the place' }).check();
  await expect(site.council).toBeHidden();
  await site.setup.getByLabel('Colour that stands out', { exact: true }).fill('#005ea5');
  await site.setup.getByLabel('Font').selectOption('Georgia');
  await site.setup.getByRole('radio', { name: 'compact' }).check();
  await site.share.fill('30');
  await site.share.blur();
  await expect.poll(() => site.link()).toBe(`${baseURL}?v=2&data=iod2019&place=E08000035&share=30&lock=place&accent=005ea5&font=georgia&density=compact`);
  expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toMatch(/^Georgia/);
  await site.setup.getByRole('button', { name: /^Use the tool’s own: colour that stands out/ }).click();
  await expect.poll(() => site.link()).not.toContain('accent');
  await site.setup.getByRole('radio', { name: 'Compare offers' }).check();
  await expect(site.preview.getByTestId('comparison')).toBeVisible();
  expect(await site.link()).toContain('?v=2&view=strategies&data=iod2019&place=E08000035');
  await site.setup.getByRole('radio', { name: 'Close the gap' }).check();
  await expect(site.preview.getByTestId('slope-target')).toBeVisible();
  expect(await site.link()).toContain('?v=2&view=gap&data=iod2019&place=E08000035');
  const arrives = page.waitForEvent('download');
  const button = site.preview.getByRole('button', { name: 'Download: Numbers (CSV) of the line and its target' });
  await reveal(page, button);
  await button.click();
  expect((await arrives).suggestedFilename()).toMatch(/^who-gets-missed-/);
});

test('a colour that nobody could read is told and not used', async ({ page }) => {
  const site = new Site(page);
  await site.openSite();
  await site.setup.getByLabel('Colour that stands out', { exact: true }).fill('#ffff00');
  await expect(page.getByText('The colours chosen for this page would be hard to read.')).toBeVisible();
});

test('the code, put into another page, shows what the preview showed', async ({ page, baseURL }) => {
  const site = new Site(page);
  await site.openSite('place=E07000008&share=40&lock=place');
  const shown = await site.headline.innerText();
  const code = await site.code.inputValue();
  const council = await host({ pages: { '/': `<!doctype html><title>Council</title><h1>Council</h1>${code}` } });
  try {
    await page.goto(`${council.origin}/`);
    const frame = page.frameLocator('iframe');
    await expect(frame.getByTestId('headline')).toHaveText(shown);
    await expect(frame.getByRole('combobox', { name: 'Council or area' })).toBeHidden();
    await expect(page.locator('iframe')).toHaveAttribute('src', new RegExp(`^${baseURL}`));
  } finally {
    await council.close();
  }
});

for (const width of [1280, 320]) {
  test(`axe finds nothing on the page that sets up a frame, at ${width} px`, async ({ page }) => {
    const site = new Site(page);
    await page.setViewportSize({ width, height: 800 });
    await site.openSite();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
