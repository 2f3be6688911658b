//! A made-up service in a made-up town: what the page shows before a person brings numbers of their own.

use std::sync::Arc;

use super::AuditIn;
use super::place::AuditPlace;
use crate::data::table::{ColumnsSaid, ServedTable};
use crate::model::Counts;
use crate::results::areas::ListedUnit;

/// The areas, most deprived first: name, people, people in need, people served in the first year and in the second. All made up.
const AREAS: [(&str, f64, f64, u16, u16); 30] = [
    ("Ash Estate", 1610.0, 612.0, 92, 96),
    ("Birch Row", 1540.0, 570.0, 98, 104),
    ("Canal Side", 1720.0, 585.0, 45, 48),
    ("Dock Street", 1480.0, 488.0, 83, 86),
    ("East Fields", 1650.0, 512.0, 88, 94),
    ("Foundry", 1590.0, 477.0, 79, 83),
    ("Gas Lane", 1530.0, 428.0, 84, 85),
    ("Hill Top", 1700.0, 442.0, 90, 91),
    ("Iron Bridge", 1620.0, 405.0, 38, 39),
    ("Jubilee", 1560.0, 374.0, 78, 80),
    ("Kiln Road", 1490.0, 343.0, 72, 76),
    ("Lock Gate", 1580.0, 348.0, 77, 78),
    ("Mill Race", 1640.0, 328.0, 74, 79),
    ("North Quay", 1510.0, 287.0, 70, 71),
    ("Old Market", 1450.0, 261.0, 62, 66),
    ("Park End", 1670.0, 284.0, 71, 75),
    ("Quarry", 1600.0, 256.0, 65, 66),
    ("Railway", 1550.0, 233.0, 60, 63),
    ("South Gate", 1630.0, 228.0, 63, 65),
    ("Tannery", 1500.0, 195.0, 54, 55),
    ("Upper Town", 1580.0, 190.0, 55, 57),
    ("Vale", 1690.0, 186.0, 54, 56),
    ("Water Lane", 1540.0, 154.0, 46, 47),
    ("Almond Grove", 1610.0, 145.0, 44, 45),
    ("Beech Close", 1570.0, 126.0, 39, 40),
    ("Chestnut", 1650.0, 116.0, 37, 38),
    ("Dean Park", 1520.0, 91.0, 30, 31),
    ("Elm Walk", 1600.0, 80.0, 27, 28),
    ("Fernhill", 1560.0, 62.0, 21, 22),
    ("Grange", 1640.0, 49.0, 4, 3),
];

/// The two years.
const YEARS: [&str; 2] = ["2023/24", "2024/25"];

/// The example.
pub fn example() -> AuditIn {
    let unit = |(at, &(name, people, in_need, ..)): (usize, &(&str, f64, f64, u16, u16))| ListedUnit {
        code: code(at),
        name: name.to_owned(),
        council: String::new(),
        counts: Counts { areas: 1.0, people, in_need },
        order: at as f64,
        national: None,
    };
    let place = AuditPlace::made_up(AREAS.iter().enumerate().map(unit).collect());
    // The table is never empty, so there is always one.
    let served = ServedTable::from_text(&example_text(), &ColumnsSaid::default()).unwrap_or_default();
    AuditIn { place: Arc::new(place), served: Arc::new(served), is_example: true }
}

fn code(at: usize) -> String {
    format!("T{:02}", at + 1)
}

/// The example's table of people served.
fn example_text() -> String {
    let mut text = "area_code,period,people_served\n".to_owned();
    for (at, &(.., first, second)) in AREAS.iter().enumerate() {
        for (year, served) in YEARS.into_iter().zip([first, second]) {
            text.push_str(&format!("{},{year},{served}\n", code(at)));
        }
    }
    text
}
