//! The keys of a link, each declared once: its name, what of a scenario it names, and in which form a link writes that. Both
//! reading and writing go by these declarations.
//!
//! A new key is a line here, at the place where links are to have it.

use super::audit::LEAST;
use super::gap_measures::{DRAWS, PER};
use super::gap_target::parse_rate;
use super::incentive::parse_pounds;
use super::link_value::Value;
use super::notice::{Notice, quoted};
use super::population::{parse_size, parse_value};
use super::programme::{parse_worth, parse_years};
use super::{MeasureChoices, Scenario};
use crate::data::table::AnswerKey;
use crate::model::strategies::Assumption;

/// The key of the place.
pub const PLACE_KEY: &str = "place";
/// The last step of a presentation that a link can name.
pub const MOST_STEPS: u8 = 99;

/// What a page is about.
const PAGE: [LinkKey; 21] = [
    LinkKey::of("view", |s| Value::Choice(&mut s.view)),
    LinkKey::of("data", |s| Value::Figures(&mut s.data, &mut s.own.is_used)),
    LinkKey::of("table", |s| Value::TableIfAny(&mut s.own.table)),
    LinkKey::of("unit-name", |s| Value::NameIfAny(&mut s.own.units)),
    LinkKey::of("people-name", |s| Value::NameIfAny(&mut s.own.people)),
    LinkKey::of("need-name", |s| Value::NameIfAny(&mut s.own.in_need)),
    LinkKey::of(PLACE_KEY, |s| Value::Place(&mut s.place)),
    LinkKey::of("place-name", |s| Value::NameIfAny(&mut s.place_name)),
    LinkKey::of("beside", |s| Value::Places(&mut s.beside)),
    LinkKey::of("unit-source", |s| Value::NameIfAny(&mut s.own.source)),
    LinkKey::of("need", |s| Value::Choice(&mut s.need)),
    LinkKey::of("rank", |s| Value::Choice(&mut s.rank)),
    LinkKey::of("cut", |s| Value::Choice(&mut s.cut)),
    LinkKey::of("basis", |s| Value::Choice(&mut s.basis)),
    LinkKey::of("share", |s| Value::Percent(&mut s.share)),
    LinkKey::of("whole", |s| Value::Choice(&mut s.whole)),
    LinkKey::of("codes", |s| Value::CodesIfAny(&mut s.codes)),
    LinkKey::of("goal", |s| Value::Percent(&mut s.goal)),
    LinkKey::of("within", |s| Value::Choice(&mut s.within)),
    LinkKey::of("kind", |s| Value::KindIfAny(&mut s.kind)),
    LinkKey::of("list-order", |s| Value::Choice(&mut s.list)),
];

/// The offers.
const OFFERS: [LinkKey; 6] = [
    LinkKey::of("offers", |s| Value::Compared(&mut s.offers.compare)),
    LinkKey::of("scope", |s| Value::Choice(&mut s.offers.need_scope)),
    LinkKey::of("outreach-to", |s| Value::Choice(&mut s.offers.outreach_where)),
    LinkKey::of("funding", |s| Value::Choice(&mut s.offers.funding)),
    LinkKey::of("budget", |s| Value::Budget(&mut s.offers.budget)),
    LinkKey::of("reach", |s| Value::Percent(&mut s.offers.reach)),
];

/// What is assumed of them.
const ASSUMPTIONS: [LinkKey; Assumption::ALL.len()] = {
    let mut keys = [LinkKey::assumed(Assumption::ALL[0]); Assumption::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = LinkKey::assumed(Assumption::ALL[at]);
        at += 1;
    }
    keys
};

/// What makes them a programme.
const PROGRAMME: [LinkKey; 8] = [
    LinkKey::of("eligible", |s| Value::Choice(&mut s.offers.programme.eligible)),
    LinkKey::of("eligible-numbers", |s| Value::People(&mut s.offers.programme.numbers)),
    LinkKey::of("against", |s| Value::Choice(&mut s.offers.programme.against)),
    LinkKey::of("averts", |s| Value::Choice(&mut s.offers.programme.averts)),
    LinkKey::of("years", |s| Value::Small(&mut s.offers.programme.years, parse_years)),
    LinkKey::of("discount", |s| Value::Percent(&mut s.offers.programme.discount)),
    LinkKey::of("price-year", |s| Value::YearOrNone(&mut s.offers.programme.price_year)),
    LinkKey::of("worth", |s| Value::NumberIfAny(&mut s.offers.programme.worth, parse_worth)),
];

/// Where what is assumed comes from.
const EVIDENCE: [LinkKey; Assumption::ALL.len()] = {
    let mut keys = [LinkKey::evidence(Assumption::ALL[0]); Assumption::ALL.len()];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = LinkKey::evidence(Assumption::ALL[at]);
        at += 1;
    }
    keys
};

/// What is asked of them.
const ANSWERS: [LinkKey; 6] = [
    LinkKey::of("tie-by", |s| Value::Choice(&mut s.offers.tie_by)),
    LinkKey::of("tie-on", |s| Value::Choice(&mut s.offers.tie_on)),
    LinkKey::of("split", |s| Value::Choice(&mut s.offers.split)),
    LinkKey::of("theta", |s| Value::Theta(&mut s.offers.theta)),
    LinkKey::of("floor", |s| Value::Percent(&mut s.offers.floor)),
    LinkKey::of("uptake-measured", |s| Value::Choice(&mut s.offers.is_measured)),
];

/// The view `population`.
const POPULATION: [LinkKey; 20] = [
    LinkKey::of("factor-name", |s| Value::TextIfAny(&mut s.population.name)),
    LinkKey::of("factor-unit", |s| Value::TextIfAny(&mut s.population.unit)),
    LinkKey::of("factor-shape", |s| Value::Choice(&mut s.population.shape)),
    LinkKey::of("factor-fit", |s| Value::Choice(&mut s.population.fit)),
    LinkKey::of("factor-past", |s| Value::Shares(&mut s.population.past)),
    LinkKey::of("factor-mean", |s| Value::Number(&mut s.population.mean, parse_value)),
    LinkKey::of("factor-sd", |s| Value::Number(&mut s.population.sd, parse_size)),
    LinkKey::of("factor-year", |s| Value::YearOrNone(&mut s.population.year)),
    LinkKey::of("factor-earlier", |s| Value::SharesOrNone(&mut s.population.earlier)),
    LinkKey::of("factor-earlier-year", |s| Value::YearOrNone(&mut s.population.earlier_year)),
    LinkKey::of("factor-thresholds", |s| Value::Lines(&mut s.population.thresholds)),
    LinkKey::of("factor-treat-past", |s| Value::Number(&mut s.population.treat_past, parse_value)),
    LinkKey::of("factor-uptake", |s| Value::Percent(&mut s.population.uptake)),
    LinkKey::of("factor-effect", |s| Value::Number(&mut s.population.effect, parse_size)),
    LinkKey::of("factor-effect-by", |s| Value::Choice(&mut s.population.effect_by)),
    LinkKey::of("factor-shift", |s| Value::Number(&mut s.population.shift, parse_size)),
    LinkKey::of("factor-shift-by", |s| Value::Choice(&mut s.population.shift_by)),
    LinkKey::of("factor-gradient", |s| Value::Choice(&mut s.population.gradient)),
    LinkKey::of("factor-gap", |s| Value::Number(&mut s.population.gap, parse_value)),
    LinkKey::of("factor-adults", |s| Value::Percent(&mut s.population.adults)),
];

/// The target of the view `gap`.
const GAP_TARGET: [LinkKey; 7] = [
    LinkKey::of("slope-cut", |s| Value::Percent(&mut s.gap.target.cut)),
    LinkKey::of("slope-mean", |s| Value::Number(&mut s.gap.target.rates.mean, parse_rate)),
    LinkKey::of("slope-least", |s| Value::Number(&mut s.gap.target.rates.least, parse_rate)),
    LinkKey::of("slope-most", |s| Value::Number(&mut s.gap.target.rates.most, parse_rate)),
    LinkKey::of("slope-second-mean", |s| Value::NumberIfAny(&mut s.gap.target.second[0], parse_rate)),
    LinkKey::of("slope-second-least", |s| Value::NumberIfAny(&mut s.gap.target.second[1], parse_rate)),
    LinkKey::of("slope-second-most", |s| Value::NumberIfAny(&mut s.gap.target.second[2], parse_rate)),
];

/// The rows of the view `gap`.
const GAP_MEASURES: [LinkKey; 13] = [
    LinkKey::of("measure-value", |s| Value::Choice(&mut s.gap.measures.value)),
    LinkKey::of("measure-per", |s| Value::OneOf(&mut s.gap.measures.per, &PER)),
    LinkKey::of("measure-order", |s| Value::Choice(&mut s.gap.measures.order)),
    LinkKey::of("measure-more", |s| Value::Choice(&mut s.gap.measures.polarity)),
    LinkKey::of("measure-scale", |s| Value::Choice(&mut s.gap.measures.scale)),
    LinkKey::of("measure-level", |s| Value::Choice(&mut s.gap.measures.level)),
    LinkKey::of("measure-aversion", |s| Value::Number(&mut s.gap.measures.aversion, MeasureChoices::parse_aversion)),
    LinkKey::of("measure-least", |s| Value::NumberIfAny(&mut s.gap.measures.least, MeasureChoices::parse_bound)),
    LinkKey::of("measure-most", |s| Value::NumberIfAny(&mut s.gap.measures.most, MeasureChoices::parse_bound)),
    LinkKey::of("measure-cut", |s| Value::Percent(&mut s.gap.measures.cut)),
    LinkKey::of("measure-groups", |s| Value::Small(&mut s.gap.measures.groups, MeasureChoices::parse_groups)),
    LinkKey::of("measure-draws", |s| Value::OneOf(&mut s.gap.measures.draws, &DRAWS)),
    LinkKey::of("measure-across", |s| Value::Choice(&mut s.gap.measures.across)),
];

/// How a table of one's own is read.
const GAP_READING: [LinkKey; AnswerKey::COUNT] = {
    let mut keys = [LinkKey::answer(AnswerKey::ALL[0]); AnswerKey::COUNT];
    let mut at = 0;
    while at < keys.len() {
        keys[at] = LinkKey::answer(AnswerKey::ALL[at]);
        at += 1;
    }
    keys
};

/// The view `incentive`.
const INCENTIVE: [LinkKey; 9] = [
    LinkKey::of("pay-amount", |s| Value::Number(&mut s.incentive.payment, parse_pounds)),
    LinkKey::of("pay-uptake-least", |s| Value::Percent(&mut s.incentive.uptake_least)),
    LinkKey::of("pay-uptake-most", |s| Value::Percent(&mut s.incentive.uptake_most)),
    LinkKey::of("pay-rise", |s| Value::Percent(&mut s.incentive.rise)),
    LinkKey::of("pay-assessment", |s| Value::Number(&mut s.incentive.assessment, parse_pounds)),
    LinkKey::of("pay-found-least", |s| Value::Percent(&mut s.incentive.found_least)),
    LinkKey::of("pay-found-most", |s| Value::Percent(&mut s.incentive.found_most)),
    LinkKey::of("pay-found-uptake", |s| Value::PercentIfAny(&mut s.incentive.found_uptake)),
    LinkKey::of("pay-order", |s| Value::Choice(&mut s.incentive.order)),
];

/// The view `audit`.
const AUDIT: [LinkKey; 6] = [
    LinkKey::of("small", |s| Value::OneOf(&mut s.audit.least, &LEAST)),
    LinkKey::of("rounded", |s| Value::Choice(&mut s.audit.is_rounded)),
    LinkKey::of("served-area", |s| Value::TextIfAny(&mut s.audit.columns.area)),
    LinkKey::of("served-count", |s| Value::TextIfAny(&mut s.audit.columns.served)),
    LinkKey::of("served-group", |s| Value::TextIfAny(&mut s.audit.columns.group)),
    LinkKey::of("served-period", |s| Value::TextIfAny(&mut s.audit.columns.period)),
];

/// How a page is shown.
const SHOWN: [LinkKey; 15] = [
    LinkKey::of("note", |s| Value::Choice(&mut s.note)),
    LinkKey::of("embed", |s| Value::Choice(&mut s.embed)),
    LinkKey::of("frame", |s| Value::Choice(&mut s.frame)),
    LinkKey::of("chart", |s| Value::ChartIfAny(&mut s.chart)),
    LinkKey::of("lock", |s| Value::Locks(&mut s.lock)),
    LinkKey::of("accent", |s| Value::ColourIfAny(&mut s.theme.accent)),
    LinkKey::of("ground", |s| Value::ColourIfAny(&mut s.theme.ground)),
    LinkKey::of("font", |s| Value::Choice(&mut s.theme.font)),
    LinkKey::of("density", |s| Value::Choice(&mut s.theme.density)),
    LinkKey::of("present", |s| Value::Choice(&mut s.present)),
    LinkKey::of("session", |s| Value::Choice(&mut s.session)),
    LinkKey::of("minutes", |s| Value::Choice(&mut s.minutes)),
    LinkKey::of("service", |s| Value::Choice(&mut s.service)),
    LinkKey::of("step", |s| Value::Small(&mut s.step, parse_step)),
    LinkKey::of("guess", |s| Value::Choice(&mut s.guess)),
];

/// What the offers, and what the view `population`, start from: read before all that is changed.
const OFFERS_START: [LinkKey; 1] = [LinkKey::start("start", |s| Value::OffersFrom(&mut s.offers))];
const POPULATION_START: [LinkKey; 1] = [LinkKey::start("factor-start", |s| Value::FactorFrom(&mut s.population))];

/// Keys that name parts of one thing.
struct Group {
    /// In the order in which links have them.
    keys: &'static [LinkKey],
    /// Whether two scenarios are known to say the same of all of them. A page writes some twenty links at each step of the slider.
    is_same: fn(&Scenario, &Scenario) -> bool,
}

/// Every key, in the order in which links have them.
const GROUPS: [Group; 15] = [
    Group { keys: &PAGE, is_same: one_by_one },
    Group { keys: &OFFERS_START, is_same: one_by_one },
    Group { keys: &OFFERS, is_same: same_offers },
    Group { keys: &PROGRAMME, is_same: same_offers },
    Group { keys: &ASSUMPTIONS, is_same: same_offers },
    Group { keys: &EVIDENCE, is_same: same_offers },
    Group { keys: &ANSWERS, is_same: same_offers },
    Group { keys: &POPULATION_START, is_same: one_by_one },
    Group { keys: &POPULATION, is_same: |a, b| a.population == b.population },
    Group { keys: &GAP_TARGET, is_same: same_gap },
    Group { keys: &GAP_MEASURES, is_same: same_gap },
    Group { keys: &GAP_READING, is_same: same_gap },
    Group { keys: &INCENTIVE, is_same: |a, b| a.incentive == b.incentive },
    Group { keys: &AUDIT, is_same: |a, b| a.audit == b.audit },
    Group { keys: &SHOWN, is_same: one_by_one },
];

/// Most links change one of these, so that each is asked anyway.
fn one_by_one(_: &Scenario, _: &Scenario) -> bool {
    false
}

fn same_offers(a: &Scenario, b: &Scenario) -> bool {
    a.offers == b.offers
}

fn same_gap(a: &Scenario, b: &Scenario) -> bool {
    a.gap == b.gap
}

/// Every key, in the order in which links have them.
pub(super) fn all() -> impl Iterator<Item = &'static LinkKey> {
    GROUPS.iter().flat_map(|group| group.keys)
}

/// The keys that two scenarios may say different things of.
pub(super) fn where_differing(a: &Scenario, b: &Scenario) -> impl Iterator<Item = &'static LinkKey> {
    GROUPS.iter().filter(|group| !(group.is_same)(a, b)).flat_map(|group| group.keys)
}

/// The key with this name.
pub(super) fn find(name: &str) -> Option<&'static LinkKey> {
    all().find(|key| key.name == name)
}

/// A key of a link.
#[derive(Clone, Copy)]
pub(super) struct LinkKey {
    /// As links have it.
    pub name: &'static str,
    named: Named,
}

/// What a key names.
#[derive(Clone, Copy)]
enum Named {
    /// A value by itself.
    Value(fn(&mut Scenario) -> Value<'_>),
    /// What other values start from.
    Start(fn(&mut Scenario) -> Value<'_>),
    /// An assumption of the offers.
    Assumed(Assumption),
    /// Where an assumption comes from.
    Evidence(Assumption),
    /// What is said of a table.
    Answer(AnswerKey),
}

impl LinkKey {
    /// A key that names a value.
    pub const fn of(name: &'static str, value: fn(&mut Scenario) -> Value<'_>) -> Self {
        Self { name, named: Named::Value(value) }
    }

    /// A key that names what other values start from: it is read before them, wherever it stands.
    pub const fn start(name: &'static str, value: fn(&mut Scenario) -> Value<'_>) -> Self {
        Self { name, named: Named::Start(value) }
    }

    /// The key of an assumption.
    pub const fn assumed(assumption: Assumption) -> Self {
        Self { name: assumption.key(), named: Named::Assumed(assumption) }
    }

    /// The key of where an assumption comes from.
    pub const fn evidence(assumption: Assumption) -> Self {
        Self { name: assumption.evidence_key(), named: Named::Evidence(assumption) }
    }

    /// The key of an answer about a table.
    pub const fn answer(key: AnswerKey) -> Self {
        Self { name: key.key(), named: Named::Answer(key) }
    }

    /// Whether other values start from what it names.
    pub const fn is_start(&self) -> bool {
        matches!(self.named, Named::Start(_))
    }

    /// What it names in a scenario.
    fn value<'a>(&self, scenario: &'a mut Scenario) -> Value<'a> {
        match self.named {
            Named::Value(value) | Named::Start(value) => value(scenario),
            Named::Assumed(assumption) => Value::Assumed(&mut scenario.offers, assumption),
            Named::Evidence(assumption) => Value::Evidence(&mut scenario.offers, assumption),
            Named::Answer(key) => Value::Answer(&mut scenario.gap.reading, key),
        }
    }

    /// Sets what it names from the text of a link.
    ///
    /// # Errors
    /// What in the text could not be followed.
    pub fn read(&self, scenario: &mut Scenario, text: &str) -> Result<(), Notice> {
        if self.value(scenario).read(text)? {
            Ok(())
        } else {
            Err(Notice::BadValue { key: self.name.to_owned(), value: quoted(text) })
        }
    }

    /// What its value can be called, where it is one of a few things; nothing for numbers and texts.
    pub fn names(&self, scenario: &mut Scenario) -> Vec<String> {
        self.value(scenario).names()
    }

    /// Appends what it names to the text of a link, and nothing where there is nothing to say. Borrowed as if to change it:
    /// what is written is found in one way with what is read.
    pub fn write(&self, scenario: &mut Scenario, text: &mut String) {
        // A text takes all that is written to it.
        let _ = self.value(scenario).write(text);
    }
}

fn parse_step(text: &str) -> Option<u8> {
    text.parse().ok().filter(|step| *step <= MOST_STEPS)
}

impl MeasureChoices {
    /// Every setting by its name in links, with its value as in a link; an empty text for a bound that is not given.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let mut page = Scenario::default();
        page.gap.measures.clone_from(self);
        let setting = |key: &LinkKey| {
            let mut text = String::new();
            key.write(&mut page, &mut text);
            (key.name, text)
        };
        GAP_MEASURES.iter().map(setting).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_a_name_of_its_own() {
        for key in all() {
            assert_eq!(all().filter(|other| other.name == key.name).count(), 1, "{}", key.name);
        }
    }

    #[test]
    fn links_hold_every_key_and_what_cannot_be_read_changes_nothing() {
        const WRITTEN: &str = include_str!("../../tests/fixtures/links_written.txt");
        for key in all() {
            let begin = format!("&{}=", key.name);
            assert!(WRITTEN.contains(&begin), "no link with {}", key.name);
            let mut scenario = Scenario::default();
            assert!(key.read(&mut scenario, "\u{202e}").is_err(), "{}", key.name);
            assert_eq!(scenario, Scenario::default(), "{}", key.name);
        }
    }
}
