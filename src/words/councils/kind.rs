//! The kinds of places that are held side by side.

use crate::results::councils::{Councils, Named, NoFile};
use crate::scenario::{ListKind, Scenario};
use crate::words::locale::{Plural, plural};

/// What a place of a kind is called.
#[derive(Debug, Clone, Copy)]
pub struct Nouns {
    /// One of them.
    pub one: &'static str,
    /// The same with its article.
    pub a: &'static str,
    /// Several.
    pub many: &'static str,
    /// Several, where a sentence begins.
    pub many_capital: &'static str,
    /// One, as the heading of a column.
    pub heading: &'static str,
}

/// What places of a kind are called.
pub const fn nouns(kind: ListKind) -> Nouns {
    match kind {
        ListKind::Councils => {
            Nouns { one: "council", a: "a council", many: "councils", many_capital: "Councils", heading: "Council" }
        }
        ListKind::Icbs => Nouns { one: "ICB", a: "an ICB", many: "ICBs", many_capital: "ICBs", heading: "ICB" },
        ListKind::Regions => {
            Nouns { one: "region", a: "a region", many: "regions", many_capital: "Regions", heading: "Region" }
        }
        ListKind::CombinedAuthorities => Nouns {
            one: "combined authority",
            a: "a combined authority",
            many: "combined authorities",
            many_capital: "Combined authorities",
            heading: "Combined authority",
        },
    }
}

impl Nouns {
    /// So many of them.
    pub fn count(&self, number: usize) -> String {
        match plural(number) {
            Plural::One => format!("1 {}", self.one),
            Plural::Other => format!("{number} {}", self.many),
        }
    }
}

/// The question of which kind.
pub const KIND: &str = "Places to compare";

/// A kind, as the list to choose from has it.
pub const fn kind_label(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Councils => "Councils",
        ListKind::Icbs => "NHS integrated care boards (ICBs)",
        ListKind::Regions => "Regions",
        ListKind::CombinedAuthorities => "Combined authorities",
    }
}

/// Below the heading.
pub fn lead(scenario: &Scenario) -> String {
    let what = match scenario.list_kind() {
        ListKind::Councils => "council in England",
        ListKind::Icbs => "integrated care board (ICB) of the NHS in England",
        ListKind::Regions => "region of England",
        ListKind::CombinedAuthorities => "combined authority in England",
    };
    format!("What the same target misses in every {what}, side by side.")
}

/// When a place counts as unusual.
pub fn scale(scenario: &Scenario) -> String {
    let Nouns { many, .. } = nouns(scenario.list_kind());
    format!(
        "“Unusual”: at most one in ten {many} miss as large a share, or at most one in ten as small a one. “A little unusual”: \
         at most one in four."
    )
}

/// Of which year the list of places is, which councils they leave out or share, and what follows where the place is none of
/// them. Empty for councils.
pub fn list_note(councils: &Councils) -> String {
    let Nouns { many_capital, a, .. } = nouns(councils.kind);
    let council = nouns(ListKind::Councils);
    let lies = |number: usize| match plural(number) {
        Plural::One => format!("1 {} lies", council.one),
        Plural::Other => format!("{number} {} lie", council.many),
    };
    let mut said = Vec::new();
    said.extend(councils.year.map(|year| format!("{many_capital} are those of {year}.")));
    let (cut, without) = (councils.cut_councils(), councils.councils_in_none());
    if cut > 0 {
        said.push(format!("{} in more than one.", lies(cut)));
    }
    if without > 0 {
        said.push(format!("{} outside {a}.", lies(without)));
    }
    match (councils.kind, councils.named) {
        (ListKind::Councils, _) | (_, Named::Neighbours | Named::Members | Named::Ends) => {}
        (_, Named::Holder | Named::Parts | Named::PartsEnds | Named::Nobody) => said.push(format!(
            "This place is not {a}. Small places differ more than large ones, so it can stand out here for its size alone."
        )),
    }
    said.join(" ")
}

/// Said where a file holds a part of England only.
const PARTIAL_FILE: &str =
    "The file you added holds a part of England, so this page uses the built-in figures for every place.";
/// Said where a place cuts through a council, which no file of areas by council can tell apart.
const CUT_PLACE: &str = "This place cuts through a council, and the file you added has areas by council. So this page uses the \
     built-in figures for every place.";
/// Said where places of the list do.
const CUT_LIST: &str = "Some ICBs cut through councils, and the file you added has areas by council. So this page uses the built-in \
     figures for every place.";

/// Why the person's own file is not used here.
pub const fn file_not_used(why: NoFile) -> &'static str {
    match why {
        NoFile::PartOfEngland => PARTIAL_FILE,
        NoFile::PlaceIsCut => CUT_PLACE,
        NoFile::ListIsCut => CUT_LIST,
    }
}
