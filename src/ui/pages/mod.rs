//! A page a view.

mod about;
mod answer_view;
mod answered;
mod comparison;
mod data;
pub mod gap;
pub mod incentive;
mod kept_draft;
mod missed;
mod missed_controls;
mod missed_tables;
mod note;
mod note_chapter;
mod offers_parts;
mod offers_settings;
mod offers_view;
pub mod population;
mod problem;
mod put_aside;
mod register;
mod saved;
mod saved_file;
mod saved_list;
mod share_panel;
mod share_qr;
mod site;
mod strategies;

pub use about::AboutPage;
pub use answer_view::AnswerView;
pub use answered::{answered, awaited, place_of_answer};
pub use comparison::{Comparison, ComparisonHook};
pub use data::DataPage;
pub use gap::GapPage;
pub use incentive::IncentivePage;
pub use missed::{Headline, MissedPage};
pub use missed_tables::{HowBig, PerfectMap, TwoMeanings};
pub use note::NotePage;
pub use offers_parts::Tie;
pub use offers_view::{ComputedOffers, OffersView, draw_intervals};
pub use population::PopulationPage;
pub use problem::ProblemView;
pub use saved::SavedPage;
pub use share_panel::SharePanel;
pub use site::SitePage;
pub use strategies::{InShort, StrategiesPage};

use leptos::prelude::*;

use self::missed_controls::Controls;
use crate::scenario::View;
use crate::ui::deferred::deferred;
use crate::ui::reactive::{list_items, text};
use crate::ui::state::use_app;
use crate::words::{Block, Section, common};

/// The question of a page as its heading. In the preview on another page it is no heading of that page.
#[component]
fn Question(
    /// The page.
    of: View,
) -> impl IntoView {
    let text = common::heading(of);
    if use_app().scenario.with_untracked(|scenario| scenario.view == View::Site) {
        view! { <p class="govuk-heading-xl">{text}</p> }.into_any()
    } else {
        view! { <h1 class="govuk-heading-xl" id="heading" tabindex="-1">{text}</h1> }.into_any()
    }
}

/// Choices beside their results, which are dimmed while new ones are on their way.
#[component]
fn Columns(
    /// Whether they are.
    #[prop(into)]
    is_busy: Memo<bool>,
    /// A class of its own.
    #[prop(optional)]
    class: &'static str,
    /// Choices and results.
    children: Children,
) -> impl IntoView {
    let busy = text(move || is_busy.get().to_string());
    view! {
        <div class=class class:columns=true class:columns--busy=is_busy aria-busy=busy>
            {children()}
        </div>
    }
}

/// The settings of a view and those of its target, beside its results.
fn settings_beside(settings: AnyView, results: AnyView) -> AnyView {
    view! {
        <Columns is_busy=use_app().is_busy>
            <div class="side">
                {settings}
                {deferred(|| view! { <Controls/> }.into_any())}
            </div>
            {results}
        </Columns>
    }
    .into_any()
}

/// Sections of running text.
#[component]
fn Sections(
    /// The sections.
    sections: Vec<Section>,
) -> impl IntoView {
    let block = |block: Block| match block {
        Block::Text(text) => view! { <p class="govuk-body">{text}</p> }.into_any(),
        Block::List(items) => view! { <ul class="govuk-list govuk-list--bullet">{list_items(items)}</ul> }.into_any(),
        Block::Link(text, address) => view! {
            <p class="govuk-body">
                <a class="govuk-link" href=address rel="external">{text}</a>
            </p>
        }
        .into_any(),
    };
    sections
        .into_iter()
        .map(|section| {
            view! {
                <section>
                    <h2 class="govuk-heading-m" id=section.id>{section.heading}</h2>
                    {section.blocks.into_iter().map(block).collect_view()}
                </section>
            }
        })
        .collect_view()
}
