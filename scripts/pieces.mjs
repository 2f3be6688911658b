// The pieces into which wasm-split-cli cuts the program: small ones become one, and the script that loads them is told
// under which names they lie and which of them a view needs.

import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { takenBy } from './names.mjs';
import { bytesOf, textOf } from './optimise.mjs';

// What several parts share is cut into a piece for each set of them: some hundred, most of them tiny. Asking for one file more
// costs an old phone as much as so many bytes, so pieces that are mostly asked for together become one.
const FILE_COSTS = 12_000;
// What a piece says of itself and of what it takes.
const SHELL = 1_350;

const sourceOf = (file) => `fetch(new URL("./${file}", import.meta.url))`;

/** The text with something else in place of `found`, a text or a pattern, which must be there. */
function replace(text, found, instead) {
  if (text.split(found).length < 2) throw new Error(`wasm-split-cli no longer writes: ${found}`);
  return text.replace(found, () => instead);
}

/** How many bits are set: asked a hundred million times. */
function ones(bits) {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/**
 * Which pieces become one file. Two groups are joined as long as that saves more in files, for the parts that need both, than it
 * adds in bytes for those that need one of them.
 */
function grouped(pieces) {
  let groups = pieces.map(({ file, bytes, parts }) => ({ files: [file], bytes, parts }));
  const gain = (a, b) =>
    FILE_COSTS * ones(a.parts & b.parts) - ones(a.parts & ~b.parts) * b.bytes - ones(b.parts & ~a.parts) * a.bytes;
  for (;;) {
    let best = { gain: 0 };
    groups.forEach((a, at) => {
      for (const b of groups.slice(at + 1)) if (gain(a, b) > best.gain) best = { gain: gain(a, b), a, b };
    });
    if (!best.a) return groups.map(({ files }) => files);
    const { a, b } = best;
    const one = { files: [...a.files, ...b.files], bytes: a.bytes + b.bytes, parts: a.parts | b.parts };
    groups = [...groups.filter((group) => group !== a && group !== b), one];
  }
}

/** The pieces that parts share: each with its size, and which parts need it, a bit each. */
function sharedPieces(work, loader) {
  const found = [...loader.matchAll(/\/\* ([\w, ]+) \*\/\nconst __(chunk_\d+) = makeLoad/g)];
  const names = [...new Set(found.flatMap(([, parts]) => parts.split(', ')))];
  const bits = (parts) => parts.split(', ').reduce((all, part) => all | (1 << names.indexOf(part)), 0);
  return found.map(([, parts, name]) => {
    const file = `${name}.wasm`;
    return { file, bytes: Math.max(0, statSync(join(work, file)).size - SHELL), parts: bits(parts) };
  });
}

/** Makes one file of some pieces. `run` calls a tool. */
async function merge(work, run, pieces, file) {
  // Each takes memory and table from the program. One piece that hands on what it takes stands between them, or the
  // merged piece would take as many memories as it has pieces.
  const imports = pieces.flatMap((piece) => textOf(takenBy(readFileSync(join(work, piece)))).match(/\(import "__wasm_split".*/g) ?? []);
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
  const between = join(work, `between_${file}`);
  writeFileSync(between, bytesOf(`(module ${handedOn.join('\n')})`));
  const named = pieces.flatMap((piece) => [join(work, piece), piece]);
  await run('wasm-merge', '-g', between, '__wasm_split', ...named, '-o', join(work, file));
}

/** The loader with what it hands on in the order of names: wasm-split writes it in another order each time it runs. */
export function inOneOrder(loader) {
  const handedOn = /\{ ((?:\w+, ){2,}) \}/g;
  if (!handedOn.test(loader)) throw new Error('wasm-split-cli no longer writes what is handed on to parts as it did');
  return loader.replace(handedOn, (_, names) => `{ ${names.split(', ').filter(Boolean).sort().join(', ')} }`);
}

/** Makes files of the pieces that parts share. Returns the script that loads them. */
async function mergeShared(work, run, loader) {
  const groups = [...grouped(sharedPieces(work, loader)).entries()].filter(([, pieces]) => pieces.length > 1);
  const fileOf = (at) => `shared_${at}.wasm`;
  const waiting = [...groups];
  const mergeNext = async () => {
    for (let group = waiting.shift(); group; group = waiting.shift()) await merge(work, run, group[1], fileOf(group[0]));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, mergeNext));
  for (const [at, pieces] of groups) {
    const [name, file] = [`shared${at}`, fileOf(at)];
    for (const piece of pieces) {
      const own = `__${piece.replace('.wasm', '')}`;
      loader = replace(loader, new RegExp(`const ${own} = makeLoad\\([^]*?\\n, \\[\\]\\);`), '');
      loader = loader.replace(new RegExp(`\\b${own}\\b`, 'g'), name);
    }
    const one = `const ${name} = makeLoad(() => {
      const src = ${sourceOf(file)};
      return async (imports) => WebAssembly.instantiateStreaming(src, { program: imports.__wasm_split });
    }, []);\n`;
    loader = one + loader;
  }
  // Each file once for each part.
  return loader.replace(/^, \[([^\]]*)\]\)\);$/gm, (_, names) => `, [${[...new Set(names.split(', '))].join(', ')}]));`);
}

/** The pieces that each part is made of, by its name, as the script loads them. */
function needed(loader) {
  const fileOf = new Map();
  for (const [, name, file] of loader.matchAll(/const (\w+) = makeLoad\([^]*?new URL\("\.\/(\w+\.wasm)"/g)) fileOf.set(name, file);
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
  return new Map([...rust.matchAll(/^ {4}(\w+): (\w+)\(\) -> Build/gm)].map(([, part, view]) => [view, part]));
}

/** The first view, whose further part needs no style but that of the page. */
const FIRST = 'missed';

/**
 * Writes every piece with `emit` under its lasting name and the loader that asks for it so, and returns what
 * public/pieces.js has to know: each file with its checksum, and whether it needs no further style; and by view the files to ask for early.
 */
export async function writePieces({ work, rust, run, emit, optimised }) {
  const path = join(work, '__wasm_split.js');
  let loader = await mergeShared(work, run, inOneOrder(readFileSync(path, 'utf8')));
  const parts = needed(loader);
  const wanted = [...new Set([...parts.values()].flat())];
  const programs = await optimised(wanted.map((file) => join(work, file)));
  const ofFirst = new Set(parts.get(partOf(rust).get(FIRST)));
  const files = wanted.map((file, at) => {
    const { name, shortIntegrity } = emit(file.replace(/\.wasm$/, ''), 'wasm', programs[at]);
    return ofFirst.has(file) ? [name, shortIntegrity, 1] : [name, shortIntegrity];
  });
  for (const [index, file] of wanted.entries()) loader = replace(loader, sourceOf(file), `piece(${index})`);
  writeFileSync(path, `import { piece } from './pieces.js';\n${loader}`);
  const early = [...partOf(rust)].map(([view, part]) => [view, parts.get(part).map((file) => wanted.indexOf(file))]);
  return { files, early };
}
