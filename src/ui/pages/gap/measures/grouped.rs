//! One result for each period, sex or area: a sentence, a picture and a table.

use leptos::prelude::*;

use crate::chart::RowsChart;
use crate::ui::charts::{Figure, Picture};
use crate::ui::reactive::{memo, part};
use crate::ui::state::use_app;
use crate::ui::view_models::{GroupedView, MeasuresView, ShownGroups};
use crate::words::gap_measures as words;

/// The groups, where the rows have some.
#[component]
pub fn GroupedResults(
    /// The rows measured.
    view: MeasuresView,
) -> impl IntoView {
    let groups = GroupedView::new(use_app(), view);
    let is_grouped = memo(move || groups.shown.with(Option::is_some));
    part(move || match is_grouped.get() {
        true => view! { <Groups groups/> }.into_any(),
        false => ().into_any(),
    })
}

#[component]
fn Groups(
    /// The groups.
    groups: GroupedView,
) -> impl IntoView {
    let heading = groups.text(|of| words::grouped_heading(&of.grouped));
    let caption = groups.text(|of| words::grouped_caption(&of.input, &of.choices, &of.grouped));
    let said = groups.text(|of| words::comparison(&of.choices, &of.grouped));
    let note = groups.text(|of| words::grouped_note(&of.choices, &of.grouped));
    let headings = groups.list(|of| words::grouped_headings(&of.input, &of.choices, &of.grouped));
    let rows = groups.list(|of| words::grouped_rows(&of.input, &of.choices, &of.grouped));
    let label = groups.text(|of| {
        let caption = words::grouped_caption(&of.input, &of.choices, &of.grouped);
        format!("{caption}. {}", words::comparison(&of.choices, &of.grouped))
    });
    let draw = move |width: f64| {
        let draw = |of: &ShownGroups| {
            let picture = words::trend(&of.input, &of.choices, &of.grouped);
            words::draw_trend(&picture, words::grouped_style(&of.choices, &of.grouped), width)
        };
        groups.shown.with(|shown| shown.as_deref().map(draw).unwrap_or_default())
    };
    view! {
        <section class="gap-grouped" aria-labelledby="grouped-heading" data-testid="grouped">
            <h3 class="govuk-heading-m" id="grouped-heading">{heading}</h3>
            <p class="govuk-body" role="status" data-testid="comparison">{said}</p>
            <Figure chart=RowsChart::Groups caption headings rows>
                <p class="figure__note">{note}</p>
                <Picture label draw=Callback::new(draw)/>
            </Figure>
        </section>
    }
}
