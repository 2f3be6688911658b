import { defineConfig } from '@playwright/test';

import { chromiumFlags, chromiumPath, freePort } from './scripts/browser.mjs';

// The workers load this file again and inherit the choice. A port of its own keeps the tests from another dist/.
process.env.E2E_PORT ??= String(await freePort());
const port = Number(process.env.E2E_PORT);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  timeout: 60_000,
  workers: 2,
  // One step that comes late on a busy machine does not end a whole run: what needed a second one is listed as flaky.
  retries: process.env.CI ? 1 : 0,
  // What says the same of further states takes long: make test-slow runs it too.
  grepInvert: process.env.E2E_SLOW ? undefined : /@slow/,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    browserName: 'chromium',
    launchOptions: { executablePath: await chromiumPath(), args: chromiumFlags() },
    // What a test holds back must not come from what the worker has kept; the tests of the worker allow it.
    serviceWorkers: 'block',
    // Where nobody looks at it afterwards, a recording only takes time.
    trace: process.env.CI ? 'off' : 'retain-on-failure',
  },
  // Under the headers that deploy/ ships. As with any static host, a file that is not there is a 404, not the page.
  webServer: {
    command: `node tests/e2e/support/serve.mjs dist ${port}`,
    port,
    reuseExistingServer: false,
  },
});
