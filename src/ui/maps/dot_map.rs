//! A map with what moves it, its key, and the numbers of the area that is chosen.

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::MapOf;
use super::gestures::Gestures;
use super::painter::Painter;
use crate::chart::dot_map::{MapKind, shade_ink};
use crate::chart::map_file::{FileInk, map_file};
use crate::chart::map_view::{MapView, map_height};
use crate::export::areas_geojson::target_geojson;
use crate::platform::{canvas, download};
use crate::results::areas_map::{DottedMap, WhereMissed};
use crate::ui::charts::observed_width;
use crate::ui::controls::{Item, Radios, position_of};
use crate::ui::here::after;
use crate::ui::reactive::{effect, flag, memo, part, text};
use crate::ui::view_models::ComputedAreas;
use crate::words::{areas_map as words, exports};

/// What the map can show.
const KINDS: [MapKind; 2] = [MapKind::Dots, MapKind::Shades];
/// The signs of the key in a file.
const DISC: &str = "●";
const RING: &str = "○";
const GROUND: &str = "■";
/// Classes of the marks of areas: in the target, and by how many are missed.
const GROUND_MARK: &str = "map__mark map__mark--target";
const SHADE_MARKS: [&str; 5] = [
    "map__mark map__mark--shade map__mark--0",
    "map__mark map__mark--shade map__mark--1",
    "map__mark map__mark--shade map__mark--2",
    "map__mark map__mark--shade map__mark--3",
    "map__mark map__mark--shade map__mark--4",
];
/// Classes of what has the colours of the map.
const INKS: [&str; 6] =
    ["map-ink--paper", "map-ink--target", "map-ink--line", "map-ink--missed", "map-ink--reached", "map-ink--chosen"];
/// The media type of a file of areas.
const GEOJSON: &str = "application/geo+json";

/// What the files of a map say of themselves.
struct MapAbout {
    title: String,
    source: String,
    file: String,
}

impl MapAbout {
    fn new(worked: &ComputedAreas) -> Self {
        Self {
            title: words::title(&worked.scenario, &worked.result),
            source: exports::attribution(&worked.scenario),
            file: words::FILE.to_owned(),
        }
    }
}

/// A map of areas with their dots.
#[component]
pub fn DotMap(
    /// The map.
    map: Arc<DottedMap>,
    /// What it is of, and the page around it.
    of: MapOf,
) -> impl IntoView {
    let Some(extent) = map.matched.shapes.extent() else { return ().into_any() };
    let MapOf { areas, chosen, on_tick } = of;
    let painter = Painter::new(map, areas, chosen);
    let spoken = RwSignal::new(String::new());
    let said = move |unit: Option<usize>| {
        let told =
            |worked: &ComputedAreas| unit.map(|at| words::unit(&worked.scenario, &worked.result, &worked.list, at));
        areas.read(told).flatten().unwrap_or_else(|| words::NONE_CHOSEN.to_owned())
    };
    let on_choose = Callback::new(move |area: Option<usize>| {
        chosen.set(area);
        spoken.set(untrack(|| said(area)));
    });
    let gestures = Gestures::new(painter, on_choose);

    let width = observed_width(painter.frame);
    effect(move || {
        let width = width.get();
        if width > 0.0 {
            let size = [width, map_height(width, extent)];
            let before = painter.view.get_untracked();
            painter.view.set(Some(before.map_or(MapView::whole(extent, size), |view| view.resized(extent, size))));
        }
    });
    // What is chosen comes into sight, wherever it was chosen.
    effect(move || {
        let bounds = chosen.get().and_then(|area| painter.map.get_value().matched.shapes.bounds(area));
        if let Some(bounds) = bounds {
            gestures.change(|view| if view.shows(bounds) { view } else { view.around(bounds) });
        }
    });
    effect(move || {
        areas.has_changed();
        painter.view.track();
        painter.kind.track();
        chosen.track();
        painter.paint();
    });
    let transform = text(move || match (painter.view.get(), painter.drawn.get()) {
        (Some(view), Some(drawn)) => view.transform_of(drawn),
        _ => String::new(),
    });
    let css = move |at: usize| {
        text(move || painter.view.get().map(|view| format!("{}px", view.pixels()[at])).unwrap_or_default())
    };
    let drawn = move |at: usize| {
        text(move || painter.drawn.get().map(|view| format!("{}px", view.pixels()[at])).unwrap_or_default())
    };
    let where_missed =
        areas.text(|worked| words::where_missed(&worked.scenario, &WhereMissed::new(&worked.list, &worked.result)));
    let found = text(move || {
        let map = painter.map.get_value();
        areas.read(|worked| words::on_map(&worked.scenario, &map, &worked.list, &worked.result)).unwrap_or_default()
    });
    let is_inside = memo(move || {
        let at = chosen.get()?;
        areas.read(|worked| worked.result.inside.get(at).map(|&inside| inside >= 1.0)).flatten()
    });
    let has_none = flag(move || is_inside.get().is_none());
    let tick = move || if is_inside.get() == Some(true) { words::LEAVE_IT } else { words::TARGET_IT };
    let on_tick = move |_| {
        if let (Some(at), Some(inside)) = (chosen.get_untracked(), is_inside.get_untracked()) {
            on_tick.run((at, !inside));
        }
    };
    let button = move |label: &'static str, sign: &'static str, act: fn(Gestures)| {
        view! {
            <button type="button" class="map__button" aria-label=label title=label on:click=move |_| act(gestures)>
                {sign}
            </button>
        }
    };
    let failed = painter.has_failed;
    let label = text(move || format!("{}. {}", words::GROUP, where_missed.get()));
    view! {
        <div class="map">
            <p class="map__where">{where_missed}</p>
            <div class="map__choice screen-only">
                <Radios
                    name="map-shows"
                    legend=words::SHOW
                    items=Item::all(&[words::AS_DOTS, words::AS_SHADES])
                    value=Signal::derive(move || position_of(&KINDS, &painter.kind.get()))
                    on_choose=Callback::new(move |at: usize| painter.kind.set(KINDS[at]))
                    is_inline=true
                />
            </div>
            <MapKey painter/>
            <div role="group" aria-label=words::GROUP>
                <div class="map__frame" node_ref=painter.frame style:height=css(1)>
                    <canvas
                        class="map__canvas"
                        node_ref=painter.canvas
                        role="img"
                        tabindex="0"
                        aria-label=label
                        aria-describedby="map-how-to"
                        data-testid="map"
                        style:width=drawn(0)
                        style:height=drawn(1)
                        style:transform=transform
                        on:pointerdown=move |event: ev::PointerEvent| gestures.press(&event)
                        on:pointermove=move |event: ev::PointerEvent| gestures.drag(&event)
                        on:click=move |event: ev::MouseEvent| gestures.tap(&event)
                        on:touchstart=move |event: ev::TouchEvent| gestures.touch(&event)
                        on:touchmove=move |event: ev::TouchEvent| gestures.touch(&event)
                        on:touchend=move |event: ev::TouchEvent| gestures.touch(&event)
                        on:wheel=move |event: ev::WheelEvent| gestures.wheel(&event)
                        on:keydown=move |event: ev::KeyboardEvent| gestures.key(&event)
                    ></canvas>
                    {INKS.into_iter().map(|class| view! { <span class=class hidden></span> }).collect_view()}
                </div>
                <p class="map__buttons screen-only">
                    {button(words::ZOOM_IN, "+", Gestures::closer)}
                    {button(words::ZOOM_OUT, "−", Gestures::further)}
                    {button(words::WHOLE, "⤢", |gestures| gestures.change(MapView::as_a_whole))}
                    {button(words::MORE_MISSED, "▲", |gestures| gestures.next(true))}
                    {button(words::FEWER_MISSED, "▼", |gestures| gestures.next(false))}
                </p>
            </div>
            <p class="govuk-error-message" hidden=flag(move || !failed.get())>{words::NO_PICTURE}</p>
            <p class="map__said" data-testid="map-area">{move || said(chosen.get())}</p>
            <button
                type="button"
                class="govuk-button govuk-button--secondary screen-only"
                hidden=has_none
                on:click=on_tick
            >
                {tick}
            </button>
            <p class="govuk-visually-hidden" role="status">{spoken}</p>
            <p class="figure__note">{found}</p>
            <p class="figure__note screen-only" id="map-how-to">{words::HOW_TO}</p>
            <MapFiles painter where_missed/>
        </div>
    }
    .into_any()
}

/// What stands for what.
#[component]
fn MapKey(
    /// What paints the map.
    painter: Painter,
) -> impl IntoView {
    let one_dot = text(move || {
        let map = painter.map.get_value();
        painter.areas.read(|worked| words::one_dot(&worked.scenario, &map)).unwrap_or_default()
    });
    let mark = |class: &'static str, name: String| {
        view! { <span class="map__key"><span class=class></span>{name}</span> }
    };
    let dots = move || {
        view! {
            <p class="map__keys">
                {mark("map__mark map__mark--missed", words::KEY_DOTS[0].to_owned())}
                {mark("map__mark map__mark--reached", words::KEY_DOTS[1].to_owned())}
                {mark(GROUND_MARK, words::KEY_TARGET.to_owned())}
            </p>
            <p class="figure__note">{one_dot}</p>
        }
        .into_any()
    };
    let shades = move || {
        let shade = |(shade, name): (usize, String)| mark(SHADE_MARKS[shade], name);
        view! {
            <p class="map__keys">
                {mark(GROUND_MARK, words::KEY_NONE.to_owned())}
                {painter.key_of_shades().into_iter().map(shade).collect_view()}
            </p>
        }
        .into_any()
    };
    part(move || match painter.kind.get() {
        MapKind::Dots => dots(),
        MapKind::Shades => shades(),
    })
}

/// Saves the map, and the areas of the target.
#[component]
fn MapFiles(
    /// What paints the map.
    painter: Painter,
    /// Where people missed are.
    where_missed: Signal<String>,
) -> impl IntoView {
    let has_failed = RwSignal::new(false);
    let save_picture = move |_| {
        let (Some(canvas), Some(inks)) = (painter.canvas.get_untracked(), painter.inks()) else { return };
        let Some(about) = untrack(|| painter.areas.read(MapAbout::new)) else { return };
        let map = painter.map.get_value();
        let one_dot = untrack(|| painter.areas.read(|worked| words::one_dot(&worked.scenario, &map)));
        let (key, note) = match painter.kind.get_untracked() {
            MapKind::Dots => (
                vec![
                    (DISC, FileInk::Missed, words::KEY_DOTS[0].to_owned()),
                    (RING, FileInk::Reached, words::KEY_DOTS[1].to_owned()),
                    (GROUND, FileInk::Target, words::KEY_TARGET.to_owned()),
                ],
                one_dot,
            ),
            MapKind::Shades => {
                let none = (GROUND, FileInk::Target, words::KEY_NONE.to_owned());
                let shades = painter.key_of_shades().into_iter();
                let shades = shades.map(|(shade, name)| (GROUND, FileInk::Shade(shade), name));
                (std::iter::once(none).chain(shades).collect(), None)
            }
        };
        let notes: Vec<String> = note.into_iter().chain([where_missed.get_untracked(), about.source]).collect();
        let size = [canvas.width(), canvas.height()].map(f64::from);
        let file = map_file(size, canvas::density(), &about.title, &key, &notes);
        let line = move |line: crate::chart::map_file::FileLine| {
            let [red, green, blue] = match line.ink {
                FileInk::Text => inks.chosen,
                FileInk::Missed => inks.missed,
                FileInk::Reached => inks.reached,
                FileInk::Target => inks.target,
                FileInk::Shade(shade) => shade_ink(shade, inks),
            };
            canvas::Line {
                text: line.text,
                size: line.size,
                is_bold: line.is_bold,
                at: line.at,
                ink: format!("rgb({red},{green},{blue})"),
            }
        };
        let [red, green, blue] = inks.paper;
        let ground = format!("rgb({red},{green},{blue})");
        let name = format!("{}.png", about.file);
        let lines: Vec<canvas::Line> = file.lines.into_iter().map(line).collect();
        let saved = async move { canvas::save(&canvas, &name, file.size, file.map, &ground, &lines).await };
        after(saved, move |saved| has_failed.set(saved.is_err()));
    };
    let save_target = move |_| {
        let map = painter.map.get_value();
        let file = |worked: &ComputedAreas| {
            let about = MapAbout::new(worked);
            let described = format!("{}. {}", about.title, about.source);
            (about.file, target_geojson(&map, &worked.list, &worked.result, &described))
        };
        if let Some((file, text)) = untrack(|| painter.areas.read(file)) {
            has_failed.set(download::text(&format!("{file}.geojson"), GEOJSON, &text).is_err());
        }
    };
    view! {
        <p class="map__files screen-only">
            <button type="button" class="govuk-button govuk-button--secondary" on:click=save_picture>
                {words::SAVE_PICTURE}
            </button>
            <button type="button" class="govuk-button govuk-button--secondary" on:click=save_target>
                {words::SAVE_TARGET}
            </button>
        </p>
        <p class="govuk-error-message" role="alert" hidden=flag(move || !has_failed.get())>{words::NOT_SAVED}</p>
    }
}
