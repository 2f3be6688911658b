//! The field for rows, the file, the sheets, how rows are read, tables that are kept, and examples: whatever the rows are for.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::joins::JoinOffers;
use super::reading::HowRead;
use crate::platform::{clipboard, files, focus};
use crate::ui::apart::is_long;
use crate::ui::controls::{Item, Select};
use crate::ui::reactive::{flag, memo, text};
use crate::ui::reader::{table_reader, with_table_reader};
use crate::ui::state::{AppState, use_app};
use crate::ui::tables::KeptTables;
use crate::words::common;
use crate::words::gap_measures as words;
use crate::words::table as table_words;

/// Puts a text into the field.
pub fn write(app: AppState, attempt: Attempt, text: String) {
    attempt.write(text);
    // Its columns can be told once what reads tables is here.
    if table_reader().is_none() {
        with_table_reader(app, move |_| attempt.rows.notify());
    }
}

/// All of it.
#[component]
pub fn Entry(
    /// What is about to be used.
    attempt: Attempt,
    /// Which rows are in use.
    in_use: Signal<String>,
    /// Whether none of the person's own are.
    has_none: Signal<bool>,
    /// A text that can be put into the field, and what does that.
    #[prop(optional)]
    built_in: Option<(&'static str, &'static str)>,
) -> impl IntoView {
    let app = use_app();
    let said = attempt.goal.words();
    let is_right = flag(move || attempt.failure.with(Option::is_none));
    let invalid = text(move || attempt.failure.with(Option::is_some).to_string());
    let problem = text(move || attempt.failure.get().map(|message| message.problem).unwrap_or_default());
    let advice = text(move || attempt.failure.get().map(|message| message.advice).unwrap_or_default());
    let stop = memo(move || attempt.outcome.with(|outcome| (!outcome.is_empty()).then_some("-1")));
    let put = move |text: &'static str| {
        move |_| {
            write(app, attempt, text.to_owned());
            focus::to("rows");
        }
    };
    let example = move |(name, about, rows): &(&'static str, &'static str, &'static str)| {
        view! {
            <li class="gap-example">
                <h4 class="govuk-heading-s">{*name}</h4>
                <p class="figure__note">{*about}</p>
                <pre class="gap-example__rows">{*rows}</pre>
                <button
                    type="button"
                    class="link-button"
                    aria-label=format!("{}: {name}", words::USE_EXAMPLE)
                    on:click=put(rows)
                >
                    {words::USE_EXAMPLE}
                </button>
            </li>
        }
    };
    let built_in = built_in.map(|(label, rows)| {
        view! {
            <button type="button" class="govuk-button govuk-button--secondary" on:click=put(rows)>{label}</button>
        }
    });
    view! {
        <section class="gap-rows" aria-labelledby="rows-heading">
            <h3 class="govuk-heading-m" id="rows-heading">{said.heading}</h3>
            <p class="govuk-body" data-testid="rows-in-use">{in_use}</p>
            <p class="figure__note screen-only">{said.text}</p>
            <div class="govuk-error-summary" id="rows-error" tabindex="-1" hidden=is_right data-testid="rows-error">
                <div role="alert">
                    <h4 class="govuk-error-summary__title">{common::PROBLEM}</h4>
                    <p class="govuk-body"><strong>{problem}</strong></p>
                    <p class="govuk-body">{advice}</p>
                    <p class="govuk-body">{said.unchanged}</p>
                </div>
            </div>
            <label class="field__label" for="rows">{words::PASTE}</label>
            <textarea
                class="govuk-textarea gap-rows__text"
                id="rows"
                rows="9"
                spellcheck="false"
                autocomplete="off"
                aria-invalid=invalid
                prop:value=text(move || attempt.rows.with(|rows| rows.text.clone()))
                on:input=move |event| write(app, attempt, event_target_value(&event))
                on:paste=move |event| {
                    // What is too long to stand in the field is read as a file is.
                    if let Some(text) = clipboard::pasted(&event).filter(|text| is_long(text)) {
                        event.prevent_default();
                        attempt.take_pasted(app, &text);
                    }
                }
            ></textarea>
            <div class="gap-rows__buttons">
                <button type="button" class="govuk-button" on:click=move |_| attempt.take(app)>
                    {said.use_rows}
                </button>
                {built_in}
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    hidden=has_none
                    on:click=move |_| attempt.go_back(app)
                >
                    {said.back}
                </button>
            </div>
            <div class="field">
                <label class="field__label" for="rows-file">{words::CHOOSE}</label>
                <input
                    class="govuk-file-upload"
                    id="rows-file"
                    type="file"
                    accept=".csv,.tsv,.txt,.xlsx,.ods,text/csv,text/tab-separated-values,text/plain"
                    on:change=move |event| {
                        if let Some(file) = files::chosen(&event) {
                            attempt.take_file(app, file);
                        }
                    }
                />
            </div>
            <OnItsWay attempt/>
            // What says nothing takes no focus.
            <p class="outcome" role="status" id="rows-outcome" tabindex=stop data-testid="rows-outcome">{attempt.outcome}</p>
            <WhichSheet attempt/>
            <JoinOffers attempt/>
            <HowRead attempt/>
            <KeptTables tables=attempt.tables on_open=Callback::new(move |table| attempt.take_kept(app, table))/>
            <details class="govuk-details">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{words::LAYOUTS}</span>
                </summary>
                <div class="govuk-details__text">
                    <p>{said.layouts}</p>
                    <ul class="gap-examples">{said.examples.iter().map(example).collect_view()}</ul>
                </div>
            </details>
        </section>
    }
}

/// How far the reading of a long table is, and what stops it.
#[component]
fn OnItsWay(
    /// What is about to be used.
    attempt: Attempt,
) -> impl IntoView {
    let done = move || attempt.done.get();
    let is_idle = flag(move || done().is_none());
    let said = text(move || done().map(words::reading).unwrap_or_default());
    let percent = text(move || crate::decimal::tenths(100.0 * done().unwrap_or_default()));
    view! {
        <div class="gap-drawing" hidden=is_idle data-testid="rows-progress">
            <label for="rows-read">{said}</label>
            <progress id="rows-read" max="100" value=percent></progress>
            <button type="button" class="link-button" id="rows-stop" on:click=move |_| attempt.stop_and_say()>
                {words::STOP_READING}
            </button>
        </div>
    }
}

/// The sheets of a spreadsheet, where there are several with a table, and what is not in them.
#[component]
fn WhichSheet(
    /// What is about to be used.
    attempt: Attempt,
) -> impl IntoView {
    let app = use_app();
    let names = Signal::derive(move || {
        attempt.sheets.with(|sheets| sheets.as_ref().map(|s| s.names.clone()).unwrap_or_default())
    });
    let items = move || names.get().iter().map(|name| Item::new(name)).collect::<Vec<_>>();
    let at = move || attempt.sheets.with(|sheets| sheets.as_ref().map_or(0, |sheets| sheets.at));
    let note = move || attempt.sheets.with(|sheets| sheets.as_ref().and_then(|sheets| sheets.note.clone()));
    view! {
        {move || {
            (names.get().len() > 1).then(|| {
                view! {
                    <Select
                        id="sheet"
                        label=table_words::SHEET
                        hint=text(|| table_words::SHEET_HINT.to_owned())
                        items=Signal::stored(items())
                        value=Signal::stored(at())
                        on_choose=Callback::new(move |at| attempt.choose_sheet(app, at))
                    />
                }
            })
        }}
        {move || note().map(|note| view! { <p class="figure__note">{note}</p> })}
    }
}
