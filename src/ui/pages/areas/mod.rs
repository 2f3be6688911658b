//! The view `areas`: which units exactly, one by one, by a cut or by name.

mod by_name;
mod curve;
mod list;

use leptos::prelude::*;

use self::by_name::{ByName, ListBeside, tick};
pub use self::curve::{CurveOf, OnCurve};
use self::list::UnitsTable;
use crate::scenario::View;
use crate::ui::controls::{Folded, MadeOnceOpen};
use crate::ui::deferred::deferred;
use crate::ui::downloads::AllDownloads;
use crate::ui::exhibits::AnswerNumber;
use crate::ui::layout::{BigNumber, Question, answered, answered_below, settings_beside};
use crate::ui::links::ViewLink;
use crate::ui::maps::MapOf;
use crate::ui::ports::Further;
use crate::ui::reactive::{flag, memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{AnswerView, AreasView};
use crate::words::{areas as words, areas_map as map_words, common, missed, number, place};

/// The page.
#[component]
pub fn AreasPage() -> impl IntoView {
    view! {
        <Question of=View::Areas/>
        <p class="lead">{words::LEAD}</p>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// Choices and results.
#[component]
fn Body() -> impl IntoView {
    let app = use_app();
    let areas = AreasView::new(app);
    let answer = answered(move |answer| {
        let answer = AnswerView::new(app.shown, answer);
        view! { <Answer areas answer/> }.into_any()
    });
    let results = answered_below(move |answer| {
        let answer = AnswerView::new(app.shown, answer);
        let has_units = areas.has_units();
        part(move || match has_units.get() {
            true => view! { <Results areas answer/> }.into_any(),
            false => view! { <NoUnits/> }.into_any(),
        })
        .into_any()
    });
    view! {
        {settings_beside(words::CHANGE_TARGET, answer.into_any(), view! { <ByName areas/> }.into_any(), results.into_any())}
        {deferred(move || {
            let entry = Box::new(move || (app.ports.further)(Further::OwnUnits));
            view! { <MadeOnceOpen text=words::TABLE inside=entry/> }.into_any()
        })}
    }
}

/// Whom the target reaches and misses: a cut, or a list of names.
#[component]
fn Answer(
    /// The units.
    areas: AreasView,
    /// What the cut comes to.
    answer: AnswerView,
) -> impl IntoView {
    let by_name = memo(move || areas.read(|worked| worked.scenario.codes.is_some()).unwrap_or_default());
    let big = areas.text(|worked| number::percent_left(worked.result.target.coverage));
    let meaning = areas.text(|worked| missed::big_number_meaning(&worked.scenario));
    let big_number = part(move || match by_name.get() {
        true => view! { <BigNumber about=text(String::new) big meaning/> }.into_any(),
        false => view! { <AnswerNumber answer/> }.into_any(),
    });
    let cut_headline = answer.text(|answer| missed::headline(&answer.scenario, &answer.missed));
    let cut_detail = answer.text(|answer| missed::detail(&answer.scenario, &answer.missed));
    let named = areas.text(|worked| words::headline(&worked.scenario, &worked.result));
    let named_detail = areas.text(|worked| words::detail(&worked.scenario, &worked.result));
    let headline = text(move || if by_name.get() { named.get() } else { cut_headline.get() });
    let detail = text(move || if by_name.get() { named_detail.get() } else { cut_detail.get() });
    let name = answer.text(|answer| place::of(&answer.scenario, &answer.places));
    let figures = answer.text(|answer| missed::figures_in_short(&answer.scenario, &answer.missed));
    view! {
        <section class="answer" aria-label=common::ANSWER>
            {big_number}
            <h2 class="answer__place">{app_place(name)}</h2>
            <p class="answer__headline" data-testid="headline" role="status">{headline}</p>
            <p class="answer__detail">{detail}</p>
            <p class="answer__figures" data-testid="figures">{figures}</p>
        </section>
    }
}

fn app_place(name: Signal<String>) -> Signal<String> {
    use_app().place_shown(name)
}

/// Said where the figures hold no single areas, with the ways to some.
#[component]
fn NoUnits() -> impl IntoView {
    let app = use_app();
    let of_schools = flag(move || app.scenario.with(|scenario| scenario.schools().is_some()));
    // Those of the site's own place may be on their way.
    let is_here = flag(move || !app.own_files.is_coming());
    let is_coming = flag(move || app.own_files.is_coming());
    view! {
        <p class="govuk-body" role="status" hidden=is_here>{common::LOADING}</p>
        <section class="results" data-testid="no-units" hidden=is_coming>
            <p class="govuk-body">{text(move || words::no_units(&app.scenario.get()).to_owned())}</p>
            <p hidden=of_schools><ViewLink to=View::Data text=words::TO_FIGURES class="govuk-button"/></p>
        </section>
    }
}

/// Where the people are who are missed, the list, and the files.
#[component]
fn Results(
    /// The units.
    areas: AreasView,
    /// What the cut comes to.
    answer: AnswerView,
) -> impl IntoView {
    let app = use_app();
    let chosen = RwSignal::new(None);
    let [has_map, has_curve] = [RwSignal::new(false), RwSignal::new(false)];
    let opened = |what: RwSignal<bool>| {
        what.set(true);
        on_cleanup(move || {
            let _ = what.try_set(false);
        });
    };
    let on_tick = Callback::new(move |(at, is_ticked): (usize, bool)| {
        let code = untrack(|| areas.read(|worked| worked.list.units.get(at).map(|unit| unit.code.clone())).flatten());
        if let Some(code) = code.filter(|code| !code.is_empty()) {
            tick(app, areas, &code, is_ticked);
        }
    });
    provide_context(MapOf { areas, chosen, on_tick });
    provide_context(CurveOf { areas, answer, chosen });
    let map = move || {
        opened(has_map);
        (app.ports.areas_map)()
    };
    // A list by name stands at no place of a curve.
    let is_by_name = memo(move || areas.read(|worked| worked.scenario.codes.is_some()).unwrap_or_default());
    let curve = move || {
        opened(has_curve);
        (app.ports.further)(Further::AreasCurve)
    };
    let curve_fold = part(move || match is_by_name.get() {
        true => ().into_any(),
        false => view! { <Folded text=words::CURVE inside=Box::new(curve)/> }.into_any(),
    });
    let is_linked = flag(move || has_map.get() || has_curve.get());
    let where_missed = areas.text(|worked| words::where_missed(&worked.scenario, &worked.result, &worked.list));
    view! {
        <div class="results">
            <ListBeside areas/>
            <section aria-labelledby="where-missed">
                <h2 class="govuk-heading-m" id="where-missed">{words::WHERE}</h2>
                <p class="govuk-body" data-testid="where-missed">{where_missed}</p>
                <Folded text=map_words::MAP class=" map-fold" inside=Box::new(map)/>
                {curve_fold}
                {deferred(move || view! { <UnitsTable areas chosen is_linked/> }.into_any())}
            </section>
            <div class="further">
                {deferred(|| view! { <AllDownloads of=View::Areas/> }.into_any())}
            </div>
        </div>
    }
}
