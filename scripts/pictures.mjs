// The pictures of the documents, from a built page: `node scripts/pictures.mjs [dist]` writes docs/missed.png, docs/charts/*.svg and
// docs/gallery.md. Charts are what the page itself saves as a drawing, so they are small, sharp, and the same on every machine.

import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { reveal } from '../tests/e2e/support/page.mjs';
import { chromiumFlags, chromiumPath, root, serve } from './browser.mjs';

/** The charts of the gallery: the key in links, the name on the page, the link, what it says. */
const CHARTS = [
  ['people', 'the hundred people', 'view=missed', 'A hundred people on low incomes: who is inside the target, who is outside'],
  ['curve', 'the curve', 'view=missed', 'People on low incomes against people, most deprived areas first; the target is where the line is cut'],
  ['fifths', 'the fifths', 'view=missed', 'People on low incomes by fifth of areas'],
  ['strip', 'all places on a scale', 'view=councils', 'Every council by the share it misses'],
  ['map', 'all places on a map', 'view=councils', 'Every council as a hexagon, by the share it misses'],
  ['destinations', 'where people end up', 'view=strategies', 'Where people in need end up under each offer'],
  ['cost-each', 'cost for each person', 'view=strategies', 'Cost for each person in need reached, with limits'],
  ['plane', 'good done and gap closed', 'view=strategies', 'What each offer averts, and what happens to the gap'],
  ['tornado', 'what makes the difference', 'view=strategies', 'Which assumption matters most'],
  ['two-curves', 'the two curves', 'view=population', 'A risk factor before and after a shift of everyone'],
  ['moved', 'who moves below each line', 'view=population', 'Who moves below each line'],
  ['slope', 'the line and its target', 'view=gap', 'A rate over deprivation, and the line with its slope cut'],
  ['healthy-life', 'years in good health', 'view=gap', 'Years of healthy life, published'],
  ['one-more', 'the cost of one more person', 'view=incentive', 'What one extra person costs, by whom is offered a payment'],
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
  let open = '';
  for (const [key, name, query] of CHARTS) {
    if (open !== query) await page.goto(`${served.address}?v=2&${query}`);
    open = query;
    const button = page.getByRole('button', { name: `Download: Drawing (SVG) of ${name}`, exact: true });
    await reveal(page, button);
    const arrives = page.waitForEvent('download');
    await button.click();
    // The address is that of a server which is gone afterwards.
    const drawing = readFileSync(await (await arrives).path(), 'utf8').replaceAll(served.address, '');
    writeFileSync(join(folder, `${key}.svg`), drawing);
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

const rows = Object.entries(TITLES).map(([view, title]) => {
  const own = CHARTS.filter(([, , query]) => query === `view=${view}`);
  const pictures = own.map(([key, name, , says]) => `![Chart: ${name}](charts/${key}.svg)\n\n${says}: \`?v=2&view=${view}&embed=1&frame=chart&chart=${key}\`\n`);
  return `## ${title}\n\n${pictures.join('\n')}`;
});
writeFileSync(
  join(root, 'docs/gallery.md'),
  `# Charts\n\nEach can be saved as a picture, a drawing and numbers, and shown by itself [in a page of another site](embed.md). These are of Cambridgeshire and Peterborough, with the page’s first choices. \`make pictures\` makes them again.\n\n${rows.join('\n')}`,
);
const bytes = [...CHARTS.map(([key]) => join(folder, `${key}.svg`)), join(root, 'docs/missed.png')].reduce((sum, path) => sum + statSync(path).size, 0);
console.log(`${CHARTS.length} charts and the first view, ${Math.round(bytes / 1000)} kB`);
if (bytes > MOST_BYTES) throw new Error(`pictures may have ${MOST_BYTES} bytes`);
