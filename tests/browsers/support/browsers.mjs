// The browsers that the core journeys are run in, and how each is started: without a screen, and in a folder of its own.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import { Builder, Capabilities } from 'selenium-webdriver';
import chrome from 'selenium-webdriver/chrome.js';
import firefox from 'selenium-webdriver/firefox.js';

import { chromiumFlags, chromiumPath, freePort, root } from '../../../scripts/browser.mjs';

const SCREEN = '1600x1200x24';

function onPath(...names) {
  const folders = [join(root, '.tools/bin'), ...(process.env.PATH ?? '').split(delimiter)].filter(Boolean);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

/** MiniBrowser belongs to the library and stands in no folder of PATH. */
function miniBrowser() {
  for (const libraries of ['/usr/lib', ...inside('/usr/lib', /-linux-gnu$/), '/usr/libexec', '/usr/lib64']) {
    const found = inside(libraries, /^webkit2?gtk-/).map((folder) => join(folder, 'MiniBrowser')).filter(existsSync);
    if (found.length > 0) return found.at(-1);
  }
  return undefined;
}

function inside(folder, name) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((entry) => name.test(entry)).sort().map((entry) => join(folder, entry));
}

/** Starts a program and waits until `ready` gives something; `stop` ends it. */
async function run(program, options, environment, ready, stdio = 'ignore') {
  const child = spawn(program, options, { env: { ...process.env, ...environment }, stdio });
  const stop = () =>
    new Promise((done) => {
      if (child.exitCode !== null || child.signalCode !== null) return done();
      child.once('exit', done);
      return child.kill();
    });
  const fails = new Promise((_, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`${program} ended by itself, with ${code}`)));
  });
  fails.catch(() => {});
  try {
    return { stop, answer: await Promise.race([ready(child), fails]) };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A screen that nobody sees. It chooses its own number and tells it. */
function screen() {
  const number = (child) => new Promise((done) => child.stdio[3].once('data', (text) => done(`:${String(text).trim()}`)));
  return run(onPath('Xvfb'), ['-displayfd', '3', '-screen', '0', SCREEN, '-nolisten', 'tcp'], {}, number, ['ignore', 'ignore', 'ignore', 'pipe']);
}

async function listens(port) {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no driver answers on port ${port}`);
}

/** Each browser: `misses` names the programs that are not there, `start` gives a driver and what to stop after it. */
const BROWSERS = [
  {
    name: 'Chromium',
    always: true,
    async misses() {
      return [!(await chromiumPath()) && 'Chromium', !(process.env.CHROMEDRIVER || onPath('chromedriver')) && 'chromedriver'];
    },
    async start(home) {
      const options = new chrome.Options()
        .setChromeBinaryPath(await chromiumPath())
        .addArguments('--headless', ...chromiumFlags())
        .setUserPreferences({ 'download.default_directory': home, 'download.prompt_for_download': false });
      const service = new chrome.ServiceBuilder(process.env.CHROMEDRIVER || onPath('chromedriver'));
      return { driver: await new Builder().forBrowser('chrome').setChromeOptions(options).setChromeService(service).build(), helpers: [] };
    },
  },
  {
    name: 'Firefox',
    async misses() {
      return [!onPath('firefox-esr', 'firefox') && 'Firefox', !onPath('geckodriver') && 'geckodriver'];
    },
    async start(home) {
      const options = new firefox.Options()
        .setBinary(onPath('firefox-esr', 'firefox'))
        .addArguments('-headless')
        .setPreference('browser.download.folderList', 2)
        .setPreference('browser.download.dir', home);
      const service = new firefox.ServiceBuilder(onPath('geckodriver'));
      return { driver: await new Builder().forBrowser('firefox').setFirefoxOptions(options).setFirefoxService(service).build(), helpers: [] };
    },
  },
  {
    name: 'WebKitGTK',
    async misses() {
      return [!onPath('WebKitWebDriver') && 'WebKitWebDriver', !miniBrowser() && 'MiniBrowser', !onPath('Xvfb') && 'Xvfb'];
    },
    async start(home) {
      const helpers = [];
      try {
        helpers.unshift(await screen());
        const port = await freePort();
        // Its downloads land in the home folder.
        const folders = { HOME: home, XDG_DATA_HOME: join(home, 'data'), XDG_CACHE_HOME: join(home, 'cache'), XDG_CONFIG_HOME: join(home, 'config') };
        const environment = { DISPLAY: helpers[0].answer, GDK_BACKEND: 'x11', ...folders };
        helpers.unshift(await run(onPath('WebKitWebDriver'), [`--port=${port}`], environment, () => listens(port)));
        const wanted = new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
        });
        return { driver: await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build(), helpers };
      } catch (error) {
        for (const helper of helpers) await helper.stop();
        throw error;
      }
    },
  },
];

/** The browsers, each with what it misses on this machine: nothing, or the reason why its tests are skipped. */
export async function browsers() {
  // The drivers are found here; Selenium would look for others on the network.
  process.env.SE_OFFLINE = 'true';
  return Promise.all(
    BROWSERS.map(async (browser) => {
      const missing = (await browser.misses()).filter(Boolean);
      const skip = missing.length > 0 && !browser.always && `not on this machine: ${missing.join(', ')}`;
      return { ...browser, skip };
    }),
  );
}

/** Makes the view, without what the browser has around it, so many pixels large. A window may follow a moment later. */
export async function resize(driver, width, height) {
  let [wide, high] = [width, height];
  for (let tries = 0; tries < 20; tries += 1) {
    await driver.manage().window().setRect({ width: wide, height: high });
    const size = () => driver.executeScript('return [innerWidth, innerHeight]');
    let seen = await size();
    for (let last = []; last.join() !== seen.join(); seen = await size()) {
      last = seen;
      await new Promise((done) => setTimeout(done, 200));
    }
    if (seen[0] === width && seen[1] === height) return;
    [wide, high] = [wide + width - seen[0], high + height - seen[1]];
  }
  throw new Error(`the window cannot be made ${width} by ${height}`);
}

/** Starts a browser with a view of `width` by `height` pixels. What it downloads is in `downloads`. */
export async function open(browser, width = 1280, height = 900) {
  const home = mkdtempSync(join(tmpdir(), 'browser-'));
  const { driver, helpers } = await browser.start(home);
  const close = async () => {
    await driver.quit().catch(() => {});
    for (const helper of helpers) await helper.stop();
    try {
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    } catch {
      // What a browser still writes while it ends is left in the system's folder for such things.
    }
  };
  try {
    await driver.manage().setTimeouts({ script: 20_000, pageLoad: 30_000 });
    await resize(driver, width, height);
  } catch (error) {
    await close();
    throw error;
  }
  return { driver, downloads: home, close };
}
