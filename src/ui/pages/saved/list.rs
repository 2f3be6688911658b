//! The list of saved pages.

use leptos::prelude::*;

use crate::platform::focus;
use crate::scenario::library::{Deleted, PINS, SaveError, Saved};
use crate::ui::controls::{Checkbox, NameField};
use crate::ui::links::PageLink;
use crate::ui::reactive::{effect, flag, memo, part, text};
use crate::ui::saved_pages::today;
use crate::ui::state::use_app;
use crate::words::{place, saved as words, share};

/// What was done last, and where the focus goes.
#[derive(Clone, Copy)]
struct Done {
    said: RwSignal<String>,
    deleted: RwSignal<Option<Deleted>>,
    to_focus: RwSignal<Option<String>>,
}

impl Done {
    fn say(self, text: String) {
        self.deleted.set(None);
        self.said.set(text);
    }

    /// Says what came of a change that gives a page a name, and moves the focus to it.
    fn name(self, result: Option<Result<String, SaveError>>, say: fn(&str) -> String) {
        match result.unwrap_or(Err(SaveError::Gone)) {
            Ok(name) => {
                self.say(say(&name));
                self.to_focus.set(Some(name));
            }
            Err(error) => self.say(share::save_error(error)),
        }
    }
}

/// All saved pages, the newest first.
#[component]
pub fn SavedList() -> impl IntoView {
    let app = use_app();
    let done = Done { said: RwSignal::new(String::new()), deleted: RwSignal::new(None), to_focus: RwSignal::new(None) };
    let pages =
        memo(move || app.saved_pages.with(|library| library.entries().iter().rev().cloned().collect::<Vec<Saved>>()));
    let pins = text(move || words::pins(app.saved_pages.with(|library| library.pins().len())));
    let is_empty = flag(move || pages.with(Vec::is_empty));
    let says_nothing = flag(move || !is_empty.get() || app.saved_pages.are_unread());
    let undo = move |_| {
        if let Some(deleted) = done.deleted.get_untracked() {
            done.name(app.saved_pages.change(|library| library.restore(deleted)), words::restored);
        }
    };
    let cannot_undo = flag(move || done.deleted.with(Option::is_none));
    view! {
        <section data-testid="saved-list">
            <h2 class="govuk-heading-m" id="saved-heading" tabindex="-1">{words::LIST}</h2>
            <p class="govuk-body" hidden=says_nothing>{words::NONE}</p>
            <p class="saved__pins" role="status" hidden=is_empty>{pins}</p>
            <div class="saved__done">
                <span role="status" data-testid="saved-done">{done.said}</span>
                <button type="button" class="link-button" id="saved-undo" hidden=cannot_undo on:click=undo>
                    {words::UNDO}
                </button>
            </div>
            <ul class="saved__list" hidden=is_empty>
                <For each=move || pages.get() key=|page| (page.name.clone(), page.query.clone()) let(page)>
                    <Page page done/>
                </For>
            </ul>
        </section>
    }
}

/// One page, with all that can be done with it.
#[component]
fn Page(
    /// The page.
    page: Saved,
    /// What was done last.
    done: Done,
) -> impl IntoView {
    let app = use_app();
    let is_renaming = RwSignal::new(false);
    let name = StoredValue::new(page.name.clone());
    let scenario = page.scenario();
    let about = |action: &str| words::about_page(action, &page.name);
    let what = {
        let scenario = scenario.clone();
        text(move || words::description(&scenario, &place::of(&scenario, &app.places_of(scenario.data))))
    };
    if scenario.place.needs_footprints() {
        app.figures.ask_for_footprints(scenario.data);
    }
    let link_id = format!("page-{}", hex(&page.name));
    {
        let link_id = link_id.clone();
        effect(move || {
            if done.to_focus.get().is_some_and(|wanted| wanted == name.get_value()) {
                done.to_focus.set(None);
                let link_id = link_id.clone();
                request_animation_frame(move || focus::to(&link_id));
            }
        });
    }
    let duplicate = move |_| {
        let copy = app.saved_pages.change(|library| library.duplicate(&name.get_value(), today()));
        done.name(copy, words::duplicated);
    };
    let delete = move |_| {
        if let Some(deleted) = app.saved_pages.change(|library| library.delete(&name.get_value())).flatten() {
            done.say(words::deleted(&deleted.entry.name));
            done.deleted.set(Some(deleted));
            request_animation_frame(|| focus::to("saved-undo"));
        }
    };
    let is_alone = !scenario.view.spec().is_compared;
    let rename_label = about(words::RENAME);
    let head = part(move || {
        if is_renaming.get() {
            view! { <Rename name=name.get_value() is_renaming done/> }.into_any()
        } else {
            ().into_any()
        }
    });
    view! {
        <li class="saved__page">
            <div class="saved__what">
                <h3 class="saved__name" id=link_id tabindex="-1">
                    <PageLink scenario text=page.name.clone() label=page.name.clone()/>
                </h3>
                <p class="saved__about">{what}</p>
                {page.saved.map(|day| view! { <p class="saved__about">{words::day(day)}</p> })}
                {head}
            </div>
            // What is compared are targets and offers.
            {(!is_alone).then(|| view! { <Compare name=page.name.clone()/> })}
            <p class="saved__actions">
                <button
                    type="button"
                    class="link-button"
                    aria-label=rename_label
                    on:click=move |_| is_renaming.set(true)
                >
                    {words::RENAME}
                </button>
                <button type="button" class="link-button" aria-label=about(words::DUPLICATE) on:click=duplicate>
                    {words::DUPLICATE}
                </button>
                <button type="button" class="link-button" aria-label=about(words::DELETE) on:click=delete>
                    {words::DELETE}
                </button>
            </p>
        </li>
    }
}

/// A box that marks a page as compared.
#[component]
fn Compare(
    /// Name of the page.
    name: String,
) -> impl IntoView {
    let app = use_app();
    let id = format!("compare-{}", hex(&name));
    let label = words::compare(&name);
    let name = StoredValue::new(name);
    let is_pinned = flag(move || app.saved_pages.with(|library| library.is_pinned(&name.get_value())));
    let is_full = flag(move || !is_pinned.get() && app.saved_pages.with(|library| library.pins().len() >= *PINS.end()));
    let toggle = move |is_to_be| {
        app.saved_pages.change(|library| {
            if is_to_be {
                library.pin(&name.get_value());
            } else {
                library.unpin(&name.get_value());
            }
        });
    };
    view! {
        <div class="govuk-checkboxes govuk-checkboxes--small saved__compare">
            <Checkbox
                id
                label=words::COMPARE
                name=label
                is_ticked=is_pinned
                is_fixed=is_full
                on_tick=Callback::new(toggle)
            />
        </div>
    }
}

/// A field for another name.
#[component]
fn Rename(
    /// The name it has.
    name: String,
    /// Whether the field is open.
    is_renaming: RwSignal<bool>,
    /// What was done last.
    done: Done,
) -> impl IntoView {
    let app = use_app();
    let from = StoredValue::new(name.clone());
    let leave = Callback::new(move |()| {
        is_renaming.set(false);
        done.to_focus.set(Some(from.get_value()));
    });
    let set = Callback::new(move |typed: String| {
        let result = app.saved_pages.change(|library| library.rename(&from.get_value(), &typed));
        if let Some(Err(problem)) = result {
            return Err(share::save_error(problem));
        }
        is_renaming.set(false);
        done.name(result, words::renamed);
        Ok(())
    });
    let id = format!("name-{}", hex(&name));
    let (label, button) = (words::NEW_NAME, words::SET_NAME);
    view! { <NameField id label button name on_set=set on_leave=leave is_focused=true/> }
}

/// A name as a part of an id, which may hold no space.
fn hex(name: &str) -> String {
    name.bytes().map(|byte| format!("{byte:02x}")).collect()
}
