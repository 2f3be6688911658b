//! Handing a file to the person: the browser saves it as it saves any download.

use std::time::Duration;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

use super::{BrowserError, pause};

/// How long an address of a file stays after it was handed over; some browsers read it late.
const KEPT: Duration = Duration::from_secs(60);
/// Dots of a picture for each pixel of its drawing.
const DOTS: u32 = 2;
/// The media type of an SVG drawing.
pub const SVG: &str = "image/svg+xml";

/// An address of a file that is only in memory. It ends with this value.
struct Address(String);

impl Address {
    fn of(blob: &web_sys::Blob) -> Result<Self, BrowserError> {
        Ok(Self(web_sys::Url::create_object_url_with_blob(blob)?))
    }
}

impl Drop for Address {
    fn drop(&mut self) {
        let _ = web_sys::Url::revoke_object_url(&self.0);
    }
}

/// Saves a text under a name. `kind` is its media type. A browser that saves nothing, as in some frames, does not say so.
///
/// # Errors
/// [`BrowserError`] where the browser makes no files or no links.
pub fn text(name: &str, kind: &str, text: &str) -> Result<(), BrowserError> {
    blob(name, &text_blob(kind, text)?)
}

/// Saves an SVG drawing of a size in pixels as a picture (PNG) with twice as many dots.
///
/// # Errors
/// [`BrowserError`] where the browser does not paint it.
pub async fn picture(name: &str, svg: &str, width: u32, height: u32) -> Result<(), BrowserError> {
    blob(name, &painted(svg, width, height).await?)
}

/// The bytes of an SVG drawing as a picture (PNG), in the same way.
///
/// # Errors
/// As for [`picture`].
pub async fn painting(svg: &str, [width, height]: [u32; 2]) -> Result<Vec<u8>, BrowserError> {
    let bytes = JsFuture::from(painted(svg, width, height).await?.array_buffer()).await?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

async fn painted(svg: &str, width: u32, height: u32) -> Result<web_sys::Blob, BrowserError> {
    let drawing = text_blob(SVG, svg)?;
    let address = Address::of(&drawing)?;
    let image = web_sys::HtmlImageElement::new()?;
    wait(|done, failed| {
        image.set_onload(Some(done));
        image.set_onerror(Some(failed));
        image.set_src(&address.0);
        Ok(())
    })
    .await?;
    image.set_onload(None);
    image.set_onerror(None);

    let canvas: web_sys::HtmlCanvasElement = document()?.create_element("canvas")?.unchecked_into();
    canvas.set_width(width * DOTS);
    canvas.set_height(height * DOTS);
    let brush: web_sys::CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(BrowserError)?.unchecked_into();
    let (across, down) = (f64::from(width * DOTS), f64::from(height * DOTS));
    brush.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, across, down)?;
    let painted = wait(|done, _| Ok(canvas.to_blob(done)?)).await?;
    // A canvas that is too large gives nothing.
    Ok(painted.dyn_into()?)
}

/// Saves bytes under a name. `kind` is their media type.
///
/// # Errors
/// As for [`text`].
pub fn bytes(name: &str, kind: &str, bytes: &[u8]) -> Result<(), BrowserError> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = Array::of1(&js_sys::Uint8Array::from(bytes));
    blob(name, &web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?)
}

/// Waits until one of two functions is called, or until the start fails.
pub(super) async fn wait(
    start: impl FnOnce(&Function, &Function) -> Result<(), BrowserError>,
) -> Result<JsValue, BrowserError> {
    let mut start = Some(start);
    let promise = Promise::new(&mut |done, failed| {
        let outcome = start.take().map_or(Err(BrowserError), |start| start(&done, &failed));
        if outcome.is_err() {
            let _ = failed.call0(&JsValue::NULL);
        }
    });
    Ok(JsFuture::from(promise).await?)
}

/// A text as a file in memory. `kind` is its media type.
///
/// # Errors
/// [`BrowserError`] where the browser makes no files.
pub fn text_blob(kind: &str, text: &str) -> Result<web_sys::Blob, BrowserError> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    Ok(web_sys::Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?)
}

/// Saves a file that is there under a name.
///
/// # Errors
/// As for [`text`].
pub fn blob(name: &str, blob: &web_sys::Blob) -> Result<(), BrowserError> {
    let address = Address::of(blob)?;
    let link: web_sys::HtmlElement = document()?.create_element("a")?.unchecked_into();
    link.set_attribute("href", &address.0)?;
    link.set_attribute("download", name)?;
    link.click();
    wasm_bindgen_futures::spawn_local(async move {
        pause(KEPT).await;
        drop(address);
    });
    Ok(())
}

fn document() -> Result<web_sys::Document, BrowserError> {
    web_sys::window().and_then(|window| window.document()).ok_or(BrowserError)
}
