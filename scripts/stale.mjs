// Says which shipped facts are older than they should be: `node scripts/stale.mjs [YYYY-MM]`, for the month that is given or for this
// one. docs/facts.tsv has the facts: which month each is of, when somebody last looked for something newer and kept it, and for how
// many years it is good; "kept" is good for ever. Age is no failure, a table that cannot be read is.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const COLUMNS = ['fact', 'where', 'source', 'as_of', 'looked', 'years', 'why'];

const months = (text) => {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  return year && Number(year) * 12 + Number(month) - 1;
};

/** The facts of a table, or an error that names the line. */
export function facts(text) {
  const [head, ...rows] = text.trimEnd().split('\n').map((line) => line.split('\t'));
  if (head.join() !== COLUMNS.join()) throw new Error(`the columns of facts are ${COLUMNS.join(', ')}`);
  return rows.map((cells, at) => {
    const row = Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? '']));
    const isRead = cells.length === COLUMNS.length && months(row.as_of) && (row.looked === '' || months(row.looked)) && /^(?:kept|[1-9]\d?)$/.test(row.years);
    if (!isRead || !row.fact || !row.where || !row.source || !row.why) throw new Error(`line ${at + 2} of the facts cannot be read`);
    return row;
  });
}

/** The facts that are older than they should be in a month, the oldest first, with by how many months. */
export function stale(rows, month) {
  const over = ({ as_of: asOf, looked, years }) => months(month) - Math.max(months(asOf), months(looked) ?? 0) - 12 * Number(years);
  const aged = rows.filter(({ years }) => years !== 'kept').map((row) => ({ ...row, over: over(row) }));
  return aged.filter((row) => row.over > 0).sort((one, other) => other.over - one.over);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const month = process.argv[2] ?? new Date().toISOString().slice(0, 7);
  if (!months(month)) throw new Error('a month is YYYY-MM');
  const rows = facts(readFileSync(join(root, 'docs/facts.tsv'), 'utf8'));
  const old = stale(rows, month);
  for (const { fact, as_of: asOf, looked, years, why } of old) {
    const since = looked ? `looked for in ${looked}` : `of ${asOf}`;
    console.log(`Look for something newer: ${fact} (${since}, good for ${years} ${years === '1' ? 'year' : 'years'}: ${why})`);
  }
  console.log(`${rows.length} shipped facts, ${old.length} older than they should be in ${month}${old.length ? '; see docs/upkeep.md' : ''}`);
}
