// Everything that runs in the browser: the model and the readers alone, twice, and those they are measured against.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { root } from '../../scripts/browser.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const DUCKDB = here('node_modules/@duckdb/duckdb-wasm/dist');
export const WEBR = here('node_modules/webr/dist');
// As scripts/finish.mjs makes the program small.
const FEATURES = ['reference-types', 'bulk-memory', 'mutable-globals', 'nontrapping-float-to-int', 'sign-ext', 'multivalue'].map((name) => `--enable-${name}`);
const OPTIMISE = ['--one-caller-inline-max-function-size=20', '--flatten', '--rereloop', '-O2', '--reorder-functions-by-name'];

const run = (tool, ...options) => execFileSync(tool, options, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });

const page = (script, text) => `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Measured</title>${text}<script type="module" src="${script}"></script></html>\n`;

/** A program without what the linker left for whoever cuts it, which is of no use once it is whole. */
function withoutRelocations(bytes) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at < bytes.length; ) {
    const from = at;
    const id = bytes[at++];
    const number = () => {
      let [found, shift] = [0, 0];
      for (;;) {
        const byte = bytes[at++];
        found |= (byte & 127) << shift;
        if (byte < 128) return found;
        shift += 7;
      }
    };
    const size = number();
    const end = at + size;
    const length = id === 0 ? number() : 0;
    const name = bytes.subarray(at, at + length).toString();
    if (!/^(?:linking|reloc\.)/.test(name)) parts.push(bytes.subarray(from, end));
    at = end;
  }
  return Buffer.concat(parts);
}

/** The model and the readers as the page ships them, and built for speed. */
function ours(site, work) {
  const { target_directory: target } = JSON.parse(execFileSync('cargo', ['metadata', '--no-deps', '--offline', '--format-version', '1'], { cwd: root, maxBuffer: 2 ** 26 }));
  for (const [name, profile] of [['shipped', 'release'], ['fast', 'fast']]) {
    run('cargo', 'build', '--locked', '--quiet', '--no-default-features', '--example', 'measured', '--target', 'wasm32-unknown-unknown', '--profile', profile);
    const wasm = join(target, 'wasm32-unknown-unknown', profile, 'examples/measured.wasm');
    run('wasm-bindgen', '--target', 'web', '--no-typescript', '--out-dir', join(site, name), wasm);
    const made = join(site, name, 'measured_bg.wasm');
    const bare = withoutRelocations(readFileSync(made));
    // What was made small before is not made small again.
    const kept = join(work, 'wasm', `${createHash('sha256').update(name).update(bare).digest('hex').slice(0, 24)}.wasm`);
    if (!existsSync(kept)) {
      mkdirSync(join(work, 'wasm'), { recursive: true });
      writeFileSync(made, bare);
      run('wasm-opt', ...FEATURES, ...(name === 'shipped' ? OPTIMISE : ['-O3']), made, '-o', kept);
    }
    copyFileSync(kept, made);
  }
}

const bundle = (from, to) =>
  build({ entryPoints: [here(from)], outfile: to, bundle: true, format: 'esm', minify: true, target: 'es2022', external: ['/webr/*', '/shipped/*', './webr.js'], logLevel: 'error' });

export async function makeSites(folder, first) {
  rmSync(folder, { recursive: true, force: true });
  const [contest, duckdb, webr] = ['contest', 'duckdb', 'webr'].map((name) => join(folder, name));
  for (const path of [contest, duckdb, webr]) mkdirSync(path, { recursive: true });
  ours(contest, join(folder, '..'));
  await bundle('contest/index.js', join(contest, 'contest.js'));
  writeFileSync(join(contest, 'start.js'), "import * as contest from '/contest.js';\nglobalThis.contest = contest;\n");
  writeFileSync(join(contest, 'index.html'), page('/start.js', ''));
  symlinkSync(DUCKDB, join(contest, 'duckdb'));
  symlinkSync(WEBR, join(contest, 'webr'));
  const answer = '<p>Of people on low incomes <strong id="answer"></strong> would be missed.</p>';
  await bundle('phone/duckdb.js', join(duckdb, 'app.js'));
  for (const name of ['duckdb-eh.wasm', 'duckdb-browser-eh.worker.js']) copyFileSync(join(DUCKDB, name), join(duckdb, name));
  await bundle('phone/webr.js', join(webr, 'app.js'));
  for (const path of [duckdb, webr]) {
    writeFileSync(join(path, 'index.html'), page('app.js', answer));
    writeFileSync(join(path, 'units.csv'), first);
  }
  return { contest, duckdb, webr };
}
