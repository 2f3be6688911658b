//! Who is offered an incentive, and what that does fifth by fifth.

use serde::Serialize;

use super::IncentiveError;
use super::cost::{check_pounds, check_shares, with_rise};
use crate::model::strategies::Cells;

/// A deprivation fifth as an incentive meets it.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct IncentiveFifth {
    /// Number of people.
    pub people: f64,
    /// Of them, number who live in targeted areas.
    pub targeted: f64,
    /// Share who take part without the incentive, u0 (0 to 1).
    pub uptake: f64,
    /// By how much the incentive raises that share, D (0 to 1).
    pub rise: f64,
    /// Share of people whom an assessment finds, if people are identified (0 to 1).
    pub identified: f64,
}

/// To whom an incentive is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Eligibility {
    /// To everybody.
    Universal,
    /// To everybody in the targeted areas.
    Areas,
    /// To those whom an assessment finds. Everybody is assessed.
    Identified,
}

impl Eligibility {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Universal, Self::Areas, Self::Identified];
}

/// What an incentive does in a fifth.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct IncentiveOutcomeFifth {
    /// Number of people offered it.
    pub offered: f64,
    /// Number of people paid.
    pub paid: f64,
    /// Of them, number who would have come anyway.
    pub anyway: f64,
    /// Number of people who take part because of it.
    pub additional: f64,
    /// Share of all people of the fifth who take part without it (0 to 1).
    pub uptake_before: f64,
    /// The same with it.
    pub uptake_after: f64,
}

/// What an incentive does.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct IncentiveOutcome {
    /// Number of people assessed.
    pub assessed: f64,
    /// Number of people offered it.
    pub offered: f64,
    /// Number of people paid.
    pub paid: f64,
    /// Of them, number who would have come anyway.
    pub anyway: f64,
    /// Number of people who take part because of it.
    pub additional: f64,
    /// Pounds: payments and assessments.
    pub cost: f64,
    /// Pounds for each additional person; `None` where there is none.
    pub per_additional: Option<f64>,
    /// Uptake in the least deprived fifth that people live in less that in the most deprived one, without it (-1 to 1).
    pub gap_before: f64,
    /// The same with it.
    pub gap_after: f64,
    /// Whether a rise was held because uptake and rise would be more than everybody.
    pub is_clamped: bool,
    /// Each fifth, most deprived first.
    pub fifths: [IncentiveOutcomeFifth; 5],
}

impl IncentiveOutcome {
    /// People paid who would have come anyway for each additional one; `None` without one.
    pub fn anyway_per_additional(&self) -> Option<f64> {
        (self.additional > 0.0).then(|| self.anyway / self.additional)
    }

    /// Of those paid, the share who would have come anyway (0 to 1); `None` where nobody is paid.
    pub fn anyway_share(&self) -> Option<f64> {
        (self.paid > 0.0).then(|| (self.anyway / self.paid).min(1.0))
    }
}

/// The fifths of a place with uptake on a straight line over mid-cumulative population rank, between the least and the
/// most deprived fifth that people live in, and the same rise and share identified in each.
///
/// # Errors
/// [`IncentiveError::Share`] if one of the shares is not between 0 and 1.
pub fn uptake_line(
    cells: &Cells,
    (least, most): (f64, f64),
    rise: f64,
    identified: f64,
) -> Result<[IncentiveFifth; 5], IncentiveError> {
    check_shares(&[least, most, rise, identified])?;
    let mut fifths = [IncentiveFifth::default(); 5];
    for ((fifth, cell), gradient) in fifths.iter_mut().zip(cells.fifths).zip(cells.gradient()) {
        *fifth = IncentiveFifth {
            people: cell.all().people,
            targeted: cell.targeted.people,
            uptake: least + (most - least) * gradient,
            rise,
            identified,
        };
    }
    Ok(fifths)
}

/// Works out an incentive of `payment` pounds, where an assessment costs `assessment` pounds for each head assessed.
///
/// In each fifth those offered are all, those targeted or those identified; of them u0 would have come anyway and D
/// come because of it; all who come are paid. Cost = v x paid + a x assessed, so that for one fifth in which all are
/// assessed and offered it is v (u0 + D)/D + a/D for each additional person.
///
/// # Errors
/// [`IncentiveError`] for counts, pounds and shares that cannot be, and where nobody lives.
pub fn incentive_outcome(
    fifths: &[IncentiveFifth; 5],
    reach: Eligibility,
    payment: f64,
    assessment: f64,
) -> Result<IncentiveOutcome, IncentiveError> {
    check_pounds(&[payment, assessment])?;
    for fifth in fifths {
        check_shares(&[fifth.uptake, fifth.rise, fifth.identified])?;
        if !(0.0..=MOST_PEOPLE).contains(&fifth.people) || !(0.0..=fifth.people).contains(&fifth.targeted) {
            return Err(IncentiveError::People);
        }
    }
    let people = fifths.map(|fifth| fifth.people);
    let total: f64 = people.iter().sum();
    if total <= 0.0 {
        return Err(IncentiveError::NoPeople);
    }
    let mut is_clamped = false;
    let mut done = [IncentiveOutcomeFifth::default(); 5];
    for (done, fifth) in done.iter_mut().zip(fifths) {
        let offered = match reach {
            Eligibility::Universal => fifth.people,
            Eligibility::Areas => fifth.targeted,
            Eligibility::Identified => fifth.people * fifth.identified,
        };
        let (uptake_with, rise, is_held) = with_rise(fifth.uptake, fifth.rise);
        is_clamped |= is_held && offered > 0.0;
        let reached_share = if fifth.people > 0.0 { offered / fifth.people } else { 0.0 };
        *done = IncentiveOutcomeFifth {
            offered,
            paid: offered * uptake_with,
            anyway: offered * fifth.uptake,
            additional: offered * rise,
            uptake_before: fifth.uptake,
            uptake_after: (fifth.uptake + reached_share * rise).min(1.0),
        };
    }
    let sum = |part: fn(&IncentiveOutcomeFifth) -> f64| done.iter().map(part).sum::<f64>();
    let assessed = if reach == Eligibility::Identified { total } else { 0.0 };
    let (paid, additional) = (sum(|fifth| fifth.paid), sum(|fifth| fifth.additional));
    let cost = payment * paid + assessment * assessed;
    Ok(IncentiveOutcome {
        assessed,
        offered: sum(|fifth| fifth.offered),
        paid,
        anyway: sum(|fifth| fifth.anyway),
        additional,
        cost,
        per_additional: (additional > 0.0).then(|| cost / additional).filter(|pounds| pounds.is_finite()),
        gap_before: gap(&done, people, |fifth| fifth.uptake_before),
        gap_after: gap(&done, people, |fifth| fifth.uptake_after),
        is_clamped,
        fifths: done,
    })
}

/// Uptake in the least deprived fifth that people live in less that in the most deprived one.
pub(super) fn gap(
    fifths: &[IncentiveOutcomeFifth; 5],
    people: [f64; 5],
    uptake: fn(&IncentiveOutcomeFifth) -> f64,
) -> f64 {
    let mut lived_in = fifths.iter().zip(people).filter(|&(_, n)| n > 0.0).map(|(fifth, _)| uptake(fifth));
    let most = lived_in.next().unwrap_or_default();
    lived_in.next_back().unwrap_or(most) - most
}

/// More people than there are.
const MOST_PEOPLE: f64 = 1e12;

#[cfg(test)]
mod tests {
    use super::*;

    const FIFTH: IncentiveFifth =
        IncentiveFifth { people: 100.0, targeted: 10.0, uptake: 0.5, rise: 0.1, identified: 0.2 };

    fn outcome(of: impl Fn(&mut [IncentiveFifth; 5])) -> IncentiveOutcome {
        let mut fifths = [FIFTH; 5];
        of(&mut fifths);
        incentive_outcome(&fifths, Eligibility::Areas, 16.0, 0.0).unwrap()
    }

    #[test]
    fn a_rise_held_in_one_fifth_is_told_whichever_it_is_and_only_if_it_is_offered_there() {
        assert!(!outcome(|_| {}).is_clamped);
        for at in 0..5 {
            assert!(outcome(|fifths| fifths[at].uptake = 0.95).is_clamped, "{at}");
            assert!(!outcome(|fifths| fifths[at] = IncentiveFifth { uptake: 0.95, targeted: 0.0, ..FIFTH }).is_clamped);
        }
    }

    #[test]
    fn where_nobody_lives_uptake_stays() {
        let found = outcome(|fifths| fifths[2] = IncentiveFifth { people: 0.0, targeted: 0.0, ..FIFTH });
        assert_eq!((found.fifths[2].uptake_after, found.fifths[1].uptake_after), (0.5, 0.5 + 0.1 * 0.1));
    }

    #[test]
    fn a_gap_is_one_between_fifths_that_people_live_in() {
        let nobody = |uptake| IncentiveFifth { people: 0.0, targeted: 0.0, uptake, ..FIFTH };
        let found = outcome(|fifths| {
            (fifths[0], fifths[4]) = (nobody(0.9), nobody(0.8));
            (fifths[1].uptake, fifths[3].uptake) = (0.25, 0.5);
        });
        assert_eq!(found.gap_before, 0.25);
    }
}
