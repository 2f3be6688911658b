// Whatever keeps the tool from starting: within ten seconds there is a page that works, or a message with a way to try
// again, and trying again works once the fault is gone. The page is served as deploy/ says it is to be.

import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from '@playwright/test';

import { POLICY, TRUSTED_TYPES, host } from './support/host.mjs';
import { App, hasGuessed, openFolds } from './support/page.mjs';

test.beforeEach(({ page }) => openFolds(page));
test.beforeEach(({ page }) => hasGuessed(page));

const WITHIN = { timeout: 10_000 };
const STRICT = `${POLICY}; ${TRUSTED_TYPES}`;
const headers = {
  'Content-Security-Policy': STRICT,
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
};

const SCRIPT = /\/who-gets-missed-[0-9a-f]{16}\.js$/;
const PROGRAM = /\/who-gets-missed-[0-9a-f]{16}\.wasm$/;
const STYLE = /\/app-[0-9a-f]{16}\.css$/;
const WATCH = /\/watch\.js$/;
const LIST = /\/figures\/.*authorities\.csv$/;
const TABLE = /\/figures\/.*income-by-imd\/E\d+\.csv$/;
const PART = /\/split_offers-[0-9a-f]{16}\.wasm$/;
const PAGE = /\/(?:\?.*)?$/;

let server;
test.beforeAll(async () => {
  server = await host({ headers });
});
test.afterAll(() => server.close());

/** What can happen to a file on the way. */
const HAPPENS = {
  'is missing': (route) => route.fulfill({ status: 404, contentType: 'text/html', headers, body: '<h1>Not found</h1>' }),
  'cannot be fetched': (route) => route.abort(),
  'is damaged': (route) => changed(route, (body) => (body[body.length >> 1] ^= 1)),
  'is cut short': (route) => changed(route, (body) => body.subarray(0, body.length >> 1)),
  'never arrives': () => {},
  'is another page': (route) => route.fulfill({ status: 200, contentType: 'text/html', headers, body: '<!doctype html><p>Welcome' }),
  'has another media type': async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-type': 'text/plain' } });
  },
};

async function changed(route, change) {
  const response = await route.fetch();
  const body = await response.body();
  const after = change(body);
  await route.fulfill({ response, body: after instanceof Buffer ? after : body });
}

/** Until the fault is over; what was held back then stays so. */
const onTheWay = (happens) => (file) => (page, fault) =>
  page.route(file, (route) => (fault.isOver ? route.continue() : happens(route)));
const thatIt = (what) => onTheWay(HAPPENS[what]);

/** The page under another policy. */
const under = (policy) =>
  onTheWay(async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } });
  })(PAGE);

/** The page with something else in it. */
const with_ = (change) =>
  onTheWay(async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: change(await response.text()) });
  })(PAGE);

const without = (name) => (page) => page.addInitScript(`delete globalThis.${name}`);

/** How a start ends: the words of index.html, those of the page, or the page as it should be. */
async function endsWithMessage(page) {
  // Until the style comes the words stand there too, but nothing is painted; the page may still try again by itself.
  const isStyledOrSaid = () => {
    const style = document.querySelector('link[rel="stylesheet"]');
    return !style || style.sheet || document.getElementById('getting-ready').hidden;
  };
  await page.waitForFunction(isStyledOrSaid, undefined, WITHIN);
  const told = page.getByRole('alert').filter({ hasText: 'The tool is not running.' });
  await expect(told).toBeVisible(WITHIN);
  await expect(page.getByText('Getting the tool ready…')).toBeHidden(WITHIN);
  return told.getByRole('link', { name: 'Try again' });
}
const endsWithProblem = (text) => async (page) => {
  const told = page.getByRole('alert').filter({ hasText: text });
  await expect(told).toBeVisible(WITHIN);
  return told.getByRole('button', { name: 'Try again' });
};
async function endsWithPage(page) {
  await expect(new App(page).headline).toBeVisible(WITHIN);
  await expect(page.getByRole('alert')).toBeHidden();
  return undefined;
}

const NOT_FETCHED = 'The built-in figures have not arrived.';
const DAMAGED = 'The built-in figures arrived damaged.';

/** Each fault: what is done to the page, and how the start ends. */
const FAULTS = [];
function fault(name, make, ends, query = '') {
  FAULTS.push({ name, make, ends, query });
}

for (const [what, file] of [['script', SCRIPT], ['program', PROGRAM], ['style', STYLE]]) {
  for (const happens of Object.keys(HAPPENS)) {
    const ends = what === 'program' && happens === 'has another media type' ? endsWithPage : endsWithMessage;
    fault(`the ${what} ${happens}`, thatIt(happens)(file), ends);
  }
}
for (const happens of ['is missing', 'never arrives', 'is damaged']) {
  fault(`the script that watches ${happens}`, thatIt(happens)(WATCH), endsWithPage);
}
for (const [what, file] of [['list of councils', LIST], ['table of figures', TABLE]]) {
  for (const [happens, text] of [
    ['is missing', NOT_FETCHED],
    ['cannot be fetched', NOT_FETCHED],
    ['is damaged', DAMAGED],
    ['is cut short', DAMAGED],
    ['is another page', DAMAGED],
    ['never arrives', NOT_FETCHED],
  ]) {
    fault(`the ${what} ${happens}`, thatIt(happens)(file), endsWithProblem(text));
  }
  fault(`the ${what} has another media type`, thatIt('has another media type')(file), endsWithPage);
}
fault('a digit of the figures is another one', onTheWay((route) => changed(route, otherDigit))(TABLE), endsWithProblem(DAMAGED));
for (const happens of ['is missing', 'cannot be fetched', 'is damaged', 'is another page', 'never arrives']) {
  fault(`a part of the page ${happens}`, thatIt(happens)(PART), endsWithProblem('This part of the page has not arrived.'), 'view=strategies');
}
fault(
  'parts of the page have another media type',
  thatIt('has another media type')(/\/(?:split_|chunk_|small_)\w+-[0-9a-f]{16}\.wasm$/),
  async (page) => {
    await expect(page.getByTestId('comparison')).toBeVisible(WITHIN);
  },
  'view=strategies',
);

fault('the policy allows no script', under("default-src 'self'; script-src 'none'"), endsWithMessage);
fault('the policy allows no WebAssembly', under(STRICT.replace(" 'wasm-unsafe-eval'", '')), endsWithMessage);
fault('the policy allows no style', under(STRICT.replace("style-src 'self'", "style-src 'none'")), endsWithMessage);
fault('the policy allows nothing to be fetched', under(STRICT.replace("connect-src 'self'", "connect-src 'none'")), endsWithMessage);
fault('the policy allows no worker', under(STRICT.replace("worker-src 'self'", "worker-src 'none'")), endsWithPage);
fault('the policy allows no Trusted Types policy', under(STRICT.replace('trusted-types default', "trusted-types 'none'")), endsWithPage);
fault(
  'a Trusted Types policy of that name is there already',
  (page) => page.addInitScript(() => trustedTypes.createPolicy('default', { createHTML: () => '' })),
  endsWithPage,
);
fault('the browser has no WebAssembly', without('WebAssembly'), endsWithMessage);
fault('the browser says nothing of what it paints', without('PerformanceObserver'), endsWithPage);
fault('the browser does not watch sizes', without('ResizeObserver'), endsWithPage);
fault('the browser knows no modules', with_((html) => html.replace('type="module"', 'type="something-newer"')), endsWithMessage);
fault(
  'the browser knows no modules, and says so',
  async (page, fault) => {
    await without('HTMLScriptElement.prototype.noModule')(page);
    await with_((html) => html.replace('type="module"', 'type="something-newer"'))(page, fault);
  },
  endsWithMessage,
);
fault(
  'the browser does not understand the script',
  async (page, fault) => {
    await with_((html) => html.replace(/(<script type="module"[^>]*) integrity="[^"]*"/, '$1'))(page, fault);
    await onTheWay((route) => changed(route, (body) => Buffer.from(`${body}\nlet newer = #;`)))(SCRIPT)(page, fault);
  },
  endsWithMessage,
);
fault(
  'nothing may be stored',
  (page) =>
    page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'caches', 'indexedDB']) {
        Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('no', 'SecurityError'); } });
      }
    }),
  // That a guess was made is not kept either, so it is asked for.
  async (page) => {
    await page.getByRole('button', { name: 'Just show me' }).click(WITHIN);
    return endsWithPage(page);
  },
);

/** Another digit in the last number of a table: it still reads as a table. */
function otherDigit(body) {
  const at = body.findLastIndex((byte) => byte >= 48 && byte <= 57);
  body[at] = 48 + ((body[at] - 47) % 10);
}

test.describe.configure({ mode: 'parallel' });

test('there are at least 21 start faults', () => {
  expect(FAULTS.length).toBeGreaterThanOrEqual(21);
  expect(new Set(FAULTS.map(({ name }) => name)).size).toBe(FAULTS.length);
});

for (const { name, make, ends, query } of FAULTS) {
  test(`${name}: a message and a way to try again, or a page`, async ({ page }) => {
    const fault = { isOver: false };
    await make(page, fault);
    await page.goto(`${server.url}?${query}`, { waitUntil: 'commit' });
    const again = await ends(page);
    if (!again) return;
    fault.isOver = true;
    // Another browser would be needed.
    if (name === 'the browser has no WebAssembly') return;
    await again.click();
    await expect(page.getByTestId(query ? 'comparison' : 'headline')).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('alert')).toBeHidden();
  });
}

test('who wants no motion gets the message too, without any script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(server.url);
  await expect(page.locator('noscript p')).toHaveText('JavaScript is switched off here.');
  await endsWithMessage(page);
  await context.close();
});

test('a start that goes well says nothing of one that does not', async ({ page }) => {
  await page.addInitScript(() => {
    globalThis.seen = [];
    const look = () => {
      const message = document.getElementById('cannot-start');
      globalThis.seen.push(Boolean(message) && getComputedStyle(message).visibility === 'visible');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  // As slow as some seconds.
  await page.route(PROGRAM, async (route) => {
    await new Promise((done) => setTimeout(done, 3000));
    await route.continue();
  });
  await page.goto(server.url);
  await endsWithPage(page);
  const seen = await page.evaluate(() => globalThis.seen);
  expect(seen.length).toBeGreaterThan(10);
  // Before the style is there nothing is painted.
  expect(seen.slice(5)).not.toContain(true);
});

test('a slow start goes on after the message', async ({ page }) => {
  let arrive;
  const isComing = new Promise((done) => (arrive = done));
  await page.route(PROGRAM, async (route) => {
    await isComing;
    await route.continue();
  });
  await page.goto(server.url, { waitUntil: 'commit' });
  await endsWithMessage(page);
  arrive();
  await endsWithPage(page);
});

test('figures that come late are shown when they come', async ({ page }) => {
  let arrive;
  const isComing = new Promise((done) => (arrive = done));
  await page.route(TABLE, async (route) => {
    await isComing;
    await route.continue();
  });
  await page.goto(server.url, { waitUntil: 'commit' });
  await endsWithProblem(NOT_FETCHED)(page);
  arrive();
  await endsWithPage(page);
});

test.describe('what the browser has kept', () => {
  const forEver = { ...headers, 'Cache-Control': 'public, max-age=31536000, immutable' };
  let folder;
  let other;
  test.beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dist-'));
    cpSync('dist', folder, { recursive: true });
    other = await host({ folder, headers: forEver });
  });
  test.afterEach(async () => {
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  for (const [what, file] of [['script', SCRIPT], ['style', STYLE], ['program', PROGRAM]]) {
    test(`a damaged ${what} that is kept for ever is fetched anew`, async ({ page }) => {
      const path = join(folder, readdirSync(folder).find((name) => file.test(`/${name}`)));
      const whole = readFileSync(path);
      writeFileSync(path, whole.subarray(0, 100));
      await page.goto(other.url);
      const again = await endsWithMessage(page);
      writeFileSync(path, whole);
      await again.click();
      await endsWithPage(page);
    });
  }
});

test('in a sandbox without an origin of its own the page has its style', async ({ page }) => {
  await page.route('**/frame.html', (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe sandbox="allow-scripts" width="900" height="1200" src="${server.url}"></iframe>` }),
  );
  await page.goto(`${server.url}frame.html`);
  const frame = page.frameLocator('iframe');
  await expect(frame.getByTestId('headline')).toBeVisible();
  expect(await frame.locator('body').evaluate((body) => [...document.styleSheets].map((sheet) => sheet.cssRules.length > 100))).toEqual([true]);
  expect(await frame.getByTestId('big-number').evaluate((number) => getComputedStyle(number).borderInlineStartWidth)).not.toBe('0px');
});
