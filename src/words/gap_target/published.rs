//! Published figures: years in good health, and children in low-income families.

use crate::chart::value_bars::ValueBar;
use crate::chart::years::YearsRow;
use crate::model::gap::{Area, CHILDREN_IN_LOW_INCOME, HealthyLife, Sex};
use crate::results::gap_target::{Years, furthest_behind, years};
use crate::words::common::SOURCE;
use crate::words::number::{decimal, percent};
use crate::words::sources::{NEEDS_ASSESSMENT, STRATEGY};

/// What the figures are about.
pub const PLACE: &str = "Cambridgeshire and Peterborough";
/// The part of the strategy that the target is in.
pub fn strategy() -> String {
    format!("{STRATEGY}, appendix C")
}

/// Where the years are printed.
pub fn years_source() -> String {
    format!("{SOURCE}{}, table 1.", strategy())
}

/// Where the slope target is printed.
pub fn slope_source() -> String {
    format!("{SOURCE}{}, goal 2.", strategy())
}

/// Where the children are printed.
pub fn children_source() -> String {
    format!("{SOURCE}{NEEDS_ASSESSMENT}, summary.")
}

/// Opens the picture of years.
pub const YEARS: &str = "Years in good health";
/// Opens the picture of children in low-income families.
pub const CHILDREN: &str = "Children in low-income families";
/// What the picture of years shows.
pub const YEARS_CAPTION: &str = "Years in good health: now, target, and the best in England";
/// How to read them.
pub const YEARS_NOTE: &str = "Healthy life expectancy at birth, in years. Now is 2017 to 2019. The target for 2030 is two years \
     more for each group. The upright line is the best area of England for the same sex.";
/// Key of the years: now, target.
pub const YEARS_KEY: [&str; 2] = ["Now", "Target"];

/// A group of people.
pub fn group(life: &HealthyLife) -> String {
    format!("{}, {}", area(life.area), sex(life.sex))
}

const fn area(area: Area) -> &'static str {
    match area {
        Area::Cambridgeshire => "Cambridgeshire",
        Area::Peterborough => "Peterborough",
    }
}

const fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "men",
        Sex::Female => "women",
    }
}

/// Who gets missed if an average alone is watched.
pub fn years_missed() -> String {
    let (furthest, ahead) = furthest_behind();
    let HealthyLife { baseline, target, best, .. } = furthest.printed;
    let (area, sex) = (area(furthest.printed.area), sex(furthest.printed.sex));
    format!(
        "Watch an average alone, and you miss {area}’s {sex}: {} years. That is {} fewer than {sex} in the other area, and {} \
         fewer than the best in England ({}). With the target they reach {}, still {} years behind. The same two years for \
         all leave the gaps as they are.",
        decimal(baseline),
        decimal(ahead),
        decimal(furthest.behind),
        decimal(best),
        decimal(target),
        decimal(furthest.still_behind)
    )
}

/// The rows of the picture.
pub fn years_picture() -> Vec<YearsRow> {
    let row = |years: Years| {
        let HealthyLife { baseline, target, best, .. } = years.printed;
        YearsRow { name: group(&years.printed), years: [baseline, target, best] }
    };
    years().map(row).to_vec()
}

/// Headings of the table.
pub fn years_headings() -> Vec<String> {
    let headings = [
        "Group",
        "2017 to 2019",
        "Target",
        "Best in England",
        "Years behind the best",
        "Years behind it at the target",
    ];
    headings.map(str::to_owned).to_vec()
}

/// Name of the table that is always in sight; the one of the picture has the picture's.
pub const YEARS_TABLE: &str = "How far each group is behind, in years";

/// Its rows.
pub fn years_rows() -> Vec<Vec<String>> {
    let row = |years: Years| {
        let HealthyLife { baseline, target, best, .. } = years.printed;
        let mut row = vec![group(&years.printed)];
        row.extend([baseline, target, best, years.behind, years.still_behind].map(decimal));
        row
    };
    years().map(row).to_vec()
}

/// Years in figures.
pub fn years_figure(years: f64) -> String {
    decimal(years)
}

/// Caption of the children.
pub const CHILDREN_CAPTION: &str = "Children in low-income families: from 1 in 13 to 1 in 5";
/// How to read them.
pub const CHILDREN_NOTE: &str = "Share of children in relative low-income families, 2022/23. The average of Cambridgeshire hides that \
     Fenland’s share is almost three times that of South Cambridgeshire. The summary prints the district with the least \
     and the one with the most, no other, and not Peterborough. Beside this, 20.5% of pupils can get free school meals.";

/// The bars of the children.
pub fn children_bars() -> Vec<ValueBar> {
    let bar = |(name, share): (&str, f64)| ValueBar {
        name: name.to_owned(),
        value: Some(share),
        interval: None,
        figure: percent(share),
        class: "bar bar--need",
    };
    children().map(bar).to_vec()
}

/// Headings of the children's table.
pub fn children_headings() -> Vec<String> {
    ["Area", "Children in low-income families"].map(str::to_owned).to_vec()
}

/// Its rows.
pub fn children_rows() -> Vec<Vec<String>> {
    children().map(|(name, share)| vec![name.to_owned(), percent(share)]).to_vec()
}

/// Whose children they are, by the name in files.
pub fn children_of(name: &str) -> &str {
    match name {
        "south_cambridgeshire" => children()[0].0,
        "cambridgeshire" => children()[1].0,
        "fenland" => children()[2].0,
        "free_school_meals" => "Pupils who can get free school meals",
        other => other,
    }
}

fn children() -> [(&'static str, f64); 3] {
    let children = CHILDREN_IN_LOW_INCOME;
    [
        ("South Cambridgeshire (the least)", children.south_cambridgeshire),
        ("All of Cambridgeshire", children.cambridgeshire),
        ("Fenland (the most)", children.fenland),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_average_misses_peterboroughs_women() {
        let said = years_missed();
        for part in ["Peterborough’s women: 59.9 years", "6.3 fewer than women", "11.5 fewer", "still 9.5 years"] {
            assert!(said.contains(part), "{said}");
        }
    }

    #[test]
    fn the_caption_and_the_note_of_the_children_are_those_of_their_figures() {
        let children = CHILDREN_IN_LOW_INCOME;
        assert_eq!((1.0 / children.south_cambridgeshire).round(), 13.0);
        assert_eq!((1.0 / children.fenland).round(), 5.0);
        let times = children.fenland / children.south_cambridgeshire;
        assert!((2.7..3.0).contains(&times), "almost three times: {times}");
        assert!(CHILDREN_NOTE.contains(&percent(children.free_school_meals)));
    }
}
