//! What a person chooses: the start, and the two approaches.

use leptos::prelude::*;

use super::factor::{FactorSettings, FifthSettings};
use super::fields::{NumberField, PercentField, of_choices, read_into};
use crate::scenario::population::{FactorStart, PopulationChoices, SIZES, SizeBy, VALUES};
use crate::scenario::{Lock, Thousandths};
use crate::ui::controls::{CopyLink, Item, PlaceChoice, Radios, SaveAndShare, Slider, Starts, is_locked, position_of};
use crate::ui::deferred::deferred;
use crate::ui::reactive::memo;
use crate::ui::state::use_app;
use crate::words::population as words;

const SIZES_BY: [SizeBy; 2] = [SizeBy::Units, SizeBy::Percent];

/// The starts, one click each, with what the one in use is.
#[component]
pub fn Start() -> impl IntoView {
    let app = use_app();
    let chosen = memo(move || app.scenario.with(|s| Some(position_of(&FactorStart::ALL, &s.population.start))));
    let choose = move |at: usize| {
        app.choose(|scenario| scenario.population = PopulationChoices::starting(FactorStart::ALL[at]));
    };
    view! {
        <Starts
            heading=words::START
            names=FactorStart::ALL.map(words::start_name).to_vec()
            chosen
            on_choose=choose
            story=of_choices(|choices| words::story(choices.start).to_owned())
        />
    }
}

/// All controls.
#[component]
pub fn Controls() -> impl IntoView {
    let app = use_app();
    let locked = |lock| is_locked(app, lock);
    view! {
        <form class="controls" aria-label=words::CONTROLS on:submit=|event| event.prevent_default()>
            <div hidden=locked(Lock::Place)>
                <PlaceChoice/>
            </div>
            <h2 class="risk-heading risk-heading--treat">{words::TREAT}</h2>
            <NumberField
                id="treat-past"
                label=|_| words::TREAT_PAST.to_owned()
                unit=words::unit_or_more
                error=words::VALUE_ERROR
                value=|choices| choices.treat_past.to_string()
                set=|choices, typed| read_into(&mut choices.treat_past, typed, VALUES)
            />
            <PercentField
                id="uptake"
                label=|_| words::UPTAKE.to_owned()
                unit=|_| words::UPTAKE_UNIT.to_owned()
                error=words::PERCENT_ERROR
                value=|choices| choices.uptake
                set=|choices, uptake| choices.uptake = uptake
            />
            <NumberField
                id="effect"
                label=words::effect_label
                unit=|choices| words::size_unit(choices, choices.effect_by)
                error=words::SIZE_ERROR
                value=|choices| choices.effect.to_string()
                set=|choices, typed| read_into(&mut choices.effect, typed, SIZES)
            />
            <CountedIn
                name="effect-by"
                legend=words::EFFECT_COUNTED_IN
                value=|choices| choices.effect_by
                set=PopulationChoices::count_effect_by
            />
            <h2 class="risk-heading risk-heading--shift">{words::SHIFT}</h2>
            <ShiftSlider/>
            <CountedIn
                name="shift-by"
                legend=words::SHIFT_COUNTED_IN
                value=|choices| choices.shift_by
                set=PopulationChoices::count_shift_by
            />
            {deferred(|| view! { <FactorSettings/> }.into_any())}
            {deferred(|| {
                view! {
                    <FifthSettings/>
                    <SaveAndShare/>
                    <CopyLink/>
                }
                .into_any()
            })}
        </form>
    }
}

/// What a size is counted in.
#[component]
fn CountedIn(
    /// Name of the group.
    name: &'static str,
    /// What is asked.
    legend: &'static str,
    /// What is chosen.
    value: fn(&PopulationChoices) -> SizeBy,
    /// Takes another choice over.
    set: fn(&mut PopulationChoices, SizeBy),
) -> impl IntoView {
    let app = use_app();
    let unit = memo(move || app.scenario.with(|scenario| words::unit(&scenario.population)));
    let items = Signal::derive(move || {
        unit.track();
        let item = |by| Item::new(&app.scenario.with_untracked(|s| words::size_by_name(&s.population, by)));
        SIZES_BY.map(item).to_vec()
    });
    let value = memo(move || app.scenario.with(|scenario| position_of(&SIZES_BY, &value(&scenario.population))));
    let on_choose = move |at: usize| app.choose(|scenario| set(&mut scenario.population, SIZES_BY[at]));
    view! { <Radios name legend items value on_choose/> }
}

/// How far everybody's value falls: a slider and a number.
#[component]
fn ShiftSlider() -> impl IntoView {
    let app = use_app();
    let slide = Callback::new(move |typed: String| {
        if let Ok(shift) = Thousandths::parse(&typed, SIZES) {
            app.slide(|scenario| scenario.population.shift = shift);
        }
    });
    view! {
        <div class="risk-slider">
            <NumberField
                id="shift"
                label=words::shift_label
                unit=|choices| words::size_unit(choices, choices.shift_by)
                error=words::SIZE_ERROR
                value=|choices| choices.shift.to_string()
                set=|choices, typed| read_into(&mut choices.shift, typed, SIZES)
            />
            <Slider
                id="shift-slider"
                name=of_choices(words::shift_label)
                most_and_step=[
                    of_choices(|choices| choices.slider().0.to_string()),
                    of_choices(|choices| choices.slider().1.to_string()),
                ]
                value=of_choices(|choices| choices.shift.to_string())
                spoken=of_choices(words::chosen_shift)
                on_text=slide
            />
        </div>
    }
}
