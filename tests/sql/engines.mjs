// node tests/sql/engines.mjs [--people=10000000] [--engines=duckdb,spark,postgres]: the same made-up people and the same SQL on each
// engine that is on this machine, how long it took and how much memory, and whether every table is the same to the row.

import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { TABLES, steps } from './script.mjs';

const { values } = parseArgs({
  options: { people: { type: 'string', default: '10000000' }, engines: { type: 'string', default: 'duckdb,spark,postgres' } },
});
const people = Number(values.people);
if (!(people >= 1000 && people <= 10_000_000)) throw new Error('Say how many people, 1,000 to 10,000,000: --people=1000000');
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const python = here('../../.tools/spark/bin/python');

const can = (command, ...args) => {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
const hasPostgres = () =>
  can('initdb', '--version') || (existsSync('/usr/lib/postgresql') && readdirSync('/usr/lib/postgresql').length > 0);
const ENGINES = {
  duckdb: { command: (file, folder) => [process.execPath, here('engine_duckdb.mjs'), file, folder], missing: () => '' },
  spark: {
    command: (file, folder) => [python, here('engine_spark.py'), file, folder, ...TABLES],
    missing: () => (!can('java', '-version') ? 'no Java' : !can(python, '-c', 'import pyspark') ? 'no PySpark' : ''),
  },
  postgres: {
    command: (file, folder) => ['bash', here('engine_postgres.sh'), file, folder, ...TABLES],
    missing: () => (hasPostgres() ? '' : 'no PostgreSQL'),
  },
};

const kB = (pid, file, name) => {
  try {
    return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
};

/** A process and all it started. Linux alone tells; elsewhere none. */
function family(root) {
  if (!existsSync('/proc/self/smaps_rollup')) return [];
  const parent = new Map();
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) parent.set(pid, String(kB(pid, 'status', 'PPid')));
  const isIn = (pid) => pid === String(root) || (parent.has(pid) && isIn(parent.get(pid)));
  return [...parent.keys()].filter(isIn);
}

/** Memory in kB; what several processes share is counted once. */
const memory = (pids) => pids.reduce((sum, pid) => sum + kB(pid, 'smaps_rollup', 'Pss'), 0);

function run(name, file, folder) {
  const [command, ...args] = ENGINES[name].command(file, folder);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let said = '';
    let most = 0;
    child.stdout.on('data', (text) => (out += text));
    child.stderr.on('data', (text) => (said += text));
    const look = setInterval(() => (most = Math.max(most, memory(family(child.pid)))), 500);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      if (code === 0) resolve({ ...JSON.parse(out.trim().split('\n').at(-1)), most });
      else reject(new Error(`${name} ended with ${code}:\n${said.slice(-3000)}`));
    });
  });
}

/** A table, its rows in one order, and its heading. */
function table(folder, name) {
  const [heading, ...rows] = readFileSync(join(folder, `${name}.csv`), 'utf8').trimEnd().split('\n');
  return [heading, ...rows.sort()];
}

const folder = mkdtempSync(join(tmpdir(), 'wgm-engines-'));
let differing = 0;
try {
  const file = join(folder, 'steps.json');
  const areas = Math.max(30, Math.round(people / 300));
  writeFileSync(file, JSON.stringify(steps({ people, areas })));
  console.log(`${people.toLocaleString('en-GB')} made-up people in ${areas.toLocaleString('en-GB')} areas`);
  let first;
  for (const name of values.engines.split(',')) {
    const missing = ENGINES[name].missing();
    if (missing) {
      console.log(`${name}: skipped, there is ${missing} on this machine`);
      continue;
    }
    const own = join(folder, name);
    mkdirSync(own);
    const { engine, seconds, most } = await run(name, file, own);
    const { 'made-up': making, ...working } = seconds;
    const sum = Object.values(working).reduce((a, b) => a + b, 0);
    console.log(`${engine}: ${sum.toFixed(0)} s, and ${making.toFixed(0)} s to make the people; at most ${(most / 1024 ** 2).toFixed(1)} GB`);
    const tables = Object.fromEntries(TABLES.map((t) => [t, table(own, t)]));
    if (!first) {
      first = { engine, tables };
      for (const t of TABLES) {
        const hash = createHash('sha256').update(tables[t].join('\n')).digest('hex').slice(0, 8);
        console.log(`  ${t}: ${(tables[t].length - 1).toLocaleString('en-GB')} rows, ${hash}`);
      }
      for (const row of tables.wgm_left_out.slice(1)) console.log(`  ${row.replaceAll(',', ', ')}`);
      continue;
    }
    for (const t of TABLES) {
      const [a, b] = [first.tables[t], tables[t]];
      if (a.length === b.length && a.every((row, at) => row === b[at])) continue;
      differing += 1;
      const at = a.findIndex((row, n) => row !== b[n]);
      console.log(`  ${t} is another: ${a.length} and ${b.length} lines, ${JSON.stringify(a[at])} and ${JSON.stringify(b[at])}`);
    }
    if (differing === 0) console.log(`  every table is that of ${first.engine}, to the row`);
  }
} finally {
  rmSync(folder, { recursive: true });
}
process.exit(differing === 0 ? 0 : 1);
