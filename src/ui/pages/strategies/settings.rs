//! Starting points, the offers compared, and how they work.

use leptos::prelude::*;

use crate::model::strategies::{NeedScope, OutreachWhere, Strategy};
use crate::platform::site;
use crate::scenario::offers::{FundingKind, Offers, parse_budget};
use crate::scenario::{Scenario, StartingPoint};
use crate::ui::controls::{
    Checkbox, Item, NumberField, PercentField, Radios, Starts, choosing, chosen, position_of, take,
};
use crate::ui::reactive::{flag, memo, text};
use crate::ui::state::use_app;
use crate::words::{starting_points, strategies as words, web_team};

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
            notes=text(move || app.scenario.with(starting_points::notes))
        />
        {site::said("data-site-starts").map(|starts| view! { <StartsOfSite starts/> })}
    }
}

/// Offers of the site's own to start from: a line each, with a name, a story and a query.
#[component]
fn StartsOfSite(
    /// The lines.
    starts: String,
) -> impl IntoView {
    let app = use_app();
    let start = |line: &str| {
        let mut cells = line.split('\t').map(str::to_owned);
        let (name, story) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let offers = Scenario::from_query(&cells.next().unwrap_or_default()).scenario.offers;
        let of = offers.clone();
        let pressed = text(move || app.scenario.with(|scenario| scenario.offers == of).to_string());
        let choose = move |_| app.choose(|scenario| scenario.offers = offers.clone());
        view! {
            <li>
                <button type="button" class="start__button" aria-pressed=pressed on:click=choose>
                    {name}
                </button>
                " "
                <span class="start__story">{story}</span>
            </li>
        }
    };
    view! {
        <section class="start" aria-labelledby="start-of-site">
            <h2 class="govuk-heading-s" id="start-of-site">{web_team::STARTS}</h2>
            <ul class="start__list">{starts.lines().map(start).collect_view()}</ul>
        </section>
    }
}

/// The offers compared and how they work.
#[component]
pub fn Settings() -> impl IntoView {
    let app = use_app();
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
    let budget = text(move || app.scenario.with(|s| s.offers.budget.to_string()));
    let set_budget = move |typed: String| app.take(|s| take(&mut s.offers.budget, parse_budget(&typed)));
    let reach = Signal::derive(move || app.scenario.with(|s| s.offers.reach));
    let reach_unit = text(move || app.scenario.with(words::reach_unit));
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
                    items=Item::all(&SCOPES.map(words::scope_name))
                    value=chosen(|s| position_of(&SCOPES, &s.offers.need_scope))
                    on_choose=choosing(|s, at| s.offers.need_scope = SCOPES[at])
                />
            </div>
            <div hidden=hidden_unless(|offers| offers.compare.contains(&Strategy::Proportionate))>
                <Radios
                    name="outreach-to"
                    legend=words::OUTREACH_TO
                    items=Item::all(&OUTREACH.map(words::outreach_name))
                    value=chosen(|s| position_of(&OUTREACH, &s.offers.outreach_where))
                    on_choose=choosing(|s, at| s.offers.outreach_where = OUTREACH[at])
                />
            </div>
            <Radios
                name="funding"
                legend=words::FUNDING
                items=Item::all(&FUNDING.map(words::funding_name))
                value=chosen(|s| position_of(&FUNDING, &s.offers.funding))
                on_choose=choosing(|s, at| s.offers.funding = FUNDING[at])
            />
            <div hidden=hidden_unless(|offers| offers.funding == FundingKind::Budget)>
                <NumberField
                    id="budget"
                    label=words::BUDGET
                    unit=words::POUNDS
                    is_pounds=true
                    error=words::BUDGET_ERROR
                    value=budget
                    on_text=set_budget
                />
            </div>
            <div hidden=hidden_unless(|offers| offers.funding == FundingKind::Coverage)>
                <PercentField
                    id="reach"
                    label=words::REACH
                    unit=reach_unit
                    error=words::REACH_ERROR
                    value=reach
                    on_set=move |reach| app.slide(|scenario| scenario.offers.reach = reach)
                />
            </div>
        </form>
    }
}
