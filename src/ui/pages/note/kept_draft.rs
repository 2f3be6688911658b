//! What a person has written into the note: kept on the device, and the same in every tab.

use std::cell::RefCell;

use leptos::ev;
use leptos::prelude::*;

use crate::document::{Draft, DraftError, Edit};
use crate::platform::{aside, local};
use crate::ui::reactive::{effect, part};
use crate::ui::state::AppState;
use crate::words::note as words;

/// Where it is kept between visits.
const KEPT: &str = "who-gets-missed-note";

thread_local! {
    /// What this tab and the device last agreed on.
    static AGREED: RefCell<Draft> = RefCell::default();
}

/// Whether what is written is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keeping {
    /// For the next visit.
    Kept,
    /// For this visit alone: the browser refuses.
    NotAllowed,
    /// For this visit alone: a later version of the page has its words here.
    LaterVersion,
}

/// Brings back what was written on an earlier visit, keeps what is written from now on, and follows other tabs.
pub fn keep_draft(app: AppState) -> RwSignal<Keeping> {
    let keeping = RwSignal::new(Keeping::Kept);
    effect(move || {
        app.draft.track();
        keeping.set(agree(app));
    });
    let handle = window_event_listener(ev::storage, move |event| {
        if event.key().is_none_or(|key| key == KEPT) {
            keeping.set(agree(app));
        }
    });
    on_cleanup(move || handle.remove());
    keeping
}

/// Puts together what this tab and the device hold.
fn agree(app: AppState) -> Keeping {
    let kept = match kept() {
        Ok(kept) => kept,
        Err(keeping) => return keeping,
    };
    let here = app.draft.get_untracked();
    let both = here.merged(&AGREED.with_borrow(Clone::clone), &kept);
    if both != kept && local::set(KEPT, &both.to_text()).is_err() {
        return Keeping::NotAllowed;
    }
    AGREED.set(both.clone());
    if both != here {
        app.draft.set(both);
    }
    Keeping::Kept
}

fn kept() -> Result<Draft, Keeping> {
    let Some(text) = local::get(KEPT).map_err(|_| Keeping::NotAllowed)? else { return Ok(Draft::default()) };
    match Draft::from_text(&text) {
        Ok(draft) => Ok(draft),
        Err(DraftError::LaterVersion) => Err(Keeping::LaterVersion),
        // It makes room, and stays where it can be found.
        Err(DraftError::Unreadable) => {
            aside::put_aside(KEPT, &text).map(|()| Draft::default()).map_err(|_| Keeping::NotAllowed)
        }
    }
}

/// Where two tabs wrote at the same place: both texts, and the question which stays.
#[component]
pub fn WrittenTwice(
    /// The names of what can be written.
    #[prop(into)]
    places: Signal<Vec<(String, String)>>,
) -> impl IntoView {
    let app = crate::ui::state::use_app();
    let question = move |other: Edit| {
        let place = words::place(&other.chapter, &places.get());
        let stays = |is_other: bool, name: &'static str| {
            let other = other.clone();
            let decide = move |_| app.draft.update(|draft| draft.decide(&other, is_other));
            view! { <button type="button" class="link-button" on:click=decide>{name}</button> }
        };
        let answers = [stays(true, words::USE_OTHER), stays(false, words::USE_OWN)];
        view! {
            <div class="note-tools__twice" role="group" aria-label=words::written_twice(&place)>
                <p class="field__label">{words::written_twice(&place)}</p>
                <blockquote class="note-tools__words">{other.text}</blockquote>
                {answers}
            </div>
        }
    };
    part(move || app.draft.with(|draft| draft.others.clone()).into_iter().map(question).collect_view().into_any())
}
