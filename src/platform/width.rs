//! How wide an element is, as it changes.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Watches an element's width until it is dropped.
pub struct WidthObserver {
    observer: web_sys::ResizeObserver,
    _callback: Closure<dyn FnMut(js_sys::Array)>,
}

impl WidthObserver {
    /// Calls `on_width` with the width in CSS pixels now and after each change. `None` where the browser cannot say.
    pub fn new(element: &web_sys::Element, mut on_width: impl FnMut(f64) + 'static) -> Option<Self> {
        let callback = Closure::new(move |entries: js_sys::Array| {
            if let Ok(entry) = entries.get(0).dyn_into::<web_sys::ResizeObserverEntry>() {
                on_width(entry.content_rect().width());
            }
        });
        let observer = web_sys::ResizeObserver::new(callback.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _callback: callback })
    }
}

impl Drop for WidthObserver {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
