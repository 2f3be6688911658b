-- Made-up people, by a rule: every engine makes the same ones. Nobody is meant, and no code is that of a real area.
-- They come with what real records come with: codes in small letters, with spaces, empty or of elsewhere, people twice, people
-- without an identifier, need that is not known. wgm_made_up says how many people (up to 10,000,000) and areas, and the seed.

-- Two numbers as good as random for each: h is the household's, p the person's.
drop table if exists made_up_numbers;
create table made_up_numbers as
with digits as (
  select 0 as d union all select 1 union all select 2 union all select 3 union all select 4
  union all select 5 union all select 6 union all select 7 union all select 8 union all select 9
),
thousand as (
  select cast(a.d + 10 * b.d + 100 * c.d as bigint) as n
  from digits a cross join digits b cross join digits c
),
numbers as (
  select m.d * 1000000 + b.n * 1000 + a.n + 1 as i, s.areas, s.seed
  from wgm_made_up s
  cross join thousand a
  cross join thousand b
  cross join digits m
  where m.d * 1000000 < s.people and b.n * 1000 < s.people and m.d * 1000000 + b.n * 1000 + a.n < s.people
),
-- Two, then three people live together.
households as (
  select i, areas, seed, i - mod(i, 5) + case when mod(i, 5) < 2 then 0 else 1 end as household from numbers
),
mixed as (
  select
    i, areas, household,
    mod(household * 48271 + seed * 7919 + 12345, 2147483647) as h,
    mod(i * 69621 + seed * 104729 + 54321, 2147483647) as p
  from households
),
mixed_more as (
  select i, areas, household, mod(h * h + 17, 2147483647) as h, mod(p * p + 29, 2147483647) as p from mixed
)
select i, areas, household, mod(h * h + 31, 2147483647) as h, mod(p * p + 37, 2147483647) as p
from mixed_more;

drop table if exists made_up_people;
create table made_up_people as
with apart as (
  select
    i, areas, household, p, mod(h, areas) as home, mod(h * h + 41, 2147483647) as h2, mod(p * p + 43, 2147483647) as p2
  from made_up_numbers
),
-- In every 37th area hardly anyone lives.
homes as (
  select i, areas, household, p, p2, h2, case when mod(home, 37) = 5 and mod(h2, 50) > 0 then home + 1 else home end as home
  from apart
),
placed as (
  select i, areas, household, p, p2, h2, case when home >= areas then 0 else home end as area
  from homes
),
ranked as (
  select i, areas, household, area, p, p2, mod(h2 * h2 + 47, 2147483647) as h3, mod(area * 7919 + 13, areas) + 1 as rank_of
  from placed
)
select
  i, areas, household, area, rank_of, p, p2,
  mod(p2 * p2 + 53, 2147483647) as p3,
  case when mod(h3, 1000) * areas < 400 * areas - 330 * rank_of and mod(p2, 3) > 0 then 1 else 0 end as in_need
from ranked;

drop table if exists made_up_numbers;

drop table if exists my_areas;
create table my_areas as
with digits as (
  select 0 as d union all select 1 union all select 2 union all select 3 union all select 4
  union all select 5 union all select 6 union all select 7 union all select 8 union all select 9
),
numbers as (
  select cast(a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d as bigint) as area, s.areas
  from wgm_made_up s
  cross join digits a cross join digits b cross join digits c cross join digits e cross join digits f
)
select
  'E01' || cast(900000 + area as varchar(6)) as area_code,
  'E07' || cast(900000 + area - mod(area, 110) as varchar(6)) as council_code,
  cast(mod(area * 7919 + 13, areas) + 1 as integer) as deprivation_rank
from numbers
where area < areas;

drop table if exists my_residents;
create table my_residents as
with records as (
  select i, household, area, in_need, p, p2, p3, 1 as turn from made_up_people
  union all
  -- One in 50 is there twice, every other time at another address.
  select i, household, case when mod(p2, 2) = 0 then area else mod(area + 1, areas) end as area, in_need, p2, p3, p, 2 as turn
  from made_up_people
  where mod(p3, 50) = 7
),
coded as (
  select i, household, 'E01' || cast(900000 + area as varchar(6)) as area_code, in_need, p, p2, p3, turn from records
)
select
  case
    when mod(p3, 500) = 1 then cast(null as varchar(20))
    when mod(p3, 500) = 2 then ' '
    when turn = 2 then 'p ' || cast(i as varchar(10))
    else 'P' || cast(i as varchar(10))
  end as person_id,
  case when mod(p2, 100) = 3 then cast(null as varchar(20)) else 'H' || cast(household as varchar(10)) end as household_id,
  case
    when mod(p, 1000) < 5 then cast(null as varchar(30))
    when mod(p, 1000) < 8 then '  '
    when mod(p, 1000) < 13 then 'W01900001'
    when mod(p, 1000) < 30 then lower(area_code)
    when mod(p, 1000) < 40 then ' ' || substring(area_code, 1, 3) || ' ' || substring(area_code, 4, 6)
    when mod(p, 1000) < 43 then area_code || chr(160) || chr(9)
    else area_code
  end as area_code,
  case when mod(p2, 300) = 11 then cast(null as integer) else in_need end as in_need,
  case
    when mod(p, 97) = 5 then cast(null as varchar(10))
    else '20' || cast(20 + mod(p, 7) as varchar(2)) || '-0' || cast(1 + mod(p2, 9) as varchar(1)) || '-11'
  end as recorded_on
from coded;

drop table if exists my_contacts;
create table my_contacts as
-- The service is for those in need, and reaches fewer of them where there is more need.
with seen as (
  select i, area, areas, p, p2, p3, '2024/25' as year_seen
  from made_up_people
  where mod(p2, 1000) * areas < 10 * areas + in_need * (250 * areas + 300 * rank_of)
  union all
  select i, area, areas, p2 as p, p3 as p2, p as p3, '2025/26' as year_seen
  from made_up_people
  where mod(p3, 1000) * areas < 10 * areas + in_need * (280 * areas + 280 * rank_of)
),
contacts as (
  select i, area, p, p2, p3, year_seen, 1 as turn from seen
  union all
  select i, case when mod(p, 5) = 0 then mod(area + 1, areas) else area end as area, p3 as p, p as p2, p2 as p3, year_seen, 2 as turn
  from seen
  where mod(p, 3) = 0
),
coded as (
  select i, 'E01' || cast(900000 + area as varchar(6)) as area_code, p, p2, p3, year_seen, turn from contacts
)
select
  case
    when mod(p3, 500) = 1 then cast(null as varchar(20))
    when turn = 2 then ' p' || cast(i as varchar(10))
    else 'P' || cast(i as varchar(10))
  end as person_id,
  case
    when mod(p, 1000) < 5 then cast(null as varchar(30))
    when mod(p, 1000) < 8 then ''
    when mod(p, 1000) < 13 then 'W01900001'
    when mod(p, 1000) < 30 then lower(area_code)
    when mod(p, 1000) < 40 then substring(area_code, 1, 3) || '  ' || substring(area_code, 4, 6) || ' '
    else area_code
  end as area_code,
  case
    when mod(p3, 100) < 2 then cast(null as varchar(20))
    when mod(i * 31, 100) < 70 then 'White'
    when mod(i * 31, 100) < 82 then 'Asian '
    when mod(i * 31, 100) < 90 then 'Black'
    when mod(i * 31, 100) < 96 then ' Mixed'
    else 'Other'
  end as ethnic_group,
  case when mod(p2, 400) = 9 then '' else year_seen end as year_seen,
  case
    when mod(p, 91) = 5 then cast(null as varchar(10))
    else substring(year_seen, 1, 4) || '-0' || cast(1 + mod(p2, 9) as varchar(1)) || '-' || cast(10 + mod(p3, 19) as varchar(2))
  end as seen_on
from coded;

drop table if exists made_up_people;
