//! Value for money: who can have the offers, what they are held against, what one more averted costs, and how sure that is. It
//! comes as a part, when it is opened.

use leptos::prelude::*;

use crate::chart::OffersChart;
use crate::scenario::offers::Offers;
use crate::scenario::population::parse_year;
use crate::scenario::programme::{AvertsKind, Comparator, EligibleKind, parse_people, parse_worth, parse_years};
use crate::ui::charts::{AcceptabilityFigure, DataTable, ValuePlaneFigure};
use crate::ui::controls::{
    Item, NumberField, PercentField, Radios, Select, choosing, chosen, position_of, take, take_or_none,
};
use crate::ui::reactive::{flag, list_items, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{CertaintyView, OffersView};
use crate::words::strategies as words;

const ELIGIBLE: [EligibleKind; 3] = [EligibleKind::Everyone, EligibleKind::Share, EligibleKind::Number];
const AGAINST: [Comparator; 2] = [Comparator::Nothing, Comparator::Present];

/// What the part is of: the offers of the page around it, and the chart, where a frame shows one alone.
#[derive(Clone, Copy)]
pub struct ValueOf {
    /// The offers.
    pub offers: OffersView,
    /// The chart that is shown by itself.
    pub only: Option<OffersChart>,
}

/// The part.
#[component]
pub fn ValuePart(
    /// What it is of.
    of: ValueOf,
) -> impl IntoView {
    let ValueOf { offers, only } = of;
    let certainty = CertaintyView::new(offers);
    match only {
        Some(OffersChart::Acceptability) => view! { <AcceptabilityFigure offers certainty/> }.into_any(),
        Some(_) => view! { <ValuePlaneFigure offers certainty/> }.into_any(),
        None => view! {
            <Choices/>
            <Adds offers/>
            <ValuePlaneFigure offers certainty/>
            <AcceptabilityFigure offers certainty/>
            <Sure offers certainty/>
        }
        .into_any(),
    }
}

/// Who can have the offers, what they are held against, what they avert, and what that is worth.
#[component]
fn Choices() -> impl IntoView {
    view! {
        <form class="controls controls--programme" aria-label=words::PROGRAMME on:submit=|event| event.prevent_default()>
            <WhoAndAgainst/>
            <Outcome/>
        </form>
    }
}

fn hidden_unless(is: fn(&Offers) -> bool) -> Signal<bool> {
    let app = use_app();
    flag(move || app.scenario.with(|s| !is(&s.offers)))
}

/// Who can have the offers, and what they are held against.
#[component]
fn WhoAndAgainst() -> impl IntoView {
    let app = use_app();
    let people = move |at: usize| text(move || app.scenario.with(|s| s.offers.programme.numbers[at].to_string()));
    let set_people = move |at: usize| {
        move |typed: String| app.take(|s| take(&mut s.offers.programme.numbers[at], parse_people(&typed)))
    };
    view! {
        <Radios
            name="eligible"
            legend=words::ELIGIBLE
            items=Item::all(&ELIGIBLE.map(words::eligible_name))
            value=chosen(|s| position_of(&ELIGIBLE, &s.offers.programme.eligible))
            on_choose=choosing(|s, at| s.offers.programme.eligible = ELIGIBLE[at])
        />
        <p class="field__hint" hidden=hidden_unless(|offers| offers.programme.eligible == EligibleKind::Share)>
            {words::ELIGIBLE_HINT}
        </p>
        <div class="pair" hidden=hidden_unless(|offers| offers.programme.eligible == EligibleKind::Number)>
            <NumberField
                id="eligible-need"
                label=text(|| words::ELIGIBLE_NEED.to_owned())
                unit=text(|| words::PEOPLE_UNIT.to_owned())
                error=words::PEOPLE_ERROR
                value=people(0)
                on_text=set_people(0)
            />
            <NumberField
                id="eligible-others"
                label=text(|| words::ELIGIBLE_OTHERS.to_owned())
                unit=text(|| words::PEOPLE_UNIT.to_owned())
                error=words::PEOPLE_ERROR
                value=people(1)
                on_text=set_people(1)
            />
        </div>
        <Radios
            name="against"
            legend=words::AGAINST
            items=Item::all(&AGAINST.map(words::against_name))
            value=chosen(|s| position_of(&AGAINST, &s.offers.programme.against))
            on_choose=choosing(|s, at| s.offers.programme.against = AGAINST[at])
        />
        <p class="field__hint" hidden=hidden_unless(Offers::has_present)>{words::PRESENT_HINT}</p>
    }
}

/// What the offers avert, over how long, and what that is worth.
#[component]
fn Outcome() -> impl IntoView {
    let app = use_app();
    let years = text(move || app.scenario.with(|s| s.offers.programme.years.to_string()));
    let set_years = move |typed: String| app.take(|s| take(&mut s.offers.programme.years, parse_years(&typed)));
    let discount = Signal::derive(move || app.scenario.with(|s| s.offers.programme.discount));
    let price_year = text(move || {
        app.scenario.with(|s| s.offers.programme.price_year.map(|year| year.to_string()).unwrap_or_default())
    });
    let set_price_year =
        move |typed: String| app.take(|s| take(&mut s.offers.programme.price_year, parse_year(&typed)));
    let worth = text(move || {
        app.scenario.with(|s| s.offers.programme.worth.map(|worth| worth.to_string()).unwrap_or_default())
    });
    let set_worth =
        move |typed: String| app.take(|s| take_or_none(&mut s.offers.programme.worth, &typed, parse_worth(&typed)));
    let is_once = hidden_unless(|offers| offers.programme.averts.is_yearly());
    view! {
        <Select
            id="averts"
            label=words::AVERTS
            hint=text(move || if is_once.get() { String::new() } else { words::AVERTS_HINT.to_owned() })
            items=Item::all(&AvertsKind::ALL.map(words::averts_name))
            value=chosen(|s| position_of(&AvertsKind::ALL, &s.offers.programme.averts))
            on_choose=choosing(|s, at| s.offers.programme.averts = AvertsKind::ALL[at])
        />
        <div class="pair" hidden=is_once>
            <NumberField
                id="years"
                label=text(|| words::YEARS.to_owned())
                unit=text(|| words::YEARS_UNIT.to_owned())
                error=words::YEARS_ERROR
                value=years
                on_text=set_years
            />
            <PercentField
                id="discount"
                label=text(|| words::DISCOUNT.to_owned())
                unit=text(|| words::DISCOUNT_UNIT.to_owned())
                error=words::DISCOUNT_ERROR
                hint=Some(words::DISCOUNT_HINT)
                value=discount
                on_set=move |discount| app.slide(|scenario| scenario.offers.programme.discount = discount)
            />
        </div>
        <div class="pair">
            <NumberField
                id="worth"
                label=text(|| words::WORTH.to_owned())
                unit=text(|| words::POUNDS.to_owned())
                is_pounds=true
                error=words::WORTH_ERROR
                hint=Some(words::WORTH_HINT)
                value=worth
                on_text=set_worth
            />
            <NumberField
                id="price-year"
                label=text(|| words::PRICE_YEAR.to_owned())
                error=words::PRICE_YEAR_ERROR
                value=price_year
                on_text=set_price_year
            />
        </div>
    }
}

/// What each offer adds, in words and numbers.
#[component]
fn Adds(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let said = offers.list(|worked, _| words::values(&worked.scenario, &worked.result.value));
    let said = part(move || list_items(said.get()));
    let headings = offers.list(|worked, _| words::value_headings(&worked.scenario));
    let rows = offers.list(|worked, _| words::value_rows(&worked.scenario, &worked.result.value));
    view! {
        <section data-testid="value">
            <h3 class="govuk-heading-m">{words::VALUE_TABLE}</h3>
            <ul class="govuk-list govuk-list--bullet">{said}</ul>
            <DataTable caption=text(|| words::VALUE_TABLE.to_owned()) headings rows/>
        </section>
    }
}

/// How sure the choice is, and what it is worth to know more.
#[component]
fn Sure(
    /// The offers.
    offers: OffersView,
    /// How sure it is.
    certainty: CertaintyView,
) -> impl IntoView {
    let said = part(move || {
        let found = certainty.get();
        let said = offers
            .worked()
            .zip(found)
            .map(|(worked, found)| words::certainty(&worked.scenario, &worked.result.value, &found));
        match said {
            Some(said) => list_items(said),
            None => view! { <li>{words::VALUE_DRAWING}</li> }.into_any(),
        }
    });
    let rows = Signal::derive(move || certainty.get().map(|found| words::knowing_rows(&found)).unwrap_or_default());
    let has_no_rows = flag(move || rows.with(Vec::is_empty));
    view! {
        <section data-testid="certainty">
            <h3 class="govuk-heading-m">{words::KNOWING}</h3>
            <ul class="govuk-list govuk-list--bullet">{said}</ul>
            <div hidden=has_no_rows>
                <DataTable caption=text(|| words::KNOWING.to_owned()) headings=Signal::stored(words::knowing_headings()) rows/>
            </div>
        </section>
    }
}
