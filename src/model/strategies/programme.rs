//! Offers as a programme: who can have them, what they are held against, what they avert, and over how long.

use super::{Assumption as A, Cells, Design, Funding, Outcome, Strategy, Values, outcome};

/// Who can have an offer at all.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Eligible {
    /// Everybody.
    Everyone,
    /// The shares assumed: [`A::EligibleInNeed`] and [`A::EligibleOthers`].
    Shares,
    /// Numbers of people in need and of others (0 or more); never more than live there.
    Numbers(f64, f64),
}

impl Eligible {
    /// The share (0 to 1) of people in need, and of others, who can have it.
    pub fn shares(self, cells: &Cells, values: &Values) -> [f64; 2] {
        let total = cells.total();
        // Of nobody, everybody can have it.
        let share = |number: f64, of: f64| if of > 0.0 { (number / of).min(1.0) } else { 1.0 };
        match self {
            Self::Everyone => [1.0, 1.0],
            Self::Shares => [values[A::EligibleInNeed], values[A::EligibleOthers]],
            Self::Numbers(in_need, others) => {
                [share(in_need, total.in_need), share(others, total.people - total.in_need)]
            }
        }
    }
}

/// What offers avert.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Averts {
    /// A bad outcome that a person has once or never: [`A::RiskLeast`] to [`A::RiskMost`].
    OnceOrNever,
    /// Something that happens so often in a year, for so many years: [`A::RateLeast`] to [`A::RateMost`].
    EachYear {
        /// For how many years an offer works (1 or more).
        years: u32,
        /// By how much a later year counts for less (0 or more): 0.035 is 3.5% a year.
        discount: f64,
    },
}

/// How many years a number of years counts for: the first in full, each later one for less by the rate `discount` (0 or more)
/// once more. At 0 it is the number of years.
///
/// Source: HM Treasury, *The Green Book*, annex on discounting: the factor of year t is 1/(1 + r)^t, the first being year 0.
pub fn discounted_years(years: u32, discount: f64) -> f64 {
    let (mut factor, mut sum) = (1.0, 0.0);
    for _ in 0..years {
        sum += factor;
        factor /= 1.0 + discount;
    }
    sum
}

/// Offers as a programme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Programme {
    /// How the offers are set up.
    pub design: Design,
    /// How far they go.
    pub funding: Funding,
    /// Who can have them.
    pub eligible: Eligible,
    /// What they avert.
    pub averts: Averts,
    /// Whether there is a service today that they would take the place of.
    pub has_present: bool,
}

impl Programme {
    /// The cells of those who can have it.
    pub fn cells(&self, cells: &Cells, values: &Values) -> Cells {
        let [in_need, others] = self.eligible.shares(cells, values);
        cells.eligible(in_need, others)
    }

    /// What a strategy does. Counts are of those who can have it; the gap is one of the risk, or of the yearly rate.
    pub fn outcome(&self, cells: &Cells, strategy: Strategy, values: &Values) -> Outcome {
        self.of_eligible(&self.cells(cells, values), strategy, values)
    }

    /// The same on the cells of those who can have it.
    fn of_eligible(&self, eligible: &Cells, strategy: Strategy, values: &Values) -> Outcome {
        match self.averts {
            Averts::OnceOrNever => outcome(eligible, strategy, self.design, self.funding, values),
            Averts::EachYear { years, discount } => {
                let mut yearly = *values;
                yearly[A::RiskLeast] = values[A::RateLeast];
                yearly[A::RiskMost] = values[A::RateMost];
                let of_one_year = outcome(eligible, strategy, self.design, self.funding, &yearly);
                Outcome { benefit: of_one_year.benefit * discounted_years(years, discount), ..of_one_year }
            }
        }
    }

    /// What the service of today does, for all who can have it, with its own uptake and cost for each person reached; what it
    /// cost to set up is spent. `None` where there is none.
    pub fn present(&self, cells: &Cells, values: &Values) -> Option<Outcome> {
        let mut today = *values;
        today[A::UptakeLeast] = values[A::PresentLeast];
        today[A::UptakeMost] = values[A::PresentMost];
        today[A::CostDelivery] = values[A::PresentCost];
        (today[A::CostFixed], today[A::CostOffer]) = (0.0, 0.0);
        let in_full = Self { funding: Funding::InFull, ..*self };
        self.has_present.then(|| in_full.of_eligible(&self.cells(cells, values), Strategy::Universal, &today))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fifth, NeedScope, OutreachWhere};
    use super::*;
    use crate::model::Counts;

    #[test]
    fn the_service_of_today_reaches_all_its_people_whatever_the_budget_of_what_would_take_its_place() {
        let counts = Counts { areas: 1.0, people: 100.0, in_need: 20.0 };
        let cells = Cells::of([Fifth { targeted: counts, ..Fifth::default() }; 5]);
        let mut values = Values::from_fn(|_| 0.0);
        (values[A::PresentLeast], values[A::PresentMost], values[A::PresentCost]) = (0.5, 0.5, 10.0);
        let programme = Programme {
            design: Design { need_scope: NeedScope::Everywhere, outreach_where: OutreachWhere::MoreDeprived },
            funding: Funding::Budget(1.0),
            eligible: Eligible::Everyone,
            averts: Averts::OnceOrNever,
            has_present: true,
        };
        let found = programme.present(&cells, &values).unwrap();
        assert_eq!((found.reached, found.cost), (250.0, 2500.0));
    }
}
