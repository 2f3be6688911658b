// node engine_duckdb.mjs STEPS.json FOLDER: runs the steps on DuckDB, writes the tables and prints the seconds.

import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { open, runSteps } from './duckdb.mjs';
import { TABLES } from './script.mjs';

const [, , file, folder] = process.argv;
const scratch = mkdtempSync(join(folder, 'database-'));
const database = await open(join(scratch, 'people.duckdb'), { threads: '2', memory_limit: process.env.DUCKDB_MEMORY ?? '4GB' });
try {
  const seconds = await runSteps(database, JSON.parse(readFileSync(file, 'utf8')));
  for (const table of TABLES) await database.save(table, join(folder, `${table}.csv`));
  const [{ version }] = await database.rows('select version() as version');
  console.log(JSON.stringify({ engine: `DuckDB ${version.replace('v', '')}`, seconds }));
} finally {
  database.close();
  rmSync(scratch, { recursive: true });
}
