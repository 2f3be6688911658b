//! What pointers, fingers, the wheel and keys do to a map. One finger scrolls the page; two move the map.

use leptos::ev;
use leptos::prelude::*;

use super::painter::Painter;
use crate::chart::Point;
use crate::chart::map_view::{AreaIndex, Grip, MapView};
use crate::results::areas_map::by_missed;

/// How much a step zooms, and how far a key moves in shares of what is seen.
const STEP: f64 = 1.6;
const KEY: f64 = 0.15;
/// How much a turn of the wheel zooms: for a notch, and for each of the many steps of a pinch on a pad.
const NOTCH: f64 = 0.002;

/// What a person does with a map.
#[derive(Clone, Copy)]
pub struct Gestures {
    painter: Painter,
    grip: StoredValue<Option<Grip>>,
    fingers: StoredValue<Option<[Point; 2]>>,
    index: StoredValue<Option<AreaIndex>>,
    /// Called with the area that was chosen here.
    on_choose: Callback<Option<usize>>,
}

impl Gestures {
    /// For a map that is painted.
    pub fn new(painter: Painter, on_choose: Callback<Option<usize>>) -> Self {
        Self {
            painter,
            grip: StoredValue::new(None),
            fingers: StoredValue::new(None),
            index: StoredValue::new(None),
            on_choose,
        }
    }

    /// Shows another part of the map.
    pub fn change(self, to: impl FnOnce(MapView) -> MapView) {
        if let Some(view) = self.painter.view.get_untracked() {
            let changed = to(view);
            if changed != view {
                self.painter.view.set(Some(changed));
            }
        }
    }

    /// Closer by a step.
    pub fn closer(self) {
        self.change(|view| view.zoomed_in_place(STEP));
    }

    /// Further by a step.
    pub fn further(self) {
        self.change(|view| view.zoomed_in_place(STEP.recip()));
    }

    /// Where on the map something is, given where it is in the window.
    fn point(self, x: i32, y: i32) -> Option<Point> {
        let frame = self.painter.frame.get_untracked()?.get_bounding_client_rect();
        Some(Point { x: f64::from(x) - frame.left(), y: f64::from(y) - frame.top() })
    }

    /// A pointer that is no finger is put down.
    pub fn press(self, event: &ev::PointerEvent) {
        let is_main = event.button() == 0 && event.pointer_type() != "touch";
        let grip = self.point(event.client_x(), event.client_y()).filter(|_| is_main).map(Grip::new);
        self.grip.set_value(grip);
        if grip.is_some()
            && let Some(canvas) = self.painter.canvas.get_untracked()
        {
            // Where the browser does not capture it, it is followed as long as it is over the map.
            let _ = canvas.set_pointer_capture(event.pointer_id());
        }
    }

    /// It moves.
    pub fn drag(self, event: &ev::PointerEvent) {
        let at = self.point(event.client_x(), event.client_y());
        if let (Some(grip), Some(at)) = (self.grip.get_value(), at)
            && event.buttons() != 0
        {
            let (grip, [right, down]) = grip.to(at);
            self.grip.set_value(Some(grip));
            self.change(|view| view.moved(right, down));
        }
    }

    /// A tap or a click, unless it was the end of a drag.
    pub fn tap(self, event: &ev::MouseEvent) {
        let was_drag = self.grip.get_value().is_some_and(|grip| grip.has_moved);
        self.grip.set_value(None);
        if was_drag {
            return;
        }
        let (view, at) = (self.painter.view.get_untracked(), self.point(event.client_x(), event.client_y()));
        if let (Some(view), Some(at)) = (view, at) {
            let map = self.painter.map.get_value();
            let shapes = &map.matched.shapes;
            if self.index.with_value(Option::is_none) {
                self.index.set_value(AreaIndex::new(shapes));
            }
            let place = view.place(at);
            let found = self.index.with_value(|index| index.as_ref().and_then(|index| index.at(shapes, place)));
            self.on_choose.run(found);
        }
    }

    /// Fingers are put down or move: two of them move the map.
    pub fn touch(self, event: &ev::TouchEvent) {
        let touches = event.touches();
        let finger = |at: u32| touches.item(at).and_then(|touch| self.point(touch.client_x(), touch.client_y()));
        let now = match touches.length() {
            2 => finger(0).zip(finger(1)).map(|(a, b)| [a, b]),
            _ => None,
        };
        if let Some(to) = now {
            event.prevent_default();
            if let Some(from) = self.fingers.get_value() {
                self.change(|view| view.pinched(from, to));
            }
        }
        self.fingers.set_value(now);
    }

    /// The wheel turns: with Ctrl, as a pinch on a pad says too, it zooms; else it scrolls the page.
    pub fn wheel(self, event: &ev::WheelEvent) {
        if event.ctrl_key()
            && let Some(at) = self.point(event.client_x(), event.client_y())
        {
            event.prevent_default();
            self.change(|view| view.wheeled(event.delta_y() * NOTCH, at));
        }
    }

    /// A key is pressed on the map.
    pub fn key(self, event: &ev::KeyboardEvent) {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        match event.key().as_str() {
            "ArrowLeft" => self.change(|view| view.moved_by_shares(KEY, 0.0)),
            "ArrowRight" => self.change(|view| view.moved_by_shares(-KEY, 0.0)),
            "ArrowUp" => self.change(|view| view.moved_by_shares(0.0, KEY)),
            "ArrowDown" => self.change(|view| view.moved_by_shares(0.0, -KEY)),
            "+" | "=" => self.closer(),
            "-" | "_" => self.further(),
            "Home" => self.change(MapView::as_a_whole),
            "PageDown" => self.next(false),
            "PageUp" => self.next(true),
            _ => return,
        }
        event.prevent_default();
    }

    /// Chooses the area with the next more or fewer people missed; the first of all where none is chosen.
    pub fn next(self, is_more: bool) {
        let map = self.painter.map.get_value();
        let order = untrack(|| self.painter.areas.read(|worked| by_missed(&worked.list, &worked.result, &map)));
        let order = order.unwrap_or_default();
        let at = self.painter.chosen.get_untracked().and_then(|area| order.iter().position(|&of| of == area));
        let next = match (at, is_more) {
            (None, _) => order.first(),
            (Some(at), false) => order.get(at + 1).or(order.last()),
            (Some(at), true) => order.get(at.saturating_sub(1)),
        };
        if let Some(&area) = next {
            self.on_choose.run(Some(area));
        }
    }
}
