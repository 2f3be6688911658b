// Whatever takes a while may be left behind: a file being read, a download being made, a copy, a print, a part on its way.
// Each is begun, made slow, and left; then it ends on a page that is not there any more.

import { expect, test } from '@playwright/test';

import { makeFile7 } from './support/file7.mjs';
import { App, openFolds, reveal } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

/** How long everything takes, in milliseconds. */
const SLOW = 300;
const ROWS = { name: 'rows.csv', mimeType: 'text/csv', buffer: Buffer.from('name,score,value,people\nA,1,20,100\nB,2,30,100\nC,3,50,100\n') };
const PAGES = { name: 'pages.json', mimeType: 'application/json', buffer: Buffer.from('{"who-gets-missed":"saved pages","version":1,"pages":[]}') };
const FILE_7 = { name: 'File_7.csv', mimeType: 'text/csv', buffer: Buffer.from(makeFile7()) };

const button = (name) => async (page) => {
  const wanted = page.getByRole('button', { name }).locator('visible=true').first();
  await reveal(page, wanted);
  await wanted.click();
};
const file = (label, what) => (page) => page.getByLabel(label).setInputFiles(what);
const openShare = (page) => page.getByText('Save and share', { exact: true }).click();

// What is begun: the link to where, what is done before it is slow, and what begins it.
const BEGUN = {
  'own rows from a file': ['view=gap', , file('Or choose a file (CSV, TSV, Excel .xlsx or .ods)', ROWS)],
  'an official file': ['view=data', , file('Choose File 7 (CSV)', FILE_7)],
  'saved pages from a file': ['view=saved', , file('Add saved pages from a file (JSON)', PAGES)],
  'a picture of a chart': ['', , button(/^Download: Picture/)],
  'the numbers of a chart': ['', , button(/^Download: Numbers/)],
  'all results of the offers': ['view=strategies', , button(/JSON/)],
  'all results of a risk factor': ['view=population', , button(/JSON/)],
  'all results of a gap': ['view=gap', , button(/JSON/)],
  'all results of payments': ['view=incentive', , button(/JSON/)],
  'the link': ['', , button('Copy link to this page')],
  'the link where it cannot be copied': ['', (page) => page.evaluate(() => (window.isRefusing = true)), button('Copy link to this page')],
  'the link to pass on': ['', openShare, button('Copy the link')],
  'the code of a frame': ['view=site', , button(/^Copy/)],
  'the device’s own way to share': ['', openShare, button('Share another way')],
  'a QR code over the page': ['', openShare, button('Show large')],
  'saving a page': ['', openShare, button('Save')],
  'printing a note': ['view=note', , button(/^Print/)],
  'a note as a file': ['view=note', , button(/Markdown/)],
  'draws of the offers': ['view=strategies', , (page) => page.getByRole('radio').first().check()],
  'a part of the page': ['', , (page) => page.getByRole('contentinfo').getByRole('link', { name: 'Figures' }).click()],
  'figures of another need': ['', , (page) => page.getByRole('combobox', { name: 'Who needs to be reached' }).selectOption({ index: 1 })],
};
const BY_BACK = new Set(['own rows from a file', 'an official file', 'a picture of a chart']);
const IN_A_SESSION = {
  'printing the worksheet': ['step=0', , button('Print the worksheet')],
  'the room’s own sentence': ['step=22', , button(/^Copy/)],
  'the whole screen': ['step=2', , button('Full screen')],
};

/** Makes whatever a page waits for slow, from when it is asked to. */
function makeSlow(slow) {
  const wait = () => (window.isSlow ? new Promise((done) => setTimeout(done, slow)) : Promise.resolve());
  const after = (owner, name) => {
    const works = owner?.[name];
    if (!works) return;
    owner[name] = async function later(...values) {
      await wait();
      return works.apply(this, values);
    };
  };
  for (const name of ['text', 'arrayBuffer']) after(Blob.prototype, name);
  for (const name of ['match', 'put', 'delete', 'keys']) after(Cache.prototype, name);
  after(CacheStorage.prototype, 'open');
  after(window, 'fetch');
  Element.prototype.requestFullscreen = wait;
  navigator.share = wait;
  Clipboard.prototype.writeText = async () => {
    await wait();
    if (window.isRefusing) throw new DOMException('no', 'NotAllowedError');
  };
  window.print = () => (window.hasPrinted = true);
  const frame = window.requestAnimationFrame;
  window.requestAnimationFrame = (call) => (window.isSlow ? setTimeout(() => frame(call), slow) : frame.call(window, call));
  const { toBlob } = HTMLCanvasElement.prototype;
  HTMLCanvasElement.prototype.toBlob = function later(call, ...values) {
    toBlob.call(this, (blob) => wait().then(() => call(blob)), ...values);
  };
}

/** Opens a view, makes everything slow, and begins something there. With `from` the view comes after that one. */
async function begin(page, query, before, action, from) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  const isOfTest = (text) => text === 'Service Worker registration blocked by Playwright';
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !isOfTest(message.text()) && errors.push(message.text()));
  await page.addInitScript(makeSlow, SLOW);
  await new App(page).open(from ?? query);
  if (from !== undefined) {
    await page.evaluate((query) => {
      history.pushState(null, '', `?${query}`);
      dispatchEvent(new PopStateEvent('popstate', { state: null }));
    }, query);
  }
  await page.waitForLoadState('networkidle');
  await before?.(page);
  await page.evaluate(() => (window.isSlow = true));
  await action(page);
  return errors;
}

/** What was begun ends, and nobody is there. */
async function expectQuiet(page, errors) {
  await page.waitForTimeout(4 * SLOW);
  await page.evaluate(() => (window.isSlow = false));
  await page.waitForTimeout(SLOW);
  expect(errors).toEqual([]);
  await expect(page.getByRole('heading', { name: 'Sorry, this page has stopped working' })).toHaveCount(0);
}

for (const [what, [query, before, action]] of Object.entries(BEGUN)) {
  test(`begun and left by a link: ${what}`, async ({ page }) => {
    const errors = await begin(page, query, before, action);
    await page.evaluate(() => [...document.querySelectorAll('dialog[open]')].forEach((dialog) => dialog.close()));
    // Also from under what opens over the page meanwhile.
    await page.getByRole('contentinfo', { includeHidden: true }).getByRole('link', { name: 'About', includeHidden: true }).evaluate((link) => link.click());
    await expect(page.getByRole('heading', { level: 1, name: 'About this tool', includeHidden: true })).toBeVisible({ timeout: 20_000 });
    await expectQuiet(page, errors);
  });

  // The two ways to leave are one in the program; here each place that waits is left by the other way too.
  if (!BY_BACK.has(what)) continue;
  test(`begun and left by "back": ${what}`, async ({ page }) => {
    const errors = await begin(page, query, before, action, 'view=about');
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1, name: 'About this tool' })).toBeVisible({ timeout: 20_000 });
    await expectQuiet(page, errors);
  });
}

for (const [what, [step, before, action]] of Object.entries(IN_A_SESSION)) {
  test(`begun and left with the session: ${what}`, async ({ page }) => {
    const errors = await begin(page, `present=1&session=1&${step}`, before, action);
    await page.getByRole('button', { name: 'Leave the presentation' }).click();
    await expect(page.getByRole('navigation', { name: 'Pages' })).toBeVisible();
    await expectQuiet(page, errors);
    // A paper of the session is not what this page would print.
    expect(await page.evaluate(() => window.hasPrinted)).toBe(undefined);
  });
}

test('files kept at an earlier visit are read while the page is left', async ({ page }) => {
  await new App(page).open('view=data');
  await page.getByLabel('Choose File 7 (CSV)').setInputFiles(FILE_7);
  await expect(page.getByTestId('own-files')).toContainText('File_7.csv');
  await page.addInitScript(() => (window.isSlow = true));
  const errors = await begin(page, 'view=note', undefined, async () => {});
  await page.getByRole('contentinfo').getByRole('link', { name: 'About' }).click();
  await expectQuiet(page, errors);
});
