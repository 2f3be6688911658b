//! The register of assumptions: each with its values, its basis, and a way back.

use leptos::prelude::*;

use super::evidence::Evidence;
use crate::model::strategies::{Assumption, AssumptionUnit};
use crate::results::assumed::is_used;
use crate::scenario::Scenario;
use crate::scenario::offers::{Amounts, Offers};
use crate::ui::charts::UptakeFigure;
use crate::ui::controls::TextNumber;
use crate::ui::reactive::{flag, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::OffersView;
use crate::words::strategies as words;

/// All assumptions that can change the offers compared.
#[component]
pub fn Register(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let app = use_app();
    let is_unchanged = flag(move || app.scenario.with(|s| !s.offers.has_own()));
    let reset_all = move |_| app.choose(|scenario| scenario.offers.reset_all());
    let entry = |assumption: &Assumption| view! { <Entry assumption=*assumption/> };
    // The two numbers that set uptake stand first, with their picture.
    let [least, most, others @ ..] = &Assumption::ALL;
    view! {
        <section data-testid="register">
            <h2 class="govuk-heading-m">{words::REGISTER}</h2>
            <p class="figure__note">{words::REGISTER_TEXT}</p>
            <ul class="register">
                {entry(least)}
                {entry(most)}
                <li class="register__picture"><UptakeFigure offers/></li>
                {others.iter().map(entry).collect_view()}
            </ul>
            <button
                type="button"
                class="govuk-button govuk-button--secondary"
                hidden=is_unchanged
                on:click=reset_all
            >
                {words::RESET_ALL}
            </button>
        </section>
    }
}

/// One assumption.
#[component]
fn Entry(
    /// Which.
    assumption: Assumption,
) -> impl IntoView {
    let app = use_app();
    let of_offers = move |part: fn(&Offers, Assumption) -> bool| {
        flag(move || app.scenario.with(|scenario: &Scenario| part(&scenario.offers, assumption)))
    };
    let is_unused = of_offers(|offers, assumption| !is_used(offers, assumption));
    let is_unchanged = of_offers(|offers, assumption| !offers.is_own(assumption));
    let basis = text(move || app.scenario.with(|s| words::basis(&s.offers, assumption)));
    // Which neighbours a number has moved.
    let moved = RwSignal::new(String::new());
    let field = move |column: usize| {
        let amount = move || app.scenario.with(|s| s.offers.amounts(assumption).0[column]);
        // What the three were before this field was typed into, and what typing has made of them: a number that is passed
        // through on the way to another must not move its neighbours for good.
        let before = StoredValue::new(None::<(Amounts, Amounts)>);
        let set = move |typed: String| {
            let amount = Amounts::parse_one(assumption, &typed);
            if let Some(amount) = amount {
                let now = app.scenario.with_untracked(|scenario| scenario.offers.amounts(assumption));
                let base = before.get_value().filter(|(_, made)| *made == now).map_or(now, |(base, _)| base);
                let made = base.with_one(column, amount);
                before.set_value(Some((base, made)));
                moved.set(words::moved_along(assumption, base, made, column));
                app.slide(|scenario| {
                    scenario.offers.set(assumption, made);
                    scenario.offers.forget_measured(assumption);
                });
            }
            amount.is_some()
        };
        view! {
            <div class="register__field">
                <span class="register__column" aria-hidden="true">{words::REGISTER_COLUMNS[column + 1]}</span>
                <TextNumber
                    id=format!("assumption-{}-{column}", assumption as usize)
                    name=text(move || words::field_name(assumption, column))
                    unit=text(move || words::field_unit(assumption).to_owned())
                    is_pounds=assumption.unit() == AssumptionUnit::Pounds
                    error=words::assumption_error(assumption)
                    value=text(move || Amounts::format(assumption, amount()))
                    on_text=set
                />
            </div>
        }
    };
    let source = part(move || {
        let source = app.scenario.with(|s| words::source(&s.offers, assumption));
        source.map_or_else(|| ().into_any(), |source| view! { <p class="register__source">{source}</p> }.into_any())
    });
    view! {
        <li class="register__entry" hidden=is_unused>
            <div class="register__text">
                <h3 class="register__name">{words::assumption_name(assumption)}</h3>
                <p class="register__meaning">{words::assumption_meaning(assumption)}</p>
            </div>
            <div class="register__fields">{[0, 1, 2].map(field).collect_view()}</div>
            <p class="register__source" role="status">{moved}</p>
            <p class="register__basis">
                <span class="register__label">{basis}</span>
                <button
                    type="button"
                    class="link-button"
                    aria-label=words::reset(assumption)
                    hidden=is_unchanged
                    on:click=move |_| app.choose(|scenario| scenario.offers.forget(assumption))
                >
                    {words::RESET}
                </button>
            </p>
            {source}
            <Evidence assumption/>
        </li>
    }
}
