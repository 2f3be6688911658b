// Who arrives without choices guesses first: across the hundred people, by mouse, finger and keyboard; then the answer.

import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { Finger } from './support/finger.mjs';
import { App } from './support/page.mjs';

const QUESTION = 'Of 100 people on low incomes here, how many live in England’s most deprived fifth of areas?';

class Guess {
  constructor(page) {
    this.page = page;
    this.app = new App(page);
    this.slider = page.getByRole('slider', { name: QUESTION });
    this.question = page.getByRole('heading', { name: QUESTION });
    this.show = page.getByRole('button', { name: 'Show me the answer' });
    this.justShow = page.getByRole('button', { name: 'Just show me' });
    this.said = page.getByTestId('guessed');
  }

  async open(query = '') {
    await this.page.goto(`./${query}`);
    await expect(this.slider).toBeVisible();
  }

  async expectAnswer() {
    await expect(this.app.bigNumber).toHaveText('71.7%');
    await expect(this.app.bigNumber).toBeVisible();
    await expect(this.app.slider).toBeVisible();
    await expect(this.slider).toBeHidden();
    await expect(this.show).toBeHidden();
  }

  /** How the hundred people look, as how many there are of each kind. */
  people() {
    return this.page.locator('.at-once svg path').evaluateAll((paths) => {
      const counts = {};
      for (const path of paths) counts[path.getAttribute('class').replace('people__', '')] = (counts[path.getAttribute('class').replace('people__', '')] ?? 0) + 1;
      return counts;
    });
  }
}

test('an address without choices asks, and shows nothing of the answer', async ({ page }) => {
  const guess = new Guess(page);
  await guess.open();
  await expect(guess.question).toBeVisible();
  await expect(guess.justShow).toBeVisible();
  await expect(guess.app.headline).toBeHidden();
  await expect(guess.app.slider).toBeHidden();
  await expect(page.getByText('71.7%').filter({ visible: true })).toHaveCount(0);
  expect(await guess.people()).toEqual({ unsaid: 100 });
  await expect(guess.slider).toHaveAttribute('aria-valuetext', 'No guess yet');
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('by keyboard alone: a guess, the answer beside it, and no second question in the visit', async ({ page }) => {
  const guess = new Guess(page);
  await guess.open();
  await guess.slider.focus();
  for (const key of ['PageUp', 'PageUp', 'PageUp', 'PageUp', 'ArrowRight', 'ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(guess.slider).toHaveAttribute('aria-valuenow', '41');
  await expect(guess.slider).toHaveAttribute('aria-valuetext', '41 in 100');
  await expect(page.getByText('Your guess: 41 in 100')).toBeVisible();
  expect(await guess.people()).toEqual({ reached: 41, missed: 59 });
  await page.keyboard.press('Tab');
  await expect(guess.show).toBeFocused();
  await page.keyboard.press('Enter');
  await guess.expectAnswer();
  await expect(guess.said).toHaveText('You guessed 41, and it is 28: fewer than you thought.');
  await expect(guess.said).toBeFocused();
  expect(await guess.people()).toEqual({ reached: 28, missed: 72 });
  // What holds the focus is read out, so nothing else is.
  await page.waitForTimeout(1000);
  await expect(page.getByTestId('announcer')).toHaveText('');
  expect(new URL(page.url()).search).toBe('');

  await page.reload();
  await guess.expectAnswer();
  await expect(guess.said).toBeHidden();
});

for (const [keys, said] of [
  [['Home'], 'You guessed 0, and it is 28: more than you thought.'],
  [['End'], 'You guessed 100, and it is 28: fewer than you thought.'],
  [['PageUp', 'PageUp', 'PageUp'], 'You guessed 30, and it is 28: you were close.'],
  [['PageUp', 'PageUp', 'PageUp', 'ArrowLeft', 'ArrowLeft'], 'You guessed 28, and that is right.'],
]) {
  test(`the guess beside the answer: ${said}`, async ({ page }) => {
    const guess = new Guess(page);
    await guess.open();
    await guess.slider.focus();
    for (const key of keys) await page.keyboard.press(key);
    await guess.show.click();
    await expect(guess.said).toHaveText(said);
  });
}

test('who wants no guess is just shown, and is not asked again', async ({ page }) => {
  const guess = new Guess(page);
  await guess.open();
  const [question, justShow, show] = await Promise.all([guess.question, guess.justShow, guess.show].map((thing) => thing.evaluate((shown) => getComputedStyle(shown).fontSize)));
  expect([justShow, show]).toEqual([question, question]);
  await guess.justShow.click();
  await guess.expectAnswer();
  await expect(page.getByTestId('big-number')).toBeFocused();
  await expect(guess.said).toBeHidden();
  await page.goto('./');
  await guess.expectAnswer();
});

test('a mouse points and drags, and a person who is pointed at is counted', async ({ page }) => {
  const guess = new Guess(page);
  await guess.open();
  const box = await guess.slider.boundingBox();
  const at = (column, row) => [box.x + 4 + ((box.width - 8) * (column - 0.5)) / 20, box.y + 4 + ((box.height - 8) * (row - 0.5)) / 5];
  await page.mouse.click(...at(7, 2));
  await expect(guess.slider).toHaveAttribute('aria-valuenow', '27');
  await page.mouse.move(...at(1, 1));
  await page.mouse.down();
  await page.mouse.move(...at(20, 1));
  await expect(guess.slider).toHaveAttribute('aria-valuenow', '20');
  await page.mouse.move(...at(10, 3));
  await page.mouse.up();
  await expect(guess.slider).toHaveAttribute('aria-valuenow', '50');
  await page.mouse.move(...at(1, 1));
  await expect(guess.slider).toHaveAttribute('aria-valuenow', '50');
});

test('the guess stays beside the target that it was made for', async ({ page }) => {
  const guess = new Guess(page);
  await guess.open();
  await guess.slider.press('PageUp');
  await guess.show.click();
  await expect(guess.said).toHaveText('You guessed 10, and it is 28: more than you thought.');
  await guess.app.slider.press('ArrowRight');
  await expect(guess.said).toHaveText('You guessed 10 for England’s most deprived fifth of areas.');
  await guess.app.slider.press('ArrowLeft');
  await expect(guess.said).toHaveText('You guessed 10, and it is 28: more than you thought.');
  await guess.app.chooseCouncil('leed', 'Leeds');
  await expect(guess.said).toBeHidden();
});

test('another place can be chosen before the guess', async ({ page }) => {
  const guess = new Guess(page);
  await guess.open();
  await guess.app.chooseCouncil('leed', 'Leeds');
  await expect(guess.slider).toBeVisible();
  await expect(guess.app.headline).toBeHidden();
  await guess.slider.press('PageUp');
  await guess.show.click();
  await expect(page.getByRole('heading', { name: 'Leeds' })).toBeVisible();
  await expect(guess.said).toHaveText(/^You guessed 10, and it is \d\d: more than you thought\.$/);
});

for (const query of ['?v=2', '?guess=0', '?share=30', '?v=2&place=E08000035', '?embed=1', '?v=2&guess=1&share=0']) {
  test(`a link that says something does not ask: ${query}`, async ({ page }) => {
    const guess = new Guess(page);
    await page.goto(`./${query}`);
    await expect(guess.app.headline).toBeVisible();
    await expect(guess.show).toBeHidden();
  });
}

test('what others append to an address is no choice', async ({ page }) => {
  await new Guess(page).open('?utm_source=newsletter');
});

test('a frame asks only if its link says so, and another link of its own', async ({ page }) => {
  const frame = (title, query) => `<iframe title="${title}" src="./${query}" width="800" height="900"></iframe>`;
  const body = frame('plain', '') + frame('asking', '?v=2&amp;place=E08000035&amp;embed=1&amp;guess=1');
  await page.route('**/outer.html', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('./outer.html');
  const plain = page.frameLocator('iframe[title="plain"]');
  await expect(plain.getByTestId('headline')).toBeVisible();
  await expect(plain.getByRole('button', { name: 'Show me the answer' })).toBeHidden();
  const asking = page.frameLocator('iframe[title="asking"]');
  await expect(asking.getByRole('slider', { name: QUESTION })).toBeVisible();
  await asking.getByRole('button', { name: 'Just show me' }).click();
  await expect(asking.getByTestId('headline')).toBeVisible();
});

test('a link can ask, of any target, and does so once', async ({ page }) => {
  await page.goto('./?v=2&need=children&cut=local&share=35&guess=1');
  const slider = page.getByRole('slider', { name: 'Of 100 children in low-income families here, how many live in the most deprived 35% of areas here?' });
  await slider.press('End');
  await page.getByRole('button', { name: 'Show me the answer' }).click();
  await expect(page.getByTestId('guessed')).toHaveText(/^You guessed 100, and it is about \d\d: fewer than you thought\.$/);
  await new App(page).expectQuery('v=2&need=children&cut=local&share=35');
});

test('on a projector nothing is asked', async ({ page }) => {
  await page.goto('./?present=1&guess=1');
  await expect(page.getByTestId('big-number').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show me the answer' })).toBeHidden();
});

test('paper has the answer, not the question', async ({ page }) => {
  const guess = new Guess(page);
  await guess.open();
  await page.pdf();
  await guess.expectAnswer();
});

test('where nothing can be kept the answer is shown all the same', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(window, 'sessionStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }));
  const guess = new Guess(page);
  await guess.open();
  await guess.justShow.click();
  await guess.expectAnswer();
});

for (const [width, height] of [[375, 700], [360, 740], [414, 896]]) {
  test(`question, people and both ways are one sight at ${width} x ${height}; then number, people and slider, and they stay`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const guess = new Guess(page);
    await guess.open();
    await page.evaluate(() => document.documentElement.style.setProperty('overflow-anchor', 'none'));
    const isInSight = async (things) => {
      for (const thing of things) {
        const box = await thing.boundingBox();
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.y + box.height).toBeLessThanOrEqual(height);
      }
    };
    await isInSight([guess.app.council, guess.app.editions, guess.question, guess.slider, guess.show, guess.justShow]);
    await guess.slider.press('PageUp');
    await guess.show.click();
    await expect(guess.said).toBeVisible();
    const people = page.getByRole('img', { name: /^Of every 100 people/ });
    const together = [guess.app.council, guess.app.bigNumber, guess.said, people, guess.app.slider, guess.app.share];
    await isInSight(together);
    const places = () => Promise.all(together.map(async (thing) => (await thing.boundingBox()).y));
    const first = await places();
    await guess.app.slider.focus();
    for (const key of ['Home', 'PageUp', 'PageUp', 'PageUp', 'End']) {
      await page.keyboard.press(key);
      expect(await places(), key).toEqual(first);
    }
  });
}

test.describe('with a finger', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 375, height: 667 } });

  test('across the people guesses, up and down scrolls, a tap points', async ({ page }) => {
    const guess = new Guess(page);
    await guess.open();
    const finger = await Finger.on(page);
    await finger.down(guess.slider, 0.1, 0.5);
    await finger.move(200, 10);
    await finger.up();
    const value = Number(await guess.slider.getAttribute('aria-valuenow'));
    expect(value).toBeGreaterThan(50);
    expect(value).toBeLessThan(57);
    const before = await page.evaluate(() => scrollY);
    await finger.down(guess.slider, 0.8, 0.9);
    await finger.move(4, -200);
    await finger.up();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await expect(guess.slider).toHaveAttribute('aria-valuenow', String(value));
    await finger.down(guess.slider, 0.5, 0.1);
    await finger.up();
    await expect(guess.slider).toHaveAttribute('aria-valuenow', /^(?:9|10|11)$/);
  });
});

test('people change sides one by one within 0.3 seconds, from where the sides meet', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('v=2');
  const waits = () => page.locator('.at-once svg path').evaluateAll((paths) => paths.map((path) => parseFloat(path.style.transitionDelay)));
  // Nothing moves on the first sight.
  expect((await waits()).filter((wait) => !Number.isNaN(wait))).toEqual([]);
  await app.slider.press('End');
  await expect(app.bigNumber).toHaveText('0.0%');
  const [, ...rest] = (await waits()).slice(28);
  expect(rest).toEqual([...rest].sort((one, other) => one - other));
  const lasts = await page.locator('.at-once svg path').last().evaluate((path) => parseFloat(getComputedStyle(path).transitionDuration) * 1000);
  expect(rest.at(-1) + lasts).toBeLessThanOrEqual(300);
  expect(lasts).toBeGreaterThan(0);
});

test('who wants no motion gets none', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const app = new App(page);
  await app.openMissed('v=2');
  await app.slider.press('End');
  const moves = () => page.locator('.at-once svg path').evaluateAll((paths) => new Set(paths.map((path) => getComputedStyle(path).transitionProperty)).size);
  expect(await moves()).toBe(1);
  expect(await page.locator('.at-once svg path').last().evaluate((path) => getComputedStyle(path).transitionProperty)).toBe('none');
});
