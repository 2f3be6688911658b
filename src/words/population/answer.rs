//! The answer in sentences.

use super::{
    amount, at, chosen, chosen_effect, chosen_percent, chosen_shift, factor, fall, in_100, of_place, past, unit,
};
use crate::data::Edition;
use crate::results::population::Risk;
use crate::scenario::population::{FactorStart, Figure, FigureBasis, FitKind, PopulationChoices, SizeBy};
use crate::scenario::{CutKind, Place, Scenario};
use crate::words::common::SOURCE;
use crate::words::missed::about_percent;
use crate::words::number::{count, percent};
use crate::words::{capital, sources};

/// The big number: the fall for everyone that does as much for the mean as the programme.
pub fn big_number(choices: &PopulationChoices, risk: &Risk) -> String {
    match risk.equal.mean {
        Some(size) if size > 0.0 => capital(&fall(choices, choices.shift_by, size)),
        _ => "No fall".to_owned(),
    }
}

/// What the big number is.
pub fn big_number_meaning(choices: &PopulationChoices, risk: &Risk) -> String {
    let treated = in_100(risk.treat.treated);
    if risk.treat.mean_change == 0.0 {
        return format!("is needed to do as much for the average: {}", treats_nobody(choices, risk));
    }
    if risk.equal.mean.is_none() {
        return format!("in % for everyone does as much for the average as treating {treated} in every 100 adults");
    }
    format!("off everyone’s {} does as much for the average as treating {treated} in every 100 adults", factor(choices))
}

/// One sentence: what the same fall means counted by those who move below the treatment line.
pub fn headline(choices: &PopulationChoices, risk: &Risk) -> String {
    let line = at(choices, choices.treat_past);
    if risk.treat.mean_change == 0.0 {
        return format!(
            "{}. The average {} stays as it is, and nobody moves below {line}.",
            capital(treats_nobody(choices, risk)),
            factor(choices)
        );
    }
    let treated = format!(
        "Treating {} in every 100 adults lowers the average {} by {} {}, and {}",
        in_100(risk.treat.treated),
        factor(choices),
        amount(-risk.treat.mean_change),
        unit(choices),
        moves(choices, risk.treat_at.moved_below),
    );
    if risk.treat_at.moved_below == 0.0 {
        return format!("{treated}.");
    }
    let equal = match risk.equal.treat_past {
        Some(size) if size > 0.0 => {
            format!("A fall of {} for everyone would move as many below it.", fall(choices, choices.shift_by, size))
        }
        _ => NO_EQUAL_LINE.to_owned(),
    };
    format!("{treated}. {equal}")
}

/// Stands for a mean or a spread that there is not.
pub const NO_MEAN: &str = "The curve is so wide that it has none.";
/// Said where no fall in per cent takes as many below a line: the line is at 0 or lower.
pub const NO_EQUAL_LINE: &str =
    "No fall in % for everyone would move as many below it: a fall in % takes nobody past 0.";
/// Said where no fall in per cent lowers the average as much.
pub const NO_EQUAL_MEAN: &str =
    "No fall in % for everyone would do as much: treatment takes away the whole average or more.";

/// Why treating does nothing, where it does nothing.
fn treats_nobody(choices: &PopulationChoices, risk: &Risk) -> &'static str {
    match () {
        () if risk.treat.eligible <= 0.0 => "nobody is past the line where treatment is offered",
        () if choices.uptake.tenths() == 0 => "nobody takes treatment up",
        () => "treatment lowers nothing",
    }
}

/// What the shift that was chosen does.
pub fn shift_sentence(choices: &PopulationChoices, risk: &Risk) -> String {
    if choices.shift.thousandths() == 0 {
        return "A fall of 0 for everyone changes nothing.".to_owned();
    }
    // Values below 0 rise as they lose a part of themselves.
    let verb = if risk.shift.mean_change > 0.0 { "raises" } else { "lowers" };
    format!(
        "A fall of {} for everyone {verb} the average by {} {}, and {}.",
        chosen_shift(choices),
        amount(risk.shift.mean_change.abs()),
        unit(choices),
        moves(choices, risk.shift_at.moved_below),
    )
}

/// Who moves below the line past which treatment is offered, after what moves them.
fn moves(choices: &PopulationChoices, share: f64) -> String {
    let line = at(choices, choices.treat_past);
    match share {
        0.0 => format!("moves nobody below {line}"),
        up if up < 0.0 => format!("moves {} in 100 up past {line}", in_100(-up)),
        _ => format!("moves {} in 100 below {line}", in_100(share)),
    }
}

/// Heading of the two approaches.
pub const SIDE_BY_SIDE: &str = "The two approaches side by side";

/// Name of the programme.
pub fn treat_name(choices: &PopulationChoices) -> String {
    format!("Treat from {}", at(choices, choices.treat_past))
}

/// Name of the shift.
pub fn shift_name(choices: &PopulationChoices) -> String {
    format!("Shift everyone by {}", chosen_shift(choices))
}

/// What the programme does, in short lines.
pub fn treat_facts(choices: &PopulationChoices, risk: &Risk) -> Vec<String> {
    let people = |share: f64| of_place(risk.adults_of(share));
    let mut facts = vec![
        match risk.treat.eligible {
            0.0 => format!("Offered to nobody: no adult has {}", past(choices, choices.treat_past)),
            eligible => format!("Offered to {} in 100 adults ({} here)", in_100(eligible), people(eligible)),
        },
        match risk.treat.treated {
            0.0 => "Taken up by nobody".to_owned(),
            treated => {
                let uptake = chosen_percent(choices.uptake);
                format!("Taken up by {uptake} of them: {} in 100 ({})", in_100(treated), people(treated))
            }
        },
    ];
    facts.push(match risk.fall_of_treated() {
        Some(fall) if choices.effect_by == SizeBy::Percent => {
            format!(
                "Each person treated falls by {}: {} {} on average",
                chosen_effect(choices),
                amount(fall),
                unit(choices)
            )
        }
        Some(_) => format!("Each person treated falls by {}", chosen_effect(choices)),
        None => "Nobody is treated".to_owned(),
    });
    facts.push(average(choices, risk.treat.mean_change));
    facts.push(moved(choices, risk, risk.treat_at.moved_below));
    facts
}

/// What the shift does, in short lines.
pub fn shift_facts(choices: &PopulationChoices, risk: &Risk) -> Vec<String> {
    let each = match choices.shift_by {
        SizeBy::Units => format!("Each person falls by {}", chosen_shift(choices)),
        SizeBy::Percent if risk.shift.mean_change > 0.0 => format!(
            "Each value comes {} closer to 0: {} {} up on average",
            chosen_shift(choices),
            amount(risk.shift.mean_change),
            unit(choices)
        ),
        SizeBy::Percent => format!(
            "Each person falls by {}: {} {} on average",
            chosen_shift(choices),
            amount(-risk.shift.mean_change),
            unit(choices)
        ),
    };
    vec![
        format!("Reaches all 100 in 100 adults ({} here)", of_place(risk.adults)),
        "Nobody has to come forward".to_owned(),
        each,
        average(choices, risk.shift.mean_change),
        moved(choices, risk, risk.shift_at.moved_below),
    ]
}

fn average(choices: &PopulationChoices, change: f64) -> String {
    if change == 0.0 {
        return "The average stays as it is".to_owned();
    }
    let verb = if change > 0.0 { "rises" } else { "falls" };
    format!("The average of all {verb} by {} {}", amount(change.abs()), unit(choices))
}

fn moved(choices: &PopulationChoices, risk: &Risk, share: f64) -> String {
    let line = at(choices, choices.treat_past);
    let move_to = |verb: &str, share: f64| {
        format!("{} in 100 {verb} {line} ({})", capital(&in_100(share)), of_place(risk.adults_of(share)))
    };
    match share {
        0.0 => format!("Nobody moves below {line}"),
        up if up < 0.0 => move_to("move up past", -up),
        _ => move_to("move below", share),
    }
}

/// Heading of what speaks for the first.
pub const TREAT_DOES_WELL: &str = "Where treating does better";
/// Heading of what speaks for the second.
pub const SHIFT_DOES_WELL: &str = "Where a shift does better";

/// What speaks for treating.
pub fn treat_does_well(choices: &PopulationChoices, risk: &Risk) -> Vec<String> {
    let mut points = Vec::new();
    let by = -risk.shift.mean_change;
    match risk.fall_of_treated() {
        Some(each) if each > by => points.push(format!(
            "It does more for each person treated: {} {unit} against {} {unit}.",
            amount(each),
            amount(by),
            unit = unit(choices)
        )),
        _ => points.push("It can be made for one person, with their own aims.".to_owned()),
    }
    let leads: Vec<String> = risk.lines_that_treating_leads().map(|index| chosen(choices.line(index))).collect();
    if let Some((last, others)) = leads.split_last() {
        let and = if others.is_empty() { "" } else { " and " };
        points.push(format!(
            "For the same fall of the average, it moves more people below {} {}{and}{last}.",
            factor(choices),
            others.join(", ")
        ));
    }
    points.push("It helps those at the highest risk first, and they have the most to gain.".to_owned());
    if let (Some(true), Some(&top)) = (risk.is_treat_ahead_at_the_top(), choices.thresholds.last()) {
        points.push(format!("It moves more people below the highest line, {}.", at(choices, top)));
    }
    points.push("It can start soon, with no change in law or in prices.".to_owned());
    points
}

/// What speaks for a shift.
pub fn shift_does_well(choices: &PopulationChoices, risk: &Risk) -> Vec<String> {
    // Past the first line, and not offered treatment.
    let left_out = risk.at_risk_not_offered(choices);
    let mut points = Vec::new();
    if choices.treat_past > choices.line(0) && left_out > 0.0 {
        points.push(format!(
            "It also helps the {} in 100 adults from {} to {}, who are offered no treatment.",
            in_100(left_out),
            at(choices, choices.line(0)),
            chosen(choices.treat_past)
        ));
    }
    if risk.is_treat_ahead_at_the_top() == Some(false)
        && let Some(&top) = choices.thresholds.last()
    {
        points
            .push(format!("With these numbers it moves more people below the highest line too, {}.", at(choices, top)));
    }
    points.push("It singles nobody out, and it helps those who never see a service.".to_owned());
    points.push("It slows the flow of people who come to be past a line in later years.".to_owned());
    if choices.start == FactorStart::Bmi && choices.name.is_none() {
        points.push("It can come from streets made for walking, or from fewer adverts for fast food.".to_owned());
    }
    points
}

/// Rose's prevention paradox.
pub const PARADOX: &str = "Each of us gains little from a small shift, and may not notice it. Yet a great many people at a \
     small risk can add up to more illness than a few people at a high risk. Geoffrey Rose called this the prevention \
     paradox. The two approaches can go together.";
/// Where it is from.
pub fn paradox_source() -> String {
    format!("{SOURCE}{}.", sources::PARADOX)
}

/// Heading of whom a target misses.
pub const MISSED: &str = "Who is missed by “high risk and most deprived”?";

/// The share missed, as a sentence.
pub fn missed_sentence(scenario: &Scenario, risk: &Risk) -> String {
    let choices = &scenario.population;
    let [low, high] = [0, 1].map(|index| past(choices, choices.line(index)));
    format!(
        "Suppose help goes to adults with {high} who live in {}. It then misses {} of all adults with {low}.",
        fifth_in_words(scenario, risk),
        about_percent(risk.is_approximate, risk.missed.missed)
    )
}

/// Which "most deprived fifth" is meant.
pub fn fifth_in_words(scenario: &Scenario, risk: &Risk) -> String {
    match (risk.scale, &scenario.place) {
        (_, Place::England) => "the most deprived fifth of England’s areas".to_owned(),
        (CutKind::National, _) if risk.fifths[0].people_share <= 0.0 => {
            "the most deprived fifth of England’s areas (none of this place’s people do)".to_owned()
        }
        (CutKind::National, _) => format!(
            "the most deprived fifth of England’s areas ({} of this place’s people do)",
            percent(risk.fifths[0].people_share)
        ),
        (CutKind::Local, _) => "the most deprived fifth of this place’s own areas".to_owned(),
    }
}

/// Whose numbers the place's are.
pub fn people_note(scenario: &Scenario, risk: &Risk) -> String {
    let year = match scenario.data {
        Edition::Iod2019 => "2015",
        Edition::Iod2025 => "2022",
    };
    let fitted = match scenario.population.fit {
        FitKind::Prevalences => Figure::Past,
        FitKind::Moments => Figure::Moments,
    };
    let what = match scenario.population.fit {
        FitKind::Prevalences => "shares past each line",
        FitKind::Moments => "average and the spread",
    };
    let curve = match fitted.basis(&scenario.population) {
        FigureBasis::Published(_) if scenario.place == Place::England => {
            format!("The curve is England’s ({}).", sources::SURVEY)
        }
        FigureBasis::Published(_) => format!(
            "The curve is England’s ({}), not this place’s own: put in the place’s shares if you have them.",
            sources::SURVEY
        ),
        FigureBasis::Illustrative => format!("The {what} are made up."),
        FigureBasis::Own => format!("The {what} are your own."),
    };
    format!(
        "This place has {} residents of all ages (mid {year}). At {} of them that is {} adults. {curve}",
        count(risk.residents),
        chosen_percent(scenario.population.adults),
        count(risk.adults)
    )
}

/// What is read out after a change.
pub fn spoken(choices: &PopulationChoices, risk: &Risk) -> String {
    capital(&format!(
        "{} {}. {}",
        big_number(choices, risk),
        big_number_meaning(choices, risk),
        shift_sentence(choices, risk)
    ))
}
