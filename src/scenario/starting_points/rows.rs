//! Sets of assumptions that are round and wide in the main.

use super::basis::{Row, Source, guess, printed};
use crate::model::strategies::Assumption as A;

/// Help is about ten further visits. The risk is of a child behind at the end of the first school year.
pub(super) const HEALTH_VISITS: &[Row] = &[
    guess(A::UptakeLeast, 750, 850, 920),
    guess(A::UptakeMost, 650, 750, 850),
    guess(A::Sensitivity, 600, 750, 850),
    guess(A::Specificity, 750, 850, 950),
    // Visits within 14 days: the lowest region, England. Visits within 30 days: England.
    printed(A::Contact, 821, 852, 980, Source::HealthVisitorMetrics),
    guess(A::CostScreening, 4_000, 6_000, 9_000),
    guess(A::CostDelivery, 40_000, 60_000, 90_000),
    guess(A::EffectInNeed, 50, 150, 250),
    guess(A::EffectOthers, 0, 50, 100),
    guess(A::RiskLeast, 200, 250, 300),
    guess(A::RiskMost, 350, 400, 450),
];

/// The group is those who say that they smoke when asked. The risk is of a baby born too small.
pub(super) const CARBON_MONOXIDE: &[Row] = &[
    guess(A::UptakeLeast, 400, 550, 700),
    guess(A::UptakeMost, 300, 450, 600),
    guess(A::Stigma, 0, 20, 60),
    guess(A::Sensitivity, 750, 880, 950),
    guess(A::Specificity, 960, 985, 995),
    guess(A::Contact, 900, 960, 990),
    guess(A::GroupInNeed, 600, 720, 850),
    guess(A::GroupOthers, 0, 5, 20),
    guess(A::CostScreening, 100, 200, 500),
    guess(A::CostDelivery, 15_000, 25_000, 40_000),
    guess(A::EffectInNeed, 50, 120, 250),
    guess(A::EffectOthers, 0, 10, 30),
    guess(A::RiskLeast, 15, 20, 30),
    guess(A::RiskMost, 30, 40, 60),
];

/// An assessment is a referral: without a place where all families come, early signs are harder to see. The risk is of
/// a child behind at the end of the first school year.
pub(super) const CHILDRENS_CENTRE: &[Row] = &[
    guess(A::UptakeLeast, 400, 550, 700),
    guess(A::UptakeMost, 300, 450, 600),
    guess(A::Stigma, 30, 100, 200),
    guess(A::Sensitivity, 400, 550, 700),
    guess(A::Specificity, 850, 920, 970),
    guess(A::CostFixed, 15_000_000, 30_000_000, 50_000_000),
    guess(A::CostScreening, 500, 1_500, 3_000),
    guess(A::CostDelivery, 20_000, 30_000, 45_000),
    guess(A::EffectInNeed, 50, 120, 200),
    guess(A::EffectOthers, 20, 50, 100),
    guess(A::RiskLeast, 200, 250, 300),
    guess(A::RiskMost, 350, 400, 450),
];

/// Outreach is a payment of £16 to each person vaccinated in the targeted areas. Uptake falls with deprivation around
/// the 71.6% of the trial without a payment. The risk is of a stay in hospital.
pub(super) const VACCINATION: &[Row] = &[
    guess(A::UptakeLeast, 730, 800, 870),
    guess(A::UptakeMost, 550, 630, 710),
    // Low and high: the 95% interval that follows from the trial's P value of 0.005.
    printed(A::Outreach, 13, 42, 71, Source::VaccinePayments),
    guess(A::Stigma, 0, 10, 50),
    guess(A::CostOffer, 50, 100, 300),
    guess(A::CostDelivery, 1_500, 2_000, 3_000),
    // £16 to the three in four who come; at most to all.
    guess(A::CostOutreach, 900, 1_200, 1_600),
    guess(A::EffectInNeed, 500, 700, 850),
    guess(A::EffectOthers, 500, 700, 850),
    guess(A::RiskLeast, 5, 10, 20),
    guess(A::RiskMost, 10, 20, 40),
];

/// A year of meals. An assessment is a claim under an income limit; the group is families on Universal Credit. The risk
/// is of excess weight at the end of primary school.
pub(super) const SCHOOL_MEALS: &[Row] = &[
    guess(A::UptakeLeast, 650, 750, 850),
    guess(A::UptakeMost, 750, 850, 920),
    guess(A::Stigma, 10, 50, 120),
    guess(A::Sensitivity, 600, 700, 850),
    guess(A::Specificity, 850, 920, 970),
    guess(A::GroupInNeed, 850, 920, 970),
    guess(A::GroupOthers, 120, 180, 250),
    guess(A::CostScreening, 100, 300, 800),
    guess(A::CostOffer, 0, 0, 500),
    guess(A::CostDelivery, 42_000, 48_000, 56_000),
    guess(A::EffectInNeed, 0, 30, 80),
    guess(A::EffectOthers, 0, 20, 60),
    guess(A::RiskLeast, 220, 270, 320),
    guess(A::RiskMost, 370, 420, 460),
];

/// A payment for one winter. An assessment is a claim for Pension Credit; the group is people aged 80 and over. The
/// risk is of a home too cold for health.
pub(super) const ENERGY_BILLS: &[Row] = &[
    guess(A::UptakeLeast, 930, 980, 1000),
    guess(A::UptakeMost, 910, 970, 1000),
    // What keeps people from claiming is already in the take-up.
    guess(A::Stigma, 0, 10, 40),
    // Low is that of 2018 to 2019.
    printed(A::Sensitivity, 600, 650, 700, Source::PensionCreditTakeUp),
    guess(A::Specificity, 940, 970, 990),
    guess(A::GroupInNeed, 200, 250, 300),
    guess(A::GroupOthers, 170, 210, 260),
    guess(A::CostScreening, 50, 200, 500),
    guess(A::CostOffer, 50, 100, 200),
    guess(A::CostDelivery, 15_000, 20_000, 30_000),
    guess(A::EffectInNeed, 100, 250, 400),
    guess(A::EffectOthers, 20, 80, 150),
    guess(A::RiskLeast, 30, 60, 100),
    guess(A::RiskMost, 100, 160, 230),
];

/// A year of checks and support; outreach is extra money where need is greater. The risk is of a serious complication
/// within ten years.
pub(super) const DIABETES: &[Row] = &[
    guess(A::UptakeLeast, 600, 700, 780),
    guess(A::UptakeMost, 450, 550, 650),
    guess(A::Outreach, 30, 80, 140),
    guess(A::Stigma, 0, 20, 60),
    guess(A::CostOffer, 200, 500, 1_000),
    guess(A::CostDelivery, 8_000, 12_000, 18_000),
    guess(A::CostOutreach, 1_500, 3_000, 6_000),
    guess(A::EffectInNeed, 100, 200, 300),
    guess(A::EffectOthers, 100, 200, 300),
    guess(A::RiskLeast, 80, 120, 160),
    guess(A::RiskMost, 150, 200, 280),
];
