// Every view on paper, from windows of any width: all of every picture is on the sheet, and nothing that can be pressed.

import { expect, test } from '@playwright/test';

import { linksTo, VIEWS as TABLE } from '../../scripts/views.mjs';
import { App } from './support/page.mjs';
import { drawnOn } from './support/pdf.mjs';

const VIEWS = {
  ...linksTo(TABLE.filter(({ key }) => key !== 'note')),
  missed: 'view=missed&share=35',
  'missed of England': 'place=england',
  strategies: 'view=strategies&place=E08000035',
};
const WIDTHS = [375, 800, 1280, 1920];
const pressed = (text) => text.replace(/\s+/g, '');

/** What is written in the pictures, and what can be pressed. */
function onScreen() {
  // What a frame would look like is looked at on the screen.
  const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.site__preview');
  // What is folded as a part of the argument is open on paper.
  const isPrinted = (element) => isShown(element) || element.closest('details:not([open])')?.matches('.folded-on-screen');
  const texts = [...document.querySelectorAll('svg.chart text')].filter(isPrinted).map((text) => text.textContent);
  // What sorts a table is its heading too, which stays.
  const buttons = [...document.querySelectorAll('button:not(th *), summary:not(:has(h2, h3)), select option:checked')].filter(isShown);
  const names = buttons.filter((button) => !button.matches('[aria-pressed=true]')).map((button) => button.textContent);
  const foot = document.querySelector('footer').innerText;
  return { texts, names: [...new Set(names)].filter((name) => name.length > 5), prose: document.querySelector('main').innerText, foot };
}

for (const [name, query] of Object.entries(VIEWS)) {
  test(`on A4 and Letter everything of a picture is there, and no control: ${name}`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await new App(page).open(query);
      await page.waitForLoadState('networkidle');
      await expect(page.locator('.answer--awaited')).toHaveCount(0);
      const { texts, names, foot } = await page.evaluate(onScreen);
      for (const format of width === 1280 ? ['A4', 'Letter'] : ['A4']) {
        const pages = await drawnOn(await page.pdf({ format, preferCSSPageSize: true }));
        const where = `${width} px, ${format}`;
        expect(Math.round(pages[0].width), where).toBe(format === 'A4' ? 596 : 612);
        const outside = pages.flatMap((sheet) => {
          const isOut = ({ from, to }) => from < -0.5 || to > sheet.width + 0.5;
          return [...sheet.texts.filter(isOut), ...sheet.paths.filter(({ begun, ...box }) => begun > 0 && isOut(box))];
        });
        expect(outside, where).toEqual([]);
        const all = pressed(pages.map((sheet) => sheet.texts.map(({ text }) => text).join('')).join(''));
        expect(texts.filter((text) => !all.includes(pressed(text))), where).toEqual([]);
        expect(names.filter((text) => all.includes(pressed(text))), where).toEqual([]);
        // The foot of the page does not stand alone on a sheet of its own.
        const last = pressed(pages.at(-1).texts.map(({ text }) => text).join(''));
        expect(last, where).not.toBe(pressed(foot));
      }
    }
  });
}

test('what is folded on a screen as a part of the argument is open on paper', async ({ page }) => {
  for (const query of ['', 'view=checked']) {
    await new App(page).open(query);
    await page.waitForLoadState('networkidle');
    await expect(page.locator('.answer--awaited')).toHaveCount(0);
    const folded = page.locator('details.folded-on-screen:not([open])');
    await expect(folded.first()).toBeAttached();
    const inside = (await folded.first().locator('td, p').allTextContents()).map(pressed).filter(Boolean);
    const pages = await drawnOn(await page.pdf({ format: 'A4' }));
    const all = pressed(pages.map((sheet) => sheet.texts.map(({ text }) => text).join('')).join(''));
    expect(inside.length, query).toBeGreaterThan(0);
    expect(inside.filter((text) => !all.includes(text)), query).toEqual([]);
  }
});

test('what is worked out only when it is opened is open on paper too, where it holds the argument', async ({ page }) => {
  await new App(page).openMissed();
  const closed = page.locator('.further > details:not([open]) > summary h2');
  await expect(closed).toHaveText([/^Fifth by fifth/, /^How big/, /measure/i]);
  const pages = await drawnOn(await page.pdf({ format: 'A4' }));
  const all = pressed(pages.map((sheet) => sheet.texts.map(({ text }) => text).join('')).join(''));
  for (const text of [...(await closed.allTextContents()), 'Most deprived', 'Number needed', 'half of']) expect(all).toContain(pressed(text));
  // On the screen all is as it was.
  await expect(closed).toHaveCount(3);
});

test('a chapter of the note that was never opened on a phone is on paper as on a desk', async ({ page }) => {
  const printed = async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await new App(page).open('view=note');
    const chapters = page.getByTestId('note').locator('details');
    await expect(chapters.last().locator('summary')).toBeAttached();
    await page.waitForLoadState('networkidle');
    const closed = await chapters.evaluateAll((all) => all.filter(({ open }) => !open).map((one) => one.querySelectorAll('section').length));
    const sheets = await drawnOn(await page.pdf({ format: 'A4', preferCSSPageSize: true }));
    return { closed, text: pressed(sheets.map(({ texts }) => texts.map(({ text }) => text).join('')).join('')) };
  };
  const [phone, desk] = [await printed(375), await printed(1280)];
  expect(phone.closed.length).toBeGreaterThan(10);
  expect(phone.closed.every((sections) => sections === 0)).toBe(true);
  expect(desk.closed).toEqual([]);
  const headings = await page.getByTestId('note').locator('h3').allTextContents();
  for (const heading of headings) expect(phone.text, heading).toContain(pressed(heading));
  expect(Math.abs(phone.text.length / desk.text.length - 1)).toBeLessThan(0.02);
});

test('a hundred people are a hundred on paper, in two kinds that are told apart without colour', async ({ page }) => {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await new App(page).openMissed('share=20');
    const [sheet] = await drawnOn(await page.pdf({ format: 'A4' }));
    // A head and a body each.
    const people = sheet.paths.filter(({ begun, fill }) => begun === 2 && fill !== undefined).map(({ fill }) => fill);
    const numbers = [...new Set(people)].map((fill) => people.filter((other) => other === fill).length);
    expect(numbers.sort(), String(width)).toEqual([30, 70]);
  }
});

test('with backgrounds off the keys keep their colour, and the chosen example is dark on white', async ({ page }) => {
  await new App(page).open('view=strategies');
  await page.emulateMedia({ media: 'print' });
  const key = page.locator('.key__reached').first();
  expect(await key.evaluate((item) => getComputedStyle(item, '::before').printColorAdjust)).toBe('exact');
  const chosen = page.getByRole('button', { pressed: true }).first();
  await expect(chosen).toBeVisible();
  const { color, backgroundColor } = await chosen.evaluate((button) => {
    const { color, backgroundColor } = getComputedStyle(button);
    return { color, backgroundColor };
  });
  expect(backgroundColor).toMatch(/rgba\(0, 0, 0, 0\)|transparent/);
  expect(color.match(/\d+/g).slice(0, 3).every((part) => Number(part) < 80)).toBe(true);
});
