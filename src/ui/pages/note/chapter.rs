//! A chapter of the note, and the field to write its text anew.

use leptos::prelude::*;

use super::form::FormTable;
use crate::document::{Chapter, Document, Edit, Exhibit, Picture, Prose, Table, plain_text, read};
use crate::platform::focus;
use crate::ui::charts::DataTable;
use crate::ui::controls::{Heading, MadeOnceOpen, OnPaper};
use crate::ui::reactive::{flag, list_items, memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::NoteView;
use crate::words::common::CANCEL;
use crate::words::note as words;

fn find(document: &Document, id: &str) -> Option<Chapter> {
    document.chapters.iter().find(|chapter| chapter.id == id).cloned()
}

/// A chapter. On a phone, where it is closed at first, it is made when it is opened or printed.
#[component]
pub fn ChapterView(
    /// The note it belongs to.
    note: NoteView,
    /// Which.
    id: &'static str,
) -> impl IntoView {
    let chapter = note.memo(move |document| find(document, id).map(|chapter| (chapter.heading, chapter.prose)));
    let heading = text(move || chapter.get().map(|(heading, _)| heading).unwrap_or_default());
    let inside = move || view! { <Inside note id chapter heading/> }.into_any();
    view! { <MadeOnceOpen text=heading heading=Heading::Third on_paper=OnPaper::Open inside=Box::new(inside)/> }
}

/// What a chapter says and shows, and the field to write it anew.
#[component]
fn Inside(
    /// The note it belongs to.
    note: NoteView,
    /// Which chapter.
    id: &'static str,
    /// Its heading, and what is made of the results.
    chapter: Memo<Option<(String, Vec<Prose>)>>,
    /// Its heading.
    heading: Signal<String>,
) -> impl IntoView {
    let app = use_app();
    let made = move || chapter.get().map(|(_, prose)| prose).unwrap_or_default();
    let shown = memo(move || match app.draft.with(|draft| draft.edit(id).map(|edit| read(&edit.text))) {
        Some(own) => (own, true),
        None => (made(), false),
    });
    let is_own = flag(move || shown.with(|(_, is_own)| *is_own));
    let is_made = flag(move || !is_own.get());
    let is_fresh = flag(move || !app.draft.with(|draft| draft.is_stale(id, &made())));
    let exhibits = note.memo(move |document| find(document, id).map(|chapter| chapter.exhibits).unwrap_or_default());

    // The text being written, while it is.
    let writing = RwSignal::new(None::<String>);
    // What stood there when it was begun: another tab may write meanwhile.
    let begun = RwSignal::new(None::<Edit>);
    let is_reading = flag(move || writing.with(Option::is_none));
    let is_writing = flag(move || writing.with(Option::is_some));
    let (field, button) = (format!("text-{id}"), format!("edit-{id}"));
    let back_to_button = {
        let button = button.clone();
        move || {
            let button = button.clone();
            request_animation_frame(move || focus::to(&button));
        }
    };
    let begin = {
        let field = field.clone();
        move |_| {
            begun.set(app.draft.with_untracked(|draft| draft.edit(id).cloned()));
            writing.set(Some(shown.with_untracked(|(prose, _)| plain_text(prose))));
            let field = field.clone();
            request_animation_frame(move || focus::to(&field));
        }
    };
    let keep = {
        let back = back_to_button.clone();
        move |_| {
            if let Some(text) = writing.get_untracked() {
                let made = chapter.get_untracked().map(|(_, prose)| prose).unwrap_or_default();
                let begun = begun.get_untracked();
                app.draft.update(|draft| draft.write_from(begun.as_ref(), id, &made, text));
            }
            writing.set(None);
            back();
        }
    };
    let cancel = {
        let back = back_to_button.clone();
        move |_| {
            writing.set(None);
            back();
        }
    };
    let restore = move |_| {
        app.draft.update(|draft| draft.restore(id));
        back_to_button();
    };
    let prose = part(move || shown.get().0.into_iter().map(block).collect_view().into_any());
    let exhibits = part(move || exhibits.get().into_iter().map(exhibit).collect_view().into_any());
    view! {
        <section class="sheet__chapter" id=format!("chapter-{id}")>
            <h3 class="govuk-heading-m">{heading}</h3>
            <div hidden=is_writing>
                <p class="sheet__own" hidden=is_made>{words::EDITED}</p>
                <p class="sheet__stale" hidden=is_fresh role="note">{words::STALE}</p>
                {prose}
                <p class="sheet__tools">
                    <button type="button" class="link-button" id=button on:click=begin>
                        {text(move || words::edit(&heading.get()))}
                    </button>
                    <button type="button" class="link-button" hidden=is_made on:click=restore>
                        {text(move || words::restore(&heading.get()))}
                    </button>
                </p>
            </div>
            <div class="sheet__editor" hidden=is_reading>
                <label class="field__label" for=field.clone()>{text(move || words::field(&heading.get()))}</label>
                <p class="field__hint" id=format!("{field}-hint")>{words::EDIT_HINT}</p>
                <textarea
                    class="govuk-textarea"
                    id=field.clone()
                    rows="8"
                    aria-describedby=format!("{field}-hint")
                    prop:value=text(move || writing.get().unwrap_or_default())
                    on:input=move |event| writing.set(Some(event_target_value(&event)))
                ></textarea>
                <p class="sheet__editor-buttons">
                    <button type="button" class="govuk-button" on:click=keep>{words::KEEP}</button>
                    <button type="button" class="govuk-button govuk-button--secondary" on:click=cancel>
                        {CANCEL}
                    </button>
                </p>
            </div>
            {exhibits}
        </section>
    }
}

fn block(prose: Prose) -> AnyView {
    match prose {
        Prose::Text(text) => view! { <p class="govuk-body">{text}</p> }.into_any(),
        Prose::List(items) => view! { <ul class="govuk-list govuk-list--bullet">{list_items(items)}</ul> }.into_any(),
    }
}

fn exhibit(exhibit: Exhibit) -> AnyView {
    match exhibit {
        Exhibit::Table(table) if !table.blanks.is_empty() => view! { <FormTable table/> }.into_any(),
        Exhibit::Table(Table { caption, headings, rows, note, is_numeric, .. }) => {
            let has_no_note = note.is_empty();
            view! {
                <div class="sheet__table">
                    <h4 class="govuk-heading-s">{caption.clone()}</h4>
                    <DataTable caption headings=Signal::stored(headings) rows=Signal::stored(rows) is_numeric/>
                    <p class="figure__note" hidden=has_no_note>{note}</p>
                </div>
            }
            .into_any()
        }
        Exhibit::Picture(picture) => {
            let Picture { caption, description, svg, .. } = picture;
            let source = format!("data:image/svg+xml,{}", js_sys::encode_uri_component(&svg));
            view! {
                <figure class="sheet__picture">
                    <figcaption class="govuk-heading-s">{caption}</figcaption>
                    <img src=source alt=description/>
                </figure>
            }
            .into_any()
        }
    }
}
