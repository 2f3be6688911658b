//! A chart as a sheet to look at and as a table to work with.

use super::{Csv, Exportable, FileContent, Offered, Origin, PlaceExport, Table};
use crate::chart::concentration::{ConcentrationChart, OnCurve};
use crate::chart::coverage_cascade::{CoverageCascade, coverage_cascade};
use crate::chart::equity_plane::equity_plane;
use crate::chart::people::{PeoplePicture, of_a_hundred};
use crate::chart::quintile_bars::quintile_bars;
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::tornado::tornado;
use crate::chart::value_bars::value_bars;
use crate::chart::{Chart, OffersChart, Scene, TargetChart};
use crate::results::strategies::{COST, COST_PER_IN_NEED, IN_NEED_REACHED, StrategyResult};
use crate::words::{common, exports, missed as words, number, strategies as offers_words};

/// A chart on a sheet of its own. `None` for a chart that the view does not have.
pub fn sheet(chart: Chart, of: &dyn Exportable, origin: &Origin) -> Option<Sheet> {
    of.sheet(chart, origin)
}

/// A chart's numbers. `None` for a chart that the view does not have.
pub fn table(chart: Chart, of: &dyn Exportable) -> Option<Table> {
    of.table(chart)
}

/// A chart's numbers as a file: first what they are about, then the table. `None` for a chart that the view does not
/// have.
pub fn chart_csv(chart: Chart, of: &dyn Exportable, origin: &Origin) -> Option<String> {
    let Table { headings, rows, .. } = of.table(chart)?;
    let mut csv = Csv::new();
    csv.rows(&of.header(FileContent::Chart(chart), exports::ROUNDED, origin));
    csv.row::<&str>(&[]);
    csv.row(&headings);
    csv.rows(&rows);
    Some(csv.text())
}

/// A chart of a target or of offers on a sheet of its own. `None` for a chart of offers without offers.
pub(super) fn sheet_of(chart: Chart, facts: &PlaceExport, origin: &Origin) -> Option<Sheet> {
    let scenario = facts.scenario;
    let place = facts.place();
    let (mut sheet, about, is_of_offers) = match chart {
        Chart::Target(TargetChart::People) => (people(facts), exports::place_and_target(&place, scenario), false),
        Chart::Target(TargetChart::Curve) => (curve(facts), exports::place_and_target(&place, scenario), false),
        Chart::Target(TargetChart::Fifths) => {
            (fifths(facts), exports::place_and_scale(&place, &words::quintile_scale(scenario)), false)
        }
        Chart::Offers(chart) => {
            (of_offers(chart, facts, facts.offers?), exports::place_and_offers(&place, scenario), true)
        }
        Chart::Councils(_) | Chart::Risk(_) | Chart::Gap(_) | Chart::Rows(_) | Chart::Payment(_) | Chart::Audit(_) => {
            return None;
        }
    };
    sheet.about.insert(0, about);
    sheet.title = title(chart, facts)?;
    sheet.foot = exports::foot(scenario, facts.missed, is_of_offers, origin.date, origin.link);
    Some(sheet)
}

/// What a chart says, as a sentence. `None` for a chart of another view.
pub(super) fn title(chart: Chart, facts: &PlaceExport) -> Option<String> {
    let scenario = facts.scenario;
    Some(match chart {
        Chart::Target(TargetChart::People) => words::people_caption(scenario, facts.missed),
        Chart::Target(TargetChart::Curve) => words::curve_caption(scenario, facts.missed),
        Chart::Target(TargetChart::Fifths) => words::quintile_caption(scenario, facts.missed),
        Chart::Offers(OffersChart::CoverageCascade) => offers_words::destinations_caption(scenario),
        Chart::Offers(OffersChart::Reached) => offers_words::REACH_CAPTION.to_owned(),
        Chart::Offers(OffersChart::TotalCost) => offers_words::TOTAL_CAPTION.to_owned(),
        Chart::Offers(OffersChart::CostEach) => offers_words::COST_CAPTION.to_owned(),
        Chart::Offers(OffersChart::Plane) => offers_words::PLANE_CAPTION.to_owned(),
        Chart::Offers(OffersChart::Tornado) => offers_words::tornado_caption(scenario),
        Chart::Councils(_) | Chart::Risk(_) | Chart::Gap(_) | Chart::Rows(_) | Chart::Payment(_) | Chart::Audit(_) => {
            return None;
        }
    })
}

fn reached(facts: &PlaceExport) -> usize {
    of_a_hundred(facts.missed.target.measures.coverage)
}

fn people(facts: &PlaceExport) -> Sheet {
    let scene = PeoplePicture::new(SCENE_WIDTH).scene(reached(facts));
    let key = vec![("people__reached", words::REACHED.to_owned()), ("people__missed", words::MISSED.to_owned())];
    Sheet { key, layers: vec![scene], ..Sheet::default() }
}

fn curve(facts: &PlaceExport) -> Sheet {
    let PlaceExport { scenario, missed, prepared, .. } = facts;
    let target = &missed.target.measures;
    let on_curve =
        OnCurve { position: scenario.share.as_share(), people: target.people_share, in_need: target.coverage };
    // A scale that the figures do not have gives no answer, so there are always points.
    let chart = ConcentrationChart::new(prepared.curve.points(scenario.scale()).unwrap_or_default(), SCENE_WIDTH);
    let curve_words = words::curve_words(scenario);
    let lines = chart.lines(&curve_words, number::whole_percent);
    let target = chart.target(on_curve, &curve_words, words::curve_figures(on_curve));
    Sheet { about: vec![exports::CURVE_HOW_TO.to_owned()], layers: vec![lines, target], ..Sheet::default() }
}

fn fifths(facts: &PlaceExport) -> Sheet {
    let PlaceExport { scenario, missed, .. } = facts;
    let names = words::quintile_names(scenario.rank);
    let scene = quintile_bars(missed.quintiles(scenario.cut), &names, number::percent, SCENE_WIDTH);
    let key = vec![
        ("bar bar--need", common::in_need_capital(*scenario).into_owned()),
        ("bar bar--everyone", common::everyone_capital(*scenario).into_owned()),
    ];
    Sheet { key, layers: vec![scene], ..Sheet::default() }
}

fn of_offers(chart: OffersChart, facts: &PlaceExport, offered: Offered) -> Sheet {
    let result = offered.result;
    let bars = |output: usize| -> (Scene, Option<&str>) {
        let bars = offers_words::value_bars(result, offered.intervals, output);
        (value_bars(&bars, SCENE_WIDTH), (!offered.intervals.is_empty()).then_some(offers_words::INTERVAL_NOTE))
    };
    let (scene, about) = match chart {
        OffersChart::Reached => bars(IN_NEED_REACHED),
        OffersChart::TotalCost => bars(COST),
        OffersChart::CostEach => bars(COST_PER_IN_NEED),
        OffersChart::Plane => {
            let points = offers_words::plane_points(result, offered.intervals);
            (equity_plane(&points, &offers_words::PLANE_AXES, SCENE_WIDTH), Some(offers_words::PLANE_NOTE))
        }
        OffersChart::Tornado => {
            let swings = offers_words::swings(facts.scenario, result);
            let note = if swings.bars.is_empty() { exports::NOTHING_TO_SHOW } else { offers_words::TORNADO_NOTE };
            (tornado(&swings, SCENE_WIDTH), Some(note))
        }
        OffersChart::CoverageCascade => {
            let part = |of: &StrategyResult| CoverageCascade {
                title: offers_words::destination_title(of.strategy, &of.outcome),
                fifths: of.outcome.fifths,
            };
            let parts: Vec<CoverageCascade> = result.results.iter().map(part).collect();
            (coverage_cascade(&parts, words::short_fifths(facts.scenario.rank), SCENE_WIDTH), None)
        }
    };
    let classes = ["part part--reached", "part part--declined", "part part--missed"];
    let key = match chart {
        OffersChart::CoverageCascade => {
            classes.into_iter().zip(offers_words::DESTINATIONS.map(str::to_owned)).collect()
        }
        OffersChart::Reached
        | OffersChart::TotalCost
        | OffersChart::CostEach
        | OffersChart::Plane
        | OffersChart::Tornado => Vec::new(),
    };
    Sheet { about: about.map(str::to_owned).into_iter().collect(), key, layers: vec![scene], ..Sheet::default() }
}

/// The numbers of a chart of a target or of offers. `None` for a chart of offers without offers.
pub(super) fn table_of(chart: Chart, facts: &PlaceExport) -> Option<Table> {
    let PlaceExport { scenario, missed, prepared, .. } = facts;
    let output = |index: usize| {
        let offered = facts.offers?;
        let rows = offers_words::output_rows(offered.result, offered.intervals, index);
        Some((offers_words::output_headings(index), rows))
    };
    let (headings, rows) = match chart {
        Chart::Target(TargetChart::People) => (words::people_headings(scenario), words::people_rows(missed)),
        Chart::Target(TargetChart::Curve) => {
            (words::curve_headings(scenario).to_vec(), words::curve_rows(scenario, prepared))
        }
        Chart::Target(TargetChart::Fifths) => {
            (words::quintile_headings(scenario).to_vec(), words::quintile_rows(scenario, missed))
        }
        Chart::Offers(OffersChart::CoverageCascade) => (
            offers_words::destinations_headings(scenario),
            offers_words::destinations_rows(scenario, facts.offers?.result),
        ),
        Chart::Offers(OffersChart::Reached) => output(IN_NEED_REACHED)?,
        Chart::Offers(OffersChart::TotalCost) => output(COST)?,
        Chart::Offers(OffersChart::CostEach) => output(COST_PER_IN_NEED)?,
        Chart::Offers(OffersChart::Plane) => {
            (offers_words::plane_headings(), offers_words::plane_rows(facts.offers?.result, facts.offers?.intervals))
        }
        Chart::Offers(OffersChart::Tornado) => {
            (offers_words::tornado_headings(), offers_words::tornado_rows(scenario, facts.offers?.result))
        }
        Chart::Councils(_) | Chart::Risk(_) | Chart::Gap(_) | Chart::Rows(_) | Chart::Payment(_) | Chart::Audit(_) => {
            return None;
        }
    };
    Some(Table { title: title(chart, facts)?, headings, rows })
}
