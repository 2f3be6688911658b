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
            Self::NationalFifth => "",
            Self::OwnFifth => "cut=local",
            Self::EightInTen => "share=70",
            Self::PerfectMap => "rank=need&cut=local",
            Self::Town => "place=E06000002",
            Self::Rural => "place=E06000017",
            Self::Children => "need=children",
            Self::SameBudget => "view=strategies&place=E06000002&funding=budget",
            Self::FallingUptake => "view=strategies&uptake-most=30,40,50",
        }
    }
}
