//! Pictures of value for money.

use leptos::prelude::*;

use super::{Figure, Picture};
use crate::chart::OffersChart;
use crate::chart::shares_by_worth::shares_by_worth;
use crate::chart::value_plane::value_plane;
use crate::ui::reactive::{flag, text};
use crate::ui::view_models::{CertaintyView, OffersView};
use crate::words::{number, strategies as words};

/// What each offer costs and averts beyond what it is held against, a cloud of draws each.
#[component]
pub fn ValuePlaneFigure(
    /// The offers.
    offers: OffersView,
    /// How sure they are.
    certainty: CertaintyView,
) -> impl IntoView {
    let caption = offers.text(|worked| words::spread_caption(&worked.scenario));
    let headings = offers.list(|worked, _| words::spread_headings(&worked.scenario));
    let rows = Signal::derive(move || {
        let both = offers.worked().zip(certainty.get());
        both.map(|(worked, found)| words::spread_rows(&worked.result.value, &found)).unwrap_or_default()
    });
    let draw = move |width: f64| {
        let found = certainty.get();
        let plane =
            offers.worked().map(|worked| words::value_plane(&worked.scenario, &worked.result.value, found.as_deref()));
        let write: [&dyn Fn(f64) -> String; 2] = [&words::averted_tick, &words::pounds_tick];
        plane.map(|plane| value_plane(&plane, write, width)).unwrap_or_default()
    };
    let is_drawn = flag(move || !certainty.is_under_way());
    let is_drawing = flag(move || certainty.is_under_way());
    view! {
        <Figure chart=OffersChart::ValuePlane caption headings rows>
            <p class="figure__note" hidden=is_drawing>{words::SPREAD_NOTE}</p>
            <p class="figure__note" hidden=is_drawn>{words::VALUE_DRAWING}</p>
            <Picture label=caption draw=Callback::new(draw)/>
        </Figure>
    }
}

/// How often each option is best, by what averting one is worth.
#[component]
pub fn AcceptabilityFigure(
    /// The offers.
    offers: OffersView,
    /// How sure they are.
    certainty: CertaintyView,
) -> impl IntoView {
    let caption = offers.text(|worked| words::acceptability_caption(&worked.scenario));
    let headings = offers.list(|worked, _| words::acceptability_headings(&worked.scenario, &worked.result.value));
    let rows =
        Signal::derive(move || certainty.get().map(|found| words::acceptability_rows(&found)).unwrap_or_default());
    let draw = move |width: f64| {
        let both = offers.worked().zip(certainty.get());
        let lines = both.map(|(worked, found)| words::acceptability(&worked.scenario, &worked.result.value, &found));
        let write = (number::whole_percent as fn(f64) -> String, number::pounds as fn(f64) -> String);
        lines.map(|lines| shares_by_worth(&lines, write, width)).unwrap_or_default()
    };
    let label = text(move || caption.get());
    let is_drawn = flag(move || !certainty.is_under_way());
    view! {
        <Figure chart=OffersChart::Acceptability caption headings rows>
            <p class="figure__note" hidden=is_drawn>{words::VALUE_DRAWING}</p>
            <Picture label draw=Callback::new(draw)/>
        </Figure>
    }
}
