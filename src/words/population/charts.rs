//! Captions and tables of the charts.

use super::{
    amount, at, chosen, chosen_shift, factor, factor_capital, fall, fifth_in_words, in_100, of_place, past, shift_name,
    treat_name, unit,
};
use crate::chart::pair_bars::PairOfBars;
use crate::chart::risk_curves::RiskWords;
use crate::chart::risk_fifths::FifthBar;
use crate::data::RankBy;
use crate::results::population::{FifthAtRisk, Risk};
use crate::scenario::population::PopulationChoices;
use crate::scenario::{CutKind, Place, Scenario, Thousandths};
use crate::words::capital;
use crate::words::missed::{about_percent, quintile_names};
use crate::words::number::{percent, whole_percent};

/// Caption of the curves.
pub fn curves_caption(choices: &PopulationChoices) -> String {
    format!("How {} is spread over adults", factor(choices))
}

/// How to read them.
pub fn curves_note(choices: &PopulationChoices) -> String {
    format!(
        "The higher a curve, the more adults have that {}. The shaded bands start at the lines. Above them stands how many \
         adults are in each band now. The two small areas are those who are treated, before and after: from {} on, they move to the left.",
        factor(choices),
        chosen(choices.treat_past)
    )
}

/// What the curves show, for those who do not see them.
pub fn curves_description(choices: &PopulationChoices, risk: &Risk) -> String {
    let past_high = |curve: &crate::model::population::Distribution| percent(curve.share_above(choices.line(1).get()));
    let earlier = risk
        .earlier
        .as_ref()
        .map_or_else(String::new, |earlier| format!("{}: {}. ", earlier_name(choices), past_high(earlier)));
    format!(
        "Adults with {}. {earlier}{}: {}. {}: {}. {}: {}.",
        past(choices, choices.line(1)),
        now_name(choices),
        past_high(&risk.now),
        treat_name(choices),
        percent(risk.treat.crossings.get(1).map_or(0.0, |crossing| crossing.after)),
        shift_name(choices),
        past_high(&risk.shift.after)
    )
}

fn now_name(choices: &PopulationChoices) -> String {
    choices.year.map_or_else(|| "Now".to_owned(), |year| year.to_string())
}

fn earlier_name(choices: &PopulationChoices) -> String {
    choices.earlier_year.map_or_else(|| "Earlier".to_owned(), |year| year.to_string())
}

/// Characters of a name or unit at most inside a picture, where lines do not break.
const MOST_IN_PICTURE: usize = 14;

/// A line, without its name where that is too long for a picture.
fn at_in_picture(choices: &PopulationChoices, line: Thousandths) -> String {
    let is_short = factor(choices).chars().count() <= MOST_IN_PICTURE;
    if is_short { at(choices, line) } else { chosen(line) }
}

fn shift_in_picture(choices: &PopulationChoices) -> String {
    let is_short = unit(choices).chars().count() <= MOST_IN_PICTURE;
    if is_short { format!("After a fall of {}", chosen_shift(choices)) } else { "After the shift".to_owned() }
}

/// What is said in the picture.
pub fn curves_words(choices: &PopulationChoices, risk: &Risk) -> RiskWords {
    let lines = &choices.thresholds;
    let band = |index: usize| {
        let line = lines[index];
        let next = lines.get(index + 1);
        let share = risk.share_in_band(line.get(), next.map(|next| next.get()));
        let name = match next {
            Some(&next) => format!("{}–{}", chosen(line), chosen(next)),
            None => format!("{}+", chosen(line)),
        };
        [name, percent(share), whole_percent(share)]
    };
    RiskWords {
        thresholds: lines.iter().map(|&line| chosen(line)).collect(),
        bands: (0..lines.len()).map(band).collect(),
        axis: format!("{} ({})", factor_capital(choices), unit(choices)),
        curves: [
            earlier_name(choices),
            now_name(choices),
            "Those treated, before".to_owned(),
            "Those treated, after".to_owned(),
            shift_in_picture(choices),
        ],
    }
}

/// Headings of the curves' table.
pub fn curves_headings(choices: &PopulationChoices, risk: &Risk) -> Vec<String> {
    let mut headings = vec!["Adults in 100".to_owned()];
    headings.extend(risk.earlier.is_some().then(|| earlier_name(choices)));
    headings.extend([now_name(choices), treat_name(choices), shift_name(choices)]);
    headings
}

/// Rows of the curves' table: each line, then the mean and the spread.
pub fn curves_rows(choices: &PopulationChoices, risk: &Risk) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let crossings = risk.treat.crossings.iter().zip(&risk.shift.crossings);
    for (&line, (treat, shift)) in choices.thresholds.iter().zip(crossings) {
        let mut row = vec![past(choices, line)];
        row.extend(risk.earlier.map(|earlier| in_100(earlier.share_above(line.get()))));
        row.extend([treat.before, treat.after, shift.after].map(in_100));
        rows.push(row);
    }
    let write = |value: Option<f64>| value.map_or_else(|| "none".to_owned(), amount);
    let mut row = vec![format!("Average ({})", unit(choices))];
    row.extend(risk.earlier.map(|earlier| write(earlier.mean())));
    row.extend([risk.now.mean(), risk.mean_after_treating(), risk.shift.after.mean()].map(write));
    rows.push(row);
    rows
}

/// Caption of those who move.
pub const MOVED_CAPTION: &str = "Who moves below each line";
/// Opens it.
pub const HOW_MANY_MOVE: &str = "How many people each approach moves";
/// Opens the picture of fifths.
pub const FIFTH_BY_FIFTH: &str = "Fifth by fifth: whom a target misses";
/// How to read it.
pub const MOVED_NOTE: &str = "Adults in every 100, and how many that is in this place.";

/// The bars of those who move.
pub fn moved_bars(choices: &PopulationChoices, risk: &Risk) -> Vec<PairOfBars> {
    let crossings = risk.treat.crossings.iter().zip(&risk.shift.crossings);
    let group = |(&line, (treat, shift)): (&Thousandths, _)| {
        let (treat, shift): (&crate::model::population::Crossing, &crate::model::population::Crossing) = (treat, shift);
        let values = [treat.moved_below, shift.moved_below];
        PairOfBars {
            name: format!("Below {}", at_in_picture(choices, line)),
            values,
            figures: values.map(|share| {
                // A real minus sign where people move up past a line.
                let sign = if share < 0.0 { "−" } else { "" };
                format!("{sign}{} ({sign}{})", in_100(share.abs()), of_place(risk.adults_of(share.abs())))
            }),
        }
    };
    choices.thresholds.iter().zip(crossings).map(group).collect()
}

/// The same for those who do not see the bars.
pub fn moved_description(choices: &PopulationChoices, risk: &Risk) -> String {
    let group = |bars: PairOfBars| format!("{}: {} against {}", bars.name, bars.figures[0], bars.figures[1]);
    let all: Vec<String> = moved_bars(choices, risk).into_iter().map(group).collect();
    format!("{}. {}, then {}. {}.", MOVED_CAPTION, treat_name(choices), shift_name(choices), all.join("; "))
}

/// Headings of the table of those who move.
pub fn moved_headings(choices: &PopulationChoices) -> Vec<String> {
    vec![
        "Move below".to_owned(),
        format!("{}: in 100 adults", treat_name(choices)),
        "In this place".to_owned(),
        format!("{}: in 100 adults", shift_name(choices)),
        "In this place".to_owned(),
        "A fall for everyone that moves as many as treating".to_owned(),
    ]
}

/// Rows of the table of those who move.
pub fn moved_rows(choices: &PopulationChoices, risk: &Risk) -> Vec<Vec<String>> {
    let crossings = risk.treat.crossings.iter().zip(&risk.shift.crossings).zip(&risk.equal.thresholds);
    let mut rows = Vec::new();
    for (&line, ((treat, shift), equal)) in choices.thresholds.iter().zip(crossings) {
        let both = |share: f64| [in_100(share), of_place(risk.adults_of(share))];
        let mut row = vec![at(choices, line)];
        row.extend(both(treat.moved_below));
        row.extend(both(shift.moved_below));
        row.push(equal.map_or_else(|| "none".to_owned(), |size| fall(choices, choices.shift_by, size)));
        rows.push(row);
    }
    rows
}

/// Caption of the fifths.
pub fn fifths_caption(choices: &PopulationChoices, risk: &Risk) -> String {
    capital(&format!(
        "{} of adults with {} are missed",
        about_percent(risk.is_approximate, risk.missed.missed),
        past(choices, choices.line(0))
    ))
}

/// Key of the fifths: reached, missed though past the second line, missed and past the first one alone.
pub fn fifths_key(choices: &PopulationChoices) -> [String; 3] {
    let high = past(choices, choices.line(1));
    [
        format!("Reached: {high}, most deprived fifth"),
        format!("Missed: {high}, elsewhere"),
        format!("Missed: {} {} to {}", factor(choices), chosen(choices.line(0)), chosen(choices.line(1))),
    ]
}

/// What the fifths are, and what is taken to be so.
pub fn fifths_note(scenario: &Scenario, risk: &Risk) -> String {
    let estimate = if risk.is_approximate { " How many people live in each is an estimate." } else { "" };
    let which = match (risk.scale, &scenario.place) {
        // Its own areas are England's.
        (_, Place::England) => "Fifths of England’s areas.",
        (CutKind::National, _) => {
            "Fifths of England’s areas, so a place can have more or fewer people in each. A fifth of the place’s own areas \
             is another thing."
        }
        (CutKind::Local, _) => "Fifths of this place’s own areas. A fifth of England’s areas is another thing.",
    };
    let bars = past(&scenario.population, scenario.population.line(0));
    let gap = match scenario.population.gradient {
        crate::scenario::population::GradientKind::None => "All fifths are taken to be alike.",
        _ => "The fifths between lie on a straight line.",
    };
    format!("At the end of each bar: adults with {bars}. {which}{estimate} {gap}")
}

/// The bars of the fifths.
pub fn fifths_bars(risk: &Risk) -> [FifthBar; 5] {
    let mut names = quintile_names(RankBy::Imd).into_iter();
    risk.fifths.map(|fifth| FifthBar {
        name: names.next().unwrap_or_default(),
        people: fifth.adults_past(),
        figure: of_place(fifth.adults_at_risk()),
    })
}

/// Headings of the fifths' table.
pub fn fifths_headings(choices: &PopulationChoices) -> Vec<String> {
    let [low, high] = [0, 1].map(|index| past(choices, choices.line(index)));
    vec![
        "Fifth".to_owned(),
        "Adults".to_owned(),
        format!("In 100: {low}"),
        low,
        format!("In 100: {high}"),
        high,
        "Reached".to_owned(),
    ]
}

/// Rows of the fifths' table.
pub fn fifths_rows(risk: &Risk) -> Vec<Vec<String>> {
    let row = |(index, (fifth, name)): (usize, (&FifthAtRisk, String))| {
        let [high, _] = fifth.adults_past();
        vec![
            name,
            of_place(fifth.adults),
            in_100(fifth.past_low),
            of_place(fifth.adults_at_risk()),
            in_100(fifth.past_high),
            of_place(high),
            of_place(if index == 0 { high } else { 0.0 }),
        ]
    };
    risk.fifths.iter().zip(quintile_names(RankBy::Imd)).enumerate().map(row).collect()
}

/// Below the title of a picture: the place and both approaches.
pub fn about_curves(place: &str, choices: &PopulationChoices) -> String {
    format!(
        "{place}. {} ({} of those offered take it up, and fall by {}). {}.",
        treat_name(choices),
        super::chosen_percent(choices.uptake),
        super::chosen_effect(choices),
        shift_name(choices)
    )
}

/// Below the title of a picture of fifths.
pub fn about_fifths(place: &str, scenario: &Scenario, risk: &Risk) -> String {
    let high = past(&scenario.population, scenario.population.line(1));
    format!("{place}. Help for adults with {high} who live in {}.", fifth_in_words(scenario, risk))
}
