// The SQL of sql/ as it is tested: made-up people before it, its settings changed as a person would change them.

import { readFileSync } from 'node:fs';

export const STEPS = ['1-your-data', '2-count', '3-withhold', '4-tables'];
/** The tables that leave, and the account of what was left out. */
export const TABLES = ['wgm_units', 'wgm_unit_totals', 'wgm_audit', 'wgm_audit_groups', 'wgm_audit_totals', 'wgm_left_out'];
/** The made-up records as they come. */
export const RECORDS = ['my_areas', 'my_residents', 'my_contacts'];
export const USUAL = { people: 100_000, areas: 400, seed: 7, smallest: 5, roundTo: 1, needBy: 'person' };

const sql = (name) => readFileSync(new URL(`../../sql/${name}.sql`, import.meta.url), 'utf8');

function changed(text, from, to) {
  if (text.split(from).length !== 2) throw new Error(`1-your-data.sql should say once: ${from}`);
  return text.replace(from, to);
}

/** The steps by name. */
export function steps(options = {}) {
  const { people, areas, seed, smallest, roundTo, needBy } = { ...USUAL, ...options };
  const of = Object.fromEntries(STEPS.map((name) => [name, sql(name)]));
  let settings = changed(of['1-your-data'], '5 as smallest', `${smallest} as smallest`);
  settings = changed(settings, '1 as round_to', `${roundTo} as round_to`);
  of['1-your-data'] = changed(settings, "'person' as need_by", `'${needBy}' as need_by`);
  const size = `create or replace temporary view wgm_made_up as select ${people} as people, ${areas} as areas, ${seed} as seed;\n`;
  return { 'made-up': size + sql('made-up'), ...of };
}

/** A file of SQL, statement by statement. */
export const statements = (text) =>
  text
    .replace(/--.*$/gm, '')
    .split(';')
    .map((statement) => statement.trim())
    .filter(Boolean);
