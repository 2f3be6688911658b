//! The person's own units in use, and the rows that they were read from.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use crate::data::RankBy;
use crate::data::table::{Joinable, KeptRows, Reading, Targetable};
use crate::model::Curve;
use crate::platform::local;
use crate::results::own_units::OwnTable;
use crate::scenario::{OwnUnits, TableId};
use crate::ui::apart::LongTable;
use crate::ui::curve::Problem;
use crate::ui::layout::message_of;
use crate::ui::state::AppState;
use crate::words::import::Message;
use crate::words::own_units::usual_names;

/// Where units are kept between visits.
pub const KEPT: &str = "who-gets-missed-units";

/// A long table, and what the page has to know of it but for how it is read.
#[derive(Clone)]
pub struct Long {
    /// Where it is.
    pub table: Rc<LongTable>,
    /// Its headings.
    pub headings: Vec<String>,
    /// What it lacks that another table may have.
    pub joinable: Option<Joinable>,
}

/// The rows that units in use were read from, to be read again with other answers.
#[derive(Clone)]
pub struct Held {
    /// The link's name of the units.
    pub id: TableId,
    /// The rows, and what was chosen of them.
    pub rows: KeptRows,
    /// Where they are held if they are long.
    pub long: Option<Long>,
}

thread_local! {
    static HELD: RefCell<Option<Held>> = const { RefCell::new(None) };
}

/// Whether units of an earlier visit are kept.
pub fn has_kept_units() -> bool {
    local::get(KEPT).ok().flatten().is_some_and(|text| !text.is_empty())
}

/// Holds the rows of the units that came into use.
pub fn hold(held: Held) {
    HELD.set(Some(held));
}

/// The order that units are read for.
pub fn order(app: AppState) -> RankBy {
    app.scenario.with_untracked(|scenario| scenario.rank)
}

/// The rows that some units were read from, if they are here.
pub fn held(id: TableId) -> Option<Held> {
    HELD.with_borrow(Clone::clone).filter(|held| held.id == id)
}

/// Puts units into use on the page. What an earlier table and its place were called is not said of them.
///
/// # Errors
/// Why there would be no answer.
pub fn put_into_use(app: AppState, units: Targetable, reading: Reading, id: TableId) -> Result<(), Message> {
    let table = Arc::new(OwnTable { units, reading: Some(reading), id });
    let rank = table.units.rank(order(app));
    if let Err(error) = Curve::check(&table.units.population(rank).units) {
        let problem = app.scenario.with_untracked(|scenario| message_of(Problem::Curve(error), scenario));
        return Err(Message { problem, advice: String::new() });
    }
    let is_another = app.own_table.with_untracked(|before| before.as_ref().is_some_and(|before| before.id != id));
    app.own_table.set(Some(table.clone()));
    app.choose(|scenario| {
        if is_another {
            scenario.own = OwnUnits::default();
        }
        if !scenario.own.is_used {
            scenario.place_name = None;
        }
        scenario.use_table(&table.units, id, usual_names(&table.units));
    });
    Ok(())
}

/// Takes units out of use, here and for the next visit.
pub fn drop_all(app: AppState) {
    // What is built in is nothing of the person's.
    if app.own_table.with_untracked(|table| table.as_ref().is_some_and(|table| table.reading.is_some())) {
        let _ = local::set(KEPT, "");
        HELD.take();
    }
    app.own_table.set(None);
    app.choose(|scenario| {
        (scenario.own, scenario.place_name) = (OwnUnits::default(), None);
    });
}
