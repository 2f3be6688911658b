//! Published figures: the goals of the Joint Health and Wellbeing Strategy, and children in low-income families.

use serde::Serialize;

/// The slope target of the strategy.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct AppendixC {
    /// Preventable deaths before 75 for each 100,000 people, standardised by age, on average.
    pub mean: f64,
    /// The same once the target is met ("around 92").
    pub mean_after: f64,
    /// The share by which the slope is to be cut (0 to 1).
    pub cut: f64,
    /// The rate at the least deprived end. Not printed: it follows from the three numbers above.
    pub pivot: f64,
    /// How many times as high the rate is in some of the most deprived areas as in the least deprived ("around four").
    pub most_to_least: f64,
}

/// Cambridgeshire, three years up to 2019. Peterborough is to cut its slope by as much; no rate is printed for it.
///
/// Source: Joint Health and Wellbeing Strategy 2022-2030 of Cambridgeshire and Peterborough, appendix C, goal 2.
pub const APPENDIX_C: AppendixC =
    AppendixC { mean: 102.0, mean_after: 92.0, cut: 0.2, pivot: 52.0, most_to_least: 4.0 };

/// A sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sex {
    /// Male.
    Male,
    /// Female.
    Female,
}

/// One of the two areas of the strategy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// Cambridgeshire.
    Cambridgeshire,
    /// Peterborough.
    Peterborough,
}

/// Healthy life expectancy at birth, in years.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct HealthyLife {
    /// Whose.
    pub sex: Sex,
    /// Where.
    pub area: Area,
    /// In 2017-19.
    pub baseline: f64,
    /// The target for 2030, two years more.
    pub target: f64,
    /// The best area of England in 2017-19, for the same sex.
    pub best: f64,
}

/// Healthy life expectancy in Cambridgeshire and Peterborough.
///
/// Source: Joint Health and Wellbeing Strategy 2022-2030 of Cambridgeshire and Peterborough, appendix C, table 1.
pub const HEALTHY_LIFE: [HealthyLife; 4] = [
    HealthyLife { sex: Sex::Male, area: Area::Cambridgeshire, baseline: 64.3, target: 66.3, best: 71.5 },
    HealthyLife { sex: Sex::Female, area: Area::Cambridgeshire, baseline: 66.2, target: 68.2, best: 71.4 },
    HealthyLife { sex: Sex::Male, area: Area::Peterborough, baseline: 62.8, target: 64.8, best: 71.5 },
    HealthyLife { sex: Sex::Female, area: Area::Peterborough, baseline: 59.9, target: 61.9, best: 71.4 },
];

/// Children in relative low-income families.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Children {
    /// Share of children (0 to 1) in all of Cambridgeshire.
    pub cambridgeshire: f64,
    /// The same in the district with the least, South Cambridgeshire.
    pub south_cambridgeshire: f64,
    /// The same in the district with the most, Fenland.
    pub fenland: f64,
    /// Share of pupils (0 to 1) eligible for free school meals, as printed beside these.
    pub free_school_meals: f64,
}

/// Cambridgeshire, 2022/23. The summary prints no other district and not Peterborough.
///
/// Source: Cambridgeshire and Peterborough children and young people's needs assessment 2024, summary.
pub const CHILDREN_IN_LOW_INCOME: Children =
    Children { cambridgeshire: 0.111, south_cambridgeshire: 0.076, fenland: 0.21, free_school_meals: 0.205 };
