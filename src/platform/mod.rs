//! The browser, behind fallible functions.
//!
//! *Architecture invariant:* a page in a sandboxed frame has no storage, no clipboard and no history of its own. So
//! nothing here panics, and nothing else in the crate touches the browser's interfaces except through Leptos.

pub mod address;
pub mod broken;
pub mod clipboard;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod storage;
pub mod width;

use std::time::Duration;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// The browser would not or could not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Lets the browser paint and answer before going on.
pub async fn pause(duration: Duration) {
    let milliseconds = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        if let Some(window) = web_sys::window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    let _ = JsFuture::from(promise).await;
}
