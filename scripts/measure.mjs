// Measures how the page keeps up with all of England: reading a whole File 7, then moving the slider.
// `node scripts/measure.mjs [dist]` fails if the usual step of the slider takes the main thread longer than a frame.

import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { chromium } from '@playwright/test';

import { chromiumFlags, chromiumPath, root, serve } from './browser.mjs';
import { makeFile7 } from '../tests/e2e/support/file7.mjs';

// What the page waits after a change before it draws, as in src/ui/view_models/offers.rs.
const DRAW_PAUSE_MS = 250;
const FRAME_MS = 1000 / 60;
const STEPS = 120;
const OFFICIAL_FILE = join(root, '../shared/data/iod2019/File_7_IoD2019_rebuilt_29_columns.csv');

/** From 1 to 100 and back down, so that each step shows something new. */
const shares = Array.from({ length: STEPS }, (_, i) => (i < 100 ? i + 1 : 199 - i));

/** In the page: starts to watch for the moments in which the main thread answers nothing. */
function watchMainThread() {
  const watch = { longestTask: 0, longestGap: 0, last: performance.now() };
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) watch.longestTask = Math.max(watch.longestTask, duration);
  });
  observer.observe({ type: 'longtask' });
  const timer = setInterval(() => {
    const now = performance.now();
    watch.longestGap = Math.max(watch.longestGap, now - watch.last);
    watch.last = now;
  }, 4);
  watch.stop = () => {
    clearInterval(timer);
    for (const { duration } of observer.takeRecords()) watch.longestTask = Math.max(watch.longestTask, duration);
    observer.disconnect();
    return { task: watch.longestTask, gap: watch.longestGap };
  };
  window.mainThread = watch;
}

/** In the page: times the reading of the next file, from the choice to the message about it. */
function watchReading() {
  const outcome = document.querySelector('[data-testid="file-outcome"]');
  window.reading = new Promise((done, failed) => {
    document.addEventListener(
      'change',
      () => {
        const start = performance.now();
        new MutationObserver(() => {
          const text = outcome.textContent;
          const problem = document.querySelector('[data-testid="error-summary"]');
          if (text) done({ text, ms: performance.now() - start });
          if (problem) failed(new Error(problem.textContent));
        }).observe(document.body, { childList: true, characterData: true, subtree: true });
      },
      { capture: true, once: true },
    );
  });
}

/**
 * In the page: moves the slider, a step a frame. For each step `work` is what the main thread does for it (the app's
 * own work with all that follows from it, and the layout), `shown` the time until the frame after it is painted.
 */
async function slide(values) {
  const slider = document.querySelector('input#share');
  const answer = () => document.querySelector('main').textContent;
  const frame = () => new Promise((next) => requestAnimationFrame(next));
  const task = () =>
    new Promise((next) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = next;
      channel.port2.postMessage(null);
    });
  const steps = [];
  let before = answer();
  for (const value of values) {
    await frame();
    const start = performance.now();
    slider.value = value;
    slider.dispatchEvent(new Event('input', { bubbles: true }));
    // What the event sets off runs in microtasks, each of which may set off another.
    for (let i = 0; i < 50; i += 1) await null;
    document.body.getBoundingClientRect();
    const work = performance.now() - start;
    const after = answer();
    await frame();
    await task();
    const shown = performance.now() - start;
    const settled = answer();
    steps.push({ work, shown, changed: after !== before, late: settled !== after });
    before = settled;
  }
  return steps;
}

function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)];
}

async function measure(page, address, file) {
  await page.goto(`${address}?view=data&place=england`);
  const field = page.getByLabel('Choose File 7 (CSV)');
  await field.waitFor();
  await page.evaluate(watchMainThread);
  await page.evaluate(watchReading);
  await field.setInputFiles(file);
  const reading = await page.evaluate(() => window.reading);
  const blockedByReading = await page.evaluate(() => window.mainThread.stop());

  await page.evaluate(watchMainThread);
  await page.locator('[data-testid="own-files"] a').click();
  await page.locator('input#share').waitFor();
  // Until the first answer is painted and its announcement is over.
  await page.waitForTimeout(1000);
  const blockedByShowing = await page.evaluate(() => window.mainThread.stop());
  const steps = await page.evaluate(slide, shares);
  return { reading, blockedByReading, blockedByShowing, steps };
}

/**
 * The view that compares offers: from a change until the intervals of 10,000 draws over five offers are shown (the wait
 * before the draws begin taken off), how much of it is work, and the longest block of the main thread meanwhile.
 */
async function measureOffers(page, address) {
  // What passes between asking for a pause and going on is the browser's, not the page's.
  await page.addInitScript(() => {
    const ask = window.setTimeout;
    window.paused = 0;
    window.setTimeout = (next, delay, ...values) => {
      const asked = performance.now();
      return ask.call(window, (...given) => {
        if (!delay) window.paused += performance.now() - asked;
        next(...given);
      }, delay, ...values);
    };
  });
  await page.goto(`${address}?view=strategies&offers=universal,area,need,group,proportionate`);
  const shown = page.getByText('The line across each bar').first();
  await shown.waitFor();
  await page.waitForTimeout(500);
  const times = [];
  await page.evaluate(watchMainThread);
  for (const value of ['41', '42', '43', '44', '45']) {
    times.push(
      await page.evaluate(
        ([text, pause]) =>
          new Promise((done) => {
            const note = [...document.querySelectorAll('.figure__note')].find((p) => p.textContent.startsWith('The line'));
            const field = document.querySelector('#assumption-1-1');
            const start = performance.now();
            window.paused = 0;
            const observer = new MutationObserver(() => {
              if (!note.hidden) {
                observer.disconnect();
                const shown = performance.now() - start - pause;
                done({ shown, work: shown - window.paused });
              }
            });
            field.value = text;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            setTimeout(() => observer.observe(note, { attributes: true }), pause / 2);
          }),
        [value, DRAW_PAUSE_MS],
      ),
    );
  }
  const blockedByDrawing = await page.evaluate(() => window.mainThread.stop());

  const steps = await page.evaluate(slide, shares);
  return { times, blockedByDrawing, steps };
}

function reportOffers({ times, blockedByDrawing, steps }) {
  const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);
  const blocked = ({ task, gap }) => ms(Math.max(task, gap));
  const median = (key) => ms(quantile(times.map((time) => time[key]), 0.5));
  console.log(`\n${'10,000 draws over five offers'.padEnd(34)}${median('work')}  work, with 15 intervals an offer`);
  console.log(`${'  until they are shown'.padEnd(34)}${median('shown')}  with pauses to paint`);
  console.log(`${'  longest block of the main thread'.padEnd(34)}${blocked(blockedByDrawing)}`);
  const works = steps.map((step) => step.work);
  const row = `${steps.length} steps of the slider, work`.padEnd(34);
  console.log(`${row}${ms(quantile(works, 0.5))}${ms(quantile(works, 0.95))}  median and 95%`);
}

function report({ reading, blockedByReading, blockedByShowing, steps }) {
  const ms = (value) => `${value.toFixed(1)} ms`.padStart(10);
  const row = (title, values) => console.log(`${title.padEnd(34)}${ms(quantile(values, 0.5))}${ms(quantile(values, 0.95))}`);
  // The longest task is known only from 50 ms on, the longest gap always.
  const blocked = ({ task, gap }) => ms(Math.max(task, gap));
  const works = steps.map((step) => step.work);
  console.log(reading.text);
  console.log(`${'Reading the file'.padEnd(34)}${ms(reading.ms)}`);
  console.log(`${'  longest block of the main thread'.padEnd(34)}${blocked(blockedByReading)}`);
  console.log(`${'Showing the first answer, block'.padEnd(34)}${blocked(blockedByShowing)}`);
  console.log(`\n${`${steps.length} steps of the slider`.padEnd(34)}${'median'.padStart(10)}${'95%'.padStart(10)}`);
  row('Main thread, with layout', works);
  row('Until the next frame is painted', steps.map((step) => step.shown));

  const problems = [];
  const unchanged = steps.filter((step) => !step.changed).length;
  const late = steps.filter((step) => step.late).length;
  if (unchanged > 0) problems.push(`${unchanged} steps changed nothing on the page, so they measure nothing.`);
  if (late > 0) problems.push(`${late} steps were not over when they were measured.`);
  const usual = quantile(works, 0.5);
  if (usual > FRAME_MS) problems.push(`A step takes ${usual.toFixed(1)} ms, longer than a frame (${FRAME_MS.toFixed(1)} ms).`);
  return problems;
}

const temporary = mkdtempSync(join(tmpdir(), 'who-gets-missed-'));
let file = OFFICIAL_FILE;
if (!existsSync(file)) {
  file = join(temporary, 'File_7_made_up.csv');
  writeFileSync(file, makeFile7({ edition: 2019, seed: 1 }));
}
const server = await serve(resolve(process.argv[2] ?? join(root, 'dist')));
const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumFlags() });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const problems = report(await measure(page, server.address, file));
  reportOffers(await measureOffers(await browser.newPage({ viewport: { width: 1280, height: 900 } }), server.address));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  server.stop();
  rmSync(temporary, { recursive: true });
}
