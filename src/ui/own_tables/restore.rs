//! Units of an earlier visit brought back, from what is kept of the last one in use, or from the tables kept under a name.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use leptos::prelude::*;

use super::attempt::{id_of, sheet_of};
use super::units::{Held, KEPT, Long, hold, order};
use crate::data::RankBy;
use crate::data::table::{KeptRows, Reading};
use crate::platform::{local, tables};
use crate::results::own_units::OwnTable;
use crate::scenario::TableId;
use crate::ui::apart::{Ask, LongTable, Seen, Tell};
use crate::ui::here::after;
use crate::ui::ports::TableReader;
use crate::ui::reader::with_table_reader;
use crate::ui::state::AppState;
use crate::words::own_units::usual_names;

thread_local! {
    /// A table that is being brought back.
    static COMING: RefCell<Option<Rc<LongTable>>> = const { RefCell::new(None) };
}

/// Brings back the units that a page is about: any that are kept for the next visit where it does not say which.
pub fn restore(app: AppState, meant: Option<TableId>) {
    if let Some(TableId::Schools(schools)) = meant {
        return app.looked_for_table(meant, OwnTable::of_schools(schools).ok().map(Arc::new));
    }
    let kept = local::get(KEPT).ok().flatten().map(|text| KeptRows::from_text(&text));
    let kept = kept.filter(|rows| !rows.is_empty());
    with_table_reader(app, move |reader| {
        let found = reader.ok().zip(kept).and_then(|(reader, rows)| read(app, reader, rows, meant));
        match (found, meant) {
            (Some((table, held)), _) => found_it(app, meant, table, held),
            (None, Some(meant)) => look_among_kept(app, meant),
            (None, None) => app.looked_for_table(meant, None),
        }
    });
}

/// Orders that units may be read for: the page's own, and where something has to be known for that, the other one.
fn orders(app: AppState) -> [RankBy; 2] {
    [order(app), RankBy::Need]
}

fn read(app: AppState, reader: TableReader, rows: KeptRows, meant: Option<TableId>) -> Option<(OwnTable, Held)> {
    orders(app).into_iter().find_map(|order| {
        let (reading, found) = (reader.read_units)(&rows, order).ok()?;
        let (units, id) = found?.ok().filter(|(_, id)| meant.is_none_or(|meant| meant == *id))?;
        Some((OwnTable { units, reading: Some(reading), id }, Held { id, rows: rows.clone(), long: None }))
    })
}

fn found_it(app: AppState, meant: Option<TableId>, table: OwnTable, held: Held) {
    hold(held);
    app.looked_for_table(meant, Some(Arc::new(table)));
    if meant.is_none() {
        app.slide(|scenario| {
            let table = app.own_table.get_untracked();
            if let Some(table) = table.filter(|_| scenario.own.is_used) {
                scenario.use_table(&table.units, table.id, usual_names(&table.units));
            }
        });
    }
}

/// Looks for it among the tables that are kept under a name.
fn look_among_kept(app: AppState, meant: TableId) {
    after(tables::list(), move |found| {
        let tables = found.unwrap_or_default().into_iter().map(|kept| kept.table);
        let Some(kept) = tables.into_iter().find(|table| id_of(table) == Some(meant)) else {
            return app.looked_for_table(Some(meant), None);
        };
        let table = LongTable::new(app.ports.table_reader, app.ports.sheet_reader);
        COMING.set(Some(table.clone()));
        let (choices, sheet) = (kept.choices.clone(), sheet_of(&kept));
        let ask = Ask::Read { choices, sheet, order: Some(order(app)) };
        bring_back(app, meant, &table, &ask, Some(kept.content));
    });
}

/// What was told of a table that is being brought back; `None` once it is not wanted any more.
fn is_coming(table: &Rc<LongTable>) -> bool {
    COMING.with_borrow(|coming| coming.as_ref().is_some_and(|coming| Rc::ptr_eq(coming, table)))
}

fn bring_back(app: AppState, meant: TableId, table: &Rc<LongTable>, ask: &Ask, blob: Option<web_sys::Blob>) {
    let is_again = matches!(ask, Ask::Again { .. });
    let weak = Rc::downgrade(table);
    table.ask(ask, blob, move |tell, _| {
        let Some(table) = weak.upgrade().filter(is_coming) else { return };
        match tell {
            Tell::Done(_) => {}
            Tell::Seen(seen) => match *seen {
                Seen { choices, headings, encoding, joinable, reading: Ok(reading), .. } => {
                    let reading = reading.into_owned();
                    if reading.questions.is_empty() {
                        let rows = KeptRows::with_choices(&choices, String::new(), encoding);
                        let held = move |table| {
                            let long = Some(Long { table, headings: headings.clone(), joinable: joinable.clone() });
                            Held { id: meant, rows: rows.clone(), long }
                        };
                        fetch(app, meant, &table, reading, held);
                    } else if is_again {
                        gave_up(app, meant);
                    } else {
                        let ask = Ask::Again { choices, order: Some(RankBy::Need) };
                        bring_back(app, meant, &table, &ask, None);
                    }
                }
                Seen { reading: Err(_), .. } => gave_up(app, meant),
            },
            Tell::Failed(_) | Tell::Measured(_) | Tell::Units(_) => gave_up(app, meant),
        }
    });
}

fn fetch(
    app: AppState,
    meant: TableId,
    table: &Rc<LongTable>,
    reading: Reading,
    held: impl Fn(Rc<LongTable>) -> Held + 'static,
) {
    let weak = Rc::downgrade(table);
    table.ask(&Ask::Units, None, move |tell, _| {
        let Some(table) = weak.upgrade().filter(is_coming) else { return };
        match tell {
            Tell::Done(_) => {}
            Tell::Units(found) => match *found {
                Ok((units, id)) if id == meant => {
                    COMING.take();
                    found_it(app, Some(meant), OwnTable { units, reading: Some(reading.clone()), id }, held(table));
                }
                Ok(_) | Err(_) => gave_up(app, meant),
            },
            Tell::Seen(_) | Tell::Failed(_) | Tell::Measured(_) => gave_up(app, meant),
        }
    });
}

fn gave_up(app: AppState, meant: TableId) {
    COMING.take();
    app.looked_for_table(Some(meant), None);
}
