//! Pages to begin with: places and targets that show where a target by area does well, and where it does not.

/// A page to begin with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReadyMade {
    /// The most deprived fifth of England's areas, in the place of the reports behind the app.
    NationalFifth,
    /// The place's own most deprived fifth.
    OwnFifth,
    /// How wide a target has to be to reach 8 in 10.
    EightInTen,
    /// Areas ordered by low income itself.
    PerfectMap,
    /// A town where most people on low incomes live inside the target.
    Town,
    /// A rural council without an area in the target.
    Rural,
    /// Children in need.
    Children,
    /// Offers with the same budget, where the one by area wins.
    SameBudget,
    /// A universal offer that fewer take up where deprivation is higher.
    FallingUptake,
}

impl ReadyMade {
    /// Every ready-made page, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::NationalFifth,
        Self::OwnFifth,
        Self::EightInTen,
        Self::PerfectMap,
        Self::Town,
        Self::Rural,
        Self::Children,
        Self::SameBudget,
        Self::FallingUptake,
    ];

    /// The query of its link.
    pub const fn query(self) -> &'static str {
        match self {
            Self::NationalFifth => "v=2&data=iod2019",
            Self::OwnFifth => "v=2&data=iod2019&cut=local",
            Self::EightInTen => "v=2&data=iod2019&share=70",
            Self::PerfectMap => "v=2&data=iod2019&rank=need&cut=local",
            Self::Town => "v=2&data=iod2019&place=E06000002",
            Self::Rural => "v=2&data=iod2019&place=E06000017",
            Self::Children => "v=2&data=iod2019&need=children",
            Self::SameBudget => "v=2&view=strategies&data=iod2019&place=E06000002&funding=budget",
            Self::FallingUptake => "v=2&view=strategies&data=iod2019&uptake-most=30,40,50",
        }
    }
}
