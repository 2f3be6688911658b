//! The page's root: its language, and properties that the style reads.

use wasm_bindgen::JsCast;

use super::BrowserError;

/// Says in which language the page is, for speech and hyphens, and in which direction it is written.
///
/// # Errors
/// [`BrowserError`] where there is no page.
pub fn set_language(tag: &str, direction: &str) -> Result<(), BrowserError> {
    let root = web_sys::window().and_then(|window| window.document()?.document_element()).ok_or(BrowserError)?;
    root.set_attribute("lang", tag)?;
    Ok(root.set_attribute("dir", direction)?)
}

/// Sets a custom property of the style for the whole page, or takes it away where there is no value.
///
/// # Errors
/// [`BrowserError`] where there is no page.
pub fn set(property: &str, value: Option<&str>) -> Result<(), BrowserError> {
    let root = web_sys::window().and_then(|window| window.document()?.document_element()).ok_or(BrowserError)?;
    let style = root.dyn_into::<web_sys::HtmlElement>().map_err(|_| BrowserError)?.style();
    match value {
        Some(value) => style.set_property(property, value)?,
        None => style.remove_property(property).map(drop)?,
    }
    Ok(())
}
