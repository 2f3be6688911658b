//! Files that the page gives to the person.

use wasm_bindgen::{JsCast, JsValue};

use super::Refused;

/// Offers a text as a file.
///
/// # Errors
/// [`Refused`] where the browser makes no files. A sandboxed frame may do nothing without saying so.
pub fn text(name: &str, kind: &str, text: &str) -> Result<(), Refused> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(&format!("{kind};charset=utf-8"));
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    blob(name, &web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?)
}

fn blob(name: &str, blob: &web_sys::Blob) -> Result<(), Refused> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Refused)?;
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(|_| Refused)?;
    let address = web_sys::Url::create_object_url_with_blob(blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)?;
    Ok(())
}
