// DuckDB, in this process.

import { DuckDBInstance } from '@duckdb/node-api';
import { statements } from './script.mjs';

/** A database of its own; in a file where it is to outgrow the memory. */
export async function open(path = ':memory:', options = {}) {
  const instance = await DuckDBInstance.create(path, options);
  const connection = await instance.connect();
  return {
    async run(text) {
      for (const statement of statements(text)) {
        try {
          await connection.run(statement);
        } catch (error) {
          throw new Error(`${statement.slice(0, 200)}: ${error.message}`, { cause: error });
        }
      }
    },
    rows: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson(),
    save: (table, path) => connection.run(`copy ${table} to '${path}' (format csv, header, null '')`),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Runs the steps and tells how many seconds each took. */
export async function runSteps(database, byName) {
  const seconds = {};
  for (const [name, text] of Object.entries(byName)) {
    const start = performance.now();
    await database.run(text);
    seconds[name] = (performance.now() - start) / 1000;
  }
  return seconds;
}
