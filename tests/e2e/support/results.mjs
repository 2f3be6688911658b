// Results as files, and as they are worked out without the page.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { reveal } from './page.mjs';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** What evaluate prints. */
export function evaluate(...query) {
  const printed = execFileSync('cargo', ['run', '-q', '--locked', '--no-default-features', '--example', 'evaluate', '--', ...query], { cwd: ROOT, maxBuffer: 2 ** 28 });
  return JSON.parse(printed);
}

/** A file that a button hands out. */
export async function saved(page, name) {
  const arrives = page.waitForEvent('download');
  const button = page.getByRole('button', { name, exact: true });
  await reveal(page, button);
  await button.click();
  const download = await arrives;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path()).toString() };
}
