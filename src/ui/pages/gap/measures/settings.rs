//! How rows are measured.

use leptos::prelude::*;

use crate::scenario::gap_measures::{
    Across, Confidence, DRAWS, DeprivationColumn, LineScale, MeasureChoices, PER, Polarity, ValueKind,
};
use crate::scenario::{Percent, Scenario, Thousandths};
use crate::ui::controls::{Item, NumberField, Select, SliderField, choosing, chosen, position_of, take, take_or_none};
use crate::ui::own_tables::reset;
use crate::ui::reactive::{flag, text};
use crate::ui::state::use_app;
use crate::ui::view_models::MeasuresView;
use crate::words::gap_measures as words;
use crate::words::number;

const ORDERS: [DeprivationColumn; 2] = [DeprivationColumn::Score, DeprivationColumn::Rank];
const POLARITIES: [Polarity; 2] = [Polarity::Worse, Polarity::Better];
const ACROSS: [Across; 2] = [Across::People, Across::Deprivation];
const SCALES: [LineScale; 3] = [LineScale::Plain, LineScale::Log, LineScale::Logit];
const LEVELS: [Confidence; 2] = [Confidence::P95, Confidence::P99_8];

/// The position of what is chosen.
type Position = fn(&Scenario) -> usize;
/// Makes a choice by its position.
type Choose = fn(&mut Scenario, usize);

/// The settings.
#[component]
pub fn MeasureSettings(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let app = use_app();
    let select = move |id, label, names: &[&str], position: Position, set: Choose| {
        let (value, on_choose) = (chosen(position), choosing(set));
        view! { <Select id label hint=text(String::new) items=Item::all(names) value on_choose/> }.into_any()
    };
    let is_built_in = flag(move || !view.is_own());
    let is_no_rate = flag(move || app.scenario.with(|s| s.gap.measures.value != ValueKind::Rate));
    view! {
        <form class="controls" aria-label=words::SETTINGS on:submit=|event| event.prevent_default()>
            <Cut/>
            <div hidden=is_built_in>
                {select(
                    "measure-value",
                    words::VALUE,
                    &ValueKind::ALL.map(words::value_kind),
                    |s| position_of(&ValueKind::ALL, &s.gap.measures.value),
                    |s, at| s.gap.measures.value = ValueKind::ALL[at],
                )}
                <div hidden=is_no_rate>
                    {select(
                        "measure-per",
                        words::PER,
                        &PER.map(words::per).each_ref().map(String::as_str),
                        |s| position_of(&PER, &s.gap.measures.per),
                        |s, at| s.gap.measures.per = PER[at],
                    )}
                </div>
                {select(
                    "measure-order",
                    words::ORDER,
                    &ORDERS.map(words::order),
                    |s| position_of(&ORDERS, &s.gap.measures.order),
                    |s, at| s.gap.measures.order = ORDERS[at],
                )}
                {select(
                    "measure-more",
                    words::MORE,
                    &POLARITIES.map(words::polarity),
                    |s| position_of(&POLARITIES, &s.gap.measures.polarity),
                    |s, at| s.gap.measures.polarity = POLARITIES[at],
                )}
            </div>
            {select(
                "measure-across",
                words::ACROSS,
                &ACROSS.map(words::across),
                |s| position_of(&ACROSS, &s.gap.measures.across),
                |s, at| s.gap.measures.across = ACROSS[at],
            )}
            <details class="govuk-details field">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{words::FURTHER}</span>
                </summary>
                <div class="govuk-details__text">
                    {select(
                        "measure-scale",
                        words::SCALE,
                        &SCALES.map(words::scale),
                        |s| position_of(&SCALES, &s.gap.measures.scale),
                        |s, at| s.gap.measures.scale = SCALES[at],
                    )}
                    {select(
                        "measure-level",
                        words::LEVEL,
                        &LEVELS.map(words::level),
                        |s| position_of(&LEVELS, &s.gap.measures.level),
                        |s, at| s.gap.measures.level = LEVELS[at],
                    )}
                    {select(
                        "measure-draws",
                        words::DRAWS,
                        &DRAWS.map(|draws| number::count(f64::from(draws))).each_ref().map(String::as_str),
                        |s| position_of(&DRAWS, &s.gap.measures.draws),
                        |s, at| s.gap.measures.draws = DRAWS[at],
                    )}
                    <Numbers/>
                </div>
            </details>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                on:click=move |_| reset(app)
            >
                {words::RESET}
            </button>
        </form>
    }
}

/// By how much the slope is to be cut: a slider and a number.
#[component]
fn Cut() -> impl IntoView {
    let app = use_app();
    let cut = Signal::derive(move || app.scenario.with(|s| s.gap.measures.cut));
    let set = Callback::new(move |cut: Percent| app.slide(move |s| s.gap.measures.cut = cut));
    view! {
        <SliderField
            id="measure-cut"
            label=words::CUT
            name=text(|| format!("{} {}", words::CUT, words::CUT_UNIT))
            unit=words::CUT_UNIT
            error=words::CUT_ERROR
            value=cut
            spoken=text(move || number::chosen_percent(cut.get()))
            on_set=set
        />
    }
}

/// The settings that are typed.
#[component]
fn Numbers() -> impl IntoView {
    let app = use_app();
    type Write = fn(&MeasureChoices) -> String;
    type Read = fn(&mut MeasureChoices, &str) -> bool;
    let field = move |id: &'static str, name: &'static str, error: &'static str, write: Write, read: Read| {
        let on_text = move |typed: String| app.take(|scenario| read(&mut scenario.gap.measures, &typed));
        let value = text(move || app.scenario.with(|s| write(&s.gap.measures)));
        view! { <NumberField id label=name error value on_text/> }.into_any()
    };
    let [least, most] = words::BOUNDS;
    /// Nothing is no bound.
    fn read_bound(field: &mut Option<Thousandths>, typed: &str) -> bool {
        take_or_none(field, typed, MeasureChoices::parse_bound(typed))
    }
    view! {
        {field(
            "measure-groups",
            words::GROUPS,
            words::GROUPS_ERROR,
            |m| m.groups.to_string(),
            |m, typed| take(&mut m.groups, MeasureChoices::parse_groups(typed)),
        )}
        {field(
            "measure-aversion",
            words::AVERSION,
            words::AVERSION_ERROR,
            |m| m.aversion.to_string(),
            |m, typed| take(&mut m.aversion, MeasureChoices::parse_aversion(typed)),
        )}
        <p class="field__hint field">{words::AVERSION_HINT}</p>
        {field(
            "measure-least",
            least,
            words::BOUND_ERROR,
            |m| m.least.map(|bound| bound.to_string()).unwrap_or_default(),
            |m, typed| read_bound(&mut m.least, typed),
        )}
        {field(
            "measure-most",
            most,
            words::BOUND_ERROR,
            |m| m.most.map(|bound| bound.to_string()).unwrap_or_default(),
            |m, typed| read_bound(&mut m.most, typed),
        )}
        <p class="field__hint field">{words::BOUNDS_HINT}</p>
    }
}
