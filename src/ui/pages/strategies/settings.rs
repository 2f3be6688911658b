//! Starting points, the offers compared, and how they work.

use leptos::prelude::*;

use crate::model::strategies::{NeedScope, OutreachWhere, Strategy};
use crate::scenario::offers::{FundingKind, Offers, parse_budget};
use crate::scenario::{Scenario, StartingPoint};
use crate::ui::controls::{Checkbox, Item, PercentInput, Radios, Starts, TextNumber, position_of};
use crate::ui::reactive::{flag, memo, text};
use crate::ui::state::use_app;
use crate::words::{starting_points, strategies as words};

const SCOPES: [NeedScope; 3] = [NeedScope::Everywhere, NeedScope::InsideTarget, NeedScope::AfterContact];
const OUTREACH: [OutreachWhere; 2] = [OutreachWhere::MoreDeprived, OutreachWhere::Targeted];
const FUNDING: [FundingKind; 3] = [FundingKind::Full, FundingKind::Budget, FundingKind::Coverage];

/// The starting points, one click each, with the story of the one in use.
#[component]
pub fn Start() -> impl IntoView {
    let app = use_app();
    let chosen = memo(move || app.scenario.with(|s| Some(position_of(&StartingPoint::ALL, &s.offers.start))));
    let choose = move |at: usize| {
        let start = StartingPoint::ALL[at];
        app.choose(|scenario| {
            scenario.offers = Offers::starting(start);
            scenario.need = start.need();
        });
    };
    view! {
        <Starts
            heading=words::START
            names=StartingPoint::ALL.map(starting_points::name).to_vec()
            chosen
            on_choose=choose
            story=text(move || app.scenario.with(|s| starting_points::story(s.offers.start).to_owned()))
            notes=text(move || app.scenario.with(|s| starting_points::notes(s.offers.start, s.need)))
        />
    }
}

/// The offers compared and how they work.
#[component]
pub fn Settings() -> impl IntoView {
    let app = use_app();
    let chosen = move |position: fn(&Scenario) -> usize| memo(move || app.scenario.with(position));
    let choose = move |set: fn(&mut Offers, usize)| {
        Callback::new(move |position| app.choose(|scenario| set(&mut scenario.offers, position)))
    };
    let hidden_unless = move |is: fn(&Offers) -> bool| flag(move || app.scenario.with(|s| !is(&s.offers)));
    let strategy = move |strategy: Strategy| {
        let is_compared = flag(move || app.scenario.with(|s| s.offers.compare.contains(&strategy)));
        // The last two cannot be taken out; the box says so by staying ticked.
        let is_fixed = flag(move || app.scenario.with(|s| s.offers.is_one_of_last_two(strategy)));
        view! {
            <Checkbox
                id=format!("offer-{}", strategy as usize)
                label=words::name(strategy)
                hint=words::meaning(strategy)
                is_ticked=is_compared
                is_fixed
                on_tick=Callback::new(move |_| app.choose(|scenario| scenario.offers.toggle(strategy)))
            />
        }
    };
    let items = |names: Vec<&'static str>| Signal::stored(names.into_iter().map(Item::new).collect::<Vec<_>>());
    let budget = text(move || app.scenario.with(|s| s.offers.budget.to_string()));
    let set_budget = move |typed: String| {
        let budget = parse_budget(&typed);
        if let Some(budget) = budget {
            app.slide(|scenario| scenario.offers.budget = budget);
        }
        budget.is_some()
    };
    let reach = Signal::derive(move || app.scenario.with(|s| s.offers.reach));
    let reach_unit = text(move || app.scenario.with(|s| words::reach_unit(s.need)));
    view! {
        <form class="controls controls--offers" aria-label=words::SETTINGS on:submit=|event| event.prevent_default()>
            <fieldset class="govuk-fieldset field" aria-describedby="offers-hint">
                <legend class="govuk-fieldset__legend field__label">{words::COMPARE}</legend>
                <p class="field__hint" id="offers-hint">{words::COMPARE_HINT}</p>
                <div class="govuk-checkboxes govuk-checkboxes--small">{Strategy::ALL.map(strategy).collect_view()}</div>
            </fieldset>
            <div hidden=hidden_unless(|offers| offers.compare.contains(&Strategy::ByNeed))>
                <Radios
                    name="scope"
                    legend=words::SCOPE
                    items=items(SCOPES.map(words::scope_name).to_vec())
                    value=chosen(|s| position_of(&SCOPES, &s.offers.need_scope))
                    on_choose=choose(|offers, at| offers.need_scope = SCOPES[at])
                />
            </div>
            <div hidden=hidden_unless(|offers| offers.compare.contains(&Strategy::Proportionate))>
                <Radios
                    name="outreach-to"
                    legend=words::OUTREACH_TO
                    items=items(OUTREACH.map(words::outreach_name).to_vec())
                    value=chosen(|s| position_of(&OUTREACH, &s.offers.outreach_where))
                    on_choose=choose(|offers, at| offers.outreach_where = OUTREACH[at])
                />
            </div>
            <Radios
                name="funding"
                legend=words::FUNDING
                items=items(FUNDING.map(words::funding_name).to_vec())
                value=chosen(|s| position_of(&FUNDING, &s.offers.funding))
                on_choose=choose(|offers, at| offers.funding = FUNDING[at])
            />
            <div class="field" hidden=hidden_unless(|offers| offers.funding == FundingKind::Budget)>
                <label class="field__label" for="budget">{words::BUDGET}</label>
                <TextNumber
                    id="budget"
                    name=text(|| words::BUDGET.to_owned())
                    unit=text(|| words::POUNDS.to_owned())
                    is_pounds=true
                    error=words::BUDGET_ERROR
                    value=budget
                    on_text=set_budget
                />
            </div>
            <div class="field" hidden=hidden_unless(|offers| offers.funding == FundingKind::Coverage)>
                <label class="field__label" for="reach">{words::REACH}</label>
                <PercentInput
                    id="reach"
                    name=text(|| words::REACH.to_owned())
                    unit=reach_unit
                    error=words::REACH_ERROR
                    value=reach
                    on_set=move |reach| app.slide(|scenario| scenario.offers.reach = reach)
                />
            </div>
        </form>
    }
}
