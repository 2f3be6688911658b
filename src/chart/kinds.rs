//! Which charts there are, and the kinds of file that one can be saved as.

/// A chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// A hundred people in need, some of them reached.
    People,
    /// The concentration curve.
    Curve,
    /// Fifths of a scale.
    Fifths,
    /// Where everyone in need ends up under each offer.
    CoverageCascade,
    /// How many people in need each offer reaches.
    Reached,
    /// What each offer costs in all.
    TotalCost,
    /// What each offer costs for each person in need reached.
    CostEach,
    /// Total benefit against the change in the gap.
    Plane,
    /// One assumption at a time.
    Tornado,
    /// A risk factor over people, before and after two approaches.
    RiskCurves,
    /// Who moves below each threshold.
    Moved,
    /// Whom a threshold in the most deprived fifth misses.
    RiskFifths,
    /// A line over deprivation, and its target.
    Slope,
    /// Rows of values over deprivation.
    Scatter,
    /// Years in good health.
    HealthyLife,
    /// Children in low-income families.
    LowIncome,
    /// The cost of one more person against uptake.
    OneMore,
    /// Uptake in fifths with and without an incentive.
    UptakeFifths,
}

impl Chart {
    /// Those that need no offers, only a target.
    pub const OF_TARGET: [Self; 3] = [Self::People, Self::Curve, Self::Fifths];
    /// Those of offers compared.
    pub const OF_OFFERS: [Self; 6] =
        [Self::CoverageCascade, Self::Reached, Self::TotalCost, Self::CostEach, Self::Plane, Self::Tornado];
    /// Those of a risk factor.
    pub const OF_POPULATION: [Self; 3] = [Self::RiskCurves, Self::Moved, Self::RiskFifths];
    /// Those of a gap.
    pub const OF_GAP: [Self; 4] = [Self::Slope, Self::Scatter, Self::HealthyLife, Self::LowIncome];
    /// Those of an incentive.
    pub const OF_INCENTIVE: [Self; 2] = [Self::OneMore, Self::UptakeFifths];
}

/// A kind of file that a chart is saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChartFile {
    /// A picture in dots.
    Png,
    /// A drawing that stays sharp at any size.
    Svg,
    /// The numbers behind it.
    Csv,
}

impl ChartFile {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Csv];
}

/// A kind of file that all results are saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ResultsFile {
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

impl ResultsFile {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Json];
}
