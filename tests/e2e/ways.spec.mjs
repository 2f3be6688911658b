// No way in that leads nowhere, no way back that loses the place: presenting, what a site has locked, and "back".

import { expect, test } from '@playwright/test';

import { VIEWS } from '../../scripts/views.mjs';
import { App, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

const WITHOUT_STEPS = VIEWS.filter((view) => !view.has_steps).map(({ key }) => key);
const WITH_STEPS = { missed: 7, strategies: 8 };

for (const view of WITHOUT_STEPS) {
  test(`a link that presents a page without steps shows the page as usual, and says so: ${view}`, async ({ page }) => {
    const app = new App(page);
    await app.open(`view=${view}&present=1&step=3`);
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await expect(page.getByText('“present” was left out: this page has no steps to show one at a time.')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Present this page' })).toHaveCount(0);
    // From here on the link is that of the page as it is shown.
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare offers' }).click();
    await app.expectQuery('view=strategies');
  });
}

test('only a page with steps offers to present it', async ({ page }) => {
  const app = new App(page);
  const link = page.getByRole('link', { name: 'Present this page' }).locator('visible=true');
  for (const view of [...Object.keys(WITH_STEPS), ...WITHOUT_STEPS]) {
    await app.open(`view=${view}`);
    await page.waitForLoadState('networkidle');
    await expect(link, view).toHaveCount(view in WITH_STEPS ? 1 : 0);
  }
});

test('a file dropped on a presentation leaves it', async ({ page }) => {
  const app = new App(page);
  await app.open('present=1&step=1');
  await expect(page.getByRole('navigation', { name: 'Steps' })).toBeVisible();
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a,b\n1,2\n'], 'other.csv', { type: 'text/csv' }));
    dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
  await expect(page.getByRole('heading', { level: 1, name: 'The figures' })).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
  await app.expectQuery('view=data');
});

test('a click that opens a tab is left to the browser, with the links to a presentation too', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  for (const name of ['Present this page', 'Guided session for a workshop', 'Compare offers']) {
    for (const init of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
      const isLeft = await page.getByRole('link', { name }).evaluate((link, init) => {
        let isLeft;
        // After the page has heard of it, and before a tab opens.
        addEventListener('click', (event) => {
          isLeft = !event.defaultPrevented;
          event.preventDefault();
        }, { once: true });
        link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
        return isLeft;
      }, init);
      expect(isLeft, `${name} ${JSON.stringify(init)}`).toBe(true);
    }
  }
});

// What each lock takes away: whatever a person could change it with, and the words that tell how.
const GROUPS = {
  place: (page) => [page.getByRole('combobox', { name: 'Council or area' }), page.getByText('Combine places')],
  need: (page) => [page.getByRole('combobox', { name: 'Who needs to be reached' })],
  cut: (page) => [
    page.getByRole('group', { name: /^(?:Most deprived compared with|The share is a share of|“Most deprived fifth” means)/ }),
    page.getByRole('checkbox', { name: 'Take whole areas only' }),
  ],
  share: (page) => [
    page.getByRole('slider', { name: 'Target the most deprived', exact: true }),
    page.getByRole('textbox', { name: /^Target the most deprived, / }),
    page.getByRole('slider', { name: 'Size of the target' }),
    page.getByText('Target the most deprived', { exact: true }),
    page.getByText(/[Ss]lider|drag the dot/),
  ],
  more: (page) => [
    page.getByText('More choices', { exact: true }),
    page.getByRole('button', { name: /^(?:Try the perfect map|Back to overall deprivation)$/ }),
    page.getByRole('group', { name: 'Figures from' }),
    page.getByText(/^(?:The risk: its name|Deprivation and the number of adults)/),
  ],
};

/** Opens something in each of its states, one after the other. */
async function eachState(page, query, look) {
  const app = new App(page);
  await app.open(query);
  await page.waitForLoadState('networkidle');
  const next = page.getByRole('button', { name: 'Next', exact: true });
  for (;;) {
    // What is folded counts too.
    await page.evaluate(() => document.querySelectorAll('.controls details, .further > details').forEach((folded) => (folded.open = true)));
    await look();
    if ((await next.count()) === 0 || (await next.getAttribute('aria-disabled')) === 'true') return;
    await next.click();
  }
}

const MODES = {
  'a page': '',
  'a frame': 'embed=1',
  'the offers': 'view=strategies',
  'the offers in a frame': 'view=strategies&embed=1',
  'a risk factor': 'view=population',
  'a deck': 'present=1',
  'a deck of the offers': 'view=strategies&present=1',
  'a session': 'present=1&session=1',
  'what sets up a frame': 'view=site',
};
/** What each mode shows of each group without a lock, so that nothing passes for being nowhere. */
const SHOWN = {
  'a page': ['place', 'need', 'cut', 'share', 'more'],
  'a frame': ['place', 'need', 'cut', 'share', 'more'],
  'the offers': ['place', 'need', 'cut', 'share', 'more'],
  'the offers in a frame': ['place', 'need', 'cut', 'share', 'more'],
  'a risk factor': ['place', 'cut', 'more'],
  'a deck': ['share', 'more'],
  'a deck of the offers': [],
  'a session': ['place'],
  'what sets up a frame': ['place', 'need', 'cut', 'share', 'more'],
};

const ONE_BY_ONE = ['a page', 'the offers in a frame', 'a risk factor', 'a deck'];

for (const [mode, query] of Object.entries(MODES)) {
  // Of those that are one at a time, two stand for the rest.
  const tag = ['a frame', 'the offers', 'a risk factor', 'a deck of the offers'].includes(mode) ? '@slow' : [];
  test(`a lock takes all of its group away, and of no other: ${mode}`, { tag }, async ({ page }) => {
    test.slow();
    /** The groups of which something is in sight in any state. */
    const shown = async (lock) => {
      const found = new Set();
      await eachState(page, `${query}${lock ? `&lock=${lock}` : ''}`, async () => {
        for (const [group, controls] of Object.entries(GROUPS)) {
          for (const control of controls(page)) {
            if ((await control.locator('visible=true').count()) > 0) found.add(group);
          }
        }
      });
      return Object.keys(GROUPS).filter((group) => found.has(group));
    };
    expect(await shown()).toEqual(SHOWN[mode]);
    // One by one where the modes differ in what they are made of.
    for (const lock of ONE_BY_ONE.includes(mode) ? Object.keys(GROUPS) : []) {
      // There which fifths are meant lies in a fold of what is seldom changed.
      const isTaken = (group) => group === lock || (mode === 'a risk factor' && lock === 'more' && group === 'cut');
      expect(await shown(lock), lock).toEqual(SHOWN[mode].filter((group) => !isTaken(group)));
    }
    expect(await shown(Object.keys(GROUPS).join(','))).toEqual([]);
  });
}

test('a locked frame offers no workshop', async ({ page }) => {
  const app = new App(page);
  const session = page.getByRole('link', { name: 'Guided session for a workshop' }).locator('visible=true');
  await app.openMissed('embed=1');
  await expect(session).toHaveCount(1);
  for (const lock of Object.keys(GROUPS)) {
    await app.openMissed(`embed=1&lock=${lock}`);
    await expect(session, lock).toHaveCount(0);
  }
});

test('what is locked stays, whatever else changes it', async ({ page }) => {
  const app = new App(page);
  // A starting point brings the people it is meant for.
  await app.open('view=strategies&lock=need&place=E08000035');
  await page.getByRole('button', { name: 'Free school meals', exact: true }).click();
  await expect.poll(() => new URL(page.url()).search).toContain('start=');
  expect(new URL(page.url()).search).not.toContain('need=');
  // A page of its own opens beside the locked one, never in its place.
  await app.open('view=saved&lock=place&embed=1&place=E08000035');
  const opens = page.waitForEvent('popup');
  await page.getByTestId('gallery').getByRole('link').first().click();
  const other = await opens;
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  expect(new URL(other.url()).search).not.toContain('lock=');
  await app.expectQuery('view=saved&lock=place&embed=1&place=E08000035');
  // A way out of a place that is not there would change the place.
  await app.open('place=E06000999&lock=place');
  await expect(page.getByTestId('problem')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Start again/ })).toBeHidden();
  await app.open('place=E06000999&lock=share&embed=1');
  await page.getByRole('button', { name: /^Start again/ }).click();
  await expect(app.headline).toBeVisible();
  await app.expectQuery('v=2&embed=1&lock=share');
});

test('a locked session keeps to its place, and its ways on keep the locks', async ({ page }) => {
  const app = new App(page);
  await app.open('present=1&session=1&step=22&lock=place,share&share=35&place=E08000035');
  const links = page.getByRole('main').getByRole('link').locator('visible=true');
  await expect(links).toHaveCount(2);
  for (const link of await links.all()) expect(await link.getAttribute('href')).toMatch(/share=35&lock=place,share$/);
});

/** How far down the page is. */
const scrolled = (page) => page.evaluate(() => Math.round(scrollY));
const scrollTo = async (page, place) => {
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeGreaterThan(place);
  await page.evaluate((place) => scrollTo(0, place), place);
  // The browser tells the page of it with the next frame.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
};
// From where the page stands: to move a pointer there the tests would scroll first.
const follow = (page, name) => page.locator('.masthead__nav, .foot__views').getByRole('link', { name, exact: true }).evaluate((link) => link.click());

for (const [view, name] of [['missed', 'One place'], ['strategies', 'Compare offers'], ['note', 'Evidence note']]) {
  test(`"back" and "forward" lead to where a page was left: ${view}`, async ({ page }) => {
    const app = new App(page);
    // Slow enough that the browser's own attempt comes too early.
    await page.route(/\.(?:wasm|csv)$/, async (route) => {
      await new Promise((done) => setTimeout(done, 150));
      await route.continue();
    });
    await app.open(`view=${view}`);
    await scrollTo(page, 900);
    await follow(page, 'About');
    await expect(page.getByRole('heading', { level: 1, name: 'About this tool' })).toBeFocused();
    expect(await scrolled(page)).toBe(0);
    await scrollTo(page, 400);
    await page.goBack();
    await expect.poll(() => scrolled(page)).toBe(900);
    await page.goForward();
    await expect.poll(() => scrolled(page)).toBe(400);
    // And after a reload, and from another site.
    await page.reload();
    await expect.poll(() => scrolled(page)).toBe(400);
    await page.goBack();
    await expect.poll(() => scrolled(page)).toBe(900);
    await page.goto('about:blank');
    await page.goBack();
    await expect.poll(() => scrolled(page)).toBe(900);
    // It stays there.
    await page.waitForTimeout(1000);
    expect(await scrolled(page)).toBe(900);
    // A new page begins at its top, also the one that was there before.
    await follow(page, name === 'One place' ? 'Compare offers' : 'One place');
    await page.waitForLoadState('networkidle');
    expect(await scrolled(page)).toBe(0);
  });
}

test('who scrolls while a page comes back is not pulled away', async ({ page }) => {
  const app = new App(page);
  await app.openMissed();
  await scrollTo(page, 900);
  await follow(page, 'About');
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBe(900);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => scrolled(page)).toBe(1100);
  await page.waitForTimeout(1000);
  expect(await scrolled(page)).toBe(1100);
});

test('the link past the navigation goes to the heading, and "back" from it to where one was', async ({ page }) => {
  const app = new App(page);
  await page.setViewportSize({ width: 1280, height: 400 });
  await app.openMissed();
  await scrollTo(page, 900);
  await page.getByRole('link', { name: 'Skip to main content' }).evaluate((link) => link.focus({ preventScroll: true }));
  await page.keyboard.press('Enter');
  await expect.poll(() => scrolled(page)).toBeLessThan(200);
  await page.goBack();
  await expect.poll(() => scrolled(page)).toBeGreaterThan(300);
});
