//! The map of people missed: dots in their areas, or areas shaded by how many are missed. It is painted in steps, so that nothing
//! waits for it.

use super::Point;
use super::map_view::MapView;
use super::raster::{FillRoom, Ink, Raster, Stamp};
use crate::model::bounded;
use crate::model::dots::{Dots, reached_dots};
use crate::model::shapes::{Bounds, Shapes, sides};

/// Areas painted between two looks at the clock.
const A_STEP: usize = 256;
/// So much of a picture dots cover together, as long as they are neither too small to be seen nor too large to be told apart.
const COVERED: f64 = 0.05;
/// The least and the greatest radius of a dot in CSS pixels.
const RADIUS: [f64; 2] = [0.65, 3.5];
/// How faint dots become where there are more than can be told apart (0 to 1): where many lie on each other it is darker.
const FAINTEST: f64 = 0.3;
/// A ring can be told from a disc from this radius on in pixels.
const RING: f64 = 2.2;
/// Areas smaller than the first have no line around them, those larger than the second a full one, in CSS pixels.
const LINED: [f64; 2] = [2.0, 12.0];
/// Shades of people missed: how much of the strong colour, as `style/_councils.scss` has them.
const SHADES: [f64; 5] = [0.14, 0.32, 0.52, 0.76, 1.0];

/// What of an area is painted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AreaLook {
    /// People missed in it (0 or more).
    pub missed: f64,
    /// How much of it is in the target (0 to 1).
    pub inside: f64,
}

/// How people missed are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MapKind {
    /// As dots.
    #[default]
    Dots,
    /// By the shade of their area.
    Shades,
}

/// The colours of a map, as the page or the person has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MapInks {
    /// The ground.
    pub paper: Ink,
    /// The ground of areas in the target.
    pub target: Ink,
    /// Lines around areas.
    pub line: Ink,
    /// People missed.
    pub missed: Ink,
    /// People reached.
    pub reached: Ink,
    /// The line around the area that is chosen.
    pub chosen: Ink,
}

/// What is painted.
#[derive(Debug, Clone, Copy)]
pub struct MapScene<'a> {
    /// The outline of each area.
    pub shapes: &'a Shapes,
    /// The dots of each area, those of people reached first.
    pub dots: &'a Dots,
    /// Each area.
    pub looks: &'a [AreaLook],
    /// Above these numbers of people missed the next shade begins.
    pub breaks: [f64; 4],
    /// What is shown.
    pub kind: MapKind,
    /// The area that is chosen.
    pub chosen: Option<usize>,
    /// Its colours.
    pub inks: MapInks,
}

/// Numbers of people missed at which the shade changes: so that each shade has as many of the areas with any. They are whole.
pub fn shade_breaks(looks: &[AreaLook]) -> [f64; 4] {
    let mut missed: Vec<f64> = looks.iter().map(|look| look.missed).filter(|&missed| missed > 0.0).collect();
    missed.sort_by(f64::total_cmp);
    let at = |fifth: usize| missed.get(missed.len() * fifth / 5).map_or(0.0, |missed| missed.round());
    [1, 2, 3, 4].map(at)
}

/// The shade of an area (0 to 4); `None` where nobody is missed.
pub fn shade(missed: f64, breaks: [f64; 4]) -> Option<usize> {
    (missed > 0.0).then(|| breaks.iter().filter(|&&from| missed > from).count())
}

/// The colour of a shade.
pub fn shade_ink(shade: usize, inks: MapInks) -> Ink {
    let share = SHADES.get(shade).copied().unwrap_or(1.0);
    // The cast is within its range.
    [0, 1, 2].map(|at| (f64::from(inks.paper[at]) * (1.0 - share) + f64::from(inks.missed[at]) * share).round() as u8)
}

/// What is painted, one after the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layer {
    Grounds,
    Lines,
    Dots,
    Chosen,
    Done,
}

/// A map as it is painted.
pub struct Painting {
    view: MapView,
    raster: Raster,
    layer: Layer,
    next: usize,
    room: FillRoom,
    seen: Bounds,
    /// Device pixels in a CSS pixel.
    density: f64,
    reached: Stamp,
    missed: Stamp,
}

impl Painting {
    /// Begins: `view` is in pixels of the picture, of which there are `density` in a CSS pixel.
    pub fn new(view: MapView, density: f64, scene: &MapScene<'_>) -> Self {
        let size = view.pixels();
        let room = (size[0] * size[1]) as f64;
        let whole = (COVERED * room / (std::f64::consts::PI * scene.dots.len().max(1) as f64)).sqrt();
        let wanted = whole * view.zoom().sqrt();
        let opacity = bounded(wanted * wanted / (RADIUS[0] * RADIUS[0] * density * density), FAINTEST, 1.0);
        let radius = bounded(wanted, RADIUS[0] * density, RADIUS[1] * density);
        let hole = if radius >= RING { (radius - 1.4 * density).max(0.8) } else { 0.0 };
        let edge = radius + density;
        // Dots at the edge reach a little into the picture.
        let seen = view.seen();
        let [low, high] = [view.point(seen.low), view.point(seen.high)];
        let seen = Bounds {
            low: view.place(Point { x: low.x - edge, y: low.y + edge }),
            high: view.place(Point { x: high.x + edge, y: high.y - edge }),
        };
        Self {
            view,
            raster: Raster::new(size[0], size[1], scene.inks.paper),
            layer: Layer::Grounds,
            next: 0,
            room: FillRoom::default(),
            seen,
            density,
            reached: Stamp::disc(radius, hole).fainter(opacity),
            missed: Stamp::disc(radius, 0.0).fainter(opacity),
        }
    }

    /// Paints a step; whether that was the last one.
    pub fn step(&mut self, scene: &MapScene<'_>) -> bool {
        let to = (self.next + A_STEP).min(scene.shapes.len());
        for area in self.next..to {
            if scene.shapes.bounds(area).is_some_and(|bounds| self.meets(bounds)) {
                self.area(scene, area);
            }
        }
        self.next = to;
        if to == scene.shapes.len() {
            self.next = 0;
            self.layer = match (self.layer, scene.kind) {
                (Layer::Grounds, _) => Layer::Lines,
                (Layer::Lines, MapKind::Dots) => Layer::Dots,
                (Layer::Lines | Layer::Dots, _) => Layer::Chosen,
                (Layer::Chosen | Layer::Done, _) => Layer::Done,
            };
            if self.layer == Layer::Chosen {
                self.chosen(scene);
                self.layer = Layer::Done;
            }
        }
        self.layer == Layer::Done
    }

    /// The picture.
    pub fn raster(&self) -> &Raster {
        &self.raster
    }

    fn meets(&self, bounds: Bounds) -> bool {
        (0..2).all(|at| bounds.low[at] <= self.seen.high[at] && bounds.high[at] >= self.seen.low[at])
    }

    fn area(&mut self, scene: &MapScene<'_>, area: usize) {
        let look = scene.looks.get(area).copied().unwrap_or(AreaLook { missed: 0.0, inside: 0.0 });
        match self.layer {
            Layer::Grounds => {
                let ink = match scene.kind {
                    MapKind::Dots => (look.inside > 0.0).then_some(scene.inks.target),
                    MapKind::Shades => match shade(look.missed, scene.breaks) {
                        Some(shade) => Some(shade_ink(shade, scene.inks)),
                        None => Some(scene.inks.target),
                    },
                };
                if let Some(ink) = ink {
                    self.ground(scene.shapes, area, ink);
                }
            }
            Layer::Lines => self.lines(scene, area),
            // Both sides of an area, then the next: neither lies on top wherever dots are close.
            Layer::Dots => {
                let dots = scene.dots.of(area);
                let reached = reached_dots(u32::try_from(dots.len()).unwrap_or(u32::MAX), look.inside) as usize;
                for (at, &place) in dots.iter().enumerate() {
                    let (stamp, ink) = match at < reached {
                        true => (&self.reached, scene.inks.reached),
                        false => (&self.missed, scene.inks.missed),
                    };
                    self.raster.stamp(self.view.point(place), stamp, ink);
                }
            }
            Layer::Chosen | Layer::Done => {}
        }
    }

    fn ground(&mut self, shapes: &Shapes, area: usize, ink: Ink) {
        let height = self.raster.size()[1];
        for side in shapes.rings_in(area).flat_map(sides) {
            let [from, to] = side.map(|corner| self.view.point(corner));
            self.room.side(from, to, height);
        }
        self.raster.fill(&mut self.room, ink);
    }

    /// Lines around an area, fainter around a small one: lines that lie on each other would hide what is between them.
    fn lines(&mut self, scene: &MapScene<'_>, area: usize) {
        let Some(bounds) = scene.shapes.bounds(area) else { return };
        let [wide, high] = bounds.size();
        let size = wide.max(high) * self.view.pixels_a_metre() / 100.0 / self.density;
        let strength = bounded((size - LINED[0]) / (LINED[1] - LINED[0]), 0.0, 1.0);
        if strength == 0.0 {
            return;
        }
        for ring in scene.shapes.rings_in(area) {
            let Some(&last) = ring.last() else { continue };
            let mut from = self.view.point(last);
            for (at, &corner) in ring.iter().enumerate() {
                let to = self.view.point(corner);
                // Corners that fall together are one.
                if (to.x - from.x).abs() + (to.y - from.y).abs() >= 1.0 || at + 1 == ring.len() {
                    self.raster.line(from, to, scene.inks.line, strength);
                    from = to;
                }
            }
        }
    }

    fn chosen(&mut self, scene: &MapScene<'_>) {
        let Some(area) = scene.chosen else { return };
        for (ink, wide) in [(scene.inks.paper, 2.5), (scene.inks.chosen, 1.4)] {
            let stamp = Stamp::disc(wide * self.density, 0.0);
            for side in scene.shapes.rings_in(area).flat_map(sides) {
                let [from, to] = side.map(|corner| self.view.point(corner));
                self.raster.thick_line(from, to, &stamp, ink);
            }
        }
    }
}
