//! The view `saved`: the pages kept under a name, side by side, as a file, and ready-made ones; places side by side.

mod beside;
mod comparison;
mod file;
mod list;

pub use comparison::Comparison;

use leptos::prelude::*;

use self::beside::Beside;
use self::file::SavedFile;
use self::list::SavedList;
use crate::platform::focus;
use crate::scenario::library::SaveError;
use crate::scenario::{ReadyMade, Scenario, View};
use crate::ui::deferred::deferred;
use crate::ui::links::PageLink;
use crate::ui::reactive::{part, text};
use crate::ui::saved_pages::{Keeping, today};
use crate::ui::state::use_app;
use crate::words::{common, ready_made, saved as words, share};

/// The page.
#[component]
pub fn SavedPage() -> impl IntoView {
    let app = use_app();
    app.saved_pages.open();
    let not_kept = part(move || {
        let are_unread = app.saved_pages.are_unread();
        let text = match app.saved_pages.keeping() {
            Keeping::Kept => return ().into_any(),
            Keeping::NotAllowed if are_unread => words::UNREAD,
            Keeping::NotAllowed => words::NOT_KEPT,
            Keeping::LaterVersion => words::LATER_VERSION,
        };
        let read_again = move |_| {
            app.saved_pages.open();
            // Then the button is gone, and with it what a step of this part would wait for.
            if !app.saved_pages.are_unread() {
                request_animation_frame(|| focus::to("saved-heading"));
            }
        };
        let again = are_unread.then(|| {
            view! {
                <button type="button" class="govuk-button" on:click=read_again>
                    {common::TRY_AGAIN}
                </button>
            }
        });
        view! { <div class="notice"><p class="govuk-body" data-testid="not-kept">{text}</p>{again}</div> }.into_any()
    });
    view! {
        <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Saved)}</h1>
        <p class="lead">{words::LEAD}</p>
        {not_kept}
        <div class="saved">
            <SavedList/>
            <Comparison/>
            {deferred(|| view! { <Beside/> }.into_any())}
            {deferred(|| view! { <Gallery/> }.into_any())}
            {deferred(|| view! { <SavedFile/> }.into_any())}
        </div>
    }
}

/// The ready-made pages.
#[component]
fn Gallery() -> impl IntoView {
    let app = use_app();
    // Which was saved last, and what came of it.
    let saved = RwSignal::new(None::<(ReadyMade, String)>);
    let save = move |page: ReadyMade| {
        let scenario = Scenario::from_query(page.query()).scenario;
        let result = app.saved_pages.change(|library| library.save(ready_made::title(page), &scenario, today()));
        let result = result.unwrap_or(Err(SaveError::Gone));
        saved.set(Some((page, result.map_or_else(share::save_error, |name| share::saved_as(&name)))));
    };
    let card = move |page: ReadyMade| {
        let said = text(move || {
            saved.with(|saved| match saved {
                Some((other, text)) if *other == page => text.clone(),
                _ => String::new(),
            })
        });
        view! {
            <li class="gallery__page">
                <h3 class="govuk-heading-s">{ready_made::title(page)}</h3>
                <p class="gallery__story">{ready_made::story(page)}</p>
                <p class="gallery__actions">
                    <PageLink
                        scenario=Scenario::from_query(page.query()).scenario
                        text=ready_made::OPEN
                        label=ready_made::open(page)
                    />
                    <button
                        type="button"
                        class="link-button"
                        aria-label=ready_made::save_copy(page)
                        on:click=move |_| save(page)
                    >
                        {ready_made::SAVE_COPY}
                    </button>
                </p>
                <p class="gallery__said" role="status">{said}</p>
            </li>
        }
    };
    view! {
        <section data-testid="gallery">
            <h2 class="govuk-heading-m">{ready_made::HEADING}</h2>
            <p class="govuk-body">{ready_made::TEXT}</p>
            <ul class="gallery">{ReadyMade::ALL.map(card).collect_view()}</ul>
        </section>
    }
}
