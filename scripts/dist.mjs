// What is known of a built page: its files, their checksums, and the worker that keeps them for use without a network.

import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { transform } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

export const digest = (algorithm, bytes, encoding) => createHash(algorithm).update(bytes).digest(encoding);
const checksum = (algorithm) => (bytes) => `${algorithm}-${digest(algorithm, bytes, 'base64')}`;
export const integrity = checksum('sha384');
/** For the lists inside the script, where a checksum is as many bytes on the way as it is long. */
export const shortIntegrity = checksum('sha256');

/** The paths of all files in a folder and below. */
export function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** Pictures of links, and the questions of the views (scripts/cards.mjs). */
export const CARDS = 'cards';
export const pageOf = (view) => `view-${view}.html`;

/** The worker that keeps this version, and no other, for use without a network. */
export async function writeWorker(dist, isSmall) {
  // The script for other sites and what links to the page show there are none of the page's own files, nor is the worker itself.
  const isOwn = (path) => path !== 'embed.js' && path !== 'sw.js' && !path.startsWith(`${CARDS}/`) && !/^view-\w+\.html$/.test(path);
  const files = filesIn(dist).filter(isOwn).map((path) => [path, shortIntegrity(readFileSync(join(dist, path)))]);
  const list = JSON.stringify(files);
  const { code } = await transform(readFileSync(join(root, 'public/sw.js'), 'utf8'), {
    define: { VERSION: JSON.stringify(digest('sha256', list, 'hex').slice(0, 16)), FILES: list },
    target: 'es2020',
    minify: isSmall,
  });
  writeFileSync(join(dist, 'sw.js'), code);
}
