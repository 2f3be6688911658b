//! Stands in for the crate of this name. Leptos brings it for server functions that send or get a stream, of which there are
//! none here; but what it exports to the browser would stay in every program: 17 kB of the first view, and classes in its script.

use std::convert::Infallible;

use futures_core::Stream;
use wasm_bindgen::JsValue;

/// A stream of the browser, as server functions name it. There is never one.
#[derive(Debug)]
pub struct ReadableStream(Infallible);

impl ReadableStream {
    /// Would make one of a stream of the program.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("there are no server functions")
    }

    /// Would take one of the browser.
    pub fn from_raw(_: web_sys::ReadableStream) -> Self {
        unreachable!("there are no server functions")
    }

    /// The browser's own.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        match self.0 {}
    }

    /// As a stream of the program.
    pub fn into_stream(self) -> Nothing {
        match self.0 {}
    }
}

/// A stream that never is.
#[derive(Debug)]
pub struct Nothing(Infallible);

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(
        self: std::pin::Pin<&mut Self>,
        _: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        match self.0 {}
    }
}
