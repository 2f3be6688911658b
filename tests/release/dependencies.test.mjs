// Everything that the page ships or that runs while it is built has been looked at, in the version that is used; and versions are the
// same on every machine.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { crates, packages, reasons, unreviewed, written } from '../../scripts/dependencies.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (path) => readFileSync(join(root, path), 'utf8');
const TRACKED = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' }).trim().split('\n').filter((path) => existsSync(join(root, path)));
const CRATES = crates();
const THERE = [...CRATES, ...packages().made];
const REASONS = reasons();

/** Helpers of macros differ from system to system; reviewed are those of one. */
const elsewhere = process.platform === 'linux' && process.arch === 'x64' ? false : 'reviewed is what runs on 64-bit Linux on Intel or AMD';

test('each dependency has a reason, for the version that is there', { skip: elsewhere }, () => {
  assert.ok(CRATES.filter(({ isShipped }) => isShipped).length > 100 && CRATES.some(({ isMacro }) => isMacro) && CRATES.some(({ script }) => script));
  assert.deepEqual(unreviewed(THERE, REASONS), []);
});

test('a new dependency, one that is gone, and another version are told by name', { skip: elsewhere }, () => {
  const added = { label: 'left-pad@1.0.0', name: 'left-pad' };
  assert.deepEqual(unreviewed([...THERE, added], REASONS), ['left-pad@1.0.0 has no reason in docs/dependencies.tsv']);
  const [gone] = THERE;
  assert.deepEqual(unreviewed(THERE.slice(1), REASONS), [`${gone.label} has a reason and is not there`]);
  const newer = { ...gone, label: `${gone.name}@999.0.0` };
  assert.deepEqual(unreviewed([newer, ...THERE.slice(1)], REASONS), [`${newer.label} is there, reviewed was ${gone.label}`]);
  assert.deepEqual(unreviewed(THERE, [...REASONS, REASONS[0]]), [`${REASONS[0].label} has two reasons`]);
  assert.throws(() => reasons('what\tversion\tin_program\twhy\tknown\na\t1.0.0\tno\t\t\n'), /line 2/);
});

test('docs/dependencies.md is as scripts/dependencies.mjs writes it', { skip: elsewhere }, () => {
  assert.equal(read('docs/dependencies.md'), written());
  assert.notEqual(written(read('docs/dependencies.md').replace('| leptos ', '| leptoss ')), read('docs/dependencies.md').replace('| leptos ', '| leptoss '));
});

test('each crate comes from crates.io with its checksum, or lies in this repository', () => {
  const own = new Set(TRACKED.filter((path) => path.endsWith('Cargo.toml')).map((path) => /^name = "(.+)"$/m.exec(read(path))?.[1]));
  for (const lock of TRACKED.filter((path) => path.endsWith('Cargo.lock'))) {
    const blocks = read(lock).split('[[package]]').slice(1);
    assert.ok(blocks.length > 1, lock);
    for (const block of blocks) {
      const [, name] = /^name = "(.+)"$/m.exec(block);
      const source = /^source = "(.+)"$/m.exec(block)?.[1];
      if (source) assert.ok(source === 'registry+https://github.com/rust-lang/crates.io-index' && /^checksum = "[0-9a-f]{64}"$/m.test(block), `${lock}: ${name}`);
      else assert.ok(own.has(name), `${lock}: ${name} has no source`);
    }
  }
});

test('each package of npm is named in one version, with its checksum', () => {
  for (const path of TRACKED.filter((path) => /(?:^|\/)package\.json$/.test(path))) {
    const { dependencies = {}, devDependencies = {} } = JSON.parse(read(path));
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version));
    assert.deepEqual(ranges, [], path);
    const { packages: locked } = JSON.parse(read(path.replace(/package\.json$/, 'package-lock.json')));
    for (const [where, { integrity, resolved, link, inBundle }] of Object.entries(locked)) {
      if (!where || link || inBundle) continue;
      assert.ok(/^sha512-/.test(integrity) && (!resolved || resolved.startsWith('https://registry.npmjs.org/')), `${path}: ${where}`);
    }
  }
});

/** Lines of scripts that call a tool which would otherwise choose versions by itself. */
const calls = (text) => text.replace(/\\\n\s*/g, '').split('\n').map((line) => line.trim()).filter((line) => !/^(?:#|\/\/|\*|echo |say )/.test(line));
/** A call of cargo that resolves crates, or of npm that installs packages, without the lock. */
const isLoose = (line) =>
  (/(?:^|[\s"'=(&|;])cargo (?:\+\w+ )?(?:build|check|clippy|run|test|tree|bench|fetch|metadata)\b/.test(line) && !line.includes('--locked') && !line.includes('--version')) || /\bnpm (?:install|i|update)\b/.test(line);

test('no script builds, tests or installs without the lock', () => {
  const scripts = TRACKED.filter((path) => /^(?:scripts\/[^]*\.sh|Makefile|\.github\/[^]*\.yml|benches\/[^]*\.sh|tests\/[^]*\.sh|\.ci\/[^]*)$/.test(path));
  assert.ok(scripts.length > 10);
  const loose = scripts.flatMap((path) => calls(read(path)).filter(isLoose).map((line) => `${path}: ${line}`));
  assert.deepEqual(loose, []);
  assert.ok(isLoose('cargo build --release') && isLoose('npm install') && !isLoose('cargo test --locked') && !isLoose('npm ci'));
  assert.match(read('Trunk.toml'), /^locked = true$/m);
  // Tools by exact version; without its own lock only the one of which this is known.
  const installed = calls(read('scripts/setup.sh')).filter((line) => /install_tool \S+ /.test(line) && !line.startsWith('install_tool()'));
  assert.ok(installed.length > 5);
  const free = installed.filter((line) => !line.includes('--locked')).map((line) => /install_tool (\S+)/.exec(line)[1]);
  assert.deepEqual(free, ['wasm-bindgen-cli']);
});

test('what the hosted CI takes from others is named by its commit, and it builds twice', () => {
  const used = [...read('.github/workflows/test.yml').matchAll(/uses: (\S+)/g)].map(([, action]) => action);
  assert.ok(used.length >= 2);
  for (const action of used) assert.match(action, /^actions\/[\w-]+@[0-9a-f]{40}$/);
  assert.match(read('.github/workflows/test.yml'), /run: make reproducible$/m);
});
