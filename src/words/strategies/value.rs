//! Value for money: who can have the offers, what they are held against, what one more averted costs, and how sure that is.

use super::{assumption_name, benefit, in_sentence, name};
use crate::model::Counts;
use crate::model::strategies::{Against, Standing};
use crate::results::value::{AtWorth, Certainty, OptionValue, ValueForMoney};
use crate::scenario::Scenario;
use crate::scenario::offers::{Offers, PER};
use crate::scenario::programme::{AvertsKind, Comparator, EligibleKind, ProgrammeChoices};
use crate::words::common::{in_need, people};
use crate::words::list_of;
use crate::words::number::{count, fixed, percent, points, pounds};

/// Opens the part.
pub const VALUE: &str = "Value for money: who can have it, and what one more costs";
/// Heading of the choices.
pub const PROGRAMME: &str = "The programme";
/// Heading of the numbers.
pub const VALUE_TABLE: &str = "What each offer adds";
/// Label of the choice of who can have the offers.
pub const ELIGIBLE: &str = "Who can have it";
/// Label of the number of people in need who can.
pub const ELIGIBLE_NEED: &str = "Number of people in need";
/// Label of the number of others who can.
pub const ELIGIBLE_OTHERS: &str = "Number of others";
/// Said of text that is no number of people.
pub const PEOPLE_ERROR: &str = "Type a number of people, such as 8200";
/// After a number of people.
pub const PEOPLE_UNIT: &str = "people";
/// Where the shares are set.
pub const ELIGIBLE_HINT: &str = "Set the two shares in “What is assumed”.";
/// Where uptake and cost of the service of today are set.
pub const PRESENT_HINT: &str = "Set its uptake and its cost in “What is assumed”.";
/// Label of the choice of what the offers are held against.
pub const AGAINST: &str = "Held against";
/// Label of the choice of outcome.
pub const AVERTS: &str = "What it averts";
/// Hint of that choice.
pub const AVERTS_HINT: &str = "The rates are yours to set, in “What is assumed”.";
/// Label of the years.
pub const YEARS: &str = "For how many years it works";
/// After a number of years.
pub const YEARS_UNIT: &str = "years";
/// Said of text that is no number of years.
pub const YEARS_ERROR: &str = "Type a whole number of years from 1 to 60, such as 10";
/// Label of the discount rate.
pub const DISCOUNT: &str = "Discount rate: later years count for less";
/// Hint of the discount rate.
pub const DISCOUNT_HINT: &str = "0 is off. The Treasury’s Green Book takes 3.5% a year.";
/// Said of text that is no rate.
pub const DISCOUNT_ERROR: &str = "Type a per cent a year from 0 to 100, such as 3.5";
/// After the rate.
pub const DISCOUNT_UNIT: &str = "% a year";
/// Label of the price year.
pub const PRICE_YEAR: &str = "Year of the prices";
/// Said of text that is no year.
pub const PRICE_YEAR_ERROR: &str = "Type a year, such as 2025, or leave it empty";
/// Label of the worth.
pub const WORTH: &str = "What averting one is worth";
/// Hint of the worth.
pub const WORTH_HINT: &str = "What the same money does elsewhere. Empty: none is taken.";
/// Said of text that is no worth.
pub const WORTH_ERROR: &str = "Type pounds, such as 20000, or leave it empty";
/// While the draws run.
pub const VALUE_DRAWING: &str = "Working out how sure this is…";

/// Who can have the offers.
pub const fn eligible_name(kind: EligibleKind) -> &'static str {
    match kind {
        EligibleKind::Everyone => "everyone here",
        EligibleKind::Share => "a share, by need",
        EligibleKind::Number => "a number, by need",
    }
}

/// What the offers are held against.
pub const fn against_name(against: Comparator) -> &'static str {
    match against {
        Comparator::Nothing => "doing nothing",
        Comparator::Present => "the service now, which each offer would replace",
    }
}

/// The same inside a sentence.
pub(super) const fn base(against: Comparator) -> &'static str {
    match against {
        Comparator::Nothing => "doing nothing",
        Comparator::Present => "the service now",
    }
}

/// What the offers avert, as a choice.
pub const fn averts_name(averts: AvertsKind) -> &'static str {
    match averts {
        AvertsKind::BadOutcome => "a bad outcome, once or never",
        AvertsKind::PrematureDeaths => "deaths before the age of 75",
        AvertsKind::YearsLost => "years of life lost",
        AvertsKind::HospitalStays => "stays in hospital",
    }
}

/// The same with the years and the rate that go with it.
pub fn averts_in_full(programme: &ProgrammeChoices) -> String {
    let name = averts_name(programme.averts);
    match (programme.averts.is_yearly(), programme.discount.tenths()) {
        (false, _) => name.to_owned(),
        (true, 0) => format!("{name}, {}", over_years(programme.years)),
        (true, _) => {
            format!("{name}, {}, discounted by {}", over_years(programme.years), percent(programme.discount.as_share()))
        }
    }
}

fn over_years(years: u8) -> String {
    if years == 1 { "in one year".to_owned() } else { format!("over {years} years") }
}

/// One and many of what is averted.
pub const fn things(averts: AvertsKind) -> [&'static str; 2] {
    match averts {
        AvertsKind::BadOutcome => ["bad outcome", "bad outcomes"],
        AvertsKind::PrematureDeaths => ["premature death", "premature deaths"],
        AvertsKind::YearsLost => ["year of life lost", "years of life lost"],
        AvertsKind::HospitalStays => ["hospital stay", "hospital stays"],
    }
}

/// What is counted as benefit.
pub const fn averted(averts: AvertsKind) -> &'static str {
    match averts {
        AvertsKind::BadOutcome => "bad outcomes averted",
        AvertsKind::PrematureDeaths => "premature deaths averted",
        AvertsKind::YearsLost => "years of life lost averted",
        AvertsKind::HospitalStays => "hospital stays averted",
    }
}

/// The unit of a gap, and how many of it make 1.
pub(super) const fn gap_unit(averts: AvertsKind) -> (&'static str, f64) {
    if averts.is_yearly() { ("for each 100,000 a year", PER) } else { ("in points", 100.0) }
}

/// A yearly rate, where what it is of says that it is one.
pub(super) fn rate(rate: f64) -> String {
    format!("{} per 100,000", fixed(rate * PER, 1))
}

/// A yearly rate.
pub fn per_100_000(yearly: f64) -> String {
    format!("{} a year", rate(yearly))
}

/// A gap in risk or in a yearly rate, or a change of it.
pub fn gap(averts: AvertsKind, value: f64) -> String {
    if averts.is_yearly() { per_100_000(value) } else { points(value) }
}

/// The size of a gap.
pub(super) fn gap_size(averts: AvertsKind, value: f64) -> String {
    if averts.is_yearly() { per_100_000(value) } else { percent(value) }
}

/// What makes the offers a programme; `None` where nothing does.
pub fn programme(scenario: &Scenario, value: &ValueForMoney) -> Option<String> {
    let choices = &scenario.offers.programme;
    if choices.is_usual() {
        return None;
    }
    let mut said = Vec::new();
    if scenario.offers.is_for_some() {
        said.push(eligible(scenario, value.eligible));
    }
    if scenario.offers.has_present() {
        said.push("Each offer is held against the service now, which it would replace.".to_owned());
    }
    if choices.averts.is_yearly() {
        let years = over_years(choices.years);
        let discount = match choices.discount.tenths() {
            0 => String::new(),
            _ => format!(", later years counting {} less each", percent(choices.discount.as_share())),
        };
        said.push(format!("What is averted is {} {years}{discount}.", things(choices.averts)[1]));
    }
    said.extend(choices.price_year.map(|year| format!("Costs are in prices of {year}.")));
    (!said.is_empty()).then(|| said.join(" "))
}

fn eligible(scenario: &Scenario, eligible: Counts) -> String {
    let capped = match scenario.offers.programme.eligible {
        EligibleKind::Number if is_capped(&scenario.offers, eligible) => " More were typed than live here.",
        _ => "",
    };
    format!(
        "The numbers are of the {} {} who can have it, {} of them {}.{capped}",
        count(eligible.people),
        people(scenario),
        count(eligible.in_need),
        in_need(scenario)
    )
}

/// Whether more people were typed than there are.
fn is_capped(offers: &Offers, eligible: Counts) -> bool {
    let [need, others] = offers.programme.numbers.map(|number| number as f64);
    need > eligible.in_need + 0.5 || others > eligible.people - eligible.in_need + 0.5
}

/// What an offer adds, in a sentence or two.
pub fn value(scenario: &Scenario, option: &OptionValue) -> String {
    let programme = &scenario.offers.programme;
    let (averts, base) = (programme.averts, base(programme.against));
    let [one, many] = things(averts);
    let offer = name(option.strategy);
    let much = how_much(option.averted);
    let counted = if much == benefit(1.0) { one } else { many };
    match option.on_averted {
        Against::Same => format!("{offer} averts as much as {base}, for as much."),
        Against::MoreForMore(ratio) => format!(
            "{offer} averts {much} more {counted} than {base}, for {} more: {} for each.",
            pounds(option.cost),
            pounds(ratio)
        ),
        Against::LessForLess(ratio) => format!(
            "{offer} averts {much} fewer {counted} than {base} and saves {}: {} for each.",
            pounds(-option.cost),
            pounds(ratio)
        ),
        Against::Dominates => format!("{offer} does better than {base}: {}.", both(option, &much, counted)),
        Against::IsDominated => format!("{offer} does worse than {base}: {}.", both(option, &much, counted)),
    }
}

/// How much more or less is averted. What is there is never called none.
fn how_much(averted: f64) -> String {
    let much = benefit(averted.abs());
    if averted != 0.0 && much == benefit(0.0) { format!("under {}", benefit(0.1)) } else { much }
}

/// What an offer averts and costs beyond the other, where one is better on both or equal on one.
fn both(option: &OptionValue, much: &str, counted: &str) -> String {
    let averts = match option.averted {
        0.0 => "it averts as much".to_owned(),
        more if more > 0.0 => format!("it averts {much} more {counted}"),
        _ => format!("it averts {much} fewer {counted}"),
    };
    let costs = match option.cost {
        0.0 => "for as much".to_owned(),
        more if more > 0.0 => format!("for {} more", pounds(more)),
        less => format!("for {} less", pounds(-less)),
    };
    format!("{averts}, {costs}")
}

/// A sentence on each offer, and how they stand among each other.
pub fn values(scenario: &Scenario, value_of: &ValueForMoney) -> Vec<String> {
    let mut said: Vec<String> = value_of.options.iter().map(|option| value(scenario, option)).collect();
    said.extend(choice(scenario, value_of));
    said
}

/// Which offers are worth choosing, by what averting one is worth.
pub fn choice(scenario: &Scenario, value_of: &ValueForMoney) -> Option<String> {
    let averts = scenario.offers.programme.averts;
    let mut steps: Vec<(f64, String)> = value_of
        .standings
        .iter()
        .enumerate()
        .filter_map(|(at, standing)| match standing {
            Standing::Next { ratio, .. } => Some((*ratio, option_name(scenario, value_of, at))),
            _ => None,
        })
        .collect();
    steps.sort_by(|one, other| one.0.total_cmp(&other.0));
    let first = value_of.standings.iter().position(|standing| matches!(standing, Standing::Least))?;
    let first = option_name(scenario, value_of, first);
    if steps.is_empty() {
        return Some(format!("No other choice beats {first}, whatever averting one is worth."));
    }
    let steps = steps.into_iter().map(|(ratio, offer)| format!("{offer} from {}", pounds(ratio)));
    Some(format!(
        "By what averting one {} is worth, the best choice is {first} at first, then {}.",
        things(averts)[0],
        list_of(&steps.collect::<Vec<_>>())
    ))
}

/// An option inside a sentence, by its position: first what the offers are held against.
pub(super) fn option_name(scenario: &Scenario, value_of: &ValueForMoney, at: usize) -> String {
    let offer = at.checked_sub(1).and_then(|at| value_of.options.get(at));
    offer.map_or_else(|| base(scenario.offers.programme.against), |option| in_sentence(option.strategy)).to_owned()
}

/// How sure the choice is, and what it would be worth to know more.
pub fn certainty(scenario: &Scenario, value_of: &ValueForMoney, certainty: &Certainty) -> Vec<String> {
    let averts = scenario.offers.programme.averts;
    let Some(at) = &certainty.at_worth else {
        return vec![format!(
            "Say above what averting one {} is worth, and see how sure the choice is and what it would be worth to know more.",
            things(averts)[0]
        )];
    };
    let mut said = vec![best(scenario, value_of, at)];
    said.push(match at.perfect_information {
        _ if !at.is_worth_knowing() => "To know all that is assumed would not change the choice.".to_owned(),
        worth => format!(
            "To know all that is assumed before choosing would be worth {} on average{}.",
            pounds(worth),
            matters(at)
        ),
    });
    said
}

/// Which option is best in how many draws.
fn best(scenario: &Scenario, value_of: &ValueForMoney, at: &AtWorth) -> String {
    let mut best = (0, 0.0_f64);
    for (option, &share) in at.acceptability.iter().enumerate() {
        if share > best.1 {
            best = (option, share);
        }
    }
    let one = things(scenario.offers.programme.averts)[0];
    format!(
        "Where averting one {one} is worth {}, {} is best in {} of draws.",
        pounds(at.worth),
        option_name(scenario, value_of, best.0),
        percent(best.1)
    )
}

/// The assumptions that are worth knowing most.
fn matters(at: &AtWorth) -> String {
    let most: Vec<String> = at
        .worth_knowing()
        .take(2)
        .map(|(assumption, worth)| format!("“{}” {}", assumption_name(assumption), pounds(worth)))
        .collect();
    if most.is_empty() {
        ", but no single one of them".to_owned()
    } else {
        format!("; of these {} alone", list_of(&most))
    }
}
