//! What an assumption of an example is made of: three amounts, and what they rest on.

use crate::model::strategies::Assumption;

use AssumedBasis::{Illustrative, Published};
use Assumption as A;

/// Low, likely and high value of an assumption, and what they rest on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assumed {
    /// Low, likely and high in the smallest unit that links hold: shares in thousandths (0 to 1000), pounds in pence,
    /// yearly rates in tenths for each 100,000 people.
    pub amounts: [u64; 3],
    /// What they rest on.
    pub basis: AssumedBasis,
}

/// What an assumption rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssumedBasis {
    /// A source prints the likely value, or the figures that it follows from, which are then said with the source, as is
    /// where low and high come from.
    Published(Source),
    /// A round number to start from, for people to replace with their own.
    Illustrative,
}

/// Where a published number stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// The Swedish trial of payments for vaccination that the Annual Public Health Report 2022 draws on.
    VaccinePayments,
    /// The health visitor service delivery metrics for England.
    HealthVisitorMetrics,
    /// Who came to a Health Check in Bristol, by deprivation.
    HealthCheckUptake,
    /// What an invitation costs in the program of the Liverpool model.
    HealthCheckInvitation,
    /// What a check costs there.
    HealthCheckCost,
    /// Answers to letters of London boroughs to people who could claim Pension Credit.
    LettersAnswered,
    /// What the Greater London Authority gave for those letters.
    LettersCost,
    /// How many of those entitled to Healthy Start got it by its own form.
    HealthyStartClaimed,
    /// How many of those entitled to Best Start Foods got it, by one form for five payments.
    BestStartFoods,
    /// What Healthy Start pays.
    HealthyStartPaid,
    /// How many children in poverty are below the income limit of free school meals.
    SchoolMealsLimit,
    /// How many of those are registered.
    SchoolMealsClaimed,
    /// What a school is paid for a meal.
    SchoolMealsCost,
    /// How many poor households live in the lower bands of council tax.
    CouncilTaxBands,
    /// How many households in an energy crisis get a benefit or a pension.
    MissingMiddle,
    /// What was paid in 2022.
    EnergyPayments,
    /// How many of those entitled claim Pension Credit.
    PensionCreditTakeUp,
    /// How many children of an area used its children's centre.
    CentresUsed,
    /// What a Sure Start local programme cost.
    SureStartCost,
    /// What Sure Start did for children in poorer areas.
    SureStartPoorer,
    /// What it did for children in the richest ones.
    SureStartRichest,
}

/// An assumption that a starting point sets itself.
pub(super) type Row = (Assumption, [u64; 3], AssumedBasis);

pub(super) const fn guess(assumption: Assumption, low: u64, likely: u64, high: u64) -> Row {
    (assumption, [low, likely, high], Illustrative)
}

pub(super) const fn printed(assumption: Assumption, low: u64, likely: u64, high: u64, source: Source) -> Row {
    (assumption, [low, likely, high], Published(source))
}

/// What stands for an assumption that a starting point does not set itself, in thousandths and pence.
pub(super) const fn usual(assumption: Assumption) -> [u64; 3] {
    match assumption {
        A::UptakeLeast => [600, 700, 800],
        A::UptakeMost => [500, 600, 700],
        A::Outreach => [20, 50, 100],
        A::Stigma => [0, 30, 80],
        A::Sensitivity => [600, 750, 900],
        A::Specificity => [800, 900, 970],
        A::Contact => [800, 900, 970],
        A::GroupInNeed => [400, 500, 600],
        A::GroupOthers => [150, 200, 250],
        A::CostFixed => [5_000_000, 10_000_000, 20_000_000],
        A::CostScreening => [500, 1_000, 2_000],
        A::CostOffer => [100, 200, 500],
        A::CostDelivery => [5_000, 10_000, 20_000],
        A::CostOutreach => [1_000, 2_000, 4_000],
        A::EffectInNeed => [100, 200, 300],
        A::EffectOthers => [50, 150, 250],
        A::RiskLeast => [50, 100, 150],
        A::RiskMost => [150, 200, 250],
        A::EligibleInNeed | A::EligibleOthers => [150, 200, 250],
        A::PresentLeast => [400, 500, 600],
        A::PresentMost => [300, 400, 500],
        A::PresentCost => [5_000, 10_000, 20_000],
        // For each 100,000 people, in tenths.
        A::RateLeast => [1_500, 2_000, 2_500],
        A::RateMost => [4_000, 5_000, 6_000],
    }
}
