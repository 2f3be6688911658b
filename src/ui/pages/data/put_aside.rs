//! What was put aside, with ways to get it back.

use leptos::prelude::*;

use crate::platform::aside::{self, Thing};
use crate::platform::{BrowserError, address};
use crate::ui::here::after;
use crate::ui::reactive::{flag, part};
use crate::words::aside as words;

/// The list; nothing where nothing was put aside.
#[component]
pub fn PutAside() -> impl IntoView {
    let things = RwSignal::new(Vec::<Thing>::new());
    let is_refused = RwSignal::new(false);
    let look = move || after(aside::list(), move |found| things.set(found));
    look();
    let told = move |done: Result<(), BrowserError>, next: fn()| {
        is_refused.set(done.is_err());
        if done.is_ok() {
            next();
        }
        look();
    };
    let item = move |thing: Thing| {
        let name = words::thing(&thing.name, thing.is_file, &thing.time);
        let label = |action: &str| words::button(action, &name);
        let (saved, brought, removed) = (thing.clone(), thing.clone(), thing);
        let save = move |_| {
            let thing = saved.clone();
            after(async move { aside::save(&thing).await }, move |done| told(done, || ()));
        };
        let bring_back = move |_| {
            let thing = brought.clone();
            // What is kept is read when the page is loaded.
            after(async move { aside::bring_back(&thing).await }, move |done| told(done, address::load_again));
        };
        let remove = move |_| {
            let thing = removed.clone();
            after(async move { aside::remove(&thing).await }, move |done| told(done, || ()));
        };
        view! {
            <li class="own-file">
                <p class="govuk-body">{name.clone()}</p>
                <p class="saved__actions">
                    <button type="button" class="link-button" aria-label=label(words::SAVE) on:click=save>
                        {words::SAVE}
                    </button>
                    <button type="button" class="link-button" aria-label=label(words::BRING_BACK) on:click=bring_back>
                        {words::BRING_BACK}
                    </button>
                    <button type="button" class="link-button" aria-label=label(words::DELETE) on:click=remove>
                        {words::DELETE}
                    </button>
                </p>
            </li>
        }
    };
    let has_none = flag(move || things.with(Vec::is_empty));
    let list = part(move || things.get().into_iter().map(item).collect_view().into_any());
    view! {
        <section data-testid="put-aside" hidden=has_none>
            <h2 class="govuk-heading-m">{words::HEADING}</h2>
            <p class="govuk-body">{words::TEXT}</p>
            <ul class="govuk-list">{list}</ul>
            <p role="status">{move || is_refused.get().then_some(words::REFUSED)}</p>
        </section>
    }
}
