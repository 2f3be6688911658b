//! England's totals in the built-in figures beside the official ones. `tests/published_figures.rs` holds the first to the figures,
//! `tests/official_files.rs` the others to the official files.

use super::{Edition, NeedMeasure};

/// England in one edition, for one need measure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct EnglandTotals {
    /// The edition.
    pub edition: Edition,
    /// The measure.
    pub need: NeedMeasure,
    /// Number of people in the built-in figures.
    pub people: u32,
    /// Official number of them, where File 7 does not hold it.
    pub official_people: Option<u32>,
    /// Number of people in need in the built-in figures: published rates times people.
    pub in_need: u32,
    /// The published counts of people in need (File 8) added up. They are rounded to 5.
    pub counted: u32,
    /// Number of areas whose count is blank, as it is small.
    pub blank_areas: u32,
}

const fn totals(
    edition: Edition,
    need: NeedMeasure,
    (people, official_people): (u32, Option<u32>),
    in_need: u32,
    (counted, blank_areas): (u32, u32),
) -> EnglandTotals {
    EnglandTotals { edition, need, people, official_people, in_need, counted, blank_areas }
}

/// Every edition and measure.
pub const ENGLAND: [EnglandTotals; Edition::COUNT * NeedMeasure::COUNT] = [
    totals(Edition::Iod2019, NeedMeasure::Income, (54_728_204, None), 7_036_441, (7_013_715, 31)),
    totals(Edition::Iod2019, NeedMeasure::Children, (10_405_050, None), 1_777_639, (1_731_785, 4_553)),
    totals(Edition::Iod2019, NeedMeasure::Older, (12_612_839, None), 1_790_712, (1_769_545, 1_035)),
    totals(Edition::Iod2019, NeedMeasure::Employment, (31_910_831, None), 3_158_297, (3_157_295, 119)),
    totals(Edition::Iod2025, NeedMeasure::Income, (57_112_146, Some(57_112_129)), 13_251_754, (13_223_800, 5)),
    totals(Edition::Iod2025, NeedMeasure::Children, (10_567_587, Some(10_567_611)), 3_870_687, (3_869_075, 815)),
    totals(Edition::Iod2025, NeedMeasure::Older, (14_010_615, Some(14_010_642)), 2_347_280, (2_345_575, 832)),
    totals(Edition::Iod2025, NeedMeasure::Employment, (35_777_658, Some(35_777_767)), 4_817_959, (4_787_240, 21)),
];

/// England's people in need in the files that the built-in figures were made from, added up area by area; a row an edition, by
/// [`NeedMeasure::index`]. The built-in figures are off by a few, as each of their stretches is rounded to tenths.
pub const IN_NEED_IN_FILES: [[u32; NeedMeasure::COUNT]; Edition::COUNT] =
    [[7_036_442, 1_777_642, 1_790_712, 3_158_299], [13_251_756, 3_870_690, 2_347_282, 4_817_960]];

impl EnglandTotals {
    /// By how much the built-in number of people in need is above the counts added up, as a share of these.
    pub fn above_the_counts(&self) -> f64 {
        f64::from(self.in_need) / f64::from(self.counted) - 1.0
    }
}
