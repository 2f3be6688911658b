//! A chart as a sheet to look at and as a table to work with.

use super::{Csv, Exportable, FileContent, Offered, Origin, PlaceExport, Table};
use crate::chart::concentration::{ConcentrationChart, OnCurve};
use crate::chart::coverage_cascade::{CoverageCascade, coverage_cascade};
use crate::chart::equity_plane::equity_plane;
use crate::chart::people::{PeoplePicture, of_a_hundred};
use crate::chart::quintile_bars::quintile_bars;
use crate::chart::shares_by_worth::shares_by_worth;
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::tornado::tornado;
use crate::chart::uptake_fifths::uptake_fifths;
use crate::chart::value_bars::value_bars;
use crate::chart::value_plane::value_plane;
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
        Chart::Offers(OffersChart::Uptake) => offers_words::UPTAKE_CAPTION.to_owned(),
        Chart::Offers(OffersChart::ValuePlane) => offers_words::spread_caption(scenario),
        Chart::Offers(OffersChart::Acceptability) => offers_words::acceptability_caption(scenario),
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
            let axes = offers_words::plane_axes(result.averts);
            (equity_plane(&points, &axes, SCENE_WIDTH), Some(offers_words::PLANE_NOTE))
        }
        OffersChart::Tornado => {
            let swings = offers_words::swings(facts.scenario, result);
            let note = if swings.bars.is_empty() { exports::NOTHING_TO_SHOW } else { offers_words::TORNADO_NOTE };
            (tornado(&swings, SCENE_WIDTH), Some(note))
        }
        OffersChart::Uptake => {
            let (names, short) = (words::quintile_names(facts.scenario.rank), words::short_fifths(facts.scenario.rank));
            let write = (number::whole_percent as fn(f64) -> String, number::percent as fn(f64) -> String);
            let groups = offers_words::uptake_groups(result);
            (uptake_fifths(&groups, &names, short, write, SCENE_WIDTH), Some(offers_words::UPTAKE_NOTE))
        }
        OffersChart::ValuePlane => {
            let plane = offers_words::value_plane(facts.scenario, &result.value, offered.certainty);
            let write: [&dyn Fn(f64) -> String; 2] = [&offers_words::averted_tick, &offers_words::pounds_tick];
            (value_plane(&plane, write, SCENE_WIDTH), Some(offers_words::SPREAD_NOTE))
        }
        OffersChart::Acceptability => {
            let lines = offered.certainty.map(|of| offers_words::acceptability(facts.scenario, &result.value, of));
            let write = (number::whole_percent as fn(f64) -> String, number::pounds as fn(f64) -> String);
            (shares_by_worth(&lines.unwrap_or_default(), write, SCENE_WIDTH), None)
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
        | OffersChart::Tornado
        | OffersChart::Uptake
        | OffersChart::ValuePlane
        | OffersChart::Acceptability => Vec::new(),
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
            let Offered { result, intervals, .. } = facts.offers?;
            (offers_words::plane_headings(result.averts), offers_words::plane_rows(result, intervals))
        }
        Chart::Offers(OffersChart::Tornado) => {
            (offers_words::tornado_headings(), offers_words::tornado_rows(scenario, facts.offers?.result))
        }
        Chart::Offers(OffersChart::Uptake) => {
            (offers_words::uptake_headings(), offers_words::uptake_rows(scenario, facts.offers?.result))
        }
        Chart::Offers(OffersChart::ValuePlane) => {
            let Offered { result, certainty, .. } = facts.offers?;
            let rows = certainty.map(|of| offers_words::spread_rows(&result.value, of)).unwrap_or_default();
            (offers_words::spread_headings(scenario), rows)
        }
        Chart::Offers(OffersChart::Acceptability) => {
            let Offered { result, certainty, .. } = facts.offers?;
            let rows = certainty.map(offers_words::acceptability_rows).unwrap_or_default();
            (offers_words::acceptability_headings(scenario, &result.value), rows)
        }
        Chart::Councils(_) | Chart::Risk(_) | Chart::Gap(_) | Chart::Rows(_) | Chart::Payment(_) | Chart::Audit(_) => {
            return None;
        }
    };
    Some(Table { title: title(chart, facts)?, headings, rows })
}
