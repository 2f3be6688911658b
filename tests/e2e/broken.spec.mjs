// Every view is broken on purpose, in both ways in which a program ends; the ways back work, and nothing kept is lost.

import { readFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

import { host } from './support/host.mjs';
import { App, hasGuessed, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));

const STOPPED = 'Sorry, this page has stopped working';
const VIEWS = {
  councils: 'Is our place unusual?',
  missed: /who gets missed\?$/,
  strategies: /^Offer it to everyone/,
  population: /^Treat those most at risk/,
  gap: /^How wide is the gap/,
  incentive: /^What does one more person cost/,
  saved: 'Saved pages',
  note: 'Evidence note',
  site: 'Put it on your website',
  data: 'The figures',
  about: 'About this tool',
  'missed&present=1': /who gets missed\?$/,
  'strategies&present=1': /^Offer it to everyone/,
  'missed&present=1&session=1': 'Who gets missed?',
};

/**
 * From now on the browser fails the program. In a panic it does not make an element, which the program takes for granted
 * and so ends itself; in a trap it ends in the middle of what it does, as for want of memory, and cannot say so.
 */
const FAILURES = {
  'a panic': () => {
    const fail = () => {
      throw new Error('broken on purpose');
    };
    Object.assign(Document.prototype, { createElement: fail, createElementNS: fail });
    Node.prototype.cloneNode = new Proxy(Node.prototype.cloneNode, {
      // What the program makes; not what stands ready in the page.
      apply: (clone, node, values) => (node.isConnected || node.getRootNode() instanceof DocumentFragment ? clone.apply(node, values) : fail()),
    });
  },
  'a trap': () => {
    const trap = () => {
      throw new WebAssembly.RuntimeError('memory access out of bounds');
    };
    Document.prototype.createTextNode = trap;
    Document.prototype.createComment = trap;
    for (const [owner, name] of [[Node.prototype, 'nodeValue'], [Node.prototype, 'textContent'], [CharacterData.prototype, 'data']]) {
      Object.defineProperty(owner, name, { ...Object.getOwnPropertyDescriptor(owner, name), set: trap });
    }
  },
};

class Broken extends App {
  constructor(page) {
    super(page);
    this.heading = page.getByRole('heading', { level: 1, name: STOPPED });
    this.again = page.getByRole('link', { name: 'Load the page again' });
    this.start = page.getByRole('link', { name: 'Go to the start' });
  }

  /** Goes to a view of the same page, as the program does when a link is followed. */
  async follow(query) {
    await this.page.evaluate((query) => {
      history.pushState(1, '', `?${query}`);
      // What was under way may have broken the page by itself; then nothing follows any more.
      const isBroken = document.querySelector('main > h1')?.textContent.startsWith('Sorry');
      if (!isBroken) dispatchEvent(new PopStateEvent('popstate', { state: 1 }));
    }, query);
  }

  async expectBroken() {
    await expect(this.heading).toBeFocused();
    await expect(this.page.getByRole('main')).toHaveCount(1);
    await expect(this.page.getByRole('navigation')).toHaveCount(0);
  }
}

for (const [how, fail] of Object.entries(FAILURES)) {
  // What a trap breaks is the same whatever the view; a panic comes out of the view itself.
  const views = how === 'a trap' ? ['missed', 'gap', 'missed&present=1&session=1'] : Object.keys(VIEWS);
  for (const view of views) {
    const heading = VIEWS[view];
    const tag = ['population', 'incentive', 'site', 'data', 'checked', 'councils'].includes(view) ? '@slow' : [];
    test(`${how} in a view ends at a page with ways back: ${view}`, { tag }, async ({ page }) => {
      const app = new Broken(page);
      await hasGuessed(page);
      await app.open(view === 'about' ? 'view=data' : 'view=about');
      await page.waitForLoadState('networkidle');
      await page.evaluate(fail);
      await app.follow(`view=${view}&share=35`);
      await app.expectBroken();
      await app.again.click();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
      expect(new URL(page.url()).search).toContain('share=35');

      // The same again, and out by "back".
      await page.waitForLoadState('networkidle');
      await page.evaluate(fail);
      await app.follow(view === 'about' ? 'view=data' : 'view=about');
      await app.expectBroken();
      await page.goBack();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();

      // And to the start.
      await page.waitForLoadState('networkidle');
      await page.evaluate(fail);
      await app.follow(view === 'about' ? 'view=data' : 'view=about');
      await app.expectBroken();
      await app.start.click();
      await expect(app.headline).toBeVisible();
      await app.expectQuery('');
    });
  }

  test(`${how} under the person’s own hands: what was chosen and said is there again`, async ({ page }) => {
    const app = new Broken(page);
    await app.open('present=1&session=1&step=1&place=E08000035');
    const guess = page.getByRole('textbox', { name: /^Your guess/ });
    await guess.fill('60');
    await guess.press('Enter');
    await guess.fill('35');
    await page.evaluate(fail);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await app.expectBroken();
    await app.again.click();
    await expect(page.getByRole('navigation', { name: 'Steps' })).toContainText('Step 3 of');
    await page.goBack();
    await expect(page.getByRole('button', { name: 'Remove the guess 60%' })).toBeVisible();
    await expect(guess).toHaveValue('35');
  });

  test(`${how} at the very start`, async ({ page }) => {
    const app = new Broken(page);
    await page.addInitScript(`if (!sessionStorage.tried) { sessionStorage.tried = 1; (${fail})(); }`);
    await page.goto('./?share=35');
    await app.expectBroken();
    await app.again.click();
    await expect(app.share).toHaveValue('35');
  });

  test(`${how} on a page that a link inside it was followed on`, async ({ page }) => {
    const app = new Broken(page);
    await app.openMissed('share=35');
    await page.getByRole('link', { name: 'Skip to main content' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).toBe('#heading');
    await page.evaluate(fail);
    await page.getByRole('contentinfo').getByRole('link', { name: 'Figures' }).click();
    await app.expectBroken();
    await page.evaluate(() => history.replaceState(null, '', '#heading'));
    await app.again.click();
    await expect(page.getByRole('heading', { level: 1, name: 'The figures' })).toBeVisible();
  });
}

test('what is not the program’s own breaks nothing', async ({ page }) => {
  const app = new Broken(page);
  await app.openMissed();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new TypeError('of an extension');
    });
    Promise.reject(new Error('of an extension'));
    Promise.reject(undefined);
    dispatchEvent(new ErrorEvent('error', { message: 'Script error.' }));
    dispatchEvent(new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }));
  });
  await page.waitForTimeout(300);
  await expect(app.headline).toBeVisible();
  await expect(app.heading).toHaveCount(0);
});

test('in a locked frame the start keeps what the site has chosen', async ({ page }) => {
  const app = new Broken(page);
  await app.open('view=strategies&embed=1&lock=place,share&accent=005ea5&place=E08000035');
  await page.evaluate(FAILURES['a panic']);
  await app.follow('view=missed&embed=1&lock=place,share&accent=005ea5&place=E08000035');
  await app.expectBroken();
  await app.start.click();
  await expect(app.headline).toBeVisible();
  await app.expectAddress('embed=1&lock=place%2Cshare&accent=005ea5');
});

test('in a sandbox, where nothing is kept, there is a way back all the same', async ({ page, baseURL }) => {
  const site = await host({ pages: { '/': `<!doctype html><title>A council</title><iframe title="Tool" sandbox="allow-scripts" width="900" height="900" src="${baseURL}?embed=1"></iframe>` } });
  try {
    await page.goto(`${site.origin}/`);
    const inside = page.frameLocator('iframe');
    await expect(inside.getByTestId('headline')).toBeVisible();
    await page.frames().at(-1).evaluate(FAILURES['a trap']);
    // What comes a moment after the answer may meet the trap first: then there is nothing left to choose.
    await inside.getByRole('combobox', { name: 'Who needs to be reached' }).selectOption({ index: 1 }, { timeout: 5000 }).catch(() => {});
    await expect(inside.getByRole('heading', { name: STOPPED })).toBeVisible();
    await expect(inside.getByRole('button', { name: 'Put these aside' })).toBeHidden();
    await inside.getByRole('link', { name: 'Load the page again' }).click();
    await expect(inside.getByTestId('headline')).toBeVisible();
  } finally {
    await site.close();
  }
});

const KEPT = {
  'who-gets-missed-pages': '{"format":"who-gets-missed","version":1,"pages":[]}',
  'who-gets-missed-note': 'A draft, as far as it goes',
  'who-gets-missed-rows': 'name,score,value\nA,1,2\n',
};

/** Keeps something of each kind on the device, as earlier visits did. */
const keepAll = (page) =>
  page.evaluate(async (kept) => {
    Object.assign(localStorage, kept, { 'another-app': 'untouched' });
    sessionStorage.setItem('who-gets-missed-room', '1\nvotes 0 5');
    const cache = await caches.open('who-gets-missed-files');
    await cache.put('kept-file-iod2019', new Response('a,b\n1,2\n', { headers: { 'X-File-Name': 'My%20file.csv' } }));
  }, KEPT);

/** All that is kept, by its keys without the time it was put aside. */
const kept = (page) =>
  page.evaluate(async () => {
    const plain = (key) => key.replace(/put-aside-\d{4}-.*/, 'put-aside').replace(/^.*\//, '');
    const texts = [...Object.entries(localStorage), ...Object.entries(sessionStorage)].filter(([key]) => !key.endsWith('scroll'));
    const cache = await caches.open('who-gets-missed-files');
    const files = await Promise.all((await cache.keys()).map(async (key) => [key.url, await (await cache.match(key)).text()]));
    return Object.fromEntries([...texts, ...files].map(([key, text]) => [plain(key), text]));
  });

test('what is kept can be copied, put aside and brought back, and is never lost', async ({ page }) => {
  const app = new Broken(page);
  await app.open('view=about');
  await keepAll(page);
  const before = await kept(page);
  await page.evaluate(FAILURES['a trap']);
  await app.follow('view=gap');
  await app.expectBroken();
  const list = page.getByRole('listitem');
  await expect(list).toHaveCount(5);
  // What looks at the page has to be able to write on it.
  const seen = await page.context().newPage();
  await new Broken(seen).open('view=about');
  await seen.evaluate((wanted) => {
    const page = document.getElementById('broken').content.firstElementChild.cloneNode(true);
    page.querySelector('[data-part=keeping]').hidden = false;
    page.querySelector('[data-part=kept]').querySelectorAll('a').forEach((link) => (link.href = wanted));
    document.body.replaceChildren(page);
  }, 'blob:a');
  const { violations } = await new AxeBuilder({ page: seen }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
  await seen.close();
  for (const [what, name, content] of [
    ['Your own rows', 'who-gets-missed-rows.txt', KEPT['who-gets-missed-rows']],
    ['Your saved pages', 'who-gets-missed-pages.json', KEPT['who-gets-missed-pages']],
    ['A file of yours', 'My file.csv', 'a,b\n1,2\n'],
    ['What the room said', 'who-gets-missed-room.txt', '1\nvotes 0 5'],
  ]) {
    const arrives = page.waitForEvent('download');
    await list.filter({ hasText: what }).getByRole('link', { name: 'Save a copy' }).click();
    const download = await arrives;
    expect(download.suggestedFilename()).toBe(name);
    expect(readFileSync(await download.path(), 'utf8')).toBe(content);
  }
  expect(await kept(page)).toEqual(before);

  await page.getByRole('button', { name: 'Put these aside' }).click();
  await expect(page.getByText('They are put aside. Now load the page again.')).toBeVisible();
  const aside = (key) => (key === 'another-app' ? key : `${key}-put-aside`);
  expect(await kept(page)).toEqual(Object.fromEntries(Object.entries(before).map(([key, text]) => [aside(key), text])));
  await app.again.click();
  await expect(page.getByRole('heading', { level: 1, name: VIEWS.gap })).toBeVisible();
  await expect(page.getByText('built-in rows').first()).toBeAttached();

  // On the page "Figures" they are named, and come back one by one.
  await app.open('view=data');
  const put = page.getByTestId('put-aside');
  await expect(put.getByRole('listitem')).toHaveCount(5);
  await expect(put).toContainText(/Your own rows, put aside on \d+ [A-Z][a-z]+ \d{4}/);
  const arrives = page.waitForEvent('download');
  await put.getByRole('button', { name: /^Save a copy: My file.csv/ }).click();
  expect(readFileSync(await (await arrives).path(), 'utf8')).toBe('a,b\n1,2\n');
  for (let left = 4; left >= 0; left -= 1) {
    await put.getByRole('button', { name: /^Bring it back/ }).first().click();
    await expect(put.getByRole('listitem')).toHaveCount(left);
  }
  await expect(put).toBeHidden();
  expect(await kept(page)).toEqual(before);
});

test('what comes back puts aside what has taken its place, and what is deleted is gone', async ({ page }) => {
  const app = new Broken(page);
  await app.open('view=about');
  await page.evaluate(() => {
    localStorage['who-gets-missed-rows-put-aside-2026-01-02T03:04:05.678Z'] = 'old';
    localStorage['who-gets-missed-rows'] = 'new';
  });
  await app.open('view=data');
  const put = page.getByTestId('put-aside');
  await put.getByRole('button', { name: 'Bring it back: Your own rows, put aside on 2 January 2026' }).click();
  await expect(put.getByRole('button', { name: /2 January 2026/ })).toHaveCount(0);
  await expect(put.getByRole('listitem')).toHaveCount(1);
  expect(await kept(page)).toEqual({ 'who-gets-missed-rows': 'old', 'who-gets-missed-rows-put-aside': 'new' });
  await put.getByRole('button', { name: /^Delete/ }).click();
  await expect(put).toBeHidden();
  expect(await kept(page)).toEqual({ 'who-gets-missed-rows': 'old' });
});

test('where there is no room for both, a thing makes room for itself; where it is refused, it stays', async ({ page }) => {
  const app = new Broken(page);
  await app.open('view=about');
  await page.evaluate(() => {
    localStorage['who-gets-missed-rows'] = 'x'.repeat(3_000_000);
    sessionStorage['who-gets-missed-room'] = '1\nvotes 0 5';
  });
  await page.evaluate(() => {
    // One of the two refuses for good.
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function set(key, text) {
      if (this === sessionStorage && key.includes('put-aside')) throw new DOMException('no', 'QuotaExceededError');
      setItem.call(this, key, text);
    };
  });
  await page.evaluate(FAILURES['a trap']);
  await app.follow('view=gap');
  await page.getByRole('button', { name: 'Put these aside' }).click();
  await expect(page.getByText('Not all of it could be put aside.')).toBeVisible();
  const after = await kept(page);
  expect(Object.keys(after).sort()).toEqual(['who-gets-missed-room', 'who-gets-missed-rows-put-aside']);
  expect(after['who-gets-missed-rows-put-aside']).toHaveLength(3_000_000);
});
