// The Chromium that the tests and measurements use, how it is started, and a plain static server for it.
// Run by itself it prints the path of that Chromium, or fails if there is none.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function ofPlaywright() {
  try {
    const { chromium } = await import('@playwright/test');
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

/** Path of the Chromium to use: the one asked for, else one on PATH, else Playwright's own, else undefined. */
export async function chromiumPath() {
  const asked = process.env.CHROMIUM_PATH || process.env.CHROMIUM;
  if (asked) return isExecutable(asked) ? asked : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [...onPath, await ofPlaywright()].filter(Boolean);
  return candidates.find(isExecutable);
}

/** The flags that the Wasm tests use too, from webdriver.json. Playwright adds the one for a headless start itself. */
export function chromiumFlags() {
  const options = JSON.parse(readFileSync(join(root, 'webdriver.json'), 'utf8'));
  return options['goog:chromeOptions'].args.filter((flag) => flag !== '--headless');
}

/** A port that nothing listens on. */
export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

/** Where sirv is to listen. It heeds these before its own options. */
export function whereToServe(port) {
  return { HOST: '127.0.0.1', PORT: String(port) };
}

async function answers(address) {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

/** Serves a folder as any static host would, until `stop` is called. */
export async function serve(folder) {
  const port = await freePort();
  const sirv = join(root, 'node_modules/sirv-cli/bin.js');
  const server = spawn(process.execPath, [sirv, folder, '--quiet'], {
    env: { ...process.env, ...whereToServe(port) },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const address = `http://127.0.0.1:${port}/`;
  for (let tries = 0; !(await answers(address)); tries += 1) {
    if (tries === 100) {
      server.kill();
      throw new Error(`nothing answers at ${address}: is there a page in ${folder}?`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { address, stop: () => server.kill() };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = await chromiumPath();
  if (!path) process.exit(1);
  console.log(path);
}
