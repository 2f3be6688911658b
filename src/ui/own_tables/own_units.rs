//! Where a person brings units of which some are targeted.

use std::sync::Arc;

use leptos::prelude::*;

use super::attempt::Attempt;
use super::entry::Entry;
use super::goal::Goal;
use super::names::Names;
use super::units::has_kept_units;
use crate::data::schools::Schools;
use crate::results::own_units::OwnTable;
use crate::scenario::Scenario;
use crate::ui::curve::is_meant;
use crate::ui::links::PageLink;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::{AppState, use_app};
use crate::words::{own_units as words, schools};

/// The table that the page is about, as far as it is there.
fn used(app: AppState) -> Option<Arc<OwnTable>> {
    let (is_used, meant) = app.scenario.with(|scenario| (scenario.own.is_used, scenario.own.table));
    app.own_table.get().filter(|table| is_used && meant.is_none_or(|meant| meant == table.id))
}

/// The entry of units: which table is in use, its words, and what brings another.
#[component]
pub fn OwnUnitsEntry() -> impl IntoView {
    let app = use_app();
    // One that is kept and not in use is brought back too, so that it can be.
    let is_kept = !app.scenario.with_untracked(Scenario::uses_own)
        && app.own_table.with_untracked(|table| !is_meant(table.as_deref(), None))
        && has_kept_units();
    if is_kept {
        (app.ports.restore_table)(app, None);
    }
    let is_looking = memo(move || app.looks_for_table() || is_kept && !app.has_looked_for(None));
    part(move || match is_looking.get() {
        true => ().into_any(),
        false => view! { <Units/> }.into_any(),
    })
}

/// The same once a table of an earlier visit is there, if there is one.
#[component]
fn Units() -> impl IntoView {
    let app = use_app();
    let attempt = Attempt::new(app, Goal::Units);
    let in_use =
        text(move || used(app).map_or_else(|| words::NONE_IN_USE.to_owned(), |table| words::in_use(&table.units)));
    let has_none = flag(move || used(app).is_none());
    view! {
        // On paper stands which table it is.
        <div class:screen-only=has_none>
            <Entry attempt in_use has_none/>
        </div>
        <p class="govuk-body screen-only" data-testid="built-in-schools">
            {schools::NO_TABLE_AT_HAND}
            {Schools::ALL
                .map(|of| {
                    let label = schools::name(of);
                    view! { " " <PageLink scenario=Scenario::of_schools(of) text=label label=label/> "." }
                })
                .collect_view()}
        </p>
        <div hidden=has_none>
            <Names/>
        </div>
    }
}
