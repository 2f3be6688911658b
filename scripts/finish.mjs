// The last step of a build: makes the script that loads the Wasm smaller, and tells the page its new checksum.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { transformSync } from 'esbuild';

if (process.env.TRUNK_PROFILE !== 'release') process.exit(0);

const folder = process.env.TRUNK_STAGING_DIR;
const checksum = (text) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

let page = readFileSync(join(folder, 'index.html'), 'utf8');
for (const name of readdirSync(folder).filter((file) => file.endsWith('.js'))) {
  const before = readFileSync(join(folder, name), 'utf8');
  const { code } = transformSync(before, { minify: true, format: 'esm', target: 'es2020' });
  if (!page.includes(checksum(before))) throw new Error(`index.html does not name the checksum of ${name}`);
  page = page.replaceAll(checksum(before), checksum(code));
  writeFileSync(join(folder, name), code);
}
writeFileSync(join(folder, 'index.html'), page);
