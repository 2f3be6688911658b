//! Captions, headings and tables.

use super::{NONE, Style, deprivation_name, level, no_bounds, no_draws, value_name};
use crate::model::gap::{Limits, SlopeIntervals};
use crate::results::gap_measures::{Change, Measured, Measures, NoDraws, RowsIn, drawn};
use crate::scenario::MeasureChoices;
use crate::scenario::gap_measures::{Across, LineScale, Polarity};
use crate::words::number::{chosen_percent, count, fixed, percent};

/// How far simulated intervals are.
#[derive(Debug, Clone, PartialEq)]
pub enum Intervals {
    /// On their way: this share of the draws is done (0 to 1).
    Drawing(f64),
    /// There.
    Here(SlopeIntervals),
    /// There are none.
    None(NoDraws),
    /// The person stopped the draws.
    Stopped,
}

/// Caption of the picture.
pub fn scatter_caption(input: &RowsIn, choices: &MeasureChoices, measured: &Measured) -> String {
    let name = value_name(input, Style::of(choices, measured));
    format!("{name}: from the least to the most deprived")
}

/// Said where a dot stands for several rows; `None` where each row is shown.
pub fn bins_note(measured: &Measured) -> Option<String> {
    let bins = measured.bins.as_ref()?;
    let (all, each) = (count(bins.rows as f64), count(bins.each as f64));
    Some(format!(
        "{all} rows are too many to show. Each dot is the mean of up to {each} rows that are next to each other in deprivation; \
         the line and every measure are of all rows."
    ))
}

/// How to read it.
pub fn scatter_note(choices: &MeasureChoices, measured: &Measured, has_row_limits: bool, begins_at_0: bool) -> String {
    let mut note = bins_note(measured).map(|note| format!("{note} ")).unwrap_or_default();
    note += &format!(
        "Solid: the line through the dots, which count by their people. Shaded: where the true line is likely to be ({}). Dashed: the \
         same line with its slope cut by {}.",
        level(choices.level),
        chosen_percent(choices.cut)
    );
    if has_row_limits {
        note.push_str(" The line through a dot is how sure its value is.");
    }
    if choices.across == Across::Deprivation {
        note.push_str(" This line is over deprivation itself; the sentence above is about the line over ranks.");
    }
    if !begins_at_0 {
        note.push_str(" The scale up does not begin at 0.");
    }
    note
}

/// The lines of the picture.
pub const LINES: [&str; 2] = ["The line now", "The target"];

/// What a dot of the picture is.
pub fn dot(measured: &Measured) -> &'static str {
    if measured.bins.is_some() { "The mean of several rows" } else { "A row" }
}

/// The two ends across.
pub const ENDS: [&str; 2] = ["Most deprived", "Least deprived"];
/// Name of the axis across, and where there is little room.
pub fn across_axis(choices: &MeasureChoices) -> [String; 2] {
    match choices.across {
        Across::People => {
            ["Share of people who are less deprived".to_owned(), "People who are less deprived".to_owned()]
        }
        Across::Deprivation => [deprivation_name(choices).to_owned(), deprivation_name(choices).to_owned()],
    }
}

/// A mark of the axis across.
pub fn across_mark(value: f64) -> String {
    let is_whole = (value - value.round()).abs() < 1e-9;
    fixed(value, u32::from(!is_whole))
}

/// Why there is no relative index.
pub const NO_RII: &str = "an end of the line is not above 0";

fn or_none(text: Option<String>) -> String {
    text.unwrap_or_else(|| NONE.to_owned())
}

/// Headings of the table of rows.
pub fn rows_headings(input: &RowsIn, choices: &MeasureChoices, measured: &Measured) -> Vec<String> {
    let row = if measured.bins.is_some() { "Rows, most deprived first" } else { "Row" };
    let mut headings = vec![row.to_owned(), "People".to_owned(), deprivation_name(choices).to_owned()];
    headings.push(value_name(input, Style::of(choices, measured)));
    if measured.has_limits() {
        headings.extend(["Lower limit".to_owned(), "Upper limit".to_owned()]);
    }
    headings.extend(["On the line".to_owned(), "After the cut".to_owned()]);
    headings
}

/// Rows of that table, most deprived first.
pub fn rows_rows(choices: &MeasureChoices, measured: &Measured) -> Vec<Vec<String>> {
    let style = Style::of(choices, measured);
    let has_limits = measured.has_limits();
    let row = |(place, row): (usize, &crate::results::gap_measures::RowResult)| {
        let name = match row.places {
            Some([from, to]) => format!("{} to {}", count(from as f64), count(to as f64)),
            None if row.name.is_empty() => count((place + 1) as f64),
            None => row.name.clone(),
        };
        let mut cells = vec![name, count(row.people), across_mark(row.deprivation), style.value(row.value)];
        if has_limits {
            cells.push(or_none(row.limits.map(|limits| style.value(limits.lower))));
            cells.push(or_none(row.limits.map(|limits| style.value(limits.upper))));
        }
        cells.extend([style.value(row.on_line), style.value(row.after)]);
        cells
    };
    measured.rows.iter().enumerate().map(row).collect()
}

/// Heading of the table before and after.
pub const BEFORE_AND_AFTER: &str = "Before and after";
/// How to read it.
pub fn before_and_after_note(choices: &MeasureChoices) -> String {
    let picture = match choices.across {
        Across::People => "",
        Across::Deprivation => {
            " This table is about the line over shares of people, by which the two indices are defined; the picture shows the line over \
             deprivation itself."
        }
    };
    format!("After: every row has moved as far as the line at its place.{picture}")
}

/// Headings of that table.
pub fn before_and_after_headings(choices: &MeasureChoices) -> Vec<String> {
    let after = format!("Slope cut by {}", chosen_percent(choices.cut));
    vec!["Measure".to_owned(), "Now".to_owned(), after, "Change".to_owned()]
}

/// A number of a measure.
type Part = fn(&Measured, &Measures) -> Option<f64>;

/// Rows of that table.
pub fn before_and_after_rows(choices: &MeasureChoices, measured: &Measured) -> Vec<Vec<String>> {
    let style = Style::of(choices, measured);
    let row = |name: String, of: Part, write: &dyn Fn(f64) -> String, change: &dyn Fn(f64) -> String| {
        let Change { now, then, difference } = measured.change(of);
        vec![name, or_none(now.map(write)), or_none(then.map(write)), or_none(difference.map(change))]
    };
    let value = |value: f64| style.value(value);
    let difference = |value: f64| style.difference(value);
    let [gap, ratio] = fifths_names(choices);
    vec![
        row(SII.to_owned(), |_, m| Some(m.slope.sii), &difference, &difference),
        row(RII.to_owned(), |_, m| m.slope.rii, &times, &times),
        row("Most deprived end of the line".to_owned(), |_, m| Some(m.slope.most), &value, &difference),
        row("Least deprived end of the line".to_owned(), |_, m| Some(m.slope.least), &value, &difference),
        row("Mean of all people".to_owned(), |_, m| Some(m.concentration.mean), &value, &difference),
        row(gap, |all, m| all.fifths_shown(m).map(|(gap, _)| gap), &difference, &difference),
        row(ratio, |all, m| all.fifths_shown(m)?.1, &times, &times),
        row(CONCENTRATION.to_owned(), |all, m| Some(all.shown(m.concentration.index?)), &index, &index),
    ]
}

/// Name of the slope index.
pub const SII: &str = "Slope index of inequality (SII)";
/// Name of the relative index.
pub const RII: &str = "Relative index of inequality (RII)";
const CONCENTRATION: &str = "Concentration index";

/// Names of the gap and the ratio between the extreme fifths.
fn fifths_names(choices: &MeasureChoices) -> [String; 2] {
    let (first, other) = match choices.polarity {
        Polarity::Worse => ("most", "least"),
        Polarity::Better => ("least", "most"),
    };
    [
        format!("Gap between fifths: {first} minus {other} deprived"),
        format!("Ratio of fifths: {first} to {other} deprived"),
    ]
}

/// Heading of the table of measures.
pub const MEASURES: &str = "Every measure, in plain words";
/// Above it.
pub const MEASURES_NOTE: &str = "Signs are turned so that a bigger number always means a wider gap at the cost of the more deprived. Below 0 it \
     is at the cost of the less deprived.";

/// Headings of the table of measures.
pub fn measures_headings() -> Vec<String> {
    ["Measure", "Value", "What it means"].map(str::to_owned).to_vec()
}

pub(super) fn because(reason: &str) -> String {
    format!("{NONE} ({reason})")
}

fn index(value: f64) -> String {
    fixed(value, 3)
}

/// Rows of the table of measures.
pub fn measures_rows(choices: &MeasureChoices, measured: &Measured) -> Vec<Vec<String>> {
    const FEW: &str = "it takes five rows or more, and few ties";
    const MEAN_0: &str = "the mean is not above 0";
    let style = Style::of(choices, measured);
    let of = &measured.before;
    let row = |name: &str, value: Option<String>, reason: &str, meaning: &str| {
        vec![name.to_owned(), value.unwrap_or_else(|| because(reason)), meaning.to_owned()]
    };
    let shown = |raw: f64| index(measured.shown(raw));
    let fifths = measured.fifths_shown(of);
    let [gap, ratio] = fifths_names(choices);
    let (bounded, beyond) = (of.within_bounds(), no_bounds(of.bounded));
    vec![
        row(
            SII,
            Some(style.difference(of.slope.sii)),
            "",
            "The difference between the two ends of the line. 0 is no gap.",
        ),
        row(RII, of.slope.rii.map(times), NO_RII, "One end of the line as a multiple of the other. 1 is no gap."),
        row(
            &gap,
            fifths.map(|(gap, _)| style.difference(gap)),
            FEW,
            "The mean of one fifth of the rows minus that of the other. It leaves out the three between. 0 is no gap.",
        ),
        row(
            &ratio,
            fifths.and_then(|(_, ratio)| ratio).map(times),
            if fifths.is_some() { "one of the two fifths is not above 0" } else { FEW },
            "The same two means as a multiple. 1 is no gap.",
        ),
        row(
            CONCENTRATION,
            of.concentration.index.map(shown),
            MEAN_0,
            "How far what is counted piles up at one end. 0 is spread evenly, 1 is all at one end.",
        ),
        row(
            "Generalised concentration index",
            Some(style.difference(measured.shown(of.concentration.generalised))),
            "",
            "The same times the mean, so in the unit of the value. 0 is no gap.",
        ),
        row(
            "Wagstaff’s index",
            bounded.and_then(|bounded| bounded.wagstaff).map(shown),
            beyond,
            "The concentration index, corrected for values that cannot go past a limit. From −1 to 1, 0 is no gap.",
        ),
        row(
            "Erreygers’ index",
            bounded.map(|bounded| shown(bounded.erreygers)),
            beyond,
            "Corrected so that counting the sick or the well gives the same answer. From −1 to 1, 0 is no gap.",
        ),
        row(
            "Gini coefficient",
            of.gini.map(index),
            "a value is below 0, or the mean is 0",
            "How far values differ from row to row, whoever is deprived. 0 is all alike, 1 is all in one row.",
        ),
        row(
            "Equally distributed equivalent",
            of.equal.map(|equal| style.value(equal.equivalent)),
            "a value is below 0",
            "The value that, if all had it, would be as good as these. It is made for things of which more is better.",
        ),
        row(
            "Atkinson’s index",
            of.equal.and_then(|equal| equal.atkinson).map(index),
            "a value is below 0, or the mean is 0",
            "The share of the mean that could be given up if all had the same. 0 is all alike, 1 is the most.",
        ),
        row(
            "Share explained (R²)",
            measured.picture.fit.as_ref().and_then(|fit| fit.r_squared).map(percent),
            "all values are the same",
            "How much of the difference between rows goes with deprivation along this line. The rest is something else.",
        ),
    ]
}

fn times(value: f64) -> String {
    fixed(value, 2)
}

/// Heading of the limits.
pub const SURE: &str = "How sure is the slope?";
/// Above them.
pub const SURE_NOTE: &str = "Two different doubts. Dots do not all lie on the line: few or scattered rows make its slope unsure. And each \
     value may be unsure itself: then values are drawn at random within their limits, many times, and the line is fitted to each draw.";

/// Headings of the limits.
pub fn sure_headings(choices: &MeasureChoices) -> Vec<String> {
    vec![
        "Measure".to_owned(),
        "Value".to_owned(),
        format!("{} limits", level(choices.level)),
        "Where they come from".to_owned(),
    ]
}

fn limits_text(limits: Limits, write: impl Fn(f64) -> String) -> String {
    format!("{} to {}", write(limits.lower), write(limits.upper))
}

/// Rows of the limits.
pub fn sure_rows(choices: &MeasureChoices, measured: &Measured, intervals: &Intervals) -> Vec<Vec<String>> {
    let style = Style::of(choices, measured);
    let difference = |value: f64| style.difference(value);
    let slope = measured.before.slope;
    let line = match (measured.sii_by_line, choices.scale) {
        (Some(limits), _) => limits_text(limits, difference),
        (None, LineScale::Plain) => because("two rows are too few"),
        (None, _) => because("only for a line that is straight on the values"),
    };
    let drawn = |limits: &dyn Fn(&SlopeIntervals) -> Option<String>| match intervals {
        Intervals::Drawing(_) => "…".to_owned(),
        Intervals::Stopped => because("stopped"),
        Intervals::None(reason) => because(&no_draws(reason)),
        Intervals::Here(found) => limits(found).unwrap_or_else(|| because("a draw has none")),
    };
    let row =
        |name: &str, value: String, limits: String, from: &str| vec![name.to_owned(), value, limits, from.to_owned()];
    let by_draws = format!("{} draws of the values", count(f64::from(choices.draws)));
    let mut rows = vec![
        row("SII, by the dots", difference(slope.sii), line, "How the dots scatter around the line"),
        row(
            "SII, by draws",
            difference(slope.sii),
            drawn(&|found| Some(limits_text(found.sii, difference))),
            &by_draws,
        ),
        row(
            "RII, by draws",
            slope.rii.map_or_else(|| because(NO_RII), times),
            match slope.rii {
                Some(_) => drawn(&|found| found.rii.map(|rii| limits_text(rii, times))),
                None => because(NO_RII),
            },
            &by_draws,
        ),
    ];
    let is_told = choices.across == Across::People && choices.scale == LineScale::Plain;
    if let Some(fit) = measured.picture.fit.as_ref().filter(|_| !is_told) {
        let fine = |value: f64| fixed(value, 4);
        let across = match choices.across {
            Across::People => "from the most to the least deprived end",
            Across::Deprivation => "for one point more of deprivation",
        };
        let on = match choices.scale {
            LineScale::Plain => "",
            LineScale::Log => ", on the scale of logarithms",
            LineScale::Logit => ", on the scale of logits",
        };
        let limits =
            fit.slope_limits.map_or_else(|| because("two rows are too few"), |limits| limits_text(limits, fine));
        rows.push(row(
            &format!("Slope of the line in the picture, {across}{on}"),
            fine(fit.line.slope),
            limits,
            "How the dots scatter around the line. The sign is not turned",
        ));
    }
    rows
}

/// Heading of the groups.
pub fn groups_heading(choices: &MeasureChoices) -> String {
    format!("In {} groups of rows", choices.groups)
}

/// Headings of their table.
pub fn groups_headings(choices: &MeasureChoices) -> Vec<String> {
    let after = format!("Slope cut by {}", chosen_percent(choices.cut));
    vec!["Group".to_owned(), "Rows".to_owned(), "People".to_owned(), "Mean now".to_owned(), after]
}

/// Its rows.
pub fn groups_rows(choices: &MeasureChoices, measured: &Measured) -> Vec<Vec<String>> {
    let style = Style::of(choices, measured);
    let last = u32::from(choices.groups);
    let row = |group: &crate::results::gap_measures::Group| {
        let name = match group.group {
            1 => "1, most deprived".to_owned(),
            at if at == last => format!("{at}, least deprived"),
            at => at.to_string(),
        };
        let mean = |mean: Option<f64>| mean.map_or_else(|| because(NO_ROWS_IN_GROUP), |mean| style.value(mean));
        vec![name, count(group.rows as f64), count(group.people), mean(group.before), mean(group.after)]
    };
    measured.groups.iter().map(row).collect()
}

/// Why a group has no mean.
pub const NO_ROWS_IN_GROUP: &str = "no row: those of one deprivation stay together";
/// Said where there are fewer rows than groups.
pub const NO_GROUPS: &str = "There are fewer rows than groups. Ask for fewer groups in the settings.";
/// Stops the draws.
pub const STOP: &str = "Stop";
/// While draws run: how many are done, as a share (0 to 1) of all.
pub fn drawing(done: f64, draws: u32) -> String {
    format!("Drawing values: {} of {}", count(drawn(done, draws)), count(f64::from(draws)))
}
