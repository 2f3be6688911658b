//! Own rows: pasted or from a file, kept on this device, never in a link.

use leptos::prelude::*;

use super::measures_columns::WhichColumn;
use crate::data::mortality::MORTALITY;
use crate::data::own_rows::{KeptRows, MOST_BYTES, OwnRowsError};
use crate::platform::{BrowserError, files, focus, local};
use crate::results::gap_measures::{Measured, RowsIn};
use crate::scenario::MeasureChoices;
use crate::ui::here::after;
use crate::ui::reactive::{flag, part, text};
use crate::ui::state::{AppState, use_app};
use crate::ui::view_models::{MeasuresView, input_of};
use crate::words::common;
use crate::words::gap_measures as words;
use crate::words::import::Message;

/// Where rows are kept between visits.
const KEPT: &str = "who-gets-missed-rows";

/// Brings back the rows of an earlier visit.
pub fn restore(app: AppState) {
    if app.own_rows.with_untracked(String::is_empty)
        && let Some(text) = local::get(KEPT).ok().flatten()
    {
        app.own_rows.set(text);
    }
    // Rows that the settings of the link cannot measure are measured as they themselves suggest.
    let kept = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
    let chosen = app.scenario.with_untracked(|s| s.gap.measures.clone());
    let input = app.own_rows.with_untracked(|text| input_of(text));
    if let Ok(rows) = kept.read()
        && Measured::new(&input, &chosen).is_err()
    {
        app.slide(|scenario| scenario.gap.measures = chosen.for_rows(&rows));
    }
}

/// Measures in the usual way again: for own rows as they themselves suggest.
pub fn reset(app: AppState) {
    let kept = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
    let usual = MeasureChoices::default();
    let choices = kept.read().map_or_else(|_| usual.clone(), |rows| usual.for_rows(&rows));
    app.choose(|scenario| scenario.gap.measures = choices);
}

/// Takes own rows out of use, for the built-in ones. What stands in the field stays there.
pub fn drop_rows(app: AppState) {
    let _ = local::set(KEPT, "");
    app.own_rows.set(String::new());
    reset(app);
}

/// What a person is about to use, and what came of it.
#[derive(Clone, Copy)]
pub struct Attempt {
    /// The rows as they stand in the field.
    pub rows: RwSignal<KeptRows>,
    /// What is wrong with them.
    pub failure: RwSignal<Option<Message>>,
    /// What was done.
    pub outcome: RwSignal<String>,
}

impl Attempt {
    /// Uses the rows if they can be read; otherwise those from before stay, and the focus goes to the reason.
    pub fn take(self, app: AppState) {
        self.try_rows(app);
        if self.failure.with_untracked(Option::is_some) {
            request_animation_frame(|| focus::to("rows-error"));
        }
    }

    /// The same without moving the focus: who goes through a list with the arrow keys stays there.
    pub fn try_rows(self, app: AppState) {
        let kept = self.rows.get_untracked();
        match kept.read() {
            Ok(rows) => {
                // Measured before they are kept: rows on which the program itself breaks would break every later visit.
                let choices = app.scenario.with_untracked(|scenario| scenario.gap.measures.for_rows(&rows));
                let (number, input) = (rows.units.len(), RowsIn::own(rows));
                if let Ok(measured) = Measured::new(&input, &choices) {
                    let _ = measured.intervals(&choices);
                }
                self.failure.set(None);
                app.choose(|scenario| scenario.gap.measures = choices);
                let is_kept = local::set(KEPT, &kept.to_text()).is_ok();
                app.own_rows.set(kept.to_text());
                let note = if is_kept { words::KEPT } else { words::NOT_KEPT };
                self.outcome.set(format!("{} {note}", words::taken(number)));
            }
            Err(error) => self.fail(words::rows_message(&error)),
        }
    }

    fn fail(self, message: Message) {
        self.outcome.set(String::new());
        self.failure.set(Some(message));
    }

    fn fail_in_sight(self, message: Message) {
        self.fail(message);
        request_animation_frame(|| focus::to("rows-error"));
    }

    fn go_back(self, app: AppState) {
        drop_rows(app);
        self.rows.set(KeptRows::default());
        self.failure.set(None);
        self.outcome.set(words::WENT_BACK.to_owned());
        focus::to("rows");
    }

    fn take_file(self, app: AppState, file: web_sys::File) {
        if file.size() > MOST_BYTES as f64 {
            return self.fail_in_sight(words::rows_message(&OwnRowsError::TooLong));
        }
        let reading = async move { files::text(&file).await };
        after(reading, move |read| match read {
            Ok(text) => {
                self.rows.set(KeptRows { columns: None, text });
                self.take(app);
            }
            Err(BrowserError) => {
                self.fail_in_sight(Message { problem: words::UNREADABLE.to_owned(), advice: String::new() });
            }
        });
    }
}

/// The field for rows, the file, the examples and the columns.
#[component]
pub fn OwnRowsEntry(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let app = use_app();
    let kept = app.own_rows.with_untracked(|text| KeptRows::from_text(text));
    let attempt =
        Attempt { rows: RwSignal::new(kept), failure: RwSignal::new(None), outcome: RwSignal::new(String::new()) };
    let write = move |text: String| attempt.rows.set(KeptRows { columns: None, text });
    let in_use = text(move || view.input.with(|input| words::in_use(input.origin, input.units.len())));
    let is_built_in = flag(move || !view.is_own());
    let is_right = flag(move || attempt.failure.with(Option::is_none));
    let invalid = text(move || attempt.failure.with(Option::is_some).to_string());
    let problem = text(move || attempt.failure.get().map(|message| message.problem).unwrap_or_default());
    let advice = text(move || attempt.failure.get().map(|message| message.advice).unwrap_or_default());
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
                    accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
                    on:change=move |event| {
                        if let Some(file) = files::chosen(&event) {
                            attempt.take_file(app, file);
                        }
                    }
                />
            </div>
            <p class="outcome" role="status" data-testid="rows-outcome">{attempt.outcome}</p>
            <WhichColumn attempt/>
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
