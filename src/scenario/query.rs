//! A scenario as the query of a link, and back.

use std::fmt::Display;

use super::choice::{Choice, names_in_links, put};
use super::keys::Keys;
use super::notice::{Decoded, Notice, quoted};
use super::offers::{
    Amounts, FundingKind, InLink, SplitOver, TieOn, format_theta, in_order, parse_budget, parse_theta,
};
use super::site_theme::{Density, Font};
use super::{CutKind, NoteScope, Offers, Place, Scenario, StartingPoint, View, migrate};
use crate::data::{Edition, NeedMeasure, RankBy};
use crate::model::Basis;
use crate::model::strategies::{Assumption, NeedScope, OutreachWhere, Strategy};

/// The key of the place.
pub const PLACE_KEY: &str = "place";
/// The last step of a presentation that a link can name.
pub const MOST_STEPS: u8 = 99;
/// Notices shown at most: a link full of nonsense should not fill the page.
const MOST_NOTICES: usize = 5;

impl Choice for View {
    const ALL: &'static [Self] = &Self::ALL;

    fn name(self) -> &'static str {
        self.spec().name
    }
}

names_in_links! {
    Edition { Iod2019 = Self::Iod2019.key(), Iod2025 = Self::Iod2025.key() }
    NeedMeasure {
        Income = Self::Income.key(),
        Children = Self::Children.key(),
        Older = Self::Older.key(),
        Employment = Self::Employment.key(),
    }
    RankBy { Imd = Self::Imd.key(), Need = Self::Need.key() }
    CutKind { National = "national", Local = "local" }
    Basis { Areas = "areas", People = "people" }
    Strategy {
        Universal = "universal",
        ByArea = "area",
        ByNeed = "need",
        ByGroup = "group",
        Proportionate = "proportionate",
    }
    StartingPoint {
        HealthVisits = Self::HealthVisits.key(),
        CarbonMonoxide = Self::CarbonMonoxide.key(),
        ChildrensCentre = Self::ChildrensCentre.key(),
        Vaccination = Self::Vaccination.key(),
        SchoolMeals = Self::SchoolMeals.key(),
        EnergyBills = Self::EnergyBills.key(),
        Diabetes = Self::Diabetes.key(),
    }
    NeedScope { Everywhere = "everywhere", InsideTarget = "inside", AfterContact = "contact" }
    OutreachWhere { MoreDeprived = "deprived", Targeted = "target" }
    FundingKind { Full = "full", Budget = "budget", Coverage = "coverage" }
    TieOn { InNeedReached = "reached", CostPerInNeed = "cost", Benefit = "benefit", Gap = "gap" }
    SplitOver { Fifths = "fifths", Authorities = "authorities" }
    Font { System = "system", Arial = "arial", Verdana = "verdana", Georgia = "georgia" }
    Density { Normal = "normal", Compact = "compact" }
    NoteScope { Areas = "areas", Offers = "offers" }
    Assumption {
        UptakeLeast = "uptake-least",
        UptakeMost = "uptake-most",
        Outreach = "outreach",
        Stigma = "stigma",
        Sensitivity = "sensitivity",
        Specificity = "specificity",
        Contact = "contact",
        GroupInNeed = "group-in-need",
        GroupOthers = "group-others",
        CostFixed = "cost-fixed",
        CostScreening = "cost-screening",
        CostOffer = "cost-offer",
        CostDelivery = "cost-delivery",
        CostOutreach = "cost-outreach",
        EffectInNeed = "effect-in-need",
        EffectOthers = "effect-others",
        RiskLeast = "risk-least",
        RiskMost = "risk-most",
    }
}

/// The name of a strategy in links.
pub fn strategy_name(strategy: Strategy) -> &'static str {
    strategy.name()
}

/// The name in links of an output that offers tie on.
pub fn tie_on_name(tie_on: TieOn) -> &'static str {
    tie_on.name()
}

/// The name in links of what a budget is split over.
pub fn split_over_name(split: SplitOver) -> &'static str {
    split.name()
}

/// The name of an assumption in links.
pub fn assumption_name(assumption: Assumption) -> &'static str {
    assumption.name()
}

impl Scenario {
    /// Decodes the query of a link, with or without its question mark. Never fails: what cannot be followed is told
    /// in a notice, and the default stands in its place.
    pub fn from_query(query: &str) -> Decoded {
        let pairs = form_urlencoded::parse(query.trim_start_matches('?').as_bytes());
        let pairs: Vec<_> = pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).collect();
        let mut scenario = Self::default();
        let has_choices = scenario.knows_any(&pairs);
        let (pairs, mut notices) = migrate::to_current(pairs, has_choices);
        // A starting point comes first, wherever it stands: the other keys change it.
        let (start, others): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|(key, _)| ["start", "factor-start"].contains(&key.as_str()));
        for (key, value) in start.into_iter().chain(others) {
            if let Err(notice) = scenario.set(&key, &value) {
                notices.push(notice);
            }
        }
        if scenario.stop_without_steps() {
            notices.push(Notice::NoSteps);
        }
        notices.truncate(MOST_NOTICES);
        Decoded { scenario, notices }
    }

    /// Decodes a query that was kept. Unlike an address without choices, an empty one was kept by version 1 of the app.
    pub fn from_kept(query: &str) -> Decoded {
        Self::from_query(if query.is_empty() { "v=1" } else { query })
    }

    /// Whether any of the keys is one of a link's.
    fn knows_any(&self, pairs: &[(String, String)]) -> bool {
        let mut tried = self.clone();
        let is_known = |(key, value): &(String, String)| {
            key == migrate::VERSION_KEY || !matches!(tried.set(key, value), Err(Notice::UnknownKey(_)))
        };
        pairs.iter().any(is_known)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), Notice> {
        let understood = match key {
            "view" => put(&mut self.view, Choice::from_name(value)),
            "data" if value == "own" => return Err(Notice::OwnFiguresElsewhere),
            "data" => put(&mut self.data, Choice::from_name(value)),
            PLACE_KEY => match Place::read(value) {
                (Some(place), unknown) if !unknown.is_empty() => {
                    self.place = place.clone();
                    return Err(Notice::PlaceLeftOut { part: quoted(&unknown.join(", ")), rest: place });
                }
                (place, _) => put(&mut self.place, place),
            },
            "need" => put(&mut self.need, Choice::from_name(value)),
            "rank" => put(&mut self.rank, Choice::from_name(value)),
            "cut" => put(&mut self.cut, Choice::from_name(value)),
            "basis" => put(&mut self.basis, Choice::from_name(value)),
            "share" => put(&mut self.share, value.parse().ok()),
            "whole" => put(&mut self.whole, Choice::from_name(value)),
            "goal" => put(&mut self.goal, value.parse().ok()),
            "start" => match Choice::from_name(value) {
                Some(start) => put(&mut self.offers, Some(Offers::starting(start))),
                None => false,
            },
            "offers" => put(&mut self.offers.compare, parse_compared(value)),
            "scope" => put(&mut self.offers.need_scope, Choice::from_name(value)),
            "outreach-to" => put(&mut self.offers.outreach_where, Choice::from_name(value)),
            "funding" => put(&mut self.offers.funding, Choice::from_name(value)),
            "budget" => put(&mut self.offers.budget, parse_budget(value)),
            "reach" => put(&mut self.offers.reach, value.parse().ok()),
            "tie-by" => put(&mut self.offers.tie_by, Choice::from_name(value)),
            "tie-on" => put(&mut self.offers.tie_on, Choice::from_name(value)),
            "split" => put(&mut self.offers.split, Choice::from_name(value)),
            "theta" => put(&mut self.offers.theta, parse_theta(value)),
            "floor" => put(&mut self.offers.floor, value.parse().ok()),
            "note" => put(&mut self.note, Choice::from_name(value)),
            "embed" => put(&mut self.embed, Choice::from_name(value)),
            "lock" => put(&mut self.lock, value.parse().ok()),
            "accent" => put(&mut self.theme.accent, value.parse().ok().map(Some)),
            "ground" => put(&mut self.theme.ground, value.parse().ok().map(Some)),
            "font" => put(&mut self.theme.font, Choice::from_name(value)),
            "density" => put(&mut self.theme.density, Choice::from_name(value)),
            "present" => put(&mut self.present, Choice::from_name(value)),
            "session" => put(&mut self.session, Choice::from_name(value)),
            "step" => put(&mut self.step, value.parse().ok().filter(|step| *step <= MOST_STEPS)),
            _ => self.set_of_view(key, value).ok_or_else(|| Notice::UnknownKey(quoted(key)))?,
        };
        if understood { Ok(()) } else { Err(Notice::BadValue { key: key.to_owned(), value: quoted(value) }) }
    }

    /// Sets what belongs to one view alone; `None` if the key is unknown, else whether the value could be used.
    fn set_of_view(&mut self, key: &str, value: &str) -> Option<bool> {
        if let Some(assumption) = Assumption::from_name(key) {
            let amounts = Amounts::parse(assumption, value);
            return Some(amounts.map(|amounts| self.offers.set(assumption, amounts)).is_ok());
        }
        let Self { population, gap, incentive, .. } = self;
        let views: [&mut dyn Keys; 3] = [population, gap, incentive];
        views.into_iter().find_map(|view| view.set(key, value))
    }
}

/// Reads the strategies compared: two at least.
fn parse_compared(text: &str) -> Option<Vec<Strategy>> {
    let named: Option<Vec<Strategy>> = text.split(',').map(Choice::from_name).collect();
    Some(in_order(&named?)).filter(|compare| compare.len() >= 2)
}

fn format_compared(compare: &[Strategy]) -> String {
    compare.iter().map(|strategy| strategy.name()).collect::<Vec<_>>().join(",")
}

/// Writes a scenario as a query.
pub trait ToQuery {
    /// The query without its question mark. It names its version; defaults are left out and keys stand in a fixed order, so
    /// equal scenarios have equal links.
    fn to_query(&self) -> String;
}

impl ToQuery for Scenario {
    fn to_query(&self) -> String {
        let default = Self::default();
        let mut query = format!("{}={}", migrate::VERSION_KEY, migrate::VERSION);
        let mut add = |key: &str, value: &dyn Display, is_default: bool| {
            if !is_default {
                // Every value is made of characters that a query takes as they are.
                query.push_str(&format!("&{key}={value}"));
            }
        };
        add("view", &self.view.name(), self.view == default.view);
        add("data", &self.data.name(), self.data == default.data);
        add(PLACE_KEY, &self.place, self.place == default.place);
        add("need", &self.need.name(), self.need == default.need);
        add("rank", &self.rank.name(), self.rank == default.rank);
        add("cut", &self.cut.name(), self.cut == default.cut);
        add("basis", &self.basis.name(), self.basis == default.basis);
        add("share", &self.share, self.share == default.share);
        add("whole", &self.whole.name(), self.whole == default.whole);
        add("goal", &self.goal, self.goal == default.goal);
        let (offers, start) = (&self.offers, Offers::starting(self.offers.start));
        add("start", &offers.start.name(), offers.start == default.offers.start);
        add("offers", &format_compared(&offers.compare), offers.compare == start.compare);
        add("scope", &offers.need_scope.name(), offers.need_scope == start.need_scope);
        add("outreach-to", &offers.outreach_where.name(), offers.outreach_where == start.outreach_where);
        add("funding", &offers.funding.name(), offers.funding == start.funding);
        add("budget", &offers.budget, offers.budget == start.budget);
        add("reach", &offers.reach, offers.reach == start.reach);
        for &(assumption, amounts) in &offers.changed {
            add(assumption.name(), &InLink(assumption, amounts), false);
        }
        add("tie-by", &offers.tie_by.name(), offers.tie_by == start.tie_by);
        add("tie-on", &offers.tie_on.name(), offers.tie_on == start.tie_on);
        add("split", &offers.split.name(), offers.split == start.split);
        add("theta", &format_theta(offers.theta), offers.theta == start.theta);
        add("floor", &offers.floor, offers.floor == start.floor);
        let views: [&dyn Keys; 3] = [&self.population, &self.gap, &self.incentive];
        for view in views {
            view.each(&mut |key, value| add(key, value, false));
        }
        add("note", &self.note.name(), self.note == default.note);
        add("embed", &self.embed.name(), self.embed == default.embed);
        add("lock", &self.lock, self.lock == default.lock);
        for (key, colour) in [("accent", self.theme.accent), ("ground", self.theme.ground)] {
            if let Some(colour) = colour {
                add(key, &colour, false);
            }
        }
        add("font", &self.theme.font.name(), self.theme.font == default.theme.font);
        add("density", &self.theme.density.name(), self.theme.density == default.theme.density);
        add("present", &self.present.name(), self.present == default.present);
        add("session", &self.session.name(), self.session == default.session);
        add("step", &self.step, self.step == default.step);
        query
    }
}
