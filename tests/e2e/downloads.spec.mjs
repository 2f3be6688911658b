// Charts and results as files: by role and name, what is in them, and what happens when the browser refuses.

import { readFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { PNG } from 'pngjs';

import { App, reveal } from './support/page.mjs';
import { onPlainPage } from './support/plain.mjs';

const LICENCE = 'Contains public sector information licensed under the Open Government Licence v3.0';
const CHARTS = {
  missed: { 'the hundred people': 'people', 'the curve': 'curve', 'the fifths': 'fifths' },
  strategies: {
    'where people end up': 'destinations',
    'people reached': 'reached',
    'total cost': 'cost',
    'cost for each person': 'cost-each',
    'good done and gap closed': 'gap',
    'what makes the difference': 'differences',
  },
  population: { 'the two curves': 'curves', 'who moves below each line': 'moved', 'whom the target misses': 'fifths' },
};
const FOLDER = { missed: 'areas', strategies: 'offers', population: 'population' };

/** Saves the file behind a button: its name, and what is in it. */
async function save(page, name) {
  const arrives = page.waitForEvent('download');
  await press(page, name);
  const download = await arrives;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function press(page, name) {
  const button = page.getByRole('button', { name, exact: true });
  await reveal(page, button);
  await button.click();
}

const status = (page, name) =>
  page.locator('.downloads').filter({ has: page.getByRole('button', { name, exact: true }) }).getByRole('status');

/** The rows of a table by the names of its columns; cells with commas stand in quotes. */
function rowsOf(csv) {
  const lines = csv.replace('\ufeff', '').trim().split('\r\n');
  const cells = (line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
  const [names, ...rows] = lines.map(cells);
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

/** The size of a drawing as the browser's own reader of XML finds it, and the names of its elements. */
function parse(page, text) {
  return onPlainPage(page, (xml) => {
    const drawing = new DOMParser().parseFromString(xml, 'image/svg+xml');
    const root = drawing.documentElement;
    return {
      elements: [...new Set([...drawing.querySelectorAll('*')].map((element) => element.localName))],
      size: [Number(root.getAttribute('width')), Number(root.getAttribute('height'))],
      text: root.textContent,
    };
  }, text);
}

/** The share of dots that are neither white nor grey, how many colours there are, and whether all dots are solid. */
function painted({ data }) {
  const colours = new Set();
  let coloured = 0;
  let isSolid = true;
  for (let at = 0; at < data.length; at += 4) {
    const [red, green, blue] = [data[at], data[at + 1], data[at + 2]];
    isSolid &&= data[at + 3] === 255;
    colours.add((red << 16) | (green << 8) | blue);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) coloured += 1;
  }
  return { colours: colours.size, coloured: coloured / (data.length / 4), isSolid };
}

for (const [view, charts] of Object.entries(CHARTS)) {
  for (const width of [1280, 375]) {
    const tag = width === 375 && view !== 'missed' ? '@slow' : [];
    test(`every chart of the view ${view} as picture, drawing and numbers at ${width} px`, { tag }, async ({ page }) => {
      test.setTimeout(90_000);
      await page.setViewportSize({ width, height: 800 });
      await page.clock.setFixedTime(new Date('2026-03-01T12:00:00Z'));
      await new App(page).open(`view=${view}&place=E07000008`);
      for (const [chart, short] of Object.entries(charts)) {
        const stem = `who-gets-missed-${FOLDER[view]}-${short}-cambridge-iod2019`;
        const svg = await save(page, `Download: Drawing (SVG) of ${chart}`);
        expect(svg.name).toBe(`${stem}.svg`);
        const drawing = await parse(page, svg.bytes.toString());
        expect(drawing.elements.filter((name) => !['svg', 'title', 'g', 'rect', 'line', 'path', 'circle', 'text'].includes(name))).toEqual([]);
        expect(drawing.size[0]).toBe(800);
        expect(drawing.text.replace(/\s+/g, ' ')).toContain('2026-03-01');

        const png = await save(page, `Download: Picture (PNG) of ${chart}`);
        expect(png.name).toBe(`${stem}.png`);
        const picture = PNG.sync.read(png.bytes);
        expect([picture.width, picture.height]).toEqual(drawing.size.map((pixels) => 2 * pixels));
        const { colours, coloured, isSolid } = painted(picture);
        expect(isSolid).toBe(true);
        expect(colours).toBeGreaterThan(10);
        expect(coloured).toBeGreaterThan(0.0003);

        const csv = await save(page, `Download: Numbers (CSV) of ${chart}`);
        expect(csv.name).toBe(`${stem}.csv`);
        const text = csv.bytes.toString();
        for (const part of ['\ufeffTitle,', 'Place,Cambridge\r\n', LICENCE, 'Made on,2026-03-01\r\n', 'Link,http', '\r\n\r\n']) {
          expect(text).toContain(part);
        }
        await expect(status(page, `Download: Numbers (CSV) of ${chart}`)).toHaveText('Saved');
      }
    });
  }
}

test('a picture from a phone is the same as one from a wide screen', async ({ page }) => {
  const app = new App(page);
  const drawings = [];
  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await app.openMissed('share=35');
    drawings.push((await save(page, 'Download: Drawing (SVG) of the curve')).bytes.toString());
  }
  expect(drawings[0]).toBe(drawings[1]);
});

for (const [query, printed] of Object.entries(JSON.parse(readFileSync(new URL('../fixtures/evaluated.json', import.meta.url))))) {
  test(`all results are what evaluate prints: ${query}`, async ({ page }) => {
    await new App(page).open(query);
    const json = await save(page, 'Download all results: For a program (JSON)');
    expect(json.name).toMatch(/^who-gets-missed-(areas|offers|population)-results-[a-z-]+-iod2019\.json$/);
    expect(JSON.parse(json.bytes)).toEqual(printed);

    const csv = await save(page, 'Download all results: For a spreadsheet (CSV)');
    const rows = rowsOf(csv.bytes.toString());
    const cell = (measure, part, column) => rows.find((row) => row.measure === measure && row.part === part)?.[column];
    if (printed.strategies) {
      const { strategy, outputs } = printed.strategies[1];
      expect(Number(cell('strategies.outputs.cost', strategy, 'high'))).toBe(outputs.cost['95%']);
    } else if (printed.target) {
      expect(Number(cell('target.coverage', 'all', 'value'))).toBe(printed.target.coverage);
    } else {
      expect(Number(cell('missed.missed', 'all', 'value'))).toBe(printed.missed.missed);
    }

    const description = await save(page, 'Download all results: Description of the table (CSVW)');
    expect(description.name).toBe(`${csv.name}-metadata.json`);
    const about = JSON.parse(description.bytes);
    expect(about.url).toBe(csv.name);
    expect(about['dc:source']).toContain(LICENCE);
    expect(about['dc:relation']['@id']).toContain('http');
    expect(about.tableSchema.columns.map(({ name }) => name)).toEqual(Object.keys(rows[0]));
    const told = about['schema:variableMeasured'].map((measure) => measure['schema:propertyID']);
    expect([...new Set(rows.map(({ measure }) => measure))].sort()).toEqual(told.sort());
  });
}

test('the table that is saved is the table that is shown', async ({ page }) => {
  const app = new App(page);
  await app.openMissed('share=35');
  const csv = (await save(page, 'Download: Numbers (CSV) of the fifths')).bytes.toString();
  const saved = csv.split('\r\n\r\n')[1].trim().split('\r\n').map((line) => line.replace(/"([^"]*)"/g, (_, text) => text.replaceAll(',', '')));
  const figure = page.getByRole('figure').filter({ has: page.getByRole('heading', { name: /^Every fifth is home/ }) });
  const shown = await figure.getByRole('row').evaluateAll((rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.replaceAll(',', '')).join(',')));
  expect(saved).toEqual(shown);
});

test('under a strict policy, and after a change of the choices', async ({ page }) => {
  const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'";
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  const app = new App(page);
  await app.openMissed();
  await save(page, 'Download: Picture (PNG) of the hundred people');
  await app.chooseCouncil('leed', 'Leeds');
  await expect(page.getByRole('heading', { name: 'Leeds' })).toBeVisible();
  const { name, bytes } = await save(page, 'Download: Picture (PNG) of the hundred people');
  expect(name).toBe('who-gets-missed-areas-people-leeds-iod2019.png');
  expect(PNG.sync.read(bytes).width).toBe(1600);
});

test('by keyboard, with the outcome read out, and axe finds nothing', async ({ page }) => {
  await new App(page).openMissed();
  const name = 'Download: Numbers (CSV) of the hundred people';
  await reveal(page, page.getByRole('button', { name }));
  await page.getByRole('button', { name }).focus();
  const arrives = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  await arrives;
  await expect(status(page, name)).toHaveText('Saved');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
});

test('where the browser refuses, the page says so and goes on', async ({ page }) => {
  await page.addInitScript(() => {
    const works = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      if (!window.allowsFiles) throw new DOMException('no', 'SecurityError');
      return works(blob);
    };
  });
  await new App(page).openMissed();
  const name = 'Download: Picture (PNG) of the curve';
  await press(page, name);
  await expect(status(page, name)).toContainText('This could not be saved');
  await page.evaluate(() => { window.allowsFiles = true; });
  await save(page, name);
  await expect(status(page, name)).toHaveText('Saved');
});

test('what makes the files comes when it is asked for, and a failed try can be repeated', async ({ page }) => {
  const isPart = /split_files-[0-9a-f]+\.wasm$/;
  let fetched = 0;
  page.on('request', (request) => { fetched += isPart.test(request.url()) ? 1 : 0; });
  await page.route(isPart, (route) => route.abort());
  await new App(page).openMissed();
  expect(fetched).toBe(0);
  const name = 'Download: Drawing (SVG) of the fifths';
  await press(page, name);
  await expect(status(page, name)).toContainText('This could not be saved');
  await page.unroute(isPart);
  await save(page, name);
  await expect(status(page, name)).toHaveText('Saved');
});
