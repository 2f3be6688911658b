//! The view `note`: an evidence note made of the choices, edited on the page, printed and downloaded.

mod chapter;
mod form;
mod kept_draft;

use leptos::prelude::*;

use self::chapter::ChapterView;
use self::kept_draft::{Keeping, WrittenTwice, keep_draft};
use crate::document::{DOCX, Document, Draft, Fact, to_docx, to_html, to_markdown};
use crate::platform::{download, print};
use crate::scenario::{CodeList, NoteScope, View};
use crate::ui::controls::{Item, Radios, choosing, chosen, position_of};
use crate::ui::deferred::deferred;
use crate::ui::here::after;
use crate::ui::layout::answered;
use crate::ui::lists;
use crate::ui::reactive::{flag, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::NoteView;
use crate::words::locale::LANGUAGE;
use crate::words::{areas, common, note as words};

/// The page.
#[component]
pub fn NotePage() -> impl IntoView {
    let app = use_app();
    lists::restore(app);
    let is_here =
        flag(move || !app.scenario.with(|scenario| scenario.codes.as_ref().is_some_and(CodeList::is_elsewhere)));
    let body = answered(move |_| {
        let note = NoteView::new(use_app());
        view! {
            <p class="callout" role="note" hidden=is_here>{areas::CODES_ELSEWHERE}</p>
            <Tools note/>
            {deferred(move || view! { <Paper note/> }.into_any())}
        }
        .into_any()
    });
    view! {
        <div class="note-page">
            <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{common::heading(View::Note)}</h1>
            <p class="lead">{words::LEAD}</p>
            {body}
        </div>
    }
}

/// What the note is about, and what can be done with it.
#[component]
fn Tools(
    /// The note.
    note: NoteView,
) -> impl IntoView {
    let app = use_app();
    let said = RwSignal::new("");
    let keeping = keep_draft(app);
    let lasts = text(move || {
        match keeping.get() {
            Keeping::Kept => words::KEPT,
            Keeping::NotAllowed => words::NOT_KEPT,
            Keeping::LaterVersion => words::LATER_VERSION,
        }
        .to_owned()
    });
    let places = note.memo(Document::places);
    let removed = RwSignal::new(None::<Draft>);
    let has_none = flag(move || app.draft.with(|draft| *draft == Draft::default()));
    let cannot_bring_back = flag(move || removed.with(Option::is_none) || !has_none.get());
    let clear = move |_| {
        removed.set(Some(app.draft.get_untracked()));
        app.draft.set(Draft::default());
        said.set(words::CLEARED);
    };
    let bring_back = move |_| {
        if let Some(draft) = removed.get_untracked() {
            app.draft.set(draft);
            said.set("");
        }
    };
    let scopes = Item::all(&NoteScope::ALL.map(words::scope_label));
    let scope = chosen(|s| position_of(&NoteScope::ALL, &s.note));
    let download = move |extension: &'static str, kind: &'static str, write: fn(&Document) -> String| {
        if let Some(document) = note.whole(app) {
            let name = format!("{}.{extension}", words::FILE_NAME);
            let done = download::text(&name, kind, &write(&document));
            said.set(if done.is_ok() { words::DOWNLOADED } else { words::NOT_DOWNLOADED });
        }
    };
    let download_word = move |_| {
        let Some(document) = note.whole(app) else { return };
        let writing = async move {
            let mut paintings = Vec::new();
            for picture in document.pictures() {
                paintings.push(download::painting(&picture.svg, picture.size).await.ok());
            }
            to_docx(&document, &paintings, LANGUAGE)
        };
        after(writing, move |file| {
            let done = download::bytes(&format!("{}.docx", words::FILE_NAME), DOCX, &file);
            said.set(if done.is_ok() { words::DOWNLOADED } else { words::NOT_DOWNLOADED });
        });
    };
    let title = note.memo(|document| document.title.clone());
    view! {
        <form class="note-tools" aria-label=words::TOOLS on:submit=|event| event.prevent_default()>
            <Radios
                name="note-scope"
                legend=words::SCOPE
                items=scopes
                value=scope
                on_choose=choosing(|s, at| s.note = NoteScope::ALL[at])
            />
            <div class="note-tools__fields">
                <div class="field">
                    <label class="field__label" for="note-title">{words::TITLE}</label>
                    <input
                        class="govuk-input"
                        id="note-title"
                        placeholder=title
                        prop:value=text(move || app.draft.with(|draft| draft.title.clone()))
                        on:input=move |event| app.draft.update(|draft| draft.title = event_target_value(&event))
                    />
                </div>
                <div class="field">
                    <label class="field__label" for="note-author">{words::AUTHOR}</label>
                    <input
                        class="govuk-input"
                        id="note-author"
                        autocomplete="name"
                        prop:value=text(move || app.draft.with(|draft| draft.author.clone()))
                        on:input=move |event| app.draft.update(|draft| draft.author = event_target_value(&event))
                    />
                </div>
            </div>
            <div class="note-tools__buttons">
                <button
                    type="button"
                    class="govuk-button"
                    on:click=move |_| said.set(if print::page().is_ok() { "" } else { words::NOT_PRINTED })
                >
                    {words::PRINT}
                </button>
                <button type="button" class="govuk-button govuk-button--secondary" on:click=download_word>
                    {words::DOWNLOAD_WORD}
                </button>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    on:click=move |_| download("html", "text/html", |document| to_html(document, LANGUAGE))
                >
                    {words::DOWNLOAD_HTML}
                </button>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    on:click=move |_| download("md", "text/markdown", to_markdown)
                >
                    {words::DOWNLOAD_MARKDOWN}
                </button>
            </div>
            <p class="field__hint">{words::DOWNLOAD_HINT}</p>
            <p class="field__hint">{lasts}</p>
            <WrittenTwice places/>
            <button type="button" class="link-button" hidden=has_none on:click=clear>{words::CLEAR}</button>
            <button type="button" class="link-button" hidden=cannot_bring_back on:click=bring_back>
                {words::BRING_BACK}
            </button>
            <p class="note-tools__said" role="status">{said}</p>
        </form>
    }
}

/// The note itself, as it will be printed.
#[component]
fn Paper(
    /// The note.
    note: NoteView,
) -> impl IntoView {
    let app = use_app();
    let title = note.memo(|document| document.title.clone());
    let shown_title = text(move || {
        let own = app.draft.with(Draft::shown_title);
        if own.is_empty() { title.get() } else { own }
    });
    let author = text(move || app.draft.with(Draft::shown_author));
    let has_no_author = flag(move || author.get().is_empty());
    let facts = note.memo(|document| document.facts.clone());
    let facts = part(move || {
        let row = |(name, value): (String, Fact)| {
            let value = match value {
                Fact::Link(link) => view! { <a class="govuk-link" href=link.clone()>{link.clone()}</a> }.into_any(),
                Fact::Text(text) => text.into_any(),
            };
            view! { <div><dt>{name}</dt><dd>{value}</dd></div> }
        };
        facts.get().into_iter().map(row).collect_view().into_any()
    });
    // The chapters stay as they are while their results change, so that nobody is interrupted while writing.
    let ids = note.memo(|document| document.chapters.iter().map(|chapter| chapter.id).collect::<Vec<_>>());
    let chapter = move |id| deferred(move || view! { <ChapterView note id/> }.into_any());
    let chapters = part(move || ids.get().into_iter().map(chapter).collect_view().into_any());
    let foot = note.memo(|document| document.foot.clone());
    let foot = move || {
        let lines = part(move || foot.get().into_iter().map(|line| view! { <p>{line}</p> }).collect_view().into_any());
        view! { <footer class="sheet__foot">{lines}</footer> }.into_any()
    };
    view! {
        <article class="sheet" aria-label=words::NOTE data-testid="note">
            <h2 class="govuk-heading-l sheet__title">{shown_title}</h2>
            <dl class="sheet__facts">
                <div hidden=has_no_author><dt>{words::PREPARED_BY}</dt><dd>{author}</dd></div>
                {facts}
            </dl>
            {chapters}
            {deferred(foot)}
        </article>
    }
}
