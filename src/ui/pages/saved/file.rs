//! Saved pages to a file and back.

use leptos::prelude::*;

use crate::platform::{download, files};
use crate::scenario::library::{self, FileError, MOST_BYTES, ReadFile};
use crate::ui::here::after;
use crate::ui::reactive::{effect, flag, text};
use crate::ui::state::use_app;
use crate::words::saved as words;

/// What came of a file.
#[derive(Clone, PartialEq)]
enum Outcome {
    Nothing,
    Done(String),
    Failed(&'static str),
}

/// Makes a file of all pages, and adds those of a file.
#[component]
pub fn SavedFile() -> impl IntoView {
    let app = use_app();
    let outcome = RwSignal::new(Outcome::Nothing);
    let add = move |file: web_sys::File| {
        // The pages are added, whether or not somebody is here to be told.
        let adding = async move {
            read(&file).await.map(|ReadFile { entries, adjusted, unreadable }| {
                let merged = app.saved_pages.change(|library| library.merge(entries)).unwrap_or_default();
                words::imported(merged, adjusted, unreadable)
            })
        };
        after(adding, move |added| outcome.set(added.map_or_else(Outcome::Failed, Outcome::Done)));
    };
    // What is added is this page's, not that of the one run of the effect.
    let here = Owner::current();
    effect(move || {
        if let Some(file) = app.saved_pages.dropped.get() {
            app.saved_pages.dropped.set(None);
            match &here {
                Some(here) => here.with(|| add(file)),
                None => add(file),
            }
        }
    });
    let is_empty = flag(move || app.saved_pages.with(|library| library.entries().is_empty()));
    let export = move |_| {
        let text = app.saved_pages.with(|library| library::write(library.entries()));
        if download::text(words::FILE_NAME, "application/json", &text).is_err() {
            outcome.set(Outcome::Failed(words::NOT_EXPORTED));
        }
    };
    let problem = text(move || match outcome.get() {
        Outcome::Failed(problem) => format!("{problem} {}", words::UNCHANGED),
        Outcome::Nothing | Outcome::Done(_) => String::new(),
    });
    let said = text(move || match outcome.get() {
        Outcome::Done(said) => said,
        Outcome::Nothing | Outcome::Failed(_) => String::new(),
    });
    let is_wrong = flag(move || matches!(outcome.get(), Outcome::Failed(_)));
    let is_right = flag(move || !is_wrong.get());
    view! {
        <section data-testid="saved-file">
            <h2 class="govuk-heading-m">{words::FILE}</h2>
            <p class="govuk-body">{words::FILE_TEXT}</p>
            <button type="button" class="govuk-button govuk-button--secondary" disabled=is_empty on:click=export>
                {words::EXPORT}
            </button>
            <div class="drop" class:drop--wrong=is_wrong>
                <label class="govuk-label govuk-label--s" for="pages-file">{words::IMPORT}</label>
                <p class="govuk-error-message" id="pages-file-error" role="alert" hidden=is_right>{problem}</p>
                <input
                    class="govuk-file-upload"
                    id="pages-file"
                    type="file"
                    accept=".json,application/json"
                    aria-describedby="pages-file-hint pages-file-error"
                    on:change=move |event| {
                        if let Some(file) = files::chosen(&event) {
                            add(file);
                        }
                    }
                />
                <p class="field__hint" id="pages-file-hint">{words::IMPORT_HINT}</p>
            </div>
            <p class="outcome" role="status" data-testid="pages-file-outcome">{said}</p>
        </section>
    }
}

async fn read(file: &web_sys::File) -> Result<ReadFile, &'static str> {
    if file.size() > MOST_BYTES as f64 {
        return Err(words::file_error(FileError::TooBig));
    }
    let text = files::text(file).await.map_err(|_| words::FILE_GONE)?;
    library::read(&text).map_err(words::file_error)
}
