//! Measures of inequality on rows: the picture, before and after, and every measure.

mod grouped;
mod settings;

use leptos::prelude::*;

use self::grouped::GroupedResults;
use self::settings::MeasureSettings;
use crate::chart::RowsChart;
use crate::platform::focus;
use crate::results::gap_measures::MeasureError;
use crate::ui::charts::{DataTable, Figure, Picture};
use crate::ui::controls::{FoldedOnPhone, Heading};
use crate::ui::deferred::{deferred, in_turn};
use crate::ui::layout::{further, place_of_answer};
use crate::ui::own_tables::{OwnRowsEntry, drop_rows, has_kept_rows, reset, restore};
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::reader::{table_reader, with_table_reader};
use crate::ui::state::use_app;
use crate::ui::view_models::{ComputedMeasures, MeasuresView};
use crate::words::common::PART_FAILED;
use crate::words::gap_measures::{self as words, Intervals, Style};
use crate::words::gap_target;

/// This half of the page.
#[component]
pub fn MeasuresSection() -> impl IntoView {
    let app = use_app();
    // What reads rows that were kept comes before they are shown.
    let is_ready = RwSignal::new(table_reader().is_some() || !has_kept_rows());
    if !is_ready.get_untracked() {
        with_table_reader(app, move |_| is_ready.set(true));
    }
    part(move || match is_ready.get() {
        true => view! { <Rows/> }.into_any(),
        false => place_of_answer(),
    })
}

/// The same once rows that were kept can be read.
#[component]
fn Rows() -> impl IntoView {
    let app = use_app();
    restore(app);
    let is_missing = table_reader().is_none() && has_kept_rows();
    let view = MeasuresView::new(app);
    let problem = memo(move || view.shown.with(|shown| shown.as_ref().err().cloned()));
    let done = memo(move || app.long_rows.with(|state| state.done));
    let is_measured = flag(move || done.get().is_none());
    let measuring = text(move || done.get().map(words::measuring).unwrap_or_default());
    let results = move || {
        part(move || match problem.get() {
            Some(error) => view! { <NoAnswer error view/> }.into_any(),
            None => view! { <Results view/> }.into_any(),
        })
        .into_any()
    };
    view! {
        <section class="gap-part gap-measures" aria-labelledby="measures-heading">
            <h2 class="govuk-heading-l" id="measures-heading" tabindex="-1">{words::HEADING}</h2>
            <p class="lead">
                {words::LEAD} " "
                <a
                    class="govuk-link screen-only"
                    href="#rows"
                    on:click=|event| {
                        event.prevent_default();
                        focus::to("rows");
                    }
                >
                    {words::BRING}
                </a>
            </p>
            <p class="callout" role="alert" hidden=!is_missing>{PART_FAILED}</p>
            <p class="callout gap-measuring" role="status" hidden=is_measured>{measuring}</p>
            <LinkNotice view/>
            <div class="columns">
                {deferred(move || {
                    view! {
                        <div class="side">
                            <FoldedOnPhone text=words::SETTINGS>
                                <MeasureSettings view/>
                            </FoldedOnPhone>
                        </div>
                    }
                    .into_any()
                })}
                {in_turn(place_of_answer, results)}
            </div>
            {deferred(move || view! { <GroupedResults view/> }.into_any())}
            {deferred(move || {
                view! {
                    <FoldedOnPhone text=words::BRING>
                        <OwnRowsEntry view/>
                    </FoldedOnPhone>
                }
                .into_any()
            })}
        </section>
    }
}

/// The measures, and the picture of what they measure.
#[component]
fn Results(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let groups = view.text(|worked| words::groups_heading(&worked.choices));
    let source = view.text(|worked| words::source(worked.input.origin));
    view! {
        <InShort view/>
        <div class="results">
            {deferred(move || view! { <ScatterFigure view/> }.into_any())}
            <div class="further">
                {further(words::SURE, Heading::Third, move || view! { <HowSure view/> }.into_any())}
                {further(words::BEFORE_AND_AFTER, Heading::Third, move || view! { <BeforeAndAfter view/> }.into_any())}
                {further(words::MEASURES, Heading::Third, move || view! { <AllMeasures view/> }.into_any())}
                {further(groups, Heading::Third, move || view! { <Groups view/> }.into_any())}
                {further(gap_target::SOURCES, Heading::Third, move || {
                    view! { <p class="answer__figures">{source}</p> }.into_any()
                })}
            </div>
        </div>
    }
}

/// Why rows and settings give no answer, and the way back.
#[component]
fn NoAnswer(
    /// Why.
    error: MeasureError,
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let app = use_app();
    let message = words::measure_message(&error);
    let is_built_in = flag(move || !view.is_own());
    // The button goes with the message, so the focus has to stand elsewhere.
    let then_on = || focus::to("measures-heading");
    view! {
        <section class="answer" role="alert" data-testid="no-measures">
            <h3 class="govuk-heading-m">{message.problem}</h3>
            <p class="govuk-body">{message.advice}</p>
            <div class="gap-rows__buttons">
                <button
                    type="button"
                    class="govuk-button"
                    on:click=move |_| {
                        then_on();
                        reset(app);
                    }
                >
                    {words::RESET}
                </button>
                <button
                    type="button"
                    class="govuk-button govuk-button--secondary"
                    hidden=is_built_in
                    on:click=move |_| {
                        then_on();
                        drop_rows(app);
                    }
                >
                    {words::ENTRY.back}
                </button>
            </div>
        </section>
    }
}

/// The answer in a few sentences.
#[component]
fn InShort(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let name = view.text(|worked| words::rows_name(&worked.input).to_owned());
    let headline = view.text(|worked| words::headline(&worked.input, &worked.choices, &worked.measured));
    let target = view.text(|worked| words::target_sentence(&worked.choices, &worked.measured));
    let left_out = view.text(|worked| words::left_out(&worked.measured).unwrap_or_default());
    let has_none_left_out = flag(move || left_out.with(String::is_empty));
    view! {
        <section class="answer answer--offers" aria-label=words::ANSWER data-testid="gap-answer">
            <h3 class="answer__place">{name}</h3>
            <div role="status">
                <p class="answer__headline">{headline}</p>
                <p>{target}</p>
            </div>
            <p class="gap-left-out" hidden=has_none_left_out>{left_out}</p>
            <p class="answer__detail">{words::CAUTION}</p>
        </section>
    }
}

/// The rows, the line and its target.
#[component]
fn ScatterFigure(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let caption = view.text(|worked| words::scatter_caption(&worked.input, &worked.choices, &worked.measured));
    let headings = view.list(|worked| words::rows_headings(&worked.input, &worked.choices, &worked.measured));
    let rows = view.list(|worked| words::rows_rows(&worked.choices, &worked.measured));
    let note = view.text(|worked| {
        let picture = words::picture(&worked.input, &worked.choices, &worked.measured);
        let has_limits = worked.measured.has_limits() && picture.has_limits();
        words::scatter_note(&worked.choices, &worked.measured, has_limits, picture.up_domain().0 == 0.0)
    });
    let description = view.text(|worked| {
        let caption = words::scatter_caption(&worked.input, &worked.choices, &worked.measured);
        format!("{caption}. {}", words::headline(&worked.input, &worked.choices, &worked.measured))
    });
    let draw = move |width: f64| {
        let draw = |worked: &ComputedMeasures| {
            let picture = words::picture(&worked.input, &worked.choices, &worked.measured);
            words::draw(&picture, Style::of(&worked.choices, &worked.measured), width)
        };
        view.shown.with(|shown| shown.as_deref().map(draw).unwrap_or_default())
    };
    let dot = view.text(|worked| words::dot(&worked.measured).to_owned());
    let [now, target] = words::LINES;
    view! {
        <Figure chart=RowsChart::Scatter caption headings rows>
            <p class="figure__note">{note}</p>
            <p class="gap-key" aria-hidden="true">
                <span class="gap-key__item gap-key__row">{dot}</span>
                <span class="gap-key__item gap-key__now">{now}</span>
                <span class="gap-key__item gap-key__target">{target}</span>
            </p>
            <Picture label=description draw=Callback::new(draw)/>
        </Figure>
    }
}

/// What a cut of the slope does.
#[component]
fn BeforeAndAfter(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let headings = view.list(|worked| words::before_and_after_headings(&worked.choices));
    let rows = view.list(|worked| words::before_and_after_rows(&worked.choices, &worked.measured));
    let note = view.text(|worked| words::before_and_after_note(&worked.choices));
    view! {
        <section data-testid="before-and-after">
            <h3 class="govuk-heading-m">{words::BEFORE_AND_AFTER}</h3>
            <p class="figure__note">{note}</p>
            <DataTable caption=words::BEFORE_AND_AFTER.to_owned() headings rows/>
        </section>
    }
}

/// Every measure with its meaning.
#[component]
fn AllMeasures(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let rows = view.list(|worked| words::measures_rows(&worked.choices, &worked.measured));
    view! {
        <section class="gap-all" data-testid="all-measures">
            <h3 class="govuk-heading-m">{words::MEASURES}</h3>
            <p class="figure__note">{words::MEASURES_NOTE}</p>
            <DataTable
                caption=words::MEASURES.to_owned()
                headings=Signal::stored(words::measures_headings())
                rows
                is_numeric=false
            />
        </section>
    }
}

/// The limits of the slope.
#[component]
fn HowSure(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let headings = view.list(|worked| words::sure_headings(&worked.choices));
    let rows = Signal::derive(move || {
        let rows = |worked: &ComputedMeasures| {
            view.intervals.with(|intervals| words::sure_rows(&worked.choices, &worked.measured, intervals))
        };
        view.shown.with(|shown| shown.as_deref().map(rows).unwrap_or_default())
    });
    let done = move || match view.intervals.get() {
        Intervals::Drawing(done) => Some(done),
        Intervals::Here(_) | Intervals::None(_) | Intervals::Stopped => None,
    };
    let is_done = flag(move || done().is_none());
    let percent = text(move || crate::decimal::tenths(100.0 * done().unwrap_or(1.0)));
    let drawn = text(move || {
        let draws = view.shown.with(|shown| shown.as_ref().map(|worked| worked.choices.draws).unwrap_or_default());
        words::drawing(done().unwrap_or(1.0), draws)
    });
    view! {
        <section data-testid="how-sure">
            <h3 class="govuk-heading-m">{words::SURE}</h3>
            <p class="figure__note">{words::SURE_NOTE}</p>
            <div class="gap-drawing" hidden=is_done>
                <label for="drawing">{drawn}</label>
                <progress id="drawing" max="100" value=percent></progress>
                <button type="button" class="link-button" on:click=move |_| view.stop()>{words::STOP}</button>
            </div>
            <DataTable caption=words::SURE.to_owned() headings rows is_numeric=false/>
        </section>
    }
}

/// The rows in groups.
#[component]
fn Groups(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let heading = view.text(|worked| words::groups_heading(&worked.choices));
    let headings = view.list(|worked| words::groups_headings(&worked.choices));
    let rows = view.list(|worked| words::groups_rows(&worked.choices, &worked.measured));
    let has_groups = memo(move || rows.with(|rows| !rows.is_empty()));
    let table = part(move || match has_groups.get() {
        true => view! { <DataTable caption=heading headings rows/> }.into_any(),
        false => view! { <p class="govuk-body">{words::NO_GROUPS}</p> }.into_any(),
    });
    view! {
        <section data-testid="groups">
            <h3 class="govuk-heading-m">{heading}</h3>
            {table}
        </section>
    }
}

/// Said where the settings of a link are about somebody's own rows.
#[component]
fn LinkNotice(
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
