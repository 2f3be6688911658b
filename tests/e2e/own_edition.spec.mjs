// A site's own edition, end to end under the strict policy: of made-up data always, of the official files for two places where
// they are at hand. Its areas are there without anybody adding a file, also without a network.

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { makeSite } from '../../scripts/site.mjs';
import { makeFile7, referenceCoverage } from './support/file7.mjs';
import { host } from './support/host.mjs';
import { App, hasGuessed } from './support/page.mjs';
import { shippedHeaders } from './support/shipped.mjs';

test.use({ serviceWorkers: 'allow' });
test.describe.configure({ mode: 'default' });

const DATA = process.env.MISSED_TEST_DATA ?? resolve('../shared/data');
const OFFICIAL = join(DATA, 'iod2025/File_7_IoD2025_rebuilt_34_columns_estimated_population.csv');
const BASE = '/tools/missed/';

/** A square for each area, in rows of 25. */
function squares(codes) {
  const feature = (code, at) => {
    const [west, south] = [0.02 * (at % 25), 52 + 0.015 * Math.floor(at / 25)];
    const ring = [[west, south], [west + 0.02, south], [west + 0.02, south + 0.015], [west, south + 0.015], [west, south]];
    return { type: 'Feature', properties: { LSOA21CD: code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  };
  return JSON.stringify({ type: 'FeatureCollection', features: codes.map(feature) });
}

const rowsOf = (csv, council) => csv.split('\n').map((line) => line.split(',')).filter((cells) => cells[2] === council);

/** The config of a place, with all that a config can say. */
const configOf = ({ name, place, file7, outlines, lookup }) => `
[site]
name = "${name}"
address = "https://www.example.gov.uk/missed/"
lead = "See whom a target of the most deprived areas misses here."
notice = "This is a pilot until March 2027."
[start]
place = "${place}"
[show]
views = ["missed", "councils", "areas", "strategies", "gap", "saved", "note"]
[colours]
accent = "#1d4f60"
[contact]
accessibility = "access@example.gov.uk"
days = 10
privacy = "data.protection@example.gov.uk"
[statement]
compliance = "full"
[[starting-points]]
name = "Food vouchers"
story = "What we offer now."
choices = "start=vaccination&funding=budget"
[data.iod2025]
file7 = "${file7}"
outlines = "${outlines}"
${lookup ? `lookup = "${lookup.file}"\nlookup-name = "${lookup.column}"` : ''}
attribution = "Outlines: Office for National Statistics. Contains OS data © Crown copyright 2026."
`;

const MADE_UP = { title: 'of made-up data', name: 'Peterborough City Council', place: 'E06000031', shown: 'Peterborough' };
const OF_OFFICIAL = [
  { title: 'of the official files, Cambridge', name: 'Cambridge City Council', place: 'E07000008', shown: 'Cambridge', areas: 78 },
  { title: 'of the official files, Barking and Dagenham', name: 'London Borough of Barking and Dagenham', place: 'E09000002', shown: 'Barking and Dagenham', areas: 115 },
];

/** What `evaluate` says of a link with a file. */
function evaluated(query, file) {
  const options = ['run', '-q', '--no-default-features', '--example', 'evaluate', '--', query, file];
  return JSON.parse(execFileSync('cargo', options, { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] }));
}

let work;
const editions = new Map();
test.beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'own-edition-'));
});
test.afterAll(() => rmSync(work, { recursive: true, force: true }));

/** The folder of an edition, made once. */
async function editionOf(of) {
  if (editions.has(of.title)) return editions.get(of.title);
  const folder = join(work, of.place);
  mkdirSync(folder);
  let data;
  if (of === MADE_UP) {
    const file7 = makeFile7({ edition: 2025 });
    const rows = rowsOf(file7, of.place);
    writeFileSync(join(folder, 'file7.csv'), file7);
    writeFileSync(join(folder, 'all.geojson'), squares(rows.map(([code]) => code)));
    writeFileSync(join(folder, 'wards.csv'), `code,ward\n${rows.map(([code], at) => `${code},Ward ${at % 7}`).join('\n')}\n`);
    data = { file7: 'file7.csv', outlines: 'all.geojson', lookup: { file: 'wards.csv', column: 'ward' } };
    of.areas = rows.length;
    of.file = join(folder, 'file7.csv');
  } else {
    const lookup = { file: join(DATA, 'geography/lsoa21_lookup_2024.csv'), column: 'ward24_name' };
    data = { file7: OFFICIAL, outlines: join(DATA, 'boundaries/lsoa21_England.geojson'), lookup };
    of.file = OFFICIAL;
  }
  const config = join(folder, 'site.toml');
  writeFileSync(config, configOf({ ...of, ...data }));
  const out = join(folder, 'dist');
  await makeSite({ config, from: resolve('dist'), out });
  editions.set(of.title, out);
  return out;
}

/** Serves an edition as the settings in deploy/ have it. */
const serve = (folder) => host({ folder, base: BASE, headers: shippedHeaders });

const isKept = (page) => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state === 'activated'));

/** Whatever a policy keeps back, whatever fails, and each request that leaves the site. */
function watched(page, origin) {
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(String(error)));
  page.on('request', (request) => /^(?:data|blob):/.test(request.url()) || request.url().startsWith(origin) || wrong.push(request.url()));
  return wrong;
}

async function openMap(page) {
  await page.locator('.map-fold > summary').click();
  await expect(page.getByTestId('map')).toBeVisible();
}

for (const of of [MADE_UP, ...OF_OFFICIAL]) {
  test.describe(of.title, () => {
    let server;
    test.beforeEach(async () => {
      test.skip(of !== MADE_UP && !existsSync(OFFICIAL), `skipped: ${OFFICIAL} is not there`);
      test.setTimeout(180_000);
      server = await serve(await editionOf(of));
    });
    test.afterEach(() => server?.close());

    test('it begins with its own place, name, words and colours', async ({ page, context }) => {
      const wrong = watched(page, server.origin);
      const app = new App(page);
      await page.goto(server.url);
      await page.getByRole('button', { name: 'Just show me' }).click();
      await expect(app.headline).toBeVisible();
      await expect(app.council).toHaveValue(of.shown);
      const bar = page.getByRole('complementary', { name: of.name });
      await expect(bar).toContainText('This is a pilot until March 2027.');
      await expect(page.locator('p.lead')).toHaveText('See whom a target of the most deprived areas misses here.');
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--missed-need'))).toBe('#1d4f60');
      const menu = page.getByRole('navigation', { name: 'Pages' });
      await expect(menu.getByRole('link', { name: 'Areas' })).toBeVisible();
      await expect(menu.getByRole('link', { name: 'Close the gap' })).toBeVisible();
      for (const hidden of ['Shift everyone', 'Pay people', 'Audit', 'On your website']) await expect(menu.getByRole('link', { name: hidden })).toHaveCount(0);
      // Whose address somebody has still opens.
      await page.goto(`${server.url}?v=2&view=audit`);
      await expect(page.getByRole('heading', { level: 1, name: 'Whom does our service reach?' })).toBeVisible();
      expect(await context.cookies()).toEqual([]);
      expect(wrong).toEqual([]);
    });

    test('its areas are there by themselves: list, exact numbers and map, also without a network', async ({ page }) => {
      const wrong = watched(page, server.origin);
      const app = new App(page);
      const query = `v=2&view=areas&place=${of.place}&cut=local&share=23`;
      const told = evaluated(query, of.file);
      await page.goto(`${server.url}?${query}`);
      const look = async () => {
        await expect(app.figures).toHaveText(`Exact: ${of.areas} single areas, from File 7 of 2025.`);
        await expect(app.bigNumber).toHaveText(`${(100 * (1 - told.target.coverage)).toFixed(1)}%`);
        await expect(page.getByTestId('units-in-sight')).toContainText(String(of.areas));
        await openMap(page);
        await expect(page.getByText(`Outlines found by “code”, for all ${of.areas} areas.`)).toBeVisible();
        await expect(page.getByTestId('outlines-source')).toContainText('Office for National Statistics');
      };
      await look();
      if (of === MADE_UP) {
        const { coverage } = referenceCoverage(readFileSync(of.file, 'utf8'), { codes: [of.place], share: 23, cut: 'local' });
        expect(told.target.coverage).toBeCloseTo(coverage, 9);
      }
      await expect.poll(() => isKept(page), { timeout: 30_000 }).toBe(true);
      expect(wrong).toEqual([]);
      const { url } = server;
      await server.close();
      server = undefined;
      await page.goto(`${url}?${query}`);
      await look();
      await page.goto(`${url}site/privacy.html`);
      await expect(page.getByRole('heading', { level: 1, name: 'Privacy' })).toBeVisible();
    });

    test('the foot of each page leads to its statements, and About names whom to ask', async ({ page }) => {
      await hasGuessed(page);
      await page.goto(`${server.url}?v=2&view=about`);
      const said = page.getByTestId('of-site');
      await expect(said).toContainText(`This edition of the tool is run by ${of.name}.`);
      await expect(said).toContainText('access@example.gov.uk');
      await expect(said).toContainText('data.protection@example.gov.uk');
      const foot = page.getByRole('navigation', { name: 'About this site' });
      await foot.getByRole('link', { name: 'Accessibility statement' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'Accessibility statement' })).toBeVisible();
      await expect(page.getByText(`This website is run by ${of.name}.`)).toBeVisible();
      await expect(page.getByText('get back to you in 10 days')).toBeVisible();
      await expect(page.getByRole('link', { name: 'access@example.gov.uk' })).toHaveAttribute('href', 'mailto:access@example.gov.uk');
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
      await page.goBack();
      await foot.getByRole('link', { name: 'Privacy' }).click();
      await expect(page.getByText('who-gets-missed-pages (local storage)')).toBeVisible();
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    });
  });
}

test.describe('an edition', () => {
  let server;
  test.beforeEach(async () => {
    test.setTimeout(180_000);
    server = await serve(await editionOf(MADE_UP));
  });
  test.afterEach(() => server?.close());

  test('the first view is there before its program, of its own place', async ({ page }) => {
    await hasGuessed(page);
    await page.route('**/*.wasm', () => {});
    await page.goto(server.url);
    await expect(page.locator('.first .first__field')).toHaveText('Peterborough');
    const early = await page.locator('.first .big__number').innerText();
    const place = await page.locator('.first').boundingBox();
    const bar = await page.locator('.site-bar').boundingBox();
    expect(place.y).toBeGreaterThanOrEqual(bar.y + bar.height - 1);
    await page.unroute('**/*.wasm');
    await page.reload();
    const app = new App(page);
    await expect(app.headline).toBeVisible();
    // The made-up file has other numbers than the built-in figures, by which the first sight goes.
    await expect(app.figures).toContainText('Exact');
    const shown = JSON.parse(execFileSync('cargo', ['run', '-q', '--no-default-features', '--example', 'evaluate', '--', 'v=2&place=E06000031'], { encoding: 'utf8' }));
    expect(early).toBe(`${(100 * (1 - shown.target.coverage)).toFixed(1)}%`);
  });

  for (const width of [1280, 320]) {
    test(`axe finds nothing and nothing is cut off at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await hasGuessed(page);
      for (const query of ['', '?v=2&view=strategies', '?v=2&view=data', '?v=2&view=about']) {
        await page.goto(`${server.url}${query}`);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        await page.waitForLoadState('networkidle');
        expect((await new AxeBuilder({ page }).analyze()).violations, query).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), query).toBe(false);
      }
    });
  }

  test('its own starting point sets the offers', async ({ page }) => {
    await page.goto(`${server.url}?v=2&view=strategies`);
    const start = page.getByRole('button', { name: 'Food vouchers' });
    await expect(start).toHaveAttribute('aria-pressed', 'false');
    await start.click();
    await expect(start).toHaveAttribute('aria-pressed', 'true');
    await expect.poll(() => new URL(page.url()).search).toContain('funding=budget');
  });

  test('a file of the person’s own comes before the site’s, and the site’s comes back', async ({ page }) => {
    await page.goto(`${server.url}?v=2&view=data`);
    const app = new App(page);
    await expect(page.getByTestId('site-areas')).toContainText('single areas of Peterborough, File 7 of 2025, from Peterborough City Council.');
    await expect(app.ownFiles).toBeHidden();
    await app.addFile({ name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(makeFile7({ edition: 2025, seed: 7 })) });
    await expect(app.outcome).toContainText('is in use');
    const figures = async () => {
      await page.goto(`${server.url}?v=2&place=E06000031&share=23&cut=local`);
      await expect(app.figures).toContainText('Exact');
      return app.bigNumber.innerText();
    };
    const share = (seed) => {
      const { coverage } = referenceCoverage(makeFile7({ edition: 2025, seed }), { codes: ['E06000031'], share: 23, cut: 'local' });
      return `${(100 * (1 - coverage)).toFixed(1)}%`;
    };
    await expect.poll(figures).toBe(share(7));
    await page.goto(`${server.url}?v=2&view=data`);
    await page.getByRole('button', { name: 'Remove mine.csv' }).click();
    await expect.poll(figures).toBe(share(1));
  });

  test('in a frame and on a projector it is the tool alone', async ({ page }) => {
    await page.goto(`${server.url}?v=2&embed=1`);
    await expect(new App(page).headline).toBeVisible();
    await expect(page.locator('.site-bar')).toBeHidden();
    await expect(page.locator('.site-foot')).toBeHidden();
    await page.goto(`${server.url}?v=2&present=1`);
    await expect(page.locator('.app--present')).toBeVisible();
    await expect(page.locator('.site-bar')).toBeHidden();
  });

  test('links to it have a picture, and each file its checksum', async () => {
    const folder = await editionOf(MADE_UP);
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).toContain('<meta property="og:image" content="https://www.example.gov.uk/missed/cards/missed.png">');
    expect(html.match(/og:image"/g)).toHaveLength(1);
    expect(readFileSync(join(folder, 'view-areas.html'), 'utf8')).toContain('https://www.example.gov.uk/missed/cards/areas.png');
    expect(existsSync(join(folder, 'view-audit.html'))).toBe(false);
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=/);
    const scripts = [...html.matchAll(/<(?:script|link rel="stylesheet")[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.filter((tag) => !tag.includes('integrity="sha384-'))).toEqual([]);
    expect(readFileSync(join(folder, 'sw.js'), 'utf8')).toContain('figures/site/iod2025.csv');
    expect(JSON.parse(readFileSync(join(folder, 'manifest.webmanifest'), 'utf8')).name).toBe('Peterborough City Council: Who gets missed?');
  });
});

test('the usual config changes nothing, and two builds of one config are the same', async () => {
  const files = (folder) => readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length)).sort();
  const same = (one, other) => {
    expect(files(one)).toEqual(files(other));
    expect(files(one).filter((path) => !readFileSync(one + path).equals(readFileSync(other + path)))).toEqual([]);
  };
  const usual = join(work, 'usual');
  expect((await makeSite({ config: resolve('site.toml'), from: resolve('dist'), out: usual })).is_default).toBe(true);
  same(resolve('dist'), usual);
  const first = await editionOf(MADE_UP);
  const again = join(work, 'again');
  await makeSite({ config: join(work, MADE_UP.place, 'site.toml'), from: resolve('dist'), out: again });
  same(first, again);
});

/** The commands of the documentation, with a config that says something in the place of its own. */
test('every command of the documentation does what it says', async ({ page }) => {
  test.setTimeout(180_000);
  const text = readFileSync('docs/own-edition.md', 'utf8');
  const commands = [...text.matchAll(/^ *```sh\n([^]*?)^ *```/gm)].flatMap(([, block]) => block.trim().split('\n').map((line) => line.trim()));
  expect(commands).toEqual(['make site CONFIG=site.toml', 'npx sirv dist-site --port 8081']);
  const folder = join(work, 'documented');
  mkdirSync(folder);
  const config = join(folder, 'site.toml');
  const run = (command) => spawnSync('bash', ['-c', command.replace('CONFIG=site.toml', `CONFIG=${config} OUT=${join(folder, 'dist-site')}`)], { encoding: 'utf8' });
  writeFileSync(config, '[site]\nname = "Fenland District Council"\n[colours]\naccent = "#ffdd00"\n');
  const wrong = run(commands[0]);
  expect(wrong.status).not.toBe(0);
  const said = text.match(/^my-site\.toml: (colours\.accent: .*)$/m)[1];
  expect(wrong.stderr.split('\n').filter((line) => line && !line.startsWith('make'))).toEqual([expect.stringContaining(said)]);
  writeFileSync(config, '[site]\nname = "Fenland District Council"\n[start]\nplace = "E07000010"\n');
  const made = run(commands[0]);
  expect(made.status, made.stderr).toBe(0);
  expect(made.stderr).toContain('contact.accessibility is not given');
  const { spawn } = await import('node:child_process');
  const port = 20_000 + (process.pid % 20_000);
  const [, , , ...rest] = commands[1].replace('8081', String(port)).split(' ');
  const server = spawn('node_modules/.bin/sirv', [join(folder, 'dist-site'), ...rest], { stdio: 'ignore' });
  try {
    await expect(async () => {
      await page.goto(`http://localhost:${port}/`);
    }).toPass();
    await expect(page.getByRole('complementary', { name: 'Fenland District Council' })).toBeVisible();
    await expect(new App(page).council).toHaveValue('Fenland');
  } finally {
    server.kill();
  }
});
