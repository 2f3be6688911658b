-- Which counts are withheld. They form a tree, one for each measure and period: all areas, councils, areas, groups. The total of
-- what hangs below a count is that count, so whoever has the total and all parts but one has that one too.
--
-- unsafe: from 1 to one less than the smallest number, or a total whose parts could not be protected beside it.
-- Unsafe parts protect each other if they are two or more and their sum lets each be anything from 1 to one less than the smallest
-- number: a sum of at least (their number + smallest - 2). Otherwise they are short, and one more part is withheld: the first in a fixed
-- order that is not unsafe and not 0. The order does not look at the count, so the choice tells nothing about it.
-- Where there is no such part, the total is unsafe. Below what is withheld everything is withheld, zeros too.

drop table if exists wgm_area_sums;
create table wgm_area_sums as
with sums as (
  select
    c.measure,
    c.period,
    c.council_code,
    c.area_code,
    c.place,
    min(s.smallest) as smallest,
    sum(c.n) as n,
    sum(case when c.n between 1 and s.smallest - 1 then 1 else 0 end) as unsafe_parts,
    sum(case when c.n between 1 and s.smallest - 1 then c.n else 0 end) as unsafe_sum,
    sum(case when c.n >= s.smallest and c.n > 0 then 1 else 0 end) as safe_parts
  from wgm_cells c
  cross join wgm_settings s
  group by c.measure, c.period, c.council_code, c.area_code, c.place
),
judged as (
  select
    measure, period, council_code, area_code, place, smallest, n, safe_parts,
    case
      when unsafe_parts = 0 then 0
      when unsafe_parts >= 2 and unsafe_sum >= unsafe_parts + smallest - 2 then 0
      else 1
    end as short
  from sums
)
select
  measure,
  period,
  council_code,
  area_code,
  place,
  smallest,
  cast(n as bigint) as n,
  short,
  case when n between 1 and smallest - 1 then 1 when short = 1 and safe_parts = 0 then 1 else 0 end as unsafe
from judged;

drop table if exists wgm_council_sums;
create table wgm_council_sums as
with sums as (
  select
    measure,
    period,
    council_code,
    min(smallest) as smallest,
    sum(n) as n,
    sum(unsafe) as unsafe_parts,
    sum(case when unsafe = 1 then n else 0 end) as unsafe_sum,
    sum(case when unsafe = 0 and n > 0 then 1 else 0 end) as safe_parts
  from wgm_area_sums
  group by measure, period, council_code
),
judged as (
  select
    measure, period, council_code, smallest, n, safe_parts,
    case
      when unsafe_parts = 0 then 0
      when unsafe_parts >= 2 and unsafe_sum >= unsafe_parts + smallest - 2 then 0
      else 1
    end as short
  from sums
)
select
  measure,
  period,
  council_code,
  smallest,
  cast(n as bigint) as n,
  short,
  case when n between 1 and smallest - 1 then 1 when short = 1 and safe_parts = 0 then 1 else 0 end as unsafe
from judged;

drop table if exists wgm_all_out;
create table wgm_all_out as
with sums as (
  select
    measure,
    period,
    min(smallest) as smallest,
    sum(n) as n,
    sum(unsafe) as unsafe_parts,
    sum(case when unsafe = 1 then n else 0 end) as unsafe_sum,
    sum(case when unsafe = 0 and n > 0 then 1 else 0 end) as safe_parts
  from wgm_council_sums
  group by measure, period
),
judged as (
  select
    measure, period, smallest, n, safe_parts,
    case
      when unsafe_parts = 0 then 0
      when unsafe_parts >= 2 and unsafe_sum >= unsafe_parts + smallest - 2 then 0
      else 1
    end as short
  from sums
)
select
  measure,
  period,
  cast(n as bigint) as n,
  short,
  case when n between 1 and smallest - 1 then 1 when short = 1 and safe_parts = 0 then 1 else 0 end as withheld
from judged;

drop table if exists wgm_councils_out;
create table wgm_councils_out as
with choice as (
  select
    c.measure,
    c.period,
    c.council_code,
    c.n,
    c.short,
    c.unsafe,
    t.withheld as total_withheld,
    t.short as total_short,
    case when c.unsafe = 0 and c.n > 0 then 1 else 0 end as safe,
    row_number() over (
      partition by c.measure, c.period, case when c.unsafe = 0 and c.n > 0 then 1 else 0 end order by md5(c.council_code)
    ) as nth
  from wgm_council_sums c
  inner join wgm_all_out t on t.measure = c.measure and t.period = c.period
)
select
  measure,
  period,
  council_code,
  n,
  short,
  case when total_withheld = 1 or unsafe = 1 or (total_short = 1 and safe = 1 and nth = 1) then 1 else 0 end as withheld
from choice;

drop table if exists wgm_areas_out;
create table wgm_areas_out as
with choice as (
  select
    a.measure,
    a.period,
    a.council_code,
    a.area_code,
    a.n,
    a.short,
    a.unsafe,
    t.withheld as total_withheld,
    t.short as total_short,
    case when a.unsafe = 0 and a.n > 0 then 1 else 0 end as safe,
    row_number() over (
      partition by a.measure, a.period, a.council_code, case when a.unsafe = 0 and a.n > 0 then 1 else 0 end order by a.place
    ) as nth
  from wgm_area_sums a
  inner join wgm_councils_out t
    on t.measure = a.measure and t.period = a.period and t.council_code = a.council_code
)
select
  measure,
  period,
  council_code,
  area_code,
  n,
  short,
  case when total_withheld = 1 or unsafe = 1 or (total_short = 1 and safe = 1 and nth = 1) then 1 else 0 end as withheld
from choice;

drop table if exists wgm_groups_out;
create table wgm_groups_out as
with choice as (
  select
    c.measure,
    c.period,
    c.area_code,
    c.group_name,
    c.n,
    case when c.n between 1 and s.smallest - 1 then 1 else 0 end as unsafe,
    t.withheld as total_withheld,
    t.short as total_short,
    case when c.n >= s.smallest and c.n > 0 then 1 else 0 end as safe,
    row_number() over (
      partition by c.measure, c.period, c.area_code, case when c.n >= s.smallest and c.n > 0 then 1 else 0 end
      order by c.group_place
    ) as nth
  from wgm_cells c
  cross join wgm_settings s
  inner join wgm_areas_out t on t.measure = c.measure and t.period = c.period and t.area_code = c.area_code
)
select
  measure,
  period,
  area_code,
  group_name,
  n,
  case when total_withheld = 1 or unsafe = 1 or (total_short = 1 and safe = 1 and nth = 1) then 1 else 0 end as withheld
from choice;
