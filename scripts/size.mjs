// Lists every file that the first view fetches, and every part that is fetched later, with its size as it is and in
// Brotli. Fails if the first view or a part is too big. `node scripts/size.mjs [dist]`

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const MOST_BYTES = 234_500;
// The largest are the page `gap` and what reads and measures anybody's own table; the others keep below 65,000.
const MOST_BYTES_OF_A_PART = 110_500;
/** Besides what the first view fetches. The largest are the note and `gap`; the first itself has some 80,000 after its answer. */
const MOST_BYTES_OF_A_VIEW = 287_500;
const MOST_BYTES_OF_FIGURES = 12_000;
/** What another site fetches to show the page, as it is. */
const MOST_BYTES_OF_EMBED = 3_000;
const FETCHED_LINKS = new Set(['stylesheet', 'icon', 'manifest', 'preload', 'modulepreload']);

const dist = process.argv[2] ?? 'dist';

/** The value of an attribute in the text of a tag. */
function attribute(tag, name) {
  // A minified page leaves quotes out where it can.
  const found = tag.match(new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`));
  return found?.[1] ?? found?.[2] ?? found?.[3];
}

/** Addresses that the page names: in links, as sources of scripts, and as texts inside its own scripts. */
function named(html) {
  const links = [...html.matchAll(/<link\b[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => (attribute(tag, 'rel') ?? '').split(/\s+/).some((rel) => FETCHED_LINKS.has(rel)))
    .map((tag) => attribute(tag, 'href'));
  const scripts = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].flatMap(([, attributes, text]) => [
    attribute(attributes, 'src'),
    ...[...text.matchAll(/["'](\.?\/?[\w./-]+\.(?:js|wasm))["']/g)].map(([, address]) => address),
  ]);
  return [...links, ...scripts].filter(Boolean);
}

function sizes(path) {
  const bytes = readFileSync(join(dist, path));
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return { path, raw: bytes.length, brotli: brotliCompressSync(bytes, { params }).length };
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (!existsSync(join(dist, 'index.html'))) fail(`There is no ${dist}/index.html. Build it first: make build`);
const addresses = named(readFileSync(join(dist, 'index.html'), 'utf8'));
const elsewhere = addresses.filter((address) => /^(?:[a-z]+:)?\/\//i.test(address));
if (elsewhere.length > 0) fail(`The page fetches from other hosts: ${elsewhere.join(', ')}`);
const paths = new Set(['index.html', ...addresses.map((address) => address.replace(/^\.?\//, '').replace(/[?#].*/, ''))]);
// What the script asks for at an address without choices, before the program does.
const FIGURES = ['figures/iod2025/authorities.csv', 'figures/iod2025/income-by-imd/E12000006.csv'];
FIGURES.forEach((path) => paths.add(path));
const missing = [...paths].filter((path) => !existsSync(join(dist, path)));
if (missing.length > 0) fail(`The page names files that are not in ${dist}: ${missing.join(', ')}`);
for (const kind of ['.css', '.js', '.wasm', '.csv']) {
  if (![...paths].some((path) => path.endsWith(kind))) fail(`The page names no ${kind} file: is it built?`);
}

const text = (value) => value.toLocaleString('en-GB');
const bySize = (paths) => [...paths].map(sizes).sort((a, b) => b.brotli - a.brotli);

function list(title, rows) {
  const width = Math.max(...rows.map(({ path }) => path.length), title.length);
  console.log(`${title.padEnd(width)}  ${'bytes'.padStart(9)}  ${'Brotli'.padStart(9)}`);
  for (const { path, raw, brotli } of rows) {
    console.log(`${path.padEnd(width)}  ${text(raw).padStart(9)}  ${text(brotli).padStart(9)}`);
  }
}

const files = bySize(paths);
const sum = (key) => files.reduce((total, file) => total + file[key], 0);
const total = { path: 'together', raw: sum('raw'), brotli: sum('brotli') };
list('fetched by the first view', [...files, total]);

const parts = bySize(readdirSync(dist).filter((name) => name.endsWith('.wasm') && !paths.has(name)));
if (parts.length === 0) fail('There are no parts that are fetched later: was the program cut?');
console.log();
list('fetched when it is opened', parts);

// What each view fetches in all, as the script names it (scripts/pieces.mjs).
const script = readFileSync(join(dist, files.find(({ path }) => path.endsWith('.js') && path !== 'watch.js').path), 'utf8');
const pieces = [...script.matchAll(/\["([\w-]+\.wasm)",\s*"sha256-[^"]+"(,\s*1)?\]/g)].map(([, path, isPlain]) => ({ path, isPlain: Boolean(isPlain) }));
const early = [...script.matchAll(/\["(\w+)",\s*\[([\d,\s]+)\]\]/g)].map(([, view, list]) => [view, list.split(',').map(Number)]);
if (pieces.length !== parts.length || early.length === 0) fail('The script does not name the parts as scripts/pieces.mjs writes them.');
const brotliOf = new Map(parts.map(({ path, brotli }) => [path, brotli]));
const style = readdirSync(dist).filter((name) => /^more-.*\.css$/.test(name)).map((name) => sizes(name).brotli)[0];
const views = early.map(([view, list]) => {
  const all = list.map((at) => pieces[at]);
  const own = all.reduce((sum, { path }) => sum + brotliOf.get(path), 0);
  const brotli = own + (all.every(({ isPlain }) => isPlain) ? 0 : style);
  return { view, count: all.length, brotli, total: total.brotli + brotli };
});
console.log('\nfetched by a view in all               files     Brotli   with the first');
for (const { view, count, brotli, total } of views.sort((a, b) => b.brotli - a.brotli)) {
  console.log(`${view.padEnd(38)} ${String(count).padStart(5)}  ${text(brotli).padStart(9)}  ${text(total).padStart(9)}`);
}

const [largest] = views;
if (largest.brotli > MOST_BYTES_OF_A_VIEW) fail(`\n${largest.view} is too big: ${text(largest.brotli)} bytes where ${text(MOST_BYTES_OF_A_VIEW)} are allowed.`);

const embed = sizes('embed.js');
console.log();
list('fetched by other sites', [embed]);

if (embed.raw > MOST_BYTES_OF_EMBED) fail(`\nembed.js is too big: ${text(embed.raw)} bytes where ${text(MOST_BYTES_OF_EMBED)} are allowed.`);
if (total.brotli > MOST_BYTES) fail(`\nToo big: ${text(total.brotli)} bytes where ${text(MOST_BYTES)} are allowed.`);
const figures = files.filter(({ path }) => FIGURES.includes(path)).reduce((all, { brotli }) => all + brotli, 0);
if (figures > MOST_BYTES_OF_FIGURES) {
  fail(`\nThe figures are too big: ${text(figures)} bytes where ${text(MOST_BYTES_OF_FIGURES)} are allowed.`);
}
const [biggest] = parts;
if (biggest.brotli > MOST_BYTES_OF_A_PART) {
  fail(`\n${biggest.path} is too big: ${text(biggest.brotli)} bytes where ${text(MOST_BYTES_OF_A_PART)} are allowed.`);
}
