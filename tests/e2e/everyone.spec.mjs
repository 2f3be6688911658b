// Usable by everyone: axe, narrow screens, zoom, forced colours, reduced motion, and a page that breaks.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { linksTo, VIEWS as TABLE } from '../../scripts/views.mjs';
import { App, unfold } from './support/page.mjs';

const STATES = {
  'missed, local': 'cut=local&share=35.5&basis=people',
  'missed, perfect map': 'rank=need&place=england',
  'missed, without an answer': 'data=iod2025&need=children',
  'compare offers, all five': 'view=strategies&offers=universal,area,need,group,proportionate&funding=budget&stigma=5',
  'shift everyone, a risk of one’s own': 'view=population&factor-start=own&factor-name=AVeryLongNameForARiskWithoutAnySpaces&factor-unit=MicrogramsForEachLitreOfBloodPlasma&factor-fit=moments&cut=local',
  'shift everyone, choices that cannot be': 'view=population&factor-past=20,30',
  'gap, over deprivation on logarithms': 'view=gap&measure-across=deprivation&measure-scale=log&measure-cut=100',
  'gap, settings that do not fit': 'view=gap&measure-scale=logit',
  'slope target, two lines': 'view=gap&slope-cut=50&slope-second-mean=140&slope-second-least=70&slope-second-most=280',
  'slope target, no line': 'view=gap&slope-mean=40&slope-second-mean=10&slope-second-least=20&slope-second-most=30',
  'pay people, unequal': 'view=incentive&pay-uptake-least=80&pay-uptake-most=63&cut=local&share=30',
  'pay people, impossible': 'view=incentive&pay-found-uptake=0&pay-found-most=90',
  'a link with notices': 'nonsense=1',
  embedded: 'embed=1',
};
/** States that others of the same view stand for. */
const FURTHER = ['missed, local', 'gap, over deprivation on logarithms', 'slope target, no line', 'pay people, impossible', 'shift everyone, choices that cannot be'];
// What is narrow is the harder: other states of a view are looked at in it alone.
const LOOKED_AT = [
  ...Object.entries(linksTo(TABLE)).flatMap(([name, query]) => [1280, 320].map((width) => [name, query, width])),
  ...Object.entries(STATES).map(([name, query]) => [name, query, 320]),
];

for (const [name, query, width] of LOOKED_AT) {
  // The longest pages take half a minute; what is narrow is the harder.
  const isFurther = FURTHER.includes(name) || (width > 320 && ['councils', 'strategies'].includes(name));
  const tag = isFurther ? '@slow' : [];
  test(`axe finds nothing, and nothing is cut off: ${name} at ${width} px`, { tag }, async ({ page }) => {
    // Some views have tables of hundreds of rows.
    test.slow();
    const app = new App(page);
    await page.setViewportSize({ width, height: 800 });
    await app.open(query);
    await page.waitForLoadState('networkidle');
    await unfold(page);
    // What a frame shows is a page of its own, looked at as such in framed.spec.
    const { violations } = await new AxeBuilder({ page })
      .exclude('iframe')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('errors and open lists pass axe too', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await app.share.fill('x');
  await app.share.blur();
  await app.council.fill('ke');
  await page.keyboard.press('ArrowDown');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test('works with forced colours and reduced motion', async ({ browser }) => {
  const context = await browser.newContext({ forcedColors: 'active', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const app = new App(page);
  await app.openMissed();
  await app.slider.focus();
  await page.keyboard.press('ArrowRight');
  await expect(app.share).toHaveValue('21');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  await context.close();
});

test('with forced colours each part of a picture looks like its key', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark']) {
    const context = await browser.newContext({ forcedColors: 'active', colorScheme });
    const page = await context.newPage();
    await page.goto('/?view=strategies');
    const figure = page.getByRole('figure').filter({ has: page.locator('.part--missed') });
    await expect(figure.locator('.part--missed').first()).toBeVisible();
    const colours = await figure.evaluate((figure) => {
      const fill = (name) => getComputedStyle(figure.querySelector(`.part--${name}`)).fill;
      const key = (item) => getComputedStyle(item, '::before').backgroundColor;
      const keys = [...figure.querySelectorAll('.key__item')].map(key);
      const canvas = getComputedStyle(document.body).backgroundColor;
      // What lets the ground through has its colour.
      return { parts: ['reached', 'declined', 'missed'].map(fill), keys: keys.map((key) => (/^rgba.*, 0\)$/.test(key) ? canvas : key)) };
    });
    expect(colours.parts, colorScheme).toEqual(colours.keys);
    expect(new Set(colours.parts).size, colorScheme).toBe(3);
    await context.close();
  }
});

test('a change is read out once the person has paused', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  const announcer = page.locator('#announcer');
  await expect(announcer).toHaveText('');
  await app.slider.focus();
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowRight');
  await expect(announcer).toContainText('Targeting the most deprived quarter of areas nationally');
});

test('on a phone the number stays in sight while the slider moves', async ({ page }) => {
  const app = new App(page);
  await page.setViewportSize({ width: 375, height: 720 });
  await app.openMissed();
  await app.slider.scrollIntoViewIfNeeded();
  await expect(app.bigNumber).toBeInViewport();
  await expect(app.slider).toBeInViewport();
});

test('no request leaves the site, and no cookie is set', async ({ page, context, baseURL }) => {
  const app = new App(page);
  const elsewhere = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL) && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url());
  });
  await app.openMissed('place=E08000035&need=older&rank=need');
  for (const name of ['Figures', 'About']) {
    await page.getByRole('contentinfo').getByRole('link', { name }).click();
  }
  expect(elsewhere).toEqual([]);
  expect(await context.cookies()).toEqual([]);
});

test('a page that breaks shows a way back', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=30');
  // Once, the browser fails to make an element, which the page's code takes for granted. It does so from the press on: what the
  // page still did before could use it up.
  await page.evaluate(() => addEventListener('click', () => {
    for (const [owner, name] of [[Node.prototype, 'cloneNode'], [Document.prototype, 'createElement']]) {
      const works = owner[name];
      owner[name] = function fail(...values) {
        if (window.hasFailed) return works.apply(this, values);
        window.hasFailed = true;
        throw new Error('broken');
      };
    }
  }, { capture: true, once: true }));
  await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click();
  await expect(page.getByRole('heading', { name: 'Sorry, this page has stopped working' })).toBeVisible();
  await page.getByRole('link', { name: 'Load the page again' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'About this tool' })).toBeVisible();
});
