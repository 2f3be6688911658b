//! A payment worked out.

use std::sync::Arc;

use leptos::prelude::*;

use crate::results::incentive::Incentives;
use crate::scenario::Scenario;
use crate::ui::reactive::memo;
use crate::ui::state::{Answer, AnswerState, AppState};

/// A payment worked out on a place.
#[derive(Clone, PartialEq)]
pub struct ComputedIncentives {
    /// The choices, the figures, and whom the target reaches.
    pub answer: Arc<Answer>,
    /// The result; `None` where the choices cannot all be true.
    pub result: Option<Incentives>,
}

impl ComputedIncentives {
    /// Works the choices out that belong to an answer.
    pub fn of(answer: Arc<Answer>) -> Self {
        let result = Incentives::new(&answer.scenario, &answer.prepared).ok();
        Self { answer, result }
    }
}

/// The payment shown, for components that exist only while there is an answer.
#[derive(Clone, Copy)]
pub struct PayView(Memo<Option<Arc<ComputedIncentives>>>);

impl PayView {
    /// Follows the choices.
    pub fn new(app: AppState) -> Self {
        Self(memo(move || match app.shown.get() {
            AnswerState::Answer(answer) => Some(Arc::new(ComputedIncentives::of(answer))),
            AnswerState::Waiting | AnswerState::Problem(_) => None,
        }))
    }

    /// Whether the choices cannot all be true.
    pub fn cannot_be(self) -> bool {
        self.0.with(|worked| worked.as_ref().is_some_and(|worked| worked.result.is_none()))
    }

    /// Something made of the choices and the result; what stands for it where there is none is empty.
    pub fn read<T: Default>(self, read: fn(&Scenario, &Incentives) -> T) -> T {
        let of =
            |worked: &ComputedIncentives| worked.result.as_ref().map(|result| read(&worked.answer.scenario, result));
        self.0.with(|worked| worked.as_deref().and_then(of)).unwrap_or_default()
    }

    /// A text made of the choices and the result; what depends on it runs only when it changes.
    pub fn text(self, text: fn(&Scenario, &Incentives) -> String) -> Signal<String> {
        memo(move || self.read(text)).into()
    }

    /// A text made of the whole answer.
    pub fn of_answer(self, text: fn(&Answer) -> String) -> Signal<String> {
        memo(move || self.0.with(|worked| worked.as_ref().map(|worked| text(&worked.answer)).unwrap_or_default()))
            .into()
    }

    /// A list made of them, worked out only where it is read.
    pub fn list<T: Send + Sync + 'static>(self, list: fn(&Scenario, &Incentives) -> Vec<T>) -> Signal<Vec<T>> {
        Signal::derive(move || self.read(list))
    }
}
