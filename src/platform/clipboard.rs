//! The clipboard.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

/// Copies text.
///
/// # Errors
/// [`BrowserError`] where the page may not write to the clipboard: in a frame, or without a secure connection.
pub async fn copy(text: &str) -> Result<(), BrowserError> {
    let navigator = web_sys::window().ok_or(BrowserError)?.navigator();
    // Without a secure connection the property is not there at all.
    let clipboard = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"))?;
    let clipboard: web_sys::Clipboard = clipboard.dyn_into()?;
    JsFuture::from(clipboard.write_text(text)).await?;
    Ok(())
}

/// The text that a person pastes; `None` where it is none.
pub fn pasted(event: &web_sys::Event) -> Option<String> {
    let event: &web_sys::ClipboardEvent = event.dyn_ref()?;
    event.clipboard_data()?.get_data("text/plain").ok()
}
