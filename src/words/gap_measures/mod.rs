//! Measures of inequality on rows: the answer in sentences; in the modules below the settings, the rows and the tables.

use crate::results::gap_measures::{Measured, RowsIn, RowsOrigin};
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::{DeprivationColumn, Polarity, ValueKind};
use crate::words::capital;
use crate::words::common::SOURCE;
use crate::words::number::{chosen_percent, fixed};
use crate::words::sources::{INDICES_2019, LOCAL_HEALTH, MINISTRY, attribution};

mod files;
mod grouped;
mod picture;
mod problems;
mod rows;
mod settings;
mod tables;

pub use files::*;
pub use grouped::*;
pub use picture::*;
pub use problems::*;
pub use rows::*;
pub use settings::*;
pub use tables::*;

/// Heading of this half of the page.
pub const HEADING: &str = "How wide is the gap now?";
/// Below it.
pub const LEAD: &str = "Each dot is an area or a group. The line sums up how much worse, or better, things are where people are \
     more deprived.";
/// Leads to the field for own rows.
pub const BRING: &str = "Bring your own rows";
/// Name of the part with the answer.
pub const ANSWER: &str = "The gap in these rows";
/// Stands where there is no number, before the reason.
pub const NONE: &str = "—";

/// How the values of some rows are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    kind: ValueKind,
    per: u32,
    places: u32,
}

impl Style {
    /// As fine as the values are small.
    pub fn of(choices: &MeasureChoices, measured: &Measured) -> Self {
        Self::of_values(choices, measured.furthest_value())
    }

    /// The same where the value farthest from 0 is so far.
    pub fn of_values(choices: &MeasureChoices, most: f64) -> Self {
        let places = match most {
            _ if most >= 1000.0 => 0,
            _ if most >= 10.0 => 1,
            _ if most >= 1.0 => 2,
            _ => 3,
        };
        Self { kind: choices.value, per: choices.per, places }
    }

    /// A value.
    pub fn value(self, value: f64) -> String {
        match self.kind {
            ValueKind::Share => format!("{}%", fixed(100.0 * value, 1)),
            _ => fixed(value, self.places),
        }
    }

    /// A difference of two values.
    pub fn difference(self, value: f64) -> String {
        match self.kind {
            ValueKind::Share => format!("{} points", fixed(100.0 * value, 1)),
            _ => fixed(value, self.places),
        }
    }

    /// A value of an axis: without decimals where it has none.
    pub fn mark(self, value: f64) -> String {
        let is_whole = |value: f64| (value - value.round()).abs() < 1e-9;
        match self.kind {
            ValueKind::Share if is_whole(100.0 * value) => format!("{}%", fixed(100.0 * value, 0)),
            ValueKind::Share => self.value(value),
            _ if is_whole(value) => fixed(value, 0),
            _ => fixed(value, self.places.max(1)),
        }
    }

    /// What a value is for, after the name of what is measured; empty for a plain number.
    pub fn unit(self) -> String {
        match self.kind {
            ValueKind::Number | ValueKind::Share => String::new(),
            ValueKind::Rate => format!("for each {} people", fixed(f64::from(self.per), 0)),
            ValueKind::Ratio => "100 is as many as expected".to_owned(),
        }
    }
}

/// What the built-in rows count.
pub const BUILT_IN_VALUE: &str = "Preventable deaths under 75, England = 100";

/// What is measured, with its unit, for an axis or a heading.
pub fn value_name(input: &RowsIn, style: Style) -> String {
    if input.origin == RowsOrigin::BuiltIn {
        return BUILT_IN_VALUE.to_owned();
    }
    let name = capital(&own_name(input, style.kind));
    match style.unit() {
        unit if unit.is_empty() => name.to_owned(),
        unit => format!("{name} ({unit})"),
    }
}

/// What own rows measure, as their heading says it.
fn own_name(input: &RowsIn, kind: ValueKind) -> String {
    let heading = if input.heading.is_empty() { "value" } else { &input.heading };
    match kind {
        ValueKind::Rate if input.has_counts => format!("rate of {heading}"),
        ValueKind::Share if input.has_counts => format!("share with {heading}"),
        ValueKind::Ratio if input.has_counts => format!("ratio of {heading}"),
        _ => heading.to_owned(),
    }
}

/// What is measured, in the middle of a sentence.
fn thing(input: &RowsIn, kind: ValueKind) -> String {
    match input.origin {
        RowsOrigin::BuiltIn => "the ratio of preventable deaths before 75".to_owned(),
        RowsOrigin::Own => format!("“{}”", own_name(input, kind)),
    }
}

/// Which rows these are, above the answer.
pub fn rows_name(input: &RowsIn) -> &'static str {
    match input.origin {
        RowsOrigin::BuiltIn => "Cambridgeshire and Peterborough, by deprivation twentieth",
        RowsOrigin::Own => "Your own rows",
    }
}

/// How steep the line is, in one sentence.
pub fn headline(input: &RowsIn, choices: &MeasureChoices, measured: &Measured) -> String {
    let style = Style::of(choices, measured);
    let slope = measured.before.slope;
    let (from, to, first, last) = match choices.polarity {
        Polarity::Worse => ("least", "most", slope.least, slope.most),
        Polarity::Better => ("most", "least", slope.most, slope.least),
    };
    let [start, end] = [first, last].map(|value| style.value(value));
    if start == end {
        return format!(
            "From the {from} to the {to} deprived end, {} stays at {start}: there is no slope.",
            thing(input, choices.value)
        );
    }
    let times = match slope.rii {
        Some(rii) if rii > 0.0 && rii < 0.005 => ". That is under 0.01 times as high".to_owned(),
        Some(rii) if rii > 0.0 => format!(". That is {} times as high", fixed(rii, 2)),
        _ => String::new(),
    };
    let verb = if slope.sii > 0.0 { "rises" } else { "falls" };
    format!(
        "From the {from} to the {to} deprived end, {} {verb} by {}, from {start} to {end}{times}.{}{}",
        thing(input, choices.value),
        style.difference(slope.sii.abs()),
        meaning(input, style),
        beyond(choices, slope)
    )
}

/// What a value of 100, or of so many, stands for; nothing for a share or another number.
fn meaning(input: &RowsIn, style: Style) -> String {
    match (input.origin, style.kind) {
        (RowsOrigin::BuiltIn, _) => {
            " A ratio of 100 is England: as many deaths as its rates would lead to among people of the \
                                     same ages."
                .to_owned()
        }
        (RowsOrigin::Own, ValueKind::Ratio) => " A ratio of 100 is as many as expected.".to_owned(),
        (RowsOrigin::Own, ValueKind::Rate) => format!(" Rates are {}.", style.unit()),
        (RowsOrigin::Own, ValueKind::Share | ValueKind::Number) => String::new(),
    }
}

/// Said where a straight line ends at a value that cannot be.
fn beyond(choices: &MeasureChoices, slope: crate::model::gap::SlopeIndex) -> &'static str {
    let ends = [slope.most, slope.least];
    let is_below = choices.value != ValueKind::Number && ends.iter().any(|&end| end < 0.0);
    let is_above = choices.value == ValueKind::Share && ends.iter().any(|&end| end > 1.0);
    if is_below || is_above {
        " The straight line ends at a value that cannot be. Lines that stay within bounds are in “More settings”."
    } else {
        ""
    }
}

/// Whom the slope puts at a disadvantage, where it is not the deprived; and what a cut of the slope asks for.
pub fn target_sentence(choices: &MeasureChoices, measured: &Measured) -> String {
    let style = Style::of(choices, measured);
    let (before, after) = (&measured.before, &measured.after);
    let ends = [before.slope.most, before.slope.least].map(|end| style.value(end));
    // Where no slope can be seen nobody does worse.
    let [end_now, end_after] = [before, after].map(|of| style.value(of.slope.most));
    let [mean_now, mean_after] = [before, after].map(|of| style.value(of.concentration.mean));
    let goes = |verb: &str, now: &str, then: &str| match now == then {
        true => format!("stays at {now}"),
        false => format!("{verb}from {now} to {then}"),
    };
    let reversed = if before.slope.sii < 0.0 && ends[0] != ends[1] {
        "Here it is the less deprived who do worse, so a flatter line would only make things worse for the more deprived. "
    } else {
        ""
    };
    format!(
        "{reversed}Cut the slope by {} with the least deprived end held where it is: the most deprived end {}, and the mean {}.",
        chosen_percent(choices.cut),
        goes("goes ", &end_now, &end_after),
        goes(if end_now == end_after { "goes " } else { "" }, &mean_now, &mean_after),
    )
}

/// What a slope cannot tell.
pub const CAUTION: &str = "A slope sums up how things are. It does not say why, and not what would help.";

/// How many rows were left out, and of how many people the rest are; `None` where none was.
pub fn left_out(measured: &Measured) -> Option<String> {
    match measured.left_out {
        0 => None,
        1 => Some("1 row lacks a value, people or deprivation and is left out.".to_owned()),
        many => Some(format!("{} rows lack a value, people or deprivation and are left out.", fixed(many as f64, 0))),
    }
}

/// Where own rows come from.
pub const OWN_SOURCE: &str = "Rows added on this device. Who made them is not known to this tool.";

/// Where the rows come from.
pub fn source(origin: RowsOrigin) -> String {
    match origin {
        RowsOrigin::BuiltIn => format!(
            "{SOURCE}{LOCAL_HEALTH}: deaths from causes considered preventable, under 75 years, standardised mortality \
             ratio (England = 100), 2015-19. {}, {}: mean score, people counted at mid 2015. Sums and means over the areas \
             of each twentieth, made by this project. {}",
            INDICES_2019.title,
            MINISTRY,
            attribution()
        ),
        RowsOrigin::Own => OWN_SOURCE.to_owned(),
    }
}

/// What the rows are placed by.
fn deprivation_name(choices: &MeasureChoices) -> &'static str {
    match choices.order {
        DeprivationColumn::Score => "Deprivation score",
        DeprivationColumn::Rank => "Deprivation rank",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(query: &str) -> (String, String) {
        let input = RowsIn::built_in();
        let choices = input.choices(&crate::scenario::Scenario::from_query(query).scenario.gap.measures);
        let measured = Measured::new(&input, &choices).unwrap();
        (headline(&input, &choices, &measured), target_sentence(&choices, &measured))
    }

    /// What is said of own rows, measured as they suggest.
    fn told_of(text: &str, polarity: Polarity) -> (String, String) {
        let reading = crate::data::table::Table::from_text(text).unwrap().read(&Default::default()).unwrap();
        let choices = MeasureChoices { polarity, ..MeasureChoices::default().for_rows(&reading.rows) };
        let input = RowsIn::own(reading);
        let measured = Measured::new(&input, &choices).unwrap();
        (headline(&input, &choices, &measured), target_sentence(&choices, &measured))
    }

    #[test]
    fn rates_have_their_unit_and_a_line_past_what_is_possible_is_told() {
        let (headline, target) = told_of("score,events,people\n9,0,900\n5,3,900\n1,9,900\n", Polarity::Worse);
        assert!(
            headline.contains("Rates are for each 100,000 people. The straight line ends at a value"),
            "{headline}"
        );
        assert!(target.starts_with("Here it is the less deprived who do worse, so a flatter line"), "{target}");
        let (headline, target) = told_of("score,value\n9,-3\n5,3\n1,9\n", Polarity::Better);
        assert!(!headline.contains("cannot be"), "{headline}");
        assert!(target.starts_with("Cut the slope"), "{target}");
    }

    #[test]
    fn the_built_in_rows_are_told_in_two_sentences() {
        let (headline, target) = told("");
        assert_eq!(
            headline,
            "From the least to the most deprived end, the ratio of preventable deaths before 75 rises by 95.0, from 42.2 to \
             137.2. That is 3.25 times as high. A ratio of 100 is England: as many deaths as its rates would lead to among \
             people of the same ages."
        );
        assert!(target.starts_with("Cut the slope by 20% with the least deprived end held where it is"), "{target}");
    }
}
