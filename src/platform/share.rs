//! The device's own way to pass a link on.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

fn function() -> Result<(web_sys::Navigator, Function), BrowserError> {
    let navigator = web_sys::window().ok_or(BrowserError)?.navigator();
    let share = Reflect::get(&navigator, &JsValue::from_str("share"))?.dyn_into()?;
    Ok((navigator, share))
}

/// Whether the device has a way.
pub fn is_there() -> bool {
    function().is_ok()
}

/// Opens it. That the person closes it again is no error.
///
/// # Errors
/// [`BrowserError`] where the page may not, or there is no way.
pub async fn link(title: &str, text: &str, link: &str) -> Result<(), BrowserError> {
    let (navigator, share) = function()?;
    let data = Object::new();
    for (key, value) in [("title", title), ("text", text), ("url", link)] {
        Reflect::set(&data, &JsValue::from_str(key), &JsValue::from_str(value))?;
    }
    let shared: Promise = share.call1(&navigator, &data)?.dyn_into()?;
    match JsFuture::from(shared).await {
        Ok(_) => Ok(()),
        Err(error) => {
            let name = Reflect::get(&error, &JsValue::from_str("name"))?;
            if name == "AbortError" { Ok(()) } else { Err(BrowserError) }
        }
    }
}
