// The map of people missed: outlines added, dots and shades, moved and chosen by pointer, keys and fingers, linked with the list.

import { readFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { makeFile7 } from './support/file7.mjs';
import { App } from './support/page.mjs';

const PLACE = ['E06000031', 'E07000008', 'E07000009', 'E07000010', 'E07000011', 'E07000012'];
const FILE = makeFile7({ edition: 2019 });
const CODES = FILE.split('\n')
  .map((line) => line.split(','))
  .filter((cells) => PLACE.includes(cells[2]))
  .map((cells) => cells[0]);

/** A square for each code, in rows of 25. */
function squares(codes, property = 'LSOA11CD') {
  const square = (code, at) => {
    const [west, south] = [0.02 * (at % 25) - 0.3, 52 + 0.015 * Math.floor(at / 25)];
    const ring = [[west, south], [west + 0.02, south], [west + 0.02, south + 0.015], [west, south + 0.015], [west, south]];
    return { type: 'Feature', properties: { OBJECTID: at, [property]: code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  };
  return JSON.stringify({ type: 'FeatureCollection', features: codes.map(square) });
}

const asFile = (text, name = 'areas.geojson') => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

class AreasMap extends App {
  constructor(page) {
    super(page);
    this.outlines = page.getByLabel('Add outlines (GeoJSON or TopoJSON)');
    this.map = page.getByTestId('map');
    this.area = page.getByTestId('map-area');
  }

  /** The page with an official file and the fold open. */
  async openMap() {
    await this.open('view=data');
    await this.addFile({ name: 'File_7.csv', mimeType: 'text/csv', buffer: Buffer.from(FILE) });
    await expect(this.outcome).toContainText('is in use');
    // Not by a new address: the map's fold is reached within the page.
    await this.page.getByRole('link', { name: 'See who gets missed with this file' }).click();
    await this.page.goto('./?v=1&view=areas');
    await this.page.locator('.map-fold > summary').click();
  }

  async addOutlines(text, name) {
    await this.outlines.setInputFiles(asFile(text, name));
  }

  /** How many pixels of the picture have the colour of people missed, be it as a veil where dots are many. */
  missed() {
    return this.map.evaluate((canvas) => {
      const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4) {
        const [red, green, blue] = data.subarray(at, at + 3);
        found += red - green > 25 && blue - green > 8 ? 1 : 0;
      }
      return found;
    });
  }
}

for (const width of [1280, 375]) {
  test(`people missed are on the map, and whatever is chosen there is chosen in the list, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    const app = new AreasMap(page);
    await app.openMap();
    await app.addOutlines(squares(CODES));
    await expect(app.map).toBeVisible();
    await expect(page.getByText(`Outlines found by “LSOA11CD”, for all ${CODES.length} areas.`)).toBeVisible();
    await expect(page.getByText(/^Of all who are missed, \d+ in 100 are in /)).toBeVisible();
    await expect(page.getByText(/^One dot is 10 people on low incomes/)).toBeVisible();
    await expect.poll(() => app.missed()).toBeGreaterThan(200);

    // A tap in the middle chooses an area; the list goes to it.
    const box = await app.map.boundingBox();
    await app.map.click({ position: { x: box.width / 2 + 3, y: box.height / 2 + 3 } });
    await expect(app.area).toContainText(/E010\d{5}\).*(Outside|In) the target/);
    const code = (await app.area.innerText()).match(/E01\d{6}/)[0];
    const row = page.locator('.units__chosen');
    await expect(row).toContainText(code);
    // The other way round.
    const other = page.locator('.units-table tbody tr:not(.units__chosen)').first();
    const otherCode = (await other.innerText()).match(/E01\d{6}/)[0];
    await other.getByRole('button').click();
    await expect(app.area).toContainText(otherCode);

    // By keys alone: the area with most people missed, the next, closer, moved, and the whole again.
    await app.map.focus();
    await page.keyboard.press('PageDown');
    const before = await app.area.innerText();
    await page.keyboard.press('PageDown');
    await expect(app.area).not.toHaveText(before);
    await page.keyboard.press('PageUp');
    await expect(app.area).toHaveText(before);
    const picture = () => app.map.evaluate((canvas) => canvas.toDataURL());
    const whole = await picture();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await expect.poll(picture).not.toBe(whole);
    await page.keyboard.press('Home');
    await expect.poll(picture).toBe(whole);

    // Into the target from the map: by name from now on.
    const ticks = page.getByRole('button', { name: /^(Target it|Take it out of the target)$/ });
    const was = await ticks.innerText();
    await ticks.click();
    await expect(app.headline).toContainText('by name');
    await expect(ticks).not.toHaveText(was);

    await page.getByRole('radio', { name: 'Shaded areas' }).check();
    await expect(page.getByText(/^up to \d+ missed$/)).toBeVisible();
    await expect.poll(() => app.missed()).toBeGreaterThan(200);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });
}

test('the target and the picture are saved', async ({ page }) => {
  const app = new AreasMap(page);
  await app.openMap();
  await app.addOutlines(squares(CODES));
  await expect.poll(() => app.missed()).toBeGreaterThan(200);
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
    return readFileSync(await download.path());
  };
  const target = JSON.parse(await save('Save the target’s areas (GeoJSON)'));
  expect(target.features.length).toBeGreaterThan(20);
  expect(target.features.every(({ properties }) => CODES.includes(properties.code) && properties.inside === 1)).toBe(true);
  const [west, south] = target.features[0].geometry.coordinates[0][0];
  expect(west).toBeGreaterThan(-0.31);
  expect(south).toBeGreaterThan(51.99);
  const picture = await save('Save the map (PNG)');
  expect(picture.subarray(1, 4).toString()).toBe('PNG');
  expect(picture.length).toBeGreaterThan(10_000);
});

test('one finger scrolls the page over the map, two move it', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 375, height: 800 }, hasTouch: true });
  const page = await context.newPage();
  const app = new AreasMap(page);
  await app.openMap();
  await app.addOutlines(squares(CODES));
  await expect.poll(() => app.missed()).toBeGreaterThan(200);
  await app.map.scrollIntoViewIfNeeded();
  const picture = () => app.map.evaluate((canvas) => canvas.toDataURL());
  const whole = await picture();
  const box = await app.map.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await context.newCDPSession(page);
  const touch = (type, ...points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id })) });
  const scrolled = await page.evaluate(() => scrollY);
  await touch('touchStart', [x, y]);
  for (let step = 1; step <= 8; step += 1) await touch('touchMove', [x, y - step * 12]);
  await touch('touchEnd');
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(scrolled + 20);
  expect(await picture()).toBe(whole);
  // The page runs on for a moment after the finger has gone.
  const place = () => page.evaluate(() => scrollY);
  let before;
  await expect.poll(async () => before === (before = await place()), { intervals: [200] }).toBe(true);

  const moved = await app.map.boundingBox();
  const [middle, down] = [moved.x + moved.width / 2, moved.y + moved.height / 2];
  const still = await place();
  await touch('touchStart', [middle - 20, down], [middle + 20, down]);
  for (let step = 1; step <= 6; step += 1) await touch('touchMove', [middle - 20 - 8 * step, down], [middle + 20 + 8 * step, down]);
  await touch('touchEnd');
  await expect.poll(picture).not.toBe(whole);
  // A position may be rounded the other way.
  expect(Math.abs((await place()) - still)).toBeLessThanOrEqual(2);
  await context.close();
});

test('a file that is something else is told apart, and takes nothing away', async ({ page }) => {
  const app = new AreasMap(page);
  await app.openMap();
  const error = page.locator('#outlines-error');
  for (const [text, said] of [
    ['PK\u0003\u0004', 'packed file'],
    ['{"type":"FeatureCollection","features":[]}', 'no outlines'],
    [squares(CODES).slice(0, 5000), 'damaged or cut short'],
    [squares(['S01006506', 'S01006507']), 'The file has “S01006506”'],
  ]) {
    await app.addOutlines(text);
    await expect(error).toContainText(said);
    await expect(app.map).toBeHidden();
  }
  await app.addOutlines(squares(CODES));
  await expect(app.map).toBeVisible();
  await expect(error).toBeHidden();
  await app.addOutlines('<kml></kml>');
  await expect(error).toContainText('neither GeoJSON nor TopoJSON');
  await expect(app.map).toBeVisible();
});
