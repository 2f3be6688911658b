// The core of what people do, told once and done in every browser that is on this machine, under the strict policy.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';

import { PNG } from 'pngjs';
import { Key } from 'selenium-webdriver';

import { makeFile7 } from '../e2e/support/file7.mjs';
import { SCHOOLS } from '../e2e/support/schools.mjs';
import { POLICY, host } from '../e2e/support/host.mjs';
import { browsers, open, resize } from './support/browsers.mjs';
import { MOST_APART, apart, isAnother, moved, sideBySide } from './support/looks.mjs';
import { Page, plain, until } from './support/page.mjs';

const BASE = '/tools/who-gets-missed/';
const LINK = 'place=E08000035&need=children&cut=local&basis=people&share=35.5';
const FIFTHS = 'Download: Numbers (CSV) of the fifths';
const OFFERS = 'view=strategies&place=E08000035&start=school-meals&stigma=2,8,15&share=30';

const ROWS = 'name,score,people,value\nA,45,1000,76.1\nB,30,1200,79.4\nC,20,900,81.2\nD,10,1100,84.4\nE,5,1000,85.9\n';

/** An official file in its layout, made up, and a square for each of its areas in the usual place. */
const PLACE = ['E06000031', 'E07000008', 'E07000009', 'E07000010', 'E07000011', 'E07000012'];
const FILE_7 = makeFile7({ edition: 2019 });
const CODES = FILE_7.split('\n').map((line) => line.split(',')).filter((cells) => PLACE.includes(cells[2])).map(([code]) => code);
const OUTLINES = JSON.stringify({
  type: 'FeatureCollection',
  features: CODES.map((code, at) => {
    const [west, south] = [0.02 * (at % 25) - 0.3, 52 + 0.015 * Math.floor(at / 25)];
    const ring = [[west, south], [west + 0.02, south], [west + 0.02, south + 0.015], [west, south + 0.015], [west, south]];
    return { type: 'Feature', properties: { LSOA11CD: code }, geometry: { type: 'Polygon', coordinates: [ring] } };
  }),
});

/** What the first browser showed. Every other one has to show the same, digit by digit. */
const shown = new Map();

/** What the first browser looked like, by name. */
const looks = new Map();

function expectSame(what, text, browser) {
  if (!shown.has(what)) shown.set(what, { text, browser });
  assert.deepEqual(text, shown.get(what).text, `${what}: ${browser} and ${shown.get(what).browser} differ`);
}

/** What is looked at in every browser: a link, how large, and what has to be there before. */
const LOOKS = [
  ['missed', 'v=1', [1280, 900], 'headline'],
  ['missed-narrow', 'v=1', [520, 900], 'headline'],
  ['councils', 'view=councils', [1280, 900], 'headline'],
  ['offers', OFFERS, [1280, 900], 'comparison'],
  ['gap', 'view=gap', [1280, 900], 'gap-answer'],
];
const LANDMARKS = {
  heading: 'h1',
  number: '.big__number, [data-testid="big-number"] strong',
  headline: '[data-testid="headline"], [data-testid="comparison"]',
  chart: 'main figure svg',
  slider: 'input[type=range]',
  table: 'main table',
  page: 'main',
  foot: 'footer',
};
const DIFFERENT = 'test-results/browsers';

/** The picture with a part of it white, or all of it moved down. */
function changed(picture, { x, y, width, height }, down = 0) {
  const copy = new PNG({ width: picture.width, height: picture.height });
  copy.data.fill(255);
  PNG.bitblt(picture, copy, 0, 0, picture.width, picture.height - down, 0, down);
  const [right, bottom] = [Math.min(x + width, picture.width), Math.min(y + height, picture.height)];
  for (let row = Math.round(y); row < bottom; row += 1) copy.data.fill(255, 4 * (row * picture.width + Math.round(x)), 4 * (row * picture.width + Math.round(right)));
  return copy;
}

/** Takes the browsers' reports of what the policy refused. */
async function reports() {
  const refused = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => { body += part; });
    request.on('end', () => {
      if (body) refused.push(body);
      response.writeHead(204).end();
    });
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { refused, server, url: `http://127.0.0.1:${server.address().port}/` };
}

for (const browser of await browsers()) {
  describe(browser.name, { skip: browser.skip, timeout: 480_000 }, () => {
    let session;
    let page;
    let server;
    let policy;

    before(async () => {
      policy = await reports();
      server = await host({
        base: BASE,
        headers: { 'Content-Security-Policy': `${POLICY}; report-uri ${policy.url}`, 'Access-Control-Allow-Origin': '*' },
        pages: { '/given/File_7.csv': FILE_7, '/given/areas.geojson': OUTLINES },
      });
      session = await open(browser);
      page = new Page(session.driver);
    });

    after(async () => {
      await session?.close();
      await server?.close();
      policy?.server.closeAllConnections();
      policy?.server.close();
    });

    const go = (query = 'v=1') => page.open(`${server.url}?${query}`);

    test('the first view is the published case: 69.5% missed', async () => {
      await go();
      assert.equal(await page.text('[data-testid="big-number"] strong'), '69.5%');
      assert.equal(
        await page.testId('headline'),
        'Targeting the most deprived fifth of areas nationally would reach 30 in 100 people on low incomes here. 70 would be missed.',
      );
      await page.find('img', 'Of every 100 people on low incomes, 30 are reached and 70 are missed');
    });

    test('the slider moves by keyboard, and the number and the link with it', async () => {
      await go();
      await page.testId('headline');
      const share = await page.find('textbox', /^Target the most deprived/);
      await page.focus(await page.find('slider', 'Target the most deprived'));
      for (const [key, value] of [['ARROW_RIGHT', '21'], ['PAGE_UP', '31'], ['ARROW_LEFT', '30']]) {
        await page.press(key);
        await page.expectValue(share, value);
      }
      await page.expectQuery('share=30');
      expectSame('30%', await page.testId('headline', /30%/), browser.name);
      await page.press('END');
      await page.text('[data-testid="big-number"] strong', /^0\.0%$/);
    });

    test('a council is chosen by typing a part of its name', async () => {
      await go();
      const council = await page.find('combobox', 'Council or area');
      await page.fill(council, 'south cam');
      await page.find('option', 'South Cambridgeshire');
      await page.press('ARROW_DOWN', 'ENTER');
      await page.find('heading', 'South Cambridgeshire');
      await page.expectQuery('place=E07000012');
    });

    test('a link opens to the same numbers as in every other browser', async () => {
      await go(LINK);
      expectSame('headline', await page.testId('headline', /35\.5%/), browser.name);
      expectSame('figures', await page.testId('figures'), browser.name);
      await page.reveal('table', 'All measures of this target');
      const rows = await page.rows('All measures of this target');
      assert.ok(rows.length > 5 && rows.flat().some((cell) => /\d\.\d%/.test(cell)), 'the table holds measures');
      expectSame('measures', rows, browser.name);
    });

    test('offers are compared, with the same 10,000 draws as in every other browser', async () => {
      await go(OFFERS);
      expectSame('comparison', await page.testId('comparison', /\d/), browser.name);
      const rows = await until('the draws', async () => {
        const rows = await page.rows('All results');
        return rows.some((row) => row.some((cell) => /\d.* \(.*\d to .*\d\)/.test(cell))) && rows;
      });
      expectSame('draws', rows, browser.name);
    });

    test('the three models show the same numbers as in every other browser', async () => {
      await go('view=population&place=E08000035&factor-shift=0.7');
      expectSame('shift', await page.testId('headline', /\d/), browser.name);
      await go('view=incentive&place=E08000035&pay-uptake-least=80&pay-uptake-most=63');
      expectSame('payment', await page.testId('pay-answer', /\d/), browser.name);
      await go('view=gap&slope-cut=35&measure-cut=35&measure-scale=log');
      expectSame('slope', await page.testId('slope-target', /\d/), browser.name);
      expectSame('rows', await page.testId('gap-answer', /\d/), browser.name);
      expectSame('measures of rows', await page.rows('Before and after'), browser.name);
    });

    test('the text of an evidence note is edited and kept', async () => {
      await go('view=note');
      await page.testId('note', /would be missed/);
      await page.click('button', 'Edit “The decision”');
      await page.fill(await page.find('textbox', 'Text of “The decision”'), 'Warm packs for 1,000 homes.');
      await page.click('button', 'Keep this text');
      await page.testId('note', /Warm packs for 1,000 homes\./);
    });

    test('a saved page is there after a reload and opens as it was', async () => {
      await go('share=30&cut=local');
      await page.testId('headline');
      await page.unfold('Save and share');
      await page.fill(await page.find('textbox', 'Name'), 'For the meeting');
      await page.click('button', 'Save');
      await page.testId('saved-as', /Saved as/);
      await go('view=saved');
      await page.testId('saved-list', /For the meeting/);
      await page.reload();
      await page.click('link', 'For the meeting');
      await page.expectQuery('cut=local&share=30');
    });

    test('what cannot be copied is there to be copied by hand', async () => {
      await go('share=45');
      await page.testId('headline');
      await page.unfold('Save and share');
      await page.click('button', /^Copy link/);
      const link = `${server.url}?v=2&data=iod2019&place=cambridgeshire-peterborough&share=45`;
      await until('the link, or word that it is copied', async () => {
        const fields = await session.driver.executeScript('return [...document.querySelectorAll("input, textarea")].map(({ value }) => value)');
        const said = await session.driver.executeScript('return [...document.querySelectorAll("[role=status]")].map(({ textContent }) => textContent)');
        return fields.includes(link) && said.some((text) => /cop/i.test(text));
      });
    });

    test('numbers are downloaded, the same as in every other browser', async () => {
      await go('share=35');
      await page.testId('headline');
      await page.reveal('button', FIFTHS);
      await page.click('button', FIFTHS);
      const name = await until('the file', () => readdirSync(session.downloads).find((file) => file.endsWith('.csv')));
      const [about, numbers] = await until('the whole file', () => {
        const parts = readFileSync(join(session.downloads, name), 'utf8').split('\r\n\r\n');
        return parts.length > 1 && parts[1].endsWith('\r\n') && parts;
      });
      assert.match(about, /Open Government Licence/);
      expectSame('file', [name, numbers], browser.name);
    });

    test('in the guided session a room guesses, and what it said is kept over a reload', async () => {
      await go('present=1&session=1&step=1');
      const guess = await page.find('textbox', /^Your guess/);
      for (const share of ['60', '35', '80']) {
        await page.fill(guess, share);
        await guess.sendKeys(Key.ENTER);
        await page.find('button', `Remove the guess ${share}%`);
      }
      await page.click('button', 'Next');
      await page.testId('big-answer', /30\.5%/);
      const room = 'The middle guess was 60.0%: 29.5 points too high. 1 of 3 came within 5 points.';
      assert.equal(await page.testId('room', /middle/), room);
      await page.reload();
      await page.testId('big-answer', /30\.5%/);
      assert.equal(await page.testId('room', /middle/), room);
    });

    test('the guided session goes on and back with the arrow keys', async () => {
      await go('present=1&session=1');
      const step = (pattern) => page.text('nav[aria-label="Steps"]', pattern);
      await step(/Step 1 of 23/);
      await page.press('ARROW_RIGHT', 'ARROW_RIGHT');
      await step(/Step 3 of 23/);
      await page.press('ARROW_LEFT');
      await step(/Step 2 of 23/);
    });

    for (const [name, query, size, ready] of LOOKS) {
      test(`${name} looks the same as in every other browser, at ${size.join(' by ')}`, async () => {
        await resize(session.driver, ...size);
        try {
          await page.openFolded(`${server.url}?${query}`);
          await page.testId(ready, /\d/);
          await page.plainLook();
          const look = await page.look(LANDMARKS);
          assert.deepEqual([look.picture.width, look.picture.height], size);
          assert.ok(Object.values(look.boxes).filter(Boolean).length >= 6, JSON.stringify(look.boxes));
          if (!looks.has(name)) looks.set(name, { ...look, browser: browser.name });
          const first = looks.get(name);
          const elsewhere = moved(first.boxes, look.boxes);
          const by = apart(first.picture, look.picture);
          if (elsewhere.length > 0 || isAnother(first.picture, look.picture)) {
            const path = sideBySide(DIFFERENT, `${name}-${first.browser}-${browser.name}`, first.picture, look.picture);
            assert.fail(`${path}: ${JSON.stringify(by)}, at most ${JSON.stringify(MOST_APART)}; ${elsewhere.join('; ')}`);
          }
        } finally {
          await resize(session.driver, 1280, 900);
        }
      });
    }

    test('a picture without its chart, or a little further down, would not pass for the same', () => {
      const { picture, boxes } = looks.get('missed');
      const nothing = { x: 0, y: 0, width: 0, height: 0 };
      assert.ok(!isAnother(picture, changed(picture, nothing)));
      assert.ok(isAnother(picture, changed(picture, boxes.chart)), 'no chart');
      assert.ok(isAnother(picture, changed(picture, nothing, 12)), 'further down');
      assert.equal(moved(boxes, { ...boxes, chart: { ...boxes.chart, x: boxes.chart.x + 7 } }).length, 1);
      assert.equal(moved(boxes, { ...boxes, foot: null }).length, 1);
    });

    test('a frame on another page fits what is in it', async () => {
      const council = await host({
        headers: { 'Content-Security-Policy': `default-src 'none'; script-src ${server.origin}; frame-src ${server.origin}` },
        pages: {
          '/': `<!doctype html><html lang="en"><head><title>A council</title></head><body><h1>Our council</h1>
            <div class="who-gets-missed" data-title="Tool"><a href="${server.url}?place=E07000008">Who gets missed?</a></div>
            <script async src="${server.url}embed.js"></script></body></html>`,
        },
      });
      try {
        const { driver } = session;
        await driver.get(`${council.origin}/`);
        const frame = await until('the frame', () => driver.executeScript('return document.querySelector("iframe[title=Tool]")'));
        await driver.switchTo().frame(frame);
        await page.text('[data-testid="big-number"] strong', /%$/);
        const fits = async () => {
          const inside = await driver.executeScript('return Math.ceil(document.documentElement.getBoundingClientRect().height)');
          await driver.switchTo().defaultContent();
          const outside = await driver.executeScript('return arguments[0].getBoundingClientRect().height', frame);
          await driver.switchTo().frame(frame);
          return inside > 800 && Math.abs(inside - outside) <= 1 && outside;
        };
        const height = await until('the frame fits', fits);
        const table = await until('its numbers', () => driver.executeScript('return document.querySelector(".figure__numbers summary")'));
        // By script: WebKit's driver neither clicks nor types on what is in a frame of another origin.
        await driver.executeScript('arguments[0].click()', table);
        await until('the frame grows', async () => (await fits()) > height + 50);
      } finally {
        await session.driver.switchTo().defaultContent();
        await council.close();
      }
    });

    test('after the first visit the page needs no server', async () => {
      const dies = await host({ base: BASE, headers: { 'Content-Security-Policy': `${POLICY}; report-uri ${policy.url}` } });
      try {
        await page.open(`${dies.url}?v=1`);
        await page.testId('headline');
        const state = () =>
          session.driver.executeAsyncScript(
            `const done = arguments[0];
             navigator.serviceWorker.ready.then(({ active }) => done(active.state), (error) => done(String(error)));
             setTimeout(() => done('none'), 10_000);`,
          );
        await until('the worker has kept everything', async () => (await state()) === 'activated', 60_000);
      } finally {
        await dies.close();
      }
      await page.reload();
      await page.testId('headline', /30 in 100/);
      await page.open(`${dies.url}?${OFFERS}`);
      assert.equal(plain(await page.testId('comparison', /\d/)), shown.get('comparison').text);
    });

    test('a policy that allows no WebAssembly: a message and a way to try again, not a blank page', async () => {
      const strict = await host({ base: BASE, headers: { 'Content-Security-Policy': POLICY.replace(" 'wasm-unsafe-eval'", '') } });
      try {
        await session.driver.get(`${strict.url}?v=1`);
        await page.text('#cannot-start', /The tool is not running\. .*Try again/);
        await page.find('link', 'Try again');
      } finally {
        await strict.close();
      }
    });

    // After those that ask for what is built in: rows and files stay on the device.
    test('rows of a person’s own are measured, the same as in every other browser, and kept over a reload', async () => {
      await go('view=gap');
      await page.bring(ROWS, 'Use these rows');
      await page.testId('rows-in-use', /^In use: 5 rows of your own\.$/);
      expectSame('own rows', await page.testId('gap-answer', /“value”/), browser.name);
      expectSame('measures of own rows', await page.rows('Before and after'), browser.name);
      await page.reload();
      await page.testId('rows-in-use', /^In use: 5 rows of your own\.$/);
      expectSame('own rows', await page.testId('gap-answer', /“value”/), browser.name);
    });

    test('a table of a person’s own is what is targeted: 130 of 435 pupils', async () => {
      await go('view=areas&share=25&rank=need');
      await page.bring(SCHOOLS, 'Use this table');
      const { searchParams } = new URL(await session.driver.getCurrentUrl());
      searchParams.set('view', 'missed');
      await page.follow(String(searchParams));
      await page.text('[data-testid="big-number"] strong', /^70\.1%$/);
      expectSame('own units', await page.testId('headline', /schools.*\b30 in 100\b/), browser.name);
      await page.text('footer', /Source: a table added on this device/);
    });

    test('people missed are on a map, the same to the pixel as in every other browser', async () => {
      await go('view=data');
      await page.addFile('Choose File 7 (CSV)', `${server.origin}/given/File_7.csv`);
      await page.testId('file-outcome', /is in use/);
      await go('v=1&view=areas');
      await page.plainLook();
      await page.unfold('Map');
      await page.addFile('Add outlines (GeoJSON or TopoJSON)', `${server.origin}/given/areas.geojson`);
      await page.text('main', new RegExp(`Outlines found by “LSOA11CD”, for all ${CODES.length} areas`));
      const painted = await until('the map is painted', async () => {
        const [once, later] = [await page.painted('map'), await page.painted('map')];
        return once?.missed > 200 && once.sum === later.sum && once;
      });
      expectSame('map', painted, browser.name);
      expectSame('people missed', /Of all who are missed, [^.]*\./.exec(await page.text('main', /Of all who are missed/))[0], browser.name);
      // By keys alone: the area with most people missed, then the next.
      const map = await session.driver.executeScript('return document.querySelector("[data-testid=map]")');
      await page.show(map);
      await page.focus(map);
      await page.press('PAGE_DOWN');
      const first = await page.testId('map-area', /E01\d{6}/);
      expectSame('most missed', first, browser.name);
      await page.press('PAGE_DOWN');
      const next = await until('the next area', async () => {
        const text = await page.testId('map-area', /E01\d{6}/);
        return text !== first && text;
      });
      expectSame('next most missed', next, browser.name);
    });

    test('the policy has refused nothing, and a script that it forbids is refused and told of', async () => {
      assert.deepEqual(policy.refused, []);
      await go();
      await page.testId('headline');
      await session.driver.executeScript(`
        const script = document.createElement('script');
        script.textContent = 'window.wasRun = true';
        document.head.append(script);`);
      await until('the report', () => policy.refused.length > 0);
      assert.equal(await session.driver.executeScript('return window.wasRun ?? null'), null);
      assert.match(policy.refused[0], /script-src/);
    });
  });
}
