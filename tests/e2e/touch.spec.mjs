// A finger that scrolls changes nothing: not the value, not the link. A tap and a movement along the slider do.

import { expect, test } from '@playwright/test';

import { Finger } from './support/finger.mjs';
import { App, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 640 } });

/** What can be slid, where, what takes the finger, and what says the value. */
const SLIDERS = {
  'the curve': { query: '', taken: '.curve', shown: '.curve__handle', attribute: 'aria-valuenow' },
  'the target': { query: 'share=20.4', taken: '#share', shown: '#share-number' },
  'the target of strategies': { query: 'view=strategies', taken: '#share', shown: '#share-number' },
  'a cut of the slope': { query: 'view=gap', taken: '#slope-cut', shown: '#slope-cut-number' },
  'a cut of measures': { query: 'view=gap', taken: '#measure-cut', shown: '#measure-cut-number' },
  'a shift': { query: 'view=population', taken: '#shift-slider', shown: '#shift' },
  'a guess': { query: 'present=1&session=1&step=4', taken: '#guess', shown: '#guess-number', session: true },
  'a wider target': { query: 'present=1&session=1&step=8', taken: '#widen', shown: '.guess__large', session: true },
  'a falling uptake': { query: 'present=1&session=1&step=15', taken: '#uptake', shown: '.guess__large', session: true },
};

for (const [name, slider] of Object.entries(SLIDERS)) {
  slider.open = async (page) => {
    await new App(page).open(slider.query);
    const [taken, shown] = [page.locator(slider.taken), page.locator(slider.shown)];
    await expect(taken).toBeVisible();
    await expect(page.getByText('Getting the figures')).toHaveCount(0);
    // A room to scroll in, also where a step is as high as the screen.
    await page.evaluate(() => { document.body.style.padding = '900px 0'; });
    const { attribute } = slider;
    const value = async () => {
      const said = await shown.evaluate((element, name) => element[name] ?? element.getAttribute(name) ?? element.textContent, attribute ?? 'value');
      return said.replace('%', '');
    };
    return { taken, value, finger: await Finger.on(page) };
  };

  test(`a finger that scrolls over ${name} leaves value and link`, async ({ page }) => {
    const { taken, value, finger } = await slider.open(page);
    const before = { value: await value(), url: page.url(), position: await position(taken) };
    for (const [across, aside, up] of [[0.15, 0, -160], [0.5, -25, 120], [0.85, 20, -160]]) {
      await finger.down(taken, across);
      const from = await scrolled(page);
      await finger.move(aside, up);
      await finger.up();
      // It is the page that moved.
      await expect.poll(() => scrolled(page)).not.toBe(from);
      await linkCatchesUp(page);
      expect({ value: await value(), url: page.url(), position: await position(taken) }, `${across}`).toEqual(before);
    }
  });

  test(`a finger along ${name} sets it, as do a tap, the keys and a screen reader; one taken away sets it back`, async ({ page }) => {
    const { taken, value, finger } = await slider.open(page);
    await finger.down(taken, 0.3);
    await finger.move(140, 6);
    const dragged = await value();
    await finger.up();
    expect(Number(await value())).toBeGreaterThan(0);
    expect(await value()).toBe(dragged);
    if (!slider.session) await expect.poll(() => page.url()).toContain('=');

    await finger.down(taken, 0.25);
    await finger.up();
    await expect.poll(value).not.toBe(dragged);
    const tapped = Number(await value());
    expect(tapped).toBeLessThan(Number(dragged));

    await (slider.attribute ? page.locator(slider.shown) : taken).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(async () => Number(await value())).toBeGreaterThan(tapped);

    if (!slider.attribute) {
      // Some screen readers set a value and say only that it has changed.
      const stepped = await value();
      await taken.evaluate((input) => {
        input.value = String(Number(input.max) * 0.9);
        input.dispatchEvent(new Event('change', { bubbles: true }));
      });
      await expect.poll(value).not.toBe(stepped);
      const steps = await taken.evaluate((input) => (input.max - input.min) / (Number(input.step) || 1));
      expect(steps).toBeLessThanOrEqual(100);
    }

    await linkCatchesUp(page);
    const before = { value: await value(), url: page.url(), position: await position(taken) };
    await finger.down(taken, 0.3);
    await finger.move(100, 0);
    await expect.poll(value).not.toBe(before.value);
    if (!slider.session) await expect.poll(() => page.url()).not.toBe(before.url);
    await finger.cancel();
    await expect.poll(value).toBe(before.value);
    await expect.poll(() => page.url()).toBe(before.url);
    expect(await position(taken)).toBe(before.position);
    // The next finger is a new one.
    await finger.down(taken, 0.15);
    await finger.up();
    await expect.poll(value).not.toBe(before.value);
  });
}

test('the handle of the curve: a finger on it scrolls too, and moves it along', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  const finger = await Finger.on(page);
  const url = page.url();
  await finger.down(app.handle);
  await finger.move(4, -160);
  await finger.up();
  await linkCatchesUp(page);
  expect(await app.handle.getAttribute('aria-valuenow')).toBe('20');
  expect(page.url()).toBe(url);
  await finger.down(app.handle);
  await finger.move(90, 0);
  await finger.up();
  await expect(app.handle).not.toHaveAttribute('aria-valuenow', '20');
  await app.expectQuery(`share=${await app.handle.getAttribute('aria-valuenow')}`);
});

test('a value with a tenth stays as typed when a finger scrolls over its slider', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=20.4');
  await app.share.fill('33.3');
  await app.expectQuery('share=33.3');
  const finger = await Finger.on(page);
  await finger.down(app.slider, 0.7);
  await finger.move(0, -160);
  await finger.up();
  await linkCatchesUp(page);
  await expect(app.share).toHaveValue('33.3');
  await app.expectQuery('share=33.3');
});

/** The thumb of a slider, or the handle of the curve. */
function position(taken) {
  return taken.evaluate((element) => element.value ?? element.querySelector('.curve__handle').style.left);
}

function scrolled(page) {
  return page.evaluate(() => {
    const all = [document.scrollingElement, ...document.querySelectorAll('*')];
    return all.map((element) => element.scrollTop).join();
  });
}

/** Longer than the address waits for a slider to come to rest. */
function linkCatchesUp(page) {
  return page.waitForTimeout(320);
}
