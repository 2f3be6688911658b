//! The views: a row each, with all that other places have to know of one.
//!
//! A view that is added is a row here; then the compiler names each place that has to say what it is there.

use super::Lock;
use crate::chart::{Chart, CouncilsChart, GapChart, OffersChart, PaymentChart, RiskChart, TargetChart};

/// Behind which door a person finds a view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// See it: whom a target misses.
    See,
    /// Weigh it: what else could be done, and what it comes to.
    Weigh,
    /// Use it: written up, kept, passed on.
    Use,
    /// The foot of the page: what it rests on.
    Foot,
}

impl Door {
    /// Those of the masthead, in its order; the last is the foot of the page.
    pub const IN_MASTHEAD: [Self; 3] = [Self::See, Self::Weigh, Self::Use];

    /// Its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::See => "see",
            Self::Weigh => "weigh",
            Self::Use => "use",
            Self::Foot => "foot",
        }
    }
}

/// What kind of page a view is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewKind {
    /// Whom a target, or offers, reach and miss in a place.
    Place,
    /// A model that stands by itself, beside targets and offers.
    Model,
    /// Where answers are kept, written up and passed on.
    Desk,
    /// To be read.
    Text,
}

impl ViewKind {
    /// Its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Place => "place",
            Self::Model => "model",
            Self::Desk => "desk",
            Self::Text => "text",
        }
    }
}

/// What the numbers of a view are worked out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumbersOf {
    /// The people of the place, and those in need among them.
    Need,
    /// The same of every council, held side by side with the place.
    Councils,
    /// The residents of the place, whatever need the link names.
    Residents,
    /// Rows of values, whatever place the link names.
    Rows,
    /// It has no numbers of its own.
    Nothing,
}

impl NumbersOf {
    /// Its name.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Need => "need",
            Self::Councils => "councils",
            Self::Residents => "residents",
            Self::Rows => "rows",
            Self::Nothing => "nothing",
        }
    }
}

/// What there is to know of a view.
#[derive(Debug, Clone, Copy)]
pub struct ViewSpec {
    /// Its name in links.
    pub key: &'static str,
    /// Its name in the names of files; of one without numbers that of the first view.
    pub file_name: &'static str,
    /// The door to it.
    pub door: Door,
    /// What kind of page it is.
    pub kind: ViewKind,
    /// What its numbers are worked out of.
    pub numbers: NumbersOf,
    /// Whether its numbers can be those of the person's own units.
    pub takes_own: bool,
    /// Whether a frame on another site can show it.
    pub is_framed: bool,
    /// The groups of controls on its card, which a site can take away; `None` for a view without a card.
    pub card: Option<&'static [Lock]>,
    /// Its charts that a frame can show by themselves, in the order of the page.
    pub charts: &'static [Chart],
    /// Whether it can be shown one thing at a time.
    pub has_steps: bool,
    /// Whether a page of it can be held beside others, by its target or its offers.
    pub is_compared: bool,
    /// The groups of controls on it that a site can take away.
    pub locks: &'static [Lock],
}

/// Makes the enum and its table of the same rows, so that there is no view without one.
macro_rules! views {
    ($($(#[doc = $doc:literal])* $view:ident: $spec:expr;)+) => {
        /// The question a page answers.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum View {
            $($(#[doc = $doc])* $view,)+
        }

        impl View {
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();
            /// Every view, in the order of the page.
            pub const ALL: [Self; [$(stringify!($view)),+].len()] = [$(Self::$view),+];
            const SPECS: [ViewSpec; Self::COUNT] = [$($spec),+];
        }
    };
}

views! {
    /// If we target the most deprived areas, what share of people on low incomes do we miss?
    Missed: ViewSpec {
        key: "missed",
        file_name: "areas",
        door: Door::See,
        kind: ViewKind::Place,
        numbers: NumbersOf::Need,
        takes_own: true,
        is_framed: true,
        card: Some(&[Lock::Share]),
        charts: &[Chart::Target(TargetChart::People), Chart::Target(TargetChart::Curve), Chart::Target(TargetChart::Fifths)],
        has_steps: true,
        is_compared: true,
        locks: &Lock::ALL,
    };
    /// Is the place unusual? What the same target misses in every council.
    Councils: ViewSpec {
        key: "councils",
        file_name: "councils",
        door: Door::See,
        kind: ViewKind::Place,
        numbers: NumbersOf::Councils,
        takes_own: false,
        is_framed: true,
        card: Some(&[Lock::Share]),
        charts: &[Chart::Councils(CouncilsChart::Strip), Chart::Councils(CouncilsChart::Map)],
        has_steps: false,
        is_compared: true,
        locks: &Lock::ALL,
    };
    /// Which areas exactly? Each by itself, in a list and on a map; by a cut or by name.
    Areas: ViewSpec {
        key: "areas",
        file_name: "list",
        door: Door::See,
        kind: ViewKind::Place,
        numbers: NumbersOf::Need,
        takes_own: true,
        is_framed: false,
        card: None,
        charts: &[],
        has_steps: false,
        is_compared: true,
        locks: &Lock::ALL,
    };
    /// Universal, by area, by individual need, by group, or proportionate: whom does each reach, at what cost?
    Strategies: ViewSpec {
        key: "strategies",
        file_name: "offers",
        door: Door::Weigh,
        kind: ViewKind::Place,
        numbers: NumbersOf::Need,
        takes_own: true,
        is_framed: true,
        card: Some(&[]),
        charts: &OFFERS_CHARTS,
        has_steps: true,
        is_compared: true,
        locks: &Lock::ALL,
    };
    /// Treat those past a threshold, or shift everyone a little?
    Population: ViewSpec {
        key: "population",
        file_name: "population",
        door: Door::Weigh,
        kind: ViewKind::Model,
        numbers: NumbersOf::Residents,
        takes_own: false,
        is_framed: true,
        card: None,
        charts: &[Chart::Risk(RiskChart::Curves), Chart::Risk(RiskChart::Moved), Chart::Risk(RiskChart::Fifths)],
        has_steps: false,
        is_compared: false,
        locks: &[Lock::Place, Lock::Cut, Lock::More],
    };
    /// How wide is the gap, and what does cutting its slope ask for?
    Gap: ViewSpec {
        key: "gap",
        file_name: "gap",
        door: Door::Weigh,
        kind: ViewKind::Model,
        numbers: NumbersOf::Rows,
        takes_own: false,
        is_framed: true,
        card: None,
        charts: &[Chart::Gap(GapChart::Slope), Chart::Gap(GapChart::HealthyLife), Chart::Gap(GapChart::LowIncome)],
        has_steps: false,
        is_compared: false,
        locks: &[],
    };
    /// What does one additional person cost under an incentive?
    Incentive: ViewSpec {
        key: "incentive",
        file_name: "incentive",
        door: Door::Weigh,
        kind: ViewKind::Model,
        numbers: NumbersOf::Need,
        takes_own: false,
        is_framed: true,
        card: None,
        charts: &[Chart::Payment(PaymentChart::OneMore), Chart::Payment(PaymentChart::UptakeFifths)],
        has_steps: false,
        is_compared: false,
        locks: &Lock::ALL,
    };
    /// Whom does a service reach? People served, by area, against people in need there.
    Audit: ViewSpec {
        key: "audit",
        file_name: "reach",
        door: Door::Use,
        kind: ViewKind::Place,
        numbers: NumbersOf::Need,
        takes_own: true,
        is_framed: false,
        card: None,
        charts: &[],
        has_steps: false,
        is_compared: false,
        locks: &Lock::ALL,
    };
    /// The pages kept under a name, side by side, and ready-made ones.
    Saved: ViewSpec {
        key: "saved",
        door: Door::Use,
        kind: ViewKind::Desk,
        ..WITHOUT_NUMBERS
    };
    /// A note for an impact assessment, made of the choices.
    Note: ViewSpec {
        key: "note",
        door: Door::Use,
        kind: ViewKind::Desk,
        takes_own: true,
        ..WITHOUT_NUMBERS
    };
    /// The code that shows the tool on another site, with a preview of it.
    Site: ViewSpec {
        key: "site",
        door: Door::Use,
        kind: ViewKind::Desk,
        locks: &Lock::ALL,
        ..WITHOUT_NUMBERS
    };
    /// Which figures are these, and can I use my own?
    Data: ViewSpec {
        key: "data",
        door: Door::Foot,
        kind: ViewKind::Text,
        ..WITHOUT_NUMBERS
    };
    /// Can I trust this? Published figures beside what comes out here, for places and editions of their own.
    Checked: ViewSpec {
        key: "checked",
        door: Door::Foot,
        kind: ViewKind::Text,
        ..WITHOUT_NUMBERS
    };
    /// Method, sources, limits, privacy.
    About: ViewSpec {
        key: "about",
        door: Door::Foot,
        kind: ViewKind::Text,
        ..WITHOUT_NUMBERS
    };
}

/// The charts of offers.
const OFFERS_CHARTS: [Chart; 9] = [
    Chart::Offers(OffersChart::CoverageCascade),
    Chart::Offers(OffersChart::CostEach),
    Chart::Offers(OffersChart::Reached),
    Chart::Offers(OffersChart::TotalCost),
    Chart::Offers(OffersChart::Plane),
    Chart::Offers(OffersChart::Tornado),
    Chart::Offers(OffersChart::Uptake),
    Chart::Offers(OffersChart::ValuePlane),
    Chart::Offers(OffersChart::Acceptability),
];

/// What views without numbers of their own have in common. Kept, such a page is compared by the target in its link.
const WITHOUT_NUMBERS: ViewSpec = ViewSpec {
    key: "",
    file_name: "areas",
    door: Door::Foot,
    kind: ViewKind::Text,
    numbers: NumbersOf::Nothing,
    takes_own: false,
    is_framed: false,
    card: None,
    charts: &[],
    has_steps: false,
    is_compared: true,
    locks: &[],
};

impl View {
    /// Its row.
    pub const fn spec(self) -> &'static ViewSpec {
        &Self::SPECS[self as usize]
    }

    /// The name in links.
    pub const fn key(self) -> &'static str {
        self.spec().key
    }

    /// The views whose row says so, in the order of the page.
    pub fn which(is: impl Fn(&ViewSpec) -> bool) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |view| is(view.spec()))
    }

    /// The views behind a door, in the order of the page.
    pub fn behind(door: Door) -> impl Iterator<Item = Self> {
        Self::which(move |spec| spec.door == door)
    }

    /// Whether it is a model beside targets and offers.
    pub fn is_a_model(self) -> bool {
        self.spec().kind == ViewKind::Model
    }

    /// Whether its answer depends on a place.
    pub const fn needs_a_place(self) -> bool {
        match self.spec().numbers {
            NumbersOf::Need | NumbersOf::Councils | NumbersOf::Residents => true,
            NumbersOf::Rows | NumbersOf::Nothing => false,
        }
    }
}
