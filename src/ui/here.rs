//! What comes after a wait. The person may have gone on to another view by then, and the values of this one are gone with
//! it; so whatever waits goes on only where the part of the page that asked for it is still there.
//!
//! *Architecture invariant:* `clippy.toml` keeps `spawn_local` to this module and to what belongs to the whole page.

use std::future::Future;

use leptos::prelude::*;

/// Whether the part of the page is there in which this was made.
#[derive(Clone, Copy)]
struct Here(StoredValue<()>);

impl Here {
    fn new() -> Self {
        Self(StoredValue::new(()))
    }

    /// Asks, and is done with.
    fn is_left(self) -> bool {
        let is_left = self.0.is_disposed();
        self.0.dispose();
        is_left
    }
}

/// Waits, and goes on with what came of it.
pub fn after<T: 'static>(wait: impl Future<Output = T> + 'static, go_on: impl FnOnce(T) + 'static) {
    let here = Here::new();
    #[allow(clippy::disallowed_methods, reason = "what comes after asks first")]
    leptos::task::spawn_local(async move {
        let outcome = wait.await;
        if !here.is_left() {
            go_on(outcome);
        }
    });
}

/// Goes on when what was changed just now is on the page.
pub fn in_next_frame(go_on: impl FnOnce() + 'static) {
    let here = Here::new();
    request_animation_frame(move || {
        if !here.is_left() {
            go_on();
        }
    });
}
