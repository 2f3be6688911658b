//! Sets of assumptions of which several are printed in a source.

use super::basis::{Row, Source, guess, printed};
use crate::model::strategies::Assumption as A;

/// An offer is an invitation. The risk is of heart disease or a stroke within ten years. Outreach takes the targeted areas
/// at most to the 66% that the Liverpool model assumes for its most deprived fifth.
pub(super) const HEALTH_CHECK: &[Row] = &[
    printed(A::UptakeLeast, 323, 470, 526, Source::HealthCheckUptake),
    printed(A::UptakeMost, 323, 390, 526, Source::HealthCheckUptake),
    guess(A::Outreach, 50, 150, 270),
    guess(A::Stigma, 0, 20, 60),
    printed(A::CostOffer, 400, 511, 800, Source::HealthCheckInvitation),
    printed(A::CostDelivery, 1_328, 1_500, 3_000, Source::HealthCheckCost),
    guess(A::CostOutreach, 500, 1_000, 2_000),
    guess(A::EffectInNeed, 15, 25, 35),
    guess(A::EffectOthers, 15, 25, 35),
    guess(A::RiskLeast, 50, 70, 90),
    guess(A::RiskMost, 100, 140, 180),
    // Residents aged 40 to 74 without a known condition.
    guess(A::EligibleInNeed, 200, 250, 300),
    guess(A::EligibleOthers, 250, 300, 350),
    printed(A::PresentLeast, 323, 470, 526, Source::HealthCheckUptake),
    printed(A::PresentMost, 323, 390, 526, Source::HealthCheckUptake),
    // A check, and an invitation for each of the two or three who are asked.
    guess(A::PresentCost, 2_000, 2_700, 4_000),
];

/// An offer is a letter, and who is reached gets in touch. An assessment is a look into the council's own records. The risk
/// is of a home too cold for health.
pub(super) const COUNCIL_DATA: &[Row] = &[
    printed(A::UptakeLeast, 200, 280, 400, Source::LettersAnswered),
    printed(A::UptakeMost, 200, 280, 400, Source::LettersAnswered),
    guess(A::Stigma, 0, 10, 40),
    guess(A::Sensitivity, 300, 500, 700),
    guess(A::Specificity, 950, 980, 995),
    printed(A::CostFixed, 8_000_000, 12_500_000, 15_000_000, Source::LettersCost),
    guess(A::CostScreening, 5, 20, 50),
    guess(A::CostOffer, 80, 150, 300),
    guess(A::CostDelivery, 1_000, 3_000, 6_000),
    guess(A::EffectInNeed, 100, 250, 400),
    guess(A::EffectOthers, 0, 10, 30),
    guess(A::RiskLeast, 30, 60, 100),
    guess(A::RiskMost, 100, 160, 230),
];

/// A year of payments. An assessment is a claim by a form of its own; the group is families entered by one form for several
/// benefits. The risk is of a child who eats too little fruit and vegetables.
pub(super) const HEALTHY_START: &[Row] = &[
    guess(A::UptakeLeast, 900, 950, 990),
    guess(A::UptakeMost, 900, 950, 990),
    // What keeps families from claiming is already in the claims.
    guess(A::Stigma, 0, 10, 40),
    printed(A::Sensitivity, 510, 650, 710, Source::HealthyStartClaimed),
    guess(A::Specificity, 970, 985, 995),
    printed(A::GroupInNeed, 710, 920, 950, Source::BestStartFoods),
    guess(A::GroupOthers, 10, 30, 80),
    guess(A::CostScreening, 50, 100, 300),
    guess(A::CostOffer, 0, 50, 200),
    printed(A::CostDelivery, 22_100, 29_536, 44_200, Source::HealthyStartPaid),
    guess(A::EffectInNeed, 20, 80, 150),
    guess(A::EffectOthers, 0, 20, 60),
    guess(A::RiskLeast, 120, 180, 240),
    guess(A::RiskMost, 250, 320, 400),
    // Children under four, of all under sixteen.
    guess(A::EligibleInNeed, 220, 250, 280),
    guess(A::EligibleOthers, 220, 250, 280),
    printed(A::PresentLeast, 510, 650, 710, Source::HealthyStartClaimed),
    printed(A::PresentMost, 510, 650, 710, Source::HealthyStartClaimed),
];

/// A year of meals. An assessment is a claim below the income limit; the group is families below the limit, entered without
/// a claim. The risk is of excess weight at the end of primary school.
pub(super) const SCHOOL_MEALS_CLAIM: &[Row] = &[
    guess(A::UptakeLeast, 650, 750, 850),
    guess(A::UptakeMost, 750, 850, 920),
    guess(A::Stigma, 10, 50, 120),
    printed(A::Sensitivity, 507, 552, 676, Source::SchoolMealsClaimed),
    guess(A::Specificity, 900, 950, 980),
    printed(A::GroupInNeed, 590, 620, 760, Source::SchoolMealsLimit),
    guess(A::GroupOthers, 20, 50, 100),
    guess(A::CostScreening, 100, 300, 800),
    guess(A::CostOffer, 0, 0, 500),
    printed(A::CostDelivery, 48_070, 49_020, 60_040, Source::SchoolMealsCost),
    guess(A::EffectInNeed, 0, 30, 80),
    guess(A::EffectOthers, 0, 20, 60),
    guess(A::RiskLeast, 220, 270, 320),
    guess(A::RiskMost, 370, 420, 460),
    // Pupils, of all children under sixteen.
    guess(A::EligibleInNeed, 680, 720, 760),
    guess(A::EligibleOthers, 680, 720, 760),
];

/// Help for one winter. An assessment is a look at the band of council tax; the group is people who get a benefit or the
/// state pension. The risk is of a home too cold for health.
pub(super) const ENERGY_SUPPORT: &[Row] = &[
    guess(A::UptakeLeast, 930, 980, 1000),
    guess(A::UptakeMost, 910, 970, 1000),
    guess(A::Stigma, 0, 5, 20),
    printed(A::Sensitivity, 800, 890, 950, Source::CouncilTaxBands),
    guess(A::Specificity, 150, 250, 410),
    printed(A::GroupInNeed, 650, 750, 850, Source::MissingMiddle),
    // About half of all households get one or the other.
    guess(A::GroupOthers, 400, 500, 600),
    guess(A::CostScreening, 10, 30, 100),
    guess(A::CostOffer, 50, 100, 200),
    printed(A::CostDelivery, 15_000, 40_000, 65_000, Source::EnergyPayments),
    guess(A::EffectInNeed, 100, 250, 400),
    guess(A::EffectOthers, 20, 80, 150),
    guess(A::RiskLeast, 30, 60, 100),
    guess(A::RiskMost, 100, 160, 230),
];

/// A year of a centre. The risk is of a child behind at the end of the first school year.
pub(super) const CENTRES_REACH: &[Row] = &[
    guess(A::UptakeLeast, 400, 550, 700),
    printed(A::UptakeMost, 450, 550, 650, Source::CentresUsed),
    guess(A::Outreach, 30, 80, 150),
    guess(A::Stigma, 0, 30, 80),
    guess(A::CostFixed, 15_000_000, 30_000_000, 50_000_000),
    guess(A::CostDelivery, 20_000, 30_000, 45_000),
    guess(A::CostOutreach, 1_000, 2_500, 5_000),
    guess(A::EffectInNeed, 50, 120, 200),
    guess(A::EffectOthers, 20, 50, 100),
    guess(A::RiskLeast, 200, 250, 300),
    guess(A::RiskMost, 350, 400, 450),
    // Children under five, of all under sixteen.
    guess(A::EligibleInNeed, 270, 310, 350),
    guess(A::EligibleOthers, 270, 310, 350),
];

/// A place near a local programme from birth to the age of four: who lives near one is reached, whether or not they go. The
/// risk is of a stay in hospital at the age of eleven.
pub(super) const SURE_START: &[Row] = &[
    guess(A::UptakeLeast, 850, 950, 1000),
    guess(A::UptakeMost, 850, 950, 1000),
    guess(A::Stigma, 0, 20, 60),
    printed(A::CostDelivery, 250_000, 486_000, 900_000, Source::SureStartCost),
    printed(A::EffectInNeed, 110, 190, 250, Source::SureStartPoorer),
    printed(A::EffectOthers, 0, 0, 180, Source::SureStartRichest),
    guess(A::RiskLeast, 20, 35, 50),
    guess(A::RiskMost, 50, 70, 90),
    // Children under five, of all under sixteen.
    guess(A::EligibleInNeed, 270, 310, 350),
    guess(A::EligibleOthers, 270, 310, 350),
];
