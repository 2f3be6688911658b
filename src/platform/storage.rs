//! Files kept on the device for the next visit, in the browser's own cache of responses.
//!
//! The cache takes a file as it is, in a fifth of the code that a database needs. It is there on secure connections and
//! on a desk; elsewhere nothing is kept, and the page says so.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::BrowserError;

const CACHE: &str = "who-gets-missed-files";
/// A response has no name, so a header carries the file's.
const NAME: &str = "X-File-Name";

/// The store of the person's files, for what looks at all of them.
pub(super) async fn open() -> Result<web_sys::Cache, BrowserError> {
    let window = web_sys::window().ok_or(BrowserError)?;
    // In a sandboxed frame the property throws, without a secure connection it is not there.
    let caches: web_sys::CacheStorage = js_sys::Reflect::get(&window, &JsValue::from_str("caches"))?.dyn_into()?;
    Ok(JsFuture::from(caches.open(CACHE)).await?.dyn_into()?)
}

/// What the addresses of kept files hold before their key.
pub(super) const FILE: &str = "kept-file-";

/// An address of no file on the site; only the cache knows it.
fn address(key: &str) -> String {
    format!("{FILE}{key}")
}

/// The name that a kept file had on the person's own device.
pub(super) fn name_of(response: &web_sys::Response) -> Result<String, BrowserError> {
    let name = response.headers().get(NAME)?.unwrap_or_default();
    Ok(js_sys::decode_uri_component(&name).map(String::from)?)
}

/// Keeps a file under a key, in place of one kept there before.
///
/// # Errors
/// [`BrowserError`] in a sandboxed frame, without a secure connection, or when the device is full.
pub async fn keep(key: &str, file: &web_sys::File) -> Result<(), BrowserError> {
    let response = web_sys::Response::new_with_opt_blob(Some(file))?;
    // A header holds ASCII alone.
    response.headers().set(NAME, &String::from(js_sys::encode_uri_component(&file.name())))?;
    JsFuture::from(open().await?.put_with_str(&address(key), &response)).await?;
    Ok(())
}

/// The file kept under a key, with its name.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept.
pub async fn kept(key: &str) -> Result<Option<(String, web_sys::Blob)>, BrowserError> {
    let found = JsFuture::from(open().await?.match_with_str(&address(key))).await?;
    let Ok(response) = found.dyn_into::<web_sys::Response>() else { return Ok(None) };
    let name = name_of(&response)?;
    let blob = JsFuture::from(response.blob()?).await?.dyn_into()?;
    Ok(Some((name, blob)))
}

/// Removes the file kept under a key.
///
/// # Errors
/// [`BrowserError`] where nothing can be kept.
pub async fn remove(key: &str) -> Result<(), BrowserError> {
    JsFuture::from(open().await?.delete_with_str(&address(key))).await?;
    Ok(())
}
