//! Every figure of the view with what it rests on, and a way back.

use leptos::prelude::*;

use crate::scenario::PopulationChoices;
use crate::scenario::population::Figure;
use crate::ui::reactive::{flag, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::RiskView;
use crate::words::population as words;

/// The register.
#[component]
pub fn Register(
    /// The answer.
    risk: RiskView,
) -> impl IntoView {
    view! {
        <section data-testid="register">
            <h2 class="govuk-heading-m">{words::REGISTER}</h2>
            <p class="figure__note">{words::REGISTER_TEXT}</p>
            <ul class="register">
                {Figure::ALL.map(|figure| view! { <Entry risk figure/> }).collect_view()}
            </ul>
        </section>
    }
}

/// One figure.
#[component]
fn Entry(
    /// The answer.
    risk: RiskView,
    /// Which.
    figure: Figure,
) -> impl IntoView {
    let app = use_app();
    let is = move |of: fn(Figure, &PopulationChoices) -> bool| {
        flag(move || app.scenario.with(|s| of(figure, &s.population)))
    };
    let is_unused = is(|figure, choices| !figure.is_used(choices));
    let is_unchanged = is(|figure, choices| !figure.is_changed(choices));
    let name = text(move || app.scenario.with(|s| words::figure_name(&s.population, figure)));
    let value = text(move || {
        let residents = risk.read(|worked| worked.risk.residents).unwrap_or_default();
        app.scenario.with(|s| words::figure_value(&s.population, residents, figure))
    });
    let basis = text(move || app.scenario.with(|s| words::basis_name(figure.basis(&s.population)).to_owned()));
    let reset_name = text(move || app.scenario.with(|s| words::reset(&s.population, figure)));
    let source = part(move || {
        let source = app.scenario.with(|s| words::figure_source(s.data, figure.basis(&s.population)));
        source.map_or_else(|| ().into_any(), |source| view! { <p class="register__source">{source}</p> }.into_any())
    });
    view! {
        <li class="register__entry risk-entry" hidden=is_unused>
            <h3 class="register__name">{name}</h3>
            <p class="risk-entry__value">{value}</p>
            <p class="register__basis">
                <span class="register__label">{basis}</span>
                <button
                    type="button"
                    class="link-button"
                    aria-label=reset_name
                    hidden=is_unchanged
                    on:click=move |_| app.choose(|scenario| figure.reset(&mut scenario.population))
                >
                    {words::RESET}
                </button>
            </p>
            {source}
        </li>
    }
}
