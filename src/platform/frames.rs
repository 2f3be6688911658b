//! Frames of the page inside the page itself.

use wasm_bindgen::JsCast;

use super::BrowserError;

/// The height in pixels that a frame tells (`public/start.js`), if this message is its own.
pub fn height_told(event: &web_sys::Event, frame: &web_sys::HtmlIFrameElement) -> Option<f64> {
    let message = event.dyn_ref::<web_sys::MessageEvent>()?;
    let (source, inside) = (message.source()?, frame.content_window()?);
    if !js_sys::Object::is(&source, &inside) {
        return None;
    }
    let data = message.data();
    let told = |name: &str| js_sys::Reflect::get(&data, &name.into()).ok();
    let is_height = told("type")?.as_string()? == "who-gets-missed";
    told("height")?.as_f64().filter(|height| is_height && (1.0..50_000.0).contains(height))
}

/// Shows another address in a frame, without a step of "back".
///
/// # Errors
/// [`BrowserError`] where the frame holds a page of another site, as it does where it was refused.
pub fn show(frame: &web_sys::HtmlIFrameElement, address: &str) -> Result<(), BrowserError> {
    Ok(frame.content_window().ok_or(BrowserError)?.location().replace(address)?)
}
