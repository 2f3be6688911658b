//! The answer, its pictures and its tables.

use leptos::prelude::*;

use crate::chart::PaymentChart;
use crate::chart::cost_curve::cost_curve;
use crate::chart::uptake_fifths::uptake_fifths;
use crate::model::incentive::Eligibility;
use crate::ui::announced::Announced;
use crate::ui::charts::{DataTable, Figure, Key, KeyMark, Picture};
use crate::ui::reactive::{flag, list_items, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::PayView;
use crate::words::{common, incentive as words, missed, number, place};

/// One number, and what it comes to for each of the three offers.
#[component]
pub fn InShort(
    /// The payment.
    pay: PayView,
) -> impl IntoView {
    let big = pay.text(|_, result| words::big_number(result));
    let meaning = pay.text(|_, result| words::big_number_meaning(result));
    let place = pay.of_answer(|answer| place::of(&answer.scenario, &answer.places));
    let place = use_app().place_shown(place);
    let headline = pay.text(words::headline);
    let detail = pay.text(words::detail);
    let gap = pay.text(|_, result| words::gap_for_everyone(result));
    let comparisons = pay.list(words::comparisons);
    let comparisons = part(move || {
        let paragraph = |text: String| view! { <p>{text}</p> };
        comparisons.get().into_iter().map(paragraph).collect_view().into_any()
    });
    let limits = pay.list(words::limits);
    let limits = part(move || list_items(limits.get()));
    let figures = pay.of_answer(|answer| missed::figures_in_use(&answer.scenario, &answer.missed));
    view! {
        <p class="big pay-big" data-testid="big-number">
            <strong class="big__number">{big}</strong>
            <span class="big__meaning">{meaning}</span>
        </p>
        <section class="answer" aria-label=common::ANSWER data-testid="pay-answer">
            <h2 class="answer__place">{place}</h2>
            <p class="answer__headline" data-testid="headline">{headline}</p>
            <p>{detail}" "{gap}</p>
            {comparisons}
            <ul class="answer__limits">{limits}</ul>
            <p class="answer__figures">{figures}</p>
        </section>
        <Announced id="spoken" sentence=headline/>
    }
}

/// The cost of one more person against uptake without a payment.
#[component]
pub fn CurveFigure(
    /// The payment.
    pay: PayView,
) -> impl IntoView {
    let picture = Signal::derive(move || pay.read(words::cost_picture));
    let rows = pay.list(words::curve_rows);
    let label = pay.text(words::curve_description);
    let scale = pay.text(|scenario, _| words::scale(scenario));
    let is_empty = flag(move || picture.with(|picture| picture.curve.is_empty()));
    let is_there = flag(move || !is_empty.get());
    let draw = move |width: f64| {
        picture.with(|picture| cost_curve(picture, words::CURVE_AXES, (words::axis_share, words::axis_pounds), width))
    };
    let caption = text(|| words::CURVE_CAPTION.to_owned());
    view! {
        <Figure chart=PaymentChart::OneMore caption headings=Signal::stored(words::curve_headings()) rows>
            <p class="figure__note" hidden=is_there>{words::NO_CURVE}</p>
            <div hidden=is_empty>
                <p class="figure__note">{words::CURVE_NOTE}</p>
                <Picture label draw=Callback::new(draw)/>
            </div>
            <p class="figure__note">{scale}</p>
        </Figure>
    }
}

/// The three offers side by side.
#[component]
pub fn SideBySide(
    /// The payment.
    pay: PayView,
) -> impl IntoView {
    let headings = pay.list(|_, result| words::side_headings(result));
    let rows = pay.list(|_, result| words::side_rows(result));
    view! {
        <section data-testid="side-by-side">
            <h2 class="govuk-heading-m">{words::SIDE_BY_SIDE}</h2>
            <p class="figure__note">{words::GAP_NOTE}</p>
            <DataTable caption=words::SIDE_BY_SIDE.to_owned() headings rows/>
        </section>
    }
}

/// Uptake in fifths without and with the payment.
#[component]
pub fn UptakeFigure(
    /// The payment.
    pay: PayView,
) -> impl IntoView {
    let groups = pay.list(|_, result| words::uptake_groups(result));
    let names = pay.list(|scenario, _| missed::quintile_names(scenario.rank).to_vec());
    let short = pay.list(|scenario, _| missed::short_fifths(scenario.rank).to_vec());
    let rows = pay.list(words::uptake_rows);
    let scale = pay.text(|scenario, _| words::scale(scenario));
    let draw = move |width: f64| {
        let names = names.get().try_into().unwrap_or_default();
        let short = short.get().try_into().unwrap_or_default();
        groups.with(|groups| uptake_fifths(groups, &names, short, (words::axis_share, number::percent), width))
    };
    let caption = text(|| words::UPTAKE_CAPTION.to_owned());
    let [without, with] = words::UPTAKE_KEY;
    view! {
        <Figure chart=PaymentChart::UptakeFifths caption headings=Signal::stored(words::uptake_headings()) rows>
            <Key marks=vec![(KeyMark::Everyone, without.into()), (KeyMark::Need, with.into())]/>
            <Picture label=caption draw=Callback::new(draw)/>
            <p class="figure__note">{scale}</p>
        </Figure>
    }
}

/// What speaks for each offer, and against.
#[component]
pub fn Sides() -> impl IntoView {
    let list = |items: &[&str]| list_items(items.iter().map(|&item| item.to_owned()).collect());
    let kind = move |reach: Eligibility| {
        let [points_for, against] = words::sides(reach);
        view! {
            <section class="kind">
                <h3 class="govuk-heading-s">{words::name(reach)}</h3>
                <div class="kind__sides">
                    <div>
                        <p class="field__label">{words::FOR}</p>
                        <ul class="govuk-list govuk-list--bullet">{list(points_for)}</ul>
                    </div>
                    <div>
                        <p class="field__label">{words::AGAINST}</p>
                        <ul class="govuk-list govuk-list--bullet">{list(against)}</ul>
                    </div>
                </div>
            </section>
        }
    };
    view! {
        <section data-testid="sides">
            <h2 class="govuk-heading-m">{words::SIDES}</h2>
            {Eligibility::ALL.map(kind).collect_view()}
        </section>
    }
}

/// Every figure with what it rests on.
#[component]
pub fn Register(
    /// The payment.
    pay: PayView,
) -> impl IntoView {
    let entries = pay.list(words::register);
    let entry = |entry: words::Entry| {
        let source = entry.source.map(|source| view! { <p class="register__source">{source}</p> });
        view! {
            <li class="register__entry">
                <h3 class="register__name">{entry.name}</h3>
                <p class="pay-value">{entry.value}</p>
                <p class="register__basis">
                    <span class="register__label">{entry.basis}</span>
                </p>
                {source}
            </li>
        }
    };
    let entries = part(move || entries.get().into_iter().map(entry).collect_view().into_any());
    view! {
        <section data-testid="register">
            <h2 class="govuk-heading-m">{words::REGISTER}</h2>
            <p class="figure__note">{words::REGISTER_TEXT}</p>
            <ul class="register">{entries}</ul>
            <p class="figure__note">{words::FORMULA}</p>
        </section>
    }
}

/// What the numbers leave out.
#[component]
pub fn Limits() -> impl IntoView {
    view! {
        <section data-testid="pay-limits">
            <h2 class="govuk-heading-m">{words::LIMITS}</h2>
            <ul class="govuk-list govuk-list--bullet">
                {list_items(words::LIMITS_LIST.map(str::to_owned).to_vec())}
            </ul>
        </section>
    }
}
