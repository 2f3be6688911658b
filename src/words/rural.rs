//! Rural and urban areas on the view `missed`: what the classes are, whom the target misses in each, and what a target ranked
//! within each would do.

use super::common::{everyone, in_need, in_need_capital};
use super::missed::{about_left, about_number, about_percent, here, named_part, target_name};
use super::number::{count, fixed, percent, short_decimal};
use super::sources::{RURAL_2011, RURAL_2021, Source};
use crate::data::rural::AreaClass;
use crate::data::{Edition, NeedMeasure, RankBy};
use crate::results::rural::{ClassSplit, ClassTarget, RuralSplit};
use crate::scenario::{CutKind, Place, Scenario};

/// Name of the part.
pub const HEADING: &str = super::missed::RURAL;
/// Caption of the table of people missed.
pub const MISSED: &str = "Reached and missed by the national target";
/// Caption of the table of targets.
pub const TARGETS: &str = "The same share, ranked in two ways";
/// Said where a person's own file is in use.
const OWN_FILE: &str =
    "File 7 does not say which areas are rural, so this part is worked out from the built-in figures.";
/// Said where the target in use is a local one.
const NATIONAL_ONLY: &str = "This part is about shares of England’s areas, not of this place’s: how a local target splits is not \
     known, as the built-in figures know rural areas along England’s ranking alone.";

/// Said where a person's own file is in use.
pub fn own_file() -> String {
    OWN_FILE.to_owned()
}

/// The classification of an edition's areas.
pub const fn classification(edition: Edition) -> &'static Source {
    match edition {
        Edition::Iod2019 => &RURAL_2011,
        Edition::Iod2025 => &RURAL_2021,
    }
}

/// The year that it is called by.
const fn year(edition: Edition) -> &'static str {
    match edition {
        Edition::Iod2019 => "2011",
        Edition::Iod2025 => "2021",
    }
}

const fn adjective(class: AreaClass) -> &'static str {
    match class {
        AreaClass::Rural => "rural",
        AreaClass::Urban => "urban",
    }
}

/// Name of a class of areas.
pub const fn class_name(class: AreaClass) -> &'static str {
    match class {
        AreaClass::Rural => "Rural areas",
        AreaClass::Urban => "Urban areas",
    }
}

/// What rural is here.
pub fn definition(edition: Edition) -> String {
    let most = match edition {
        Edition::Iod2019 => "most of it is",
        Edition::Iod2025 => "most of its people live there",
    };
    format!(
        "“Rural” is what the official classification of {} calls so: small towns, villages and scattered homes outside \
         settlements of 10,000 people or more. An area counts as rural if {most}.",
        year(edition)
    )
}

/// Where the classes are from.
pub fn source(edition: Edition) -> String {
    format!("{}{}.", super::sources::SOURCE, classification(edition))
}

/// How many of England's areas of each class are in the target of all of them.
pub fn in_england(scenario: &Scenario, split: &RuralSplit) -> String {
    let is_rough = !scenario.share.tenths().is_multiple_of(10);
    let inside = |class: &ClassSplit| {
        let share = class.areas_in_england_targeted / class.areas_in_england;
        (
            about_number(is_rough && share > 0.0, &count(class.areas_in_england_targeted)),
            reached(is_rough, share),
            count(class.areas_in_england),
        )
    };
    let ((rural, rural_share, of_rural), (urban, urban_share, of_urban)) = (inside(&split.rural), inside(&split.urban));
    format!(
        "Of England’s {of_rural} rural areas, {rural} ({rural_share}) are among {}; of its {of_urban} urban areas, {urban} \
         ({urban_share}).",
        target_name(scenario, CutKind::National)
    )
}

/// How those in need here live in areas of the two classes.
pub fn who_lives_where(scenario: &Scenario, split: &RuralSplit) -> String {
    let (need, here) = (in_need(scenario), here(scenario));
    if let Some(class) = split.only() {
        let other = match class {
            AreaClass::Rural => AreaClass::Urban,
            AreaClass::Urban => AreaClass::Rural,
        };
        return format!(
            "No area {here} is {}: all {} {need} {here} live in {} areas.",
            adjective(other),
            count(split.national.in_need + split.national.in_need_missed),
            adjective(class)
        );
    }
    let rural = &split.rural;
    format!(
        "Of {} {need} {here}, {} ({}) live in rural areas: {} of the {} areas {here}.",
        count(split.rural.in_need + split.urban.in_need),
        count(rural.in_need),
        percent(rural.need_share),
        count(rural.areas),
        count(rural.areas + split.urban.areas)
    )
}

/// A share of people reached that may be an estimate; none and all are known.
fn reached(is_rough: bool, share: f64) -> String {
    about_percent(is_rough && share > 0.0 && share < 1.0, share)
}

/// How many areas a target takes: known at every whole per cent of England's, whatever the people in them.
fn areas(scenario: &Scenario, areas: f64) -> String {
    let is_rough = !scenario.share.tenths().is_multiple_of(10);
    // A part of an area is in where areas tie.
    let is_whole = short_decimal(areas) == short_decimal(areas.round());
    let shown = if is_whole { count(areas) } else { fixed(areas, 1) };
    about_number(is_rough && areas > 0.0, &shown)
}

/// The same with the word.
fn areas_here(scenario: &Scenario, number: f64) -> String {
    let word = if short_decimal(number) == short_decimal(1.0) { "area" } else { "areas" };
    format!("{} {word} {}", areas(scenario, number), here(scenario))
}

/// Whom the national target misses, by class.
pub fn who_is_missed(scenario: &Scenario, split: &RuralSplit) -> String {
    let need = in_need(scenario);
    if scenario.share.tenths() == 0 {
        return format!("A target of nothing misses all {need}, rural and urban.");
    }
    let is_rough = split.national_is_approximate;
    let missed = |class: AreaClass, own: &ClassTarget, is_first: bool| {
        let coverage = own.coverage?;
        let whom = match () {
            () if coverage <= 0.0 && is_first => format!("all {need}"),
            () if coverage <= 0.0 => "all those".to_owned(),
            () if coverage >= 1.0 && is_first => format!("none of the {need}"),
            () if coverage >= 1.0 => "none of those".to_owned(),
            () => {
                format!("{} of {}", about_left(is_rough, coverage), if is_first { need } else { "those" })
            }
        };
        Some(format!("{whom} in {} areas", adjective(class)))
    };
    let rural = missed(AreaClass::Rural, &split.rural.national, true);
    let urban = missed(AreaClass::Urban, &split.urban.national, rural.is_none());
    let said: Vec<String> = [rural, urban].into_iter().flatten().collect();
    let rest = match split.rural.national.missed_share {
        _ if split.only().is_some() => String::new(),
        Some(share) => {
            format!(" Of all whom it misses, {} live in rural areas.", reached(is_rough, share))
        }
        None => String::new(),
    };
    format!("Targeting {} would miss {}.{rest}", target_name(scenario, CutKind::National), said.join(" and "))
}

/// What the target ranked within each class takes and reaches, beside the national one.
pub fn ranked_within(scenario: &Scenario, split: &RuralSplit) -> String {
    let (need, here) = (in_need(scenario), here(scenario));
    if scenario.share.tenths() == 0 {
        return "A target of nothing reaches nobody, however areas are ranked.".to_owned();
    }
    let part = named_part(scenario.share);
    let which = match scenario.rank {
        RankBy::Imd => format!("most deprived {part}"),
        RankBy::Need => format!("{part} most in need"),
    };
    let of = match split.only() {
        Some(class) => format!("Ranked among themselves, the {which} of England’s {} areas", adjective(class)),
        None => format!("Ranked within each, the {which} of England’s rural areas and of its urban areas"),
    };
    let beside = |within: f64, national: f64, of: &str| {
        format!(
            "{} of {of} (national target: {})",
            reached(split.within_is_approximate, within),
            reached(split.national_is_approximate, national)
        )
    };
    let classes = split.classes().into_iter().filter_map(|(class, own)| {
        let of = format!("those in {} areas", adjective(class));
        Some(beside(own.within.coverage?, own.national.coverage?, &of))
    });
    let by_class = match split.only() {
        Some(_) => String::new(),
        None => format!(": {}", classes.collect::<Vec<_>>().join(" and ")),
    };
    format!(
        "{of} would take {}; the national target takes {}. It would reach {}{by_class}.",
        areas_here(scenario, split.within.areas),
        areas(scenario, split.national.areas),
        beside(split.within.coverage, split.national.coverage, &format!("{need} {here}"))
    )
}

/// How near these numbers are to those of single areas, and of which target they are.
pub fn bound(scenario: &Scenario) -> String {
    let near = match scenario.share.tenths() {
        0 | 1000 => "At this size all numbers are exact.",
        tenths if tenths.is_multiple_of(50) => {
            "At this size national numbers are exact. Ranked within each, shares of rural and of urban areas are within 0.25 \
             percentage points of those from single areas (or a tenth of a person, where under 50 are in need)."
        }
        tenths if tenths.is_multiple_of(10) => {
            "Shares of rural and of urban areas are within 0.25 percentage points of those from single areas (or a tenth of a \
             person, where under 50 are in need), so the two may add up to a little more or less than the numbers above."
        }
        _ => {
            "Between whole per cents of England’s areas these are estimates, which can be further off than the 0.25 percentage \
             points that hold elsewhere."
        }
    };
    match scenario.cut {
        CutKind::National => near.to_owned(),
        CutKind::Local => format!("{NATIONAL_ONLY} {near}"),
    }
}

/// Headings of the table of people missed.
pub fn missed_headings(need: NeedMeasure) -> Vec<String> {
    let all = ["Areas", &in_need_capital(need), "Reached", "Missed", "Share missed"];
    all.map(str::to_owned).to_vec()
}

/// Its rows: each class that the place has areas of, and both.
pub fn missed_rows(split: &RuralSplit) -> Vec<Vec<String>> {
    let is_rough = split.national_is_approximate;
    let number =
        |number: f64, coverage: f64| about_number(is_rough && coverage > 0.0 && coverage < 1.0, &count(number));
    let left = |coverage: f64| about_left(is_rough && coverage > 0.0 && coverage < 1.0, coverage);
    let of = |class: (AreaClass, &ClassSplit)| {
        let (class, ClassSplit { in_need, national, .. }) = class;
        vec![
            class_name(class).to_owned(),
            count(*in_need),
            number(national.in_need, national.coverage.unwrap_or_default()),
            number(national.in_need_missed, national.coverage.unwrap_or_default()),
            national.coverage.map_or_else(|| super::measures::NONE.to_owned(), left),
        ]
    };
    let has_areas = |(_, class): &(AreaClass, &ClassSplit)| class.areas > 0.0;
    let mut rows: Vec<_> = split.classes().into_iter().filter(has_areas).map(of).collect();
    if split.only().is_none() {
        let both = &split.national;
        rows.push(vec![
            "Both".to_owned(),
            count(both.in_need + both.in_need_missed),
            number(both.in_need, both.coverage),
            number(both.in_need_missed, both.coverage),
            left(both.coverage),
        ]);
    }
    rows
}

/// Headings of the table of targets.
pub fn target_headings(scenario: &Scenario, split: &RuralSplit) -> Vec<String> {
    let part = named_part(scenario.share);
    let target = match scenario.rank {
        RankBy::Imd => format!("The most deprived {part}"),
        RankBy::Need => format!("The {part} most in need"),
    };
    let areas = if scenario.place == Place::England { "Areas" } else { "Areas here" };
    let mut all = vec![target, areas.to_owned(), format!("Share of {}", everyone(scenario))];
    if split.only().is_none() {
        all.extend(["Reached of rural", "Reached of urban"].map(str::to_owned));
    }
    all.push("Reached of all".to_owned());
    all
}

/// Its rows: among all areas, and within each class.
pub fn target_rows(scenario: &Scenario, split: &RuralSplit) -> Vec<Vec<String>> {
    let row = |name: &str, both: &crate::results::rural::BothClasses, classes: [&ClassTarget; 2], is_rough| {
        let share = |share| reached(is_rough, share);
        let mut cells = vec![name.to_owned(), areas(scenario, both.areas), share(both.people_share)];
        if split.only().is_none() {
            let reached = |class: &ClassTarget| class.coverage.map_or_else(|| super::measures::NONE.to_owned(), share);
            cells.extend(classes.map(reached));
        }
        cells.push(share(both.coverage));
        cells
    };
    let RuralSplit { rural, urban, national, within, .. } = split;
    let name = match split.only() {
        Some(AreaClass::Rural) => "Of England’s rural areas",
        Some(AreaClass::Urban) => "Of England’s urban areas",
        None => "Of its rural and of its urban areas",
    };
    vec![
        row("Of all areas of England", national, [&rural.national, &urban.national], split.national_is_approximate),
        row(name, within, [&rural.within, &urban.within], split.within_is_approximate),
    ]
}

/// Why a number of a class under this name in files has no value.
pub const fn no_value(class: AreaClass, name: &str) -> &'static str {
    match (name.as_bytes(), class) {
        (b"missed_share", _) => "The target misses nobody.",
        (_, AreaClass::Rural) => "Nobody in need lives in rural areas here.",
        (_, AreaClass::Urban) => "Nobody in need lives in urban areas here.",
    }
}
