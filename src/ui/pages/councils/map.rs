//! The map of hexagons. One link lies over the hexagon that a person means, by pointer, finger or arrow keys; so a map of
//! hundreds is one stop for a keyboard.

use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::svg::G;

use super::opened;
use crate::chart::hex_map::{HexGrid, HexLook, OUTLINE, Way};
use crate::chart::{CouncilsChart, Point};
use crate::data::AuthorityCode;
use crate::decimal::tenths;
use crate::export::{councils_key, councils_looks, councils_on_map};
use crate::platform::address;
use crate::platform::turn::turn;
use crate::results::councils::Home;
use crate::scenario::{Place, Scenario, ToQuery};
use crate::ui::charts::{Figure, observed_width};
use crate::ui::links::follow;
use crate::ui::reactive::{memo, part, text};
use crate::ui::state::use_app;
use crate::ui::view_models::{ComputedCouncils, CouncilsView};
use crate::words::councils as words;

/// The map.
#[component]
pub fn MapFigure(
    /// The answer.
    all: CouncilsView,
) -> impl IntoView {
    let app = use_app();
    let frame = NodeRef::<Div>::new();
    let width = observed_width(frame);
    let caption = all.text(|worked| words::map_caption(&worked.scenario, &worked.result));
    let note = all.text(|worked| words::map_note(&worked.scenario, &worked.result, &worked.places));
    let label = all.text(|worked| words::map_description(&worked.scenario, &worked.result));
    let how_to = all.text(|worked| words::map_how_to(worked.result.kind).to_owned());
    let headings = all.list(|worked| words::headings(&worked.scenario));
    let rows = all.list(|worked| words::rows(&worked.result));
    let key = part(move || {
        let items = all.read(|worked| councils_key(&worked.result)).unwrap_or_default();
        let item = |(class, name): (&'static str, String)| {
            view! {
                <span class="hexkey">
                    <svg class="hexkey__mark" width="16" height="12" aria-hidden="true">
                        <rect class=class x="0" y="0" width="16" height="12"></rect>
                    </svg>
                    {name}
                </span>
            }
        };
        items.into_iter().map(item).collect_view().into_any()
    });

    let cells = memo(move || {
        let of = |worked: &ComputedCouncils| {
            councils_on_map(&worked.scenario, &worked.result).into_iter().map(cell).collect::<Vec<_>>()
        };
        all.read(of).unwrap_or_default()
    });
    let grid = memo(move || {
        let places: Vec<(u8, u8)> = cells.with(|cells| cells.iter().map(|(_, at)| *at).collect());
        HexGrid::new(&places, width.get())
    });
    let looks = memo(move || all.read(|worked| councils_looks(&worked.scenario, &worked.result)).unwrap_or_default());

    // The council that the link lies over; at first that of the page, or one of those in it.
    let meant = RwSignal::new(None::<AuthorityCode>);
    let here = memo(move || {
        let own = |worked: &ComputedCouncils| worked.result.inside.first().copied();
        let code = meant.get().or_else(|| all.read(own).flatten());
        cells.with(|cells| cells.iter().position(|(at, _)| Some(*at) == code).unwrap_or(0))
    });
    let of_home = move |of: fn(&ComputedCouncils, &Home) -> String| {
        text(move || {
            let code = cells.with(|cells| cells.get(here.get()).map(|(code, _)| *code));
            let of = |worked: &ComputedCouncils| Some(of(worked, worked.result.home_of(code?)?));
            all.read(of).flatten().unwrap_or_default()
        })
    };
    let said = of_home(|worked, home| words::hexagon(&worked.result, home));
    let open = of_home(|worked, home| {
        format!("{}. {}", words::hexagon(&worked.result, home), words::open_hexagon(&worked.result, home))
    });
    let link = of_home(|worked, home| page_of(worked, home).map(|page| page.to_query()).unwrap_or_default());
    let href = text(move || address::relative(&link.get()));
    let target = Signal::derive(move || app.scenario.with(Scenario::opens_beside).then(|| "_blank".to_owned()));
    let pixels = move |of: fn(&HexGrid, usize) -> Option<f64>| {
        text(move || grid.with(|grid| format!("{}px", tenths(of(grid, here.get()).unwrap_or_default()))))
    };

    let mean = move |at: usize| meant.set(cells.with(|cells| cells.get(at).map(|(code, _)| *code)));
    let mean_at = move |x: i32, y: i32| {
        if let Some(frame) = frame.get_untracked() {
            let shown = frame.get_bounding_client_rect();
            let point = Point { x: f64::from(x) - shown.left(), y: f64::from(y) - shown.top() };
            if let Some(at) = grid.with_untracked(|grid| grid.at(point, shown.width())) {
                mean(at);
            }
        }
    };
    // A finger means by a tap, so that a page can be scrolled over the map; the link under it takes the next one.
    let on_pointer = move |event: ev::PointerEvent| {
        if event.pointer_type() != "touch" {
            mean_at(event.client_x(), event.client_y());
        }
    };
    let spoken = RwSignal::new(String::new());
    let on_key = move |event: ev::KeyboardEvent| {
        let way = match event.key().as_str() {
            "ArrowLeft" => Way::Left,
            "ArrowRight" => Way::Right,
            "ArrowUp" => Way::Up,
            "ArrowDown" => Way::Down,
            _ => return,
        };
        event.prevent_default();
        mean(grid.with_untracked(|grid| grid.step(here.get_untracked(), way)));
        spoken.set(said.get_untracked());
    };
    let on_link = move |event: ev::MouseEvent| {
        // What was meant by the tap is meant already.
        event.stop_propagation();
        if app.scenario.with_untracked(Scenario::opens_beside) {
            return;
        }
        let code = cells.with_untracked(|cells| cells.get(here.get_untracked()).map(|(code, _)| *code));
        let page = untrack(|| all.read(|worked| page_of(worked, worked.result.home_of(code?)?)).flatten());
        if let Some(page) = page {
            follow(&event, || app.choose(|scenario| *scenario = page));
        }
    };
    view! {
        <Figure chart=CouncilsChart::Map caption headings rows>
            <p class="figure__note">{note}</p>
            <p class="hexkeys">{key}</p>
            <p class="hexmap__said" aria-hidden="true">{said}</p>
            <div
                class="figure__frame hexmap"
                node_ref=frame
                on:pointermove=on_pointer
                on:click=move |event| mean_at(event.client_x(), event.client_y())
            >
                <Hexagons label grid looks/>
                <a
                    class="hexmap__here"
                    data-testid="hexagon"
                    href=href
                    target=target
                    aria-label=open
                    style:left=pixels(|grid, at| grid.corner(at).map(|corner| corner.x))
                    style:top=pixels(|grid, at| grid.corner(at).map(|corner| corner.y))
                    style:width=pixels(|grid, _| Some(grid.target()))
                    style:height=pixels(|grid, _| Some(grid.target()))
                    on:keydown=on_key
                    on:click=on_link
                ></a>
            </div>
            <p class="govuk-visually-hidden" role="status">{spoken}</p>
            <p class="figure__note screen-only">{how_to}</p>
            <p class="figure__note">{words::MAP_SOURCE}</p>
        </Figure>
    }
}

/// The hexagons, one by one: a step of the slider touches those alone that change their shade, which the style lets them do
/// gently.
#[component]
fn Hexagons(
    /// What they show, for those who do not see them.
    label: Signal<String>,
    /// Where they stand.
    grid: Memo<HexGrid>,
    /// How each looks.
    looks: Memo<Vec<HexLook>>,
) -> impl IntoView {
    let all = NodeRef::<G>::new();
    let hexagons = move || {
        let looks = looks.get_untracked();
        let hexagon = |(at, path): (usize, String)| {
            let look = looks.get(at).copied().unwrap_or_default();
            view! { <path class=look.class() d=path></path> }
        };
        grid.with(|grid| grid.hexagons().into_iter().enumerate().map(hexagon).collect_view())
    };
    Effect::new(move |before: Option<Vec<HexLook>>| {
        let looks = looks.get();
        if let (Some(before), Some(all)) = (before, all.get_untracked()) {
            for (at, look) in looks.iter().enumerate() {
                if before.get(at).copied().unwrap_or_default().class() != look.class() {
                    turn(&all, at, look.class(), 0);
                }
            }
        }
        looks
    });
    let outlined = text(move || grid.with(|grid| looks.with(|looks| grid.outlined(looks))));
    let size = move |at: usize| text(move || grid.with(|grid| tenths(grid.size()[at])));
    let [wide, high] = [size(0), size(1)];
    view! {
        <svg
            class="chart"
            role="img"
            aria-label=label
            width=wide
            height=high
            viewBox=text(move || format!("0 0 {} {}", wide.get(), high.get()))
        >
            <g node_ref=all>{hexagons}</g>
            <path class=OUTLINE d=outlined></path>
        </svg>
    }
}

fn cell((home, at): (&Home, (u8, u8))) -> (AuthorityCode, (u8, u8)) {
    (home.council, at)
}

/// The page that a hexagon opens: the place that it has the shade of, else its council.
fn page_of(worked: &ComputedCouncils, home: &Home) -> Option<Scenario> {
    let place = home.place.map_or_else(|| Place::of([home.council]), |code| Place::of([code]));
    Some(opened(&worked.scenario, place?))
}
