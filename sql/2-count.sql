-- From records to counts. Codes and identifiers are compared without spaces and in capitals. Ties are broken by MD5, since
-- engines and languages sort text differently.

drop table if exists wgm_areas;
create table wgm_areas as
with cleaned as (
  select
    upper(translate(cast(area_code as varchar(100)), ' ' || chr(9) || chr(10) || chr(13) || chr(160), '')) as area_code,
    upper(translate(cast(council_code as varchar(100)), ' ' || chr(9) || chr(10) || chr(13) || chr(160), '')) as council_code,
    cast(deprivation_rank as integer) as deprivation_rank
  from wgm_in_areas
),
once as (
  select area_code, min(coalesce(council_code, '')) as council_code, min(deprivation_rank) as deprivation_rank
  from cleaned
  where area_code <> ''
  group by area_code
)
-- place: the order in which areas are taken where one has to be chosen.
select area_code, council_code, deprivation_rank, row_number() over (order by md5(area_code)) as place
from once;

-- Every record of a resident, and what becomes of it. nth is 1 for the one of a person's records that counts: in an area of the
-- list before elsewhere, then the latest, then by tie.
drop table if exists wgm_residents;
create table wgm_residents as
with cleaned as (
  select
    coalesce(upper(translate(cast(record_id as varchar(100)), ' ' || chr(9) || chr(10) || chr(13) || chr(160), '')), '') as record_id,
    coalesce(upper(translate(cast(household_id as varchar(100)), ' ' || chr(9) || chr(10) || chr(13) || chr(160), '')), '') as household_id,
    coalesce(upper(translate(cast(area_code as varchar(100)), ' ' || chr(9) || chr(10) || chr(13) || chr(160), '')), '') as area_code,
    coalesce(cast(people as bigint), 0) as people,
    coalesce(cast(people_in_need as bigint), -1) as people_in_need,
    coalesce(cast(as_of as varchar(10)), '') as as_of
  from wgm_in_residents
),
placed as (
  select
    r.record_id,
    r.household_id,
    case when r.area_code = '' then 0 else 1 end as has_code,
    coalesce(a.place, 0) as place,
    r.people,
    case when r.people_in_need > r.people then -1 else r.people_in_need end as people_in_need,
    r.as_of
  from cleaned r
  left join wgm_areas a on a.area_code = r.area_code
)
select
  household_id,
  has_code,
  place,
  people,
  people_in_need,
  case
    when record_id = '' then 0
    else row_number() over (
      partition by record_id
      order by
        case when place > 0 then 0 else 1 end,
        as_of desc,
        place,
        has_code desc,
        people desc,
        people_in_need desc,
        md5(household_id)
    )
  end as nth
from placed;

drop table if exists wgm_residents_counted;
create table wgm_residents_counted as
with in_need_together as (
  select r.household_id, 1 as in_need
  from wgm_residents r
  cross join wgm_settings s
  where s.need_by = 'household' and r.nth = 1 and r.household_id <> '' and r.people_in_need > 0
  group by r.household_id
),
followed as (
  select
    r.place,
    r.has_code,
    r.nth,
    r.people,
    case
      when h.in_need = 1 then r.people
      when s.need_by = 'household' and r.people_in_need > 0 then r.people
      else r.people_in_need
    end as people_in_need
  from wgm_residents r
  cross join wgm_settings s
  left join in_need_together h on h.household_id = r.household_id
),
judged as (
  select
    place,
    people,
    people_in_need,
    case
      when nth = 0 then 'no identifier'
      when nth > 1 then 'another record of the same'
      when people < 1 then 'number of people not known'
      when has_code = 0 then 'no area code'
      when place = 0 then 'area code not in the list'
      when people_in_need < 0 then 'need not known'
      else 'counted'
    end as outcome
  from followed
)
select
  place,
  outcome,
  cast(count(*) as bigint) as records,
  cast(sum(people) as bigint) as people,
  cast(sum(case when people_in_need > 0 then people_in_need else 0 end) as bigint) as people_in_need
from judged
group by place, outcome;

-- The same for contacts with the service: one counts for a person and a period.
drop table if exists wgm_served_counted;
create table wgm_served_counted as
with cleaned as (
  select
    coalesce(upper(translate(cast(person_id as varchar(100)), ' ' || chr(9) || chr(10) || chr(13) || chr(160), '')), '') as person_id,
    coalesce(upper(translate(cast(area_code as varchar(100)), ' ' || chr(9) || chr(10) || chr(13) || chr(160), '')), '') as area_code,
    coalesce(trim(both ' ' from cast(group_name as varchar(100))), '') as group_name,
    coalesce(trim(both ' ' from cast(period as varchar(100))), '') as period,
    coalesce(cast(as_of as varchar(10)), '') as as_of
  from wgm_in_served
),
placed as (
  select
    c.person_id,
    case when c.area_code = '' then 0 else 1 end as has_code,
    coalesce(a.place, 0) as place,
    case when c.group_name = '' then 'Not known' else c.group_name end as group_name,
    c.period,
    c.as_of
  from cleaned c
  left join wgm_areas a on a.area_code = c.area_code
),
numbered as (
  select
    has_code,
    place,
    group_name,
    period,
    case
      when person_id = '' then 0
      else row_number() over (
        partition by person_id, period
        order by
          case when place > 0 then 0 else 1 end,
          case when group_name = 'Not known' then 1 else 0 end,
          as_of desc,
          place,
          has_code desc,
          md5(group_name)
      )
    end as nth
  from placed
),
judged as (
  select
    place,
    group_name,
    period,
    case
      when nth = 0 then 'no identifier'
      when period = '' then 'no period'
      when nth > 1 then 'another record of the same'
      when has_code = 0 then 'no area code'
      when place = 0 then 'area code not in the list'
      else 'counted'
    end as outcome
  from numbered
)
select place, group_name, period, outcome, cast(count(*) as bigint) as records
from judged
group by place, group_name, period, outcome;

-- What became of every record. For whoever makes the tables, not to be passed on: its numbers may be small.
drop table if exists wgm_left_out;
create table wgm_left_out as
select
  'residents' as source,
  outcome,
  cast(sum(records) as bigint) as records,
  cast(sum(case when outcome = 'another record of the same' then 0 else people end) as bigint) as people
from wgm_residents_counted
group by outcome
union all
select
  'served' as source,
  outcome,
  cast(sum(records) as bigint) as records,
  cast(sum(case when outcome = 'another record of the same' then 0 else records end) as bigint) as people
from wgm_served_counted
group by outcome;

-- A count for each area, and for each group and period of those served, zeros too. People in need and people not in need are two
-- counts of their own: either can be small.
drop table if exists wgm_found;
create table wgm_found as
select 'in need' as measure, 'all' as period, place, 'all' as group_name, cast(sum(people_in_need) as bigint) as n
from wgm_residents_counted
where outcome = 'counted'
group by place
union all
select 'not in need' as measure, 'all' as period, place, 'all' as group_name, cast(sum(people - people_in_need) as bigint) as n
from wgm_residents_counted
where outcome = 'counted'
group by place
union all
select 'served' as measure, period, place, group_name, cast(sum(records) as bigint) as n
from wgm_served_counted
where outcome = 'counted'
group by period, place, group_name;

drop table if exists wgm_cells;
create table wgm_cells as
with parts as (
  select measure, period from wgm_found group by measure, period
),
group_sums as (
  select measure, group_name, sum(n) as n from wgm_found group by measure, group_name
),
-- group_place: the order in which groups are taken where one has to be chosen, those with the fewest people first.
groups_in_order as (
  select measure, group_name, row_number() over (partition by measure order by n, md5(group_name)) as group_place
  from group_sums
),
with_zeros as (
  select measure, period, place, group_name, 0 as group_place, n from wgm_found
  union all
  select p.measure, p.period, a.place, g.group_name, g.group_place, 0 as n
  from parts p
  inner join groups_in_order g on g.measure = p.measure
  cross join wgm_areas a
),
summed as (
  select measure, period, place, group_name, max(group_place) as group_place, sum(n) as n
  from with_zeros
  group by measure, period, place, group_name
)
select
  s.measure,
  s.period,
  a.council_code,
  a.area_code,
  s.place,
  s.group_name,
  s.group_place,
  cast(s.n as bigint) as n
from summed s
inner join wgm_areas a on a.place = s.place;
