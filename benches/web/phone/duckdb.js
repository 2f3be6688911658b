// The number of the first view on DuckDB-wasm, and nothing else.

import * as duckdb from '@duckdb/duckdb-wasm';

const worker = new Worker('duckdb-browser-eh.worker.js');
const db = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
const [text] = await Promise.all([fetch('units.csv').then((answer) => answer.text()), db.instantiate('duckdb-eh.wasm')]);
await db.registerFileText('units.csv', text);
const connection = await db.connect();
const found = await connection.query(`
  SELECT 100 * (1 - sum(in_need) FILTER (percent <= 20) / sum(in_need)) AS missed FROM read_csv('units.csv', header = true)`);
document.querySelector('#answer').textContent = `${Number(found.toArray()[0].missed).toFixed(1)}%`;
