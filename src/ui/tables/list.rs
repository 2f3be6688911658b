//! The list of tables that are kept, and the offer to keep one.

use leptos::prelude::*;

use super::{Place, Tables, UNDO_ID, why};
use crate::platform::focus;
use crate::platform::tables::Table;
use crate::scenario::library::checked;
use crate::ui::controls::NameField;
use crate::ui::reactive::{flag, memo, part, text};
use crate::words::share::name_error;
use crate::words::tables as words;

/// What is shown of a table.
#[derive(Clone, PartialEq)]
struct Shown {
    place: Place,
    name: String,
    about: String,
    is_kept: bool,
}

impl Place {
    /// The id of its heading.
    pub(super) fn id(self) -> String {
        match self {
            Self::Device(number) => format!("table-{number}"),
            Self::Page(number) => format!("table-page-{number}"),
        }
    }
}

/// The tables kept on this device, and the one in use that may be kept. `on_open` is told which one the person wants to use.
#[component]
pub fn KeptTables(
    /// The tables.
    tables: Tables,
    /// Uses a table.
    on_open: Callback<Table>,
) -> impl IntoView {
    let shown = memo(move || {
        tables.list.with(|list| {
            let shown = list.iter().map(|item| {
                let is_kept = matches!(item.place, Place::Device(_));
                let about = words::about(item.table.size(), &item.table.day, is_kept);
                Shown { place: item.place, name: item.table.name.clone(), about, is_kept }
            });
            shown.collect::<Vec<Shown>>()
        })
    });
    let is_empty = flag(move || shown.with(Vec::is_empty));
    let has_none_kept = flag(move || !shown.with(|shown| shown.iter().any(|shown| shown.is_kept)));
    let none = text(move || match (tables.trouble.get(), is_empty.get()) {
        (Some(error), _) => why(error).to_owned(),
        (None, true) => words::NONE.to_owned(),
        (None, false) => String::new(),
    });
    let has_no_reason = flag(move || none.with(String::is_empty));
    let cannot_undo = flag(move || tables.removed.with(Option::is_none));
    let list = part(move || {
        let item = |shown: Shown| view! { <Item shown tables on_open/> };
        shown.get().into_iter().map(item).collect_view().into_any()
    });
    let offer = part(move || match tables.offered.with(|offered| offered.as_ref().map(|table| table.name.clone())) {
        Some(name) => {
            let set =
                Callback::new(move |typed: String| checked(&typed).map(|name| tables.keep(&name)).map_err(name_error));
            view! { <NameField id="table-name" label=words::NAME button=words::KEEP name on_set=set/> }.into_any()
        }
        None => ().into_any(),
    });
    view! {
        <section class="tables screen-only" aria-labelledby="tables-heading" data-testid="kept-tables">
            <h3 class="govuk-heading-m" id="tables-heading">{words::HEADING}</h3>
            {offer}
            <p class="govuk-body" hidden=has_none_kept>{words::TEXT}</p>
            <p class="govuk-body" hidden=has_no_reason>{none}</p>
            <div class="saved__done">
                <span role="status" data-testid="tables-done">{tables.said}</span>
                <button
                    type="button"
                    class="link-button"
                    id=UNDO_ID
                    hidden=cannot_undo
                    on:click=move |_| tables.undo()
                >
                    {words::UNDO}
                </button>
            </div>
            <ul class="saved__list" hidden=is_empty>
                {list}
            </ul>
        </section>
    }
}

/// One table, with all that can be done with it.
#[component]
fn Item(
    /// What is shown of it.
    shown: Shown,
    /// The tables.
    tables: Tables,
    /// Uses it.
    on_open: Callback<Table>,
) -> impl IntoView {
    let Shown { place, name, about, is_kept: _ } = shown;
    let is_renaming = RwSignal::new(false);
    let button = |action: &'static str, act: Callback<()>| {
        view! {
            <button
                type="button"
                class="link-button"
                aria-label=words::about_table(action, &name)
                on:click=move |_| act.run(())
            >
                {action}
            </button>
        }
    };
    let open = Callback::new(move |()| {
        if let Some(table) = tables.find(place) {
            tables.withdraw();
            tables.in_use.set(Some(place));
            on_open.run(table);
        }
    });
    let rename = {
        let name = name.clone();
        part(move || {
            if !is_renaming.get() {
                return ().into_any();
            }
            let set = Callback::new(move |typed: String| {
                let name = checked(&typed).map_err(name_error)?;
                is_renaming.set(false);
                tables.rename(place, &name);
                Ok(())
            });
            let leave = Callback::new(move |()| {
                is_renaming.set(false);
                focus::to(&place.id());
            });
            let id = format!("{}-name", place.id());
            let (label, button, name) = (words::NEW_NAME, words::SET_NAME, name.clone());
            view! { <NameField id label button name on_set=set on_leave=leave is_focused=true/> }.into_any()
        })
    };
    view! {
        <li class="saved__page">
            <div class="saved__what">
                <h4 class="saved__name" id=place.id() tabindex="-1">{name.clone()}</h4>
                <p class="saved__about">{about}</p>
                {rename}
            </div>
            <p class="saved__actions">
                {button(words::OPEN, open)}
                {button(words::RENAME, Callback::new(move |()| is_renaming.set(true)))}
                {button(words::DOWNLOAD, Callback::new(move |()| tables.export(place)))}
                {button(words::REMOVE, Callback::new(move |()| tables.remove(place)))}
            </p>
        </li>
    }
}
