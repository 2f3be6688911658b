//! Pictures of offers compared.

use leptos::prelude::*;

use super::{Figure, Key, KeyMark, Picture};
use crate::chart::OffersChart;
use crate::chart::coverage_cascade::{CoverageCascade, coverage_cascade};
use crate::chart::equity_plane::{OnPlane, equity_plane};
use crate::chart::tornado::tornado;
use crate::chart::uptake_fifths::uptake_fifths;
use crate::chart::value_bars::{ValueBar, value_bars};
use crate::results::strategies::{COST, COST_PER_IN_NEED, IN_NEED_REACHED};
use crate::ui::reactive::{flag, text};
use crate::ui::view_models::{ComputedOffers, OffersView};
use crate::words::missed::{quintile_names, short_fifths};
use crate::words::{number, strategies as words};

/// Where everyone in need ends up.
#[component]
pub fn DestinationsFigure(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    fn parts(worked: &ComputedOffers) -> Vec<CoverageCascade> {
        let of = |result: &crate::results::strategies::StrategyResult| CoverageCascade {
            title: words::destination_title(result.strategy, &result.outcome),
            fifths: result.outcome.fifths,
        };
        worked.result.results.iter().map(of).collect()
    }
    let caption = offers.text(|worked| words::destinations_caption(&worked.scenario));
    let headings = offers.list(|worked, _| words::destinations_headings(&worked.scenario));
    let rows = offers.list(|worked, _| words::destinations_rows(&worked.scenario, &worked.result));
    let draw = move |width: f64| {
        let drawn =
            |worked: &ComputedOffers| coverage_cascade(&parts(worked), short_fifths(worked.scenario.rank), width);
        offers.read(|worked, _| drawn(worked)).unwrap_or_default()
    };
    let [reached, declined, missed] = words::DESTINATIONS;
    view! {
        <Figure chart=OffersChart::CoverageCascade caption headings rows>
            <Key marks=vec![(KeyMark::Reached, reached.into()), (KeyMark::Declined, declined.into()), (KeyMark::Missed, missed.into())]/>
            <Picture label=caption draw=Callback::new(draw)/>
        </Figure>
    }
}

/// One output as bars with intervals.
#[component]
pub fn OutputFigure(
    /// The offers.
    offers: OffersView,
    /// What the bars show.
    caption: &'static str,
    /// Position of the output among all.
    output: usize,
) -> impl IntoView {
    // The parts of a result are read by plain functions, one for each output that is drawn.
    type Bars = Signal<Vec<ValueBar>>;
    type Rows = Signal<Vec<Vec<String>>>;
    let (chart, bars, rows): (OffersChart, Bars, Rows) = match output {
        IN_NEED_REACHED => (
            OffersChart::Reached,
            offers.list(|worked, all| words::value_bars(&worked.result, all, IN_NEED_REACHED)),
            offers.list(|worked, all| words::output_rows(&worked.result, all, IN_NEED_REACHED)),
        ),
        COST => (
            OffersChart::TotalCost,
            offers.list(|worked, all| words::value_bars(&worked.result, all, COST)),
            offers.list(|worked, all| words::output_rows(&worked.result, all, COST)),
        ),
        _ => (
            OffersChart::CostEach,
            offers.list(|worked, all| words::value_bars(&worked.result, all, COST_PER_IN_NEED)),
            offers.list(|worked, all| words::output_rows(&worked.result, all, COST_PER_IN_NEED)),
        ),
    };
    let headings = Signal::stored(words::output_headings(output));
    let draw = move |width: f64| bars.with(|bars| value_bars(bars, width));
    let is_drawn = flag(move || offers.intervals.with(|all| !all.is_empty()));
    let is_drawing = flag(move || !is_drawn.get());
    view! {
        <Figure chart caption=text(move || caption.to_owned()) headings rows>
            <p class="figure__note" hidden=is_drawing>{words::INTERVAL_NOTE}</p>
            <p class="figure__note" hidden=is_drawn>{words::DRAWING}</p>
            <Picture label=text(move || caption.to_owned()) draw=Callback::new(draw)/>
        </Figure>
    }
}

/// How many people in need the first two offers reach, without numbers and files: for a card.
#[component]
pub fn ReachedAtOnce(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let caption = words::REACH_CAPTION;
    let bars = offers
        .list(|worked, all| words::value_bars(&worked.result, all, IN_NEED_REACHED).into_iter().take(2).collect());
    let draw = move |width: f64| bars.with(|bars| value_bars(bars, width));
    view! {
        <figure class="figure">
            <figcaption class="figure__caption">
                <h2 class="govuk-heading-s">{caption}</h2>
            </figcaption>
            <Picture label=text(move || caption.to_owned()) draw=Callback::new(draw)/>
        </figure>
    }
}

/// Total benefit against the change in the gap.
#[component]
pub fn PlaneFigure(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let points = offers.list(|worked, all| words::plane_points(&worked.result, all));
    let rows = offers.list(|worked, all| words::plane_rows(&worked.result, all));
    let axes = offers.list(|worked, _| vec![words::plane_axes(worked.result.averts)]);
    let draw = move |width: f64| {
        let draw = |points: &Vec<OnPlane>| {
            axes.with(|axes| axes.first().map(|axes| equity_plane(points, axes, width)).unwrap_or_default())
        };
        points.with(draw)
    };
    let headings = offers.list(|worked, _| words::plane_headings(worked.result.averts));
    let caption = text(|| words::PLANE_CAPTION.to_owned());
    view! {
        <Figure chart=OffersChart::Plane caption headings rows>
            <p class="figure__note">{words::PLANE_NOTE}</p>
            <Picture label=caption draw=Callback::new(draw)/>
        </Figure>
    }
}

/// One assumption at a time.
#[component]
pub fn TornadoFigure(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let caption = offers.text(|worked| words::tornado_caption(&worked.scenario));
    let rows = offers.list(|worked, _| words::tornado_rows(&worked.scenario, &worked.result));
    let draw = move |width: f64| {
        offers.read(|worked, _| tornado(&words::swings(&worked.scenario, &worked.result), width)).unwrap_or_default()
    };
    view! {
        <Figure chart=OffersChart::Tornado caption headings=Signal::stored(words::tornado_headings()) rows>
            <p class="figure__note">{words::TORNADO_NOTE}</p>
            <Picture label=caption draw=Callback::new(draw)/>
        </Figure>
    }
}

/// Uptake in fifths, as assumed and with outreach and stigma.
#[component]
pub fn UptakeFigure(
    /// The offers.
    offers: OffersView,
) -> impl IntoView {
    let rows = offers.list(|worked, _| words::uptake_rows(&worked.scenario, &worked.result));
    let draw = move |width: f64| {
        let drawn = |worked: &ComputedOffers| {
            let rank = worked.scenario.rank;
            let write = (number::whole_percent as fn(f64) -> String, number::percent as fn(f64) -> String);
            uptake_fifths(
                &words::uptake_groups(&worked.result),
                &quintile_names(rank),
                short_fifths(rank),
                write,
                width,
            )
        };
        offers.read(|worked, _| drawn(worked)).unwrap_or_default()
    };
    let caption = text(|| words::UPTAKE_CAPTION.to_owned());
    view! {
        <Figure chart=OffersChart::Uptake caption headings=Signal::stored(words::uptake_headings()) rows>
            <p class="figure__note">{words::UPTAKE_NOTE}</p>
            <Picture label=caption draw=Callback::new(draw)/>
        </Figure>
    }
}
