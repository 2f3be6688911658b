// The page in a language that nobody speaks, to see that it is ready for one that somebody does: every word of
// `src/words` with accents, in brackets and longer by two fifths, numbers with the signs of another language. A word
// that stays plain stands outside `words`; one that is cut off has too little room.
//
//   node scripts/pseudo.mjs [--rtl] [--debug]    makes target/pseudo/dist, or target/pseudo/dist-rtl

import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { translated } from './pseudo/rust.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'target/pseudo');
const isRtl = process.argv.includes('--rtl');
const isDebug = process.argv.includes('--debug');

// Not .cargo: the folder lies below the project, so cargo finds the project's own.
const COPIED = ['Cargo.lock', 'Cargo.toml', 'Trunk.toml', 'examples', 'index.html', 'public', 'scripts', 'src', 'style'];
const LINKED = ['.tools', 'node_modules'];

/** Built for a test, not for a phone: what makes the program small takes most of the time. */
const QUICK = { CARGO_PROFILE_RELEASE_LTO: 'off', CARGO_PROFILE_RELEASE_CODEGEN_UNITS: '16', LEAVE_PROGRAM_LARGE: '1' };

/** What the language is, in place of what `locale.rs` says. */
const FACTS = [
  ['pub const LANGUAGE: &str = "en";', `pub const LANGUAGE: &str = "${isRtl ? 'qps-plocm' : 'qps-ploc'}";`],
  ['pub const DIRECTION: &str = "ltr";', `pub const DIRECTION: &str = "${isRtl ? 'rtl' : 'ltr'}";`],
  ["decimal: '.', thousands: ',', pounds: [\"£\", \"\"]", "decimal: ',', thousands: '.', pounds: [\"\", \"\u{a0}£\"]"],
];

function isSame(path, text) {
  return existsSync(path) && readFileSync(path, 'utf8') === text;
}

/** Writes what has changed, so that what has not need not be compiled again. */
function write(path, text) {
  if (!isSame(path, text)) writeFileSync(path, text);
}

/** Code, and the tables that it is built with. */
function sourceFiles(path) {
  return readdirSync(path, { recursive: true })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile());
}

function withFacts(text) {
  return FACTS.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`src/words/locale.rs no longer has: ${from}`);
    return all.replace(from, to);
  }, text);
}

mkdirSync(folder, { recursive: true });
for (const name of COPIED) {
  if (name !== 'src') cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
}
for (const name of LINKED) {
  const link = join(folder, name);
  if (existsSync(join(root, name)) && !existsSync(link)) symlinkSync(join(root, name), link);
}
const locale = join(root, 'src/words/locale.rs');
const sources = sourceFiles(join(root, 'src'));
for (const from of sources) {
  const to = join(folder, from.slice(root.length));
  let text = readFileSync(from, 'utf8');
  // What the language is comes last: its signs are no words.
  if (from.startsWith(join(root, 'src/words/')) && from.endsWith('.rs')) text = translated(text, from.slice(root.length));
  if (from === locale) text = withFacts(text);
  mkdirSync(join(to, '..'), { recursive: true });
  write(to, text);
}
// What is no longer a source must not stay in the copy.
for (const to of sourceFiles(join(folder, 'src'))) {
  if (!sources.includes(join(root, to.slice(folder.length + 1)))) rmSync(to);
}

const dist = isRtl ? 'dist-rtl' : 'dist';
// Its own: cargo takes a copy of the project for the project, and would give one the program of the other.
const target = join(folder, 'cargo');
const path = [join(root, '.tools/bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(':');
execFileSync('trunk', ['build', ...(isDebug ? [] : ['--release']), '--dist', dist], {
  cwd: folder,
  env: { ...process.env, PATH: path, CARGO_TARGET_DIR: target, ...QUICK },
  stdio: 'inherit',
});
