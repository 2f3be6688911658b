// What puts faults in on purpose puts in those that cargo-mutants names and nothing else, and the list of those that are not found
// names only what is there. `make mutants` runs all of it.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { alone, named, places, withFaults } from '../../scripts/mutants/faults.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

const TEXT = `/// A sum – of two.
pub const fn sum(one: u32, /* { */ two: u32) -> u32 {
    one + two
}
fn ends(all: &[u32]) -> impl Iterator<Item = u32> {
    all.iter().copied().skip(all.len() - 1)
}
`;
const sum = { function_name: 'sum', span: { start: { line: 2, column: 1 }, end: { line: 4, column: 2 } } };
const ends = { function_name: 'ends', span: { start: { line: 5, column: 1 }, end: { line: 7, column: 2 } } };
const at = (line, column, length) => ({ start: { line, column }, end: { line, column: column + length } });
const FAULTS = [
  { id: 4, of: 2, name: 'src/model/a.rs:3:9: replace + with - in sum', replacement: '-', span: at(3, 9, 1), function: sum },
  { id: 5, of: 2, name: 'src/model/a.rs:3:5: replace sum -> u32 with 0', replacement: '0', span: at(3, 5, 9), function: sum },
];

test('a function with faults is itself where none is on', () => {
  const made = withFaults(TEXT, FAULTS);
  const plain = made.replace(/\/\/fault \d+\n[^]*?\n\/\/end\n/g, '').replace(/\n\/\/function 2\nmatch crate::mutants::at\(2\) \{\n_ => \{/, '').replace('\n}}\n//end\n', '');
  assert.equal(plain, TEXT.replace('const fn', 'fn'));
  assert.match(made, /4 => \{\n {4}one {2}- \/\* fault \*\/ {2}two\n\n\}/);
  assert.match(made, /5 => \{\n {4} 0 \/\* fault \*\/ \n\n\}/);
  assert.equal(withFaults(TEXT, []), TEXT);
});

test('an error of the compiler is laid to the fault at its line', () => {
  const made = withFaults(TEXT, FAULTS);
  const lines = made.split('\n');
  const found = places(made);
  assert.deepEqual(found[lines.findIndex((line) => line.includes('-  two') || line.includes('- /* fault'))], { fault: 4 });
  assert.deepEqual(found[lines.indexOf('    one + two')], { function: 2 });
  assert.equal(found[0], undefined);
  assert.equal(found.at(-2), undefined);
});

test('what cannot stand beside others is told', () => {
  assert.equal(alone(FAULTS[0], TEXT), '');
  assert.match(alone({ function: ends }, TEXT), /only one body/);
  assert.match(alone({ function: null }, TEXT), /outside/);
});

test('a fault keeps its name when lines move, and equals are counted', () => {
  const faults = ['a.rs:1:2: replace + with - in sum', 'a.rs:1:9: replace + with - in sum', 'a.rs:2:1: replace sum -> T::U with 0'];
  const called = named(faults.map((name) => ({ name }))).map((fault) => fault.called);
  assert.deepEqual(called, ['a.rs: replace + with - in sum', 'a.rs: replace + with - in sum #2', 'a.rs: replace sum -> T::U with 0']);
});

// make mutants FOLDER=model SHARE=1/4 takes long; what it hands on is soon said.
test('what make is told reaches what tries the faults', () => {
  const made = execFileSync('make', ['--dry-run', 'mutants', 'FOLDER=model', 'SHARE=1/4'], { cwd: root, encoding: 'utf8' });
  assert.match(made, /FOLDER='model' SHARE='1\/4' SEED='\d+' .*scripts\/mutants\.sh/);
});

test('every fault that is not found has a reason', () => {
  const [head, ...rows] = readFileSync(join(root, 'tests/mutants.tsv'), 'utf8').trimEnd().split('\n');
  assert.equal(head, 'fault\tverdict\treason');
  const faults = rows.map((row) => row.split('\t'));
  for (const [fault, verdict, reason, ...more] of faults) {
    assert.ok(['equal', 'open'].includes(verdict) && reason?.length > 10 && !more.length, fault);
    assert.ok(existsSync(join(root, fault.split(':')[0])), fault);
  }
  assert.equal(new Set(faults.map(([fault]) => fault)).size, faults.length);
});
