//! How own rows are read, before any number is made of them: what each column is taken for, what was guessed, what is asked.

use leptos::prelude::*;

use super::attempt::Attempt;
use super::columns::WhichColumn;
use super::goal::Goal;
use crate::data::table::{AnswerKey, Direction, More, Purpose, Question, Reading, Role, Warning};
use crate::platform::focus;
use crate::results::own_units::told_of_units;
use crate::ui::charts::DataTable;
use crate::ui::controls::{Item, Select, position_of};
use crate::ui::reactive::{flag, list_items, memo, part, text};
use crate::ui::state::{AppState, use_app};
use crate::words::gap_measures::{EACH_OF_THEM, ONE_RESULT, RESULTS_BY};
use crate::words::table as words;

/// How the rows in the field are read. Open while something is to be looked at, folded once it is right.
#[component]
pub fn HowRead(
    /// The rows in the field.
    attempt: Attempt,
) -> impl IntoView {
    let app = use_app();
    let waits = memo(move || attempt.waits());
    let has_reading = memo(move || attempt.reading.with(Option::is_some));
    let read = part(move || match (has_reading.get(), waits.get()) {
        (false, _) => ().into_any(),
        (true, true) => view! {
            <section class="callout gap-reading" aria-labelledby="reading" data-testid="reading">
                <h4 class="govuk-heading-s" id="reading" tabindex="-1">{words::READ_AS}</h4>
                {body(app, attempt)}
                <button
                    type="button"
                    class="govuk-button"
                    hidden=flag(move || attempt.asks())
                    on:click=move |_| attempt.is_right(app)
                >
                    {words::IS_RIGHT}
                </button>
            </section>
        }
        .into_any(),
        (true, false) => view! {
            <details class="govuk-details" data-testid="reading">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{words::READ_AGAIN}</span>
                </summary>
                <div class="govuk-details__text">{body(app, attempt)}</div>
            </details>
        }
        .into_any(),
    });
    // In one place whatever came of the last choice, so that who goes through its lists is not taken out of them.
    view! {
        {read}
        <WhichColumn attempt/>
    }
}

fn of(attempt: Attempt, write: fn(&Reading) -> String) -> Signal<String> {
    text(move || attempt.reading.with(|reading| reading.as_ref().map(write).unwrap_or_default()))
}

fn list(attempt: Attempt, write: fn(&Reading) -> Vec<String>) -> Signal<Vec<String>> {
    Signal::derive(move || attempt.reading.with(|reading| reading.as_ref().map(write).unwrap_or_default()))
}

/// What is told of how it is read.
fn told(reading: &Reading) -> Vec<String> {
    let words = |warning: &Warning| words::warning(warning, reading.purpose);
    match reading.purpose {
        Purpose::Measured => reading.warnings.iter().map(words).collect(),
        Purpose::Targeted => told_of_units(reading).map(words).collect(),
    }
}

/// What was understood, what is asked, what can be changed.
fn body(app: AppState, attempt: Attempt) -> AnyView {
    let questions = memo(move || {
        attempt.reading.with(|reading| reading.as_ref().map(|reading| reading.questions.clone()).unwrap_or_default())
    });
    let warnings = list(attempt, told);
    let rows = Signal::derive(move || {
        attempt.reading.with(|reading| reading.as_ref().map(|reading| reading.first_rows.clone()).unwrap_or_default())
    });
    let asked = part(move || {
        let questions = questions.get();
        if questions.is_empty() {
            return ().into_any();
        }
        let lists = questions.into_iter().enumerate().map(|(at, question)| ask(app, attempt, at, question));
        view! {
            <p class="govuk-body"><strong>{words::ASKED}</strong></p>
            {lists.collect_view()}
        }
        .into_any()
    });
    let measured = attempt.goal == Goal::Rows;
    let has_no_warnings = flag(move || warnings.with(Vec::is_empty));
    view! {
        <p class="govuk-body">{of(attempt, words::summary)}</p>
        {asked}
        <DataTable
            caption=text(|| words::FIRST_ROWS.to_owned())
            headings=list(attempt, words::first_headings)
            rows
            is_numeric=false
        />
        <p class="govuk-body" data-testid="most-deprived">
            {of(attempt, |reading| words::most_deprived(reading).unwrap_or_default())}
        </p>
        {measured.then(|| view! { <p class="govuk-body">{of(attempt, words::more)}</p> })}
        <div hidden=has_no_warnings>
            <p class="govuk-body"><strong>{words::GUESSED}</strong></p>
            <ul class="govuk-list govuk-list--bullet" data-testid="reading-warnings">
                {part(move || list_items(warnings.get()))}
            </ul>
        </div>
        {direction(app, attempt)}
        {measured.then(|| more(app, attempt))}
        {measured.then(|| part(move || by(app, attempt)))}
        {part(move || parts(app, attempt))}
    }
    .into_any()
}

/// A list of answers; the first place of it asks for one where none was given.
fn answers(
    id: String,
    label: String,
    labels: Vec<String>,
    chosen: Option<usize>,
    on_choose: impl Fn(usize) + 'static,
) -> AnyView {
    let mut items: Vec<Item> = labels.iter().map(|label| Item::new(label)).collect();
    if chosen.is_none() {
        items.insert(0, Item::new(words::CHOOSE));
    }
    let shift = usize::from(chosen.is_none());
    let focused = if chosen.is_none() { "reading".to_owned() } else { id.clone() };
    let option = |(at, item): (usize, Item)| {
        let is_chosen = at == chosen.unwrap_or_default();
        view! { <option value=at.to_string() selected=is_chosen>{item.label}</option> }
    };
    let choose = move |event| {
        let place: Option<usize> = event_target_value(&event).parse().ok();
        if let Some(place) = place.and_then(|place| place.checked_sub(shift)) {
            on_choose(place);
            // The list is made anew with the table; whoever goes through it with the keyboard stays where it was.
            let place = focused.clone();
            request_animation_frame(move || focus::to(&place));
        }
    };
    view! {
        <div class="field">
            <label class="field__label" for=id.clone()>{label}</label>
            <select class="govuk-select" id=id on:change=choose>
                {items.into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}

/// A question as a list of its answers.
fn ask(app: AppState, attempt: Attempt, at: usize, question: Question) -> AnyView {
    let mut labels: Vec<String> = question.choices.iter().map(|choice| words::choice(&question, choice)).collect();
    let has_each = question.key == AnswerKey::Filter && attempt.goal == Goal::Rows;
    labels.extend(has_each.then(|| EACH_OF_THEM.to_owned()));
    let label = words::question(&question, attempt.goal.purpose());
    let choose = move |place: usize| {
        let Some(choice) = question.choices.get(place) else {
            return attempt.answer(app, AnswerKey::By, question.column.clone());
        };
        match (question.key, &question.column) {
            (AnswerKey::Filter, Some(column)) => attempt.choose_part(app, column, &choice.shown),
            (key, _) => attempt.answer(app, key, Some(choice.answer.clone())),
        }
    };
    answers(format!("reading-question-{at}"), label, labels, None, choose)
}

/// Which end is deprived, once that is known.
fn direction(app: AppState, attempt: Attempt) -> AnyView {
    const ENDS: [Direction; 2] = [Direction::High, Direction::Low];
    let known = move || attempt.reading.with(|reading| reading.as_ref().and_then(|reading| reading.rows.direction));
    let is_known = memo(move || known().is_some());
    let place = memo(move || known().map_or(0, |known| position_of(&ENDS, &known)));
    let choose = move |place: usize| {
        let answer = ENDS.get(place).map(|end| end.key().to_owned());
        attempt.answer(app, AnswerKey::Direction, answer);
    };
    let items = Item::all(&words::ENDS);
    // What is not the order of units is not asked; whoever wants it to be can say it.
    let can_be_said = memo(move || {
        attempt.goal == Goal::Units
            && attempt.reading.with(|reading| {
                reading.as_ref().is_some_and(|reading| {
                    reading.questions.is_empty() && reading.heading_of(Role::Deprivation).is_some()
                })
            })
    });
    part(move || match (is_known.get(), can_be_said.get()) {
        (false, false) => ().into_any(),
        (false, true) => {
            let ends = words::ENDS.map(str::to_owned).to_vec();
            answers("reading-direction".to_owned(), words::DIRECTION.to_owned(), ends, None, choose)
        }
        (true, _) => view! {
            <Select
                id="reading-direction"
                label=words::DIRECTION
                hint=text(String::new)
                items
                value=place
                on_choose=choose
            />
        }
        .into_any(),
    })
    .into_any()
}

/// Whether more is worse or better.
fn more(app: AppState, attempt: Attempt) -> AnyView {
    const ALL: [More; 2] = [More::Worse, More::Better];
    let known = move || attempt.reading.with(|reading| reading.as_ref().and_then(|reading| reading.rows.more));
    let place = memo(move || position_of(&ALL, &known().unwrap_or(More::Worse)));
    let choose =
        move |place: usize| attempt.answer(app, AnswerKey::More, ALL.get(place).map(|more| more.key().to_owned()));
    let items = Item::all(&words::WORSE_OR_BETTER);
    view! { <Select id="reading-more" label=words::MORE hint=text(String::new) items value=place on_choose=choose/> }
        .into_any()
}

/// Parts that were chosen, to be chosen again.
fn parts(app: AppState, attempt: Attempt) -> AnyView {
    let parts =
        attempt.reading.with(|reading| reading.as_ref().map(|reading| reading.parts.clone()).unwrap_or_default());
    let list = move |(at, part): (usize, crate::data::table::PartChosen)| {
        let chosen = part.choices.iter().position(|choice| *choice == part.value);
        let (heading, choices) = (part.heading.clone(), part.choices.clone());
        let choose = move |place: usize| {
            if let Some(value) = choices.get(place) {
                attempt.choose_part(app, &heading, value);
            }
        };
        answers(format!("reading-part-{at}"), part.heading, part.choices, chosen, choose)
    };
    parts.into_iter().enumerate().map(list).collect_view().into_any()
}

/// By which column there is a result for each of its values, where there is one that tells several apart.
fn by(app: AppState, attempt: Attempt) -> AnyView {
    let (headings, chosen) = attempt.reading.with(|reading| {
        let Some(reading) = reading else { return (Vec::new(), None) };
        let headings: Vec<String> = reading.parts.iter().map(|part| part.heading.clone()).collect();
        (headings, reading.by.as_ref().map(|by| by.heading.clone()))
    });
    if headings.is_empty() {
        return ().into_any();
    }
    let at = chosen.and_then(|chosen| headings.iter().position(|heading| *heading == chosen)).map_or(0, |at| at + 1);
    let mut labels = vec![ONE_RESULT.to_owned()];
    labels.extend(headings.iter().cloned());
    let choose = move |place: usize| {
        let heading = place.checked_sub(1).and_then(|place| headings.get(place)).cloned();
        attempt.answer(app, AnswerKey::By, heading);
    };
    answers("reading-by".to_owned(), RESULTS_BY.to_owned(), labels, Some(at), choose)
}
