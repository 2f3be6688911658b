//! The risk factor, the fifths, and the adults.

use leptos::prelude::*;

use super::fields::{NumberField, PercentField, TextField, of_choices, read_into};
use crate::model::population::Shape;
use crate::scenario::population::{
    FitKind, GradientKind, LEAST_THRESHOLDS, MOST_THRESHOLDS, PopulationChoices, SIZES, VALUES, kept_text, parse_year,
};
use crate::scenario::{CutKind, Lock, Thousandths};
use crate::ui::controls::{Checkbox, Item, Radios, choosing, chosen, is_locked, position_of, take, take_or_none};
use crate::ui::reactive::{flag, memo};
use crate::ui::state::use_app;
use crate::words::population as words;

const SHAPES: [Shape; 2] = [Shape::Lognormal, Shape::Normal];
const FITS: [FitKind; 2] = [FitKind::Prevalences, FitKind::Moments];
const GRADIENTS: [GradientKind; 3] = [GradientKind::Prevalence, GradientKind::Mean, GradientKind::None];
const CUTS: [CutKind; 2] = [CutKind::National, CutKind::Local];
/// Reads a text that may be empty, in which case that of the start is used.
fn read_text(kept: &mut Option<String>, typed: &str) -> bool {
    take_or_none(kept, typed, kept_text(typed))
}

fn read_year(kept: &mut Option<u16>, typed: &str) -> bool {
    take(kept, parse_year(typed))
}

fn set_line(choices: &mut PopulationChoices, index: usize, typed: &str) -> bool {
    if typed.trim().is_empty() && index >= LEAST_THRESHOLDS {
        choices.set_line(index, None);
        return true;
    }
    let line = Thousandths::parse(typed, VALUES);
    line.map(|line| choices.set_line(index, Some(line))).is_ok()
}

fn line(choices: &PopulationChoices, index: usize) -> String {
    choices.thresholds.get(index).map(Thousandths::to_string).unwrap_or_default()
}

/// The risk factor: name, unit, lines, shape, and what it is fitted to.
#[component]
pub fn FactorSettings() -> impl IntoView {
    let app = use_app();
    let is_hidden_unless =
        move |is: fn(&PopulationChoices) -> bool| flag(move || app.scenario.with(|s| !is(&s.population)));
    // Fields by position, as plain functions: a list of closures would be compiled once for each.
    type Read = fn(&PopulationChoices) -> String;
    type Set = fn(&mut PopulationChoices, &str) -> bool;
    let lines: [(&str, Read, Set); MOST_THRESHOLDS] = [
        ("line-1", |c| line(c, 0), |c, typed| set_line(c, 0, typed)),
        ("line-2", |c| line(c, 1), |c, typed| set_line(c, 1, typed)),
        ("line-3", |c| line(c, 2), |c, typed| set_line(c, 2, typed)),
        ("line-4", |c| line(c, 3), |c, typed| set_line(c, 3, typed)),
    ];
    let labels: [Read; MOST_THRESHOLDS] = [
        |_| words::line_name(0).to_owned(),
        |_| words::line_name(1).to_owned(),
        |_| words::line_name(2).to_owned(),
        |_| words::line_name(3).to_owned(),
    ];
    let line_field = |index: usize| {
        let (id, value, set) = lines[index];
        let error = if index < LEAST_THRESHOLDS { words::LINE_ERROR } else { words::SPARE_LINE_ERROR };
        view! { <NumberField id label=labels[index] unit=words::unit error value set/> }
    };
    let toggle = move |is_shown: bool| {
        app.choose(|scenario| {
            let choices = &mut scenario.population;
            let start = PopulationChoices::starting(choices.start);
            choices.earlier = is_shown.then(|| start.earlier.unwrap_or(choices.past));
        });
    };
    view! {
        <details class="govuk-details field" hidden=is_locked(app, Lock::More)>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{words::FACTOR}</span>
            </summary>
            <div class="govuk-details__text">
                <TextField
                    id="factor-name"
                    label=words::NAME
                    error=words::TEXT_ERROR
                    value=words::factor
                    set=|choices, typed| read_text(&mut choices.name, typed)
                />
                <TextField
                    id="factor-unit"
                    label=words::UNIT
                    error=words::TEXT_ERROR
                    value=words::unit
                    set=|choices, typed| read_text(&mut choices.unit, typed)
                />
                <fieldset class="govuk-fieldset field risk-lines" aria-describedby="lines-hint">
                    <legend class="govuk-fieldset__legend field__label">{words::LINES}</legend>
                    <p class="field__hint" id="lines-hint">{words::LINES_HINT}</p>
                    {[0, 1, 2, 3].map(line_field).collect_view()}
                </fieldset>
                <Radios
                    name="fit"
                    legend=words::FIT
                    items=Item::all(&FITS.map(words::fit_name))
                    value=chosen(|s| position_of(&FITS, &s.population.fit))
                    on_choose=choosing(|s, at| s.population.fit = FITS[at])
                />
                <div hidden=is_hidden_unless(|choices| choices.fit == FitKind::Prevalences)>
                    <PercentField
                        id="past-low"
                        label=|choices| words::past_label(choices, 0, false)
                        unit=|_| words::PERCENT.to_owned()
                        error=words::PERCENT_ERROR
                        value=|choices| choices.past[0]
                        set=|choices, share| choices.past[0] = share
                    />
                    <PercentField
                        id="past-high"
                        label=|choices| words::past_label(choices, 1, false)
                        unit=|_| words::PERCENT.to_owned()
                        error=words::PERCENT_ERROR
                        value=|choices| choices.past[1]
                        set=|choices, share| choices.past[1] = share
                    />
                </div>
                <div hidden=is_hidden_unless(|choices| choices.fit == FitKind::Moments)>
                    <NumberField
                        id="mean"
                        label=|_| words::MEAN.to_owned()
                        unit=words::unit
                        error=words::VALUE_ERROR
                        value=|choices| choices.mean.to_string()
                        set=|choices, typed| read_into(&mut choices.mean, typed, VALUES)
                    />
                    <NumberField
                        id="sd"
                        label=|_| words::SD.to_owned()
                        unit=words::unit
                        error=words::SIZE_ERROR
                        value=|choices| choices.sd.to_string()
                        set=|choices, typed| read_into(&mut choices.sd, typed, SIZES)
                    />
                </div>
                <NumberField
                    id="year"
                    label=|_| words::YEAR.to_owned()
                    unit=|_| String::new()
                    error=words::YEAR_ERROR
                    value=|choices| choices.year.map_or_else(String::new, |year| year.to_string())
                    set=|choices, typed| read_year(&mut choices.year, typed)
                />
                <Radios
                    name="shape"
                    legend=words::SHAPE
                    items=Item::all(&SHAPES.map(words::shape_name))
                    value=chosen(|s| position_of(&SHAPES, &s.population.shape))
                    on_choose=choosing(|s, at| s.population.shape = SHAPES[at])
                />
                <div class="field govuk-checkboxes govuk-checkboxes--small">
                    <Checkbox
                        id="earlier"
                        label=words::SHOW_EARLIER
                        is_ticked=flag(move || app.scenario.with(|s| s.population.earlier.is_some()))
                        on_tick=Callback::new(toggle)
                    />
                </div>
                <div hidden=is_hidden_unless(|choices| choices.earlier.is_some())>
                    <NumberField
                        id="earlier-year"
                        label=|_| words::EARLIER_YEAR.to_owned()
                        unit=|_| String::new()
                        error=words::YEAR_ERROR
                        value=|choices| choices.earlier_year.map_or_else(String::new, |year| year.to_string())
                        set=|choices, typed| read_year(&mut choices.earlier_year, typed)
                    />
                    <PercentField
                        id="earlier-low"
                        label=|choices| words::past_label(choices, 0, true)
                        unit=|_| words::PERCENT.to_owned()
                        error=words::PERCENT_ERROR
                        value=|choices| choices.earlier.unwrap_or(choices.past)[0]
                        set=|choices, share| choices.earlier = choices.earlier.map(|[_, high]| [share, high])
                    />
                    <PercentField
                        id="earlier-high"
                        label=|choices| words::past_label(choices, 1, true)
                        unit=|_| words::PERCENT.to_owned()
                        error=words::PERCENT_ERROR
                        value=|choices| choices.earlier.unwrap_or(choices.past)[1]
                        set=|choices, share| choices.earlier = choices.earlier.map(|[low, _]| [low, share])
                    />
                </div>
            </div>
        </details>
    }
}

/// Which fifths, how they differ, and how many residents are adults.
#[component]
pub fn FifthSettings() -> impl IntoView {
    let app = use_app();
    let names =
        memo(move || app.scenario.with(|s| GRADIENTS.map(|gradient| words::gradient_name(&s.population, gradient))));
    let items = Signal::derive(move || names.get().map(|name| Item::new(&name)).to_vec());
    let has_no_gap = flag(move || app.scenario.with(|s| s.population.gradient == GradientKind::None));
    view! {
        <details class="govuk-details field" hidden=is_locked(app, Lock::More)>
            <summary class="govuk-details__summary">
                <span class="govuk-details__summary-text">{words::FIFTHS}</span>
            </summary>
            <div class="govuk-details__text">
                <div hidden=is_locked(app, Lock::Cut)>
                    <Radios
                        name="cut"
                        legend=words::FIFTHS_OF
                        items=Item::all(&CUTS.map(words::fifths_of))
                        value=chosen(|s| position_of(&CUTS, &s.cut))
                        on_choose=choosing(|s, at| s.cut = CUTS[at])
                    />
                </div>
                <Radios
                    name="gradient"
                    legend=words::GRADIENT
                    items
                    value=chosen(|s| position_of(&GRADIENTS, &s.population.gradient))
                    on_choose=choosing(|s, at| s.population.differ_by(GRADIENTS[at]))
                />
                <div hidden=has_no_gap>
                    <NumberField
                        id="gap"
                        label=|_| words::GAP.to_owned()
                        unit=words::gap_unit
                        error=words::VALUE_ERROR
                        value=|choices| choices.gap.to_string()
                        set=|choices, typed| read_into(&mut choices.gap, typed, VALUES)
                    />
                </div>
                <PercentField
                    id="adults"
                    label=|_| words::ADULTS.to_owned()
                    unit=|_| words::ADULTS_UNIT.to_owned()
                    error=words::PERCENT_ERROR
                    value=|choices| choices.adults
                    set=|choices, adults| choices.adults = adults
                />
                <p class="field__hint">{of_choices(words::adults_hint)}</p>
            </div>
        </details>
    }
}
