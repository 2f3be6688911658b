//! Building a page in steps, so that an old phone shows what comes first, and answers, while the rest is made.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::time::Duration;

use leptos::prelude::*;

use super::reactive::part;
use crate::platform::clock;

thread_local! {
    /// What is still to be built, in the order of the page.
    static STEPS: RefCell<VecDeque<RwSignal<bool>>> = const { RefCell::new(VecDeque::new()) };
    /// Where the next step belongs: what a step asks for itself comes before what stands below it.
    static NEXT: Cell<usize> = const { Cell::new(0) };
    /// How many steps were taken; whether the next one is waited for; and when the browser last had the time to paint.
    static TAKEN: Cell<u32> = const { Cell::new(0) };
    static IS_AWAITED: Cell<bool> = const { Cell::new(false) };
    static PAINTED: Cell<f64> = const { Cell::new(0.0) };
}

/// After so many milliseconds of steps the browser lays out and paints what is there: all at once would be one long task on an old
/// phone.
const MOST_BETWEEN_FRAMES: f64 = 8.0;
/// A page that nobody sees has no frames to wait for.
const LONGEST_FRAME: Duration = Duration::from_millis(60);

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
    await_a_step();
    is_time.read_only()
}

fn await_a_step() {
    if !IS_AWAITED.replace(true) {
        set_timeout(take_a_step_in_time, Duration::ZERO);
    }
}

/// Takes a step at once, or in the next frame where those since the last one have taken long enough.
fn take_a_step_in_time() {
    if clock::now() - PAINTED.get() < MOST_BETWEEN_FRAMES {
        take_a_step();
        return;
    }
    let taken = TAKEN.get();
    let go_on = move || {
        if TAKEN.get() == taken {
            PAINTED.set(clock::now());
            take_a_step();
        }
    };
    request_animation_frame(move || set_timeout(go_on, Duration::ZERO));
    set_timeout(go_on, LONGEST_FRAME);
}

fn take_a_step() {
    TAKEN.set(TAKEN.get().wrapping_add(1));
    NEXT.set(0);
    IS_AWAITED.set(false);
    let step = STEPS.with_borrow_mut(VecDeque::pop_front);
    if STEPS.with_borrow(|steps| !steps.is_empty()) {
        await_a_step();
    }
    if let Some(is_time) = step {
        // The person may have gone on to another view.
        is_time.try_set(true);
    }
}
