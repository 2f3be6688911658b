//! What depends on the kind of places that are held side by side.

use crate::results::councils::{Councils, Named, NoFile};
use crate::scenario::{ListKind, Scenario};
use crate::words::kinds::{Nouns, nouns};
use crate::words::locale::{Plural, plural};

/// The question of which kind.
pub const KIND: &str = "Places to compare";

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
