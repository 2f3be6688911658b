//! The browser, behind fallible functions.
//!
//! *Architecture invariant:* a page in a sandboxed frame has no storage, no clipboard and no history of its own. So
//! nothing here panics, and nothing else in the crate touches the browser's interfaces except through Leptos.

pub mod address;
pub mod apart;
pub mod aside;
pub mod broken;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod dialog;
pub mod download;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod frames;
pub mod local;
pub mod print;
pub mod screen;
pub mod share;
pub mod site;
pub mod storage;
pub mod tab;
pub mod tables;
pub mod theme;
pub mod turn;
pub mod update;
pub mod width;

use std::time::Duration;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The browser would not or could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserError;

impl From<JsValue> for BrowserError {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Long work in slices: between two of them the browser can paint and answer.
pub struct Slices {
    since: f64,
}

impl Slices {
    /// Most of a frame of 60 a second; the rest is left to the page.
    const LONGEST_MS: f64 = 12.0;

    /// Begins a slice.
    pub fn begin() -> Self {
        Self { since: js_sys::Date::now() }
    }

    /// Whether this slice has taken long enough.
    pub fn is_over(&self) -> bool {
        js_sys::Date::now() - self.since >= Self::LONGEST_MS
    }

    /// Pauses if this slice has taken long enough.
    pub async fn rest(&mut self) {
        if self.is_over() {
            pause(Duration::ZERO).await;
            self.since = js_sys::Date::now();
        }
    }
}

/// Lets the browser paint and answer before going on.
pub async fn pause(duration: Duration) {
    // A timer that is asked for again and again takes four milliseconds at least.
    if duration.is_zero()
        && let Ok(channel) = web_sys::MessageChannel::new()
    {
        let heard = js_sys::Promise::new(&mut |resolve, _| channel.port1().set_onmessage(Some(&resolve)));
        let _ = channel.port2().post_message(&JsValue::NULL);
        let _ = JsFuture::from(heard).await;
        return channel.port1().close();
    }
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let _ = JsFuture::from(promise).await;
}
