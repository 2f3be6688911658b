//! Paints a map in slices, and again as soon as something changed meanwhile.

use std::sync::Arc;

use leptos::html::{Canvas, Div};
use leptos::prelude::*;

use crate::chart::dot_map::{AreaLook, MapInks, MapKind, MapScene, Painting, shade_breaks};
use crate::chart::map_view::MapView;
use crate::platform::{Slices, canvas};
use crate::results::areas_map::DottedMap;
use crate::ui::here::after;
use crate::ui::view_models::AreasView;
use crate::words::areas_map::key_shades;

/// What paints a map.
#[derive(Clone, Copy)]
pub struct Painter {
    /// The map.
    pub map: StoredValue<Arc<DottedMap>>,
    /// Its areas.
    pub areas: AreasView,
    /// Around the canvas, and what has its colours.
    pub frame: NodeRef<Div>,
    /// Where it is painted.
    pub canvas: NodeRef<Canvas>,
    /// What is seen, in CSS pixels.
    pub view: RwSignal<Option<MapView>>,
    /// What was seen when it was painted last.
    pub drawn: RwSignal<Option<MapView>>,
    /// What is shown.
    pub kind: RwSignal<MapKind>,
    /// The area that is chosen.
    pub chosen: RwSignal<Option<usize>>,
    /// Whether the browser draws nothing.
    pub has_failed: RwSignal<bool>,
    /// The part of the page that it belongs to: what asks for a picture may be gone before it is there.
    owner: StoredValue<Option<Owner>>,
    /// Whether it is being painted, and whether something changed since.
    state: StoredValue<(bool, bool)>,
}

impl Painter {
    /// What paints a map into a frame.
    pub fn new(map: Arc<DottedMap>, areas: AreasView, chosen: RwSignal<Option<usize>>) -> Self {
        Self {
            map: StoredValue::new(map),
            areas,
            frame: NodeRef::new(),
            canvas: NodeRef::new(),
            view: RwSignal::new(None),
            drawn: RwSignal::new(None),
            kind: RwSignal::new(MapKind::default()),
            chosen,
            has_failed: RwSignal::new(false),
            owner: StoredValue::new(Owner::current()),
            state: StoredValue::new((false, false)),
        }
    }

    /// The looks of its areas.
    fn looks(self) -> Vec<AreaLook> {
        let looks = self.areas.read(|worked| {
            let inside = worked.result.inside.iter().copied().enumerate();
            let look = |(at, inside)| AreaLook { missed: worked.result.missed(&worked.list, at), inside };
            inside.map(look).collect()
        });
        looks.unwrap_or_default()
    }

    /// What its shades stand for, as the areas are now.
    pub fn key_of_shades(self) -> Vec<(usize, String)> {
        let looks = self.looks();
        let most = looks.iter().map(|look| look.missed).fold(0.0, f64::max);
        key_shades(shade_breaks(&looks), most)
    }

    /// Its colours; `None` where the page does not say.
    pub fn inks(self) -> Option<MapInks> {
        let frame = self.frame.get_untracked()?;
        let ink = |name: &str| canvas::colour(&frame, &format!(".map-ink--{name}"));
        Some(MapInks {
            paper: ink("paper")?,
            target: ink("target")?,
            line: ink("line")?,
            missed: ink("missed")?,
            reached: ink("reached")?,
            chosen: ink("chosen")?,
        })
    }

    /// Paints what is seen now; where it is being painted, afterwards.
    pub fn paint(self) {
        if self.state.get_value().0 {
            return self.state.set_value((true, true));
        }
        let (Some(view), Some(inks)) = (self.view.get_untracked(), self.inks()) else { return };
        self.state.set_value((true, false));
        let (map, looks) = (self.map.get_value(), untrack(|| self.looks()));
        let (kind, chosen) = (self.kind.get_untracked(), self.chosen.get_untracked());
        let density = canvas::density();
        let painted = async move {
            let scene = MapScene {
                shapes: &map.matched.shapes,
                dots: &map.dots,
                // Dots have no shades.
                breaks: if kind == MapKind::Shades { shade_breaks(&looks) } else { [0.0; 4] },
                looks: &looks,
                kind,
                chosen,
                inks,
            };
            let mut slices = Slices::begin();
            let mut painting = Painting::new(view.denser(density), density, &scene);
            while !painting.step(&scene) {
                slices.rest().await;
            }
            painting
        };
        let shown = move |painting: Painting| {
            if let Some(canvas) = self.canvas.get_untracked() {
                let raster = painting.raster();
                self.has_failed.set(canvas::put(&canvas, raster.size(), raster.bytes()).is_err());
                self.drawn.set(Some(view));
            }
            let is_old = self.state.get_value().1;
            self.state.set_value((false, false));
            if is_old {
                self.paint();
            }
        };
        if let Some(owner) = self.owner.get_value() {
            owner.with(|| after(painted, shown));
        }
    }
}
