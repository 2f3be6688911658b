//! Building a page in steps, so that an old phone shows what comes first, and answers, while the rest is made.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

use leptos::prelude::*;

use super::reactive::part;

thread_local! {
    /// What is still to be built, in the order of the page.
    static STEPS: RefCell<VecDeque<RwSignal<bool>>> = const { RefCell::new(VecDeque::new()) };
    /// Where the next step belongs: what a step asks for itself comes before what stands below it.
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

/// A part of the page that is built in a task of its own, after what stands above it. Nothing that is there moves then.
pub fn deferred(build: impl Fn() -> AnyView + Send + 'static) -> impl IntoView {
    in_turn(|| ().into_any(), build)
}

/// As [`deferred`], with something that keeps the place until then.
pub fn in_turn(
    before: impl Fn() -> AnyView + Send + 'static,
    build: impl Fn() -> AnyView + Send + 'static,
) -> impl IntoView {
    let is_time = turn();
    part(move || if is_time.get() { build() } else { before() })
}

/// Becomes true when it is its turn on the page.
fn turn() -> ReadSignal<bool> {
    let is_time = RwSignal::new(false);
    let at = NEXT.get();
    STEPS.with_borrow_mut(|steps| steps.insert(at.min(steps.len()), is_time));
    NEXT.set(at + 1);
    set_timeout(take_a_step, Duration::ZERO);
    is_time.read_only()
}

fn take_a_step() {
    NEXT.set(0);
    if let Some(is_time) = STEPS.with_borrow_mut(VecDeque::pop_front) {
        // The person may have gone on to another view.
        is_time.try_set(true);
    }
}
