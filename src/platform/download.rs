//! Handing a file to the person: the browser saves it as it saves any download.

use std::time::Duration;

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};

use super::{Refused, pause};

/// How long an address of a file stays after it was handed over; some browsers read it late.
const KEPT: Duration = Duration::from_secs(60);

/// Saves a text under a name. `kind` is its media type. A browser that saves nothing, as in some frames, does not say so.
///
/// # Errors
/// [`Refused`] where the browser makes no files or no links.
pub fn text(name: &str, kind: &str, text: &str) -> Result<(), Refused> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Refused)?;
    let link: web_sys::HtmlElement = document.create_element("a")?.unchecked_into();
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    link.set_attribute("href", &address)?;
    link.set_attribute("download", name)?;
    link.click();
    wasm_bindgen_futures::spawn_local(async move {
        pause(KEPT).await;
        let _ = web_sys::Url::revoke_object_url(&address);
    });
    Ok(())
}
