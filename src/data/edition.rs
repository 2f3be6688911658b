//! Editions of the English Indices of Deprivation. The words of an edition stand in `words::edition`.

use super::NeedMeasure;
use super::listed::listed;

listed! {
    /// An edition of the English Indices of Deprivation, oldest first.
    pub enum Edition {
        /// 2019: 32,844 areas of the 2011 census, people counted at mid 2015.
        Iod2019,
        /// 2025: 33,755 areas of the 2021 census, people counted at mid 2022.
        Iod2025,
    }
}

/// What there is to know of an edition.
#[derive(Debug, Clone, Copy)]
pub struct EditionSpec {
    /// The name used in links and in the folder of the built-in figures. It never changes.
    pub key: &'static str,
    /// The years that the headings of its File 7 name. Together they tell it from other editions, and that of the
    /// councils says which mergers it knows (`data::boundaries`).
    pub years: Years,
    /// Other years whose councils the headings of a copy may name.
    pub other_councils: &'static [u16],
    /// The number of small areas (LSOAs) that England has in it, which is the scale of its ranks.
    pub areas_in_england: u32,
    /// The highest number after the `E01` of its areas' codes. A census that splits or joins areas gives the new ones
    /// numbers past those before, so a higher one is of a later census. `tests/official_files.rs` holds it to the files.
    pub last_area: u32,
    /// The need measures that its built-in figures hold.
    pub built_in_needs: &'static [NeedMeasure],
    /// Whether the number of people in its built-in figures is an estimate rather than the published count.
    pub built_in_people_are_estimated: bool,
}

/// A year for each kind of heading of File 7 that names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years<T = u16> {
    /// The census that its small areas are of.
    pub areas: T,
    /// The year whose councils it has, as they were after 1 April.
    pub councils: T,
    /// The year at whose middle people are counted.
    pub people: T,
}

/// The needs that the figures of both editions were made for.
const BUILT_IN: [NeedMeasure; 4] =
    [NeedMeasure::Income, NeedMeasure::Children, NeedMeasure::Older, NeedMeasure::Employment];

impl Edition {
    /// The one in force.
    pub const NEWEST: Self = Self::ALL[Self::COUNT - 1];

    /// What there is to know of it.
    pub const fn spec(self) -> &'static EditionSpec {
        match self {
            Self::Iod2019 => &EditionSpec {
                key: "iod2019",
                years: Years { areas: 2011, councils: 2019, people: 2015 },
                other_councils: &[],
                areas_in_england: 32_844,
                last_area: 33_768,
                built_in_needs: &BUILT_IN,
                built_in_people_are_estimated: false,
            },
            Self::Iod2025 => &EditionSpec {
                key: "iod2025",
                years: Years { areas: 2021, councils: 2024, people: 2022 },
                other_councils: &[2023, 2025],
                areas_in_england: 33_755,
                last_area: 35_762,
                built_in_needs: &BUILT_IN,
                built_in_people_are_estimated: true,
            },
        }
    }

    /// The name used in links and in the folder of the built-in figures.
    pub const fn key(self) -> &'static str {
        self.spec().key
    }

    /// The number of small areas (LSOAs) that England has in this edition, which is the scale of its ranks.
    pub const fn areas_in_england(self) -> u32 {
        self.spec().areas_in_england
    }

    /// The oldest edition that can have an area with this number after the `E01` of its code; `None` past all of them.
    pub fn of_area(number: u32) -> Option<Self> {
        Self::ALL.into_iter().find(|edition| number <= edition.spec().last_area)
    }

    /// The need measures that the built-in figures of this edition hold.
    pub const fn built_in_needs(self) -> &'static [NeedMeasure] {
        self.spec().built_in_needs
    }

    /// Whether the number of people in the built-in figures is an estimate rather than the published count.
    pub const fn built_in_people_are_estimated(self) -> bool {
        self.spec().built_in_people_are_estimated
    }

    /// The editions whose headings name these years, as far as they name any; every edition where they name none.
    pub fn with_years(stated: Years<Option<u16>>) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |edition| {
            let EditionSpec { years, other_councils, .. } = edition.spec();
            stated.areas.is_none_or(|year| year == years.areas)
                && stated.councils.is_none_or(|year| year == years.councils || other_councils.contains(&year))
                && stated.people.is_none_or(|year| year == years.people)
        })
    }
}

/// Whoever is shown a place for which there are no figures can always go on to this need.
const _: () = {
    let mut edition = 0;
    while edition < Edition::COUNT {
        let needs = Edition::ALL[edition].built_in_needs();
        let (mut at, mut is_there) = (0, false);
        while at < needs.len() {
            is_there |= needs[at].index() == NeedMeasure::EVERYWHERE.index();
            at += 1;
        }
        assert!(is_there, "the built-in figures of every edition hold NeedMeasure::EVERYWHERE");
        edition += 1;
    }
};

#[cfg(test)]
mod tests {
    use super::*;

    fn check(years: [Option<u16>; 3], expect: &[Edition]) {
        let [areas, councils, people] = years;
        let found: Vec<Edition> = Edition::with_years(Years { areas, councils, people }).collect();
        assert_eq!(found, expect, "{years:?}");
    }

    #[test]
    fn an_edition_is_told_by_its_years_together() {
        check([Some(2011), Some(2019), Some(2015)], &[Edition::Iod2019]);
        check([Some(2021), Some(2024), Some(2022)], &[Edition::Iod2025]);
        // Councils brought up to date, and a heading that was cut short.
        check([Some(2021), Some(2025), Some(2022)], &[Edition::Iod2025]);
        check([Some(2021), Some(2024), None], &[Edition::Iod2025]);
        // The edition of 2015 shares its areas with that of 2019, and nothing else.
        check([Some(2011), Some(2013), Some(2012)], &[]);
        check([Some(2021), Some(2024), Some(2015)], &[]);
        check([None; 3], &Edition::ALL);
    }

    #[test]
    fn editions_differ_in_their_years_and_their_number_of_areas() {
        for edition in Edition::ALL {
            let Years { areas, councils, people } = edition.spec().years;
            check([Some(areas), Some(councils), Some(people)], &[edition]);
            let as_many = Edition::ALL.iter().filter(|other| other.areas_in_england() == edition.areas_in_england());
            assert_eq!(as_many.count(), 1, "{edition:?}");
        }
    }

    #[test]
    fn editions_stand_from_the_oldest_to_the_newest() {
        assert!(Edition::ALL.is_sorted_by_key(|edition| edition.spec().years.people));
        assert!(Edition::ALL.is_sorted_by_key(|edition| edition.spec().last_area));
    }

    #[test]
    fn an_area_made_for_a_census_tells_its_edition() {
        let of = [1, 33_768, 33_769, 35_762, 35_763].map(Edition::of_area);
        let [earlier, later] = [Some(Edition::Iod2019), Some(Edition::Iod2025)];
        assert_eq!(of, [earlier, earlier, later, later, None]);
    }
}
