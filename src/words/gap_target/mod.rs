//! The slope target of the view `gap`: its controls, its sentences, its picture and table; in the module below the
//! published figures beside it.

use super::locale::SIGNS;
use super::number::{chosen_percent, decimal, fixed, short_decimal};
use crate::chart::slope_lines::{SlopePanel, SlopeWords};
use crate::model::gap::TargetError;
use crate::results::gap_target::{Line, Targets};
use crate::scenario::gap_target::{Rates, TargetChoices};

mod published;

pub use published::*;

/// Heading of the section.
pub const HEADING: &str = "What would cutting the slope ask for?";
/// Below it.
pub const LEAD: &str = "Deaths that could have been prevented are more common where deprivation is higher: drawn as a line, \
     they slope upwards. A local strategy wants the slope cut by 20%. Move the slider to see what that asks for.";
/// Opens the rates of the line, on a phone.
pub const CHANGE_LINE: &str = "Change the line, save and share";
/// Opens what a line says and where it comes from.
pub const MEANING_AND_SOURCES: &str = "What this says, and where it comes from";
/// Name of the choices.
pub const CONTROLS: &str = "The line and its target";
/// Label of the slider.
pub const CUT: &str = "Cut the slope by";
/// Below it.
pub const CUT_HINT: &str = "0% leaves it, 100% makes it flat";
/// After the number.
pub const CUT_UNIT: &str = "%";
/// Said of text that is no cut.
pub const CUT_ERROR: &str = "Type a number from 0 to 100, such as 20";
/// The slider's value for a screen reader, with what comes of it.
pub fn cut_value(choices: &TargetChoices, targets: &Targets) -> String {
    let after = targets.line.as_ref().map_or_else(|_| String::new(), |line| format!(", average {}", big_number(line)));
    format!("{}{after}", chosen_percent(choices.cut))
}

/// Heading of the three rates.
pub const RATES: &str = "Cambridgeshire";
/// What the rates count.
pub const RATES_HINT: &str = "Preventable deaths before 75 for each 100,000 people";
/// Labels of the three rates.
pub const RATE_LABELS: [&str; 3] = ["On average", "Least deprived end", "Most deprived end"];
/// Names of the three rates of the second line.
pub const SECOND_LABELS: [&str; 3] =
    ["Peterborough, on average", "Peterborough, least deprived end", "Peterborough, most deprived end"];
/// Said of text that is no rate.
pub const RATE_ERROR: &str = "Type a number from 0 to 100,000, such as 102";
/// Heading of the second line.
pub const SECOND: &str = "Peterborough beside it";
/// What is known of it.
pub const SECOND_TEXT: &str = "The strategy cuts Peterborough’s slope by as much, but prints no rate for it. Type your own three, \
     or try made-up ones.";
/// Sets made-up rates.
pub const SECOND_TRY: &str = "Try made-up numbers";
/// Takes the second line away.
pub const SECOND_REMOVE: &str = "Take Peterborough away";
/// Takes the rates back.
pub const RESET: &str = "Back to the strategy’s numbers";

/// One decimal, or as many as it takes to tell the rates before a cut from those after it, and each move from nothing.
fn places(line: &Line) -> u32 {
    const MOST: u32 = 6;
    let of = &line.target;
    let differ = |places: u32| {
        let differ = |a: f64, b: f64| fixed(a, places) != fixed(b, places);
        let is_moved = of.cut <= 0.0
            || [line.fall_of_mean, line.fall_of_most].into_iter().all(|fall| differ(fall, 0.0))
                && differ(of.mean_before, of.mean_after)
                && differ(of.most_before, of.most_after);
        let is_something = |rate: f64| rate == 0.0 || differ(rate, 0.0);
        let rates =
            [of.least, of.mean_before, of.mean_after, of.most_before, of.most_after, line.gap_before, line.gap_after];
        is_moved && rates.into_iter().all(is_something)
    };
    (1..MOST).find(|&places| differ(places)).unwrap_or(MOST)
}

/// A rate of a line, without decimals that are 0.
fn on_line(line: &Line, rate: f64) -> String {
    let text = fixed(rate, places(line)).replace(SIGNS.thousands, "");
    text.trim_end_matches('0').trim_end_matches(SIGNS.decimal).to_owned()
}

/// The big number: the mean after.
pub fn big_number(line: &Line) -> String {
    fixed(line.target.mean_after, places(line)).replace(SIGNS.thousands, "")
}

/// What it is, beside it.
pub fn big_number_meaning(line: &Line) -> String {
    let fewer = match line.fall_of_mean {
        // Without a cut there may be a fall by rounding.
        _ if line.target.cut <= 0.0 => "as many as now".to_owned(),
        fall if fall > 0.0 => format!("{} fewer", on_line(line, fall)),
        fall => format!("{} more", on_line(line, -fall)),
    };
    format!("preventable deaths before 75 for each 100,000 people: {fewer}")
}

/// What the cut does to the average and to the two ends.
pub fn headline(choices: &TargetChoices, line: &Line) -> String {
    let target = &line.target;
    let short_decimal = |rate: f64| on_line(line, rate);
    let lower = if line.gap_before < 0.0 { "Here the rate is lower at the most deprived end. " } else { "" };
    if line.gap_before == 0.0 {
        return format!("The line is flat at {}: there is no slope to cut.", short_decimal(target.least));
    }
    if choices.cut.tenths() == 0 {
        return format!(
            "{lower}A cut of 0% changes nothing: the average stays at {}, the most deprived end at {}, and the least deprived end \
             at {}.",
            short_decimal(target.mean_before),
            short_decimal(target.most_before),
            short_decimal(target.least),
        );
    }
    if line.gap_before < 0.0 {
        return format!(
            "{lower}Cut the slope by {}, and it goes from {} to {} there, and the \
             average from {} to {}. At the least deprived end it stays at {}.",
            chosen_percent(choices.cut),
            short_decimal(target.most_before),
            short_decimal(target.most_after),
            short_decimal(target.mean_before),
            short_decimal(target.mean_after),
            short_decimal(target.least),
        );
    }
    format!(
        "Cut the slope by {}, and the average falls from {} to {}. At the most deprived end the rate falls from {} to \
         {}: {} fewer. At the least deprived end it stays at {}.",
        chosen_percent(choices.cut),
        short_decimal(target.mean_before),
        short_decimal(target.mean_after),
        short_decimal(target.most_before),
        short_decimal(target.most_after),
        short_decimal(line.fall_of_most),
        short_decimal(target.least),
    )
}

/// How many times as high the rate is at the most deprived end.
pub fn ratio(line: &Line) -> String {
    match line.ratio {
        Some((before, after)) => {
            let [was, is] = [before, after].map(times);
            match was == is {
                true => format!("The most deprived end stays at {was} times the least deprived one."),
                false => format!("The most deprived end goes from {was} times the least deprived one to {is} times."),
            }
        }
        None => NO_RATIO.to_owned(),
    }
}

/// So many times as high.
fn times(ratio: f64) -> String {
    if ratio > 0.0 && ratio < 0.05 { "under 0.1".to_owned() } else { decimal(ratio) }
}

/// Why the ends have no ratio.
pub const NO_RATIO: &str = "The rate is 0 at the least deprived end, so no other can be a multiple of it.";
/// Why there is no second line.
pub const NO_SECOND: &str = "No rates of a second line were set.";

/// What the same fall everywhere would do instead: the other way, with what speaks for it.
pub fn everywhere(line: &Line) -> String {
    if line.target.cut <= 0.0 {
        return "A cut of 0% lowers nothing, so no fall everywhere compares with it.".to_owned();
    }
    if line.fall_of_mean <= 0.0 {
        return "A flatter line lowers nothing here, so no fall everywhere compares with it.".to_owned();
    }
    let fall = on_line(line, line.fall_of_mean);
    if line.fall_of_mean > line.target.least {
        return format!(
            "A fall by {fall} everywhere would give the same average, but the least deprived end would fall below 0."
        );
    }
    format!(
        "A fall by {fall} everywhere would give the same average. It would help the least deprived end too, and leave the gap \
         between the ends at {}. The cut brings that gap to {}.",
        on_line(line, line.gap_before),
        on_line(line, line.gap_after)
    )
}

/// What the second line comes to.
pub fn second(choices: &TargetChoices, line: &Line) -> String {
    format!("{} {}", second_basis(choices), headline(choices, line))
}

/// What its rates are.
pub fn second_basis(choices: &TargetChoices) -> &'static str {
    if is_made_up(choices) {
        "Peterborough, with made-up numbers (illustrative)."
    } else {
        "Peterborough, with numbers that you typed."
    }
}

fn is_made_up(choices: &TargetChoices) -> bool {
    choices.second_rates() == Some(Rates::ILLUSTRATIVE)
}

/// What is wrong with three rates that make no line, and what to do. `is_second` for those of the second line.
pub fn problem(error: TargetError, is_second: bool) -> String {
    let whose = if is_second { "For Peterborough, the" } else { "The" };
    match error {
        TargetError::Position => format!(
            "{whose} average must lie between the rates at the two ends, and differ from the one at the least deprived end. \
             Change one of the three."
        ),
        TargetError::Rate | TargetError::BelowZero => {
            format!("{whose} rates do not make a line. Change one of the three.")
        }
    }
}

/// Heading of a message about rates that make no line.
pub const PROBLEM: &str = "These rates do not make a line";

/// What the cut means, and what is assumed.
pub const MEANING: [&str; 3] = [
    "Everyone but the least deprived gains, and the more deprived gain more. That is what “proportionate universalism” \
     means here: work across all places, with most effort where it is most needed.",
    "The least deprived areas are taken to stay as they are. If they improve too, the average falls further, but the slope \
     stays steeper.",
    "The line says what the target is, not how to meet it. The strategy itself says that an exact overall rate cannot be \
     predicted.",
];

/// Caption of the picture.
pub fn caption(choices: &TargetChoices) -> String {
    format!("The line now, and with its slope cut by {}", chosen_percent(choices.cut))
}

/// Key of the picture: now, target.
pub const KEY: [&str; 2] = ["Now", "Target"];

/// What the picture says.
pub const PICTURE: SlopeWords = SlopeWords {
    ends: ["Least deprived", "Most deprived"],
    average: "Average person",
    stays: "stays",
    axis: "Deaths for each 100,000 people",
};

/// A rate in figures.
pub fn rate(rate: f64) -> String {
    if rate >= 10_000.0 { super::number::count(rate) } else { short_decimal(rate) }
}

/// The panels of the picture.
pub fn panels(choices: &TargetChoices, targets: &Targets) -> Vec<SlopePanel> {
    let first = targets.line.ok().map(|line| SlopePanel { title: first_name(choices).to_owned(), target: line.target });
    let second = targets.second.and_then(Result::ok);
    let second = second.map(|line| SlopePanel { title: second_name(choices).to_owned(), target: line.target });
    first.into_iter().chain(second).collect()
}

fn first_name(choices: &TargetChoices) -> &'static str {
    if choices.rates == Rates::CAMBRIDGESHIRE { "Cambridgeshire" } else { "Your own line" }
}

fn second_name(choices: &TargetChoices) -> &'static str {
    if is_made_up(choices) { "Peterborough (made up)" } else { "Peterborough (yours)" }
}

/// What the picture shows, for those who do not see it.
pub fn description(choices: &TargetChoices, targets: &Targets) -> String {
    let said = targets.line.as_ref().map_or_else(|_| String::new(), |line| headline(choices, line));
    format!("{}. {said}", caption(choices))
}

/// Headings of the table.
pub fn headings() -> Vec<String> {
    ["Line and place on it", "Now", "Target", "Fewer"].map(str::to_owned).to_vec()
}

/// Rows of the table.
pub fn rows(choices: &TargetChoices, targets: &Targets) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let lines = [(first_name(choices), targets.line.ok()), (second_name(choices), targets.second.and_then(Result::ok))];
    for (name, line) in lines {
        let Some(line) = line else { continue };
        let row = |at: &str, numbers: [f64; 3]| {
            let mut row = vec![format!("{name}: {at}")];
            row.extend(numbers.map(short_decimal));
            row
        };
        let target = &line.target;
        rows.push(row(RATE_LABELS[1], [target.least, target.least, 0.0]));
        rows.push(row(RATE_LABELS[0], [target.mean_before, target.mean_after, line.fall_of_mean]));
        rows.push(row(RATE_LABELS[2], [target.most_before, target.most_after, line.fall_of_most]));
        rows.push(row(GAP, [line.gap_before, line.gap_after, line.fall_of_most]));
    }
    rows
}

const GAP: &str = "Gap between the ends";

/// Heading of where the numbers come from.
pub const SOURCES: &str = "Where these numbers come from";

/// Each number of the line with what it rests on.
pub fn sources(choices: &TargetChoices) -> Vec<String> {
    let printed = TargetChoices::default();
    let own = |is_own: bool, text: &str| if is_own { YOURS.to_owned() } else { text.to_owned() };
    let (rates, usual) = (choices.rates, printed.rates);
    let mut all = vec![
        format!("Cut of {}: {}", chosen_percent(choices.cut), own(choices.cut != printed.cut, CUT_SOURCE)),
        format!("Average of {}: {}", rates.mean, own(rates.mean != usual.mean, MEAN_SOURCE)),
        format!("Least deprived end, {}: {}", rates.least, own(rates.least != usual.least, LEAST_SOURCE)),
        format!("Most deprived end, {}: {}", rates.most, own(rates.most != usual.most, MOST_SOURCE)),
    ];
    if choices.second_rates().is_some() {
        let basis = if is_made_up(choices) { "illustrative, made up." } else { YOURS };
        all.push(format!("Peterborough: {basis} The strategy prints no rate for it."));
    }
    all
}

const YOURS: &str = "your own.";
const CUT_SOURCE: &str = "published, in the strategy.";
const MEAN_SOURCE: &str = "published, in the strategy, for Cambridgeshire in the three years to 2019. It prints “around 92” for \
     after the cut.";
const LEAST_SOURCE: &str = "worked out. It is the only rate from which a cut of 20% takes an average of 102 to 92.";
const MOST_SOURCE: &str = "worked out: four times 52. The strategy says “around four times” of some of the most deprived areas. \
     The average person then stands 32% of the way along the line, since few people live in the most deprived areas. If \
     areas stood in order of rank, with the average person in the middle, the line would end at 152.";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn appendix_c_in_words() {
        let choices = TargetChoices::default();
        let line = Targets::new(&choices).line.unwrap();
        assert_eq!(big_number(&line), "92.0");
        assert_eq!(big_number_meaning(&line), "preventable deaths before 75 for each 100,000 people: 10 fewer");
        assert_eq!(
            headline(&choices, &line),
            "Cut the slope by 20%, and the average falls from 102 to 92. At the most deprived end the rate falls from 208 to \
             176.8: 31.2 fewer. At the least deprived end it stays at 52."
        );
        assert_eq!(ratio(&line), "The most deprived end goes from 4.0 times the least deprived one to 3.4 times.");
        assert!(everywhere(&line).contains("leave the gap between the ends at 156. The cut brings that gap to 124.8."));
    }
}
