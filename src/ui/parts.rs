//! Parts of the page that are fetched when they are opened, so that the first view stays small.
//!
//! Each function in [`parts!`] is where the build cuts the program (feature `split`, see `scripts/finish.mjs`): what only
//! it needs comes as a Wasm file of its own. Without the feature, as in tests, everything is one file.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::spawn_local as spawn_apart;

use super::controls::{CombinedPlaces, FurtherChoices};
use super::deferred::in_turn;
use super::exporting::{self, Saving};
use super::maps::{AreasMap, MapOf};
use super::official_reader;
use super::own_tables::{self, OwnUnitsEntry};
use super::pages::{
    AboutPage, AreasPage, AuditPage, CheckedPage, Comparison, CouncilsFramed, CouncilsPage, CurveOf, DataPage,
    GapFramed, GapPage, IncentiveFramed, IncentivePage, MissedFramed, MissedFurther, MissedPage, NotePage, OnCurve,
    PopulationFramed, PopulationPage, RuralPart, SavedPage, SharePanel, SitePage, StrategiesFramed, StrategiesPage,
    ValueOf, ValuePart,
};
use super::ports::{
    Download, Further, Later, NotLoaded, OfficialReader, PlaceFinder, Ports, ReachOf, ReadSheet, Screen, TableReader,
};
use super::reactive::part;
use super::sheet_reader;
use super::state::AppState;
use super::table_reader;
use super::view_models::reach_of_service;
use super::workshop::{DeckView, SessionView};
use crate::platform::{address, apart as worker, focus};
use crate::scenario::{TableId, View};
use crate::words::{common, place};

/// Makes a view whose code is there.
type Build = fn() -> AnyView;

/// Brings back units that are kept.
type Restore = fn(AppState, Option<TableId>);

/// Makes a file and saves it.
type Save = fn(AppState, Download) -> Saving;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

/// Functions that are fetched with all they need when they are first called, by the part they come with. What several
/// parts share becomes a file for each set of them, so the parts are few.
macro_rules! parts {
    ($($part:ident: $name:ident() -> $result:ty = $body:expr;)*) => {$(
        #[cfg(feature = "split")]
        #[allow(unsafe_code, reason = "the macro's own, where it links the part")]
        #[wasm_split_helpers::wasm_split($part, fallible)]
        fn $name() -> Result<$result, NotLoaded> {
            Ok($body)
        }

        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async, reason = "as where it is fetched")]
        async fn $name() -> Result<$result, NotLoaded> {
            Ok($body)
        }
    )*};
}

parts! {
    councils: councils() -> Build = || view! { <CouncilsPage/> }.into_any();
    councils: councils_framed() -> Build = || view! { <CouncilsFramed/> }.into_any();
    areas: areas() -> Build = || view! { <AreasPage/> }.into_any();
    audit: audit() -> Build = || view! { <AuditPage/> }.into_any();
    audit: service_reach() -> ReachOf<AppState> = reach_of_service;
    offers: strategies() -> Build = || view! { <StrategiesPage/> }.into_any();
    offers: strategies_framed() -> Build = || view! { <StrategiesFramed/> }.into_any();
    models: population() -> Build = || view! { <PopulationPage/> }.into_any();
    models: population_framed() -> Build = || view! { <PopulationFramed/> }.into_any();
    gap: gap() -> Build = || view! { <GapPage/> }.into_any();
    gap: gap_framed() -> Build = || view! { <GapFramed/> }.into_any();
    models: incentive() -> Build = || view! { <IncentivePage/> }.into_any();
    models: incentive_framed() -> Build = || view! { <IncentiveFramed/> }.into_any();
    desk: saved() -> Build = || view! { <SavedPage/> }.into_any();
    note: note() -> Build = || view! { <NotePage/> }.into_any();
    read: site() -> Build = || view! { <SitePage/> }.into_any();
    read: data() -> Build = || view! { <DataPage/> }.into_any();
    read: checked() -> Build = || view! { <CheckedPage/> }.into_any();
    read: about() -> Build = || view! { <AboutPage/> }.into_any();
    files: downloads() -> Save = exporting::save;
    official: official_reader() -> OfficialReader = official_reader::READER;
    desk: share_panel() -> Build = || view! { <SharePanel/> }.into_any();
    desk: comparison() -> Build = || view! { <Comparison/> }.into_any();
    framed: missed_framed() -> Build = || view! { <MissedFramed/> }.into_any();
    further: missed() -> Build = || view! { <MissedFurther/> }.into_any();
    further: choices() -> Build = || view! { <FurtherChoices/> }.into_any();
    places: place_finder() -> PlaceFinder = PlaceFinder { choices: place::choices, matching: place::matching };
    places: combined_places() -> Build = || view! { <CombinedPlaces/> }.into_any();
    curve: areas_curve() -> Build = || use_context::<CurveOf>().map(|of| view! { <OnCurve of/> }).into_any();
    value: offers_value() -> Build = || use_context::<ValueOf>().map(|of| view! { <ValuePart of/> }).into_any();
    bring: own_units() -> Build = || view! { <OwnUnitsEntry/> }.into_any();
    rural: rural() -> Build = || view! { <RuralPart/> }.into_any();
    map: areas_map() -> Build = || use_context::<MapOf>().map(|of| view! { <AreasMap of/> }).into_any();
    sheets: sheet_reader() -> ReadSheet = sheet_reader::read;
    reader: table_reader() -> TableReader = table_reader::READER;
    reader: table_restorer() -> Restore = own_tables::restore_units;
    workshop: deck() -> Build = || view! { <DeckView/> }.into_any();
    workshop: session() -> Build = || view! { <SessionView/> }.into_any();
}

#[derive(Clone, Copy)]
enum State {
    Under,
    Here(Build),
    Failed,
    /// It may still come.
    Late,
}

/// How long a person waits for a part without a word.
const PATIENCE: Duration = Duration::from_secs(6);

/// Does long work for a page, apart from it: reads an official file that comes without a word, else answers what is asked of a
/// long table.
pub fn serve_a_page() {
    worker::serve(|parcel| {
        #[allow(clippy::disallowed_methods, reason = "the worker ends with the page")]
        spawn_apart(async move {
            let answer = match parcel {
                (bytes, Some(file)) if bytes.is_empty() => match official_reader().await {
                    Ok(reader) => (reader.serve)(file).await,
                    Err(NotLoaded) => None,
                },
                parcel => match table_reader().await {
                    Ok(reader) => (reader.serve)(parcel, || Box::pin(sheet_reader())).await,
                    Err(NotLoaded) => None,
                },
            };
            match answer {
                Some(parcel) => worker::tell(parcel),
                None => worker::tell_nothing(),
            }
        });
    });
}

/// What the shell hands to all that stands below it.
pub static PORTS: Ports<AppState> = Ports {
    screen,
    share_panel: || fetched(|| Box::pin(share_panel()), "govuk-body", || ()),
    comparison: || fetched(|| Box::pin(comparison()), "govuk-body", || ()),
    further: |what| {
        let load: Load = match what {
            Further::Missed => || Box::pin(missed()),
            Further::Choices => || Box::pin(choices()),
            Further::Rural => || Box::pin(rural()),
            Further::AreasCurve => || Box::pin(areas_curve()),
            Further::OwnUnits => || Box::pin(own_units()),
            Further::Value => || Box::pin(offers_value()),
        };
        let class = match what {
            Further::Missed | Further::Choices => "govuk-body further--awaited",
            Further::Rural | Further::AreasCurve | Further::OwnUnits | Further::Value => "govuk-body",
        };
        fetched(load, class, || ())
    },
    areas_map: || fetched(|| Box::pin(areas_map()), "govuk-details__text", || ()),
    place_finder: || Box::pin(place_finder()),
    combined_places: || fetched(|| Box::pin(combined_places()), "govuk-details__text", || ()),
    sheet_reader: || Box::pin(sheet_reader()),
    table_reader: || Box::pin(table_reader()),
    restore_table,
    file_reader: || Box::pin(official_reader()),
    service_reach: || Box::pin(service_reach()),
    save: |app, wanted| Box::pin(save(app, wanted)),
};

async fn save(app: AppState, wanted: Download) -> bool {
    match downloads().await {
        Ok(save) => save(app, wanted).await.is_ok(),
        Err(NotLoaded) => false,
    }
}

fn restore_table(app: AppState, meant: Option<TableId>) {
    #[allow(clippy::disallowed_methods, reason = "it belongs to the whole page")]
    spawn_local(async move {
        match table_restorer().await {
            Ok(restore) => restore(app, meant),
            Err(NotLoaded) => app.looked_for_table(meant, None),
        }
    });
}

/// Fetches what makes a view.
type Load = fn() -> Later<Result<Build, NotLoaded>>;

/// What fills the page. The first view is there; the others come as parts, whose heading gets the focus when it is there,
/// unless the page starts with it.
fn screen(screen: Screen, is_start: bool) -> AnyView {
    let load: Load = match screen {
        Screen::Page(View::Missed) => return view! { <MissedPage/> }.into_any(),
        Screen::Framed(view, _) => match view {
            View::Councils => || Box::pin(councils_framed()),
            View::Strategies => || Box::pin(strategies_framed()),
            View::Population => || Box::pin(population_framed()),
            View::Gap => || Box::pin(gap_framed()),
            View::Incentive => || Box::pin(incentive_framed()),
            // The others have no part that a frame can show.
            View::Missed
            | View::Areas
            | View::Audit
            | View::Saved
            | View::Note
            | View::Site
            | View::Data
            | View::Checked
            | View::About => || Box::pin(missed_framed()),
        },
        Screen::Deck(_) => || Box::pin(deck()),
        Screen::Session => || Box::pin(session()),
        Screen::Page(View::Councils) => || Box::pin(councils()),
        Screen::Page(View::Areas) => || Box::pin(areas()),
        Screen::Page(View::Strategies) => || Box::pin(strategies()),
        Screen::Page(View::Population) => || Box::pin(population()),
        Screen::Page(View::Gap) => || Box::pin(gap()),
        Screen::Page(View::Incentive) => || Box::pin(incentive()),
        Screen::Page(View::Audit) => || Box::pin(audit()),
        Screen::Page(View::Saved) => || Box::pin(saved()),
        Screen::Page(View::Note) => || Box::pin(note()),
        Screen::Page(View::Site) => || Box::pin(site()),
        Screen::Page(View::Data) => || Box::pin(data()),
        Screen::Page(View::Checked) => || Box::pin(checked()),
        Screen::Page(View::About) => || Box::pin(about()),
    };
    let focus_heading: fn() = || request_animation_frame(focus::heading);
    fetched(load, "govuk-body answer answer--awaited", if is_start { || () } else { focus_heading })
}

/// Something that comes as a part. `class` is that of what stands there until then; `on_here` runs when it is there.
fn fetched(load: Load, class: &'static str, on_here: fn()) -> AnyView {
    let state = RwSignal::new(State::Under);
    let load = move || {
        state.set(State::Under);
        let look = move || {
            if matches!(state.try_get_untracked(), Some(State::Under)) {
                state.set(State::Late);
            }
        };
        set_timeout(look, PATIENCE);
        #[allow(clippy::disallowed_methods, reason = "it asks itself, also between tries")]
        spawn_local(async move {
            let built = load().await;
            // The person may have gone on to another view.
            state.try_set(built.map_or(State::Failed, State::Here));
        });
    };
    // Making the code ready and building the view are long enough for an old phone one at a time.
    set_timeout(load, Duration::ZERO);
    let under = move || view! { <p class=class role="status">{common::LOADING_PART}</p> }.into_any();
    part(move || match state.get() {
        State::Under => under(),
        State::Here(build) => {
            let build = move || {
                on_here();
                build()
            };
            in_turn(under, build).into_any()
        }
        tried => {
            // What is on its way is not asked for twice, but with the whole page it is.
            let again = move |_| match tried {
                State::Late => address::load_again(),
                _ => load(),
            };
            view! {
                <div class=class role="alert">
                    <p>{common::PART_FAILED}</p>
                    <button type="button" class="govuk-button" on:click=again>
                        {common::TRY_AGAIN}
                    </button>
                </div>
            }
            .into_any()
        }
    })
    .into_any()
}
