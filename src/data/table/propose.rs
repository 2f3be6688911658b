//! Which column holds what, told by headings and values together.

use super::column::Look;
use super::counts;
use super::heading::is_year;
use super::limits;
use super::meaning::{self, DeprivationKind};
use super::names;
use super::purpose::Purpose;
use super::roles::{Role, Roles};
use super::sums;

/// What a person said of a column: that it is this one, that there is none, or nothing.
pub type Told = [Option<Option<usize>>; Role::ALL.len()];

/// Which column holds what, and how sure that is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Proposal {
    /// The columns.
    pub roles: Roles,
    /// What kind of deprivation it is.
    pub deprivation: Option<DeprivationKind>,
    /// Roles for which several columns are as likely as each other.
    pub ties: Vec<(Role, Vec<usize>)>,
    /// Roles for which another column is nearly as likely as the one taken.
    pub close: Vec<(Role, Vec<usize>)>,
    /// Limits that were found but are not for 95%.
    pub other_limits: bool,
    /// Limits that were found but do not lie around the value.
    pub stray_limits: Vec<usize>,
}

/// A column that could have a role, and how well it fits.
type Fit = (usize, i32);

/// Points by which the best has to be ahead for nothing to be said of the next.
const AHEAD: i32 = 12;
/// What a column needs to be taken for a value although there are events and people.
const SURE: i32 = 30;
/// Points that a domain of an index loses.
const DOMAIN: i32 = 40;
/// Points of a value of which no word says that it is one.
const NO_WORD: i32 = 20;

/// Proposes columns.
pub fn propose(looks: &[Look], told: &Told, purpose: Purpose) -> Proposal {
    let mut proposal = Proposal::default();
    for (role, told) in Role::ALL.into_iter().zip(told) {
        proposal.roles.set(role, told.flatten());
    }
    let mut proposing = Proposing { looks, told, purpose, proposal };
    proposing.ages();
    proposing.limits();
    proposing.take(Role::Expected, counts::expected);
    proposing.take(Role::Deprivation, |look| meaning::deprivation(look).0);
    proposing.counts_and_values();
    proposing.name();
    let mut proposal = proposing.proposal;
    let at = proposal.roles.of(Role::Deprivation).and_then(|column| looks.get(column));
    proposal.deprivation = at.map(|look| meaning::deprivation(look).1);
    proposal
}

/// Whether numbers that no word calls a value are whole and never more than the people beside them.
pub fn may_count(value: &Look, people: &Look) -> bool {
    let is_whole = value.whole == value.numbers && value.counts();
    is_whole && meaning::value(value).is_some_and(|points| points <= NO_WORD) && sums::is_at_least(people, value)
}

struct Proposing<'a> {
    looks: &'a [Look],
    told: &'a Told,
    purpose: Purpose,
    proposal: Proposal,
}

impl Proposing<'_> {
    fn is_told(&self, role: Role) -> bool {
        self.told.get(role as usize).is_some_and(Option::is_some)
    }

    fn is_free(&self, column: usize) -> bool {
        self.proposal.roles.role_of(column).is_none()
    }

    /// Free columns that fit, the best first.
    fn fits(&self, fit: impl Fn(&Look) -> Option<i32>) -> Vec<Fit> {
        let free = (0..self.looks.len()).filter(|&column| self.is_free(column));
        let mut fits: Vec<Fit> = free.filter_map(|column| Some((column, fit(self.looks.get(column)?)?))).collect();
        fits.sort_by_key(|&(column, points)| (-points, column));
        fits
    }

    /// Takes the column that fits best, unless the person said which it is.
    fn take(&mut self, role: Role, fit: impl Fn(&Look) -> Option<i32>) {
        if self.is_told(role) {
            return;
        }
        let fits = self.fits(fit);
        self.take_of(role, &fits);
    }

    fn take_of(&mut self, role: Role, fits: &[Fit]) {
        let Some(&(best, points)) = fits.first() else { return };
        let others = |within: i32| -> Vec<usize> {
            fits.iter().filter(|fit| fit.1 + within >= points).map(|fit| fit.0).collect()
        };
        let (tied, close) = (others(0), others(AHEAD));
        self.proposal.roles.set(role, Some(best));
        if tied.len() > 1 {
            self.proposal.ties.push((role, tied));
        } else if close.len() > 1 {
            self.proposal.close.push((role, close));
        }
    }

    /// Age groups and their standard population come together or not at all.
    fn ages(&mut self) {
        if self.is_told(Role::Age) || self.is_told(Role::Standard) {
            return;
        }
        let standard = self.fits(counts::standard);
        let age = self.fits(counts::age);
        if let (Some(&(standard, _)), Some(&(age, _))) = (standard.first(), age.first()) {
            self.proposal.roles.set(Role::Standard, Some(standard));
            self.proposal.roles.set(Role::Age, Some(age));
        }
    }

    /// Pairs of limits; those for 95% before those that do not say for what.
    fn limits(&mut self) {
        if self.is_told(Role::Lower) || self.is_told(Role::Upper) {
            return;
        }
        let found = limits::pairs(self.looks);
        self.proposal.other_limits = found.best.is_none() && found.has_others;
        if let Some((lower, upper)) = found.best.or_else(|| limits::in_one_cell(self.looks)) {
            self.proposal.roles.set(Role::Lower, Some(lower));
            self.proposal.roles.set(Role::Upper, Some(upper));
        }
    }

    fn counts_and_values(&mut self) {
        let limits = limits::all(self.looks);
        let is_limit = |look: &Look| {
            limits.iter().any(|&column| self.looks.get(column).is_some_and(|limit| std::ptr::eq(limit, look)))
        };
        let mut values = self.fits(|look| if is_limit(look) { None } else { meaning::value(look) });
        let mut events = match self.purpose {
            Purpose::Measured => self.fits(counts::events),
            Purpose::Targeted => self.fits(|look| counts::in_need(look).or_else(|| counts::events(look))),
        };
        let mut denominators = self.fits(counts::denominator);
        let mut people = self.fits(counts::people);
        // A column is for one thing: the one for which it is meant first.
        let is_events = |column: usize| events.first().is_some_and(|&(first, _)| first == column);
        people.retain(|&(column, _)| !is_events(column));
        denominators.retain(|&(column, _)| !is_events(column));
        let has_value = self.is_told(Role::Value) && self.proposal.roles.has(Role::Value);
        if !self.is_told(Role::Events) && !has_value {
            self.take_of(Role::Events, &events);
            // Numbers of events are seldom beside each other without being meant for different things.
            events.clear();
        }
        if !self.is_told(Role::Denominator) {
            denominators.retain(|&(column, _)| self.is_free(column));
            self.take_of(Role::Denominator, &denominators);
        }
        if !self.is_told(Role::People) {
            people.retain(|&(column, _)| self.is_free(column));
            self.take_of(Role::People, &people);
        }
        self.total_of_events();
        let roles = &self.proposal.roles;
        let can_count = roles.has(Role::Events)
            && (roles.has(Role::Denominator) || roles.has(Role::People) || roles.has(Role::Expected));
        let events_are_told = self.is_told(Role::Events) && roles.has(Role::Events);
        if !self.is_told(Role::Value) && !events_are_told {
            self.without_domains(&mut values, can_count);
            // People in need are counted rather than worked out from a rounded share.
            let is_wanted = |points: i32| match self.purpose {
                Purpose::Measured => !can_count || points >= SURE,
                Purpose::Targeted => !can_count,
            };
            values.retain(|&(column, points)| self.is_free(column) && is_wanted(points));
            self.around_first(&mut values);
            self.take_of(Role::Value, &values);
        }
        // Events are of use where there is no value, and something that they are out of.
        if (self.proposal.roles.has(Role::Value) || !can_count) && !self.is_told(Role::Events) {
            self.proposal.roles.set(Role::Events, None);
            self.forget(Role::Events);
        }
        self.by_numbers();
        self.limits_with_value();
        self.check_limits();
    }

    /// Domains of an index come after anything else that could be measured or counted.
    fn without_domains(&self, values: &mut [Fit], can_count: bool) {
        let is_domain = |column: usize| self.looks.get(column).is_some_and(meaning::is_domain);
        let has_other = can_count
            || values.iter().any(|&(column, points)| points > 0 && !is_domain(column) && self.is_free(column));
        for (column, points) in values.iter_mut().filter(|_| has_other) {
            *points -= if is_domain(*column) { DOMAIN } else { 0 };
        }
        values.sort_by_key(|&(column, points)| (-points, column));
    }

    /// The value that the only limits lie around is what they are of.
    fn around_first(&self, values: &mut Vec<Fit>) {
        let roles = self.proposal.roles;
        let told = self.is_told(Role::Lower) || self.is_told(Role::Upper);
        let (Some(lower), Some(upper)) = (roles.of(Role::Lower), roles.of(Role::Upper)) else { return };
        if told || lower == upper || !limits::are_one_pair(self.looks) {
            return;
        }
        let get = |column: usize| self.looks.get(column).map(|look| look.values.as_slice()).unwrap_or_default();
        let mut around = values.clone();
        around.retain(|&(column, _)| limits::surround(get(lower), get(column), get(upper)));
        if !around.is_empty() {
            *values = around;
        }
    }

    /// What headings leave open and the numbers say.
    fn by_numbers(&mut self) {
        self.count_of_people();
        self.people_of_ratio();
        self.largest_people();
        self.all_people();
    }

    /// Men, or people of an age, are no weight where all are known.
    fn all_people(&mut self) {
        let roles = self.proposal.roles;
        let look = |role: Role| roles.of(role).and_then(|column| self.looks.get(column));
        let (Some(people), Some(all)) = (look(Role::People), look(Role::Denominator)) else { return };
        let is_told = self.is_told(Role::People) || self.is_told(Role::Denominator);
        if !is_told && counts::is_part(&people.heading) && sums::is_at_least(all, people) {
            self.proposal.roles.set(Role::People, None);
            self.forget(Role::People);
        }
    }

    /// A number that no word calls a rate, that is whole and never more than the people beside it, counts some of them.
    fn count_of_people(&mut self) {
        let roles = self.proposal.roles;
        if self.is_told(Role::Value) || self.is_told(Role::Events) || roles.has(Role::Events) {
            return;
        }
        let look = |role: Role| roles.of(role).and_then(|column| self.looks.get(column));
        let Some(value) = look(Role::Value) else { return };
        let Some(people) = look(Role::People).or(look(Role::Denominator)) else { return };
        // Up to 100 it may as well be per cent.
        let is_beyond = value.range.is_some_and(|(_, most)| most > 100.0);
        if is_beyond && may_count(value, people) && sums::is_steadier_by(value, people) {
            self.proposal.roles.set(Role::Events, roles.of(Role::Value));
            self.proposal.roles.set(Role::Value, None);
            for (role, _) in self.proposal.ties.iter_mut().chain(&mut self.proposal.close) {
                *role = if *role == Role::Value { Role::Events } else { *role };
            }
        }
    }

    /// People by a ratio: the value is so many cases out of them; or a total of cases and of those who are none.
    fn people_of_ratio(&mut self) {
        if [Role::People, Role::Denominator].into_iter().any(|role| self.is_told(role)) {
            return;
        }
        let roles = self.proposal.roles;
        let can_count =
            |column: &usize| self.looks.get(*column).is_some_and(|look| look.counts() && look.whole == look.numbers);
        let is_open = |column: &usize| matches!(roles.role_of(*column), None | Some(Role::People | Role::Denominator));
        let counts: Vec<usize> = (0..self.looks.len()).filter(is_open).filter(can_count).collect();
        let has_people = roles.has(Role::People) || roles.has(Role::Denominator);
        let is_tied = |role: &Role| matches!(role, Role::People | Role::Denominator);
        let are_tied = self.proposal.ties.iter().any(|(role, _)| is_tied(role));
        if has_people && !are_tied {
            return;
        }
        let value = roles.of(Role::Value).and_then(|column| self.looks.get(column));
        let found =
            value.and_then(|value| sums::cases_and_people(self.looks, value, &counts)).map(|(_, people)| people);
        if let Some(people) = found {
            self.proposal.roles.set(Role::Denominator, None);
            self.proposal.roles.set(Role::People, Some(people));
            self.forget(Role::People);
            self.forget(Role::Denominator);
        }
    }

    /// Of several that could be people, the one that is never the smaller: others are parts of it.
    fn largest_people(&mut self) {
        for role in [Role::People, Role::Denominator] {
            let Some(place) = self.proposal.ties.iter().position(|(of, _)| *of == role) else { continue };
            let Some((_, tied)) = self.proposal.ties.get(place) else { continue };
            // Of one year or another none is a part of the other.
            let is_of_year =
                |&column: &usize| self.looks.get(column).is_some_and(|look| look.heading.words().any(is_year));
            if tied.iter().any(is_of_year) {
                continue;
            }
            let at_least = |one: usize, other: usize| match (self.looks.get(one), self.looks.get(other)) {
                (Some(one), Some(other)) => sums::is_at_least(one, other),
                _ => false,
            };
            let largest =
                tied.iter().copied().find(|&one| tied.iter().all(|&other| other == one || at_least(one, other)));
            if let Some(largest) = largest {
                let tie = self.proposal.ties.remove(place);
                self.proposal.roles.set(role, Some(largest));
                self.proposal.close.push(tie);
            }
        }
    }

    /// All of what events and others are parts of, where no heading speaks of people.
    fn total_of_events(&mut self) {
        let roles = self.proposal.roles;
        if [Role::People, Role::Denominator].into_iter().any(|role| self.is_told(role) || roles.has(role)) {
            return;
        }
        let Some(events) = roles.of(Role::Events) else { return };
        let Some(of) = self.looks.get(events) else { return };
        let free: Vec<usize> = (0..self.looks.len()).filter(|&column| self.is_free(column)).collect();
        let is_all = |&column: &usize| {
            let Some(look) = self.looks.get(column).filter(|look| look.counts() && look.whole == look.numbers) else {
                return false;
            };
            let is_sum = |&other: &usize| {
                other != column && self.looks.get(other).is_some_and(|other| sums::is_sum(look, of, other))
            };
            sums::is_at_least(look, of) && (counts::is_total(look) || free.iter().any(is_sum))
        };
        let all = free.iter().copied().find(is_all);
        self.proposal.roles.set(Role::Denominator, all);
    }

    fn forget(&mut self, role: Role) {
        self.proposal.ties.retain(|(of, _)| *of != role);
        self.proposal.close.retain(|(of, _)| *of != role);
    }

    /// Limits in the cells of the value, where no columns of limits are.
    fn limits_with_value(&mut self) {
        let told = self.is_told(Role::Lower) || self.is_told(Role::Upper);
        let roles = self.proposal.roles;
        let Some(value) = roles.of(Role::Value).filter(|_| !told && !roles.has(Role::Lower)) else { return };
        if self.looks.get(value).is_some_and(limits::with_value) {
            self.proposal.roles.set(Role::Lower, Some(value));
            self.proposal.roles.set(Role::Upper, Some(value));
        }
    }

    /// Limits lie around the value; others are of something else.
    fn check_limits(&mut self) {
        let roles = self.proposal.roles;
        let told = self.is_told(Role::Lower) || self.is_told(Role::Upper);
        let (Some(lower), Some(upper)) = (roles.of(Role::Lower), roles.of(Role::Upper)) else { return };
        let Some(value) = roles.of(Role::Value) else { return };
        let get = |column: usize| self.looks.get(column).map(|look| look.values.as_slice()).unwrap_or_default();
        if lower != upper && !told && !limits::surround(get(lower), get(value), get(upper)) {
            self.proposal.stray_limits = vec![lower, upper];
            self.proposal.roles.set(Role::Lower, None);
            self.proposal.roles.set(Role::Upper, None);
        }
    }

    /// The column that tells rows apart best, names before codes.
    fn name(&mut self) {
        if self.is_told(Role::Name) {
            return;
        }
        let mut fits = self.fits(names::name);
        // A name that rows share with many others names none of them.
        let different = |column: usize| self.looks.get(column).map_or(0, |look| look.different);
        let most = fits.iter().map(|fit| different(fit.0)).max().unwrap_or_default();
        fits.sort_by_key(|&(column, points)| (different(column) * 2 < most, -points, column));
        if let Some(&(best, _)) = fits.first() {
            self.proposal.roles.set(Role::Name, Some(best));
        }
    }
}
