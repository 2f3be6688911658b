// On a projector: a view one thing at a time, and the guided session. What a presenter does with keys alone, and what a
// room does on a phone.

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { App, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

const PROJECTOR = { width: 1280, height: 720 };
const PHONE = { width: 375, height: 667 };
const DECKS = { missed: ['present=1', 7], strategies: ['view=strategies&present=1', 8] };
const OTHER_DECKS = {
  'strategies, five offers': ['view=strategies&present=1&offers=universal,area,need,group,proportionate', 8],
  'missed, children, an area of one council': ['present=1&place=E06000053&need=children&cut=local', 7],
};
const SESSION_STEPS = 23;

class Deck extends App {
  constructor(page) {
    super(page);
    this.next = page.getByRole('button', { name: 'Next', exact: true });
    this.back = page.getByRole('button', { name: 'Back', exact: true });
    this.guess = page.getByRole('textbox', { name: /^Your guess/ });
    this.bar = page.getByRole('slider', { name: /^Your guess/ });
    this.answerShown = page.getByTestId('big-answer');
    this.room = page.getByTestId('room');
    this.notes = page.getByRole('complementary', { name: 'Facilitator’s notes' });
  }

  async openDeck(query) {
    await this.open(query);
    await expect(this.page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
    await expect(this.page.getByText('Getting the figures')).toHaveCount(0);
  }

  async expectStep(step, count) {
    await expect(this.page.getByRole('navigation', { name: 'Steps' })).toContainText(`Step ${step} of ${count}`);
  }

  /** Goes to a step of the session as a link does. */
  async goToStep(step) {
    await this.openDeck(`present=1&session=1&step=${step}`);
  }

  /** How far the page is larger than the screen, as [across, down]. */
  beyondScreen() {
    return this.page.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [Math.max(0, scrollWidth - innerWidth), Math.max(0, scrollHeight - innerHeight)];
    });
  }

  async expectNoViolations() {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  }
}

for (const [name, [query, count]] of Object.entries({ ...DECKS, ...OTHER_DECKS })) {
  const tag = name in OTHER_DECKS ? '@slow' : [];
  test(`every step fits a projector, passes axe, and is reached with the keys of a remote: ${name}`, { tag }, async ({ page }) => {
    test.slow();
    await page.setViewportSize(PROJECTOR);
    const app = new Deck(page);
    await app.openDeck(query);
    for (let step = 1; step <= count; step += 1) {
      await app.expectStep(step, count);
      await expect(page.getByText('Working out how sure this is…').locator('visible=true')).toHaveCount(0);
      await expect.poll(() => app.beyondScreen(), { message: `step ${step}` }).toEqual([0, 0]);
      await app.expectNoViolations();
      await page.keyboard.press('PageDown');
    }
    await app.expectStep(count, count);
    await page.keyboard.press('Home');
    await app.expectStep(1, count);
  });

  test(`on a phone nothing goes sideways: ${name}`, async ({ page }) => {
    await page.setViewportSize(PHONE);
    const app = new Deck(page);
    await app.openDeck(query);
    for (let step = 1; step <= count; step += 1) {
      await app.expectStep(step, count);
      expect((await app.beyondScreen())[0], `step ${step}`).toBe(0);
      await expect(app.next).toBeInViewport({ ratio: 1 });
      if (step < count) await app.next.click();
    }
  });
}

test('presenting takes the page’s furniture away and keeps the source', async ({ page }) => {
  const app = new Deck(page);
  await app.openMissed('place=E08000035');
  await page.getByRole('link', { name: 'Present this page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await expect(app.council).toHaveCount(0);
  await expect(page.getByText('Source: English Indices of Deprivation 2019').locator('visible=true')).toHaveCount(1);
  await app.expectQuery('place=E08000035&present=1');
});

test('a step is in the link, adds nothing to "back", and "back" leaves with the choices kept', async ({ page }) => {
  const app = new Deck(page);
  await app.openMissed('place=E08000035&share=35');
  await page.getByRole('link', { name: 'Present this page' }).click();
  await app.expectStep(1, 7);
  for (const key of ['ArrowRight', 'Space', 'PageDown', 'ArrowLeft']) await page.keyboard.press(key);
  await app.expectStep(3, 7);
  await app.expectQuery('place=E08000035&share=35&present=1&step=2');
  await page.reload();
  await app.expectStep(3, 7);
  await expect(page.getByRole('slider', { name: 'Size of the target' })).toBeVisible();
  await page.goBack();
  await app.expectQuery('place=E08000035&share=35');
  await expect(app.share).toHaveValue('35');
});

test('a choice made on the projector is there after Escape', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1&share=35');
  await app.share.fill('60');
  await expect(app.headline).toContainText('60%');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await app.expectQuery('share=60');
  await expect(app.share).toHaveValue('60');
});

test('the button leaves to the same view, and a link past the last step opens the last one', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('view=strategies&present=1&step=99&stigma=5');
  await app.expectStep(8, 8);
  await expect(app.next).toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Leave the presentation' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await app.expectQuery('view=strategies&stigma=5');
});

test('keys move what holds the focus before they step', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1');
  await page.keyboard.press('Tab');
  while (!(await app.slider.evaluate((slider) => slider === document.activeElement))) await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(app.share).toHaveValue('21');
  // Reached by keyboard, the slider has its page keys.
  await page.keyboard.press('PageUp');
  await expect(app.share).toHaveValue('31');
  await app.share.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await app.expectStep(1, 7);
  // A field of one line has no pages, so a remote still steps.
  await page.keyboard.press('PageDown');
  await app.expectStep(2, 7);
  await app.back.focus();
  await page.keyboard.press('Space');
  await app.expectStep(1, 7);
});

test('after a slider was dragged with the mouse a remote still steps', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1');
  await app.slider.click({ position: { x: 200, y: 10 } });
  await expect(app.slider).toBeFocused();
  const share = await app.share.inputValue();
  await page.keyboard.press('PageDown');
  await app.expectStep(2, 7);
  await page.keyboard.press('PageUp');
  await expect(app.share).toHaveValue(share);
});

test('on a projector the dot of the curve stays under the pointer', async ({ page }) => {
  await page.setViewportSize(PROJECTOR);
  const app = new Deck(page);
  await app.openDeck('present=1&step=2');
  const from = await app.handle.boundingBox();
  const x = from.x + from.width / 2 + 150;
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(x, from.y);
  await page.mouse.up();
  const to = await app.handle.boundingBox();
  expect(Math.abs(to.x + to.width / 2 - x)).toBeLessThan(8);
});

test('the clock counts down, stands still, and says politely when time is up', async ({ page }) => {
  await page.clock.install();
  const app = new Deck(page);
  await app.openDeck('present=1&session=1&step=1');
  await page.getByRole('button', { name: 'Timer' }).click();
  const clock = page.getByRole('region', { name: 'Timer' });
  await clock.getByRole('button', { name: '1 minute' }).click();
  await expect(clock.getByRole('timer')).toHaveText('1:00');
  await clock.getByRole('button', { name: 'Start' }).click();
  await page.clock.runFor(20_000);
  await expect(clock.getByRole('timer')).toHaveText('0:40');
  await clock.getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(20_000);
  await expect(clock.getByRole('timer')).toHaveText('0:40');
  await app.expectNoViolations();
  await clock.getByRole('button', { name: 'Go on' }).click();
  await page.clock.runFor(41_000);
  await expect(clock.getByRole('status')).toHaveText('Time is up');
  await clock.getByRole('button', { name: 'Reset' }).click();
  await expect(clock.getByRole('timer')).toHaveText('1:00');
  await page.keyboard.press('Escape');
  await expect(clock).toBeHidden();
  await app.expectStep(2, SESSION_STEPS);
});

test('full screen is entered and left, and Escape there does not leave the presentation', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1');
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await expect(page.getByRole('button', { name: 'Full screen', exact: true })).toBeVisible();
});

test('where the browser has no full screen there is no button for it', async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(Document.prototype, 'fullscreenEnabled', { value: false }));
  const app = new Deck(page);
  await app.openDeck('present=1');
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeHidden();
});

test('the whole session with keys alone, on a projector', async ({ page }) => {
  test.slow();
  await page.setViewportSize(PROJECTOR);
  // What is fading in has no contrast yet.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const app = new Deck(page);
  await app.openDeck('present=1&session=1');
  const heading = page.getByRole('heading', { level: 1 });
  const on = async (step) => {
    await page.keyboard.press('PageDown');
    await app.expectStep(step, SESSION_STEPS);
    await expect.poll(() => app.beyondScreen(), { message: `step ${step}` }).toEqual([0, 0]);
    await app.expectNoViolations();
  };
  const tabTo = async (locator) => {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      if (await locator.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error('not reached by keyboard');
  };
  const guess = async (...guesses) => {
    await tabTo(app.guess);
    for (const share of guesses) {
      await page.keyboard.type(String(share));
      await page.keyboard.press('Enter');
    }
  };

  await on(2);
  await expect(heading).toHaveText('What share of people on low incomes here live in England’s most deprived fifth of areas?');
  await guess(60, 35, 80);
  await on(3);
  await expect(app.answerShown).toContainText('30.5%');
  await expect(app.room).toHaveText('The middle guess was 60.0%: 29.5 points too high. 1 of 3 came within 5 points.');
  await on(4);
  await on(5);
  await guess(45);
  await on(6);
  await expect(app.answerShown).toContainText('about 42.2%');
  await expect(app.room).toHaveText('The guess was 45.0%: 2.8 points too high.');
  await on(7);
  await on(8);
  // With the bar in place of the number.
  await tabTo(app.bar);
  await page.keyboard.press('ArrowLeft');
  await expect(app.guess).toHaveValue('49');
  await page.keyboard.press('Tab');
  await on(9);
  await tabTo(page.getByRole('slider'));
  await page.keyboard.press('End');
  await expect(page.getByTestId('tried')).toContainText('reaches 100.0% of people on low incomes here: 8 in 10 are reached');
  await page.keyboard.press('Tab');
  await on(10);
  await expect(app.answerShown).toContainText('about 67.8%');
  await on(11);
  await on(12);
  await on(13);
  await expect(app.answerShown).toContainText(/^about 4\d\.\d%$/);
  await on(14);
  await on(15);
  await guess(20, 0);
  await on(16);
  await tabTo(page.getByRole('slider'));
  await page.keyboard.press('Home');
  await expect(page.getByRole('img', { name: /Offered to everyone: 0.0% say yes there/ })).toBeVisible();
  await page.keyboard.press('Tab');
  await on(17);
  await expect(app.answerShown).toHaveText('Never');
  await on(18);
  await on(19);
  await tabTo(page.getByRole('button', { name: '+ 1 vote for Universal' }));
  await page.keyboard.press('Enter');
  await on(20);
  await expect(app.answerShown).toHaveText('By area');
  await expect(app.room).toHaveText('0 of 1 vote went to the offer that reaches the most.');
  await on(21);
  await on(22);
  for (const [name, words] of [['We will offer', 'a visit'], ['to', 'everyone'], ['because', 'need is everywhere'], ['and we will watch', 'who says no']]) {
    await tabTo(page.getByRole('textbox', { name, exact: true }));
    await page.keyboard.type(words);
  }
  await on(23);
  await expect(page.getByTestId('sentence')).toHaveText('We will offer a visit to everyone because need is everywhere, and we will watch who says no.');

  // Guesses are still there, and none of it is in the link.
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Remove the guess 60%' })).toBeVisible();
  await app.expectQuery('present=1&session=1&step=1');
});

test('a session can ask of the room’s own service, and of a made-up one where no numbers are there', async ({ page }) => {
  await page.setViewportSize(PROJECTOR);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const app = new Deck(page);
  const heading = page.getByRole('heading', { level: 1 });
  await app.openDeck('present=1&session=1&minutes=20');
  const count = (await page.getByRole('navigation', { name: 'Steps' }).textContent()).match(/of (\d+)/)[1];
  await page.getByRole('checkbox', { name: /^Ask about our own service too/ }).check();
  await app.expectStep(1, Number(count) + 3);
  await app.expectQuery('present=1&session=1&minutes=20&service=1');
  await expect.poll(() => app.beyondScreen()).toEqual([0, 0]);

  const step = Number(count) - 2;
  await app.openDeck(`present=1&session=1&minutes=20&service=1&step=${step}`);
  await expect(heading).toHaveText('A made-up service: how many does it serve for every 100 people in need in the most deprived fifth?');
  await app.guess.fill('70');
  await app.expectNoViolations();
  await page.keyboard.press('PageDown');
  await expect(app.answerShown).toHaveText(/^\d\d\.\d%$/);
  await expect(app.room).toContainText('The guess was 70.0%');
  await expect.poll(() => app.beyondScreen()).toEqual([0, 0]);
  await app.expectNoViolations();
  await page.keyboard.press('PageDown');
  await expect(page.getByText('These numbers are made up.')).toBeVisible();

  // Numbers of one's own: brought on the audit's page, they are still there in the session.
  await page.goto(`${new URL(page.url()).pathname}?v=2&view=audit`);
  const councils = ['E07000008,900', 'E07000009,600', 'E07000010,700', 'E07000011,800', 'E07000012,650', 'E06000031,950'];
  await page.getByRole('textbox', { name: 'Paste a table, or codes' }).fill(['area_code,people_served', ...councils].join('\n'));
  await page.getByRole('button', { name: 'Use these numbers' }).click();
  await expect(page.getByTestId('served-outcome')).toHaveText('Your numbers are in use.');
  await page.getByRole('link', { name: 'Let a room guess first: guided session with these numbers' }).click();
  await expect(page.getByRole('checkbox', { name: /^Ask about our own service too/ })).toBeChecked();
  for (let at = 0; at < 21; at += 1) await page.keyboard.press('PageDown');
  await expect(heading).toHaveText(/^Our own service: how many does it serve for every 100 people on low incomes in the /);
  await page.keyboard.press('PageDown');
  await expect(app.answerShown).toHaveText(/^\d+\.\d%$/);
  await expect(page.getByText('is the number served in the')).toBeVisible();
});

test('a room on a phone, by touch', async ({ browser }) => {
  const context = await browser.newContext({ viewport: PHONE, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const app = new Deck(page);
  await app.openDeck('place=E08000011&present=1&session=1');
  for (let step = 1; step <= SESSION_STEPS; step += 1) {
    await app.expectStep(step, SESSION_STEPS);
    if (await app.guess.count()) {
      const box = await app.bar.boundingBox();
      await page.touchscreen.tap(box.x + box.width * 0.25, box.y + box.height / 2);
      await expect(app.guess).not.toHaveValue('');
      await page.getByRole('button', { name: 'Keep it, next table' }).tap();
      await expect(app.guess).toHaveValue('');
    }
    const vote = page.getByRole('button', { name: '+ 1 vote for By area' });
    if (await vote.count()) await vote.tap();
    expect((await app.beyondScreen())[0], `step ${step}`).toBe(0);
    if ([2, 3, 9, 17, 19, 22].includes(step)) await app.expectNoViolations();
    if (step < SESSION_STEPS) await app.next.tap();
  }
  await context.close();
});

test('guesses are taken out, survive leaving, and are cleared', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1&session=1&step=1');
  await app.guess.fill('x');
  await app.guess.blur();
  await expect(page.getByText('Type a number from 0 to 100, such as 35')).toBeVisible();
  for (const share of ['60', '35']) {
    await app.guess.fill(share);
    await app.guess.press('Enter');
  }
  await page.getByRole('button', { name: 'Remove the guess 60%' }).click();
  await app.next.click();
  await expect(app.room).toHaveText('The guess was 35.0%: 4.5 points too high.');
  await page.getByRole('button', { name: 'Leave the presentation' }).click();
  await page.getByRole('link', { name: 'Guided session for a workshop' }).click();
  await page.getByRole('button', { name: 'Start again: clear guesses, votes and words' }).click();
  await app.next.click();
  await expect(page.getByRole('button', { name: /^Remove the guess/ })).toHaveCount(0);
});

/** Says something in each way that a room can. */
async function speak(page, app) {
  await app.openDeck('present=1&session=1&step=1');
  for (const share of ['60', '35']) {
    await app.guess.fill(share);
    await app.guess.press('Enter');
  }
  await app.guess.fill('12.5');
  await app.guess.blur();
  await app.goToStep(18);
  for (let votes = 0; votes < 3; votes += 1) await page.getByRole('button', { name: '+ 1 vote for By area' }).click();
  await app.goToStep(8);
  await page.getByRole('slider').press('End');
  await app.goToStep(15);
  await page.getByRole('slider').press('Home');
  await app.goToStep(21);
  await page.getByRole('textbox', { name: 'We will offer', exact: true }).fill('a visit, “as & when” = 100%');
  await page.getByRole('textbox', { name: 'because', exact: true }).fill('need | is\u2028everywhere\\n');
  await page.getByRole('textbox', { name: 'because', exact: true }).blur();
}

/** What the room has said is all there. */
async function expectSpoken(page, app) {
  await app.goToStep(1);
  await expect(page.getByRole('button', { name: /^Remove the guess/ })).toHaveText([/60\.0%|60%/, /35\.0%|35%/]);
  await expect(app.guess).toHaveValue('12.5');
  await app.goToStep(8);
  await expect(page.getByTestId('tried')).toContainText('100.0%');
  await app.goToStep(15);
  await expect(page.getByRole('img', { name: /Offered to everyone: 0.0% say yes there/ })).toBeVisible();
  await app.goToStep(18);
  await expect(page.getByText('3 votes')).toBeVisible();
  await app.goToStep(21);
  await expect(page.getByRole('textbox', { name: 'We will offer', exact: true })).toHaveValue('a visit, “as & when” = 100%');
  await expect(page.getByRole('textbox', { name: 'because', exact: true })).toHaveValue('need | is\u2028everywhere\\n');
  await expect(page.getByRole('textbox', { name: 'to', exact: true })).toHaveValue('');
}

test('a reload keeps guesses, tally and words, until they are cleared', async ({ page }) => {
  const app = new Deck(page);
  await speak(page, app);
  await page.reload();
  await expectSpoken(page, app);
  await page.goto('about:blank');
  await page.goBack();
  await expectSpoken(page, app);
  // None of it is anywhere but in this tab.
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain('visit');
  await app.goToStep(0);
  await page.getByRole('button', { name: 'Start again: clear guesses, votes and words' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  expect(await page.evaluate(() => sessionStorage.getItem('who-gets-missed-room'))).toBeNull();
  await page.reload();
  await app.goToStep(1);
  await expect(page.getByRole('button', { name: /^Remove the guess/ })).toHaveCount(0);
});

for (const kept of ['', '???', '1\n', '1\nguesses', '2\nvotes 9', `1\nvotes ${'9'.repeat(40)},1,1\nguesses 0 x,200,NaN`]) {
  test(`a session opens whatever its tab has kept: ${JSON.stringify(kept.slice(0, 20))}`, async ({ page }) => {
    await page.addInitScript((kept) => sessionStorage.setItem('who-gets-missed-room', kept), kept);
    const app = new Deck(page);
    await app.openDeck('present=1&session=1&step=1');
    await app.guess.fill('60');
    await app.guess.press('Enter');
    await expect(page.getByRole('button', { name: /^Remove the guess/ })).toHaveCount(1);
  });
}

test('in a session "back" is the step before, and "forward" the one after', async ({ page }) => {
  const app = new Deck(page);
  await app.openMissed('share=35');
  await page.getByRole('link', { name: 'Guided session for a workshop' }).click();
  await app.expectStep(1, SESSION_STEPS);
  for (let step = 2; step <= 4; step += 1) {
    await app.next.click();
    await app.expectStep(step, SESSION_STEPS);
  }
  await page.keyboard.press('PageDown');
  await app.expectStep(5, SESSION_STEPS);
  for (const step of [4, 3, 2]) {
    await page.goBack();
    await app.expectStep(step, SESSION_STEPS);
  }
  await page.goForward();
  await app.expectStep(3, SESSION_STEPS);
  await page.goBack();
  await page.goBack();
  await app.expectStep(1, SESSION_STEPS);
  await page.goBack();
  await app.expectQuery('share=35');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
});

test('the focus is where the next guess goes', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1&session=1&step=1');
  await app.guess.fill('60');
  await page.getByRole('button', { name: 'Keep it, next table' }).click();
  await expect(app.guess).toBeFocused();
  await page.keyboard.type('35');
  await page.keyboard.press('Enter');
  await expect(app.guess).toBeFocused();
  await expect(page.getByRole('button', { name: /^Remove the guess/ })).toHaveCount(2);
  // What held the focus is gone.
  await page.getByRole('button', { name: 'Remove the guess 60%' }).click();
  await expect(app.guess).toBeFocused();
});

test('another place asks about that place, and an uptake can tie there', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1&session=1');
  await app.chooseCouncil('knows', 'Knowsley');
  await page.keyboard.press('Tab');
  for (let step = 1; step < 17; step += 1) await app.next.click();
  await expect(app.answerShown).toContainText(/^about \d+\.\d%$/);
  await expect(page.getByText('If so many say yes in the most deprived fifth, both offers reach')).toBeVisible();
  await expect(page.getByText(/^Assumptions of the example “Covid-19 vaccination”: \d+ published, \d+ illustrative\.$/)).toBeVisible();
});

test('notes open with a key and follow the question', async ({ page }) => {
  await page.setViewportSize(PROJECTOR);
  const app = new Deck(page);
  await app.openDeck('present=1&session=1&step=2');
  await page.keyboard.press('n');
  await expect(app.notes.getByRole('heading', { name: '1. The usual map (8 minutes)' })).toBeVisible();
  for (const part of ['Ask', 'Listen for', 'Say', 'Often misread']) {
    await expect(app.notes.getByText(part, { exact: true })).toBeVisible();
  }
  // The room may not have guessed yet.
  await expect(app.notes).not.toContainText('30.5%');
  await app.expectNoViolations();
  await page.keyboard.press('End');
  await expect(app.notes.getByRole('heading', { name: /In your own words/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(app.notes).toBeHidden();
  await app.expectStep(SESSION_STEPS, SESSION_STEPS);
});

for (const [name, title, most] of [
  ['Print the worksheet', 'Who gets missed in Cambridgeshire and Peterborough?', 2],
  ['Print the facilitator’s notes', 'Who gets missed? Facilitator’s notes', 4],
]) {
  test(`on paper there is only what was asked for: ${name}`, async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        window.printed = true;
      };
    });
    const app = new Deck(page);
    await app.openDeck('present=1&session=1');
    await page.getByRole('button', { name }).first().click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await expect(app.next).toBeHidden();
    await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toHaveCount(name.includes('notes') ? 8 : 7);
    if (name.includes('worksheet')) await expect(page.getByRole('article')).not.toContainText(/30\.5|42\.3|67\.9/);
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g).length).toBeLessThanOrEqual(most);
    // Then the page is as it was.
    await expect(page.getByRole('article')).toHaveCount(0);
  });
}

for (const [name, pages] of [['Print cards A to D, one a page', 4], ['Print cards, four a sheet', 1]]) {
  test(`letters to hold up come on paper: ${name}`, async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        window.printed = true;
      };
    });
    const app = new Deck(page);
    await app.openDeck('present=1&session=1');
    await page.getByRole('button', { name }).click();
    await expect.poll(() => page.evaluate(() => window.printed)).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByRole('article').getByRole('paragraph')).toHaveText(['A', 'B', 'C', 'D']);
    await expect(app.next).toBeHidden();
    await page.emulateMedia({ media: null });
    const pdf = (await page.pdf({ format: 'A4', margin: { top: '15mm', bottom: '15mm', left: '15mm', right: '15mm' } })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g).length).toBe(pages);
  });
}

/** What a room of ten tables has said, as its tab keeps it. */
const ROOM = [
  '1',
  ...[0, 1, 2, 3, 4].flatMap((moment) => [60, 35, 80, 20, 45, 30, 30, 30, 70, 50].map((guess) => `kept ${moment} ${guess}`)),
  ...[5, 3, 4].map((votes, offer) => `votes ${offer} ${votes}`),
  ...['a home visit', 'every family', 'most of those missed live elsewhere', 'who is not seen'].map((text, at) => `words ${at} ${text}`),
].join('\n');

/** In the page: texts of the session that are smaller than 24 px, but for the source in small print. */
function smallTexts() {
  const small = [];
  const texts = document.createTreeWalker(document.querySelector('.deck'), NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const element = texts.currentNode.parentElement;
    const isSeen = element.checkVisibility({ visibilityProperty: true }) && !element.closest('.govuk-visually-hidden, .deck__source');
    if (!texts.currentNode.textContent.trim() || !isSeen) continue;
    const size = Number.parseFloat(getComputedStyle(element).fontSize) * (element.currentCSSZoom ?? 1);
    if (size < 24) small.push(`${size} px: ${texts.currentNode.textContent}`);
  }
  return small;
}

for (const [minutes, count] of [[20, 13], [55, 23]]) {
  for (const place of ['E08000011', 'E06000058&need=employment']) {
    test(`on a projector every text of every step has 24 px or more, and fits: ${minutes} minutes, ${place}`, async ({ page }) => {
      test.slow();
      await page.setViewportSize(PROJECTOR);
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.addInitScript((room) => sessionStorage.setItem('who-gets-missed-room', room), ROOM);
      const app = new Deck(page);
      await app.openDeck(`v=2&place=${place}&present=1&session=1&minutes=${minutes}`);
      for (let step = 1; step <= count; step += 1) {
        await app.expectStep(step, count);
        await expect(page.getByText('Getting the figures')).toHaveCount(0);
        await expect.poll(() => page.evaluate(smallTexts), { message: `step ${step}` }).toEqual([]);
        await expect.poll(() => app.beyondScreen(), { message: `step ${step}` }).toEqual([0, 0]);
        if (step < count) await app.next.click();
      }
    });
  }
}

test('a session of 20 minutes is chosen at the start, asks four questions, and is in the link', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1&session=1');
  await app.expectStep(1, SESSION_STEPS);
  await page.getByRole('radio', { name: '20 minutes: four questions' }).check();
  await app.expectStep(1, 13);
  await app.expectQuery('present=1&session=1&minutes=20');
  await page.getByRole('heading', { level: 1 }).click();
  const asked = [];
  for (let step = 2; step <= 13; step += 1) {
    await page.keyboard.press('PageDown');
    await app.expectStep(step, 13);
    asked.push((await page.getByText(/^Question \d of 4/).innerText()).match(/^Question (\d)/)[1]);
  }
  expect(asked.join('')).toBe('111222233344');
  await page.reload();
  await app.expectStep(13, 13);
  await app.expectQuery('present=1&session=1&minutes=20&step=12');
});

test('the clock is set to the minutes of the question that is on, unless it runs', async ({ page }) => {
  await page.clock.install();
  const app = new Deck(page);
  await app.openDeck('present=1&session=1&step=1');
  await page.getByRole('button', { name: 'Timer' }).click();
  const clock = page.getByRole('region', { name: 'Timer' });
  await expect(clock.getByRole('timer')).toHaveText('8:00');
  await expect(clock.getByRole('button', { name: '8 minutes' })).toHaveAttribute('aria-pressed', 'true');
  for (let step = 2; step <= 4; step += 1) await app.next.click();
  await expect(clock.getByRole('timer')).toHaveText('5:00');
  await clock.getByRole('button', { name: 'Start' }).click();
  await page.clock.runFor(20_000);
  for (let step = 5; step <= 7; step += 1) await app.next.click();
  await expect(clock.getByRole('timer')).toHaveText('4:40');
});

test('the answer runs over the guesses before it is said; where no motion is wanted it stands at once', async ({ page }) => {
  const app = new Deck(page);
  await app.openDeck('present=1&session=1&step=1');
  await app.guess.fill('28');
  await app.guess.press('Enter');
  const reached = () => page.locator('.people__reached').evaluate((path) => (path.getAttribute('d').match(/z/g) ?? []).length / 2);
  await app.next.click();
  await expect(app.answerShown).toBeHidden();
  await expect.poll(reached).toBeGreaterThan(0);
  await expect(app.answerShown).toBeVisible();
  await expect(app.answerShown).toContainText('30.5%');
  expect(await reached()).toBe(30);
  await expect(page.getByTestId('card')).toHaveText('Card B.');
  await expect(page.getByRole('img', { name: 'Of every 100 people on low incomes, 30 live in the fifth and 70 elsewhere.' })).toBeVisible();
  await expect(page.locator('.room__guess--near')).toHaveCount(1);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await app.back.click();
  await app.next.click();
  await expect(page.locator('.reveal')).toHaveCount(1);
  expect(await page.locator('.reveal--running').count()).toBe(0);
  expect(await reached()).toBe(30);
});

test('a session goes on when the connection is lost, and where nothing can be stored', async ({ page, context }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
    }
  });
  const app = new Deck(page);
  await app.openDeck('present=1&session=1');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  for (let step = 1; step < 13; step += 1) await app.next.click();
  await expect(app.answerShown).toContainText(/\d%/);
});

test('figures of the perfect map that do not come can be asked for again', async ({ page }) => {
  await page.route(/income-by-income\/E\d+\.csv$/, (route) => route.abort());
  const app = new Deck(page);
  await app.openDeck('present=1&session=1&step=12');
  await expect(page.getByRole('button', { name: 'Try again' })).toBeVisible();
  await page.unroute(/income-by-income\/E\d+\.csv$/);
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(app.answerShown).toContainText(/\d%/);
});
