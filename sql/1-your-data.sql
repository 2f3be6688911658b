-- The one file to change: where the records are, and how small a number is withheld. docs/person-level-data.md says more.
-- The other files read what is named wgm_ here and nothing else. Run them in this order, in one session.

create or replace temporary view wgm_settings as
select
  -- Counts from 1 to one less than this are withheld: 5, or 10. With 1 nothing is.
  5 as smallest,
  -- 1 leaves counts as they are, 5 rounds them to the nearest 5.
  1 as round_to,
  -- person: who is marked in need. household: everyone in a household in which someone is.
  'person' as need_by;

-- The areas to be counted, each once, and the council of each. A code that is not here is left out, and counted as such.
-- The rank of deprivation (1 for the most deprived) goes into the table of units. Without one write: cast(null as integer).
create or replace temporary view wgm_in_areas as
select
  area_code,
  council_code,
  deprivation_rank
from my_areas;

-- Who lives there: a row a person, or a row a household with the number of people in it.
-- people is 1 for a person. people_in_need is 0 or 1 for a person, 0 to people for a household, empty if it is not known.
-- as_of is a day as 2026-11-26, or empty: of several records of one person the latest counts.
create or replace temporary view wgm_in_residents as
select
  person_id as record_id,
  household_id,
  area_code,
  1 as people,
  in_need as people_in_need,
  recorded_on as as_of
from my_residents;

-- Whom the service saw: a row a contact. A person counts once a period.
-- Without groups or periods write: 'all' as group_name, 'all' as period.
create or replace temporary view wgm_in_served as
select
  person_id,
  area_code,
  ethnic_group as group_name,
  year_seen as period,
  seen_on as as_of
from my_contacts;
