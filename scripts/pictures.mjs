// The pictures of the documents, from a built page: `node scripts/pictures.mjs [dist]` writes docs/missed.png, docs/charts/*.svg and
// docs/gallery.md. Charts are what the page itself saves as a drawing, so they are small, sharp, and the same on every machine.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath, root, serve } from './browser.mjs';

/** The charts of the gallery: the name of the file, the link, which chart of the view, what it says. */
const CHARTS = [
  ['people', 'view=missed', 'A hundred people on low incomes: who is inside the target, who is outside'],
  ['curve', 'view=missed', 'People on low incomes against people, most deprived areas first; the target is where the line is cut'],
  ['fifths', 'view=missed', 'People on low incomes by fifth of areas'],
  ['strip', 'view=councils', 'Every council by the share it misses'],
  ['map', 'view=councils', 'Every council as a hexagon, by the share it misses'],
  ['destinations', 'view=strategies', 'Where people in need end up under each offer'],
  ['cost-each', 'view=strategies', 'Cost for each person in need reached, with limits'],
  ['plane', 'view=strategies', 'What each offer averts, and what happens to the gap'],
  ['tornado', 'view=strategies', 'Which assumption matters most'],
  ['two-curves', 'view=population', 'A risk factor before and after a shift of everyone'],
  ['moved', 'view=population', 'Who moves below each line'],
  ['slope', 'view=gap', 'A rate over deprivation, and the line with its slope cut'],
  ['healthy-life', 'view=gap', 'Years of healthy life, published'],
  ['one-more', 'view=incentive', 'What one extra person costs, by whom is offered a payment'],
];
const TITLES = { missed: 'A target by area', councils: 'All councils', strategies: 'Offers compared', population: 'A risk factor', gap: 'A gap', incentive: 'Paying people to come' };
const MOST_BYTES = 1_500_000;

const dist = process.argv[2] ?? 'dist';
const folder = join(root, 'docs/charts');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const served = await serve(dist);
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block', acceptDownloads: true });
  for (const [name, query] of CHARTS) {
    await page.goto(`${served.address}?v=2&${query}&embed=1&frame=chart&chart=${name}`);
    await page.locator('figure:visible').first().waitFor();
    writeFileSync(join(folder, `${name}.svg`), await drawing(page, name));
  }
  await page.goto(`${served.address}?v=2`);
  await page.getByRole('slider').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(root, 'docs/missed.png') });
} finally {
  await browser.close();
  served.stop();
}

/** What the chart saves as a drawing. */
async function drawing(page, name) {
  const figure = page.locator('figure:visible').first();
  const more = figure.locator('summary, button', { hasText: /download|save/i }).first();
  if (await more.count()) await more.click();
  const wait = page.waitForEvent('download', { timeout: 20_000 });
  await page.getByRole('button', { name: /SVG|drawing/i }).first().click();
  const download = await wait;
  return readFileSync(await download.path(), 'utf8');
}

const rows = Object.entries(TITLES).map(([view, title]) => {
  const own = CHARTS.filter(([, query]) => query === `view=${view}`);
  const pictures = own.map(([name, query, says]) => `![${says}](charts/${name}.svg)\n\n${says}: \`?v=2&${query}&embed=1&frame=chart&chart=${name}\`.\n`);
  return `## ${title}\n\n${pictures.join('\n')}`;
});
writeFileSync(
  join(root, 'docs/gallery.md'),
  `# Charts\n\nEach can be saved as a picture, a drawing and numbers, and shown by itself [in a page of another site](embed.md). These are of Cambridgeshire and Peterborough, with the page’s first choices. \`make pictures\` makes them again.\n\n${rows.join('\n')}`,
);
const bytes = [...CHARTS.map(([name]) => join(folder, `${name}.svg`)), join(root, 'docs/missed.png')].reduce((sum, path) => sum + statSync(path).size, 0);
console.log(`${CHARTS.length} charts and the first view, ${Math.round(bytes / 1000)} kB`);
if (bytes > MOST_BYTES) throw new Error(`pictures may have ${MOST_BYTES} bytes`);
