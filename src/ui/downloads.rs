//! The buttons for downloads. What makes the files comes as a part when one is pressed.

use leptos::prelude::*;

use super::controls::Folded;
use super::here::after;
use super::ports::Download;
use super::state::use_app;
use crate::chart::{Chart, ChartFile, ResultsFile};
use crate::scenario::View;
use crate::words::exports;

/// The buttons of a chart.
#[component]
pub fn ChartDownloads(
    /// Which chart.
    chart: Chart,
) -> impl IntoView {
    let buttons = ChartFile::ALL
        .map(|file| (Download::Chart(chart, file), exports::file_label(file), exports::file_name(file, chart)));
    view! {
        <div class="downloads">
            <span class="downloads__label">{exports::DOWNLOAD}</span>
            <Buttons buttons=buttons.to_vec()/>
        </div>
    }
}

/// The buttons of all results of a view.
#[component]
pub fn AllDownloads(
    /// The view.
    of: View,
) -> impl IntoView {
    let inside = move || {
        let buttons = ResultsFile::ALL
            .map(|file| (Download::Results(of, file), exports::results_label(file), exports::results_name(file)));
        view! {
            <p class="figure__note">{exports::all_text(of)}</p>
            <div class="downloads">
                <Buttons buttons=buttons.to_vec()/>
            </div>
        }
        .into_any()
    };
    view! { <Folded text=exports::ALL class=" all-downloads screen-only" inside=Box::new(inside)/> }
}

/// Buttons with what each saves, says, and is called, and what came of it.
#[component]
fn Buttons(
    /// The buttons.
    buttons: Vec<(Download, &'static str, String)>,
) -> impl IntoView {
    let app = use_app();
    let outcome = RwSignal::new(String::new());
    let save = move |wanted: Download| {
        outcome.set(exports::UNDER_WAY.to_owned());
        after((app.ports.save)(app, wanted), move |is_saved| {
            let said = if is_saved { exports::SAVED } else { exports::NOT_SAVED };
            outcome.set(said.to_owned());
        });
    };
    let button = |(wanted, label, name)| {
        view! {
            <button type="button" class="link-button" aria-label=name on:click=move |_| save(wanted)>
                {label}
            </button>
        }
        .into_any()
    };
    view! {
        {buttons.into_iter().map(button).collect_view()}
        <span class="downloads__outcome" role="status">{outcome}</span>
    }
}
