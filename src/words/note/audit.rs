//! The note's chapter on whom a service reaches.

use super::{chapter, list, table, text};
use crate::document::{Chapter, Exhibit, Prose};
use crate::words::audit::{self, Facts};

/// The chapter's name.
pub const ID: &str = "reach";

/// Whom the service reaches, in what may be told.
pub fn chapter_of(facts: Facts) -> Chapter {
    let sentences = [Some(audit::headline(facts)), audit::detail(facts), audit::best(facts)];
    let said = sentences.into_iter().flatten().collect::<Vec<String>>().join(" ");
    let mut prose = vec![text(said), text(audit::low(facts))];
    prose.extend(audit::over_time(facts).map(text));
    let told = audit::told(facts, facts.told.rule);
    if !told.is_empty() {
        prose.push(Prose::List(told));
    }
    prose.push(text(format!("{} {}", audit::figures(facts), audit::held_back(&facts.scenario.audit))));
    prose.push(list(&audit::LIMITS_LIST));
    let fifths = table(&audit::picture_caption(facts), audit::fifths_headings(), audit::fifths_rows(facts));
    chapter(ID, audit::CHAPTER, prose, vec![Exhibit::Table(fifths)])
}
