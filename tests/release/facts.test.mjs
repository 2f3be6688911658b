// Every data set that is shipped has a row in docs/facts.tsv, and what is older than it should be is said.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { facts, stale } from '../../scripts/stale.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const TABLE = readFileSync(join(root, 'docs/facts.tsv'), 'utf8');

function below(folder, wanted) {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length)).filter(wanted);
}

test('every built-in data set has a row, and every row its data', () => {
  const rows = facts(TABLE);
  for (const { where } of rows) assert.ok(existsSync(join(root, where)), `${where} is not there`);
  const shipped = [
    ...below('public/figures', () => true),
    ...below('src/data/hexagons', (path) => path.endsWith('.csv')),
    ...below('src/model', (path) => path.endsWith('published.rs')),
    ...below('src/scenario/starting_points', (path) => readFileSync(join(root, path), 'utf8').includes('printed(A::')),
    'src/data/boundaries.rs',
  ];
  assert.ok(shipped.length > 100);
  const without = shipped.filter((path) => !rows.some(({ where }) => path === where || path.startsWith(`${where}/`)));
  assert.deepEqual(without, [], 'docs/facts.tsv has no row for these');
});

test('a fact is stale when its years are over since it was made, or looked for', () => {
  const head = 'fact\twhere\tsource\tas_of\tlooked\tyears\twhy\n';
  const rows = facts(`${head}A\ta\ts\t2020-05\t\t2\tw\nB\tb\ts\t2020-05\t2022-04\t2\tw\nC\tc\ts\t1990-01\t\tkept\tw\n`);
  const at = (month) => stale(rows, month).map(({ fact, over }) => [fact, over]);
  assert.deepEqual(at('2022-05'), []);
  assert.deepEqual(at('2022-06'), [['A', 1]]);
  assert.deepEqual(at('2024-05'), [['A', 24], ['B', 1]]);
});

test('a table that cannot be read names its line', () => {
  const head = 'fact\twhere\tsource\tas_of\tlooked\tyears\twhy\n';
  const good = 'A\ta\ts\t2020-05\t\t2\tw\n';
  for (const bad of ['A\ta\ts\t2020-13\t\t2\tw\n', 'A\ta\ts\t2020-05\t\t0\tw\n', 'A\ta\ts\t2020-05\tnow\t2\tw\n', 'A\ta\t\t2020-05\t\t2\tw\n', 'A\ta\ts\t2020-05\t2\tw\n']) {
    assert.throws(() => facts(head + good + bad), /line 3/);
  }
  assert.throws(() => facts(good), /columns/);
});
