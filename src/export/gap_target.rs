//! The slope target and the published figures of the view `gap`, as files.

use serde_json::{Value, json};

use super::explained::explained;
use super::{Exportable, FileContent, Origin, Table};
use crate::chart::slope_lines::slope_lines;
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::value_bars::value_bars;
use crate::chart::years::years;
use crate::chart::{Chart, GapChart};
use crate::model::gap::{APPENDIX_C, CHILDREN_IN_LOW_INCOME};
use crate::results::gap_target::{Line, Targets, years as all_years};
use crate::scenario::Scenario;
use crate::words::says::{self, Said};
use crate::words::{common, exports, gap_target as words};

/// The target with the choices that it was worked out from.
#[derive(Clone, Copy)]
pub struct SlopeTargetExport<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// The target.
    pub targets: &'a Targets,
}

impl SlopeTargetExport<'_> {
    /// The chart as one of a known gap; `None` for any other.
    const fn own(chart: Chart) -> Option<GapChart> {
        match chart {
            Chart::Gap(chart) => Some(chart),
            Chart::Target(_)
            | Chart::Councils(_)
            | Chart::Offers(_)
            | Chart::Risk(_)
            | Chart::Rows(_)
            | Chart::Payment(_)
            | Chart::Audit(_) => None,
        }
    }

    fn title(&self, chart: GapChart) -> String {
        match chart {
            GapChart::Slope => words::caption(&self.scenario.gap.target),
            GapChart::HealthyLife => words::YEARS_CAPTION.to_owned(),
            GapChart::LowIncome => words::CHILDREN_CAPTION.to_owned(),
        }
    }

    fn source(chart: GapChart) -> String {
        match chart {
            GapChart::Slope => words::slope_source(),
            GapChart::HealthyLife => words::years_source(),
            GapChart::LowIncome => words::children_source(),
        }
    }
}

impl Exportable for SlopeTargetExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        words::PLACE.to_owned()
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        let (chart, choices) = (Self::own(chart)?, &self.scenario.gap.target);
        let (headings, rows) = match chart {
            GapChart::Slope => (words::headings(), words::rows(choices, self.targets)),
            GapChart::HealthyLife => (words::years_headings(), words::years_rows()),
            GapChart::LowIncome => (words::children_headings(), words::children_rows()),
        };
        Some(Table { title: self.title(chart), headings, rows })
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        let (chart, choices) = (Self::own(chart)?, &self.scenario.gap.target);
        let title = self.title(chart);
        let key = |[now, target]: [&str; 2]| {
            vec![("bar bar--need", now.to_owned()), ("bar bar--everyone", target.to_owned())]
        };
        let (about, key, scene) = match chart {
            GapChart::Slope => {
                let panels = words::panels(choices, self.targets);
                let about = words::sources(choices);
                (about, key(words::KEY), slope_lines(&panels, words::PICTURE, words::rate, SCENE_WIDTH))
            }
            GapChart::HealthyLife => {
                let [now, target] = words::YEARS_KEY;
                let about = vec![words::YEARS_NOTE.to_owned(), words::years_missed()];
                (about, key([target, now]), years(&words::years_picture(), words::years_figure, SCENE_WIDTH))
            }
            GapChart::LowIncome => {
                let about = vec![words::CHILDREN_NOTE.to_owned()];
                (about, Vec::new(), value_bars(&words::children_bars(), SCENE_WIDTH))
            }
        };
        let foot = vec![Self::source(chart), exports::made_with(origin.date, origin.link)];
        Some(Sheet { title, about, key, layers: vec![scene], foot })
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let (title, sources) = match of {
            FileContent::Chart(chart) => {
                Self::own(chart).map(|chart| (self.title(chart), vec![Self::source(chart)])).unwrap_or_default()
            }
            FileContent::Results => (
                exports::results_title(self.scenario.view),
                vec![words::slope_source(), words::years_source(), words::children_source()],
            ),
        };
        let mut rows = vec![
            exports::fact("Title", title),
            exports::fact("Numbers", numbers),
            exports::fact("Place", words::PLACE),
        ];
        if matches!(of, FileContent::Chart(Chart::Gap(GapChart::Slope)) | FileContent::Results) {
            rows.extend(words::sources(&self.scenario.gap.target).iter().map(|source| exports::fact("Figure", source)));
        }
        rows.extend(
            sources.into_iter().map(|source| exports::fact("Source", source.trim_start_matches(common::SOURCE))),
        );
        rows.push(exports::fact("Made on", origin.date));
        rows.push(exports::fact("Link", origin.link));
        rows
    }

    fn says(&self) -> Vec<Said> {
        says::of_slope_target(self.scenario, self.targets)
    }

    fn results(&self) -> serde_json::Result<Value> {
        let choices = &self.scenario.gap.target;
        let line = |line: Option<Line>| {
            Ok::<_, serde_json::Error>(explained(serde_json::to_value(line)?, &|_| words::NO_RATIO.to_owned()))
        };
        let why = |key: &str| match (key, self.targets.line, self.targets.second) {
            ("line", Err(error), _) => words::problem(error, false),
            (_, _, Some(Err(error))) => words::problem(error, true),
            _ => words::NO_SECOND.to_owned(),
        };
        let slope_target = json!({
            "unit": words::RATES_HINT,
            "line": line(self.targets.line.ok())?,
            "second_line": line(self.targets.second.and_then(Result::ok))?,
            "figures": words::sources(choices),
            "appendix_c": APPENDIX_C,
        });
        Ok(json!({
            "place": words::PLACE,
            "source": words::strategy(),
            "slope_target": explained(slope_target, &why),
            "healthy_life": { "unit": "years", "groups": all_years(), "source": words::years_source() },
            "children_in_low_income": { "shares": CHILDREN_IN_LOW_INCOME, "source": words::children_source() },
            "title": common::heading(self.scenario.view),
        }))
    }
}
