//! Leptos views.
//!
//! *Architecture invariant:* views hold no arithmetic and no words; they put results, geometry and words together.

mod announced;
mod apart;
mod app;
mod charts;
mod controls;
mod curve;
mod deferred;
mod downloads;
mod exhibits;
mod exporting;
mod figures;
mod here;
mod lasting;
mod layout;
mod links;
mod lists;
mod long_rows;
mod maps;
mod official_reader;
mod own_files;
mod own_tables;
mod pages;
mod parts;
mod ports;
mod reactive;
mod reader;
mod saved_pages;
mod sheet_reader;
mod state;
mod table_reader;
mod tables;
mod view_models;
mod workshop;

use std::time::Duration;

use crate::platform::{apart as worker, broken, theme};
use crate::words::locale::{DIRECTION, LANGUAGE};

/// Puts the app into the page, or serves a page from a worker.
pub fn start() {
    if worker::is_apart() {
        parts::serve_a_page();
    } else {
        mount();
    }
}

/// Puts the app into the page.
pub fn mount() {
    broken::show_way_back_on_panic();
    // Without a page there is nothing to mount either.
    let _ = theme::set_language(LANGUAGE, DIRECTION);
    let mount = || {
        leptos::mount::mount_to_body(app::App);
        if !broken::shows_first_view() {
            broken::take_away_waiting_text();
        }
    };
    // Making the program ready and making the page are long enough for an old phone one at a time.
    leptos::prelude::set_timeout(mount, Duration::ZERO);
}
