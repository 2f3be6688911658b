//! The view `audit`: whom a service reaches.

mod entry;
mod parts;

use leptos::prelude::*;

use self::entry::Bring;
use self::parts::{Areas, FifthsFigure, Groups, InShort, Limits, Low, Measures, NobodyHere, OverTime, Privacy, Read};
use crate::scenario::View;
use crate::ui::controls::{Folded, FoldedOnPhone, Heading, PlaceAndNeed, service_session_link};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::layout::{Columns, Question, answered, answered_below, further};
use crate::ui::reactive::part;
use crate::ui::state::use_app;
use crate::ui::view_models::AuditView;
use crate::words::audit as words;

/// The page.
#[component]
pub fn AuditPage() -> impl IntoView {
    view! {
        <Question of=View::Audit/>
        <p class="lead">{words::LEAD}</p>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// The answer, the choices and the results.
#[component]
fn Body() -> impl IntoView {
    let audit = AuditView::new(use_app());
    // Nothing is said of a place that none of the codes belongs to.
    let is_nobody_here = audit.memo(|worked| words::nobody_here(&worked.input).is_some());
    let answer = answered(move |_| {
        part(move || match is_nobody_here.get() {
            true => view! { <NobodyHere audit/> }.into_any(),
            false => view! { <InShort audit/> }.into_any(),
        })
        .into_any()
    });
    let results = answered_below(move |_| {
        part(move || if is_nobody_here.get() { ().into_any() } else { results(audit) }).into_any()
    });
    view! {
        <Columns is_busy=use_app().is_busy>
            {answer}
            <div class="side">
                <FoldedOnPhone text=words::BRING heading=Heading::Second>
                    <Bring/>
                </FoldedOnPhone>
                {deferred(|| {
                    view! {
                        <FoldedOnPhone text=words::CHANGE>
                            <PlaceAndNeed/>
                        </FoldedOnPhone>
                    }
                    .into_any()
                })}
            </div>
            {results}
        </Columns>
    }
}

fn results(audit: AuditView) -> AnyView {
    let has_periods = audit.memo(|worked| worked.audit.periods.len() > 1);
    let has_groups = audit.memo(|worked| worked.audit.groups.len() > 1);
    let has_gap = audit.memo(|worked| worked.facts().told.gradient().is_some());
    view! {
        <div class="results">
            {deferred(move || view! { <FifthsFigure audit/> }.into_any())}
            {deferred(move || view! { <Low audit/> }.into_any())}
            {deferred(|| view! { <ul class="present-links screen-only">{service_session_link("govuk-link")}</ul> }.into_any())}
            <div class="further">
                {part(move || match has_gap.get() {
                    false => ().into_any(),
                    true => further(words::MEASURES, Heading::Second, move || view! { <Measures audit/> }.into_any()).into_any(),
                })}
                {part(move || match has_periods.get() {
                    false => ().into_any(),
                    true => further(words::OVER_TIME, Heading::Second, move || view! { <OverTime audit/> }.into_any()).into_any(),
                })}
                {part(move || match has_groups.get() {
                    false => ().into_any(),
                    true => further(words::GROUPS, Heading::Second, move || view! { <Groups audit/> }.into_any()).into_any(),
                })}
                {deferred(move || {
                    let inside = move || view! { <Areas audit/> }.into_any();
                    view! { <Folded text=words::ALL_AREAS inside=Box::new(inside)/> }.into_any()
                })}
                {deferred(move || view! { <Read audit/> }.into_any())}
                {further(words::PRIVACY, Heading::Second, || view! { <Privacy/> }.into_any())}
                {further(words::LIMITS, Heading::Second, || view! { <Limits/> }.into_any())}
                {deferred(|| view! { <AllDownloads of=View::Audit/> }.into_any())}
            </div>
        </div>
    }
    .into_any()
}
