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

/// Takes away what `index.html` shows until the page is there.
pub fn take_away_waiting_text() {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(element) = document.and_then(|document| document.get_element_by_id("starting")) {
        element.remove();
    }
}
