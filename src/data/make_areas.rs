//! Makes the figures of single areas of a place from an official file, for a page that the place serves itself (`examples/site`).
//! They are rows of File 7 with its headings, so that the importer reads them as it reads the file. None is part of the project.

use std::fmt::Write;

use super::official::{NeedValue, OfficialFile};
use super::{AuthorityCode, Edition, NeedMeasure, Years};
use crate::cells::quoted;

/// How the headings of a need begin, and what its people are called.
const fn headings(need: NeedMeasure) -> [&'static str; 2] {
    match need {
        NeedMeasure::Income => ["Income", "Total population"],
        NeedMeasure::Children => {
            ["Income Deprivation Affecting Children Index (IDACI)", "Dependent Children aged 0-15"]
        }
        NeedMeasure::Older => {
            ["Income Deprivation Affecting Older People (IDAOPI)", "Older population aged 60 and over"]
        }
        NeedMeasure::Employment => ["Employment", "Working age population"],
    }
}

fn heading_row(edition: Edition, needs: &[NeedMeasure]) -> String {
    let Years { areas, councils, people } = edition.spec().years;
    let mut row = format!(
        "LSOA code ({areas}),LSOA name ({areas}),Local Authority District code ({councils}),\
         Local Authority District name ({councils}),Index of Multiple Deprivation (IMD) Rank"
    );
    for &need in needs {
        let [of, who] = headings(need);
        let _ = write!(row, ",{of} Score (rate),{of} Rank,{who}: mid {people}");
    }
    row
}

/// The areas of these councils as rows of File 7, with each rate, rank and count as the file has them. Beside the name of an area
/// stands what `beside` says of its code, such as its ward.
pub fn areas_csv(file: &OfficialFile, place: &[AuthorityCode], beside: impl Fn(&str) -> Option<String>) -> String {
    let needs: Vec<NeedMeasure> = NeedMeasure::ALL.into_iter().filter(|&need| file.has_need(need)).collect();
    let mut text = heading_row(file.edition, &needs);
    for (at, area) in file.areas.iter().enumerate() {
        let Some(authority) = file.authorities.get(usize::from(area.authority)) else { continue };
        if !place.contains(&authority.code) {
            continue;
        }
        let code = area.code();
        let name = match (file.names.get(at), beside(&code)) {
            ("", None) => String::new(),
            ("", Some(beside)) => beside,
            (name, None) => name.to_owned(),
            (name, Some(beside)) => format!("{name} ({beside})"),
        };
        let (name, council) = (quoted(&name, ','), quoted(&authority.name, ','));
        let _ = write!(text, "\n{code},{name},{},{council},{}", authority.code, area.imd_rank);
        for need in &needs {
            match area.needs[need.index()] {
                Some(NeedValue { people, rate, rank }) => {
                    let rank = rank.map(|rank| rank.to_string()).unwrap_or_default();
                    let _ = write!(text, ",{rate},{rank},{people}");
                }
                None => text.push_str(",,,"),
            }
        }
    }
    text.push('\n');
    text
}
