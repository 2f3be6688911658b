-- Which counts are withheld. Counts form a tree, one for each measure and period: all areas, councils, areas, groups. What hangs
-- below a count adds up to it, so whoever has a total and all its parts but one has that one too.
--
-- small: from 1 to one less than the smallest number. unsafe: small, or a total whose parts could not be protected beside it.
-- The k unsafe parts of a total are enough by themselves if there are two or more and their sum leaves each anything from 1 to
-- smallest - 1: at least k + (smallest - 2), at most k (smallest - 1) - (smallest - 2). Where they are not, safe parts are withheld
-- too, in a fixed order that does not look at their counts: one, and further ones until the sum of all that is withheld is at least
-- k (smallest - 1) plus smallest for each of these. Where no part is safe and the sum is below the first bound or k is 1, the total
-- itself is unsafe. Below what is withheld everything is withheld, zeros too; elsewhere a 0 is shown.

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
    sum(case when c.n between 1 and s.smallest - 1 then 1 else 0 end) as k,
    sum(case when c.n between 1 and s.smallest - 1 then c.n else 0 end) as unsafe_sum,
    sum(case when c.n > 0 and c.n >= s.smallest then 1 else 0 end) as safe_parts
  from wgm_cells c
  cross join wgm_settings s
  group by c.measure, c.period, c.council_code, c.area_code, c.place
)
select
  measure,
  period,
  council_code,
  area_code,
  place,
  smallest,
  cast(n as bigint) as n,
  -- Whether safe parts are withheld too, and how much room these have to make.
  case
    when k = 0 then 0
    when k >= 2 and unsafe_sum between k + smallest - 2 and k * (smallest - 1) - (smallest - 2) then 0
    else 1
  end as short,
  cast(k * (smallest - 1) - unsafe_sum as bigint) as room,
  case
    when n between 1 and smallest - 1 then 1
    when k > 0 and safe_parts = 0 and (k = 1 or unsafe_sum < k + smallest - 2) then 1
    else 0
  end as unsafe
from sums;

drop table if exists wgm_council_sums;
create table wgm_council_sums as
with sums as (
  select
    measure,
    period,
    council_code,
    min(smallest) as smallest,
    sum(n) as n,
    sum(unsafe) as k,
    sum(case when unsafe = 1 then n else 0 end) as unsafe_sum,
    sum(case when unsafe = 0 and n > 0 then 1 else 0 end) as safe_parts
  from wgm_area_sums
  group by measure, period, council_code
)
select
  measure,
  period,
  council_code,
  smallest,
  cast(n as bigint) as n,
  case
    when k = 0 then 0
    when k >= 2 and unsafe_sum between k + smallest - 2 and k * (smallest - 1) - (smallest - 2) then 0
    else 1
  end as short,
  cast(k * (smallest - 1) - unsafe_sum as bigint) as room,
  case
    when n between 1 and smallest - 1 then 1
    when k > 0 and safe_parts = 0 and (k = 1 or unsafe_sum < k + smallest - 2) then 1
    else 0
  end as unsafe
from sums;

drop table if exists wgm_all_out;
create table wgm_all_out as
with sums as (
  select
    measure,
    period,
    min(smallest) as smallest,
    sum(n) as n,
    sum(unsafe) as k,
    sum(case when unsafe = 1 then n else 0 end) as unsafe_sum,
    sum(case when unsafe = 0 and n > 0 then 1 else 0 end) as safe_parts
  from wgm_council_sums
  group by measure, period
)
select
  measure,
  period,
  cast(n as bigint) as n,
  case
    when k = 0 then 0
    when k >= 2 and unsafe_sum between k + smallest - 2 and k * (smallest - 1) - (smallest - 2) then 0
    else 1
  end as short,
  cast(k * (smallest - 1) - unsafe_sum as bigint) as room,
  case
    when n between 1 and smallest - 1 then 1
    when k > 0 and safe_parts = 0 and (k = 1 or unsafe_sum < k + smallest - 2) then 1
    else 0
  end as withheld
from sums;

-- From the top down. made is the room that the safe parts before one make if they are withheld.

drop table if exists wgm_councils_out;
create table wgm_councils_out as
with marked as (
  select
    c.measure,
    c.period,
    c.council_code,
    c.n,
    c.short,
    c.room,
    c.unsafe,
    c.smallest,
    md5(c.council_code) as place,
    t.withheld as total_withheld,
    t.short as total_short,
    t.room as total_room,
    case when c.unsafe = 0 and c.n > 0 then 1 else 0 end as safe
  from wgm_council_sums c
  inner join wgm_all_out t on t.measure = c.measure and t.period = c.period
),
in_order as (
  select
    measure, period, council_code, n, short, room, unsafe, total_withheld, total_short, total_room, safe,
    row_number() over (partition by measure, period, safe order by place) as nth,
    sum(n - smallest) over (
      partition by measure, period, safe order by place rows between unbounded preceding and 1 preceding
    ) as made
  from marked
)
select
  measure,
  period,
  council_code,
  n,
  short,
  room,
  case
    when total_withheld = 1 or unsafe = 1 then 1
    when total_short = 1 and safe = 1 and (nth = 1 or made < total_room) then 1
    else 0
  end as withheld
from in_order;

drop table if exists wgm_areas_out;
create table wgm_areas_out as
with marked as (
  select
    a.measure,
    a.period,
    a.council_code,
    a.area_code,
    a.n,
    a.short,
    a.room,
    a.unsafe,
    a.smallest,
    a.place,
    t.withheld as total_withheld,
    t.short as total_short,
    t.room as total_room,
    case when a.unsafe = 0 and a.n > 0 then 1 else 0 end as safe
  from wgm_area_sums a
  inner join wgm_councils_out t
    on t.measure = a.measure and t.period = a.period and t.council_code = a.council_code
),
in_order as (
  select
    measure, period, council_code, area_code, n, short, room, unsafe, total_withheld, total_short, total_room, safe,
    row_number() over (partition by measure, period, council_code, safe order by place) as nth,
    sum(n - smallest) over (
      partition by measure, period, council_code, safe order by place rows between unbounded preceding and 1 preceding
    ) as made
  from marked
)
select
  measure,
  period,
  council_code,
  area_code,
  n,
  short,
  room,
  case
    when total_withheld = 1 or unsafe = 1 then 1
    when total_short = 1 and safe = 1 and (nth = 1 or made < total_room) then 1
    else 0
  end as withheld
from in_order;

drop table if exists wgm_groups_out;
create table wgm_groups_out as
with marked as (
  select
    c.measure,
    c.period,
    c.area_code,
    c.group_name,
    c.group_place as place,
    c.n,
    s.smallest,
    case when c.n between 1 and s.smallest - 1 then 1 else 0 end as unsafe,
    t.withheld as total_withheld,
    t.short as total_short,
    t.room as total_room,
    case when c.n > 0 and c.n >= s.smallest then 1 else 0 end as safe
  from wgm_cells c
  cross join wgm_settings s
  inner join wgm_areas_out t on t.measure = c.measure and t.period = c.period and t.area_code = c.area_code
),
in_order as (
  select
    measure, period, area_code, group_name, n, unsafe, total_withheld, total_short, total_room, safe,
    row_number() over (partition by measure, period, area_code, safe order by place) as nth,
    sum(n - smallest) over (
      partition by measure, period, area_code, safe order by place rows between unbounded preceding and 1 preceding
    ) as made
  from marked
)
select
  measure,
  period,
  area_code,
  group_name,
  n,
  case
    when total_withheld = 1 or unsafe = 1 then 1
    when total_short = 1 and safe = 1 and (nth = 1 or made < total_room) then 1
    else 0
  end as withheld
from in_order;
