//! What the view `councils` shows, as files.

use serde_json::{Value, json};

use super::{Exportable, FileContent, Origin, Table};
use crate::chart::bands::Bands;
use crate::chart::dot_strip::{dot_strip, low_dot_strip};
use crate::chart::hex_map::{HexGrid, HexLook, NO_SHADE, SHADES};
use crate::chart::svg::{SCENE_WIDTH, Sheet};
use crate::chart::{Chart, CouncilsChart, Scene};
use crate::data::hexagons::{HexMap, Hexagon};
use crate::data::{ListedPlace, PlaceCode, Places};
use crate::results::councils::{Councils, Home, PlaceFigures, PlaceRow};
use crate::scenario::{ListKind, Scenario};
use crate::words::says::{self, Said};
use crate::words::{councils as words, exports, kinds, place};

/// All councils side by side.
#[derive(Clone, Copy)]
pub struct CouncilsExport<'a> {
    /// The choices.
    pub scenario: &'a Scenario,
    /// The result.
    pub result: &'a Councils,
    /// The places of the figures in use.
    pub places: &'a Places,
}

/// The bands of the strip and of the map.
pub fn bands(result: &Councils) -> Bands {
    let all = result.rows.iter().filter_map(|row| row.figures.as_ref().ok());
    Bands::over(all.chain([&result.own]).map(PlaceFigures::missed_tenths))
}

/// The strip for a width in pixels.
pub fn strip(scenario: &Scenario, result: &Councils, places: &Places, width: f64) -> Scene {
    let named = words::named(scenario, result, places);
    dot_strip(&shares(result), &named, &bands(result), words::STRIP_WORDS, width)
}

/// The same with the place alone named, for a card.
pub fn strip_of_own(result: &Councils, width: f64) -> Scene {
    low_dot_strip(&shares(result), words::here(result), &bands(result), words::STRIP_WORDS, width)
}

fn shares(result: &Councils) -> Vec<f64> {
    result.rows.iter().filter_map(|row| Some(row.figures.as_ref().ok()?.exclusion_error)).collect()
}

/// The councils that are on the map in the order of their codes, with the place of the list that each lies in, its column and
/// its row.
pub fn on_map<'a>(scenario: &Scenario, result: &'a Councils) -> Vec<(&'a Home, (u8, u8))> {
    let map = HexMap::of(scenario.data);
    let of = |hexagon: &Hexagon| Some((result.home_of(hexagon.code)?, (hexagon.column, hexagon.row)));
    map.hexagons().iter().filter_map(of).collect()
}

/// How each of these councils is drawn on the map.
pub fn looks(scenario: &Scenario, result: &Councils) -> Vec<HexLook> {
    let bands = bands(result);
    let shades: Vec<(PlaceCode, usize)> = result
        .rows
        .iter()
        .filter_map(|row| Some((row.code, bands.shade(bands.of(row.figures.as_ref().ok()?.missed_tenths())))))
        .collect();
    let look = |(home, _): (&Home, (u8, u8))| HexLook {
        shade: home.place.and_then(|code| shades.iter().find(|(of, _)| *of == code)).map(|(_, shade)| *shade),
        is_own: words::is_in_outline(scenario, result, home),
    };
    on_map(scenario, result).into_iter().map(look).collect()
}

/// The key of the map: the class of each shade and what it stands for.
pub fn key(result: &Councils) -> Vec<(&'static str, String)> {
    let bands = bands(result);
    let item = |band: usize| Some((*SHADES.get(bands.shade(band))?, words::band(&bands, band)));
    let none = words::no_band(result).map(|text| (NO_SHADE, text));
    (0..bands.count()).filter_map(item).chain(none).collect()
}

impl CouncilsExport<'_> {
    /// The chart as one of this view; `None` for a chart of another.
    const fn own(chart: Chart) -> Option<CouncilsChart> {
        match chart {
            Chart::Councils(chart) => Some(chart),
            Chart::Target(_)
            | Chart::Offers(_)
            | Chart::Risk(_)
            | Chart::Gap(_)
            | Chart::Rows(_)
            | Chart::Payment(_)
            | Chart::Audit(_) => None,
        }
    }

    fn title(&self, chart: CouncilsChart) -> String {
        match chart {
            CouncilsChart::Strip => words::strip_caption(self.scenario, self.result),
            CouncilsChart::Map => words::map_caption(self.scenario, self.result),
        }
    }

    /// Every council on the map with the place of the list that its shade is of.
    fn hexagons(&self) -> Vec<Value> {
        let hexagon = |(home, (column, row)): (&Home, (u8, u8))| {
            let mut all = json!({
                "code": home.council,
                "name": home.name,
                "place": home.place,
                "is_in_several": home.is_cut,
                "map_column": column,
                "map_row": row,
            });
            if let (None, Value::Object(all)) = (home.place, &mut all) {
                all.insert("reasons".to_owned(), json!({ "place": words::in_none(self.result.kind) }));
            }
            all
        };
        on_map(self.scenario, self.result).into_iter().map(hexagon).collect()
    }

    fn of_row(&self, row: &PlaceRow, listed: &[ListedPlace], map: &HexMap) -> Value {
        let on_map = row.code.authority().and_then(|code| map.find(code));
        let place = listed.iter().find(|place| place.code == row.code);
        let others = || listed.iter().map(|place| (place.code, &place.extent));
        let borders = place.map(|place| map.bordering(self.scenario.data, (place.code, &place.extent), others()));
        let mut all = json!({
            "code": row.code,
            "name": row.name,
            "figures": row.figures.as_ref().ok(),
            "is_in_place": row.is_own,
            "borders": borders.unwrap_or_default(),
        });
        if let Value::Object(all) = &mut all {
            if let Some((rank, is_shared)) = row.rank {
                all.insert("rank_from_most".to_owned(), rank.into());
                all.insert("is_rank_shared".to_owned(), is_shared.into());
            }
            if let Some(hexagon) = on_map {
                all.insert("map_column".to_owned(), hexagon.column.into());
                all.insert("map_row".to_owned(), hexagon.row.into());
            }
        }
        all
    }
}

impl Exportable for CouncilsExport<'_> {
    fn scenario(&self) -> &Scenario {
        self.scenario
    }

    fn place(&self) -> String {
        place::of(self.scenario, self.places)
    }

    fn table(&self, chart: Chart) -> Option<Table> {
        let chart = Self::own(chart)?;
        let (headings, rows) = (words::headings(self.scenario), words::rows(self.result));
        Some(Table { title: self.title(chart), headings, rows })
    }

    fn sheet(&self, chart: Chart, origin: &Origin) -> Option<Sheet> {
        let Self { scenario, result, places } = *self;
        let chart = Self::own(chart)?;
        let about = exports::place_and_target(&self.place(), scenario);
        let (scene, note, key) = match chart {
            CouncilsChart::Strip => {
                (strip(scenario, result, places, SCENE_WIDTH), words::strip_note(scenario, result, places), Vec::new())
            }
            CouncilsChart::Map => {
                let cells: Vec<(u8, u8)> = on_map(scenario, result).iter().map(|(_, cell)| *cell).collect();
                (
                    HexGrid::new(&cells, SCENE_WIDTH).scene(&looks(scenario, result)),
                    words::map_note(scenario, result, places),
                    key(result),
                )
            }
        };
        let mut foot = vec![words::figures(scenario, result)];
        if chart == CouncilsChart::Map {
            foot.push(words::MAP_SOURCE.to_owned());
        }
        foot.extend(exports::foot_of_all(scenario, &result.missed, origin.date, origin.link));
        Some(Sheet { title: self.title(chart), about: vec![about, note], key, layers: vec![scene], foot })
    }

    fn header(&self, of: FileContent, numbers: &str, origin: &Origin) -> Vec<Vec<String>> {
        let title = match of {
            FileContent::Chart(chart) => Self::own(chart).map(|chart| self.title(chart)).unwrap_or_default(),
            FileContent::Results => exports::results_title(self.scenario.view),
        };
        let about = (&*self.place(), self.scenario);
        let mut rows = exports::header(&title, numbers, about, &self.result.missed, (origin.date, origin.link));
        let all = format!("All {}", kinds::nouns(self.result.kind).many);
        rows.push(exports::fact(&all, words::figures(self.scenario, self.result)));
        let note = words::list_note(self.result);
        rows.extend((!note.is_empty()).then(|| exports::fact("Note", note)));
        rows.extend(words::left_out(self.result).map(|text| exports::fact("Note", text)));
        rows
    }

    fn says(&self) -> Vec<Said> {
        says::of_councils(self.scenario, self.result, self.places)
    }

    fn results(&self) -> serde_json::Result<Value> {
        let Self { scenario, result, .. } = *self;
        let map = HexMap::of(scenario.data);
        let listed = self.places.all_of(scenario.data, result.kind.place_kind());
        let rows: Vec<Value> = result.rows.iter().map(|row| self.of_row(row, &listed, &map)).collect();
        let mut all = json!({
            "data": scenario.data.key(),
            "place": scenario.place.to_string(),
            "figures": words::figures(scenario, result),
            "source": exports::attribution(scenario),
            "people_estimated": exports::is_estimated(scenario, &result.missed),
            "map_source": words::MAP_SOURCE,
            "is_approximate": result.missed.is_approximate,
            "own": result.own,
            "standing": result.standing,
            "spread": result.spread,
            "kind": result.kind.key(),
        });
        if let Value::Object(all) = &mut all {
            let (rows_of, on_map) = match result.kind {
                ListKind::Councils => ("councils", None),
                ListKind::Icbs | ListKind::Regions | ListKind::CombinedAuthorities => ("places", Some(self.hexagons())),
            };
            all.extend(result.year.map(|year| ("list_year".to_owned(), year.into())));
            all.insert(rows_of.to_owned(), rows.into());
            all.extend(on_map.map(|on_map| ("hexagons".to_owned(), on_map.into())));
        }
        Ok(all)
    }
}
