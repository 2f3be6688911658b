// The example in tests/fixtures/person_level: the tables of 18,000 made-up people, as they are brought to the page.
// node tests/sql/example.mjs writes it again.

import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { open, runSteps } from './duckdb.mjs';
import { steps } from './script.mjs';

export const FOLDER = fileURLToPath(new URL('../fixtures/person_level/', import.meta.url));
/** The queries of docs/person-level-data.md. */
const QUERIES = {
  'units.csv': 'select * from wgm_units order by area_code',
  'audit.csv': 'select * from wgm_audit order by period, area_code',
  'audit_groups.csv': 'select * from wgm_audit_groups order by period, area_code, "group"',
};

const csv = (rows) => [Object.keys(rows[0]), ...rows.map(Object.values)].map((row) => `${row.join(',')}\n`).join('');

export async function example() {
  const database = await open();
  try {
    await runSteps(database, steps({ people: 18_000, areas: 60, seed: 2026 }));
    const files = {};
    for (const [name, query] of Object.entries(QUERIES)) files[name] = csv(await database.rows(query));
    return files;
  } finally {
    database.close();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, text] of Object.entries(await example())) writeFileSync(`${FOLDER}${name}`, text);
}
