//! How rows are measured.

use leptos::prelude::*;

use crate::scenario::gap_measures::{
    Across, Confidence, DRAWS, DeprivationColumn, LineScale, MeasureChoices, PER, Polarity, ValueKind,
};
use crate::scenario::{Percent, Thousandths};
use crate::ui::controls::{Item, PercentInput, PercentSlider, Select, TextNumber, position_of};
use crate::ui::reactive::{flag, memo, text};
use crate::ui::state::use_app;
use crate::ui::view_models::MeasuresView;
use crate::words::gap_measures as words;
use crate::words::number;

const ORDERS: [DeprivationColumn; 2] = [DeprivationColumn::Score, DeprivationColumn::Rank];
const POLARITIES: [Polarity; 2] = [Polarity::Worse, Polarity::Better];
const ACROSS: [Across; 2] = [Across::People, Across::Deprivation];
const SCALES: [LineScale; 3] = [LineScale::Plain, LineScale::Log, LineScale::Logit];
const LEVELS: [Confidence; 2] = [Confidence::P95, Confidence::P99_8];

/// Positions of what can be chosen.
type Position = fn(&MeasureChoices) -> usize;
/// Makes a choice by its position.
type Choose = fn(&mut MeasureChoices, usize);

/// The settings.
#[component]
pub fn MeasureSettings(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let app = use_app();
    let chosen = move |position: Position| memo(move || app.scenario.with(|s| position(&s.gap.measures)));
    let choose = move |set: Choose| {
        Callback::new(move |position| app.choose(|scenario| set(&mut scenario.gap.measures, position)))
    };
    let select = move |id, label, names: Vec<String>, position: Position, set: Choose| {
        let items = names.iter().map(|name| Item::new(name)).collect::<Vec<_>>();
        view! {
            <Select
                id
                label
                hint=text(String::new)
                items=Signal::stored(items)
                value=chosen(position)
                on_choose=choose(set)
            />
        }
        .into_any()
    };
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<String>>();
    let is_built_in = flag(move || !view.is_own());
    let is_no_rate = flag(move || app.scenario.with(|s| s.gap.measures.value != ValueKind::Rate));
    view! {
        <form class="controls" aria-label=words::SETTINGS on:submit=|event| event.prevent_default()>
            <Cut/>
            <div hidden=is_built_in>
                {select(
                    "measure-value",
                    words::VALUE,
                    names(&ValueKind::ALL.map(words::value_kind)),
                    |m| position_of(&ValueKind::ALL, &m.value),
                    |m, at| m.value = ValueKind::ALL[at],
                )}
                <div hidden=is_no_rate>
                    {select(
                        "measure-per",
                        words::PER,
                        PER.map(words::per).to_vec(),
                        |m| position_of(&PER, &m.per),
                        |m, at| m.per = PER[at],
                    )}
                </div>
                {select(
                    "measure-order",
                    words::ORDER,
                    names(&ORDERS.map(words::order)),
                    |m| position_of(&ORDERS, &m.order),
                    |m, at| m.order = ORDERS[at],
                )}
                {select(
                    "measure-more",
                    words::MORE,
                    names(&POLARITIES.map(words::polarity)),
                    |m| position_of(&POLARITIES, &m.polarity),
                    |m, at| m.polarity = POLARITIES[at],
                )}
            </div>
            {select(
                "measure-across",
                words::ACROSS,
                names(&ACROSS.map(words::across)),
                |m| position_of(&ACROSS, &m.across),
                |m, at| m.across = ACROSS[at],
            )}
            <details class="govuk-details field">
                <summary class="govuk-details__summary">
                    <span class="govuk-details__summary-text">{words::FURTHER}</span>
                </summary>
                <div class="govuk-details__text">
                    {select(
                        "measure-scale",
                        words::SCALE,
                        names(&SCALES.map(words::scale)),
                        |m| position_of(&SCALES, &m.scale),
                        |m, at| m.scale = SCALES[at],
                    )}
                    {select(
                        "measure-level",
                        words::LEVEL,
                        names(&LEVELS.map(words::level)),
                        |m| position_of(&LEVELS, &m.level),
                        |m, at| m.level = LEVELS[at],
                    )}
                    {select(
                        "measure-draws",
                        words::DRAWS,
                        DRAWS.map(|draws| number::count(f64::from(draws))).to_vec(),
                        |m| position_of(&DRAWS, &m.draws),
                        |m, at| m.draws = DRAWS[at],
                    )}
                    <Numbers/>
                </div>
            </details>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                on:click=move |_| super::attempt::reset(app)
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
        <div class="field">
            <label class="field__label" for="measure-cut">{words::CUT}</label>
            <PercentSlider
                id="measure-cut"
                described_by=None
                value=cut
                spoken=text(move || number::chosen_percent(cut.get()))
                on_set=set
            />
            <PercentInput
                id="measure-cut-number"
                name=text(|| format!("{} {}", words::CUT, words::CUT_UNIT))
                unit=text(|| words::CUT_UNIT.to_owned())
                error=words::CUT_ERROR
                value=cut
                on_set=set
            />
        </div>
    }
}

/// The settings that are typed.
#[component]
fn Numbers() -> impl IntoView {
    let app = use_app();
    type Write = fn(&MeasureChoices) -> String;
    type Read = fn(&mut MeasureChoices, &str) -> bool;
    let field = move |id: &'static str, name: &'static str, error: &'static str, write: Write, read: Read| {
        let set = move |typed: String| {
            let mut is_usable = false;
            app.slide(|scenario| is_usable = read(&mut scenario.gap.measures, &typed));
            is_usable
        };
        view! {
            <div class="field">
                <label class="field__label" for=id>{name}</label>
                <TextNumber
                    id
                    name=text(move || name.to_owned())
                    unit=text(String::new)
                    error
                    value=text(move || app.scenario.with(|s| write(&s.gap.measures)))
                    on_text=set
                />
            </div>
        }
        .into_any()
    };
    let [least, most] = words::BOUNDS;
    /// Nothing is no bound.
    fn read_bound(field: &mut Option<Thousandths>, typed: &str) -> bool {
        let read = MeasureChoices::parse_bound(typed);
        let is_usable = read.is_some() || typed.trim().is_empty();
        if is_usable {
            *field = read;
        }
        is_usable
    }
    view! {
        {field(
            "measure-groups",
            words::GROUPS,
            words::GROUPS_ERROR,
            |m| m.groups.to_string(),
            |m, typed| MeasureChoices::parse_groups(typed).map(|groups| m.groups = groups).is_some(),
        )}
        {field(
            "measure-aversion",
            words::AVERSION,
            words::AVERSION_ERROR,
            |m| m.aversion.to_string(),
            |m, typed| MeasureChoices::parse_aversion(typed).map(|e| m.aversion = e).is_some(),
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
