//! What a person sees if the page breaks: never a frozen page, always a way back. `public/broken.js` shows it, since the
//! program is what broke: after a trap, as for want of memory, nothing of it may be used again.

use std::panic;

use wasm_bindgen::JsValue;

/// Has the way back shown whenever the code panics, and tells the console why.
pub fn show_way_back_on_panic() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&JsValue::from_str(&info.to_string()));
        if let (Some(window), Ok(event)) = (web_sys::window(), web_sys::Event::new("program-broken")) {
            let _ = window.dispatch_event(&event);
        }
    }));
}

/// What `index.html` shows of the first view has this name on the root of the page.
const FIRST: &str = "data-first";

fn document() -> Option<web_sys::Document> {
    web_sys::window().and_then(|window| window.document())
}

/// Whether `index.html` shows the first view already, which is taken over when the program's own is ready.
pub fn shows_first_view() -> bool {
    document().and_then(|document| document.document_element()).is_some_and(|root| root.has_attribute(FIRST))
}

/// Takes away what `index.html` shows until the page is there.
pub fn take_away_waiting_text() {
    let Some(document) = document() else { return };
    if let Some(element) = document.get_element_by_id("starting") {
        element.remove();
    }
    if let Some(root) = document.document_element() {
        let _ = root.remove_attribute(FIRST);
    }
}
