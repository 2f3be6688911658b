// How long each view is on a phone, and how many things on it take the focus: what is folded stays one tap away.

import { expect, test } from '@playwright/test';

import { VIEWS } from '../../scripts/views.mjs';
import { App } from './support/page.mjs';

const PHONE = { width: 375, height: 800 };
/** Screens of 800 px, and things that take the focus, with everything folded that is folded at first. */
const MOST = {
  missed: [4, 32],
  councils: [6, 30],
  areas: [6, 30],
  strategies: [7, 40],
  population: [6, 30],
  gap: [6, 40],
  incentive: [6, 30],
  audit: [6, 30],
  saved: [6, 32],
  note: [6, 40],
  site: [6, 40],
  data: [6, 20],
  checked: [6, 36],
  about: [6, 25],
};

const measure = () => {
  const all = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  const focused = [...all].filter((element) => element.checkVisibility({ visibilityProperty: true }));
  return { screens: document.documentElement.scrollHeight / innerHeight, focused: focused.length };
};

for (const { key } of VIEWS) {
  test(`on a phone the view ${key} is as long as it may be`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    await new App(page).open(`v=2&view=${key}`);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.answer--awaited')).toHaveCount(0);
    const { screens, focused } = await page.evaluate(measure);
    console.log(`${key}: ${screens.toFixed(2)} screens, ${focused} that take the focus`);
    const [mostScreens, mostFocused] = MOST[key];
    expect(screens).toBeLessThanOrEqual(mostScreens);
    expect(focused).toBeLessThanOrEqual(mostFocused);
  });
}

for (const [width, height] of [[375, 700], [360, 740], [414, 896]]) {
  test(`place, number, people and slider are one sight at ${width} x ${height}, and stay so while the slider moves`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const app = new App(page);
    await app.openMissed('v=2');
    // Where a browser holds what is in sight still, a change of height above would not be seen.
    await page.evaluate(() => document.documentElement.style.setProperty('overflow-anchor', 'none'));
    const people = page.getByRole('img', { name: /^Of every 100 people/ });
    const together = [app.council, app.editions, app.bigNumber, people, app.slider, app.share];
    const boxes = async () => Promise.all(together.map((thing) => thing.boundingBox()));
    const first = await boxes();
    for (const box of first) {
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
    }
    await app.slider.focus();
    for (const key of ['Home', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'End']) {
      await page.keyboard.press(key);
      const now = await boxes();
      expect(now.map(({ y }) => y), key).toEqual(first.map(({ y }) => y));
    }
    expect(await page.evaluate(() => scrollY)).toBe(0);
  });
}

test('choices beside their results are folded on a phone, open on a wide screen, and open again when a window is made wide', async ({ page }) => {
  await page.setViewportSize(PHONE);
  await new App(page).open('v=2&view=strategies');
  const offers = page.getByRole('group', { name: 'Offers to compare' });
  const opens = page.getByText('Change the offer and the target');
  await expect(opens).toBeVisible();
  await expect(offers).toBeHidden();
  await opens.click();
  await expect(offers).toBeVisible();
  await opens.click();
  await expect(offers).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(offers).toBeVisible();
  await expect(opens).toBeHidden();
});
