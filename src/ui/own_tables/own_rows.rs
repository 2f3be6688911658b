//! Where a person gives own rows: pasted or from a file.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::joins::JoinOffers;
use super::reading::HowRead;
use crate::data::mortality::MORTALITY;
use crate::platform::{clipboard, files, focus};
use crate::ui::apart::is_long;
use crate::ui::controls::{Item, Select};
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::reader::{table_reader, with_table_reader};
use crate::ui::state::use_app;
use crate::ui::tables::KeptTables;
use crate::ui::view_models::MeasuresView;
use crate::words::common;
use crate::words::gap_measures as words;
use crate::words::table as table_words;

/// The field for rows, the file, the examples and the columns.
#[component]
pub fn OwnRowsEntry(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let app = use_app();
    let attempt = Attempt::new(app);
    let write = move |text: String| {
        attempt.write(text);
        // Its columns can be told once what reads tables is here.
        if table_reader().is_none() {
            with_table_reader(app, move |_| attempt.rows.notify());
        }
    };
    let in_use = text(move || view.input.with(|input| words::in_use(input.origin, input.count())));
    let is_built_in = flag(move || !view.is_own());
    let is_right = flag(move || attempt.failure.with(Option::is_none));
    let invalid = text(move || attempt.failure.with(Option::is_some).to_string());
    let problem = text(move || attempt.failure.get().map(|message| message.problem).unwrap_or_default());
    let advice = text(move || attempt.failure.get().map(|message| message.advice).unwrap_or_default());
    let stop = memo(move || attempt.outcome.with(|outcome| (!outcome.is_empty()).then_some("-1")));
    let example = move |(name, about, rows): (&'static str, &'static str, &'static str)| {
        view! {
            <li class="gap-example">
                <h4 class="govuk-heading-s">{name}</h4>
                <p class="figure__note">{about}</p>
                <pre class="gap-example__rows">{rows}</pre>
                <button
                    type="button"
                    class="link-button"
                    aria-label=format!("{}: {name}", words::USE_EXAMPLE)
                    on:click=move |_| {
                        write(rows.to_owned());
                        focus::to("rows");
                    }
                >
                    {words::USE_EXAMPLE}
                </button>
            </li>
        }
    };
    view! {
        <section class="gap-rows" aria-labelledby="rows-heading">
            <h3 class="govuk-heading-m" id="rows-heading">{words::ROWS}</h3>
            <p class="govuk-body" data-testid="rows-in-use">{in_use}</p>
            <p class="figure__note screen-only">{words::ROWS_TEXT}</p>
            <div class="govuk-error-summary" id="rows-error" tabindex="-1" hidden=is_right data-testid="rows-error">
                <div role="alert">
                    <h4 class="govuk-error-summary__title">{common::PROBLEM}</h4>
                    <p class="govuk-body"><strong>{problem}</strong></p>
                    <p class="govuk-body">{advice}</p>
                    <p class="govuk-body">{words::UNCHANGED}</p>
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
                on:input=move |event| write(event_target_value(&event))
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
                    {words::USE}
                </button>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    on:click=move |_| {
                        write(MORTALITY.to_owned());
                        focus::to("rows");
                    }
                >
                    {words::EDIT_BUILT_IN}
                </button>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    hidden=is_built_in
                    on:click=move |_| attempt.go_back(app)
                >
                    {words::BACK}
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
                    <p>{words::LAYOUTS_TEXT}</p>
                    <ul class="gap-examples">{words::EXAMPLES.map(example).collect_view()}</ul>
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

/// Said where the settings of a link are about somebody's own rows.
#[component]
pub fn LinkNotice(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let app = use_app();
    let is_lost = flag(move || !view.is_own() && app.scenario.with(|s| s.gap.measures.are_for_own_rows()));
    part(move || match is_lost.get() {
        true => view! { <p class="callout gap-lost" role="note">{words::LINK_FOR_OWN_ROWS}</p> }.into_any(),
        false => ().into_any(),
    })
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
