// Uses the page for minutes on end, as nobody would, and watches what stays in memory: every view in every size, all that
// can be pressed and moved, files, printing, sessions. What is done is drawn from a seed, so that it can be done again.
//   node scripts/soak.mjs [--minutes 3] [--seed 1] [dist]
// Fails if after warming up anything has grown by more than a tenth, or if the console tells of an error.

import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { chromium } from '@playwright/test';

import { makeFile7 } from '../tests/e2e/support/file7.mjs';
import { POLICY, host } from '../tests/e2e/support/host.mjs';
import { chromiumFlags, chromiumPath } from './browser.mjs';
import { NAMES } from './views.mjs';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { minutes: { type: 'string', default: '3' }, seed: { type: 'string', default: '1' } },
});
const dist = positionals[0] ?? 'dist';
const MINUTES = Number(options.minutes);
const SEED = Number(options.seed);

/**
 * Times through everything, and a quarter of the time, before the memory is taken for what it is from then on: by then the browser has
 * kept as many of the frames that were taken away as it ever does.
 */
const WARM_UP_ROUNDS = 14;
const MOST_GROWTH = 0.1;
/** What is measured at most: asking for all that is free makes the program's memory a little larger each time. */
const MOST_MEASURES = 24;
const TOUCHES = 9;
const SIZES = [
  [375, 667],
  [768, 1024],
  [1280, 800],
  [1920, 1080],
];
const AREAS_IN_FILE = 4_000;

const CHOICES = [
  '',
  'share=35.5&cut=local',
  'place=E08000035&need=children',
  'data=iod2025&place=england',
  'offers=universal,area,need,group,proportionate&note=offers',
  'rank=need&need=older&place=E06000031,E07000008',
];
/** All built-in figures of places. */
const FIGURES = ['iod2019', 'iod2025'].flatMap((data) =>
  ['income', 'children', 'older', 'employment'].flatMap((need) => ['imd', 'need'].map((rank) => `v=2&data=${data}&need=${need}&rank=${rank}`)),
);
const SHOWN_ALONE = ['present=1', 'view=strategies&present=1', 'present=1&session=1', 'embed=1'];

/** Numbers from 0 up to 1, the same for the same seed (a linear congruence of Knuth's MMIX). */
function numbersOf(seed) {
  let state = BigInt(seed);
  return () => {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    return Number(state >> 11n) / 2 ** 53;
  };
}

const random = numbersOf(SEED);
const below = (count) => Math.floor(random() * count);
const oneOf = (all) => all[below(all.length)];

/** In the page, before anything else: lays hold of the program's own memory. */
function catchProgram() {
  const caught = (result) => {
    const exports = (result?.instance ?? result)?.exports;
    if (exports?.memory) globalThis.program ??= exports;
    return result;
  };
  for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...given) => caught(await own.apply(WebAssembly, given));
  }
}

/** In the page: the bytes that the program's allocator has, and how many of them are in use. */
function programMemory() {
  const { memory, __wbindgen_malloc: take, __wbindgen_free: giveBack } = globalThis.program;
  const BLOCK = 64;
  const ASKED = BLOCK - 8;
  const had = memory.buffer.byteLength;
  const blocks = [];
  while (memory.buffer.byteLength === had) blocks.push(take(ASKED, 4));
  for (const block of blocks.reverse()) giveBack(block, ASKED, 4);
  return { had, used: had - (blocks.length - 1) * BLOCK, grownByThis: memory.buffer.byteLength - had };
}

/** In the page: goes where a link leads, without loading anything anew, and waits until nothing changes any more. */
async function openInPage(query) {
  history.pushState(null, '', query ? `?${query}` : location.pathname);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** In the page: waits until nothing has changed for a moment. */
function calm() {
  const QUIET_MS = 60;
  const MOST_MS = 3_000;
  return new Promise((done) => {
    let timer;
    const observer = new MutationObserver(() => wait());
    const end = () => {
      clearTimeout(timer);
      clearTimeout(last);
      observer.disconnect();
      done();
    };
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(end, QUIET_MS);
    };
    const last = setTimeout(end, MOST_MS);
    observer.observe(document.body, { childList: true, characterData: true, attributes: true, subtree: true });
    wait();
  });
}

/** In the page: presses or moves one of the things that can be, given a number from 0 up to 1 for which and one for how. */
function touch([which, how]) {
  // What leaves the page, fills the screen or asks the device is not for a machine.
  const isLeft = /full screen|your device|now$|new version|load the page/i;
  const all = [...document.querySelectorAll('main button, main input, main select, main summary, main textarea')].filter(
    (element) =>
      element.checkVisibility() && !element.disabled && element.type !== 'file' && !isLeft.test(element.textContent),
  );
  if (all.length === 0) return;
  const element = all[Math.floor(which * all.length)];
  const tell = (...names) => names.forEach((name) => element.dispatchEvent(new Event(name, { bubbles: true })));
  element.focus();
  if (element.type === 'range') {
    const [low, high] = [Number(element.min), Number(element.max)];
    element.value = String(low + how * (high - low));
    tell('input', 'change');
  } else if (element.tagName === 'SELECT') {
    element.selectedIndex = Math.floor(how * element.options.length);
    tell('input', 'change');
  } else if (element.role === 'combobox') {
    element.value = ['Leeds', 'Cam', 'Rut', 'Engl'][Math.floor(how * 4)];
    tell('input');
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
  } else if (element.readOnly !== true && (element.type === 'text' || element.tagName === 'TEXTAREA')) {
    element.value = element.inputMode === 'decimal' ? String(Math.round(how * 100)) : `Words ${Math.round(how * 9)}`;
    tell('input', 'change');
  } else {
    element.click();
  }
}

/** In the page: chooses a file for every field there is. Where the test tool does so it keeps the field, and with it the page. */
function chooseFile([name, type, text]) {
  for (const field of document.querySelectorAll('main input[type=file]')) {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], name, { type }));
    field.files = transfer.files;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

async function main() {
  const server = await host({ folder: dist, headers: { 'Content-Security-Policy': POLICY } });
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  // What Chromium says, without a reason, of a frame that was taken away while its files came.
  const isOfFrameGone = (text) => /^Fetch API cannot load \S+\. $/.test(text);
  page.on('console', (message) => message.type() === 'error' && !isOfFrameGone(message.text()) && errors.push(message.text()));
  page.on('dialog', (dialog) => dialog.dismiss());
  page.on('download', async (download) => rmSync(await download.path(), { force: true }));
  await page.addInitScript(catchProgram);
  // The browser prints one thing at a time, and what is printed here is asked for by the robot.
  await page.addInitScript(() => (globalThis.print = () => {}));
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('HeapProfiler.enable');

  const settle = () => page.evaluate(calm);
  const open = async (query) => {
    await page.evaluate(openInPage, query);
    await settle();
  };
  /** Looks at one place in one size, and touches what is there. */
  const look = async (query) => {
    const [width, height] = oneOf(SIZES);
    await page.setViewportSize({ width, height });
    await open(query);
    for (let touches = 0; touches < TOUCHES; touches += 1) {
      await page.evaluate(touch, [random(), random()]);
      await settle();
    }
    if (below(3) === 0) await page.pdf({ format: 'A4' });
  };
  const choose = async (query, ...file) => {
    await open(query);
    await page.evaluate(chooseFile, file);
    await settle();
  };
  const official = makeFile7({ edition: 2019 }).split('\n').slice(0, AREAS_IN_FILE + 1).join('\n');
  const pages = JSON.stringify({
    format: 'who-gets-missed/scenarios',
    version: 1,
    scenarios: CHOICES.map((query, at) => ({ name: `Page ${at}`, query })),
  });
  const rows = 'Area,Value,People,Rank\n'.concat(Array.from({ length: 40 }, (_, at) => `A${at},${90 - at},1000,${at + 1}\n`).join(''));
  const readFiles = async () => {
    await choose('view=data', 'File_7.csv', 'text/csv', official);
    await page.getByTestId('file-outcome').filter({ hasText: 'File_7.csv' }).waitFor();
    await look('share=40');
    await open('view=data');
    await page.getByTestId('own-files').getByRole('button').first().click();
    await choose('view=data', 'no.csv', 'text/csv', 'nothing,of,use\n1,2,3\n');
    await choose('view=saved', 'pages.json', 'application/json', pages);
    await choose('view=gap', 'rows.csv', 'text/csv', rows);
  };
  /** Goes through a session from its first step to its last, with a guess here and there, and leaves it. */
  const session = async () => {
    await page.setViewportSize({ width: 1280, height: 720 });
    await open('present=1&session=1');
    const steps = page.getByRole('navigation', { name: 'Steps' });
    await steps.waitFor();
    for (let step = 0; step < 24; step += 1) {
      if (below(2) === 0) {
        await page.evaluate(touch, [random(), random()]);
        await settle();
      }
      await page.evaluate(() => document.activeElement?.blur());
      await page.keyboard.press('PageDown');
      await settle();
    }
  };
  /** Takes away what was kept on the way. */
  const tidy = async () => {
    await open('view=saved');
    const remove = page.getByRole('button', { name: /^Delete / });
    while (await remove.count()) await remove.first().click();
    await open('view=note');
    const clear = page.getByRole('button', { name: 'Remove all my words' });
    if (await clear.isVisible()) await clear.click();
  };

  const inAnyOrder = (all) => {
    const left = [...all];
    return Array.from(all, () => left.splice(below(left.length), 1)[0]);
  };
  const round = async () => {
    const places = NAMES.map((view) => [view === 'missed' ? '' : `view=${view}`, oneOf(CHOICES)].filter(Boolean).join('&'));
    const tasks = [...places, oneOf(SHOWN_ALONE)].map((query) => () => look(query));
    for (const task of inAnyOrder([...tasks, readFiles, session])) await task();
    await tidy();
  };

  let grownByMeasuring = 0;
  const started = Date.now();
  const minutes = () => (Date.now() - started) / 60_000;
  /** What is in memory once all that is no longer used was taken away, always at the same place. */
  const measure = async (rounds) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await open('view=about');
    // The browser keeps what was pressed last.
    await page.getByRole('heading', { level: 1 }).click();
    for (let times = 0; times < 3; times += 1) {
      await devtools.send('HeapProfiler.collectGarbage');
      await page.waitForTimeout(100);
    }
    const { metrics } = await devtools.send('Performance.getMetrics');
    const metric = (name) => metrics.find((metric) => metric.name === name).value;
    const { had, used, grownByThis } = await page.evaluate(programMemory);
    const measured = {
      minutes: minutes(),
      rounds,
      used,
      had: had - grownByMeasuring,
      heap: metric('JSHeapUsedSize'),
      nodes: metric('Nodes'),
      listeners: metric('JSEventListeners'),
      documents: metric('Documents'),
    };
    grownByMeasuring += grownByThis;
    const mega = (bytes) => (bytes / 1e6).toFixed(2).padStart(8);
    console.log(
      [
        measured.minutes.toFixed(1).padStart(7),
        String(rounds).padStart(6),
        mega(measured.used),
        mega(measured.had),
        mega(measured.heap),
        ...['nodes', 'listeners', 'documents'].map((name) => String(measured[name]).padStart(9)),
      ].join(' '),
    );
    return measured;
  };

  try {
    await page.goto(`${server.url}?v=2`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    console.log(`${MINUTES} minutes from seed ${SEED}. In megabytes: what the program uses, what it has, the heap of the scripts.`);
    console.log('minutes rounds     used      has    heap     nodes listeners documents');
    let rounds = 0;
    await measure(rounds);
    // The page keeps the figures that it fetched, so all of them come before anything is held against what there was.
    for (const figures of FIGURES) await open(`view=councils&${figures}`);
    const isWarm = minutes() + MINUTES / 4;
    while (rounds < WARM_UP_ROUNDS || minutes() < isWarm) {
      await round();
      rounds += 1;
    }
    const warm = await measure(rounds);
    let last = warm;
    const measures = [];
    const every = MINUTES / MOST_MEASURES;
    while (last === warm || minutes() < MINUTES) {
      await round();
      rounds += 1;
      if (minutes() - last.minutes >= every || minutes() >= MINUTES) {
        last = await measure(rounds);
        measures.push(last);
      }
    }
    // What is no longer used is taken away when the browser sees fit, nodes last of all. What is never taken away is there
    // at every look, so of the later half of them the least tells.
    const later = measures.slice(Math.floor(measures.length / 2));
    const least = Object.fromEntries(Object.keys(warm).map((name) => [name, Math.min(...later.map((measured) => measured[name]))]));
    const grown = ['used', 'had', 'heap', 'nodes', 'listeners', 'documents'].filter(
      (name) => least[name] > warm[name] * (1 + MOST_GROWTH),
    );
    for (const error of new Set(errors)) console.error(`On the console: ${error}`);
    for (const name of grown) console.error(`Grown by more than a tenth: ${name}, from ${warm[name]} to ${least[name]}`);
    if (grown.length > 0 || errors.length > 0) process.exitCode = 1;
    else console.log('Nothing has grown by more than a tenth, and the console told of no error.');
  } finally {
    await browser.close();
    await server.close();
  }
}

await main();
