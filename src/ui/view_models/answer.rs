//! Reading parts of the answer.

use std::sync::Arc;

use leptos::prelude::*;

use crate::model::CurvePoint;
use crate::ui::lasting::Lasting;
use crate::ui::reactive::memo;
use crate::ui::state::{Answer, AnswerState};

/// The answer shown, for components that exist only while there is one.
#[derive(Clone, Copy)]
pub struct AnswerView(Signal<Arc<Answer>>);

/// The points of a curve; equal only if they are the very same, so that comparing them costs nothing.
#[derive(Clone)]
pub struct SharedPoints(pub Arc<Vec<CurvePoint>>);

impl PartialEq for SharedPoints {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl AnswerView {
    /// Follows what is shown, from `first` on. While there is no answer the last one stays.
    pub fn new(shown: Lasting<Memo<AnswerState>>, first: Arc<Answer>) -> Self {
        let followed = Memo::new(move |before: Option<&Arc<Answer>>| match shown.get() {
            AnswerState::Answer(answer) => answer,
            AnswerState::Waiting | AnswerState::Problem(_) => before.cloned().unwrap_or_else(|| first.clone()),
        });
        Self(followed.into())
    }

    /// A part of the answer; what depends on it runs only when it changes.
    pub fn memo<T: PartialEq + Send + Sync + 'static>(self, part: fn(&Answer) -> T) -> Memo<T> {
        memo(move || self.0.with(|answer| part(answer)))
    }

    /// A part of the answer for a picture, which remembers what it drew by itself.
    pub fn part<T: Send + Sync + 'static>(self, part: fn(&Answer) -> T) -> Signal<T> {
        Signal::derive(move || self.0.with(|answer| part(answer)))
    }

    /// A text made of the answer.
    pub fn text(self, text: fn(&Answer) -> String) -> Signal<String> {
        self.memo(text).into()
    }

    /// A list made of the answer, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&Answer) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.0.with(|answer| list(answer)))
    }

    /// The points of the curve on the scale in use, worked out when the place or the scale changes.
    pub fn curve_points(self) -> Memo<SharedPoints> {
        let curve = Memo::new_with_compare(
            move |_| self.0.with(|answer| (answer.prepared.clone(), answer.scenario.scale())),
            |before, after| match (before, after) {
                (Some((curve, scale)), Some((new_curve, new_scale))) => {
                    !Arc::ptr_eq(curve, new_curve) || scale != new_scale
                }
                _ => true,
            },
        );
        Memo::new(move |_| {
            // A scale that the figures do not have gives no answer, so there are always points.
            curve.with(|(prepared, scale)| SharedPoints(Arc::new(prepared.curve.points(*scale).unwrap_or_default())))
        })
    }
}
