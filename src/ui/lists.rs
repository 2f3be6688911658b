//! Lists of codes that are too long for a link: the last ones are kept on the device, so that pages that are kept or noted find them.

use leptos::prelude::*;

use crate::platform::{local, tab};
use crate::scenario::CodeList;
use crate::ui::state::AppState;
use crate::words::areas::codes_text;

/// Where they are kept: codes line by line, an empty line between two lists, the newest first.
const KEPT: &str = "who-gets-missed-lists";
/// How many are kept.
const MOST: usize = 8;

fn kept() -> Vec<CodeList> {
    let of = |text: Option<String>| text.unwrap_or_default();
    let text = [of(local::get(KEPT).ok().flatten()), of(tab::get(KEPT).ok().flatten())].join("\n\n");
    text.split("\n\n").filter_map(CodeList::of).collect()
}

/// Keeps a list that no link holds. Where the device keeps nothing it is there as long as the tab, or the page.
pub fn keep(list: &CodeList) {
    if list.kept().is_none() {
        return;
    }
    let mut all = vec![list.clone()];
    all.extend(kept().into_iter().filter(|other| other.kept() != list.kept()));
    all.truncate(MOST);
    let text = all.iter().map(|list| codes_text(Some(list))).collect::<Vec<_>>().join("\n\n");
    if local::set(KEPT, &text).is_err() {
        let _ = tab::set(KEPT, Some(&codes_text(Some(list))));
    }
}

/// Brings a list back that the page names and this device has kept.
pub fn restore(app: AppState) {
    let Some(wanted) = app.scenario.with_untracked(|scenario| scenario.codes.clone()) else { return };
    if !wanted.is_elsewhere() {
        return;
    }
    if let Some(found) = kept().into_iter().find(|list| list.kept() == wanted.kept()) {
        app.slide(|scenario| scenario.codes = Some(found));
    }
}
