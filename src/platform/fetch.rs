//! Files that the app is served with.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

use super::Refused;

/// Fetches a text file that lies beside the page.
///
/// # Errors
/// [`Refused`] if it does not come.
pub async fn text(path: &str) -> Result<String, Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    let response: web_sys::Response = JsFuture::from(window.fetch_with_str(path)).await?.dyn_into()?;
    if !response.ok() {
        return Err(Refused);
    }
    JsFuture::from(response.text()?).await?.as_string().ok_or(Refused)
}
