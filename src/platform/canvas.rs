//! Pictures made of pixels.

use js_sys::Function;
use wasm_bindgen::{Clamped, JsCast, JsValue};

use super::{BrowserError, download};

/// Where a screen has more pixels than this in a CSS pixel, nobody sees the difference.
const DENSEST: f64 = 2.0;

/// Device pixels in a CSS pixel.
pub fn density() -> f64 {
    web_sys::window().map_or(1.0, |window| {
        let ratio = window.device_pixel_ratio();
        if ratio > DENSEST { DENSEST } else { ratio.max(1.0) }
    })
}

fn brush(canvas: &web_sys::HtmlCanvasElement) -> Result<web_sys::CanvasRenderingContext2d, BrowserError> {
    canvas.get_context("2d")?.ok_or(BrowserError)?.dyn_into().map_err(|_| BrowserError)
}

/// Puts pixels onto a canvas, which takes their size.
///
/// # Errors
/// [`BrowserError`] where the browser draws nothing.
pub fn put(canvas: &web_sys::HtmlCanvasElement, size: [usize; 2], bytes: &[u8]) -> Result<(), BrowserError> {
    let [width, height] = size.map(|side| u32::try_from(side).unwrap_or(u32::MAX));
    let image = web_sys::ImageData::new_with_u8_clamped_array_and_sh(Clamped(bytes), width, height)?;
    // Setting a size empties the canvas, also where it is the same.
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    Ok(brush(canvas)?.put_image_data(&image, 0.0, 0.0)?)
}

/// The colour of the text of an element within another, as the style, a site or the person has it.
pub fn colour(within: &web_sys::Element, selector: &str) -> Option<[u8; 3]> {
    let element = within.query_selector(selector).ok()??;
    let style = web_sys::window()?.get_computed_style(&element).ok()??;
    parsed(&style.get_property_value("color").ok()?)
}

/// A colour as browsers give it: `rgb(128, 22, 80)`.
fn parsed(text: &str) -> Option<[u8; 3]> {
    let inner = text.strip_prefix("rgba(").or_else(|| text.strip_prefix("rgb("))?;
    let mut numbers = inner.split(|sign: char| !(sign.is_ascii_digit() || sign == '.')).filter(|part| !part.is_empty());
    let mut next = || numbers.next()?.parse::<f64>().ok();
    // The cast is within its range.
    Some([next()?, next()?, next()?].map(|value| value as u8))
}

/// A line of text of a picture.
pub struct Line {
    /// The text.
    pub text: String,
    /// Its size in pixels.
    pub size: f64,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Where it begins.
    pub at: [f64; 2],
    /// A colour as the style writes it.
    pub ink: String,
}

/// Saves a canvas as a picture (PNG), with lines of text around it: the size of all of it and where the canvas stands in it,
/// both in pixels.
///
/// # Errors
/// [`BrowserError`] where the browser does not paint or save it.
pub async fn save(
    canvas: &web_sys::HtmlCanvasElement,
    name: &str,
    size: [f64; 2],
    at: [f64; 2],
    ground: &str,
    lines: &[Line],
) -> Result<(), BrowserError> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(BrowserError)?;
    let whole: web_sys::HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    // The casts stop at the ends of their range.
    whole.set_width(size[0] as u32);
    whole.set_height(size[1] as u32);
    let brush = brush(&whole)?;
    brush.set_fill_style_str(ground);
    brush.fill_rect(0.0, 0.0, size[0], size[1]);
    brush.draw_image_with_html_canvas_element(canvas, at[0], at[1])?;
    for line in lines {
        let weight = if line.is_bold { "bold " } else { "" };
        brush.set_font(&format!("{weight}{}px Arial, Helvetica, sans-serif", line.size));
        brush.set_fill_style_str(&line.ink);
        brush.fill_text(&line.text, line.at[0], line.at[1])?;
    }
    let painted = download::wait(|done: &Function, _| Ok(whole.to_blob(done)?)).await?;
    let painted: JsValue = painted;
    // A canvas that is too large gives nothing.
    download::blob(name, &painted.dyn_into()?)
}
