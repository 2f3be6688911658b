//! Prints the table of views as JSON: `cargo run --no-default-features --example views`. Scripts and end-to-end tests read it
//! (`scripts/views.mjs`), so that a view that is added is looked at by all of them.

use std::io::Write;
use std::process::ExitCode;

use serde_json::{Value, json};
use who_gets_missed::scenario::{Lock, View, ViewSpec, chart_key};
use who_gets_missed::words::common;

fn main() -> ExitCode {
    let table: Value = View::ALL.into_iter().map(row).collect();
    match writeln!(std::io::stdout(), "{table:#}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn row(view: View) -> Value {
    let ViewSpec {
        key,
        file_name,
        door,
        kind,
        numbers,
        takes_own,
        is_framed,
        card,
        charts,
        has_steps,
        is_compared,
        locks,
    } = *view.spec();
    json!({
        "key": key,
        "label": common::nav_label(view),
        "heading": common::heading(view),
        "file_name": file_name,
        "door": door.key(),
        "kind": kind.key(),
        "numbers": numbers.key(),
        "takes_own": takes_own,
        "is_framed": is_framed,
        "card": card.map(|locks| locks.iter().copied().map(Lock::key).collect::<Vec<_>>()),
        "charts": charts.iter().copied().map(chart_key).collect::<Vec<_>>(),
        "has_steps": has_steps,
        "is_compared": is_compared,
        "locks": locks.iter().copied().map(Lock::key).collect::<Vec<_>>(),
    })
}
