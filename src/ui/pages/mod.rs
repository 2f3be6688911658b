//! A page a view.

mod about;
mod answer_view;
mod comparison;
mod data;
mod missed;
mod missed_controls;
mod missed_tables;
mod note;
mod note_chapter;
mod offers_parts;
mod offers_settings;
mod offers_view;
mod problem;
mod register;
mod saved;
mod saved_file;
mod saved_list;
mod share_panel;
mod share_qr;
mod strategies;

pub use about::AboutPage;
pub use answer_view::AnswerView;
pub use comparison::{Comparison, ComparisonHook};
pub use data::DataPage;
pub use missed::{Headline, MissedPage};
pub use missed_tables::{HowBig, PerfectMap, TwoMeanings};
pub use note::NotePage;
pub use offers_parts::Tie;
pub use offers_view::{OffersView, Worked, draw_intervals};
pub use problem::ProblemView;
pub use saved::SavedPage;
pub use share_panel::SharePanel;
pub use strategies::{InShort, StrategiesPage};

use leptos::prelude::*;

use crate::ui::reactive::list_items;
use crate::words::{Block, Section};

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
