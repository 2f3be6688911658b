//! Which column holds what, told by headings and values together.

use super::column::Look;
use super::counts;
use super::limits;
use super::meaning::{self, DeprivationKind};
use super::names;
use super::purpose::Purpose;
use super::roles::{Role, Roles};

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
        let roles = &self.proposal.roles;
        let can_count = roles.has(Role::Events)
            && (roles.has(Role::Denominator) || roles.has(Role::People) || roles.has(Role::Expected));
        let events_are_told = self.is_told(Role::Events) && roles.has(Role::Events);
        if !self.is_told(Role::Value) && !events_are_told {
            // People in need are counted rather than worked out from a rounded share.
            let is_wanted = |points: i32| match self.purpose {
                Purpose::Measured => !can_count || points >= SURE,
                Purpose::Targeted => !can_count,
            };
            values.retain(|&(column, points)| self.is_free(column) && is_wanted(points));
            self.take_of(Role::Value, &values);
        }
        // Events are of use where there is no value, and something that they are out of.
        if (self.proposal.roles.has(Role::Value) || !can_count) && !self.is_told(Role::Events) {
            self.proposal.roles.set(Role::Events, None);
            self.forget(Role::Events);
        }
        self.check_limits();
    }

    fn forget(&mut self, role: Role) {
        self.proposal.ties.retain(|(of, _)| *of != role);
        self.proposal.close.retain(|(of, _)| *of != role);
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
        let fits = self.fits(names::name);
        if let Some(&(best, _)) = fits.first() {
            self.proposal.roles.set(Role::Name, Some(best));
        }
    }
}
