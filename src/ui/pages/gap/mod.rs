//! The view `gap`: a slope target, measures of inequality on rows, and published figures.

mod measures;
mod published;
mod target;

use leptos::prelude::*;

use crate::chart::{Chart, GapChart};
use crate::platform::focus;
use crate::scenario::{Scenario, View};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::layout::{Framed, Question};
use crate::ui::state::use_app;
use crate::words::{gap as words, gap_measures, gap_target};
use measures::MeasuresSection;
use published::{HealthyLife, LowIncome, PublishedSection};
use target::{SlopeAlone, TargetSection};

/// The page.
#[component]
pub fn GapPage() -> impl IntoView {
    view! {
        <Question of=View::Gap/>
        <Contents/>
        <TargetSection/>
        {deferred(|| view! { <MeasuresSection/> }.into_any())}
        {deferred(|| {
            view! {
                <PublishedSection/>
                <AllDownloads of=View::Gap/>
            }
            .into_any()
        })}
    }
}

/// A chart by itself, for frames on other sites.
#[component]
pub fn GapFramed() -> impl IntoView {
    let chart = match use_app().scenario.with_untracked(Scenario::framed_chart) {
        Some(Chart::Gap(GapChart::HealthyLife)) => view! { <HealthyLife/> }.into_any(),
        Some(Chart::Gap(GapChart::LowIncome)) => view! { <LowIncome/> }.into_any(),
        _ => view! { <SlopeAlone/> }.into_any(),
    };
    view! { <Framed>{chart}</Framed> }
}

/// The parts of the page, with a way to each.
#[component]
fn Contents() -> impl IntoView {
    let parts = [
        ("slope-heading", gap_target::HEADING),
        ("measures-heading", gap_measures::HEADING),
        ("published-heading", words::PUBLISHED),
    ];
    let link = |(id, heading): (&'static str, &'static str)| {
        let follow = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus::to(id);
        };
        view! {
            <li>
                <a class="govuk-link" href=format!("#{id}") on:click=follow>{heading}</a>
            </li>
        }
    };
    view! {
        <nav class="gap-contents" aria-label=words::CONTENTS>
            <ul class="govuk-list">{parts.map(link).collect_view()}</ul>
        </nav>
    }
}
