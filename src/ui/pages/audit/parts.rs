//! The answer, its picture and its tables.

use leptos::prelude::*;

use crate::chart::AuditChart;
use crate::chart::value_bars::value_bars;
use crate::results::audit::{Release, Rule};
use crate::scenario::View;
use crate::scenario::audit::LEAST;
use crate::ui::announced::Announced;
use crate::ui::charts::{DataTable, Figure, Picture};
use crate::ui::controls::{Checkbox, Item, Radios, choosing, chosen, position_of};
use crate::ui::layout::BigNumber;
use crate::ui::links::ViewLink;
use crate::ui::reactive::{flag, list_items, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::AuditView;
use crate::words::{audit as words, common, place};

/// One number, the one sentence, and what it would come to if all fifths were served alike.
#[component]
pub fn InShort(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let app = use_app();
    let big = audit.text(words::big_number);
    let meaning = audit.text(words::big_number_meaning);
    let headline = audit.text(words::headline);
    let detail = audit.maybe(words::detail);
    let best = audit.maybe(words::best);
    let figures = audit.text(words::figures);
    let name: Signal<String> = audit
        .memo(|worked| match worked.input.is_example {
            true => words::EXAMPLE_PLACE.to_owned(),
            false => place::of(&worked.answer.scenario, &worked.answer.places),
        })
        .into();
    let is_example = audit.memo(|worked| worked.input.is_example);
    let of_place = app.place_shown(name);
    let name = text(move || if is_example.get() { name.get() } else { of_place.get() });
    view! {
        <section class="answer" aria-label=common::ANSWER data-testid="audit-answer">
            <BigNumber about=text(String::new) big meaning/>
            <h2 class="answer__place">{name}</h2>
            <p class="answer__headline" data-testid="headline">{headline}</p>
            <p class="answer__detail">{detail}</p>
            <p class="answer__detail">{best}</p>
            <p class="answer__figures" data-testid="figures">{figures}</p>
            <p class="answer__figures paper-only">{words::ON_PAPER}</p>
        </section>
        <Announced id="spoken" sentence=headline/>
    }
}

/// Said where none of the codes belongs to the place, with the way to what is needed.
#[component]
pub fn NobodyHere(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let why: Signal<String> = audit.memo(|worked| words::nobody_here(&worked.input).unwrap_or_default()).into();
    let needs_no_file = flag(move || why.with(|why| why != words::NEEDS_FILE));
    view! {
        <section class="answer" aria-label=common::ANSWER data-testid="nobody-here">
            <p class="govuk-body" role="status">{why}</p>
            <p hidden=needs_no_file><ViewLink to=View::Data text=words::TO_FIGURES class="govuk-button"/></p>
        </section>
    }
}

/// People served for each 100 in need, by fifth.
#[component]
pub fn FifthsFigure(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let bars = audit.list(words::bars);
    let caption = audit.text(words::picture_caption);
    let label = audit.text(words::picture_description);
    let note = audit.text(words::fifths_note);
    let rows = audit.list(words::fifths_rows);
    let draw = move |width: f64| bars.with(|bars| value_bars(bars, width));
    let is_empty = audit.memo(|worked| worked.audit.fifths_of.is_none());
    part(move || match is_empty.get() {
        true => ().into_any(),
        false => view! {
            <Figure chart=AuditChart::Fifths caption headings=Signal::stored(words::fifths_headings()) rows>
                <Picture label draw=Callback::new(draw)/>
                <p class="figure__note">{words::PICTURE_NOTE}" "{note}</p>
            </Figure>
        }
        .into_any(),
    })
}

/// Areas with many in need and few served.
#[component]
pub fn Low(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let sentence = audit.text(words::low);
    let headings = audit.list(words::areas_headings);
    let rows = audit.list(words::low_rows);
    let rest = audit.maybe(words::low_rest);
    let has_none = audit.memo(|worked| worked.facts().told.low.is_empty());
    view! {
        <section data-testid="served-less">
            <h2 class="govuk-heading-m">{words::LOW}</h2>
            <p class="govuk-body">{sentence}</p>
            {part(move || match has_none.get() {
                true => ().into_any(),
                false => view! { <DataTable caption=words::LOW.to_owned() headings rows/> }.into_any(),
            })}
            <p class="figure__note">{rest}</p>
            <p class="figure__note">{words::LOW_NOTE}</p>
        </section>
    }
}

/// The gap in every measure, and the way to use it as an uptake.
#[component]
pub fn Measures(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let rows = audit.list(words::measures_rows);
    let note = audit.text(words::measures_note);
    view! {
        <section data-testid="audit-measures">
            <DataTable
                caption=words::MEASURES.to_owned()
                headings=Signal::stored(words::measures_headings())
                rows
                is_numeric=false
            />
            <p class="figure__note">{note}</p>
            <UseMeasured audit/>
        </section>
    }
}

/// Puts what was measured into the offers.
#[component]
fn UseMeasured(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let app = use_app();
    // As a link that can be passed on has it: nothing in it is made from what is held back.
    let uptake = audit.memo(|worked| {
        let told = Release::new(&worked.audit, worked.answer.scenario.audit_rule());
        told.uptake().filter(|_| !worked.input.is_example)
    });
    let go = move |_| {
        if let Some(uptake) = uptake.get_untracked() {
            app.choose(|scenario| {
                scenario.offers.use_measured(uptake);
                scenario.view = View::Strategies;
            });
        }
    };
    let has_none = flag(move || uptake.with(Option::is_none));
    let said = text(move || if has_none.get() { words::NOT_USABLE } else { words::USE_MEASURED_TEXT }.to_owned());
    view! {
        <button type="button" class="govuk-button govuk-button--secondary screen-only" disabled=has_none on:click=go>
            {words::USE_MEASURED}
        </button>
        <p class="figure__note screen-only">{said}</p>
    }
}

/// Two periods or more.
#[component]
pub fn OverTime(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let sentence = audit.maybe(words::over_time);
    let headings = audit.list(words::periods_headings);
    let rows = audit.list(words::periods_rows);
    let change = audit.list(words::change_rows);
    let row = |(name, value): (String, String)| view! { <dt>{name}</dt> <dd>{value}</dd> };
    view! {
        <section data-testid="over-time">
            <p class="govuk-body">{sentence}</p>
            <DataTable caption=words::OVER_TIME.to_owned() headings rows/>
            <dl class="audit-facts">{part(move || change.get().into_iter().map(row).collect_view().into_any())}</dl>
            <p class="figure__note">{words::OVER_TIME_NOTE}</p>
        </section>
    }
}

/// Groups of people.
#[component]
pub fn Groups(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let headings = audit.list(words::groups_headings);
    let rows = audit.list(words::groups_rows);
    view! {
        <section data-testid="audit-groups">
            <p class="govuk-body">{words::GROUPS_NOTE}</p>
            <DataTable caption=words::GROUPS.to_owned() headings rows/>
        </section>
    }
}

/// Every area.
#[component]
pub fn Areas(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let headings = audit.list(words::areas_headings);
    let rows = audit.list(words::areas_rows);
    let rest = audit.maybe(words::areas_rest);
    view! {
        <DataTable caption=words::ALL_AREAS.to_owned() headings rows/>
        <p class="figure__note">{rest}</p>
    }
}

/// How the numbers were read, and who is left out; nothing of the example.
#[component]
pub fn Read(
    /// The audit.
    audit: AuditView,
) -> impl IntoView {
    let told = audit.list(|facts| words::told(facts, Rule::NOTHING));
    part(move || match told.get() {
        told if told.is_empty() => ().into_any(),
        told => view! {
            <section data-testid="served-read">
                <h2 class="govuk-heading-m">{words::READ}</h2>
                <ul class="govuk-list govuk-list--bullet">{list_items(told)}</ul>
            </section>
        }
        .into_any(),
    })
}

/// What is held back in what leaves the device.
#[component]
pub fn Privacy() -> impl IntoView {
    let app = use_app();
    let said = text(move || app.scenario.with(|scenario| words::held_back(&scenario.audit)));
    let on_tick = Callback::new(move |is_rounded| app.choose(|scenario| scenario.audit.is_rounded = is_rounded));
    view! {
        <section data-testid="held-back">
            <p class="govuk-body">{said}</p>
            <Radios
                name="small"
                legend=words::LEAST
                items=Item::all(&words::LEAST_ITEMS)
                value=chosen(|s| position_of(&LEAST, &s.audit.least))
                on_choose=choosing(|s, at| s.audit.least = LEAST.get(at).copied().unwrap_or(LEAST[0]))
                is_inline=true
            />
            <div class="field govuk-checkboxes govuk-checkboxes--small">
                <Checkbox
                    id="rounded"
                    label=words::ROUND
                    is_ticked=flag(move || app.scenario.with(|s| s.audit.is_rounded))
                    on_tick
                />
            </div>
            <p class="figure__note">{words::HELD_BACK_LIMITS}</p>
        </section>
    }
}

/// What the numbers leave out.
#[component]
pub fn Limits() -> impl IntoView {
    view! {
        <ul class="govuk-list govuk-list--bullet">{list_items(words::LIMITS_LIST.map(str::to_owned).to_vec())}</ul>
    }
}
