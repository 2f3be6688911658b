// Whatever the device does to what is kept, nothing that a person made is lost without a word: storage that is full, forbidden or
// damaged for every key there is; a tab or a worker taken away; the program gone from what is kept; a file gone while it is read; no
// network, another clock, another language, in the middle.

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect as usual, test } from '@playwright/test';

import { makeOther } from '../drill/other.mjs';
import { FILE_7 } from '../faults/support/journeys.mjs';
import { breakCalls } from '../faults/support/layer.mjs';
import { POLICY, host } from './support/host.mjs';
import { App, hasGuessed, openFolds } from './support/page.mjs';

const expect = usual.configure({ timeout: 15_000 });

test.beforeEach(({ page }) => openFolds(page));

const STOPPED = 'Sorry, this page has stopped working';
const ROWS = 'name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\nD,10,1100,84.4\nE,5,1000,85.9\n';
const WARDS = 'Ward,Households,Households in need\nNorth,1200,300\nSouth,800,90\nEast,700,40\nWest,900,30\nMid,600,20\n';

async function save(page, name) {
  await page.getByText('Save and share', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByTestId('saved-as')).toContainText('Saved as');
}

async function bring(page, text, use) {
  await page.getByRole('textbox', { name: 'Rows as text, headings first' }).fill(text);
  await page.getByRole('button', { name: use }).click();
  const right = page.getByRole('button', { name: 'This is right' });
  await expect(right.or(page.getByTestId('rows-outcome').filter({ hasText: 'in use' })).first()).toBeVisible();
  if (await right.isVisible()) await right.click();
  await expect(page.getByTestId('rows-outcome')).toContainText('in use');
}

/** Said where pages cannot be kept, and where those kept before cannot be read. */
const NOT_KEPT = /does not let the page keep anything|did not let the page read its saved pages/;

/**
 * Every key: where it lies, whether a person made what it holds, the link that reads it, what writes it, and what is said where it
 * cannot be kept; nothing where the page does without.
 */
const KEYS = {
  'who-gets-missed-pages': { link: 'share=30', isMade: true, write: (page) => save(page, 'Mine'), says: NOT_KEPT, then: 'view=saved' },
  'who-gets-missed-pages+': { link: 'share=30', isMade: true, write: (page) => save(page, 'Mine'), says: NOT_KEPT, then: 'view=saved' },
  'who-gets-missed-pinned': {
    link: 'view=saved',
    async write(page) {
      for (const name of ['Even a perfect map', 'The same budget, three offers']) {
        await page.getByRole('button', { name: `Save a copy: ${name}` }).click();
        await page.getByRole('checkbox', { name: `Compare “${name}”`, exact: true }).check();
      }
      await expect(page.getByTestId('side-by-side')).toBeVisible();
    },
    says: NOT_KEPT,
  },
  'who-gets-missed-note': {
    link: 'view=note',
    isMade: true,
    async write(page) {
      await page.getByRole('form', { name: 'What to do with the note' }).getByLabel('Title').fill('Warm packs');
      await expect(page.getByTestId('note')).toContainText('Warm packs');
    },
    says: /keeps nothing here/,
  },
  'who-gets-missed-rows': { link: 'view=gap', isMade: true, write: (page) => bring(page, ROWS, 'Use these rows'), says: /does not let the page keep rows/ },
  'who-gets-missed-units': { link: 'view=areas', isMade: true, write: (page) => bring(page, WARDS, 'Use this table'), says: /does not let the page keep/ },
  'who-gets-missed-lists': { link: 'view=councils', isMade: true },
  'who-gets-missed-room': {
    link: 'present=1&session=1&step=1',
    of: 'sessionStorage',
    async write(page) {
      const guess = page.getByRole('textbox', { name: /^Your guess/ });
      await guess.fill('60');
      await guess.press('Enter');
      await expect(page.getByRole('button', { name: 'Remove the guess 60%' })).toBeVisible();
    },
  },
  'who-gets-missed-guess': {
    link: null,
    of: 'sessionStorage',
    async write(page) {
      await page.getByRole('button', { name: 'Just show me' }).click();
      await expect(page.getByTestId('headline')).toBeVisible();
    },
  },
  'who-gets-missed-scroll': {
    link: 'share=30',
    of: 'sessionStorage',
    async write(page) {
      await page.getByRole('contentinfo').getByRole('link', { name: 'Figures' }).click();
      await expect(page.getByRole('heading', { level: 1, name: 'The figures' })).toBeVisible();
      await page.goBack();
      await expect(page.getByTestId('headline')).toBeVisible();
    },
  },
};

/** What is no text under a key: the person's files, tables under names, and the page itself, which is none of the person's. */
const STORES = ['who-gets-missed-files', 'who-gets-missed-tables', 'who-gets-missed-app'];

test('every key that the program uses is tried here', () => {
  const folders = ['src', 'public'];
  const texts = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true }).filter((name) => /\.(?:rs|js)$/.test(name)).map((name) => readFileSync(join(folder, name), 'utf8')),
  );
  const used = new Set(texts.flatMap((text) => [...text.matchAll(/(?:KEPT|KEY|PAGES|PINNED|CHANGE|HAS_GUESSED|CACHE|DATABASE|FILES)\b[^=\n]*= [`'"](who-gets-missed-[a-z]+\+?)/g)].map(([, key]) => key)));
  expect(used.size).toBeGreaterThan(8);
  const known = [...Object.keys(KEYS), ...STORES];
  expect([...used].filter((key) => !known.includes(key))).toEqual([]);
});

/** All texts that are kept in both places. */
const kept = (page) => page.evaluate(() => ({ ...localStorage, ...sessionStorage }));

/** Refuses what is done with one key, as a device does that is full or where it is forbidden. */
const refuse = (page, key, how) =>
  page.addInitScript(
    ([key, how]) => {
      for (const name of how === 'full' ? ['setItem'] : ['getItem', 'setItem', 'removeItem']) {
        const works = Storage.prototype[name];
        Storage.prototype[name] = function refusing(of, ...values) {
          // A change of the saved pages has a key of its own, with the time in it.
          if (of === key || (key.endsWith('+') && of.startsWith(key))) throw new DOMException('no', how === 'full' ? 'QuotaExceededError' : 'SecurityError');
          return works.call(this, of, ...values);
        };
      }
    },
    [key, how],
  );

/** What others have left, which has nothing to do with it. */
const OTHERS = { 'another-app': 'untouched', 'who-gets-missed-rows-put-aside': 'from before' };

async function expectWhole(page, errors) {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('heading', { name: STOPPED })).toHaveCount(0);
  expect(errors).toEqual([]);
}

for (const [key, { link, of = 'localStorage', isMade, write, says, then }] of Object.entries(KEYS)) {
  for (const how of write ? ['full', 'forbidden'] : []) {
    test(`${how}: ${key}`, async ({ page }) => {
      const errors = [];
      page.on('pageerror', (error) => errors.push(error.message));
      await page.goto('./icon.svg');
      await page.evaluate((others) => Object.assign(localStorage, others), OTHERS);
      await refuse(page, key, how);
      const app = new App(page);
      await page.goto(link === null ? './' : `./?${link}`);
      await expectWhole(page, errors);
      await write(page);
      if (then) await app.follow(then);
      if (says) await expect(page.locator('body')).toContainText(says);
      await expectWhole(page, errors);
      expect(await kept(page)).toMatchObject(OTHERS);
    });
  }

  test(`damaged: ${key}`, async ({ page }) => {
    const errors = [];
    page.on('pageerror', (error) => errors.push(error.message));
    for (const damaged of ['{"half', '\u0000\ud800\u202e', '[[1]]', '99\nvotes 0 5', 'x'.repeat(50_000)]) {
      await page.goto('./icon.svg');
      const name = key.endsWith('+') ? `${key}1795772144392-8f681a8b` : key;
      await page.evaluate(
        ([of, name, text, others]) => {
          localStorage.clear();
          sessionStorage.clear();
          Object.assign(localStorage, others);
          window[of].setItem(name, text);
        },
        [of, name, damaged, OTHERS],
      );
      for (const view of new Set([link === null ? '' : `?${link}`, '?view=data'])) {
        await page.goto(`./${view}`);
        await expectWhole(page, errors);
      }
      const after = await kept(page);
      expect(after).toMatchObject(OTHERS);
      // Where it lay, or put aside: what somebody made can still be got at.
      if (isMade) expect(Object.entries(after).some(([other, text]) => other.startsWith(name) && text === damaged), damaged.slice(0, 20)).toBe(true);
    }
  });
}

test('damaged: a kept file and kept tables', async ({ page }) => {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto('./icon.svg');
  await page.evaluate(async () => {
    const cache = await caches.open('who-gets-missed-files');
    await cache.put('kept-file-iod2019', new Response('half a fi', { headers: { 'X-File-Name': '%E0%A4%A' } }));
    const request = indexedDB.open('who-gets-missed-tables', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('tables', { keyPath: 'number', autoIncrement: true });
    await new Promise((done) => (request.onsuccess = done));
    const store = request.result.transaction('tables', 'readwrite').objectStore('tables');
    store.add({ name: 7, content: 'none' });
    store.add({ name: 'Wards', file: 'wards.csv', day: 'x', kind: 'rows', choices: '\u0000', content: new Blob(['\ufffd']) });
    await new Promise((done) => (store.transaction.oncomplete = done));
    request.result.close();
  });
  for (const link of ['v=1', 'view=data', 'view=gap', 'view=areas']) {
    await page.goto(`./?${link}`);
    await expectWhole(page, errors);
  }
  await page.goto('./?view=gap');
  await expect(page.getByTestId('kept-tables').getByRole('heading', { name: 'Wards' })).toBeVisible();
  const left = await page.evaluate(async () => (await (await caches.open('who-gets-missed-files')).keys()).length);
  expect(left).toBe(1);
});

for (const [how, kind, says] of [
  ['full', 'cache.put', 'does not let the page keep the file'],
  ['forbidden', 'caches', 'does not let the page keep the file'],
]) {
  test(`${how}: the files of one’s own`, async ({ page }) => {
    await page.addInitScript(breakCalls, { plan: { kind, n: 1, fault: 'refuses from then on' }, late: 0 });
    const app = new App(page);
    await app.open('view=data');
    await app.addFile(FILE_7);
    await expect(app.outcome).toContainText('is in use', { timeout: 30_000 });
    await expect(app.ownFiles).toContainText(says);
  });
}

for (const [how, kind, says] of [
  ['full', 'indexedDB.transaction readwrite', 'There is no room left for this table.'],
  ['forbidden', 'indexedDB.open', 'does not let the page keep tables'],
]) {
  test(`${how}: tables under names`, async ({ page }) => {
    await page.addInitScript(breakCalls, { plan: { kind, n: 1, fault: 'refuses from then on' }, late: 0 });
    await page.goto('./?view=gap');
    await bring(page, ROWS, 'Use these rows');
    const tables = page.getByTestId('kept-tables');
    await tables.getByRole('textbox', { name: 'Keep this table under the name' }).fill('My rows');
    await tables.getByRole('button', { name: 'Keep it on this device' }).click();
    await expect(tables).toContainText(says);
    await expect(page.getByTestId('rows-in-use')).toContainText('5 rows of your own');
  });
}

test('a tab that the browser discards, without a word to it, has what it had when it is looked at again', async ({ page }) => {
  // What is discarded is not asked to put anything away.
  await page.addInitScript(() => {
    for (const name of ['pagehide', 'beforeunload', 'unload', 'visibilitychange', 'freeze']) addEventListener(name, (event) => event.stopImmediatePropagation(), true);
  });
  const app = new App(page);
  await app.open('present=1&session=1&step=1&place=E08000035');
  const guess = page.getByRole('textbox', { name: /^Your guess/ });
  await guess.fill('60');
  await guess.press('Enter');
  await guess.fill('35');
  await expect(page.getByRole('button', { name: 'Remove the guess 60%' })).toBeVisible();
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.goto(page.url());
  await expect(page.getByRole('button', { name: 'Remove the guess 60%' })).toBeVisible();
  await expect(guess).toHaveValue('35');

  // The same of a note that is being written, and of choices that are in the address alone.
  await app.open('view=note&share=35&place=E08000035');
  await page.getByRole('form', { name: 'What to do with the note' }).getByLabel('Title').fill('Warm packs');
  await expect(page.getByTestId('note')).toContainText('Warm packs');
  await session.send('Page.setWebLifecycleState', { state: 'frozen' });
  await page.goto(page.url());
  await expect(page.getByTestId('note')).toContainText('Warm packs');
  await expect(page.getByTestId('note')).toContainText('35%');
});

test('a file that is removed while it is read says so, and the one before stays', async ({ page }, info) => {
  const path = info.outputPath('File_7.csv');
  writeFileSync(path, FILE_7.buffer);
  // Whoever reads it, here or apart from the page, waits until it is gone.
  await page.addInitScript(() => {
    globalThis.gone = new Promise((done) => (globalThis.tell = done));
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function later(...values) {
      globalThis.isAsked = true;
      globalThis.gone.then(() => postMessage.apply(this, values));
    };
    const { arrayBuffer } = Blob.prototype;
    Blob.prototype.arrayBuffer = function later() {
      globalThis.isAsked = true;
      return globalThis.gone.then(() => arrayBuffer.call(this));
    };
  });
  const app = new App(page);
  await app.open('view=data');
  await app.addFile(path);
  await page.waitForFunction(() => globalThis.isAsked);
  unlinkSync(path);
  await page.evaluate(() => globalThis.tell());
  await expect(app.errors).toContainText('could not read this file', { timeout: 20_000 });
  await expect(app.errors).toContainText('The figures from before are still in use.');
});

test('offline in the middle: what has not come says so, what is there goes on, and online again it comes', async ({ page, context }) => {
  const app = new App(page);
  await app.openMissed('share=35');
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await app.slider.press('ArrowRight');
  await expect(app.headline).toContainText('36%');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare offers' }).click();
  await expect(page.getByRole('alert')).toContainText('This part of the page has not arrived');
  await page.goBack();
  await expect(app.headline).toContainText('36%');
  await context.setOffline(false);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare offers' }).click();
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again.or(page.getByTestId('comparison')).first()).toBeVisible();
  if (await again.isVisible()) await again.click();
  await expect(page.getByTestId('comparison')).toBeVisible();
});

test('saved pages stay, and so do later changes, where the clock goes back and forth', async ({ page }) => {
  const app = new App(page);
  const list = page.getByTestId('saved-list');
  const at = async (time) => {
    await page.clock.setSystemTime(time);
    await app.open('view=saved');
  };
  await page.clock.setSystemTime('2026-11-22T10:00:00Z');
  await app.openMissed('share=30');
  await save(page, 'Mine');
  await at('2025-01-01T00:00:00Z');
  await page.getByRole('button', { name: 'Rename “Mine”' }).click();
  await page.getByRole('textbox', { name: 'New name' }).fill('Renamed');
  await page.keyboard.press('Enter');
  await expect(list).toContainText('Renamed');
  await at('2028-02-29T23:59:59Z');
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(['Renamed']);
  await page.getByRole('button', { name: 'Duplicate “Renamed”' }).click();
  await expect(list).toContainText('Renamed (2)');
  await at('1970-01-01T00:00:01Z');
  await page.getByRole('button', { name: 'Delete “Renamed”', exact: true }).click();
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(['Renamed (2)']);
  await at('2026-11-22T10:00:00Z');
  await expect(list.getByRole('heading', { level: 3 })).toHaveText(['Renamed (2)']);
});

test('another language and another end of the world: the same digits, and what was kept', async ({ page, browser, baseURL }) => {
  const app = new App(page);
  await app.openMissed('share=35.5&place=E08000035');
  await save(page, 'Mine');
  const here = { answer: await app.answer(), kept: await page.evaluate(() => ({ ...localStorage })) };
  for (const [locale, timezoneId] of [['ar-EG', 'Pacific/Kiritimati'], ['de-DE', 'Pacific/Pago_Pago'], ['tr-TR', 'Asia/Kathmandu']]) {
    const context = await browser.newContext({ locale, timezoneId, baseURL, serviceWorkers: 'block' });
    const other = new App(await context.newPage());
    await other.page.goto('./icon.svg');
    await other.page.evaluate((kept) => Object.assign(localStorage, kept), here.kept);
    await other.openMissed('share=35.5&place=E08000035');
    expect(await other.answer(), locale).toEqual(here.answer);
    await other.open('view=saved');
    await expect(other.page.getByTestId('saved-list').getByRole('heading', { level: 3 })).toHaveText(['Mine']);
    await context.close();
  }
});

test.describe('what the worker has kept', () => {
  test.use({ serviceWorkers: 'allow' });
  const headers = { 'Content-Security-Policy': POLICY };
  let folder;
  let server;
  test.beforeEach(async ({ page }) => {
    test.setTimeout(120_000);
    await hasGuessed(page);
    folder = mkdtempSync(join(tmpdir(), 'dist-'));
    cpSync('dist', folder, { recursive: true });
    server = await host({ folder, headers });
    await page.goto(`${server.url}?share=30`);
    await expect(page.getByTestId('headline')).toBeVisible();
    await expect.poll(() => page.evaluate(() => navigator.serviceWorker.ready.then(({ active }) => active.state)), { timeout: 60_000 }).toBe('activated');
    await page.reload();
    await expect(page.getByTestId('headline')).toBeVisible();
  });
  test.afterEach(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const evict = (page, ending) =>
    page.evaluate(async (ending) => {
      const name = (await caches.keys()).find((name) => name.startsWith('who-gets-missed-app'));
      const cache = await caches.open(name);
      const gone = (await cache.keys()).filter(({ url }) => new RegExp(ending).test(url));
      for (const request of gone) await cache.delete(request);
      return gone.length;
    }, ending);

  test('a worker that the browser has put to sleep wakes without a network', async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    const { url } = server;
    await server.close();
    server = undefined;
    await page.goto(`${url}?share=40`);
    await expect(new App(page).headline).toContainText('40%');
    await session.send('ServiceWorker.stopAllWorkers');
    await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare offers' }).click();
    await expect(page.getByTestId('comparison')).toBeVisible();
  });

  test('the program alone is gone from what is kept: it comes from the network, and is kept again', async ({ page }) => {
    expect(await evict(page, 'who-gets-missed-[0-9a-f]{16}\\.wasm$')).toBe(1);
    await page.reload();
    await expect(page.getByTestId('headline')).toBeVisible();
    const { url } = server;
    await server.close();
    server = undefined;
    await page.goto(`${url}?share=30`);
    await expect(page.getByTestId('headline')).toBeVisible();
  });

  for (const [what, ending] of [['program', 'who-gets-missed-[0-9a-f]{16}\\.wasm$'], ['script', 'who-gets-missed-[0-9a-f]{16}\\.js$'], ['style', 'app-[0-9a-f]{16}\\.css$']]) {
    test(`the ${what} alone is gone from what is kept, and the site has a new version: a message, and trying again brings the new one`, async ({ page }) => {
      expect(await evict(page, ending)).toBe(1);
      const next = mkdtempSync(join(tmpdir(), 'dist-'));
      await makeOther('dist', join(next, 'dist'), { mark: 'second', figures: false });
      rmSync(folder, { recursive: true });
      cpSync(join(next, 'dist'), folder, { recursive: true });
      rmSync(next, { recursive: true });
      await page.reload({ waitUntil: 'commit' });
      const again = page.getByRole('alert').filter({ hasText: 'The tool is not running.' }).getByRole('link', { name: 'Try again' });
      await expect(again).toBeVisible({ timeout: 20_000 });
      await again.click();
      await expect(page.getByTestId('headline')).toBeVisible({ timeout: 60_000 });
      await expect(page.locator('meta[name=generator]')).toHaveAttribute('content', 'second');
      expect(new URL(page.url()).search).toContain('share=30');
    });
  }
});
