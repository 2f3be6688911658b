// Puts faults into the program on purpose and sees which the tests find. cargo-mutants makes the faults; all of a folder are compiled
// into one copy of the program, in target/mutants, and one is switched on for each run of tests, of which only those are run that
// come to the function at all; docs/reliability.md has what came of it.
//   FOLDER=model       a folder of src, or several with commas
//   SHARE=1/4 SEED=1  of all faults the part that a seed draws
//   ONLY=text          faults whose name has it
//   TESTS=gap,fuzz     test files; where none is named, all that need no more of the program than the folder does
//   PROGRAM=numbers    with data, scenario and results, or `whole`, with all tests; slower to compile: for those that were not found
//   AGAIN=1            those alone that were not found when it last ran
//   MINUTES=10         stops then and says how far it came
// It fails where a fault was not found that tests/mutants.tsv has no reason for.

import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { alone, grouped, named, places, withFaults } from './faults.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { ONLY = '', TESTS = '', AGAIN = '', MINUTES = '' } = process.env;
const FOLDER = process.env.FOLDER || 'model,results,scenario,data';
const SHARE = process.env.SHARE || '1/1';
const SEED = process.env.SEED || '2026';
const JOBS = Number(process.env.JOBS || availableParallelism());
const FEATURES = ['--locked', '--offline', '--no-default-features'];
/**
 * What of the program a folder and most of its tests need, where that is not all: the rest is not compiled, as compiling is what
 * takes the time.
 */
const PARTS = { model: ['model', 'pace'] };
/** What works numbers out, without words, files and documents: PROGRAM=numbers. */
const NUMBERS = ['cells', 'chart', 'data', 'decimal', 'markup', 'model', 'pace', 'palette', 'plain', 'results', 'scenario'];
const PARTS_OF_ALL = ['cells', 'chart', 'data', 'decimal', 'document', 'export', 'finger', 'markup', 'model', 'pace', 'palette', 'plain', 'results', 'scenario', 'words'];
const PROGRAM = process.env.PROGRAM || (PARTS[FOLDER] ? 'alone' : 'whole');
const parts = new Set({ alone: PARTS[FOLDER], numbers: NUMBERS, whole: PARTS_OF_ALL }[PROGRAM]);
/** Of each choice of folders its own, so that what was compiled is good for the next run. */
const folder = join(root, 'target/mutants', FOLDER.replaceAll(',', '-'), PROGRAM);
const tree = join(folder, 'tree');
const NAME = `who-gets-missed-${folder.slice(join(root, 'target/mutants').length + 1).replaceAll('/', '-')}`;
const LOST = new Set(['survived', 'not reached']);

const say = (text) => console.error(`${(performance.now() / 1000).toFixed(0).padStart(5)} s  ${text}`);

function run(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 30, ...options });
  return { status, stdout, stderr };
}

function cargo(args) {
  return run('cargo', args, { cwd: tree, env: { ...process.env, CARGO_TARGET_DIR: join(root, 'target') } });
}

function write(path, text) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(text))) return;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** All faults of the folders, each with its number, from 1 on, and the number of its function. */
function listed() {
  const files = FOLDER.split(',').flatMap((name) => ['--file', `src/${name}/**`]);
  const sources = run('git', ['ls-files', '-co', '--exclude-standard', '.cargo/mutants.toml', ...FOLDER.split(',').map((name) => `src/${name}`)], { cwd: root });
  const texts = sources.stdout.trim().split('\n').map((file) => readFileSync(join(root, file)));
  const key = createHash('sha256').update(Buffer.concat(texts)).digest('hex');
  const kept = join(folder, `listed-${key}.json`);
  if (!existsSync(kept)) {
    const { status, stdout, stderr } = run('cargo-mutants', ['mutants', '--list', '--json', ...files], { cwd: root });
    if (status !== 0) throw new Error(stderr);
    write(kept, stdout);
  }
  const stdout = readFileSync(kept, 'utf8');
  const functions = new Map();
  return named(JSON.parse(stdout)).map((mutant, index) => {
    const span = mutant.function && `${mutant.file} ${JSON.stringify(mutant.function.span)}`;
    if (!functions.has(span)) functions.set(span, functions.size);
    return { ...mutant, id: index + 1, of: functions.get(span) };
  });
}

const lot = ({ called }) => createHash('sha256').update(`${SEED} ${called}`).digest().readUInt32BE();

/** Whether a fault is in the part that is drawn; the same for a name and a seed, whatever else there is. */
function isDrawn(mutant) {
  const [part, of] = SHARE.split('/').map(Number);
  return mutant.called.includes(ONLY) && lot(mutant) % of === part - 1;
}

/** The files of the project, copied; those with faults are written by `plant`. */
function copyAll(but) {
  const { stdout } = run('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root });
  for (const file of stdout.split('\0')) {
    if (!file || but.has(file) || file === 'src/lib.rs' || !existsSync(join(root, file)) || !statSync(join(root, file)).isFile()) continue;
    const text = readFileSync(join(root, file));
    // Of a name of its own, so that what is compiled of it never stands in for the program.
    write(join(tree, file), /^Cargo\.(?:toml|lock)$/.test(file) ? String(text).replace('name = "who-gets-missed"', `name = "${NAME}"`) : text);
  }
}

function plant(mutants, touched) {
  const byFile = grouped(mutants, ({ file }) => file);
  const at = new Map();
  for (const file of touched) {
    const text = withFaults(readFileSync(join(root, file), 'utf8'), byFile.get(file) ?? []);
    write(join(tree, file), text);
    at.set(file, places(text));
  }
  const functions = 1 + Math.max(0, ...mutants.map(({ of }) => of));
  const module = readFileSync(join(root, 'scripts/mutants/at.rs'), 'utf8').replaceAll('FUNCTIONS', String(functions));
  write(join(tree, 'src/mutants.rs'), module);
  const lib = readFileSync(join(root, 'src/lib.rs'), 'utf8');
  write(join(tree, 'src/lib.rs'), lib.replace(/^(?=pub mod)/m, '#![allow(warnings)]\npub mod mutants;\n').replace(/^(?:#\[cfg.*\]\n)?pub mod (\w+);$/gm, (line, name) => (name === 'mutants' || parts.has(name) ? line : '')));
  return at;
}

const outermost = (span) => (span.expansion && !span.file_name.startsWith('src/') ? outermost(span.expansion.span) : span);

/** Compiles until what is left compiles; gives what is left, and why each of the others was left out. It is kept for the next run. */
function weeded(all, touched) {
  const known = join(folder, 'weeded.json');
  const key = createHash('sha256').update(JSON.stringify([all, ...[...touched].map((file) => readFileSync(join(root, file), 'utf8'))])).digest('hex');
  const kept = existsSync(known) ? JSON.parse(readFileSync(known, 'utf8')) : {};
  const isSame = kept.key === key;
  const out = new Map(isSame ? kept.out : []);
  let left = all.filter(({ id }) => !out.has(id));
  if (isSame) {
    plant(left, touched);
    return { left, out };
  }
  for (let round = 1; ; round += 1) {
    const at = plant(left, touched);
    const { status, stdout, stderr } = cargo(['check', ...FEATURES, '--lib', '--message-format=json']);
    if (status === 0) {
      writeFileSync(known, JSON.stringify({ key, out: [...out] }));
      return { left, out };
    }
    const errors = stdout
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line))
      .filter(({ reason, message }) => reason === 'compiler-message' && message.level === 'error' && message.spans.length)
      .map(({ message }) => message);
    const before = out.size;
    const whole = new Set();
    const constants = new Set();
    for (const { code, message, spans } of errors) {
      const place = spans
        .filter(({ is_primary: isPrimary }) => isPrimary)
        .map(outermost)
        .map(({ file_name: file, line_start: line }) => at.get(file)?.[line - 1])
        .find((found) => found);
      if (code?.code === 'E0015') constants.add(/`(?:[^`]*::)?([^`:]+?)(?:::<.*>)?`/.exec(message)?.[1]);
      else if (place?.fault) out.set(place.fault, 'unviable');
      else if (place) whole.add(place.function);
    }
    for (const { id, of, function: { function_name: name } } of left) {
      if (out.has(id)) continue;
      if (whole.has(of)) out.set(id, 'alone: does not compile beside others');
      if (constants.has(name.split('::').at(-1))) out.set(id, 'alone: constant');
    }
    say(`round ${round}: ${errors.length} errors, ${out.size - before} faults left out`);
    if (out.size === before) throw new Error(errors.map(({ rendered }) => rendered).join('\n') || stderr);
    left = left.filter(({ id }) => !out.has(id));
  }
}

/** A file of tests with those that it takes in. */
function withIncluded(file) {
  const text = readFileSync(file, 'utf8');
  const more = [...text.matchAll(/#\[path = "([^"]+\.rs)"\]/g)].map(([, path]) => join(dirname(file), path));
  const [, inside = ''] = /\bmod support \{([^}]*)\}/.exec(text) ?? [];
  const beside = [...inside.matchAll(/\bmod (\w+);/g)].map(([, name]) => join(dirname(file), `support/${name}.rs`));
  return [text, ...[...more, ...beside].filter(existsSync).map(withIncluded)].join('\n');
}

/** The files of tests that need no more of the program than is compiled. */
function fitting() {
  const files = readdirSync(join(root, 'tests')).filter((name) => name.endsWith('.rs'));
  return files
    .filter((name) => {
      const text = withIncluded(join(root, 'tests', name));
      if (/^\/\/ no faults|wasm_bindgen_test/m.test(text)) return false;
      const used = [...text.matchAll(/who_gets_missed::(?:(\w+)|\{([^;]*)\};)/g)];
      const names = used.flatMap(([, one, several]) => (one ? [one] : [...several.matchAll(/(\w+)::/g)].map(([, name]) => name).filter((name) => PARTS_OF_ALL.includes(name))));
      return names.length > 0 && names.every((name) => parts.has(name));
    })
    .map((name) => name.slice(0, -'.rs'.length));
}

/** Compiles the tests: `{ name, path }` of each program. */
function compiled() {
  const chosen = (TESTS ? TESTS.split(',') : ['lib', ...fitting()]).flatMap((name) => (name === 'lib' ? ['--lib'] : ['--test', name]));
  const { status, stdout, stderr } = cargo(['test', ...FEATURES, ...chosen, '--no-run', '--message-format=json']);
  if (status !== 0) throw new Error(stderr);
  const made = stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter(({ reason, executable, profile }) => reason === 'compiler-artifact' && executable && profile.test);
  return made.map(({ target, executable }) => ({ name: target.kind.includes('lib') ? 'lib' : target.name, path: executable }));
}

/** Runs one test; nothing it does may take more memory than a machine has. */
function runTest({ path, test }, env, seconds) {
  return new Promise((resolve) => {
    const begun = performance.now();
    const limited = ['-c', 'ulimit -v 6000000; exec "$0" "$@"', path, '--exact', test, '--test-threads=1'];
    const child = spawn('bash', limited, { cwd: tree, env: { ...process.env, ...env }, stdio: 'ignore' });
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, seconds * 1000);
    child.on('exit', (status) => {
      clearTimeout(timer);
      resolve({ isFound: status !== 0, isLate, seconds: (performance.now() - begun) / 1000 });
    });
  });
}

/** Does something with each of a list, so many at once. */
async function each(list, work) {
  let next = 0;
  const worker = async () => {
    while (next < list.length) {
      next += 1;
      await work(list[next - 1]);
    }
  };
  await Promise.all(Array.from({ length: JOBS }, worker));
}

/** Each test with its time and the functions it comes to; a test that fails without any fault reads the source itself. */
async function reached(programs) {
  const tests = programs.flatMap(({ name, path }) => {
    const { stdout } = run(path, ['--list', '--format', 'terse'], { cwd: tree });
    return [...stdout.matchAll(/^(.*): test$/gm)].map(([, test]) => ({ name: `${name} ${test}`, path, test }));
  });
  const notes = join(folder, 'reached');
  rmSync(notes, { recursive: true, force: true });
  mkdirSync(notes, { recursive: true });
  const found = [];
  const failing = [];
  let done = 0;
  await each([...tests.entries()], async ([index, test]) => {
    const file = join(notes, String(index));
    const { isFound, seconds } = await runTest(test, { MUTANTS_REACHED: file }, 1200);
    const functions = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map(Number) : [];
    if (isFound) failing.push(test.name);
    else found.push({ ...test, seconds, functions: new Set(functions) });
    done += 1;
    if (done % 100 === 0) say(`${done} of ${tests.length} tests run without a fault`);
  });
  return { tests: found.sort((one, other) => one.seconds - other.seconds), failing };
}

async function verdict(mutant, tests, killers) {
  const coming = tests.filter(({ functions }) => functions.has(mutant.of));
  if (!coming.length) return { outcome: 'not reached', by: '' };
  const last = killers.get(mutant.of);
  const order = last ? [last, ...coming.filter((test) => test !== last)] : coming;
  for (const test of order) {
    const { isFound, isLate } = await runTest(test, { MUTANT: String(mutant.id) }, 10 + 20 * test.seconds);
    if (!isFound) continue;
    killers.set(mutant.of, test);
    return { outcome: isLate ? 'timed out' : 'caught', by: test.name };
  }
  return { outcome: 'survived', by: `${order.length} tests` };
}

const explained = () => {
  const [, ...rows] = readFileSync(join(root, 'tests/mutants.tsv'), 'utf8').trimEnd().split('\n');
  return new Map(rows.map((row) => row.split('\t')).map(([called, verdict, reason]) => [called, { verdict, reason }]));
};

async function main() {
  const reasons = explained();
  const lastTime = join(folder, 'outcomes.tsv');
  const before = existsSync(lastTime) ? readFileSync(lastTime, 'utf8').trimEnd().split('\n').map((line) => line.split('\t')) : [];
  const lost = new Set(before.filter(([, outcome]) => LOST.has(outcome)).map(([called]) => called));
  const all = listed();
  const drawn = all.filter(isDrawn);
  say(`${drawn.length} of ${all.length} faults in ${FOLDER}`);

  const touched = new Set([...all, ...drawn].map(({ file }) => file));
  copyAll(touched);
  const texts = new Map([...touched].map((file) => [file, readFileSync(join(root, file), 'utf8')]));
  const results = new Map(AGAIN ? before.filter(([, outcome]) => !LOST.has(outcome)).map(([called, outcome, by]) => [called, { outcome, by }]) : []);
  const beside = drawn.filter((mutant) => {
    const why = alone(mutant, texts.get(mutant.file));
    if (why) results.set(mutant.called, { outcome: `alone: ${why}`, by: '' });
    return !why;
  });
  const { left, out } = weeded(beside, touched);
  for (const { id, called } of beside) if (out.has(id)) results.set(called, { outcome: out.get(id), by: '' });
  say(`${left.length} faults are in; the tests are compiled`);
  const programs = compiled();
  say(`${programs.length} programs of tests`);
  const { tests, failing } = await reached(programs);
  say(`${tests.length} tests; left out, as they fail on a copy with faults that are off: ${failing.join(', ') || 'none'}`);

  // In an order that is drawn too: where time ends, what was tried is a sample of all.
  const tried = left.filter(({ called }) => !AGAIN || lost.has(called)).sort((one, other) => lot(one) - lot(other));
  const until = MINUTES ? performance.now() + 60_000 * Number(MINUTES) : Infinity;
  const killers = new Map();
  let done = 0;
  writeFileSync(lastTime, '');
  const note = (called, { outcome, by }) => appendFileSync(lastTime, `${called}\t${outcome}\t${by}\n`);
  for (const [called, result] of results) note(called, result);
  await each(tried, async (mutant) => {
    if (performance.now() > until) return;
    const result = await verdict(mutant, tests, killers);
    results.set(mutant.called, result);
    note(mutant.called, result);
    if (LOST.has(result.outcome)) console.log(`${result.outcome}\t${mutant.name}\t${result.by}${reasons.has(mutant.called) ? '\texplained' : ''}`);
    done += 1;
    if (done % 50 === 0) say(`${done} of ${tried.length} faults tried`);
  });

  const tally = grouped(drawn.filter(({ called }) => results.has(called)), ({ file, called }) => `${file.split('/')[1]} ${results.get(called).outcome}`);
  for (const [what, faults] of [...tally].sort()) console.log(`${String(faults.length).padStart(6)} ${what}`);
  // What a folder alone does not reach is for the tests of more of the program.
  const counts = (outcome) => (PROGRAM === 'alone' ? outcome === 'survived' : LOST.has(outcome));
  const unexplained = drawn.filter(({ called }) => counts(results.get(called)?.outcome) && !reasons.has(called));
  if (done < tried.length) console.log(`${tried.length - done} were not tried in the time`);
  console.log(`${drawn.length} faults, ${unexplained.length} not found and not explained`);
  process.exitCode = unexplained.length ? 1 : 0;
}

await main();
