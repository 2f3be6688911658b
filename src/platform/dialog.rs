//! Dialogs over the whole page.

use wasm_bindgen::JsCast;

use super::BrowserError;

fn dialog(id: &str) -> Result<web_sys::HtmlDialogElement, BrowserError> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(BrowserError)?;
    document.get_element_by_id(id).and_then(|element| element.dyn_into().ok()).ok_or(BrowserError)
}

/// Shows the dialog with this id over the page. Escape closes it, and the focus goes back to where it was.
///
/// # Errors
/// [`BrowserError`] where the browser has no such dialogs.
pub fn show(id: &str) -> Result<(), BrowserError> {
    Ok(dialog(id)?.show_modal()?)
}

/// Closes it.
pub fn close(id: &str) {
    if let Ok(dialog) = dialog(id) {
        dialog.close();
    }
}
