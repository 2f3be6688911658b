//! Which charts there are, by what they show, and the kinds of file that one can be saved as.

/// A chart of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetChart {
    /// A hundred people in need, some of them reached.
    People,
    /// The concentration curve.
    Curve,
    /// Fifths of a scale.
    Fifths,
}

/// A chart of every council side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CouncilsChart {
    /// A dot a council, on the scale of the share missed.
    Strip,
    /// A hexagon a council.
    Map,
}

/// A chart of offers compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffersChart {
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
    /// Uptake in fifths, as assumed and with outreach and stigma.
    Uptake,
    /// What each offer costs and averts beyond what it is held against, over draws.
    ValuePlane,
    /// How often each option is best, by what averting one is worth.
    Acceptability,
}

/// A chart of a risk factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RiskChart {
    /// The factor over people, before and after two approaches.
    Curves,
    /// Who moves below each threshold.
    Moved,
    /// Whom a threshold in the most deprived fifth misses.
    Fifths,
}

/// A chart of a gap that is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GapChart {
    /// A line over deprivation, and its target.
    Slope,
    /// Years in good health.
    HealthyLife,
    /// Children in low-income families.
    LowIncome,
}

/// A chart of rows of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowsChart {
    /// The rows over deprivation.
    Scatter,
    /// The slope index of each period, sex or area.
    Groups,
}

/// A chart of an incentive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaymentChart {
    /// The cost of one more person against uptake.
    OneMore,
    /// Uptake in fifths with and without an incentive.
    UptakeFifths,
}

/// A chart of whom a service reaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditChart {
    /// People served for each 100 in need, by fifth.
    Fifths,
}

/// A chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chart {
    /// Of a target.
    Target(TargetChart),
    /// Of every council side by side.
    Councils(CouncilsChart),
    /// Of offers compared.
    Offers(OffersChart),
    /// Of a risk factor.
    Risk(RiskChart),
    /// Of a gap that is known.
    Gap(GapChart),
    /// Of rows of values.
    Rows(RowsChart),
    /// Of an incentive.
    Payment(PaymentChart),
    /// Of whom a service reaches.
    Audit(AuditChart),
}

/// Lists the charts of each kind in the order of the page, and makes a chart of each; one that is forgotten does not
/// compile.
macro_rules! charts {
    ($($kind:ident($type:ident) { $($chart:ident),+ })+) => {
        impl Chart {
            /// Every chart.
            pub const ALL: &'static [Self] = &[$($(Self::$kind($type::$chart)),+),+];
        }
        $(
            impl $type {
                /// Every one, in the order of the page.
                pub const ALL: &'static [Self] = &[$(Self::$chart),+];
            }

            impl From<$type> for Chart {
                fn from(chart: $type) -> Self {
                    match chart {
                        $($type::$chart)|+ => Self::$kind(chart),
                    }
                }
            }
        )+
    };
}

charts! {
    Target(TargetChart) { People, Curve, Fifths }
    Councils(CouncilsChart) { Strip, Map }
    Offers(OffersChart) { CoverageCascade, Reached, TotalCost, CostEach, Plane, Tornado, Uptake, ValuePlane, Acceptability }
    Risk(RiskChart) { Curves, Moved, Fifths }
    Gap(GapChart) { Slope, HealthyLife, LowIncome }
    Rows(RowsChart) { Scatter, Groups }
    Payment(PaymentChart) { OneMore, UptakeFifths }
    Audit(AuditChart) { Fifths }
}

impl Chart {
    /// Whether it shows how sure its numbers are, which has to be drawn.
    pub const fn has_intervals(self) -> bool {
        match self {
            Self::Offers(
                OffersChart::Reached
                | OffersChart::TotalCost
                | OffersChart::CostEach
                | OffersChart::ValuePlane
                | OffersChart::Acceptability,
            )
            | Self::Rows(RowsChart::Groups) => true,
            Self::Offers(
                OffersChart::CoverageCascade | OffersChart::Plane | OffersChart::Tornado | OffersChart::Uptake,
            )
            | Self::Target(_)
            | Self::Councils(_)
            | Self::Risk(_)
            | Self::Gap(_)
            | Self::Rows(RowsChart::Scatter)
            | Self::Payment(_)
            | Self::Audit(_) => false,
        }
    }
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
    /// What stands in the first.
    Csvw,
}

impl ResultsFile {
    /// Every kind, in the order of the page.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Json, Self::Csvw];
}
