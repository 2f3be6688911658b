// What WCAG 2.2 asks beyond what axe can see: zoom to 400%, more space between letters, the focus in sight, names and order
// as a screen reader gets them, and touch.

import { expect, test } from '@playwright/test';

import { linksTo, VIEWS as TABLE } from '../../scripts/views.mjs';
import { App } from './support/page.mjs';

const VIEWS = {
  ...linksTo(TABLE),
};

// 1280 by 1024 pixels at 400%.
const ZOOMED = { width: 320, height: 256 };

/** The least that text must stand (success criterion 1.4.12). */
const SPACING = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
`;

async function open(page, query) {
  await new App(page).open(query);
  await page.waitForLoadState('networkidle');
}

/** In the page: text that is cut off by a box of its own, or that makes the page wider than the window. */
function cutOff() {
  const cut = [];
  for (const element of document.querySelectorAll('main *')) {
    const style = getComputedStyle(element);
    const isVisible = element.checkVisibility({ checkVisibilityCSS: true }) && !element.closest('.govuk-visually-hidden, .table, svg');
    // What is only read out is cut off on purpose.
    const isUnseen = style.clipPath !== 'none' && element.clientWidth <= 1;
    if (!isVisible || isUnseen || !element.textContent.trim() || style.display === 'inline') continue;
    const hides = (way) => ['hidden', 'clip'].includes(style[`overflow${way}`]);
    const isCut =
      (hides('X') && element.scrollWidth > element.clientWidth + 1) || (hides('Y') && element.scrollHeight > element.clientHeight + 1);
    if (isCut) cut.push(element.outerHTML.slice(0, 120));
  }
  return { cut, tooWide: document.documentElement.scrollWidth > innerWidth };
}

for (const [name, query] of Object.entries(VIEWS)) {
  test(`at 400% and with wide spacing nothing is cut off: ${name}`, async ({ page }) => {
    await page.setViewportSize(ZOOMED);
    await open(page, query);
    expect(await page.evaluate(cutOff)).toEqual({ cut: [], tooWide: false });
    await page.evaluate((spacing) => {
      const style = new CSSStyleSheet();
      style.replaceSync(spacing);
      document.adoptedStyleSheets.push(style);
    }, SPACING);
    expect(await page.evaluate(cutOff)).toEqual({ cut: [], tooWide: false });
  });

  test(`what has the focus is in sight, at 400% too: ${name}`, async ({ page }) => {
    await page.setViewportSize(ZOOMED);
    await open(page, query);
    const hidden = [];
    const seen = new Set();
    for (let step = 0; step < 60; step += 1) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        // A box to tick is painted by its label, with the box itself over it.
        // A link over several lines has a box for each, with nothing of it between them.
        const points = [...element.getClientRects()].flatMap((box) =>
          [0.1, 0.5, 0.9].flatMap((x) => [0.15, 0.5, 0.85].map((y) => [box.x + box.width * x, box.y + box.height * y])),
        );
        const isAt = ([x, y]) => {
          const top = document.elementFromPoint(x, y);
          return Boolean(top) && (element.contains(top) || element.labels?.[0]?.contains(top));
        };
        element.dataset.stop ??= String(Math.random());
        return { id: element.dataset.stop, html: element.outerHTML.slice(0, 120), isInSight: points.some(isAt) };
      });
      if (!found || seen.has(found.id)) break;
      seen.add(found.id);
      if (!found.isInSight) hidden.push(found.html);
    }
    expect(seen.size).toBeGreaterThan(5);
    expect(hidden).toEqual([]);
  });

  test(`a screen reader gets names, roles and headings in order: ${name}`, async ({ page }) => {
    await open(page, query);
    const client = await page.context().newCDPSession(page);
    const { nodes } = await client.send('Accessibility.getFullAXTree');
    const shown = nodes.filter((node) => !node.ignored);
    const property = (node, wanted) => node.properties?.find(({ name }) => name === wanted)?.value.value;
    const nameless = shown
      .filter((node) => property(node, 'focusable') && node.role.value !== 'RootWebArea' && !node.name?.value?.trim())
      .map((node) => node.role.value);
    expect(nameless).toEqual([]);
    const images = shown.filter((node) => ['image', 'img'].includes(node.role.value) && !node.name?.value?.trim());
    expect(images).toEqual([]);
    const levels = shown.filter((node) => node.role.value === 'heading').map((node) => property(node, 'level'));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 0), `heading ${index + 1} of ${levels}`).toBeLessThanOrEqual(1));
    const landmarks = shown.map((node) => node.role.value).filter((role) => ['banner', 'main', 'contentinfo'].includes(role));
    expect(landmarks).toEqual(['banner', 'main', 'contentinfo']);
  });
}

test('the answer is read before the controls, in the order of a phone', async ({ page }) => {
  await open(page, '');
  const order = await page.evaluate(() => {
    const all = [...document.querySelectorAll('h1, form.controls, [data-testid="big-number"], [data-testid="headline"], figure, footer')];
    return all.map((element) => element.dataset.testid ?? element.localName).slice(0, 5);
  });
  expect(order).toEqual(['h1', 'big-number', 'figure', 'form', 'headline']);
});

for (const view of ['strategies', 'population', 'incentive', 'councils']) {
  test(`the answer is read before the choices, and these before the results, as a phone shows them: ${view}`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await open(page, `view=${view}`);
    await expect(page.locator('.columns > .results')).toBeVisible();
    const parts = ['answer', 'choices', 'results'];
    const places = await page.evaluate(() => {
      const tops = [...document.querySelectorAll('.columns > :is(.big, .answer, .side, .controls, .results)')].map((part) => {
        const name = part.matches('.side, .controls') ? 'choices' : part.matches('.results') ? 'results' : 'answer';
        return [name, part.getBoundingClientRect().top];
      });
      return { code: tops.map(([name]) => name), seen: [...tops].sort(([, one], [, other]) => one - other).map(([name]) => name) };
    });
    expect(places.code).toEqual(places.seen);
    expect([...new Set(places.code)]).toEqual(parts);
  });
}

test('a figure has one name for a screen reader, and a change is announced once', async ({ page }) => {
  await open(page, '');
  await expect(page.locator('.results figure')).toBeVisible();
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const images = nodes.filter((node) => !node.ignored && node.role.value === 'image');
  expect(new Set(images.map((node) => node.name.value)).size).toBe(images.length);
  // Inside an image nothing is read by itself.
  const isSaid = (node) => !node.ignored && (node.role.value !== 'generic' || node.name?.value);
  const inside = nodes.filter((node) => isSaid(node) && images.some((image) => image.childIds?.includes(node.nodeId)));
  expect(inside.map((node) => node.role.value)).toEqual([]);

  // What a screen reader would say of its own accord, each time a live region has another text.
  await page.evaluate(() => {
    globalThis.said = [];
    const last = new Map();
    const look = () => {
      for (const region of document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')) {
        const text = region.textContent.trim();
        if (text && text !== (last.get(region) ?? '')) globalThis.said.push(text);
        last.set(region, text);
      }
    };
    look();
    globalThis.said = [];
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
  });
  await page.getByRole('slider', { name: 'Target the most deprived' }).focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => globalThis.said)).toEqual([expect.stringContaining('the most deprived quarter of areas nationally')]);
});

test('by touch: the menu, the target, and an example', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 375, height: 720 }, hasTouch: true, isMobile: true });
  const page = await context.newPage();
  const app = new App(page);
  await app.openMissed();
  const track = await app.slider.boundingBox();
  await app.slider.scrollIntoViewIfNeeded();
  const box = await app.slider.boundingBox();
  await page.touchscreen.tap(box.x + track.width / 2, box.y + box.height / 2);
  await expect(app.share).toHaveValue(/^(49|50|51)$/);
  await page.getByRole('button', { name: 'Menu' }).tap();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Pay people' }).tap();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('one more person');
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await context.close();
});

/** In the page: controls too small for a finger. A link in a sentence is as high as its line (success criterion 2.5.8). */
function tooSmall() {
  const LEAST = 24;
  const isLarge = (box) => box.width >= LEAST && box.height >= LEAST;
  const controls = document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]');
  return [...controls]
    .filter((control) => control.checkVisibility() && !control.matches('.govuk-skip-link'))
    .filter((control) => !(control.matches('a') && getComputedStyle(control).display === 'inline' && control.closest('p, td, li, dd')))
    .filter((control) => {
      const label = control.id ? document.querySelector(`label[for="${control.id}"]`) : null;
      return !isLarge(control.getBoundingClientRect()) && !(label && isLarge(label.getBoundingClientRect()));
    })
    .map((control) => control.outerHTML.slice(0, 120));
}

for (const [name, query] of Object.entries(VIEWS)) {
  test(`every control is large enough for a finger: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 375, height: 800 });
    await open(page, query);
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => { details.open = true; }));
    expect(await page.evaluate(tooSmall)).toEqual([]);
  });
}

test('the notice of a new version moves nothing', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await open(page, '');
  const top = () => page.locator('#share').evaluate((slider) => slider.getBoundingClientRect().top);
  const before = await top();
  await page.locator('.notice--update').evaluate((notice) => { notice.hidden = false; });
  await expect(page.locator('.notice--update')).toBeVisible();
  expect(await top()).toBe(before);
});
