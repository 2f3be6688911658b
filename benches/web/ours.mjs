// The page itself, as a person meets it.

const PHONE = { viewport: { width: 412, height: 823 }, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true };
const WAIT = 240_000;

/** A page of its own, which ends with what it is for. */
export async function withPage(browser, options, act) {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT);
  try {
    return await act(page);
  } finally {
    await context.close();
  }
}

const DESK = { viewport: { width: 1280, height: 900 } };

/** In the page: the time from the choice of the next file until `selector` holds `text` and that is painted. */
function watchChoice([selector, text]) {
  window.shown = new Promise((done) => {
    addEventListener(
      'change',
      () => {
        const start = performance.now();
        const observer = new MutationObserver(() => {
          if (![...document.querySelectorAll(selector)].some((found) => found.textContent.includes(text))) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => done({ ms: performance.now() - start })));
        });
        observer.observe(document.body, { childList: true, characterData: true, subtree: true });
      },
      { capture: true, once: true },
    );
  });
}

async function chosen(page, field, file, selector, text) {
  await page.evaluate(watchChoice, [selector, text]);
  await field.setInputFiles(file);
  return (await page.evaluate(() => window.shown)).ms;
}

async function withFile(page, url, file) {
  await page.goto(`${url}?v=1&view=data&place=england`);
  const field = page.getByLabel('Choose File 7 (CSV)');
  await field.waitFor();
  // What the view needs besides has come.
  await page.waitForTimeout(500);
  return chosen(page, field, file, '[data-testid="file-outcome"]', 'in use');
}

export const readFile = (browser, url, file) => withPage(browser, DESK, (page) => withFile(page, url, file));

export const readRows = (browser, url, file) =>
  withPage(browser, DESK, async (page) => {
    await page.goto(`${url}?v=1&view=areas&share=20&cut=local&data=own`);
    const field = page.getByLabel('Or choose a file');
    await field.waitFor();
    await page.waitForTimeout(500);
    return chosen(page, field, file, '[data-testid="rows-outcome"]', 'in use');
  });

/** Another page that reads a file. */
export const readElsewhere = (browser, url, file, name, kind) =>
  withPage(browser, DESK, async (page) => {
    await page.goto(url);
    await page.waitForFunction(() => globalThis.contest);
    await page.evaluate(([name, kind]) => globalThis.contest.asAPage(name, kind), [name, kind]);
    await page.locator('input').setInputFiles(file);
    return (await page.evaluate(() => window.shown)).ms;
  });

/** Each key pressed on the slider with all England in, at a processor four times slower: milliseconds until the next paint. */
export const keys = (browser, url, file, presses) =>
  withPage(browser, PHONE, async (page) => {
    await withFile(page, url, file);
    await page.locator('[data-testid="own-files"] a').click();
    const slider = page.locator('input#share');
    await slider.waitFor();
    await page.waitForTimeout(2000);
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.evaluate(() => {
      window.durations = new Map();
      new PerformanceObserver((list) => {
        for (const { interactionId, duration } of list.getEntries()) {
          if (interactionId) window.durations.set(interactionId, Math.max(duration, window.durations.get(interactionId) ?? 0));
        }
      }).observe({ type: 'event', durationThreshold: 16 });
    });
    await slider.focus();
    for (let at = 0; at < presses; at += 1) {
      await page.keyboard.press(at % 40 < 20 ? 'ArrowRight' : 'ArrowLeft');
      await page.waitForTimeout(60);
    }
    await page.waitForTimeout(500);
    const slow = await page.evaluate(() => [...window.durations.values()]);
    // What took less than 16 ms is not told.
    return [...slow, ...Array(Math.max(0, presses - slow.length)).fill(16)].sort((a, b) => a - b);
  });

/** The map of England and the list of its areas: milliseconds from the press until each is painted. */
export const mapAndList = (browser, url, file, outlines) =>
  withPage(browser, DESK, async (page) => {
    await withFile(page, url, file);
    await page.locator('[data-testid="own-files"] a').click();
    await page.locator('input#share').waitFor();
    await page.waitForTimeout(1000);
    const list = await page.evaluate(
      () =>
        new Promise((done) => {
          const query = new URLSearchParams(location.search);
          query.set('view', 'areas');
          query.set('place', 'england');
          const start = performance.now();
          const look = () => {
            const said = document.querySelector('[data-testid="units-in-sight"]')?.textContent ?? '';
            if (said.includes('33,755')) requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
            else requestAnimationFrame(look);
          };
          history.pushState(1, '', `?${query}`);
          dispatchEvent(new PopStateEvent('popstate', { state: 1 }));
          look();
        }),
    );
    await page.waitForTimeout(1000);
    await page.locator('.map-fold > summary').click();
    const field = page.getByLabel('Add outlines (GeoJSON or TopoJSON)');
    await field.waitFor();
    await page.evaluate(() => {
      window.shown = new Promise((done) => {
        addEventListener('change', () => {
          const start = performance.now();
          const look = () => {
            const canvas = document.querySelector('canvas[data-testid="map"], [data-testid="map"] canvas');
            if (canvas?.checkVisibility() && /Of all who are missed/.test(document.body.textContent)) requestAnimationFrame(() => setTimeout(() => done({ ms: performance.now() - start })));
            else requestAnimationFrame(look);
          };
          look();
        }, { capture: true, once: true });
      });
    });
    await field.setInputFiles(outlines);
    const map = (await page.evaluate(() => window.shown)).ms;
    return { list, map };
  });

/** On a phone: milliseconds until `answer` is shown, and bytes until then. */
export const firstAnswer = (browser, server, query, answer) =>
  withPage(browser, PHONE, async (page) => {
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript((answer) => {
      const look = () => {
        const found = [...document.querySelectorAll('.big__number, #answer')].some((element) => element.textContent.trim() === answer && element.checkVisibility());
        if (found) requestAnimationFrame(() => setTimeout(() => (window.answered = performance.now())));
        else requestAnimationFrame(look);
      };
      look();
    }, answer);
    server.sent();
    await page.goto(`${server.url}${query}`, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.answered, undefined, { timeout: WAIT });
    return { ms: await page.evaluate(() => window.answered), bytes: server.sent() };
  });
