// The pieces into which wasm-split-cli cuts the program: small ones become one, and the script that loads them is told
// under which names they lie and which of them a view needs.

import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// It keeps the console that it finds, and warns of names that it does not know, of which nothing here has need.
const { error } = console;
console.error = () => {};
const { default: binaryen } = await import('binaryen');
console.error = error;

// What several parts share is cut into a piece for each set of them, most of them tiny. Asking for a file costs an old
// phone more than some bytes too many: below this they are one.
const SMALL = 16_000;
const SMALL_ONES = 'small_pieces.wasm';

const sourceOf = (file) => `fetch(new URL("./${file}", import.meta.url))`;

/** The text with something else in place of `found`, a text or a pattern, which must be there. */
function replace(text, found, instead) {
  if (text.split(found).length < 2) throw new Error(`wasm-split-cli no longer writes: ${found}`);
  return text.replace(found, () => instead);
}

/** A program as text: in this process, as there are a hundred, and a tool of its own is a second to start for each. */
function textOf(bytes) {
  const module = binaryen.readBinary(bytes);
  const text = module.emitText();
  module.dispose();
  return text;
}

/** Makes one piece of the small ones. `run` calls a tool. Returns the script that loads the pieces. */
function merge(work, run, loader) {
  const small = readdirSync(work).filter((file) => /^chunk_\d+\.wasm$/.test(file) && statSync(join(work, file)).size < SMALL);
  // Each takes memory and table from the program. One piece that hands on what it takes stands between them, or the
  // merged piece would take as many memories as it has pieces.
  const imports = small.flatMap((file) => textOf(readFileSync(join(work, file))).match(/\(import "__wasm_split".*/g));
  // Each piece has names of its own for what it takes, so that the same thing may come under two of them.
  const taken = new Map(
    imports.map((line) => {
      const [, name, kind, type] = line.match(/"__wasm_split" ("\w+") \((\w+) \S+ (.*)\)\)$/);
      return [name, { kind, type }];
    }),
  );
  const handedOn = [...taken].map(
    ([name, { kind, type }], at) => `(import "program" ${name} (${kind} $taken${at} ${type})) (export ${name} (${kind} $taken${at}))`,
  );
  writeFileSync(join(work, 'between.wat'), `(module ${handedOn.join('\n')})`);
  run('wasm-as', join(work, 'between.wat'), '-o', join(work, 'between.wasm'));
  const named = small.flatMap((file) => [join(work, file), file]);
  run('wasm-merge', '-g', join(work, 'between.wasm'), '__wasm_split', ...named, '-o', join(work, SMALL_ONES));
  const one = `const smallPieces = makeLoad(() => {
    const src = ${sourceOf(SMALL_ONES)};
    return async (imports) => WebAssembly.instantiateStreaming(src, { program: imports.__wasm_split });
  }, []);`;
  return small.reduce((loader, file) => {
    const name = `__${file.replace('.wasm', '')}`;
    return replace(loader, new RegExp(`const ${name} = makeLoad\\([^]*?\\n, \\[\\]\\);`), `const ${name} = smallPieces;`);
  }, one + loader);
}

/** The pieces that each part is made of, by its name, as the script loads them. */
function needed(loader) {
  const fileOf = new Map();
  for (const [, name, file] of loader.matchAll(/const (\w+) = makeLoad\([^]*?new URL\("\.\/(\w+\.wasm)"/g)) fileOf.set(name, file);
  for (const [, name] of loader.matchAll(/const (__chunk_\d+) = smallPieces;/g)) fileOf.set(name, SMALL_ONES);
  const parts = loader.matchAll(/export const __wasm_split_load_(\w+) = [^]*?\n, \[([^\]]*)\]\)\);/g);
  return new Map(
    [...parts].map(([, part, shared]) => [
      part,
      [...new Set([`split_${part}.wasm`, ...shared.split(', ').filter(Boolean).map((name) => fileOf.get(name))])],
    ]),
  );
}

/** The part that each view comes with, from the list of them. */
function partOf(rust) {
  return [...rust.matchAll(/^ {4}(\w+): (\w+)\(\) -> Build/gm)].map(([, part, view]) => [view, part]);
}

/**
 * Writes every piece with `emit` under its lasting name and the loader that asks for it so, and returns what
 * public/pieces.js has to know: each file with its checksum, and by view the files to ask for early.
 */
export async function writePieces({ work, rust, run, emit, optimised }) {
  const path = join(work, '__wasm_split.js');
  let loader = merge(work, run, readFileSync(path, 'utf8'));
  const parts = needed(loader);
  const wanted = [...new Set([...parts.values()].flat())];
  const programs = await optimised(wanted.map((file) => join(work, file)));
  const files = wanted.map((file, at) => {
    const { name, shortIntegrity } = emit(file.replace(/\.wasm$/, ''), 'wasm', programs[at]);
    return [name, shortIntegrity];
  });
  for (const [index, file] of wanted.entries()) loader = replace(loader, sourceOf(file), `piece(${index})`);
  writeFileSync(path, `import { piece } from './pieces.js';\n${loader}`);
  const early = partOf(rust).map(([view, part]) => [view, parts.get(part).map((file) => wanted.indexOf(file))]);
  return { files, early };
}
