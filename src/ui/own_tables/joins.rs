//! Tables that a table without deprivation or people could be joined to, by the codes of both.

use leptos::prelude::*;

use super::attempt::{Attempt, not_loaded, sheet_of, unreadable};
use crate::data::Edition;
use crate::data::spreadsheet::is_packed;
use crate::data::table::{COUNCIL, Joinable, Reading, Role};
use crate::platform::tables::Table as Kept;
use crate::platform::{BrowserError, files, focus, storage};
use crate::ui::apart::LONG_BYTES;
use crate::ui::here::after;
use crate::ui::ports::NotLoaded;
use crate::ui::reactive::{memo, part};
use crate::ui::reader::{table_reader, with_table_reader};
use crate::ui::state::{AppState, use_app};
use crate::words::edition::edition_year;
use crate::words::import::Message;
use crate::words::table as words;

/// The kind of codes that File 7 has beside those of councils.
const SMALL_AREAS: &str = "E01";

/// A table to join to.
#[derive(Clone)]
enum Other {
    /// The added official file of an edition.
    File7(Edition),
    /// A table kept on the device, and the sheet of it that was in use.
    Kept(web_sys::Blob, Option<String>),
}

/// What the table lacks, and the tables that may have it.
#[component]
pub fn JoinOffers(
    /// The rows in the field.
    attempt: Attempt,
) -> impl IntoView {
    let app = use_app();
    // Looked at once the person has asked for the rows to be used, not while they write.
    let offer = memo(move || {
        let is_without = |reading: &Reading| !reading.has_people || reading.heading_of(Role::Deprivation).is_none();
        let lacks_some = attempt.reading.with(|reading| reading.as_ref().is_some_and(is_without));
        let is_tried = attempt.failure.with(Option::is_some) || lacks_some;
        if !is_tried {
            return None;
        }
        attempt.joinable()
    });
    part(move || match offer.get() {
        None => ().into_any(),
        Some(of) => view! { <Offers of attempt app/> }.into_any(),
    })
}

#[component]
fn Offers(
    /// What is lacking.
    of: Joinable,
    /// The rows in the field.
    attempt: Attempt,
    /// The page.
    app: AppState,
) -> impl IntoView {
    let has_file_7 = of.kind == SMALL_AREAS || of.kind == COUNCIL;
    let others = move || {
        let added = app.own_files.all().into_iter().filter(move |own| has_file_7 && own.is_kept);
        let file_7 = |own: crate::ui::own_files::OwnFile| {
            (words::file_7(edition_year(own.file.edition)), Other::File7(own.file.edition))
        };
        let of_kept = |table: Kept| {
            let sheet = sheet_of(&table);
            (table.name, Other::Kept(table.content, sheet))
        };
        let kept = attempt.tables.all().into_iter().map(of_kept);
        added.map(file_7).chain(kept).collect::<Vec<(String, Other)>>()
    };
    let buttons = part(move || {
        let others = others();
        if others.is_empty() {
            return view! { <p class="govuk-body">{words::none_to_join(has_file_7)}</p> }.into_any();
        }
        let button = |(name, other): (String, Other)| {
            let label = words::join_with(&name);
            let take = move |_| take(app, attempt, name.clone(), other.clone());
            view! {
                <button type="button" class="govuk-button govuk-button--secondary" on:click=take>{label}</button>
            }
        };
        view! {
            <p class="govuk-body">{words::JOIN_WITH}</p>
            <div class="gap-rows__buttons">{others.into_iter().map(button).collect_view()}</div>
        }
        .into_any()
    });
    view! {
        <section class="callout gap-joins" aria-labelledby="joins-heading" data-testid="joins">
            <h4 class="govuk-heading-s" id="joins-heading" tabindex="-1">{words::JOIN}</h4>
            <p class="govuk-body">{words::joinable(&of)}</p>
            {buttons}
        </section>
    }
}

/// Reads the other table, joins the rows in the field to it, and uses what comes of that.
fn take(app: AppState, attempt: Attempt, name: String, other: Other) {
    let sheet = match &other {
        Other::Kept(_, sheet) => sheet.clone(),
        Other::File7(_) => None,
    };
    let found = async move {
        match other {
            Other::Kept(blob, _) => Ok(blob),
            Other::File7(edition) => Ok(storage::kept(edition.key()).await?.ok_or(BrowserError)?.1),
        }
    };
    after(found, move |found: Result<web_sys::Blob, BrowserError>| match found {
        Ok(other) if attempt.is_long() || other.size() > LONG_BYTES as f64 => {
            attempt.join_apart(app, name, other, sheet);
        }
        Ok(other) => join_here(app, attempt, name, other, sheet),
        Err(BrowserError) => fail(attempt, unreadable()),
    });
}

fn join_here(app: AppState, attempt: Attempt, name: String, other: web_sys::Blob, sheet: Option<String>) {
    let reading = async move { files::bytes(&other).await };
    after(reading, move |read| match read {
        Ok(bytes) if is_packed(&bytes) => after((app.ports.sheet_reader)(), move |reader| match reader {
            Ok(read) => match read(&bytes, sheet.as_deref()) {
                Ok(sheet) => join_to(app, attempt, &name, &sheet.text),
                Err(message) => fail(attempt, message),
            },
            Err(NotLoaded) => fail(attempt, not_loaded()),
        }),
        Ok(bytes) => with_table_reader(app, move |reader| match reader.map(|reader| (reader.decode)(&bytes)) {
            Ok(Ok((text, _))) => join_to(app, attempt, &name, &text),
            Ok(Err(error)) => fail(attempt, words::table_message(&error)),
            Err(NotLoaded) => fail(attempt, not_loaded()),
        }),
        Err(BrowserError) => fail(attempt, unreadable()),
    });
}

fn join_to(app: AppState, attempt: Attempt, name: &str, text: &str) {
    let Some(reader) = table_reader() else { return fail(attempt, not_loaded()) };
    match attempt.rows.with_untracked(|rows| (reader.join)(rows, text, name)) {
        Ok(rows) => attempt.use_joined(app, rows),
        Err(message) => fail(attempt, message),
    }
}

fn fail(attempt: Attempt, message: Message) {
    attempt.fail(message);
    request_animation_frame(|| focus::to("rows-error"));
}
