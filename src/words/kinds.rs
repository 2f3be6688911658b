//! What places of a kind are called.

use super::locale::{Plural, plural};
use crate::scenario::ListKind;

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

/// A kind, as the list to choose from has it.
pub const fn kind_label(kind: ListKind) -> &'static str {
    match kind {
        ListKind::Councils => "Councils",
        ListKind::Icbs => "NHS integrated care boards",
        ListKind::Regions => "Regions",
        ListKind::CombinedAuthorities => "Combined authorities",
    }
}
