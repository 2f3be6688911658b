//! Starting points, and the numbers of the payment.

use leptos::prelude::*;

use crate::scenario::incentive::parse_pounds;
use crate::scenario::{IncentiveChoices, IncentiveStart, OfferOrder, Percent, Thousandths};
use crate::ui::controls::{
    Item, NumberField, PercentField, Select, Starts, choosing, chosen, position_of, take_or_none,
};
use crate::ui::reactive::{memo, text};
use crate::ui::state::use_app;
use crate::words::{incentive as words, strategies};

/// How labels are set in this view.
const LABEL: Option<&str> = Some("pay-label");

/// The starting points, one click each, with the story of the one in use.
#[component]
pub fn Start() -> impl IntoView {
    let app = use_app();
    let start = memo(move || app.scenario.with(|s| s.incentive.start()));
    let chosen = memo(move || start.get().map(|start| position_of(&IncentiveStart::ALL, &start)));
    let choose = move |at: usize| {
        app.choose(|scenario| {
            let order = scenario.incentive.order;
            scenario.incentive = IncentiveChoices { order, ..IncentiveStart::ALL[at].choices() };
        });
    };
    view! {
        <Starts
            heading=strategies::START
            names=IncentiveStart::ALL.map(words::start_name).to_vec()
            chosen
            on_choose=choose
            story=text(move || words::start_story(start.get()).to_owned())
        />
    }
}

/// The numbers of the payment.
#[component]
pub fn Settings() -> impl IntoView {
    let app = use_app();
    let orders = Item::all(&OfferOrder::ALL.map(words::order_name));
    let order = chosen(|s| position_of(&OfferOrder::ALL, &s.incentive.order));
    let set_order = choosing(|s, at| s.incentive.order = OfferOrder::ALL[at]);
    let found_uptake = text(move || {
        app.scenario.with(|s| s.incentive.found_uptake.map(|percent| percent.to_string()).unwrap_or_default())
    });
    let set_found_uptake = move |typed: String| {
        app.take(|scenario| take_or_none(&mut scenario.incentive.found_uptake, &typed, typed.parse().ok()))
    };
    view! {
        <form class="controls controls--offers" aria-label=words::SETTINGS on:submit=|event| event.prevent_default()>
            <Pounds
                id="pay-amount"
                label=words::PAYMENT
                get=|pay| pay.payment
                set=|pay, pounds| pay.payment = pounds
            />
            <Share
                id="pay-rise"
                label=words::RISE
                unit=words::POINTS
                error=words::RISE_ERROR
                hint=Some(words::RISE_HINT)
                get=|pay| pay.rise
                set=|pay, rise| pay.rise = rise
            />
            <fieldset class="govuk-fieldset pay-group">
                <legend class="govuk-fieldset__legend field__label">{words::UPTAKE}</legend>
                <Share
                    id="pay-uptake-least"
                    label=words::UPTAKE_LEAST
                    get=|pay| pay.uptake_least
                    set=|pay, uptake| pay.uptake_least = uptake
                />
                <Share
                    id="pay-uptake-most"
                    label=words::UPTAKE_MOST
                    hint=Some(words::LINE_HINT)
                    get=|pay| pay.uptake_most
                    set=|pay, uptake| pay.uptake_most = uptake
                />
            </fieldset>
            <fieldset class="govuk-fieldset pay-group">
                <legend class="govuk-fieldset__legend field__label">{words::ASSESSMENT}</legend>
                <Pounds
                    id="pay-assessment"
                    label=words::ASSESSMENT_COST
                    hint=Some(words::ASSESSMENT_HINT)
                    get=|pay| pay.assessment
                    set=|pay, pounds| pay.assessment = pounds
                />
                <Share
                    id="pay-found-least"
                    label=words::FOUND_LEAST
                    get=|pay| pay.found_least
                    set=|pay, found| pay.found_least = found
                />
                <Share
                    id="pay-found-most"
                    label=words::FOUND_MOST
                    hint=Some(words::LINE_HINT)
                    get=|pay| pay.found_most
                    set=|pay, found| pay.found_most = found
                />
                <NumberField
                    id="pay-found-uptake"
                    label=words::FOUND_UPTAKE
                    label_class=LABEL
                    unit=words::OF_PEOPLE
                    error=words::SHARE_ERROR
                    hint=Some(words::FOUND_UPTAKE_HINT)
                    value=found_uptake
                    on_text=set_found_uptake
                />
            </fieldset>
            <Select id="pay-order" label=words::ORDER hint=text(String::new) items=orders value=order on_choose=set_order/>
        </form>
    }
}

/// A number of pounds.
#[component]
fn Pounds(
    /// Id of the field.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// A line below it.
    #[prop(default = None)]
    hint: Option<&'static str>,
    /// The number in use.
    get: fn(&IncentiveChoices) -> Thousandths,
    /// Sets it.
    set: fn(&mut IncentiveChoices, Thousandths),
) -> impl IntoView {
    let app = use_app();
    let on_text = move |typed: String| {
        app.take(|scenario| parse_pounds(&typed).map(|pounds| set(&mut scenario.incentive, pounds)).is_some())
    };
    view! {
        <NumberField
            id
            label
            label_class=LABEL
            unit=words::POUNDS
            is_pounds=true
            error=words::POUNDS_ERROR
            hint
            value=text(move || app.scenario.with(|s| get(&s.incentive).to_string()))
            on_text
        />
    }
}

/// A share or a rise.
#[component]
fn Share(
    /// Id of the field.
    id: &'static str,
    /// What is asked.
    label: &'static str,
    /// What stands after the number.
    #[prop(default = words::OF_PEOPLE)]
    unit: &'static str,
    /// What is said of text that is no number.
    #[prop(default = words::SHARE_ERROR)]
    error: &'static str,
    /// A line below it.
    #[prop(default = None)]
    hint: Option<&'static str>,
    /// The number in use.
    get: fn(&IncentiveChoices) -> Percent,
    /// Sets it.
    set: fn(&mut IncentiveChoices, Percent),
) -> impl IntoView {
    let app = use_app();
    view! {
        <PercentField
            id
            label
            label_class=LABEL
            unit
            error
            hint
            value=Signal::derive(move || app.scenario.with(|s| get(&s.incentive)))
            on_set=move |percent| app.slide(|scenario| set(&mut scenario.incentive, percent))
        />
    }
}
