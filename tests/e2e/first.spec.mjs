// What the page shows before its program is there, and how the program takes it over.

import { expect, test } from '@playwright/test';

import { App } from './support/page.mjs';

const PROGRAM = /\/who-gets-missed-[0-9a-f]{16}\.wasm$/;
const ask = (page) => page.locator('#starting').getByText('how many live in England’s most deprived fifth');
const answer = (page) => page.locator('#starting').getByText(/would be missed/);

/** The page whose program does not come for now; what it returns lets it come. */
async function held(page, query) {
  let letCome;
  const wait = new Promise((done) => (letCome = done));
  await page.route(PROGRAM, async (route) => {
    await wait;
    await route.continue();
  });
  await page.goto(`./${query}`, { waitUntil: 'commit' });
  await page.locator('#getting-ready').waitFor();
  return letCome;
}

/** How far what was in sight has moved since the page began, as the browser counts it. */
const shift = () =>
  new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += entry.hadRecentInput ? 0 : entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(sum), 300);
  });

for (const [width, height] of [[375, 667], [375, 812], [1280, 800]]) {
  test(`at ${width} x ${height} the answer to the default page is there before the program, the same, and nothing moves`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const letCome = await held(page, '?v=2');
    await expect(answer(page)).toBeVisible();
    await expect(ask(page)).toBeHidden();
    const first = page.locator('#starting .big__number');
    const shown = await first.innerText();
    const [before, people] = [await first.boundingBox(), await page.locator('#starting svg').filter({ visible: true }).boundingBox()];
    const reached = await page.locator('#starting .first__answer').filter({ hasText: 'Of every 100' }).textContent();
    letCome();
    await expect(page.locator('#starting')).toHaveCount(0);
    const app = new App(page);
    await expect(app.bigNumber).toHaveText(shown);
    await expect(page.getByRole('img', { name: reached.trim() })).toBeVisible();
    const after = await app.bigNumber.boundingBox();
    const peopleAfter = await page.getByRole('img', { name: /^Of every 100/ }).boundingBox();
    for (const [one, other] of [[before, after], [people, peopleAfter]]) {
      expect(Math.abs(one.x - other.x)).toBeLessThanOrEqual(3);
      expect(Math.abs(one.y - other.y)).toBeLessThanOrEqual(3);
      expect(Math.abs(one.height - other.height)).toBeLessThanOrEqual(3);
    }
    expect(await page.evaluate(shift)).toBeLessThan(0.02);
  });

  test(`at ${width} x ${height} who will be asked sees the question before the program, and no answer`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const letCome = await held(page, '');
    await expect(ask(page)).toBeVisible();
    await expect(answer(page)).toBeHidden();
    await expect(page.getByText('71.7%').filter({ visible: true })).toHaveCount(0);
    const before = await ask(page).boundingBox();
    letCome();
    const question = page.getByRole('heading', { name: 'Of 100 people on low incomes here' });
    await expect(question).toBeVisible();
    await expect(page.locator('#starting')).toHaveCount(0);
    const after = await question.boundingBox();
    expect(Math.abs(before.y - after.y)).toBeLessThanOrEqual(3);
    expect(await page.evaluate(shift)).toBeLessThan(0.02);
  });
}

for (const query of ['?place=E08000035', '?v=2&place=E08000035', '?v=2&view=gap', '?v=2&share=30', '?share=20', '?v=1', '?v=2&embed=1', '?data=iod2019&v=2', '?present=1']) {
  test(`a link to anything else shows neither: ${query}`, async ({ page }) => {
    await held(page, query);
    await expect(page.locator('#starting .lead').filter({ visible: true })).toContainText('Many services go to');
    await expect(ask(page)).toBeHidden();
    await expect(answer(page)).toBeHidden();
  });
}

test('who has guessed in this visit sees the answer at once, and so does a link that names the default', async ({ page }) => {
  await page.addInitScript(() => sessionStorage.setItem('who-gets-missed-guess', '1'));
  await held(page, '');
  await expect(answer(page)).toBeVisible();
  await page.goto('./?v=2&place=cambridgeshire-peterborough', { waitUntil: 'commit' });
  await expect(answer(page)).toBeVisible();
});

test('without scripts it is told what the tool is, and no answer that may be another one’s', async ({ browser, baseURL }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto(baseURL);
  await expect(page.locator('noscript p')).toHaveText('JavaScript is switched off here.');
  await expect(answer(page)).toBeHidden();
  await page.context().close();
});

/** The colours of a picture of the page, each with the number of its points. */
async function coloursOf(page, locator) {
  const picture = (await locator.screenshot()).toString('base64');
  const other = await page.context().newPage();
  const counted = await other.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const found = {};
    for (let at = 0; at < data.length; at += 4) {
      const colour = data.slice(at, at + 3).join(',');
      found[colour] = (found[colour] ?? 0) + 1;
    }
    return found;
  }, picture);
  await other.close();
  return counted;
}

test('who is asked does not see the answer before the program is there: all people look the same', async ({ page }) => {
  const people = (page) => page.locator('#starting').locator('.first__wide:visible, .first__narrow:visible');
  const MISSED = '128,22,80';
  await held(page, '?v=2');
  await expect(answer(page)).toBeVisible();
  expect((await coloursOf(page, people(page)))[MISSED]).toBeGreaterThan(1000);
  const asked = await page.context().newPage();
  await held(asked, '');
  await expect(ask(asked)).toBeVisible();
  const colours = await coloursOf(asked, people(asked));
  expect(colours['177,180,182'], 'one grey').toBeGreaterThan(1000);
  // Nothing else but the ground and what lies between the two at the edges: no darker one, and none with a colour in it.
  const others = Object.keys(colours).map((colour) => colour.split(',').map(Number));
  expect(others.filter((parts) => Math.min(...parts) < 174 || Math.max(...parts) - Math.min(...parts) > 6)).toEqual([]);
});
