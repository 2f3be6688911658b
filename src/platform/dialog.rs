//! Dialogs over the whole page.

use wasm_bindgen::JsCast;

use super::Refused;

fn dialog(id: &str) -> Result<web_sys::HtmlDialogElement, Refused> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(Refused)?;
    document.get_element_by_id(id).and_then(|element| element.dyn_into().ok()).ok_or(Refused)
}

/// Shows the dialog with this id over the page. Escape closes it, and the focus goes back to where it was.
///
/// # Errors
/// [`Refused`] where the browser has no such dialogs.
pub fn show(id: &str) -> Result<(), Refused> {
    Ok(dialog(id)?.show_modal()?)
}

/// Closes it.
pub fn close(id: &str) {
    if let Ok(dialog) = dialog(id) {
        dialog.close();
    }
}
