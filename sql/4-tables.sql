-- The tables that leave, and no others. [c] stands for a count that is withheld.

-- Units: people, and people in need. A row is withheld whole if its people in need or its people not in need are.
drop table if exists wgm_unit_counts;
create table wgm_unit_counts as
with wanted as (
  select 'area' as level, measure, council_code, area_code, n, withheld from wgm_areas_out
  union all
  select 'council' as level, measure, council_code, '' as area_code, n, withheld from wgm_councils_out
  union all
  select 'all' as level, measure, '' as council_code, '' as area_code, n, withheld from wgm_all_out
),
rows_of as (
  select
    level,
    council_code,
    area_code,
    max(withheld) as withheld,
    sum(n) as people,
    sum(case when measure = 'in need' then n else 0 end) as people_in_need
  from wanted
  where measure in ('in need', 'not in need')
  group by level, council_code, area_code
)
select
  r.level,
  r.council_code,
  r.area_code,
  r.withheld,
  cast(case when s.round_to = 5 then r.people + 2 - mod(r.people + 2, 5) else r.people end as bigint) as people,
  cast(case when s.round_to = 5 then r.people_in_need + 2 - mod(r.people_in_need + 2, 5) else r.people_in_need end as bigint)
    as people_in_need
from rows_of r
cross join wgm_settings s;

-- Areas in which nobody lives are no units.
drop table if exists wgm_units;
create table wgm_units as
select
  u.area_code,
  case when u.withheld = 1 then '[c]' else cast(u.people as varchar(20)) end as people,
  case when u.withheld = 1 then '[c]' else cast(u.people_in_need as varchar(20)) end as people_in_need,
  a.deprivation_rank
from wgm_unit_counts u
inner join wgm_areas a on a.area_code = u.area_code
where u.level = 'area' and (u.withheld = 1 or u.people > 0);

drop table if exists wgm_unit_totals;
create table wgm_unit_totals as
select
  case when level = 'all' then 'all' else council_code end as council_code,
  case when withheld = 1 then '[c]' else cast(people as varchar(20)) end as people,
  case when withheld = 1 then '[c]' else cast(people_in_need as varchar(20)) end as people_in_need
from wgm_unit_counts
where level in ('council', 'all');

-- People served by area and period, and beside it the totals of councils and of all areas.
drop table if exists wgm_audit;
create table wgm_audit as
select
  a.area_code,
  a.period,
  case
    when a.withheld = 1 then '[c]'
    when s.round_to = 5 then cast(a.n + 2 - mod(a.n + 2, 5) as varchar(20))
    else cast(a.n as varchar(20))
  end as people_served
from wgm_areas_out a
cross join wgm_settings s
where a.measure = 'served';

drop table if exists wgm_audit_groups;
create table wgm_audit_groups as
select
  g.area_code,
  g.group_name as group,
  g.period,
  case
    when g.withheld = 1 then '[c]'
    when s.round_to = 5 then cast(g.n + 2 - mod(g.n + 2, 5) as varchar(20))
    else cast(g.n as varchar(20))
  end as people_served
from wgm_groups_out g
cross join wgm_settings s
where g.measure = 'served';

drop table if exists wgm_audit_totals;
create table wgm_audit_totals as
with totals as (
  select council_code, period, n, withheld from wgm_councils_out where measure = 'served'
  union all
  select 'all' as council_code, period, n, withheld from wgm_all_out where measure = 'served'
)
select
  t.council_code,
  t.period,
  case
    when t.withheld = 1 then '[c]'
    when s.round_to = 5 then cast(t.n + 2 - mod(t.n + 2, 5) as varchar(20))
    else cast(t.n as varchar(20))
  end as people_served
from totals t
cross join wgm_settings s;
