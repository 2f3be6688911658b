//! The forms in which a link writes values: how each is read, and how it is written.

use std::fmt::{self, Display, Write};

use super::choice::{AnyChoice, Choice, put};
use super::frame::{chart_key, chart_named};
use super::notice::{Notice, quoted};
use super::offers::{Amounts, format_compared, format_theta, parse_budget, parse_compared, parse_theta};
use super::place::{Several, given_name, several};
use super::population::{FactorStart, NONE, kept_text, parse_lines, parse_year};
use super::programme::{OwnEvidence, parse_numbers};
use super::site_theme::{Colour, Lock, Locks};
use super::{CodeList, ListKind, Offers, Percent, Place, PopulationChoices, StartingPoint, TableId, Thousandths};
use crate::chart::Chart;
use crate::data::Edition;
use crate::data::table::{AnswerKey, Answers};
use crate::model::strategies::{Assumption, Strategy};

/// Names the figures of the person's own.
const OWN: &str = "own";

/// A value in a scenario, by the form in which a link writes it.
pub(super) enum Value<'a> {
    /// One of a few things with names.
    Choice(&'a mut dyn AnyChoice),
    /// One of the editions, or that the figures are the person's own, which are never in a link.
    Figures(&'a mut Edition, &'a mut bool),
    /// A kind of places, if one is named.
    KindIfAny(&'a mut Option<ListKind>),
    /// A place.
    Place(&'a mut Place),
    /// A few places.
    Places(&'a mut Vec<Place>),
    /// A percentage.
    Percent(&'a mut Percent),
    /// A percentage, if there is one.
    PercentIfAny(&'a mut Option<Percent>),
    /// Two percentages.
    Shares(&'a mut [Percent; 2]),
    /// Two percentages, or that there are none.
    SharesOrNone(&'a mut Option<[Percent; 2]>),
    /// A number, with what reads it.
    Number(&'a mut Thousandths, fn(&str) -> Option<Thousandths>),
    /// A number if there is one, with what reads it.
    NumberIfAny(&'a mut Option<Thousandths>, fn(&str) -> Option<Thousandths>),
    /// Lines of a risk factor.
    Lines(&'a mut Vec<Thousandths>),
    /// A year, or that there is none.
    YearOrNone(&'a mut Option<u16>),
    /// A short text, if there is one.
    TextIfAny(&'a mut Option<String>),
    /// A name of the person's own, if there is one.
    NameIfAny(&'a mut Option<String>),
    /// A colour, if there is one.
    ColourIfAny(&'a mut Option<Colour>),
    /// A chart, if one is named.
    ChartIfAny(&'a mut Option<Chart>),
    /// Groups of controls.
    Locks(&'a mut Locks),
    /// A small whole number, with what reads it.
    Small(&'a mut u8, fn(&str) -> Option<u8>),
    /// One of a few whole numbers.
    OneOf(&'a mut u32, &'static [u32]),
    /// A budget in pounds.
    Budget(&'a mut u64),
    /// How strongly money follows need.
    Theta(&'a mut u16),
    /// Offers compared.
    Compared(&'a mut Vec<Strategy>),
    /// What the offers start from.
    OffersFrom(&'a mut Offers),
    /// What the risk factor starts from.
    FactorFrom(&'a mut PopulationChoices),
    /// An assumption of the offers.
    Assumed(&'a mut Offers, Assumption),
    /// Where an assumption comes from.
    Evidence(&'a mut Offers, Assumption),
    /// Two numbers of people.
    People(&'a mut [u64; 2]),
    /// A list of codes, if there is one.
    CodesIfAny(&'a mut Option<CodeList>),
    /// Which table is meant, if one is named.
    TableIfAny(&'a mut Option<TableId>),
    /// What is said of a table.
    Answer(&'a mut Answers, AnswerKey),
}

impl Value<'_> {
    /// Whether the text could be used.
    ///
    /// # Errors
    /// What there is to say of it beyond that.
    pub fn read(self, text: &str) -> Result<bool, Notice> {
        Ok(match self {
            Self::Choice(choice) => choice.choose(text),
            Self::Figures(edition, is_own) => {
                *is_own = text == OWN;
                *is_own || edition.choose(text)
            }
            Self::Place(place) => match Place::read(text) {
                (Some(known), unknown) if !unknown.is_empty() => {
                    place.clone_from(&known);
                    return Err(Notice::PlaceLeftOut { part: quoted(&unknown.join(", ")), rest: known });
                }
                (known, _) => put(place, known),
            },
            Self::KindIfAny(kind) => put(kind, ListKind::from_name(text).map(Some)),
            Self::Places(places) => put(places, several(text)),
            Self::Percent(percent) => put(percent, text.parse().ok()),
            Self::PercentIfAny(percent) => put(percent, text.parse().ok().map(Some)),
            Self::Shares(shares) => put(shares, two_shares(text)),
            Self::SharesOrNone(shares) if text == NONE => put(shares, Some(None)),
            Self::SharesOrNone(shares) => put(shares, two_shares(text).map(Some)),
            Self::Number(number, read) => put(number, read(text)),
            Self::NumberIfAny(number, read) => put(number, read(text).map(Some)),
            Self::Lines(lines) => put(lines, parse_lines(text)),
            Self::YearOrNone(year) => put(year, parse_year(text)),
            Self::TextIfAny(kept) => put(kept, kept_text(text).map(Some)),
            Self::NameIfAny(kept) => put(kept, given_name(text).map(Some)),
            Self::ColourIfAny(colour) => put(colour, text.parse().ok().map(Some)),
            Self::ChartIfAny(chart) => put(chart, chart_named(text).map(Some)),
            Self::Locks(locks) => put(locks, text.parse().ok()),
            Self::Small(number, read) => put(number, read(text)),
            Self::OneOf(number, all) => put(number, text.parse().ok().filter(|number| all.contains(number))),
            Self::Budget(pounds) => put(pounds, parse_budget(text)),
            Self::Theta(tenths) => put(tenths, parse_theta(text)),
            Self::Compared(offers) => put(offers, parse_compared(text)),
            Self::OffersFrom(offers) => put(offers, StartingPoint::from_name(text).map(Offers::starting)),
            Self::FactorFrom(factor) => put(factor, FactorStart::from_name(text).map(PopulationChoices::starting)),
            Self::Assumed(offers, assumption) => {
                Amounts::parse(assumption, text).map(|amounts| offers.set(assumption, amounts)).is_ok()
            }
            Self::Evidence(offers, assumption) => match OwnEvidence::parse(text) {
                Some(evidence) => offers.programme.set_evidence(assumption, evidence).is_ok(),
                None => false,
            },
            Self::People(numbers) => put(numbers, parse_numbers(text)),
            Self::CodesIfAny(codes) => put(codes, text.parse().ok().map(Some)),
            Self::TableIfAny(table) => put(table, text.parse().ok().map(Some)),
            Self::Answer(answers, key) => answers.say(key, text),
        })
    }

    /// What it can be called, where it is one of a few things.
    pub fn names(self) -> Vec<String> {
        fn keys<T: Copy>(all: &[T], key: fn(T) -> &'static str) -> Vec<String> {
            all.iter().map(|&one| key(one).to_owned()).collect()
        }
        match self {
            Self::Choice(choice) => choice.names().into_iter().map(str::to_owned).collect(),
            Self::Figures(..) => [keys(&Edition::ALL, Edition::key), vec![OWN.to_owned()]].concat(),
            Self::KindIfAny(_) => keys(&ListKind::ALL, ListKind::key),
            Self::ChartIfAny(_) => keys(Chart::ALL, chart_key),
            Self::Locks(_) => keys(&Lock::ALL, Lock::key),
            Self::OneOf(_, all) => all.iter().map(u32::to_string).collect(),
            Self::Compared(_) => keys(&Strategy::ALL, Strategy::key),
            Self::OffersFrom(_) => keys(&StartingPoint::ALL, StartingPoint::key),
            Self::FactorFrom(_) => keys(&FactorStart::ALL, FactorStart::key),
            _ => Vec::new(),
        }
    }

    /// Every value is made of characters that a query takes as they are: letters, digits, dots, hyphens, commas and what
    /// `form_urlencoded` makes of others.
    pub fn write(self, text: &mut String) -> fmt::Result {
        let shown: &dyn Display = match self {
            Self::Choice(choice) => &choice.name(),
            Self::Figures(_, &mut true) => &OWN,
            Self::Figures(edition, _) => &edition.key(),
            Self::KindIfAny(Some(kind)) => &kind.key(),
            Self::Place(place) => place,
            Self::Places(places) => &Several(places),
            Self::Percent(percent) | Self::PercentIfAny(Some(percent)) => percent,
            Self::Shares(shares) | Self::SharesOrNone(Some(shares)) => &Joined(shares),
            Self::Number(number, _) | Self::NumberIfAny(Some(number), _) => number,
            Self::Lines(lines) => &Joined(lines),
            Self::YearOrNone(Some(year)) => year,
            Self::SharesOrNone(None) | Self::YearOrNone(None) => &NONE,
            Self::TextIfAny(Some(kept)) | Self::NameIfAny(Some(kept)) => {
                text.extend(form_urlencoded::byte_serialize(kept.as_bytes()));
                return Ok(());
            }
            Self::ColourIfAny(Some(colour)) => colour,
            Self::TableIfAny(Some(table)) => table,
            Self::CodesIfAny(Some(codes)) => codes,
            Self::ChartIfAny(Some(chart)) => &chart_key(*chart),
            Self::Locks(locks) => locks,
            Self::Small(number, _) => number,
            Self::OneOf(number, _) => number,
            Self::Budget(pounds) => pounds,
            Self::Theta(tenths) => &format_theta(*tenths),
            Self::Compared(offers) => &format_compared(offers),
            Self::OffersFrom(offers) => &offers.start.key(),
            Self::FactorFrom(factor) => &factor.start.key(),
            Self::Assumed(offers, assumption) if offers.is_changed(assumption) => {
                &offers.amounts(assumption).in_link(assumption)
            }
            Self::People(numbers) => &Joined(numbers),
            Self::Evidence(offers, assumption) => {
                let said = offers.evidence(assumption).map(OwnEvidence::in_link).unwrap_or_default();
                text.extend(form_urlencoded::byte_serialize(said.as_bytes()));
                return Ok(());
            }
            Self::Answer(answers, key) => {
                if let Some(answer) = answers.get(key) {
                    text.extend(form_urlencoded::byte_serialize(answer.as_bytes()));
                }
                return Ok(());
            }
            Self::KindIfAny(None)
            | Self::PercentIfAny(None)
            | Self::NumberIfAny(None, _)
            | Self::TextIfAny(None)
            | Self::NameIfAny(None)
            | Self::ColourIfAny(None)
            | Self::TableIfAny(None)
            | Self::CodesIfAny(None)
            | Self::ChartIfAny(None)
            | Self::Assumed(..) => return Ok(()),
        };
        write!(text, "{shown}")
    }
}

fn two_shares(text: &str) -> Option<[Percent; 2]> {
    let (low, high) = text.split_once(',')?;
    Some([low.parse().ok()?, high.parse().ok()?])
}

/// Numbers joined by commas.
struct Joined<'a, T>(&'a [T]);

impl<T: Display> Display for Joined<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, number) in self.0.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma}{number}")?;
        }
        Ok(())
    }
}
