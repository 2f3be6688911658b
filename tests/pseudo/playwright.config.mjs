import { defineConfig } from '@playwright/test';

import { chromiumFlags, chromiumPath, freePort, root, whereToServe } from '../../scripts/browser.mjs';

// The workers load this file again and inherit the choice.
process.env.PSEUDO_PORTS ??= `${await freePort()},${await freePort()}`;
const ports = process.env.PSEUDO_PORTS.split(',').map(Number);
const VARIANTS = [
  { name: 'left to right', dist: 'dist', language: 'qps-ploc', direction: 'ltr' },
  { name: 'right to left', dist: 'dist-rtl', language: 'qps-plocm', direction: 'rtl' },
];

export default defineConfig({
  testDir: '.',
  outputDir: `${root}target/pseudo/test-results`,
  timeout: 90_000,
  workers: 2,
  reporter: 'list',
  projects: VARIANTS.map(({ name, language, direction }, index) => ({
    name,
    metadata: { language, direction },
    use: { baseURL: `http://127.0.0.1:${ports[index]}/` },
  })),
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: await chromiumPath(), args: chromiumFlags() },
    serviceWorkers: 'block',
  },
  webServer: VARIANTS.map(({ dist }, index) => ({
    command: `node node_modules/sirv-cli/bin.js target/pseudo/${dist} --quiet`,
    cwd: root,
    env: whereToServe(ports[index]),
    port: ports[index],
    reuseExistingServer: false,
  })),
});
