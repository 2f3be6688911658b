//! The view `councils`: is a place unusual? All councils, or larger places of a kind, side by side.

mod list;
mod map;

use leptos::prelude::*;

use self::list::List;
use self::map::MapFigure;
use crate::chart::{Chart, CouncilsChart};
use crate::export::{strip, strip_of_own};
use crate::scenario::{FrameKind, ListKind, Lock, Place, Scenario, View};
use crate::ui::announced::Announced;
use crate::ui::charts::{Figure, Picture};
use crate::ui::controls::{Item, Select, ShareControl, TargetControls, choosing, chosen, is_locked, position_of};
use crate::ui::deferred::{deferred, in_turn};
use crate::ui::downloads::AllDownloads;
use crate::ui::layout::{
    BigNumber, Columns, Framed, NoFigures, Question, Standing, message_of, place_of_answer, standing, standing_below,
};
use crate::ui::reactive::{flag, memo, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{ComputedCouncils, CouncilsState, CouncilsView};
use crate::words::{common, councils as words, kinds, place};

/// The page.
#[component]
pub fn CouncilsPage() -> impl IntoView {
    let app = use_app();
    let lead = text(move || app.scenario.with(words::lead));
    view! {
        <Question of=View::Councils/>
        <p class="lead">{lead}</p>
        <KindChoice/>
        {deferred(|| view! { <Body/> }.into_any())}
    }
}

/// Of which kind the places are.
#[component]
fn KindChoice() -> impl IntoView {
    let choose = |scenario: &mut Scenario, at: usize| {
        if let Some(kind) = ListKind::ALL.get(at).copied() {
            // What a place is held against unless the link says otherwise needs no word in it.
            scenario.kind = (kind != ListKind::of(&scenario.place)).then_some(kind);
        }
    };
    view! {
        <div class="among screen-only">
            <Select
                id="kind"
                label=words::KIND
                hint=Signal::stored(String::new())
                items=Item::all(&ListKind::ALL.map(kinds::kind_label))
                value=chosen(|scenario| position_of(&ListKind::ALL, &scenario.list_kind()))
                on_choose=choosing(choose)
            />
        </div>
    }
}

/// Choices and results.
#[component]
fn Body() -> impl IntoView {
    let all = CouncilsView::new(use_app());
    let results = standing_below(stands(all), move || view! { <Results all/> }.into_any());
    view! {
        <Columns is_busy=all.is_busy>
            {in_turn(place_of_answer, shown(all, |all| view! { <Answer all/> }.into_any()))}
            <TargetControls/>
            {deferred(results)}
        </Columns>
    }
}

fn stands(all: CouncilsView) -> Memo<Standing> {
    memo(move || {
        all.state.with(|state| match state {
            CouncilsState::Waiting => Standing::Waiting,
            CouncilsState::Here(_) => Standing::Here,
            CouncilsState::NoFigures(_) => Standing::Problem,
        })
    })
}

/// What is made of the answer, once there is one.
fn shown(all: CouncilsView, made: fn(CouncilsView) -> AnyView) -> impl Fn() -> AnyView + Send {
    standing(stands(all), move || made(all), move || view! { <InItsPlace all/> }.into_any())
}

/// The card, or a chart, for frames on other sites.
#[component]
pub fn CouncilsFramed() -> impl IntoView {
    let all = CouncilsView::new(use_app());
    let made = |all| match use_app().scenario.with_untracked(|scenario| (scenario.framed(), scenario.framed_chart())) {
        (FrameKind::Card, _) => view! { <Card all/> }.into_any(),
        (_, Some(Chart::Councils(CouncilsChart::Map))) => view! { <MapFigure all/> }.into_any(),
        _ => view! { <StripFigure all/> }.into_any(),
    };
    view! { <Framed>{in_turn(place_of_answer, shown(all, made))}</Framed> }
}

/// The sentence, the dots and the slider.
#[component]
fn Card(
    /// The answer.
    all: CouncilsView,
) -> impl IntoView {
    let headline = all.text(|worked| words::headline(&worked.result));
    let label = all.text(|worked| words::strip_caption(&worked.scenario, &worked.result));
    let draw = move |width: f64| all.read(|worked| strip_of_own(&worked.result, width)).unwrap_or_default();
    view! {
        <p class="framed__said" data-testid="headline">{headline}</p>
        <Picture label draw=Callback::new(draw)/>
        <div class="framed__slider" hidden=is_locked(use_app(), Lock::Share)>
            <ShareControl/>
        </div>
        <Announced id="spoken" sentence=headline/>
    }
}

/// What stands below the answer.
#[component]
fn Results(
    /// The answer.
    all: CouncilsView,
) -> impl IntoView {
    view! {
        <div class="results">
            {deferred(move || view! { <StripFigure all/> }.into_any())}
            {deferred(move || view! { <MapFigure all/> }.into_any())}
            {deferred(move || {
                view! {
                    <List all/>
                    <AllDownloads of=View::Councils/>
                }
                .into_any()
            })}
        </div>
    }
}

/// One number, and how unusual it is.
#[component]
fn Answer(
    /// The answer.
    all: CouncilsView,
) -> impl IntoView {
    let about = all.text(|worked| words::big_number_about(&worked.result));
    let big = all.text(|worked| words::big_number(&worked.result));
    let meaning = all.text(|worked| words::big_number_meaning(&worked.scenario, &worked.places));
    let place = all.text(|worked| place::of(&worked.scenario, &worked.places));
    let place = use_app().place_shown(place);
    let headline = all.text(|worked| words::headline(&worked.result));
    let detail = all.text(|worked| words::detail(&worked.result));
    let scale = all.text(|worked| words::scale(&worked.scenario));
    let list_note = all.text(|worked| words::list_note(&worked.result));
    let has_no_note = flag(move || list_note.with(String::is_empty));
    let left_out = all.text(|worked| words::left_out(&worked.result).unwrap_or_default());
    let has_all = flag(move || left_out.with(String::is_empty));
    let figures = all.text(|worked| words::figures(&worked.scenario, &worked.result));
    let file_not_used = move || all.read(|worked| worked.file_not_used).flatten();
    let file_is_used = flag(move || file_not_used().is_none());
    view! {
        <BigNumber about big meaning/>
        <section class="answer" aria-label=common::ANSWER>
            <h2 class="answer__place">{place}</h2>
            <p class="answer__headline" data-testid="headline">{headline}</p>
            <p class="answer__detail" data-testid="detail">{detail}</p>
            <p class="answer__figures">{scale}</p>
            <p class="answer__figures" data-testid="list-note" hidden=has_no_note>{list_note}</p>
            <p class="answer__figures" hidden=has_all>{left_out}</p>
            <p class="answer__figures" hidden=file_is_used>{file_not_used}</p>
            <p class="answer__figures" data-testid="figures">{figures}</p>
            <Announced id="spoken" sentence=headline/>
        </section>
    }
}

/// A dot a place, with that of the page and its neighbours named.
#[component]
fn StripFigure(
    /// The answer.
    all: CouncilsView,
) -> impl IntoView {
    let caption = all.text(|worked| words::strip_caption(&worked.scenario, &worked.result));
    let note = all.text(|worked| words::strip_note(&worked.scenario, &worked.result, &worked.places));
    let label = all.text(|worked| words::strip_description(&worked.scenario, &worked.result, &worked.places));
    let headings = all.list(|worked| words::headings(&worked.scenario));
    let rows = all.list(|worked| words::rows(&worked.result));
    let draw = move |width: f64| {
        let draw = |worked: &ComputedCouncils| strip(&worked.scenario, &worked.result, &worked.places, width);
        all.read(draw).unwrap_or_default()
    };
    view! {
        <Figure chart=CouncilsChart::Strip caption headings rows>
            <p class="figure__note">{note}</p>
            <Picture label draw=Callback::new(draw)/>
        </Figure>
    }
}

/// The page that opens for a place of the list: the first view with the same choices. Where choices are locked, or a
/// frame shows a part alone, it is the whole tool, which opens beside.
fn opened(scenario: &Scenario, place: Place) -> Scenario {
    let kind = scenario.kind.filter(|kind| *kind != ListKind::of(&place));
    let page = Scenario { view: View::Missed, place, kind, ..scenario.clone() };
    if scenario.opens_beside() { page.full() } else { page }
}

/// What is wrong where there is no answer, and the way on.
#[component]
fn InItsPlace(
    /// The answer that is not there.
    all: CouncilsView,
) -> impl IntoView {
    let app = use_app();
    let message = text(move || {
        all.state.with(|state| match state {
            CouncilsState::NoFigures(problem) => app.scenario.with(|scenario| message_of(*problem, scenario)),
            CouncilsState::Waiting | CouncilsState::Here(_) => String::new(),
        })
    });
    view! {
        <section class="answer">
            <NoFigures message/>
        </section>
    }
}
