//! The view `gap`: a slope target, measures of inequality on rows, and published figures.

mod measures;
mod published;
mod target;

use leptos::prelude::*;

use crate::platform::focus;
use crate::scenario::View;
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::layout::Question;
use crate::words::{gap as words, gap_measures, gap_target};
use measures::MeasuresSection;
use published::PublishedSection;
use target::TargetSection;

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
