// A council sets up a frame for its own site: what it chooses is in the code, and the code shows just that.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { host } from './support/host.mjs';
import { App, openFolds } from './support/page.mjs';
import { onPlainPage } from './support/plain.mjs';

test.beforeEach(({ page }) => openFolds(page));

class Site extends App {
  constructor(page) {
    super(page);
    this.code = page.getByRole('textbox', { name: 'Code for your web page' });
    this.preview = page.getByTestId('preview');
    this.wide = this.preview.frameLocator('iframe').first();
    this.narrow = this.preview.frameLocator('iframe').last();
    this.setup = page.getByRole('form', { name: 'Set up the frame' });
  }

  async openSite(query = '') {
    await this.open(`view=site${query ? `&${query}` : ''}`);
    await expect(this.narrow.getByTestId('big-number')).toBeVisible();
  }

  /** What an attribute of the first element of the code says. */
  async inCode(selector, name) {
    const html = await this.code.inputValue();
    return onPlainPage(
      this.page,
      ([html, selector, name]) => new DOMParser().parseFromString(html, 'text/html').querySelector(selector).getAttribute(name),
      [html, selector, name],
    );
  }

  /** The address in the code. */
  link() {
    return this.inCode('a', 'href');
  }
}

test('what is chosen is in the code and in the preview, a card unless another is asked for', async ({ page, baseURL }) => {
  const site = new Site(page);
  await site.openSite('place=E08000035');
  expect(await site.link()).toBe(`${baseURL}?v=2&data=iod2019&place=E08000035&frame=card`);
  expect(await site.inCode('div', 'data-height')).toBe('600');
  await expect(site.wide.getByRole('heading', { level: 1, name: 'Leeds' })).toBeVisible();
  // A card has a slider, and nothing else to take away.
  await expect(site.setup.getByRole('checkbox')).toHaveCount(1);
  await site.setup.getByRole('checkbox', { name: 'how big the target is' }).check();
  await expect(site.wide.getByRole('slider')).toHaveCount(0);
  await site.setup.getByRole('checkbox', { name: 'how big the target is' }).uncheck();
  await site.share.fill('30');
  await site.share.blur();
  await expect(site.narrow.getByRole('textbox', { name: /^Target the most deprived/ })).toHaveValue('30');
  await site.setup.getByLabel('Colour that stands out', { exact: true }).fill('#005ea5');
  await site.setup.getByLabel('Font').selectOption('Georgia');
  await site.setup.getByRole('radio', { name: 'compact' }).check();
  const look = 'accent=005ea5&font=georgia&density=compact';
  await expect.poll(() => site.link()).toBe(`${baseURL}?v=2&data=iod2019&place=E08000035&share=30&frame=card&${look}`);

  await site.setup.getByRole('radio', { name: 'one chart' }).check();
  await site.setup.getByLabel('Which chart').selectOption('The curve');
  await expect(site.wide.getByRole('slider', { name: 'Size of the target' })).toBeVisible();
  await expect.poll(() => site.link()).toContain('&frame=chart&chart=curve&');

  await site.setup.getByRole('radio', { name: 'the whole view' }).check();
  await site.setup.getByRole('checkbox', { name: 'the place' }).check();
  await expect(site.wide.getByRole('combobox', { name: 'Council or area' })).toBeHidden();
  await expect.poll(() => site.link()).toBe(`${baseURL}?v=2&data=iod2019&place=E08000035&share=30&lock=place&${look}`);
  await page.getByRole('button', { name: /^Use the tool’s own: colour that stands out/ }).click();
  await expect.poll(() => site.link()).not.toContain('accent');
});

test('each view offers what it has', async ({ page }) => {
  const site = new Site(page);
  await site.openSite('place=E08000035');
  await site.setup.getByRole('radio', { name: 'Compare offers' }).check();
  await expect(site.wide.getByTestId('headline')).toContainText('Universal reaches');
  await expect.poll(() => site.link()).toContain('?v=2&view=strategies&data=iod2019&place=E08000035&frame=card');
  await site.setup.getByRole('radio', { name: 'Close the gap' }).check();
  await expect(site.setup.getByRole('radio', { name: 'a card' })).toHaveCount(0);
  await expect(site.wide.getByTestId('slope-target')).toBeVisible();
  expect(await site.link()).not.toContain('frame=');
});

test('the preview says how high the frame is, and there is code without a script', async ({ page, baseURL }) => {
  const site = new Site(page);
  await site.openSite('place=E07000008');
  for (const width of [600, 375]) {
    const heading = page.getByRole('heading', { level: 3, name: new RegExp(`^${width} pixels wide: \\d+ high$`) });
    await expect(heading).toBeVisible();
    const height = Number((await heading.innerText()).match(/: (\d+)/)[1]);
    expect(height).toBeLessThan(600);
    const shown = page.getByTestId('preview').locator(`.site__frame--${width}`);
    expect(await shown.evaluate((frame) => [frame.clientWidth, frame.clientHeight])).toEqual([width, height]);
  }
  await page.getByText('If your site takes no scripts').click();
  const fixed = await page.getByRole('textbox', { name: 'Frame of a fixed height' }).inputValue();
  const council = await host({ pages: { '/': `<!doctype html><title>Council</title><h1>Council</h1>${fixed}` } });
  try {
    await page.setViewportSize({ width: 340, height: 800 });
    await page.goto(`${council.origin}/`);
    const frame = page.locator('iframe');
    await expect(frame).toHaveAttribute('title', 'Cambridge: who gets missed?');
    await expect(frame).toHaveAttribute('src', `${baseURL}?v=2&data=iod2019&place=E07000008&embed=1&frame=card`);
    const inside = page.frameLocator('iframe');
    await expect(inside.getByTestId('big-number')).toBeVisible();
    const scrolls = await inside.locator('html').evaluate((root) => root.scrollHeight > root.clientHeight);
    expect(scrolls).toBe(false);
  } finally {
    await council.close();
  }
});

test('setting a frame up adds nothing to "back"', async ({ page }) => {
  const site = new Site(page);
  await site.openMissed('place=E07000008');
  await site.openSite('place=E07000008');
  await site.setup.getByRole('radio', { name: 'the whole view' }).check();
  await expect(site.wide.getByTestId('headline')).toBeVisible();
  await page.goBack();
  await site.expectQuery('place=E07000008');
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
  await site.setup.getByRole('radio', { name: 'the whole view' }).check();
  const shown = await site.wide.getByTestId('headline').innerText();
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
    // What is in the frames is looked at by itself; two pages in one have two of each landmark.
    const { violations } = await new AxeBuilder({ page }).exclude('.site__frame').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
