// The last step of a build. Trunk has made the page in one piece; here the program is cut into the part that the first
// view needs and the parts that are fetched when they are opened. The page names what it needs with checksums, and has
// no script of its own in it, so that a strict Content-Security-Policy can allow it.

import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { build, transform } from 'esbuild';

import { CARDS, digest, filesIn, integrity, pageOf, shortIntegrity, writeWorker } from './dist.mjs';
import { withFirstAnswer } from './first.mjs';
import { withShortNames } from './names.mjs';
import { writePieces } from './pieces.mjs';
import { USUAL, makeSite, saysSomething } from './site.mjs';

const NAME = 'who-gets-missed';
// Measured one by one on the Brotli size of the first view.
const OPTIMISE = ['--one-caller-inline-max-function-size=20', '--flatten', '--rereloop', '-O2', '--reorder-functions-by-name'];
const FEATURES = ['reference-types', 'bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'multivalue'];

const isRelease = process.env.TRUNK_PROFILE === 'release';
const dist = process.env.TRUNK_STAGING_DIR;
const root = fileURLToPath(new URL('..', import.meta.url));
const work = mkdtempSync(join(tmpdir(), `${NAME}-`));

// The tools of this project come first, as in scripts/env.sh.
const PATH = [join(root, '.tools/bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter);
const features = FEATURES.map((feature) => `--enable-${feature}`);
const run = (tool, ...options) => execFileSync(tool, options, { cwd: root, env: { ...process.env, PATH }, stdio: 'pipe', maxBuffer: 2 ** 26 });

/** Writes a file under a name that changes with its content, so that it may be cached for ever. */
function emit(stem, extension, bytes) {
  const name = `${stem}-${digest('sha256', bytes, 'hex').slice(0, 16)}.${extension}`;
  writeFileSync(join(dist, name), bytes);
  return { name, integrity: integrity(bytes), shortIntegrity: shortIntegrity(bytes) };
}

/** Some programs made small, as many at a time as the machine has room for. */
async function optimised(paths) {
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path; path = waiting.shift()) {
      await promisify(execFile)('wasm-opt', [...features, ...OPTIMISE, path, '-o', path], { cwd: root, env: { ...process.env, PATH } });
    }
  };
  if (isRelease && !process.env.LEAVE_PROGRAM_LARGE) await Promise.all(Array.from({ length: availableParallelism() }, work));
  return paths.map((path) => readFileSync(path));
}

/** The program of cargo, cut at its split points, and the scripts that load the pieces. */
function cut() {
  const { target_directory: target } = JSON.parse(run('cargo', 'metadata', '--no-deps', '--offline', '--format-version', '1'));
  const program = join(target, 'wasm32-unknown-unknown', isRelease ? 'release' : 'debug', `${NAME}.wasm`);
  const { status, stdout, stderr } = spawnSync('wasm-split-cli', [program, work, '--out-name', NAME], { cwd: root, env: { ...process.env, PATH }, encoding: 'utf8' });
  if (status !== 0) throw new Error(`wasm-split-cli: ${stderr}${stdout}`);
  // Then all texts would be in the first part: see ROOM_FOR_PADDING in src/main.rs.
  if (/Overlong segment 0 /.test(stderr + stdout)) throw new Error(`the data of the parts has no room to move: ${stderr}${stdout}`);
  const options = ['--target', 'web', '--no-typescript', '--keep-lld-exports', '--out-dir', work, '--out-name', NAME];
  run('wasm-bindgen', join(work, `${NAME}.wasm`), ...options);
  rmSync(join(work, `${NAME}.wasm`));
  makeStartSmall();
}

/** Program and script as wasm-bindgen makes them, without what ours never needs. */
function makeStartSmall() {
  const paths = { program: join(work, `${NAME}_bg.wasm`), script: join(work, `${NAME}.js`) };
  const { program, script } = withShortNames(readFileSync(paths.program), readFileSync(paths.script, 'utf8'));
  // A program always comes as public/fetched.js hands it on.
  const start = /async function __wbg_load\(module, imports\) \{[^]*?\n\}\n/;
  if (!start.test(script)) throw new Error('wasm-bindgen no longer writes __wbg_load as it did');
  writeFileSync(paths.program, program);
  writeFileSync(paths.script, script.replace(start, 'const __wbg_load = (...program) => WebAssembly.instantiateStreaming(...program);\n'));
}

/**
 * The program's script without the one call in it that makes markup of a text. Leptos brings it for an attribute that no
 * view has, and for elements in which all is fixed, of which there are none either: whoever adds one is told.
 */
function withoutMarkup(script) {
  const refusing = script.replace(/\w+\.innerHTML = [^;]+;/g, "throw new Error('no text becomes markup');");
  if (/\.(?:innerHTML|outerHTML|insertAdjacentHTML)\b/.test(refusing)) throw new Error('the program makes markup of texts');
  return refusing;
}

async function bundle(wasm, style, { files, early }) {
  const { outputFiles } = await build({
    stdin: { contents: readFileSync(join(root, 'public/start.js'), 'utf8'), resolveDir: work },
    define: {
      PROGRAM: JSON.stringify(wasm.name),
      CHECKSUM: JSON.stringify(wasm.shortIntegrity),
      FILES: JSON.stringify(files),
      EARLY: JSON.stringify(early),
      STYLE: JSON.stringify([style.name, style.integrity]),
      FIGURES: JSON.stringify(figures()),
    },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    minify: isRelease,
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}

/** Figures that a first view does not ask for: their checksums stand in a list of each folder (see public/fetched.js). */
const isAskedForLater = (path) => !/^iod\d+\/(?:authorities|footprints|income-by-imd\/E\d+)\.csv$/.test(path);

/** The checksum of each file of figures, by its path among them. */
function figures() {
  const folder = join(dist, 'figures');
  const checksums = (paths) => Object.fromEntries(paths.map((path) => [path, shortIntegrity(readFileSync(join(folder, path)))]));
  const later = filesIn(folder).filter(isAskedForLater);
  for (const edition of new Set(later.map((path) => path.split('/')[0]))) {
    const own = Object.entries(checksums(later.filter((path) => path.startsWith(`${edition}/`))));
    writeFileSync(join(folder, edition, 'later.csv'), own.map((row) => `${row.join(',')}\n`).join(''));
  }
  return checksums(filesIn(folder).filter((path) => !isAskedForLater(path)));
}

/** The page without Trunk's loader, with ours. */
function rewrite(page, script, wasm) {
  const isOurs = (tag) => tag.includes(NAME);
  const without = page
    .replace(/<script type="?module"?>[^]*?<\/script>/g, (tag) => (isOurs(tag) ? '' : tag))
    .replace(/<link\b[^>]*>/g, (tag) => (isOurs(tag) ? '' : tag));
  const links = [
    `<script type="module" crossorigin src="./${script.name}" integrity="${script.integrity}"></script>`,
    `<link rel="preload" as="fetch" fetchpriority="low" type="application/wasm" crossorigin href="./${wasm.name}">`,
  ];
  const watch = `<script async crossorigin src="watch.js" integrity="${integrity(readFileSync(join(dist, 'watch.js')))}">`;
  // In the order in which a slow network should bring them: the style, without which nothing is painted, the script that
  // starts the program, the program.
  return without
    .replace('<script async src="watch.js">', watch)
    // Under `crossorigin` a page in a sandbox, which has no origin of its own, can hold a file to its checksum.
    .replace(/<link rel="stylesheet"([^>]*)>/, (_, rest) => `<link rel="stylesheet" crossorigin${rest}>${links.join('')}`)
    // What is said of the page in its source, and how it is laid out there.
    .replace(/<!--[^]*?-->/g, '')
    .replace(/\s*\n\s*/g, '\n');
}

/**
 * What says of a page how a link to it looks where it is passed on. Pictures there need a whole address, which only who builds the
 * site knows.
 */
function cardTags({ title, description, path, picture, alt }, site) {
  const tags = [['og:type', 'website'], ['og:title', title], ['og:description', description]];
  if (site) {
    const address = (file) => new URL(file, site.endsWith('/') ? site : `${site}/`).href;
    tags.push(['og:url', address(path)], ['og:image', address(`${CARDS}/${picture}`)], ['og:image:width', '1200'], ['og:image:height', '630']);
    tags.push(['og:image:alt', alt], ['twitter:card', 'summary_large_image']);
  }
  return tags.map(([property, content]) => `<meta property="${property}" content="${content}">`).join('');
}

const ofFirst = (html, pattern) => html.match(pattern)[1];
const descriptionOf = (html) => ofFirst(html, /name="description"\s+content="([^"]+)"/);

function withCard(html, site) {
  const card = { title: ofFirst(html, /<title>([^<]+)</), description: descriptionOf(html), path: '', picture: 'missed.png' };
  const alt = 'A hundred people, most of them missed by a target of the most deprived areas';
  return html.replace('</head>', `${cardTags({ ...card, alt }, site)}</head>`);
}

/** A page for each view, for links to pass on: it says what the view asks, and goes on to it. No script, as for all pages. */
function writeViewPages(html, site) {
  const views = JSON.parse(readFileSync(join(dist, CARDS, 'views.json'), 'utf8'));
  rmSync(join(dist, CARDS, 'views.json'));
  for (const { key, heading } of views) {
    const [title, link] = [`${heading} - Who gets missed?`, `./?v=2&amp;view=${key}`];
    const tags = cardTags({ title, description: descriptionOf(html), path: pageOf(key), picture: `${key}.png`, alt: heading }, site);
    const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>`;
    writeFileSync(
      join(dist, pageOf(key)),
      `<!doctype html><html lang="en"><head>${head}<meta name="description" content="${descriptionOf(html)}">${tags}` +
        `<meta http-equiv="refresh" content="0; url=${link}"></head><body><p><a href="${link}">${heading}</a></p></body></html>\n`,
    );
  }
}

/** A script that stands by itself, in a language that its browsers know. */
async function makeSmall(name, target) {
  const path = join(dist, name);
  const { code } = await transform(readFileSync(path, 'utf8'), { target, minify: isRelease });
  writeFileSync(path, code);
}

try {
  cut();
  for (const file of readdirSync(dist).filter((file) => file.startsWith(`${NAME}-`))) rmSync(join(dist, file));
  for (const file of ['broken.js', 'fetched.js', 'pieces.js', 'scroll.js']) copyFileSync(join(root, 'public', file), join(work, file));
  const rust = readFileSync(join(root, 'src/ui/parts.rs'), 'utf8');
  const binaryen = (tool, ...options) => run(tool, ...features, ...options);
  const pieces = await writePieces({ work, rust, run: binaryen, emit, optimised });
  const glue = join(work, `${NAME}.js`);
  writeFileSync(glue, withoutMarkup(readFileSync(glue, 'utf8')));
  const [program] = await optimised([join(work, `${NAME}_bg.wasm`)]);
  const wasm = emit(NAME, 'wasm', program);
  const style = emit('more', 'css', readFileSync(join(root, 'target/style/more.css')));
  const script = emit(NAME, 'js', await bundle(wasm, style, pieces));
  await makeSmall('watch.js', 'es5');
  await makeSmall('embed.js', 'es2020');
  const page = join(dist, 'index.html');
  const html = withFirstAnswer(rewrite(readFileSync(page, 'utf8'), script, wasm), join(dist, 'figures'));
  writeFileSync(page, withCard(html, process.env.SITE_URL));
  writeViewPages(html, process.env.SITE_URL);
  await writeWorker(dist, isRelease);
  // The edition of whoever builds it, if site.toml says anything.
  if (saysSomething(USUAL)) await makeSite({ config: USUAL, from: dist, out: dist, isSmall: isRelease });
} finally {
  rmSync(work, { recursive: true, force: true });
}
