// Every chart in every state, as a page of pictures to look at before a change to a chart is called done.
// `node scripts/gallery.mjs [dist] [view…]` writes target/gallery/index.html.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath, root, serve } from './browser.mjs';
import { NAMES } from './views.mjs';

const WIDTHS = [375, 1280];

/** States of each view that look different: the usual one, both ends, places unlike others, another order, more or fewer rows. */
const STATES = {
  missed: ['', 'share=0', 'share=100', 'share=60', 'cut=local', 'place=E06000009&share=1', 'place=E06000053', 'place=E92000001&need=children', 'rank=need', 'within=rural'],
  councils: ['', 'share=0', 'share=100', 'place=E12000007', 'place=E54000056', 'place=E06000053', 'need=older&cut=local'],
  strategies: [
    '',
    'offers=universal,area,need,group,proportionate',
    'start=school-meals&need=children',
    'start=energy-bills&need=older&tie-by=sensitivity',
    'start=diabetes&tie-on=cost',
    'start=vaccination&funding=budget&budget=250000&place=E06000002',
    'offers=area,universal&share=0',
    'rank=need&offers=need,proportionate&tie-on=gap',
  ],
  population: ['', 'factor-start=pressure&factor-shift-by=percent&factor-shift=3', 'factor-shift=0', 'factor-treat-past=35', 'place=E08000035&cut=local'],
  gap: ['', 'measure-scale=log', 'slope-cut=0', 'slope-cut=100', 'measure-cut=100', 'measure-groups=10'],
  incentive: ['', 'place=E06000053', 'rank=need'],
  audit: ['', 'small=10&rounded=1'],
};

const [dist = 'dist', ...wanted] = process.argv.slice(2);
const views = Object.keys(STATES).filter((view) => wanted.length === 0 || wanted.includes(view));
for (const view of views) if (!NAMES.includes(view)) throw new Error(`There is no view ${view}`);

const folder = join(root, 'target/gallery');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const served = await serve(dist);
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
const rows = [];
let errors = 0;
try {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, serviceWorkers: 'block' });
    page.on('pageerror', (error) => {
      errors += 1;
      console.error(`${page.url()}: ${error.message}`);
    });
    for (const view of views) {
      for (const [at, state] of STATES[view].entries()) {
        await page.goto(`${served.address}?v=2&view=${view}${state && `&${state}`}`);
        await page.waitForLoadState('networkidle');
        // What is folded opens, and may hold what is folded again; tables and files stay closed.
        for (let round = 0; round < 2; round += 1) {
          await page.evaluate(() => {
            for (const details of document.querySelectorAll('details:not(.figure__numbers, .all-downloads)')) details.open = true;
          });
          await page.waitForLoadState('networkidle');
          await page.waitForTimeout(500);
        }
        for (const [index, figure] of (await page.locator('figure:visible').all()).entries()) {
          const name = `${view}-${at}-${index}-${width}.png`;
          await figure.screenshot({ path: join(folder, name) });
          rows.push({ view, state, width, name });
        }
      }
    }
    await page.close();
  }
} finally {
  await browser.close();
  served.stop();
}

const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.codePointAt(0)};`);
const picture = ({ name, width }) => `<img src="${name}" alt="" title="${name}" style="max-width:${width === WIDTHS[0] ? 375 : 760}px">`;
const sections = views.flatMap((view) => STATES[view].map((state) => {
  const own = rows.filter((row) => row.view === view && row.state === state);
  return `<section><h2>${view} ${escaped(state)}</h2>${own.map(picture).join('\n')}</section>`;
}));
writeFileSync(join(folder, 'index.html'), `<!doctype html><meta charset="utf-8"><title>Charts</title>
<style>body{font:16px sans-serif;background:#eee}img{background:#fff;margin:4px;vertical-align:top}</style>${sections.join('\n')}`);
console.log(`${rows.length} pictures: target/gallery/index.html`);
process.exit(errors === 0 ? 0 : 1);
