// Whoever knows the rule to the letter and sees all tables, and can think of every made-up world there is: in how many ways could
// a count that is withheld be? Each world is a period of its own, so one run of the SQL withholds in all of them.

import { readFileSync } from 'node:fs';
import { open } from './duckdb.mjs';

const sql = (name) => readFileSync(new URL(`../../sql/${name}.sql`, import.meta.url), 'utf8');

/**
 * All worlds of so many councils, areas in each and groups in each area, with up to `most` people in all: so every world with the
 * same total is among them. `change` changes the SQL, to see that this finds it.
 */
export async function worlds({ councils, areas, groups, most, smallest, change = (text) => text }) {
  const cells = councils * areas * groups;
  const database = await open();
  try {
    await database.run(`
      create or replace temporary view wgm_settings as select ${smallest} as smallest, 1 as round_to, 'person' as need_by;
      create table wgm_areas as
      select 'A' || cast(a as varchar) as area_code, 'C' || cast(a // ${areas} as varchar) as council_code, 1 as deprivation_rank, a + 1 as place
      from range(${councils * areas}) r(a);
      create table worlds as
      with recursive worlds as (
        select 0 as filled, 0 as people, [0] as counts
        union all
        select filled + 1, cast(people + n as integer), list_append(counts, cast(n as integer))
        from worlds, lateral (select unnest(range(${most} - people + 1)) as n)
        where filled < ${cells}
      )
      select counts, cast(row_number() over () as varchar) as period from worlds where filled = ${cells};
      create table wgm_cells as
      select
        'served' as measure, period, council_code, area_code, place, 'G' || cast(g as varchar) as group_name, g + 1 as group_place,
        cast(counts[(place - 1) * ${groups} + g + 2] as bigint) as n
      from worlds cross join wgm_areas cross join range(${groups}) u(g)`);
    await database.run(change(sql('3-withhold')));
    await database.run(sql('4-tables'));
    await database.run(`
      create table shown as
      select period, 'group ' || area_code || "group" as node, people_served as text from wgm_audit_groups
      union all select period, 'area ' || area_code, people_served from wgm_audit
      union all select period, 'total ' || council_code, people_served from wgm_audit_totals;
      create table truth as
      select period, 'group ' || area_code || group_name as node, n from wgm_groups_out
      union all select period, 'area ' || area_code, n from wgm_areas_out
      union all select period, 'total ' || council_code, n from wgm_councils_out
      union all select period, 'total all', n from wgm_all_out;
      create table seen as select period, string_agg(node || ' ' || text, ', ' order by node) as tables from shown group by period;
      create table ways as
      select tables, node, count(distinct n) as ways, min(n) as least
      from truth join shown using (period, node) join seen using (period)
      where text = '[c]'
      group by tables, node`);
    const [told] = await database.rows(`
      select cast(count(*) as integer) as withheld, cast(min(ways) as integer) as fewest_ways,
        (select cast(count(*) as integer) from truth join shown using (period, node) where text = '[c]') as cells,
        (select cast(count(*) as integer) from truth join shown using (period, node) where text <> '[c]' and n between 1 and ${smallest - 1}) as small_shown,
        (select cast(count(*) as integer) from truth join shown using (period, node) where text <> '[c]' and text <> cast(n as varchar)) as wrong,
        (select cast(count(*) as integer) from truth) as nodes
      from ways`);
    const worst = await database.rows('select * from ways order by ways, least, tables limit 3');
    const [{ count }] = await database.rows('select cast(count(*) as integer) as count from worlds');
    return { worlds: count, ...told, worst };
  } finally {
    database.close();
  }
}
